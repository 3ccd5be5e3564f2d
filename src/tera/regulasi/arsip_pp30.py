"""Archive arithmetic of PP 30/2019: weights, the number, and the predikat of that time.

Instrument: PP 30/2019 Pasal 41(2)-(5). Only for records of 2021 and before and for imports; the
evaluation of PermenPANRB 6/2022 knows no numbers.

Tidak dimodelkan: how the two numbers came about, the two half-years of 2021 (50 : 50), PP 46/2011,
and the adjustment over all PNS of the agency (Pasal 41(7)).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from tera.regulasi.dasar import Dasar, gabung_dasar
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.kategori import Predikat
from tera.regulasi.pemuat import PUSTAKA, angka_desimal

#: With at most this many decimals the weighted sum is exact in 28 digits, also at the borders.
DESIMAL_TERBANYAK = 20


class BobotPP30(StrEnum):
    """Weights of SKP and perilaku in percent."""

    TANPA_PENDAPAT = "70_30"
    DENGAN_PENDAPAT = "60_40"


def _bobot(nilai: Any) -> dict[BobotPP30, tuple[Decimal, Decimal]]:
    return {
        BobotPP30(kata): (angka_desimal(skp), angka_desimal(perilaku))
        for kata, (skp, perilaku) in nilai.items()
    }


def _batas(nilai: Any) -> dict[str, Decimal]:
    return {str(kata): angka_desimal(angka) for kata, angka in nilai.items()}


BOBOT = PUSTAKA.tabel("arsip.toml", "bobot_pp30", _bobot)
BATAS_PREDIKAT = PUSTAKA.tabel("arsip.toml", "predikat_pp30", _batas)


@dataclass(frozen=True, slots=True)
class NilaiPP30:
    """The exact weighted number and its predikat; `sebutan` is the word of PP 30 (`Cukup`)."""

    nilai: Decimal
    predikat: Predikat
    sebutan: str
    dasar: tuple[Dasar, ...]


def nilai_pp30(
    *, nilai_skp: Decimal, nilai_perilaku: Decimal, bobot: BobotPP30, ide_baru: bool
) -> NilaiPP30:
    """The number and predikat of a PP 30/2019 record.

    Both numbers are 0 to 120 (`MasukanSalahError` otherwise). From 110 the predikat is Sangat Baik
    only when a new idea of benefit was recorded, else Baik.
    """
    batas = BATAS_PREDIKAT.terakhir
    tertinggi = batas.nilai["nilai_tertinggi"]
    for nama, angka in (("nilai_skp", nilai_skp), ("nilai_perilaku", nilai_perilaku)):
        if not (angka.is_finite() and 0 <= angka <= tertinggi):
            raise MasukanSalahError(f"{nama} harus 0 sampai {tertinggi}.")
        if int(angka.as_tuple().exponent) < -DESIMAL_TERBANYAK:
            raise MasukanSalahError(f"{nama} paling banyak {DESIMAL_TERBANYAK} angka desimal.")
    ketentuan = BOBOT.terakhir
    bobot_skp, bobot_perilaku = ketentuan.nilai[bobot]
    nilai = (nilai_skp * bobot_skp + nilai_perilaku * bobot_perilaku) / 100
    predikat = Predikat.SANGAT_KURANG
    for kata in (Predikat.SANGAT_BAIK, Predikat.BAIK, Predikat.BUTUH_PERBAIKAN, Predikat.KURANG):
        if nilai >= batas.nilai[kata] and (ide_baru or kata is not Predikat.SANGAT_BAIK):
            predikat = kata
            break
    sebutan = "Cukup" if predikat is Predikat.BUTUH_PERBAIKAN else predikat.label
    return NilaiPP30(nilai, predikat, sebutan, gabung_dasar(ketentuan.dasar, batas.dasar))
