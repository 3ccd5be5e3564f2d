"""SKP: families and approaches, the exact columns of the forms, and the dates of planning.

Instruments: PermenPANRB 6/2022 (Anak Lampiran 4 read; qualitative forms not), forms as printed by
e-Kinerja; dates from PermenPANRB 8/2021 Lampiran BAB II, taken as unchanged.

Tidak dimodelkan: weights of utama and tambahan (there are none), thresholds in percent. Whether
the pengelola may draft and set a late SKP (PermenPANRB 8/2021) is the agency's switch.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from tera.regulasi.dasar import Dasar, TabelBertanggal
from tera.regulasi.kategori import (
    Aspek,
    BagianLampiran,
    JenisRHK,
    KeluargaSKP,
    KlasifikasiRHK,
    Pendekatan,
    Perspektif,
)
from tera.regulasi.pemuat import PUSTAKA

__all__ = [
    "ASPEK_WAJIB",
    "BARIS_IDENTITAS",
    "KELOMPOK_BARIS",
    "LAMPIRAN_SKP",
    "Aspek",
    "BagianDokumen",
    "BagianLampiran",
    "BatasTanggal",
    "Formulir",
    "JenisRHK",
    "KeluargaSKP",
    "KlasifikasiRHK",
    "Kolom",
    "Pendekatan",
    "Perspektif",
    "bagian_dokumen_evaluasi",
    "batas_evaluasi_tahunan",
    "batas_penetapan_skp",
    "formulir_evaluasi",
    "formulir_skp",
    "pengingat_skp",
    "sudah_terlambat",
]

Susunan = dict[KeluargaSKP, dict[Pendekatan, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column of a form: its number as printed, key and title."""

    nomor: int
    kunci: str
    judul: str


@dataclass(frozen=True, slots=True)
class Formulir:
    """The columns of one form in order."""

    keluarga: KeluargaSKP
    pendekatan: Pendekatan
    kolom: tuple[Kolom, ...]
    dasar: tuple[Dasar, ...]


@dataclass(frozen=True, slots=True)
class BagianDokumen:
    """One numbered part of the Dokumen Evaluasi; `letak` is penuh, kiri or kanan."""

    nomor: int
    judul: str
    letak: str


@dataclass(frozen=True, slots=True)
class BatasTanggal:
    """A range of days (or one day twice) with its basis; `sampai` is the deadline."""

    dari: date
    sampai: date
    dasar: tuple[Dasar, ...]


def _susunan(nilai: Any) -> Susunan:
    return {
        KeluargaSKP(keluarga): {
            pendekatan: tuple(isi[pendekatan.value]) for pendekatan in Pendekatan
        }
        for keluarga, isi in nilai.items()
    }


def _teks_per_kunci(nilai: Any) -> dict[str, str]:
    return {str(kunci): str(teks) for kunci, teks in nilai.items()}


def _daftar_teks(nilai: Any) -> tuple[str, ...]:
    return tuple(str(teks) for teks in nilai)


def _kelompok(nilai: Any) -> dict[JenisRHK, str]:
    return {JenisRHK(kata): str(teks) for kata, teks in nilai.items()}


def _lampiran(nilai: Any) -> dict[BagianLampiran, str]:
    return {BagianLampiran(kata): str(teks) for kata, teks in nilai.items()}


def _aspek(nilai: Any) -> tuple[Aspek, ...]:
    return tuple(Aspek(kata) for kata in nilai)


def _bagian(nilai: Any) -> tuple[BagianDokumen, ...]:
    return tuple(
        BagianDokumen(nomor, isi["judul"], isi["letak"]) for nomor, isi in enumerate(nilai, start=1)
    )


def _hari(nilai: Any) -> tuple[int, int, int]:
    """(month, first day, last day)."""
    akhir = nilai["hari"] if "hari" in nilai else nilai["sampai"]
    return int(nilai["bulan"]), int(nilai.get("dari", akhir)), int(akhir)


JUDUL_KOLOM = PUSTAKA.tabel("skp.toml", "judul_kolom", _teks_per_kunci)
KOLOM_SKP = PUSTAKA.tabel("skp.toml", "kolom_skp", _susunan)
KOLOM_EVALUASI = PUSTAKA.tabel("skp.toml", "kolom_evaluasi", _susunan)
#: Five rows of a party's block; on JPT forms the fifth of the penilai reads INSTANSI.
BARIS_IDENTITAS = PUSTAKA.tabel("skp.toml", "baris_identitas", _daftar_teks)
KELOMPOK_BARIS = PUSTAKA.tabel("skp.toml", "kelompok_baris", _kelompok)
LAMPIRAN_SKP = PUSTAKA.tabel("skp.toml", "lampiran_skp", _lampiran)
#: Offered first; whether they are compulsory is the agency's switch.
ASPEK_WAJIB = PUSTAKA.tabel("skp.toml", "aspek_wajib", _aspek)
BAGIAN_DOKUMEN = PUSTAKA.tabel("skp.toml", "bagian_dokumen_evaluasi", _bagian)
BATAS_PENETAPAN = PUSTAKA.tabel("skp.toml", "batas_penetapan_skp", _hari)
PENGINGAT = PUSTAKA.tabel("skp.toml", "pengingat_skp", _hari)
BATAS_EVALUASI = PUSTAKA.tabel("skp.toml", "batas_evaluasi_tahunan", _hari)


def _formulir(
    tabel: TabelBertanggal[Susunan], keluarga: KeluargaSKP, pendekatan: Pendekatan, pada: date
) -> Formulir:
    ketentuan, judul = tabel.pada(pada), JUDUL_KOLOM.pada(pada).nilai
    kolom = tuple(
        Kolom(nomor, kunci, judul[kunci])
        for nomor, kunci in enumerate(ketentuan.nilai[keluarga][pendekatan], start=1)
    )
    return Formulir(keluarga, pendekatan, kolom, ketentuan.dasar)


def formulir_skp(keluarga: KeluargaSKP, pendekatan: Pendekatan, *, pada: date) -> Formulir:
    """The planning form: columns with number, key and the exact title."""
    return _formulir(KOLOM_SKP, keluarga, pendekatan, pada)


def formulir_evaluasi(keluarga: KeluargaSKP, pendekatan: Pendekatan, *, pada: date) -> Formulir:
    """The evaluation form: the planning columns, then realisasi, then umpan balik."""
    return _formulir(KOLOM_EVALUASI, keluarga, pendekatan, pada)


def bagian_dokumen_evaluasi(*, pada: date) -> tuple[BagianDokumen, ...]:
    """The seven numbered parts of the Dokumen Evaluasi Kinerja Pegawai in order."""
    return BAGIAN_DOKUMEN.pada(pada).nilai


def _batas(tabel: TabelBertanggal[tuple[int, int, int]], tahun: int) -> BatasTanggal:
    """The day or range in `tahun`, by the law that is in force at its end."""
    bulan, dari, sampai = tabel.terakhir.nilai
    ketentuan = tabel.pada(date(tahun, bulan, sampai))
    bulan, dari, sampai = ketentuan.nilai
    return BatasTanggal(date(tahun, bulan, dari), date(tahun, bulan, sampai), ketentuan.dasar)


def batas_penetapan_skp(tahun: int) -> BatasTanggal:
    """Until when the SKP of a year is to be set: 31 January. `BelumDiaturError` up to 2022."""
    return _batas(BATAS_PENETAPAN, tahun)


def pengingat_skp(tahun: int) -> BatasTanggal:
    """The second week of January: remind those without a draft; afterwards the pengelola's turn."""
    return _batas(PENGINGAT, tahun)


def batas_evaluasi_tahunan(tahun: int) -> BatasTanggal:
    """Until when the annual evaluation of `tahun` is to be finished; an agency may set another."""
    return _batas(BATAS_EVALUASI, tahun + 1)


def sudah_terlambat(ditetapkan_pada: date, *, tahun: int) -> bool:
    """Whether an SKP of `tahun` was set late; accepted all the same, never backdated (R-162)."""
    return ditetapkan_pada > batas_penetapan_skp(tahun).sampai
