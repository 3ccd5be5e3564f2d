"""Working days: the week of the unit, national holidays, cuti bersama, agency holidays.

Instruments: Perpres 21/2023 Pasal 3 (Monday to Friday) and Pasal 7 (units that serve directly are
exempt: their week is data of the unit); each year's SKB of three ministers and, for ASN, the
Keputusan Presiden on cuti bersama (PP 11/2017 Pasal 333(4), PP 49/2018 Pasal 91(3)).

A year without a decree raises `BelumDiaturError`: an empty list would be a lie. A row whose
status is not `tetap` makes a result `sementara`.

Tidak dimodelkan: hours of the day, Ramadan hours, who must work on a cuti bersama, and how far a
date that waits for the Menteri Agama may still move.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Any

from tera.regulasi.dasar import Dasar, gabung_dasar
from tera.regulasi.galat import BelumDiaturError, DataHukumError, MasukanSalahError
from tera.regulasi.pemuat import PUSTAKA, Pustaka

KOLOM_LIBUR = ("tanggal", "hari", "jenis", "nama", "dasar", "status")
_HARI = ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min")
_SEHARI = timedelta(days=1)


class PolaKerja(StrEnum):
    """The two usual weeks; any other is given as a set of ISO weekdays (Monday 1, Sunday 7)."""

    SENIN_JUMAT = "senin_jumat"
    SENIN_SABTU = "senin_sabtu"


class JenisLibur(StrEnum):
    """National holiday or joint leave."""

    LIBUR_NASIONAL = "LN"
    CUTI_BERSAMA = "CB"


class StatusLibur(StrEnum):
    """How firm a day is; only `tetap` is decreed for ASN."""

    TETAP = "tetap"
    KEPPRES_BELUM_DITEMUKAN = "keppres-belum-ditemukan"
    TUNGGU_KEPPRES = "skb-tunggu-keppres-asn"
    TUNGGU_ISBAT = "skb-tunggu-kma-isbat"


Pola = PolaKerja | Collection[int]
_ISI_POLA = {
    PolaKerja.SENIN_JUMAT: frozenset({1, 2, 3, 4, 5}),
    PolaKerja.SENIN_SABTU: frozenset({1, 2, 3, 4, 5, 6}),
}


@dataclass(frozen=True, slots=True)
class HariLibur:
    """One day off; `dasar` is the key of its decree in the register."""

    tanggal: date
    jenis: JenisLibur
    nama: str
    dasar: str
    status: StatusLibur


@dataclass(frozen=True, slots=True)
class HariKerja:
    """The working days of a range, both ends included.

    `sementara` when a day of the range is not decreed for good; `tahun_belum_tetap` names the
    years of the range that hold such days anywhere.
    """

    daftar: tuple[date, ...]
    sementara: bool
    tahun_belum_tetap: tuple[int, ...]
    dasar: tuple[Dasar, ...]

    @property
    def jumlah(self) -> int:
        """Number of working days."""
        return len(self.daftar)


@dataclass(frozen=True, slots=True)
class TanggalHitung:
    """A computed day; the other fields as in `HariKerja`."""

    tanggal: date
    sementara: bool
    tahun_belum_tetap: tuple[int, ...]
    dasar: tuple[Dasar, ...]


def _pola(nilai: Any) -> frozenset[int]:
    return frozenset(int(hari) for hari in nilai)


KEPUTUSAN_LIBUR = PUSTAKA.tabel("kalender/tahun.toml", "keputusan_libur", int)
#: The week of a government agency unless the unit has its own.
POLA_BAWAAN = PUSTAKA.tabel("kalender/pola.toml", "pola_kerja_bawaan", _pola)

CUTI_BERSAMA_ASN = PUSTAKA.tabel("kalender/pola.toml", "cuti_bersama_asn", bool)


def muat_libur(pustaka: Pustaka, berkas: str) -> dict[int, dict[date, HariLibur]]:
    """Days off by year from a CSV, refused on a bad row: date, weekday, decree, kind, order."""
    daftar: dict[int, dict[date, HariLibur]] = {}
    lalu = date.min
    for nomor, baris in enumerate(pustaka.baris_csv(berkas, KOLOM_LIBUR), start=2):
        try:
            libur = HariLibur(
                date.fromisoformat(baris["tanggal"]),
                JenisLibur(baris["jenis"]),
                baris["nama"],
                baris["dasar"],
                StatusLibur(baris["status"]),
            )
        except (ValueError, TypeError) as salah:
            raise DataHukumError(f"{berkas} baris {nomor}: {salah}.") from salah
        if _HARI[libur.tanggal.weekday()] != baris["hari"]:
            raise DataHukumError(f"{berkas} baris {nomor}: hari tidak cocok dengan tanggal.")
        if libur.dasar not in pustaka.peraturan:
            raise DataHukumError(f"{berkas} baris {nomor}: {libur.dasar!r} tidak terdaftar.")
        if libur.tanggal <= lalu:
            raise DataHukumError(f"{berkas} baris {nomor}: tanggal ganda atau tidak berurutan.")
        lalu = libur.tanggal
        daftar.setdefault(lalu.year, {})[lalu] = libur
    return daftar


@cache
def _libur() -> dict[int, dict[date, HariLibur]]:
    """Days off of the years that have a decree."""
    isi = muat_libur(PUSTAKA, "kalender/libur.csv")
    return {k.nilai: isi.get(k.nilai, {}) for k in KEPUTUSAN_LIBUR.daftar}


def sudah_ada_keputusan(tahun: int) -> bool:
    """Whether the days off of this year are decreed."""
    return tahun in _libur()


def _libur_setahun(tahun: int) -> dict[date, HariLibur]:
    try:
        return _libur()[tahun]
    except KeyError:
        tahun_ada = sorted(_libur())
        raise BelumDiaturError(
            f"Hari libur {tahun} belum diatur: keputusan yang dicatat hanya {tahun_ada[0]} sampai "
            f"{tahun_ada[-1]}. Tunggu SKB dan Keppres tahun itu, lalu tambahkan ke data kalender."
        ) from None


def daftar_libur(tahun: int) -> tuple[HariLibur, ...]:
    """The days off of a year in order; `BelumDiaturError` for a year without a decree."""
    return tuple(_libur_setahun(tahun).values())


def isi_pola(pola: Pola) -> frozenset[int]:
    """The ISO weekdays (1-7) of a week pattern; `MasukanSalahError` if empty or outside 1-7."""
    if isinstance(pola, PolaKerja):
        return _ISI_POLA[pola]
    hari = frozenset(pola)
    if not hari or not hari <= set(range(1, 8)):
        raise MasukanSalahError(
            "Pola kerja harus berisi sedikitnya satu hari, Senin (1) sampai Minggu (7)."
        )
    return hari


def termasuk_hari_kerja(
    tanggal: date,
    *,
    pola: Pola = PolaKerja.SENIN_JUMAT,
    libur_tambahan: Collection[date] = (),
) -> bool:
    """Whether a day is a working day of the unit; `libur_tambahan` are the agency's own days."""
    libur = _libur_setahun(tanggal.year)
    return (
        tanggal.isoweekday() in isi_pola(pola)
        and tanggal not in libur
        and tanggal not in libur_tambahan
    )


def _hari(dari: date, sampai: date) -> Iterator[date]:
    for urut in range((sampai - dari).days + 1):
        yield dari + urut * _SEHARI


def _ketetapan(dari: date, sampai: date) -> tuple[bool, tuple[int, ...], tuple[Dasar, ...]]:
    """Whether a range holds days that may change, which years do, and the decrees of its years."""
    daftar_tahun = range(dari.year, sampai.year + 1)
    goyah = [
        libur
        for tahun in daftar_tahun
        for libur in _libur_setahun(tahun).values()
        if libur.status is not StatusLibur.TETAP
    ]
    dasar = gabung_dasar(
        POLA_BAWAAN.pada(dari).dasar,
        CUTI_BERSAMA_ASN.pada(dari).dasar,
        *(KEPUTUSAN_LIBUR.pada(date(tahun, 1, 1)).dasar for tahun in daftar_tahun),
    )
    return (
        any(dari <= libur.tanggal <= sampai for libur in goyah),
        tuple(sorted({libur.tanggal.year for libur in goyah})),
        dasar,
    )


def status_tetap(dari: date, sampai: date) -> bool:
    """Whether every year of the range has a decree and none of its days off may still change."""
    return all(map(sudah_ada_keputusan, range(dari.year, sampai.year + 1))) and not any(
        dari <= libur.tanggal <= sampai and libur.status is not StatusLibur.TETAP
        for tahun in range(dari.year, sampai.year + 1)
        for libur in _libur_setahun(tahun).values()
    )


def hari_kerja(
    dari: date,
    sampai: date,
    *,
    pola: Pola = PolaKerja.SENIN_JUMAT,
    libur_tambahan: Collection[date] = (),
) -> HariKerja:
    """The working days from `dari` to `sampai`, both included; empty when `sampai` is earlier.

    `BelumDiaturError` when the range touches a year without a decree.
    """
    daftar = tuple(
        tanggal
        for tanggal in _hari(dari, sampai)
        if termasuk_hari_kerja(tanggal, pola=pola, libur_tambahan=libur_tambahan)
    )
    return HariKerja(daftar, *_ketetapan(dari, max(dari, sampai)))


def tambah_hari_kerja(
    mulai: date,
    jumlah: int,
    *,
    pola: Pola = PolaKerja.SENIN_JUMAT,
    libur_tambahan: Collection[date] = (),
) -> TanggalHitung:
    """The `jumlah`-th working day after `mulai`; day 1 is the first working day after it.

    `jumlah` is at least 1. `BelumDiaturError` when the count runs into a year without a decree.
    """
    if jumlah < 1:
        raise MasukanSalahError(f"Jumlah hari kerja {jumlah} harus sedikitnya 1.")
    tanggal, sisa = mulai, jumlah
    while sisa:
        tanggal += _SEHARI
        sisa -= termasuk_hari_kerja(tanggal, pola=pola, libur_tambahan=libur_tambahan)
    return TanggalHitung(tanggal, *_ketetapan(mulai + _SEHARI, tanggal))


def hari_kerja_berikutnya(
    tanggal: date,
    *,
    pola: Pola = PolaKerja.SENIN_JUMAT,
    libur_tambahan: Collection[date] = (),
) -> date:
    """The day itself when it is a working day, else the next one."""
    while not termasuk_hari_kerja(tanggal, pola=pola, libur_tambahan=libur_tambahan):
        tanggal += _SEHARI
    return tanggal
