"""Indeks Kepuasan Masyarakat: nine unsur answered 1 to 4, one index from 25 to 100, one mutu.

Instrument: PermenPANRB 14/2017 (Survei Kepuasan Masyarakat). Each unsur's mean is weighted exactly
1/9, the sum times 25 is the index; the index is rounded to two decimals (half up) and only then
looked up in the bands, which are printed with two decimals.

Tidak dimodelkan: how many respondents a survey needs (the table of samples), which days it must
cover, and agencies that add unsur of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any, TypeVar

from tera.regulasi.dasar import Dasar, Ketentuan, TabelBertanggal, gabung_dasar
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.pemuat import PUSTAKA, angka_desimal

__all__ = ["BOBOT_UNSUR", "JUMLAH_UNSUR", "PITA_IKM", "UNSUR_SKM", "HasilIKM", "PitaIKM",
           "UnsurSKM", "ikm", "ikm_dari_jumlah", "mutu_ikm"]  # fmt: skip

T = TypeVar("T")

#: Unsur of one answer, and the answers to each.
JUMLAH_UNSUR = 9
TERENDAH, TERTINGGI = 1, 4
#: From the 1-4 scale to the 25-100 scale.
SKALA = 25
_DUA_ANGKA = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class UnsurSKM:
    """One of the nine unsur: the word a program uses and the name a form prints."""

    kode: str
    nama: str


@dataclass(frozen=True, slots=True)
class PitaIKM:
    """One band: mutu pelayanan, what it says of the unit, and its smallest index."""

    mutu: str
    kinerja: str
    dari: Decimal


def _daftar_unsur(nilai: Any) -> tuple[UnsurSKM, ...]:
    daftar = tuple(UnsurSKM(str(satu["kode"]), str(satu["nama"])) for satu in nilai)
    if len({satu.kode for satu in daftar}) != JUMLAH_UNSUR:
        raise ValueError("harus sembilan unsur yang berbeda")
    return daftar


def _pecahan(nilai: Any) -> Fraction:
    return Fraction(int(nilai["pembilang"]), int(nilai["penyebut"]))


def _daftar_pita(nilai: Any) -> tuple[PitaIKM, ...]:
    daftar = tuple(
        PitaIKM(str(satu["mutu"]), str(satu["kinerja"]), angka_desimal(satu["dari"]))
        for satu in nilai
    )
    if list(daftar) != sorted(daftar, key=lambda pita: pita.dari, reverse=True):
        raise ValueError("pita harus dari yang tertinggi")
    return daftar


UNSUR_SKM = PUSTAKA.tabel("ikm.toml", "unsur_skm", _daftar_unsur)
BOBOT_UNSUR = PUSTAKA.tabel("ikm.toml", "bobot_unsur", _pecahan)
PITA_IKM = PUSTAKA.tabel("ikm.toml", "pita_ikm", _daftar_pita)


@dataclass(frozen=True, slots=True)
class HasilIKM:
    """The index with two decimals, its mutu, the nine means with two decimals, n, and the basis."""

    nilai: Decimal
    mutu: str
    kinerja: str
    unsur: tuple[Decimal, ...]
    n: int
    dasar: tuple[Dasar, ...]


def ikm(daftar_jawaban: Iterable[Sequence[int]], *, pada: date | None = None) -> HasilIKM:
    """The index of a list of answers, each nine whole numbers from 1 to 4.

    `pada` None takes the newest rule. Refuses an empty list: without answers there is no index.
    Source: PermenPANRB 14/2017.
    """
    jumlah = [0] * JUMLAH_UNSUR
    n = 0
    for urut, jawaban in enumerate(daftar_jawaban, start=1):
        if len(jawaban) != JUMLAH_UNSUR:
            raise MasukanSalahError(
                f"Jawaban ke-{urut} berisi {len(jawaban)} nilai. Isi sembilan unsur, "
                "masing-masing bilangan bulat 1 sampai 4."
            )
        for letak, nilai in enumerate(jawaban):
            if (
                isinstance(nilai, bool)
                or not isinstance(nilai, int)
                or not TERENDAH <= nilai <= TERTINGGI
            ):
                raise MasukanSalahError(
                    f"Jawaban ke-{urut}, unsur {letak + 1}: nilai harus bilangan bulat "
                    f"{TERENDAH} sampai {TERTINGGI}."
                )
            jumlah[letak] += nilai
        n = urut
    return ikm_dari_jumlah(jumlah, n=n, pada=pada)


def ikm_dari_jumlah(jumlah: Sequence[int], *, n: int, pada: date | None = None) -> HasilIKM:
    """The index from the sum of each unsur over `n` answers: what a database adds up.

    Refuses `n` = 0 and sums that `n` answers of 1 to 4 can't give.
    """
    if n < 1:
        raise MasukanSalahError(
            "IKM belum bisa dihitung: belum ada jawaban. Isi paling sedikit satu."
        )
    if len(jumlah) != JUMLAH_UNSUR or any(
        not n * TERENDAH <= satu <= n * TERTINGGI for satu in jumlah
    ):
        raise MasukanSalahError(
            "Jumlah nilai tiap unsur tidak mungkin berasal dari jawaban 1 sampai 4. "
            "Jumlahkan jawabannya kembali."
        )
    bobot, pita = _pada(BOBOT_UNSUR, pada), _pada(PITA_IKM, pada)
    nilai = dua_angka(Fraction(sum(jumlah), n) * bobot.nilai * SKALA)
    satu = mutu_ikm(nilai, pada=pada)
    return HasilIKM(
        nilai,
        satu.mutu,
        satu.kinerja,
        tuple(dua_angka(Fraction(angka, n)) for angka in jumlah),
        n,
        gabung_dasar(bobot.dasar, pita.dasar),
    )


def mutu_ikm(nilai: Decimal, *, pada: date | None = None) -> PitaIKM:
    """The band of an index: `nilai` is rounded to two decimals first, half up."""
    bulat = nilai.quantize(_DUA_ANGKA, ROUND_HALF_UP)
    daftar = _pada(PITA_IKM, pada).nilai
    if not daftar[-1].dari <= bulat <= TERTINGGI * SKALA:
        raise MasukanSalahError(
            f"Nilai IKM {bulat} di luar {daftar[-1].dari} sampai {TERTINGGI * SKALA}. "
            "Periksa hitungannya."
        )
    return next(pita for pita in daftar if bulat >= pita.dari)


def dua_angka(nilai: Fraction) -> Decimal:
    """A fraction with two decimals, half up, without passing through a float."""
    per_seratus = (nilai * 200 + 1) // 2
    return Decimal(per_seratus).scaleb(-2)


def _pada(tabel: TabelBertanggal[T], pada: date | None) -> Ketentuan[T]:
    return tabel.terakhir if pada is None else tabel.pada(pada)
