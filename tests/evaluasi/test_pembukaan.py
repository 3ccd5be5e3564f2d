"""Opening a period: whom it opens, once, by job or on demand; the draw of blind marks."""

import datetime as dt

import pytest

from evaluasi import panggung
from pelaksanaan.panggung import triwulan
from pemeran import Pemeran, buat_pegawai, buat_pemeran
from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.evaluasi import services
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.services.pembukaan import buka_yang_berakhir
from tera.organisasi.models import HubunganDekat, Periode

pytestmark = pytest.mark.django_db
SESUDAH = dt.date(2026, 10, 2)


def sistem(para: Pemeran) -> Aktor:
    return Aktor.sistem(para.instansi.pk, para.instansi.zona)


def anggota(para: Pemeran, nomor: int, status: str = "pns"):
    pegawai = buat_pegawai(
        para.bidang, f"Anggota {nomor}", f"19910101201501{nomor:04d}", "pelaksana",
        "Pengolah Data dan Informasi",
    )  # fmt: skip
    pegawai.status = status
    pegawai.save()
    skp = panggung.skp_ditetapkan(para, pegawai)
    skp.penilai = para.budi
    skp.save()
    return skp


def bulan(para: Pemeran, nomor: int) -> Periode:
    mulai = dt.date(2026, nomor, 1)
    selesai = dt.date(2026, nomor + 1, 1) - dt.timedelta(days=1)
    return Periode.objects.create(
        instansi=para.instansi, tahun=2026, jenis="bulanan", urut=nomor, mulai=mulai,
        selesai=selesai, batas_evaluasi=selesai + dt.timedelta(days=14), dibuka_pada=mulai,
    )  # fmt: skip


def test_a_period_opens_everyone_with_a_plan_in_force_once() -> None:
    para = buat_pemeran()
    panggung.skp_ditetapkan(para)
    anggota(para, 1, "cpns")
    anggota(para, 2, "pppk")
    draf = anggota(para, 3)
    draf.status = "draf"
    draf.save()
    periode = triwulan(para, 3)
    assert services.buka_periode(aktor=sistem(para), periode=periode, pada=SESUDAH) == 3
    assert services.buka_periode(aktor=sistem(para), periode=periode, pada=SESUDAH) == 0
    assert set(Evaluasi.objects.values_list("penilai__nama", flat=True)) == {"Budi Penilai"}
    assert audit.verifikasi().utuh


def test_a_period_that_still_runs_isnt_opened_in_bulk() -> None:
    para = buat_pemeran()
    periode = triwulan(para, 3)
    with pytest.raises(StatusTidakSesuaiError, match="dibuka sesudah"):
        services.buka_periode(aktor=sistem(para), periode=periode, pada=periode.selesai)


@pytest.mark.parametrize("status", ["pns", "cpns", "pppk", "pppk_paruh_waktu"])
def test_pppk_paruh_waktu_are_evaluated_quarterly_where_the_instansi_goes_by_months(
    status: str,
) -> None:
    para = buat_pemeran()
    anggota(para, 1, status)
    for nomor in range(7, 10):
        bulan(para, nomor)
    buka_yang_berakhir(instansi_id=para.instansi.pk, zona=para.instansi.zona, pada=SESUDAH)
    jenis = sorted(Evaluasi.objects.values_list("periode__jenis", "periode__urut"))
    if status == "pppk_paruh_waktu":
        assert jenis == [("triwulan", 2), ("triwulan", 3)]
        assert Periode.objects.filter(jenis="triwulan").count() == 4
    else:
        assert jenis == [("bulanan", 7), ("bulanan", 8), ("bulanan", 9)]


def test_where_the_instansi_goes_by_quarters_nobody_needs_more_periods() -> None:
    para = buat_pemeran()
    anggota(para, 1, "pppk_paruh_waktu")
    anggota(para, 2)
    triwulan(para, 3)
    buka_yang_berakhir(instansi_id=para.instansi.pk, zona=para.instansi.zona, pada=SESUDAH)
    assert Evaluasi.objects.count() == 2
    assert Periode.objects.exclude(jenis="tahunan").count() == 1


def test_the_daily_look_costs_the_same_whatever_the_people(django_assert_max_num_queries) -> None:
    para = buat_pemeran()
    periode = triwulan(para, 3)
    for nomor in range(1, 4):
        anggota(para, nomor)
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    jumlah = []
    for tambah in (0, 9):
        for nomor in range(tambah):
            anggota(para, 10 + nomor)
        Evaluasi.objects.all().delete()
        with CaptureQueriesContext(connection) as tangkap:
            services.buka_periode(aktor=sistem(para), periode=periode, pada=SESUDAH)
        jumlah.append(len(tangkap))
    assert jumlah[0] == jumlah[1], jumlah
    assert Evaluasi.objects.count() == 12


@pytest.mark.parametrize("siapa", ["budi", "andi"])
def test_the_rater_and_the_person_open_on_demand_the_same_evaluation(siapa: str) -> None:
    para = buat_pemeran()
    skp = panggung.skp_ditetapkan(para)
    pertama = services.buka_evaluasi(
        aktor=para.aktor(getattr(para, siapa)), skp=skp, periode=para.periode, pada=panggung.PADA
    )
    kedua = services.buka_evaluasi(
        aktor=para.aktor(para.budi), skp=skp, periode=para.periode, pada=panggung.PADA
    )
    assert pertama.pk == kedua.pk
    assert Evaluasi.objects.count() == 1


@pytest.mark.parametrize("siapa", ["fajar", "citra", "eka", "dewi"])
def test_nobody_else_opens_an_evaluation(siapa: str) -> None:
    para = buat_pemeran()
    skp = panggung.skp_ditetapkan(para)
    with pytest.raises(TidakBerwenangError):
        services.buka_evaluasi(
            aktor=para.aktor(getattr(para, siapa)),
            skp=skp,
            periode=para.periode,
            pada=panggung.PADA,
        )


def test_somebodys_evaluation_of_another_kind_isnt_opened() -> None:
    para = buat_pemeran()
    skp = anggota(para, 1, "pppk_paruh_waktu")
    periode = bulan(para, 7)
    with pytest.raises(MasukanSalahError, match="jenis periodenya lain"):
        services.buka_evaluasi(aktor=para.aktor(para.budi), skp=skp, periode=periode, pada=SESUDAH)


def test_a_new_version_of_the_plan_opens_no_second_evaluation() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    lama = evaluasi.skp
    lama.status = "digantikan"
    lama.save()
    baru = panggung.SKP.objects.create(
        instansi=para.instansi, pegawai=para.andi, penugasan=lama.penugasan, tahun=2026,
        mulai=lama.mulai, selesai=lama.selesai, keluarga="ja_jf", pendekatan="kuantitatif",
        status="ditetapkan", versi=2, penilai=para.budi,
    )  # fmt: skip
    lagi = services.buka_evaluasi(
        aktor=para.aktor(para.budi), skp=baru, periode=para.periode, pada=panggung.PADA
    )
    assert lagi.pk == evaluasi.pk


def test_a_close_relation_is_seen_by_the_bulk_opening_too() -> None:
    para = buat_pemeran()
    panggung.skp_ditetapkan(para)
    anggota(para, 1)
    HubunganDekat.objects.create(
        instansi=para.instansi, penyata=para.budi, pihak=para.andi, jenis="keluarga",
        sejak=para.periode.mulai, dibuat_at=para.instansi.created_at,
    )  # fmt: skip
    services.buka_periode(aktor=sistem(para), periode=triwulan(para, 3), pada=SESUDAH)
    perlu = dict(Evaluasi.objects.values_list("pegawai__nama", "perlu_tanda_tangan_atasan"))
    assert perlu == {"Andi Pegawai": True, "Anggota 1": False}


@pytest.mark.parametrize(("pilihan", "persen", "harap"), [("tidak", 20, 0), ("semua", 20, 24)])
def test_the_policy_says_whose_blind_marks_are_asked(pilihan: str, persen: int, harap: int) -> None:
    para = buat_pemeran()
    panggung.kebijakan(para, "evaluasi.tanda_buta", pilihan)
    for nomor in range(24):
        anggota(para, nomor + 1)
    services.buka_periode(aktor=sistem(para), periode=triwulan(para, 3), pada=SESUDAH)
    assert Evaluasi.objects.filter(tanda_buta=True).count() == harap


def test_the_draw_is_the_same_every_time_and_grows_with_the_percentage() -> None:
    para = buat_pemeran()
    panggung.kebijakan(para, "evaluasi.tanda_buta", "sampel")
    for nomor in range(24):
        anggota(para, nomor + 1)
    periode = triwulan(para, 3)
    terundi = []
    for persen in (30, 30, 100):
        panggung.kebijakan(para, "evaluasi.tanda_buta_persen", persen)
        Evaluasi.objects.all().delete()
        services.buka_periode(aktor=sistem(para), periode=periode, pada=SESUDAH)
        terundi.append(
            set(Evaluasi.objects.filter(tanda_buta=True).values_list("pegawai_id", flat=True))
        )
    assert terundi[0] == terundi[1]
    assert terundi[0] < terundi[2]
    assert len(terundi[2]) == 24
