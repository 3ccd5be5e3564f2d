"""View models of awards: the letter of one person and the list of a round; frozen, no Django."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tera.dokumen.model_umum import Verifikasi


@dataclass(frozen=True, slots=True, kw_only=True)
class CetakPenghargaan:
    """What both documents carry: the award, the decision, who decided."""

    nama_instansi: str
    unit_kerja: str
    penghargaan: str
    dasar: str
    nomor: str
    tanggal: date | None
    tempat: str
    pemutus: str
    pemutus_nip: str
    pemutus_jabatan: str
    judul: str
    # A Satyalancana is given by the President: the instansi proposes it.
    diusulkan: bool = False
    verifikasi: Verifikasi | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SuratPenghargaan(CetakPenghargaan):
    """The letter of one person, as they were on the day of the decision."""

    nama: str
    # As printed: "NIP 1986…" or "NI PPPK 1998…"; empty without one.
    nomor_induk: str
    jabatan: str
    alasan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPenghargaan:
    """One person of the list."""

    nama: str
    nip: str
    golongan: str
    jabatan: str
    unit: str
    masa_kerja: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DaftarPenghargaan(CetakPenghargaan):
    """The people of a round: proposed before the decision, awarded after it."""

    putaran: str
    baris: tuple[BarisPenghargaan, ...]
    status: str = ""
    belum_berlaku: bool = False
