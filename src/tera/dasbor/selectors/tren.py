"""The same numbers over years, and over the parts of one year."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tera.dasbor.selectors.angka import (
    hari_tengah,
    persen,
    tanya_evaluasi,
    tanya_lain,
    tanya_skp,
)
from tera.dasbor.selectors.cakupan import PilihanPeriode
from tera.evaluasi.models import Evaluasi, PilihanPredikat
from tera.organisasi.hitungan import Jumlah, jumlah_bersama
from tera.organisasi.models import JenisPeriode, Periode, UnitKerja
from tera.skp.selectors.unit import BELUM
from tera.umpan_balik.ikm_hitung import AngkaIKM, JumlahUnsur
from tera.umpan_balik.ikm_hitung import angka as angka_ikm
from tera.umpan_balik.models import KOLOM_UNSUR

#: Years on the page, the newest last.
BANYAK_TAHUN = 4
#: Fewer imported results than this of a year aren't shown: they would tell one person's.
BATAS_TERDAHULU = 10


@dataclass(frozen=True, slots=True)
class TitikTren:
    """One year or one part of a year; None where there was nothing to count."""

    periode: Periode
    skp: float | None
    hari_susun: float | None
    evaluasi: float | None
    ikut: float | None
    target: float | None
    ikm: AngkaIKM
    predikat: Counter[str] = field(default_factory=Counter)


def tren(
    *, unit: UnitKerja, pilihan: PilihanPeriode, aturan: Mapping[str, Any], pada: dt.date
) -> tuple[list[TitikTren], list[TitikTren]]:
    """Return the years up to the chosen one, and the parts of the chosen year, both in order.

    Three queries while counts are fresh.
    """
    tahun = sorted(
        (
            satu
            for satu in pilihan.semua
            if satu.jenis == JenisPeriode.TAHUNAN
            and pilihan.tahun - BANYAK_TAHUN < satu.tahun <= pilihan.tahun
        ),
        key=lambda satu: satu.tahun,
    )
    bagian = [satu for satu in pilihan.bagian if satu.jenis == pilihan.pilihan]
    daftar = [*tahun, *bagian]
    hari_sampai = aturan["evaluasi.hari_penyampaian"]
    hasil = jumlah_bersama(
        [
            *(
                tanya_evaluasi(
                    unit=unit,
                    periode=satu,
                    pilihan=pilihan.pilihan,
                    pada=pada,
                    hari_sampai=hari_sampai,
                )
                for satu in daftar
            ),
            *(tanya_lain(unit=unit, periode=satu, pada=pada) for satu in daftar),
            *(tanya_skp(unit=unit, tahun=satu.tahun, pada=pada) for satu in tahun),
        ]
    )
    n, minimum = len(daftar), aturan["publik.n_minimum"]
    titik = [
        _satu(
            satu,
            hasil[i],
            hasil[n + i],
            hasil[2 * n + i] if i < len(tahun) else None,
            minimum,
            pada,
        )
        for i, satu in enumerate(daftar)
    ]
    return titik[: len(tahun)], titik[len(tahun) :]


def _satu(
    periode: Periode,
    evaluasi: Jumlah,
    lain: Jumlah,
    skp: Jumlah | None,
    minimum: int,
    pada: dt.date,
) -> TitikTren:
    nilai, isi = _jumlah(evaluasi), _jumlah(lain)
    orang = nilai["belum_dibuka"] + sum(nilai[satu] for satu in Evaluasi.Status.values)
    belum = nilai["belum_dibuka"] + nilai["terbuka"] + nilai["dinilai"]
    warga = JumlahUnsur(isi["warga"], tuple(isi[satu] for satu in KOLOM_UNSUR))
    persen_skp, hari = None, None
    if skp is not None:
        rencana = _jumlah(skp)
        wajib = sum(n for kata, n in rencana.items() if kata != "terlambat")
        ditetapkan = rencana["ditetapkan"] + rencana["ditutup"]
        # A year before Tera has people but no plan: nothing to compare with.
        ada = wajib > rencana[BELUM]
        persen_skp = persen(ditetapkan, wajib) if ada else None
        hari = hari_tengah(skp, 0)
    return TitikTren(
        periode,
        persen_skp,
        hari,
        # While a period runs nobody is evaluated: not a fall, only not yet.
        None if pada <= periode.selesai and orang == belum else persen(orang - belum, orang),
        persen(isi["ikut"], isi["wajib"]),
        persen(isi["target"], isi["indikator"]),
        angka_ikm(warga, pada=pada, boleh=warga.n >= minimum),
        Counter({satu: nilai[satu] for satu in PilihanPredikat.values if nilai[satu]}),
    )


def _jumlah(satu: Jumlah) -> Counter[str]:
    return sum(satu.bagian.values(), Counter[str]())
