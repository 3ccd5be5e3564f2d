"""View models of the three forms of angka kredit: frozen, plain values, no Django.

Columns and rows: Peraturan BKN 3/2023 Lampiran I angka 12 (PAK) and BKN's samples of Konversi and
Akumulasi, as read in the dossier, section 1.7.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tera.dokumen.model import Identitas, Logo, Persetujuan, Verifikasi


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisKonversi:
    """One predikat converted; amounts as they are printed."""

    tahun: str
    periodik: str
    predikat: str
    prosentase: str
    koefisien: str
    angka_kredit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPenetapan:
    """One unsur of the PAK."""

    unsur: str
    lama: str
    baru: str
    jumlah: str
    keterangan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kepala:
    nama_instansi: str
    nomor: str
    periode_mulai: date
    periode_selesai: date
    perorangan: tuple[tuple[str, str], ...]
    pegawai: Identitas
    penilai: Identitas
    tanda_penilai: Persetujuan
    status: str = ""
    belum_berlaku: bool = False
    verifikasi: Verifikasi | None = None
    logo: Logo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KonversiAngkaKredit(_Kepala):
    """Konversi Predikat Kinerja ke Angka Kredit: one row."""

    baris: tuple[BarisKonversi, ...]
    bentuk: str = "konversi"
    judul: str = "Konversi Predikat Kinerja ke Angka Kredit"


@dataclass(frozen=True, slots=True, kw_only=True)
class AkumulasiAngkaKredit(_Kepala):
    """Akumulasi Angka Kredit: a row per conversion and their sum."""

    baris: tuple[BarisKonversi, ...]
    jumlah: str
    bentuk: str = "akumulasi"
    judul: str = "Akumulasi Angka Kredit"


@dataclass(frozen=True, slots=True, kw_only=True)
class PenetapanCetak(_Kepala):
    """Penetapan Angka Kredit (PAK); ``hasil`` rows: label, pangkat, jenjang."""

    baris: tuple[BarisPenetapan, ...]
    jumlah: str
    hasil: tuple[tuple[str, str, str], ...]
    kesimpulan: tuple[str, ...]
    tembusan: tuple[str, ...]
    bentuk: str = "penetapan"
    judul: str = "Penetapan Angka Kredit"


FormulirAngkaKredit = KonversiAngkaKredit | AkumulasiAngkaKredit | PenetapanCetak
