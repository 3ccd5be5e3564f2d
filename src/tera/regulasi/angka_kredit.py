"""Angka kredit of a jabatan fungsional from a predikat, for a year or a part of it.

Instrument: PermenPANRB 1/2023 Pasal 37 and Lampiran, Peraturan BKN 3/2023. The formula is
(bulan / 12) x persentase(predikat) x koefisien(jenjang); rows are rounded to two decimals, half
up, as in BKN's example (no article on rounding was found).

The sum over years is in `akumulasi`.

Tidak dimodelkan: kenaikan pangkat and jenjang, and PPPK (whose predikat earns no pangkat). A
missing predikat earns no row: never 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

from tera.regulasi.dasar import Dasar, TabelBertanggal, gabung_dasar
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.kategori import Jenjang, Predikat
from tera.regulasi.pemuat import PUSTAKA, angka_desimal

SEPERSERATUS = Decimal("0.01")
BULAN_SETAHUN = 12


def _per_jenjang(nilai: Any) -> dict[Jenjang, Decimal]:
    return {Jenjang(kata): angka_desimal(angka) for kata, angka in nilai.items()}


def _per_predikat(nilai: Any) -> dict[Predikat, Decimal]:
    return {Predikat(kata): angka_desimal(angka) for kata, angka in nilai.items()}


def _tabel_jenjang(nama: str) -> TabelBertanggal[dict[Jenjang, Decimal]]:
    return PUSTAKA.tabel("angka_kredit.toml", nama, _per_jenjang)


KOEFISIEN_TAHUNAN = _tabel_jenjang("koefisien_tahunan")
AKK_KENAIKAN_PANGKAT = _tabel_jenjang("akk_kenaikan_pangkat")
#: 0 at the top of a kategori: there is no next jenjang.
AKK_KENAIKAN_JENJANG = _tabel_jenjang("akk_kenaikan_jenjang")
#: Percent, e.g. 150.
PERSENTASE_PREDIKAT = PUSTAKA.tabel("angka_kredit.toml", "persentase_predikat", _per_predikat)


@dataclass(frozen=True, slots=True)
class AngkaKredit:
    """One row of conversion: the rounded value and the numbers it came from."""

    nilai: Decimal
    koefisien: Decimal
    persentase: Decimal
    bulan: int
    dasar: tuple[Dasar, ...]


@cache
def _baris(
    sejak_koefisien: date, sejak_persentase: date
) -> dict[tuple[str, str, int], AngkaKredit]:
    koefisien = KOEFISIEN_TAHUNAN.pada(sejak_koefisien)
    persentase = PERSENTASE_PREDIKAT.pada(sejak_persentase)
    dasar = gabung_dasar(persentase.dasar, koefisien.dasar)
    # Multiply before dividing, so that a value that ends exactly on half a cent rounds up.
    return {
        (jenjang, predikat, bulan): AngkaKredit(
            nilai=(k * p * bulan / (100 * BULAN_SETAHUN)).quantize(SEPERSERATUS, ROUND_HALF_UP),
            koefisien=k,
            persentase=p,
            bulan=bulan,
            dasar=dasar,
        )
        for jenjang, k in koefisien.nilai.items()
        for predikat, p in persentase.nilai.items()
        for bulan in range(1, BULAN_SETAHUN + 1)
    }


def angka_kredit(*, jenjang: Jenjang, predikat: Predikat, bulan: int, pada: date) -> AngkaKredit:
    """Angka kredit for `bulan` whole months (1-12) of one predikat in one jenjang.

    `pada` is the day whose law counts (the end of the period). `MasukanSalahError` for an unknown
    word or month count, `BelumDiaturError` before January 2023.
    """
    sejak_koefisien = KOEFISIEN_TAHUNAN.pada(pada).sejak
    baris = _baris(sejak_koefisien, PERSENTASE_PREDIKAT.pada(pada).sejak)
    if type(bulan) is not int:
        raise MasukanSalahError(f"Jumlah bulan {bulan!r} bukan bilangan bulat 1 sampai 12.")
    try:
        return baris[jenjang, predikat, bulan]
    except (KeyError, TypeError):
        raise MasukanSalahError(
            f"Angka kredit tidak bisa dihitung untuk jenjang {jenjang!s}, predikat {predikat!s}, "
            f"{bulan} bulan. Periksa jenjang dan predikat; bulan 1 sampai 12."
        ) from None
