"""When angka kredit will suffice, if each coming year ends with an expected predikat.

Instrument: the rules of `angka_kredit`, `akumulasi` and `kenaikan`; the look ahead itself is ours.
Months are converted as they end (konversi periodik), each year rounded as one row.

Tidak dimodelkan: what nobody knows ahead (vacancy, uji kompetensi, changes of the law), the pause
until a predikat is final, and the next jenjang: the look ends with this one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tera.regulasi.angka_kredit import angka_kredit
from tera.regulasi.kategori import Jenjang, Predikat
from tera.regulasi.kenaikan import (
    TAHUN_JENJANG,
    TAHUN_PANGKAT,
    TAHUN_PREDIKAT_JENJANG,
    TAHUN_PREDIKAT_PANGKAT,
    tambah_tahun,
    tmt_kenaikan_pangkat,
)

#: No look goes further.
TAHUN_TERJAUH = 12
_BAIK = (Predikat.SANGAT_BAIK, Predikat.BAIK)


@dataclass(frozen=True, slots=True)
class TitikProyeksi:
    """The sum at the end of a year."""

    tahun: int
    jumlah: Decimal


@dataclass(frozen=True, slots=True)
class Proyeksi:
    """The sums year by year and the earliest first day of a month for either rise, or None."""

    titik: tuple[TitikProyeksi, ...]
    tmt_pangkat: date | None
    tmt_jenjang: date | None


def proyeksi(
    *,
    jenjang: Jenjang,
    jumlah: Decimal,
    kebutuhan_pangkat: Decimal | None,
    kebutuhan_jenjang: Decimal | None,
    bulan_mulai: date,
    harapan: Mapping[int, Predikat],
    bawaan: Predikat,
    predikat: Mapping[int, Predikat],
    tmt_pangkat: date | None,
    tmt_jenjang: date | None,
    pada: date,
    tahun: int = TAHUN_TERJAUH,
) -> Proyeksi:
    """The sums from `bulan_mulai` (first day of the first month not yet converted) on.

    `harapan` by year, `bawaan` for the years it doesn't name; `predikat` the known ones. A TMT is
    sought month by month: enough angka kredit from months that have ended, the years in pangkat or
    jenjang, and the predikat of the last years at least Baik (known, else expected).
    """
    akhir = pada.year + tahun
    semua = {
        **{
            satu: harapan.get(satu, bawaan)
            for satu in range(min(bulan_mulai.year, pada.year) - 2, akhir + 1)
        },
        **predikat,
    }
    titik: list[TitikProyeksi] = []
    pangkat = naik = None
    kini = jumlah
    for satu in range(min(bulan_mulai.year, pada.year), akhir + 1):
        awal = bulan_mulai.month if satu == bulan_mulai.year else 1
        if satu < bulan_mulai.year:
            awal = 13
        dasar = kini
        for bulan in range(1, 13):
            if bulan >= awal:
                kini = dasar + angka_kredit(
                    jenjang=jenjang, predikat=semua[satu], bulan=bulan - awal + 1,
                    pada=date(satu, bulan, 28),
                ).nilai  # fmt: skip
            hari = date(satu, bulan + 1, 1) if bulan < 12 else date(satu + 1, 1, 1)
            if hari < pada:
                continue
            if pangkat is None and kebutuhan_pangkat is not None and kini >= kebutuhan_pangkat:
                pangkat = _pangkat(hari, semua, tmt_pangkat, pada)
            if naik is None and kebutuhan_jenjang is not None and kini >= kebutuhan_jenjang:
                naik = _naik(hari, semua, tmt_jenjang, pada)
        titik.append(TitikProyeksi(satu, kini))
    return Proyeksi(tuple(titik), pangkat, naik)


def _pangkat(
    hari: date, predikat: Mapping[int, Predikat], sejak: date | None, pada: date
) -> date | None:
    genap = tambah_tahun(sejak, TAHUN_PANGKAT.pada(pada).nilai) if sejak else None
    if genap is not None and hari < genap:
        return None
    if not _baik(predikat, hari.year, TAHUN_PREDIKAT_PANGKAT.pada(pada).nilai):
        return None
    return tmt_kenaikan_pangkat(hari)[0]


def _naik(
    hari: date, predikat: Mapping[int, Predikat], sejak: date | None, pada: date
) -> date | None:
    genap = tambah_tahun(sejak, TAHUN_JENJANG.pada(pada).nilai) if sejak else None
    if genap is not None and hari < genap:
        return None
    return hari if _baik(predikat, hari.year, TAHUN_PREDIKAT_JENJANG.pada(pada).nilai) else None


def _baik(predikat: Mapping[int, Predikat], tahun: int, lama: int) -> bool:
    return all(predikat.get(t) in _BAIK for t in range(tahun - lama, tahun))
