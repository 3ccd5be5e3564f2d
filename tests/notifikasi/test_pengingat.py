"""Reminders: once per deadline and stage, both sides of each day, up to the next level."""

import datetime as dt

import pytest

from evaluasi import panggung as evaluasi
from evaluasi.panggung import kebijakan
from notifikasi.panggung import jenis_milik
from pemeran import Pemeran, buat_pegawai
from tera.core import clock
from tera.core.kejadian import antar_tertunda
from tera.evaluasi.models import Evaluasi, Swakaji
from tera.notifikasi.models import Notifikasi
from tera.notifikasi.penerima import ingatkan_semua
from tera.notifikasi.services.pengingat import ingatkan
from tera.notifikasi.services.simpan import buang_lama
from tera.notifikasi.tampilan import kalimat_banyak
from tera.organisasi.models import PerpanjanganBatas
from tera.organisasi.services import segarkan_penilai
from tera.organisasi.services.periode import buat_periode_tahun
from tera.skp.models import SKP

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pagi")]


def hari(bulan: int, tanggal: int, tahun: int = 2026) -> dt.date:
    return dt.date(tahun, bulan, tanggal)


@pytest.mark.parametrize(
    ("pada", "harap"),
    [
        (hari(1, 23), []),
        (hari(1, 24), ["ingat.skp_susun"]),
        (hari(1, 29), ["ingat.skp_susun"]),
        (hari(1, 31), ["ingat.skp_susun"]),
        (hari(2, 1), []),
    ],
)
def test_a_plan_that_is_missing_is_asked_for_before_its_deadline(
    para: Pemeran, pada: dt.date, harap: list[str]
) -> None:
    ingatkan(instansi=para.instansi, pada=pada)
    assert jenis_milik(para.andi) == harap
    # Nobody plans for a Bupati, and nobody elsewhere is asked.
    assert jenis_milik(para.bupati) == jenis_milik(para.dewi) == []


def test_each_stage_of_a_deadline_is_told_once_and_a_moved_one_again(para: Pemeran) -> None:
    for tanggal in (24, 25, 29, 30, 31):
        ingatkan(instansi=para.instansi, pada=hari(1, tanggal))
        ingatkan(instansi=para.instansi, pada=hari(1, tanggal))
    assert jenis_milik(para.andi) == ["ingat.skp_susun"] * 2
    PerpanjanganBatas.objects.create(
        periode=para.periode, tahap="skp", unit=para.bidang, batas_lama=hari(1, 31),
        batas_baru=hari(2, 28), alasan="Banjir", nama_aktor="Citra",
        dibuat_at=dt.datetime(2026, 1, 31, tzinfo=dt.UTC),
    )  # fmt: skip
    ingatkan(instansi=para.instansi, pada=hari(2, 22))
    # The extension is the bidang's alone: Andi and Budi work there, Citra doesn't.
    assert len(jenis_milik(para.andi)) == 3
    assert len(jenis_milik(para.citra)) == 2


def test_a_plan_that_waits_reminds_its_rater_and_then_the_one_above(para: Pemeran) -> None:
    skp = evaluasi.skp_ditetapkan(para)
    SKP.objects.filter(pk=skp.pk).update(status="diajukan")
    ingatkan(instansi=para.instansi, pada=hari(1, 30))
    assert "ingat.skp_tetapkan" in jenis_milik(para.budi)
    assert "ingat.skp_susun" not in jenis_milik(para.andi)
    Notifikasi.objects.all().delete()
    for pada, harap in ((hari(2, 2), 0), (hari(2, 3), 1), (hari(2, 4), 1), (hari(2, 10), 1)):
        ingatkan(instansi=para.instansi, pada=pada)
        assert jenis_milik(para.fajar).count("lewat.skp_tetapkan") == harap
    naik = Notifikasi.objects.get(jenis="lewat.skp_tetapkan")
    assert "Budi Penilai belum menetapkan 1 SKP 2026" in kalimat_banyak([naik])[0]


def test_escalation_can_be_switched_off(para: Pemeran) -> None:
    kebijakan(para, "notifikasi.eskalasi", 0)
    ingatkan(instansi=para.instansi, pada=hari(2, 5))
    assert not Notifikasi.objects.exists()


def test_a_late_person_is_told_to_the_rater_in_one_message_with_a_number(para: Pemeran) -> None:
    for nama, nip in (("Hana Baru", "199104042016011004"), ("Indra Baru", "199105052016011005")):
        buat_pegawai(para.bidang, nama, nip, "pelaksana", "Pengolah Data dan Informasi")
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))
    ingatkan(instansi=para.instansi, pada=hari(2, 3))
    satu = Notifikasi.objects.get(pegawai=para.budi, jenis="lewat.skp_susun")
    assert satu.muatan["jumlah"] == 3
    assert "3 orang" in kalimat_banyak([satu])[0]


def test_swakaji_and_rating_are_asked_for_and_a_late_rater_is_told_above(para: Pemeran) -> None:
    satu = evaluasi.buka(para)
    batas_swakaji = hari(1, 7, 2027)
    ingatkan(instansi=para.instansi, pada=batas_swakaji)
    assert jenis_milik(para.andi) == ["ingat.swakaji"]
    Swakaji.objects.create(evaluasi=satu, dikirim_at=clock.sekarang())
    Notifikasi.objects.all().delete()
    ingatkan(instansi=para.instansi, pada=batas_swakaji)
    assert jenis_milik(para.andi) == []
    ingatkan(instansi=para.instansi, pada=hari(1, 24, 2027))
    ingatkan(instansi=para.instansi, pada=hari(1, 31, 2027))
    assert jenis_milik(para.budi) == ["ingat.nilai", "ingat.nilai"]
    assert "lewat.nilai" not in jenis_milik(para.fajar)
    ingatkan(instansi=para.instansi, pada=hari(2, 3, 2027))
    assert jenis_milik(para.fajar) == ["lewat.nilai"]
    Evaluasi.objects.update(status="ditetapkan")
    Notifikasi.objects.all().delete()
    ingatkan(instansi=para.instansi, pada=hari(2, 3, 2027))
    assert not Notifikasi.objects.exists()


def test_a_delivered_result_reminds_of_its_receipt_and_of_the_end_of_the_window(
    para: Pemeran,
) -> None:
    evaluasi.buka(para)
    Evaluasi.objects.update(status="disampaikan", disampaikan_pada=hari(3, 2))
    ingatkan(instansi=para.instansi, pada=hari(3, 4))
    assert jenis_milik(para.andi) == []
    for tanggal in (5, 6, 9):
        ingatkan(instansi=para.instansi, pada=hari(3, tanggal))
    assert jenis_milik(para.andi) == ["ingat.terima"]
    Evaluasi.objects.update(diterima_pada=hari(3, 9))
    batas = hari(3, 25)  # 14 days end on Nyepi's holidays and the weekend's eve
    for tanggal in range(9, 31):
        ingatkan(instansi=para.instansi, pada=hari(3, tanggal))
    akhir = Notifikasi.objects.filter(jenis="ingat.keberatan")
    assert [satu.kunci.rsplit(":", 1)[1] for satu in akhir.order_by("pk")] == ["awal", "akhir"]
    assert akhir[0].muatan["batas"] >= hari(3, 23).isoformat()
    assert akhir[0].muatan["batas"] <= batas.isoformat()


def test_the_end_of_the_window_is_reminded_of_by_the_agencys_calendar_where_it_is_later(
    para: Pemeran,
) -> None:
    evaluasi.buka(para)
    Evaluasi.objects.update(
        status="disampaikan", disampaikan_pada=hari(3, 9), diterima_pada=hari(3, 9)
    )
    type(para.periode).objects.update(keberatan_sampai=hari(6, 30))
    for bulan, tanggal in ((3, 23), (3, 25), (6, 29), (6, 30), (7, 1)):
        ingatkan(instansi=para.instansi, pada=hari(bulan, tanggal))
    akhir = Notifikasi.objects.filter(jenis="ingat.keberatan")
    assert akhir.exists()
    assert {satu.muatan["batas"] for satu in akhir} == {hari(6, 30).isoformat()}


def test_the_number_of_questions_does_not_grow_with_the_people(
    para: Pemeran, django_assert_max_num_queries
) -> None:
    def kali() -> int:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        Notifikasi.objects.all().delete()
        with CaptureQueriesContext(connection) as tangkap:
            ingatkan(instansi=para.instansi, pada=hari(1, 30))
        return len(tangkap)

    sedikit = kali()
    for nomor in range(20):
        buat_pegawai(
            para.bidang, f"Orang {nomor}", f"19910404201601{nomor:04d}", "pelaksana", "Pengolah"
        )
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))
    assert kali() == sedikit
    assert Notifikasi.objects.filter(jenis="ingat.skp_susun").count() >= 22


def test_in_the_west_the_job_already_speaks_of_the_day_that_comes(para: Pemeran) -> None:
    para.instansi.zona = "Asia/Jakarta"
    para.instansi.save()
    # 22.00 WIB of the 23rd is the 24th in Jayapura, where the daily jobs begin.
    with clock.jam_beku(dt.datetime(2026, 1, 23, 15, tzinfo=dt.UTC)):
        ingatkan_semua()
    assert jenis_milik(para.andi) == ["ingat.skp_susun"]


def test_what_was_read_long_ago_is_thrown_away_and_what_is_unread_stays(para: Pemeran) -> None:
    pada = hari(11, 20)
    for kunci, dibaca in (
        ("lama", hari(5, 23)), ("batas", hari(5, 24)), ("belum", None),
    ):  # fmt: skip
        Notifikasi.objects.create(
            instansi=para.instansi, pegawai=para.andi, jenis="skp.ditetapkan", kelompok="hasil",
            kunci=kunci, terjadi_at="2026-01-01T00:00Z",
            dibaca_at=dibaca and dt.datetime.combine(dibaca, dt.time(12), dt.UTC),
        )  # fmt: skip
    assert buang_lama(instansi=para.instansi, pada=pada) == 1
    assert set(Notifikasi.objects.values_list("kunci", flat=True)) == {"batas", "belum"}


def _buka_tahun(para: Pemeran, dibuka: dt.date) -> None:
    buat_periode_tahun(
        aktor=para.aktor(para.citra), tahun=2027, pada=evaluasi.PADA, dibuka_pada=dibuka
    )
    antar_tertunda()


def _terkabar(para: Pemeran) -> int:
    return jenis_milik(para.andi).count("organisasi.periode_dibuka")


def test_a_year_with_a_later_opening_day_is_told_on_that_day_once(para: Pemeran) -> None:
    _buka_tahun(para, hari(12, 1))
    ingatkan(instansi=para.instansi, pada=hari(11, 30))
    assert not Notifikasi.objects.exists()
    ingatkan(instansi=para.instansi, pada=hari(12, 1))
    assert _terkabar(para) == 1
    told = set(Notifikasi.objects.values_list("pegawai__nama", flat=True))
    assert {"Andi Pegawai", "Budi Penilai", "Citra Pengelola", "Fajar Kepala"} <= told
    assert not told & {"Dewi Orang Lain", "Gita Bupati"}
    for tanggal in (1, 2):
        assert ingatkan(instansi=para.instansi, pada=hari(12, tanggal)) == 0
    assert (
        "Tahun 2027 dibuka" in kalimat_banyak([Notifikasi.objects.filter(pegawai=para.andi)[0]])[0]
    )


def test_a_worker_that_stood_still_on_the_opening_day_tells_later_and_not_after_a_week(
    para: Pemeran,
) -> None:
    _buka_tahun(para, hari(12, 1))
    ingatkan(instansi=para.instansi, pada=hari(12, 8))
    assert _terkabar(para) == 0
    ingatkan(instansi=para.instansi, pada=hari(12, 7))
    assert _terkabar(para) == 1


def test_a_year_opened_at_once_is_not_told_again_by_the_daily_job(para: Pemeran) -> None:
    _buka_tahun(para, evaluasi.PADA)
    assert _terkabar(para) == 1
    ingatkan(instansi=para.instansi, pada=evaluasi.PADA)
    assert _terkabar(para) == 1


def test_a_year_in_which_nobody_plans_any_more_is_told_to_nobody(para: Pemeran) -> None:
    _buka_tahun(para, hari(2, 10, 2027))
    ingatkan(instansi=para.instansi, pada=hari(2, 10, 2027))
    assert _terkabar(para) == 0
