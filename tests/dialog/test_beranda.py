"""What of the dialogue returns on home, on both sides, until it is done."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dialog import panggung
from dialog.klien import masuk
from dialog.panggung import PADA
from pemeran import Pemeran
from tera.core import clock
from tera.dialog import services
from tera.dialog.selectors.tugas import tugas_dialog
from tera.organisasi.models import KebijakanInstansi

pytestmark = pytest.mark.django_db


def kata(para: Pemeran, pegawai) -> set[str]:
    return {satu.kata for satu in tugas_dialog(aktor=para.aktor(pegawai))}


def test_an_agreement_returns_on_both_homes_until_it_is_done(para: Pemeran) -> None:
    janji = panggung.kesepakatan(para)
    assert "janji" in kata(para, para.andi)
    assert "ditunggu" in kata(para, para.budi)
    assert "Kesepakatan: Kirim rekap tiap Jumat" in masuk(para.andi).get("/").text
    assert "1 kesepakatan Anda tunggu" in masuk(para.budi).get("/").text
    services.usulkan_perubahan(
        aktor=para.aktor(para.andi), kesepakatan=janji, uraian="Tiap Senin",
        tenggat=janji.tenggat, pada=PADA,
    )  # fmt: skip
    assert "usul" in kata(para, para.budi)
    assert "ditunggu" not in kata(para, para.budi)
    assert "usul" not in kata(para, para.andi)
    services.selesaikan_kesepakatan(aktor=para.aktor(para.andi), kesepakatan=janji, pada=PADA)
    assert kata(para, para.andi) == kata(para, para.budi) == {"pertemuan"}


def test_a_meeting_shows_when_it_is_near_and_until_it_is_ended(para: Pemeran) -> None:
    jauh = panggung.pertemuan(para, PADA + dt.timedelta(days=8))
    assert kata(para, para.andi) == set()
    dekat = panggung.pertemuan(para, PADA - dt.timedelta(days=2))
    assert [satu.pk for satu in tugas_dialog(aktor=para.aktor(para.andi))] == [dekat.pk]
    assert [satu.teks for satu in tugas_dialog(aktor=para.aktor(para.andi))] == ["Budi Penilai"]
    services.selesaikan_pertemuan(aktor=para.aktor(para.budi), pertemuan=dekat, pada=PADA)
    assert kata(para, para.andi) == set()
    assert jauh.status == "dijadwalkan"


def test_a_session_past_waits_only_for_its_leader(para: Pemeran) -> None:
    panggung.sesi(para, PADA - dt.timedelta(days=1))
    assert kata(para, para.andi) == set()
    assert kata(para, para.budi) == {"sesi"}


def test_questions_wait_on_the_side_whose_turn_it_is(para: Pemeran) -> None:
    satu = panggung.pertanyaan(para)
    assert (kata(para, para.andi), kata(para, para.budi)) == (set(), {"tanya"})
    assert "Andi Pegawai bertanya" in masuk(para.budi).get("/").text
    services.kirim_jawaban(aktor=para.aktor(para.budi), pertanyaan=satu, teks="Ya", pada=PADA)
    assert (kata(para, para.andi), kata(para, para.budi)) == ({"jawab"}, set())
    satu.refresh_from_db()
    services.catat_dibaca(aktor=para.aktor(para.andi), pertanyaan=satu)
    assert kata(para, para.andi) == set()


@pytest.mark.parametrize(
    ("saat", "tampak"),
    [
        (dt.date(2026, 12, 31), False),
        (dt.date(2027, 1, 1), True),
        (dt.date(2027, 2, 10), True),
        (dt.date(2027, 2, 11), False),
    ],
)
def test_the_five_questions_wait_while_the_window_of_the_policy_is_open(
    para: Pemeran, saat: dt.date, tampak: bool
) -> None:
    panggung.nilai.kebijakan(para, "dialog.hari_lima_pertanyaan", 10)
    KebijakanInstansi.objects.create(
        instansi=para.instansi, kunci="dialog.hari_lima_pertanyaan", nilai=100,
        sejak=dt.date(2027, 1, 2), dasar="SK", nama_aktor="Citra",
        dibuat_at=panggung.SIANG,
    )  # fmt: skip
    with clock.jam_beku(dt.datetime.combine(saat, dt.time(3), dt.UTC)):
        assert ("proses" in kata(para, para.andi)) is tampak
        if saat == dt.date(2027, 1, 1):
            from tera.dialog.proses import BUTIR

            services.jawab_proses(
                aktor=para.aktor(para.andi), periode=para.periode,
                jawaban=dict.fromkeys(BUTIR, "ya"), pada=saat,
            )  # fmt: skip
            assert "proses" not in kata(para, para.andi)


def test_ones_own_data_holds_ones_part_of_the_dialogue_and_no_stranger_does(
    para: Pemeran,
) -> None:
    panggung.kesepakatan(para)
    isi = {
        nama: masuk(getattr(para, nama)).get(reverse("web:unduh_data")).json()["dialog"]
        for nama in ("andi", "fajar")
    }
    assert isi["andi"]["kesepakatan"][0]["uraian"] == "Kirim rekap tiap Jumat"
    assert isi["andi"]["pertemuan"][0]["mitra__nama"] == "Budi Penilai"
    assert not any(isi["fajar"].values())


def test_all_of_it_is_one_query(para: Pemeran) -> None:
    panggung.kesepakatan(para)
    panggung.sesi(para)
    tugas_dialog(aktor=para.aktor(para.andi))
    with CaptureQueriesContext(connection) as tangkap:
        assert len(tugas_dialog(aktor=para.aktor(para.andi))) == 3
    assert len(tangkap) == 1
