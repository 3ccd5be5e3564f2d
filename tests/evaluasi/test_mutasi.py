"""Who moves, and who is away: the old rater closes the old part, the exempt are not counted."""

import datetime as dt

import pytest

from evaluasi import panggung
from evaluasi.test_pembukaan import SESUDAH, anggota, sistem
from pelaksanaan.panggung import triwulan
from pemeran import buat_pemeran
from skp.test_versi_mutasi import ZONA, pindah
from tera.core.galat import TidakBerwenangError
from tera.evaluasi import services
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.selectors.capaian import capaian_unit
from tera.evaluasi.selectors.distribusi import distribusi_unit
from tera.skp import services as skp_services
from tera.skp.selectors.unit import penugasan_wajib, ringkasan_unit

pytestmark = pytest.mark.django_db
JULI = dt.date(2026, 7, 1)


def test_t36_the_old_rater_evaluates_until_30_june_and_the_new_one_from_1_july() -> None:
    para = buat_pemeran()
    lama = panggung.skp_ditetapkan(para)
    baru_tugas = pindah(para, para.andi, JULI, para.dinas)
    skp_services.segarkan_mutasi(instansi_id=para.instansi.pk, zona=ZONA, pada=JULI)
    lama.refresh_from_db()
    assert (lama.status, lama.selesai) == ("ditutup", dt.date(2026, 6, 30))
    panggung.tetapkan_capaian(para)
    budi, fajar = para.aktor(para.budi), para.aktor(para.fajar)
    bagian = services.buka_evaluasi(
        aktor=budi, skp=lama, periode=para.periode, pada=dt.date(2026, 7, 2)
    )
    assert bagian.penilai == para.budi
    with pytest.raises(TidakBerwenangError):
        services.nilai_evaluasi(
            aktor=fajar, evaluasi=bagian, rating_hasil_kerja="sesuai",
            rating_perilaku_kerja="sesuai", revisi=0, pada=dt.date(2026, 7, 2),
        )  # fmt: skip
    panggung.nilai(para, bagian)
    bagian.refresh_from_db()
    services.tetapkan_evaluasi(aktor=budi, evaluasi=bagian, pada=dt.date(2026, 7, 3))
    bagian.refresh_from_db()
    assert (bagian.predikat, bagian.rekaman["penilai"]["nama"]) == ("baik", "Budi Penilai")

    baru = skp_services.buat_skp(
        aktor=para.aktor(para.andi), penugasan=baru_tugas, tahun=2026, pendekatan="kuantitatif",
        pada=JULI,
    )  # fmt: skip
    assert (baru.mulai, baru.selesai, baru.penilai) == (
        JULI, dt.date(2026, 12, 31), para.fajar,
    )  # fmt: skip
    type(baru).objects.filter(pk=baru.pk).update(status="ditetapkan")
    baru.refresh_from_db()
    sisa = services.buka_evaluasi(aktor=fajar, skp=baru, periode=para.periode, pada=panggung.PADA)
    assert (sisa.penilai, sisa.pk != bagian.pk) == (para.fajar, True)


def test_t37_who_is_away_all_year_is_neither_counted_nor_late() -> None:
    para = buat_pemeran()
    para.andi.kedudukan_hukum = "cltn"
    para.andi.save()
    for nomor in (1, 2):
        anggota(para, nomor)
    periode = triwulan(para, 3)
    assert services.buka_periode(aktor=sistem(para), periode=periode, pada=SESUDAH) == 2
    assert not Evaluasi.objects.filter(pegawai=para.andi).exists()
    services.tetapkan_capaian(
        aktor=para.aktor(para.bupati), unit=para.dinas, periode=periode, level="baik",
        pada=panggung.PADA,
    )  # fmt: skip
    hitung = distribusi_unit(
        unit=para.dinas, periode=periode, pada=panggung.PADA,
        capaian=capaian_unit(unit=para.dinas, periode=periode),
    )  # fmt: skip
    assert sum(hitung.jumlah.values()) + hitung.belum == 2
    wajib = penugasan_wajib(unit=para.bidang, tahun=2026, pada=panggung.PADA)
    assert para.andi.pk not in set(wajib.values_list("pegawai_id", flat=True))
    total = ringkasan_unit(unit=para.bidang, tahun=2026, pada=panggung.PADA).total
    # Two of the unit have a plan, its head has none yet; Andi is in no number.
    assert (total.wajib, total.per_status, total.terlambat) == (
        3, {"ditetapkan": 2, "belum": 1}, 0,
    )  # fmt: skip
