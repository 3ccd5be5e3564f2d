"""A closed 360 round beside the rating: seen, asked about, never deciding; opened after it."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from evaluasi import panggung
from pemeran import Pemeran, buat_pemeran
from tera.core import clock
from tera.core.kejadian import antar_tertunda
from tera.core.models import Kejadian
from tera.evaluasi import services
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.penerima import terima_ditetapkan_banyak
from tera.evaluasi.services.umpan_balik import buka_hasil_umpan_balik, musnahkan_kunci_selesai
from tera.umpan_balik.models import KunciPasangan
from umpan_balik import panggung_putaran as pentas

pytestmark = pytest.mark.django_db
SAAT = dt.datetime(2026, 11, 20, 3, tzinfo=dt.UTC)


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


def _putaran(para: Pemeran, daftar_level=(0, 0, 0, 0, 1)) -> pentas.Panggung:
    satu = pentas.jalankan(para)
    pentas.isi_semua(satu, daftar_level)
    pentas.tutup(satu)
    return satu


def _ruang(para: Pemeran, evaluasi: Evaluasi, oleh=None) -> str:
    klien = Client()
    klien.force_login((oleh or para.budi).akun)
    with clock.jam_beku(SAAT):
        return klien.get(f"/evaluasi/{evaluasi.pk}/").text


def test_t50_a_sesuai_beside_a_360_all_below_is_accepted_and_a_reason_only_asked() -> None:
    para = buat_pemeran()
    _putaran(para)
    evaluasi = panggung.buka(para)
    teks = _ruang(para, evaluasi)
    assert "Di samping rating, tidak pernah menentukannya" in teks
    assert "Cenderung di bawah: Berorientasi Pelayanan" in teks
    assert "Tidak diwajibkan" in teks
    # Sesuai without a word of reason: taken as it is, and the marks stay empty.
    panggung.nilai(para, evaluasi, perilaku="sesuai")
    evaluasi.refresh_from_db()
    assert evaluasi.rating_perilaku_kerja == "sesuai"
    assert evaluasi.alasan_perilaku_kerja == ""


def test_without_a_closed_round_the_workspace_says_nothing_of_it(para: Pemeran) -> None:
    satu = pentas.jalankan(para)
    pentas.isi_semua(satu)
    panggung.buka(para)
    assert "Lihat hasil per nilai" not in _ruang(para, Evaluasi.objects.get())


def test_the_result_opens_to_the_person_when_the_rating_is_set(para: Pemeran) -> None:
    satu = _putaran(para)
    evaluasi = panggung.buka(para)
    panggung.tetapkan_capaian(para)
    panggung.nilai(para, evaluasi)
    assert buka_hasil_umpan_balik(
        instansi_id=para.instansi.pk, zona=para.instansi.zona, pada=panggung.PADA
    ) == 0  # fmt: skip
    evaluasi.refresh_from_db()
    services.tetapkan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=panggung.PADA)
    antar_tertunda()
    assert satu.andi.status == "hasil_dibuka"
    # A whole team's ratings in one look: the cost of one.
    peristiwa = Kejadian.objects.get(nama="evaluasi.tetapkan")
    with CaptureQueriesContext(connection) as kueri:
        terima_ditetapkan_banyak([peristiwa] * 9)
    assert len(kueri) == 2


def test_a_round_that_closes_after_the_rating_opens_at_the_daily_look(para: Pemeran) -> None:
    panggung.tetapkan(para)
    satu = _putaran(para)
    assert satu.andi.status == "ditutup"
    for harap in (1, 0):
        dibuka = buka_hasil_umpan_balik(
            instansi_id=para.instansi.pk, zona=para.instansi.zona, pada=panggung.PADA
        )
        assert dibuka == harap
    assert satu.andi.status == "hasil_dibuka"


def test_the_key_dies_when_no_objection_can_come_any_more(para: Pemeran) -> None:
    evaluasi = panggung.tetapkan(para)
    _putaran(para)

    def musnah(pada: dt.date) -> int:
        return musnahkan_kunci_selesai(
            instansi_id=para.instansi.pk, zona=para.instansi.zona, pada=pada
        )

    batas = para.periode.batas_evaluasi
    assert musnah(batas + dt.timedelta(days=200)) == 0
    Evaluasi.objects.filter(pk=evaluasi.pk).update(status="final")
    assert musnah(batas) == 0
    assert KunciPasangan.objects.exists()
    assert musnah(batas + dt.timedelta(days=1)) == 1
    assert not KunciPasangan.objects.exists()
    assert musnah(batas + dt.timedelta(days=2)) == 0


def test_a_rating_that_never_comes_keeps_the_key_ninety_days_at_most(para: Pemeran) -> None:
    panggung.buka(para)
    _putaran(para)
    batas = para.periode.batas_evaluasi
    for hari, harap in ((90, 0), (91, 1)):
        jumlah = musnahkan_kunci_selesai(
            instansi_id=para.instansi.pk,
            zona=para.instansi.zona,
            pada=batas + dt.timedelta(days=hari),
        )
        assert jumlah == harap
