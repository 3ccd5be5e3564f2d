"""View model of the minutes of a calibration meeting; frozen, no Django, no rated person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tera.dokumen.model_bimtek import SertifikatCetak
from tera.dokumen.model_umum import Verifikasi


@dataclass(frozen=True, slots=True, kw_only=True)
class HadirNotulen:
    """One invited person: whether present, in which part."""

    nama: str
    jabatan: str
    peran: str
    hadir: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KartuNotulen:
    """One card by its letter: why it was there, what was said."""

    kode: str
    jenis: str
    keputusan: str
    alasan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitNotulen:
    """One unit of the agenda: why, counts per predikat, who stepped aside, the cards."""

    nama: str
    capaian: str
    hasil: str
    sebab: tuple[str, ...]
    pelanggaran: tuple[str, ...]
    susunan: str
    bukti: str
    menepi: tuple[str, ...]
    kartu: tuple[KartuNotulen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotulenRapat:
    """The minutes of a closed meeting."""

    nama_instansi: str
    periode: str
    tanggal: date
    tempat: str
    ketua: str
    notulis: str
    dasar: str
    standar: str
    salah: str
    catatan: str
    hadir: tuple[HadirNotulen, ...]
    agenda: tuple[UnitNotulen, ...]
    ditutup: date
    judul: str = "Notulen Rapat Kalibrasi"
    verifikasi: Verifikasi | None = None


#: What is printed about rating itself: practice, and the meeting.
CetakanMenilai = SertifikatCetak | NotulenRapat
