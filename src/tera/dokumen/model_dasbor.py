"""View model of the printed dashboard of a unit: frozen, plain values, no Django."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class AngkaLaporan:
    """One figure; ``persen`` (0-100) draws a bar, None draws none."""

    label: str
    nilai: str
    keterangan: str = ""
    persen: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelLaporan:
    """A table; every column but the first is a number."""

    judul: str
    kolom: tuple[str, ...]
    baris: tuple[tuple[str, ...], ...]
    catatan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaporanDasbor:
    """A unit's numbers on one day, for a meeting or a file; it bears no signature."""

    nama_instansi: str
    unit_kerja: str
    periode: str
    periode_mulai: date
    periode_selesai: date
    tanggal: date
    angka: tuple[AngkaLaporan, ...]
    tabel: tuple[TabelLaporan, ...]
    catatan: str
    judul: str = "Laporan kinerja unit"
    logo: None = None
