"""View model of a form from result to action: rows, typed parts, signatures; plain values."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisFormulir:
    """One line of the head of a form: label and value."""

    label: str
    isi: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BagianFormulir:
    """One part with its heading."""

    judul: str
    isi: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TandaFormulir:
    """Who signs by hand; `nomor` as printed below the name ("NIP. …", "NI PPPK. …") or empty."""

    jabatan: str
    nama: str
    nomor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormulirTindakan:
    """Counselling (Format Pelaksanaan Konseling Kinerja) or the review of a PPPK's agreement."""

    judul: str
    nama_instansi: str
    unit_kerja: str
    keterangan: str
    baris: tuple[BarisFormulir, ...]
    daftar_bagian: tuple[BagianFormulir, ...]
    tempat: str
    tanggal: date | None
    tanda: tuple[TandaFormulir, ...]
    rahasia: bool = False
