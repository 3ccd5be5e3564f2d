"""The download of one's own data: what citizens wrote, one's replies, and a round's anonymity."""

import datetime as dt
import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pemeran import Pemeran, buat_pemeran
from tera.core import clock
from tera.organisasi.models import Pegawai
from tera.umpan_balik.selectors.salinan import salinan_umpan_balik
from tera.umpan_balik.services import moderasi
from tera.umpan_balik.services.putaran import buka_hasil
from umpan_balik import panggung_publik
from umpan_balik import panggung_putaran as panggung

pytestmark = pytest.mark.django_db
PADA = panggung_publik.PADA


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


def _unduh(orang: Pegawai, saat: dt.date) -> dict[str, Any]:
    klien = Client()
    assert orang.akun is not None
    with clock.jam_beku(dt.datetime.combine(saat, dt.time(3), dt.UTC)):
        klien.force_login(orang.akun)
        isi: dict[str, Any] = klien.get(reverse("web:unduh_data")).json()["umpan_balik"]
    return isi


def _tulisan(para: Pemeran, teks: str) -> Any:
    titik = panggung_publik.titik(para, unit=para.bidang, nama=teks)
    panggung_publik.jawaban(titik, 5)
    citra = para.aktor(para.citra)
    masukan = panggung_publik.masukan(titik, teks)
    moderasi.terbitkan_masukan(aktor=citra, masukan=masukan, pada=PADA)
    return moderasi.kaitkan_masukan(aktor=citra, masukan=masukan, pegawai=para.andi, pada=PADA)


def test_what_citizens_wrote_and_ones_replies_are_ones_own_data(para: Pemeran) -> None:
    terbaca, diperiksa = _tulisan(para, "Sabar menjelaskan."), _tulisan(para, "Lama sekali.")
    andi = para.aktor(para.andi)
    for satu, balasan in ((terbaca, "Terima kasih."), (diperiksa, "Loketnya sedang rusak.")):
        moderasi.tanggapi_masukan(aktor=andi, masukan=satu, teks=balasan, pada=PADA)
    moderasi.tandai_diperiksa(
        aktor=para.aktor(para.citra), masukan=diperiksa, diperiksa=True, pada=PADA
    )
    isi = _unduh(para.andi, PADA)
    [suara] = isi["suara_masyarakat"]
    assert (suara["teks"], suara["tanggapan"]) == ("Sabar menjelaskan.", "Terima kasih.")
    # The reply is the person's own, the hidden text isn't read by anybody.
    assert [satu["teks"] for satu in isi["tanggapan"]] == [
        "Terima kasih.",
        "Loketnya sedang rusak.",
    ]
    assert "Lama sekali." not in json.dumps(isi)
    assert not any(_unduh(para.budi, PADA).values())


def test_a_text_that_the_person_may_not_read_yet_is_not_downloaded(para: Pemeran) -> None:
    titik = panggung_publik.titik(para, unit=para.bidang)
    panggung_publik.jawaban(titik, 4)
    citra = para.aktor(para.citra)
    masukan = panggung_publik.masukan(titik, "Sabar menjelaskan.")
    moderasi.terbitkan_masukan(aktor=citra, masukan=masukan, pada=PADA)
    moderasi.kaitkan_masukan(aktor=citra, masukan=masukan, pegawai=para.andi, pada=PADA)
    assert not any(_unduh(para.andi, PADA).values())
    panggung_publik.jawaban(titik, 1)
    assert len(_unduh(para.andi, PADA)["suara_masyarakat"]) == 1


def test_one_downloads_ones_own_answers_while_the_round_runs_and_never_those_of_others(
    para: Pemeran,
) -> None:
    babak = panggung.jalankan(para)
    panggung.isi_semua(babak, (2, 1, 1, 1, 2), diri=2)
    formulir = babak.andi.daftar_responden.filter(hubungan="rekan").order_by("id").first()
    assert formulir is not None
    panggung.isi(babak, formulir, 0, teks="Rapi bekerjanya.", catatan_bernama="Teruskan.")

    berjalan = _unduh(formulir.pegawai, panggung.MULAI)
    [jawaban] = berjalan["jawaban_berjalan"]
    assert (jawaban["tentang"], jawaban["teks"]) == (para.andi.nama, "Rapi bekerjanya.")
    assert jawaban["nilai"] == dict.fromkeys(panggung.KODE, 0)
    assert berjalan["catatan_bernama"][0]["teks"] == "Teruskan."
    assert any(satu["sudah_mengisi"] for satu in berjalan["formulir"])

    tentang_andi = _unduh(para.andi, panggung.MULAI)
    assert [satu["tentang"] for satu in tentang_andi["jawaban_berjalan"]] == [para.andi.nama]
    assert tentang_andi["putaran"][0]["hasil"] is None
    assert "Teruskan." not in json.dumps(tentang_andi)
    assert "Rapi bekerjanya." not in json.dumps(tentang_andi)


def test_after_the_release_one_downloads_what_was_released_and_nothing_behind_it(
    para: Pemeran,
) -> None:
    babak = panggung.jalankan(para)
    panggung.isi_semua(babak)
    formulir = babak.andi.daftar_responden.filter(hubungan="rekan").order_by("id").first()
    assert formulir is not None
    panggung.isi(babak, formulir, 1, teks="Rapi bekerjanya.", catatan_bernama="Teruskan.")
    satu = panggung.tutup(babak)
    tertutup = _unduh(para.andi, panggung.SESUDAH)
    assert tertutup["putaran"][0]["hasil"] is None
    assert tertutup["catatan_bernama_untuk_saya"] == []
    dibuka = buka_hasil(
        aktor=babak.sistem(), pegawai_id=para.andi.pk, periode_id=para.periode.pk,
        pada=panggung.SESUDAH,
    )  # fmt: skip
    assert dibuka == 1

    isi = _unduh(para.andi, panggung.SESUDAH)
    hasil = panggung.HasilUmpanBalik.objects.get(putaran_pegawai=satu)
    assert isi["putaran"][0]["hasil"] == hasil.isi
    assert isi["putaran"][0]["jawaban_diri"] == hasil.diri
    assert [catatan["teks"] for catatan in isi["catatan_bernama_untuk_saya"]] == ["Teruskan."]
    assert isi["jawaban_berjalan"] == []
    # Who answered about Andi isn't in it but for the one who signed.
    teks = json.dumps(isi)
    rekan = {r.pegawai.nama for r in babak.andi.daftar_responden.filter(hubungan="rekan")}
    assert {nama for nama in rekan if nama in json.dumps(isi["putaran"])} == set()
    assert "Rapi bekerjanya." not in teks
    # The envelope of the respondent is closed to its writer too.
    assert _unduh(formulir.pegawai, panggung.SESUDAH)["jawaban_berjalan"] == []


def test_the_copy_costs_the_same_queries_however_much_there_is(para: Pemeran) -> None:
    def hitung() -> int:
        with CaptureQueriesContext(connection) as tangkap:
            salinan_umpan_balik(aktor=para.aktor(para.andi), pada=PADA)
        return len(tangkap)

    for nomor in range(2):
        _tulisan(para, f"Tulisan {nomor}.")
    sedikit = hitung()
    for nomor in range(2, 5):
        _tulisan(para, f"Tulisan {nomor}.")
    assert hitung() == sedikit <= 11
