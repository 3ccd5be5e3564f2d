"""View model of the printed talent matrix: frozen, plain values, no Django."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tera.dokumen.model import Logo, Verifikasi


@dataclass(frozen=True, slots=True, kw_only=True)
class SelPeta:
    """One box: its number and how many people stand in it."""

    kotak: str
    jumlah: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrangPeta:
    """One person in the list of a box."""

    nama: str
    nip: str
    jabatan: str
    unit: str
    kinerja: str
    potensial: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KotakPeta:
    """One box, or one reason for having none, with its people."""

    judul: str
    rekomendasi: tuple[str, ...]
    orang: tuple[OrangPeta, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaporanPeta:
    """The matrix of a year as far as its reader may see it.

    Attributes:
        sel: rows from the top, potensial falling; columns kinerja rising.
        belum_berlaku: not set yet, or only some units: printed with ``status`` and no number.
    """

    nama_instansi: str
    tahun: str
    tanggal: date
    aturan: tuple[tuple[str, str], ...]
    sel: tuple[tuple[SelPeta, ...], ...]
    daftar_kotak: tuple[KotakPeta, ...]
    catatan: str
    status: str = ""
    belum_berlaku: bool = False
    logo: Logo | None = None
    verifikasi: Verifikasi | None = None
    judul: str = "Peta Talenta"
