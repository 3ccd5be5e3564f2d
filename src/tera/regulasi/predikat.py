"""Rating and predikat kinerja: the nine cells of the quadrant, their SIASN codes and spellings.

Instrument: PermenPANRB 6/2022, kuadran kinerja pegawai; spellings also SE MenPANRB 3/2023.

Tidak dimodelkan: how a rating comes about (the penilai decides; there is no percentage in the
rule), the average over periods (there is none), and discipline: *Kurang* is never a verdict.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from tera.regulasi.dasar import Dasar, TabelBertanggal, gabung_dasar
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.kategori import Predikat, Rating
from tera.regulasi.pemuat import PUSTAKA

__all__ = [
    "KODE_SIASN_PREDIKAT",
    "KODE_SIASN_RATING",
    "MATRIKS",
    "Predikat",
    "PredikatKinerja",
    "Rating",
    "baca_predikat",
    "baca_rating",
    "kode_siasn_predikat",
    "kode_siasn_rating",
    "predikat_dari_kode",
    "predikat_kinerja",
    "rating_dari_kode",
]

Matriks = Mapping[Rating, Mapping[Rating, Predikat]]


def _matriks(nilai: Any) -> Matriks:
    return {
        hasil: {perilaku: Predikat(nilai[hasil][perilaku]) for perilaku in Rating}
        for hasil in Rating
    }


def _kode_rating(nilai: Any) -> dict[Rating, int]:
    return {Rating(kata): int(kode) for kata, kode in nilai.items()}


def _kode_predikat(nilai: Any) -> dict[Predikat, int]:
    return {Predikat(kata): int(kode) for kata, kode in nilai.items()}


def _rapi(teks: str) -> str:
    """Case, blanks (also non-breaking) and blanks around a slash don't tell spellings apart."""
    return "".join(teks.split()).casefold()


def _sebutan_rating(nilai: Any) -> dict[str, Rating]:
    return {_rapi(s): Rating(kata) for kata, daftar in nilai.items() for s in daftar}


def _sebutan_predikat(nilai: Any) -> dict[str, Predikat]:
    return {_rapi(s): Predikat(kata) for kata, daftar in nilai.items() for s in daftar}


MATRIKS: TabelBertanggal[Matriks] = PUSTAKA.tabel("predikat.toml", "matriks_predikat", _matriks)
KODE_SIASN_RATING = PUSTAKA.tabel("predikat.toml", "kode_siasn_rating", _kode_rating)
KODE_SIASN_PREDIKAT = PUSTAKA.tabel("predikat.toml", "kode_siasn_predikat", _kode_predikat)
SEBUTAN_RATING = PUSTAKA.tabel("predikat.toml", "sebutan_rating", _sebutan_rating)
SEBUTAN_PREDIKAT = PUSTAKA.tabel("predikat.toml", "sebutan_predikat", _sebutan_predikat)


@dataclass(frozen=True, slots=True)
class PredikatKinerja:
    """A predikat with its SIASN `kuadranKinerjaNilai` (1-5) and its basis."""

    predikat: Predikat
    kode_siasn: int
    dasar: tuple[Dasar, ...]


@cache
def _jawaban(sejak_matriks: date, sejak_kode: date) -> dict[tuple[str, str], PredikatKinerja]:
    """All nine answers for one pair of values: decided once, looked up ever after."""
    matriks, kode = MATRIKS.pada(sejak_matriks), KODE_SIASN_PREDIKAT.pada(sejak_kode)
    dasar = gabung_dasar(matriks.dasar, kode.dasar)
    return {
        (hasil, perilaku): PredikatKinerja(predikat, kode.nilai[predikat], dasar)
        for hasil, baris in matriks.nilai.items()
        for perilaku, predikat in baris.items()
    }


def predikat_kinerja(*, hasil_kerja: Rating, perilaku_kerja: Rating, pada: date) -> PredikatKinerja:
    """The predikat of two ratings on a day.

    Both ratings are needed: `MasukanSalahError` for a missing or unknown one, `BelumDiaturError`
    before PermenPANRB 6/2022. Source: kuadran kinerja pegawai.
    """
    sejak_matriks = MATRIKS.pada(pada).sejak
    jawaban = _jawaban(sejak_matriks, KODE_SIASN_PREDIKAT.pada(pada).sejak)
    try:
        return jawaban[hasil_kerja, perilaku_kerja]
    except (KeyError, TypeError):
        raise MasukanSalahError(
            f"Predikat belum bisa ditentukan: rating hasil kerja {hasil_kerja!s}, rating perilaku "
            f"kerja {perilaku_kerja!s}. Keduanya harus di_atas, sesuai, atau di_bawah."
        ) from None


def kode_siasn_rating(rating: Rating, *, pada: date) -> int:
    """SIASN `hasilKinerjaNilai`/`perilakuKerjaNilai`: 1 di atas, 2 sesuai, 3 di bawah."""
    return KODE_SIASN_RATING.pada(pada).nilai[rating]


def kode_siasn_predikat(predikat: Predikat, *, pada: date) -> int:
    """SIASN `kuadranKinerjaNilai`, 1 (Sangat Baik) to 5 (Sangat Kurang)."""
    return KODE_SIASN_PREDIKAT.pada(pada).nilai[predikat]


def rating_dari_kode(kode: int, *, pada: date) -> Rating:
    """The rating of a SIASN code; `MasukanSalahError` when there is none."""
    for rating, milik in KODE_SIASN_RATING.pada(pada).nilai.items():
        if milik == kode:
            return rating
    raise MasukanSalahError(f"Kode rating SIASN {kode!r} tidak dikenal. Pakai 1, 2, atau 3.")


def predikat_dari_kode(kode: int, *, pada: date) -> Predikat:
    """The predikat of a SIASN code; `MasukanSalahError` when there is none."""
    for predikat, milik in KODE_SIASN_PREDIKAT.pada(pada).nilai.items():
        if milik == kode:
            return predikat
    raise MasukanSalahError(f"Kode kuadran SIASN {kode!r} tidak dikenal. Pakai 1 sampai 5.")


def baca_rating(teks: str, *, pada: date) -> Rating:
    """The rating of a printed label, also of `Diatas Ekspektasi`; unknown ones are refused."""
    try:
        return SEBUTAN_RATING.pada(pada).nilai[_rapi(teks)]
    except KeyError:
        raise MasukanSalahError(
            f"Rating “{teks}” tidak dikenal. Tulis Di Atas Ekspektasi, Sesuai Ekspektasi, "
            "atau Di Bawah Ekspektasi."
        ) from None


def baca_predikat(teks: str, *, pada: date) -> Predikat:
    """The predikat of a printed label; `Cukup` and `Perlu Perbaikan` are Butuh Perbaikan."""
    try:
        return SEBUTAN_PREDIKAT.pada(pada).nilai[_rapi(teks)]
    except KeyError:
        raise MasukanSalahError(
            f"Predikat “{teks}” tidak dikenal. Tulis Sangat Baik, Baik, Butuh Perbaikan, "
            "Kurang, atau Sangat Kurang."
        ) from None
