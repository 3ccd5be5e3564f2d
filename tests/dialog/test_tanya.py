"""Tanya-jawab: only the person and the penilai, any line, and the objection's clock goes on."""

import datetime as dt

import pytest
from django.urls import reverse

from dialog import panggung
from dialog.klien import kirim, lihat, masuk
from dialog.panggung import PADA
from pemeran import Pemeran
from tera.core import clock
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import Kejadian
from tera.dialog import services
from tera.dialog.models import Pertanyaan
from tera.dialog.selectors.tanya import baris_hasil, pertanyaan_terlihat

pytestmark = pytest.mark.django_db


def test_any_line_of_the_result_can_be_asked_about(para: Pemeran) -> None:
    evaluasi = panggung.disampaikan(para)
    daftar = baris_hasil(evaluasi=evaluasi)
    assert {satu.bagian for satu in daftar} >= {"umum", "rating", "rhk", "perilaku"}
    rhk = next(satu for satu in daftar if satu.bagian == "rhk")
    satu = services.ajukan_pertanyaan(
        aktor=para.aktor(para.andi), evaluasi=evaluasi, baris=rhk.kunci, teks="?", pada=PADA
    )
    assert (satu.bagian, satu.baris, satu.kunci) == ("rhk", "Data penduduk mutakhir", rhk.kode)
    with pytest.raises(MasukanSalahError):
        services.ajukan_pertanyaan(
            aktor=para.aktor(para.andi), evaluasi=evaluasi, baris="rhk:lain", teks="?", pada=PADA
        )


def test_nobody_asks_before_delivery_or_about_someone_else(para: Pemeran) -> None:
    evaluasi = panggung.nilai.tetapkan(para)
    isi = {"evaluasi": evaluasi, "baris": "umum:", "teks": "?", "pada": PADA}
    with pytest.raises(StatusTidakSesuaiError):
        services.ajukan_pertanyaan(aktor=para.aktor(para.andi), **isi)
    with pytest.raises(TidakBerwenangError):
        services.ajukan_pertanyaan(aktor=para.aktor(para.budi), **isi)


def test_before_delivery_the_page_shows_no_line_of_the_result(para: Pemeran) -> None:
    evaluasi = panggung.nilai.tetapkan(para)
    halaman = lihat(masuk(para.andi), "dialog:hasil", evaluasi.pk)
    assert "belum disampaikan" in halaman
    assert "Sesuai Ekspektasi" not in halaman
    assert "Predikat" not in halaman


def test_a_thread_goes_back_and_forth_and_each_side_is_told(para: Pemeran) -> None:
    satu = panggung.pertanyaan(para)
    andi, budi = para.aktor(para.andi), para.aktor(para.budi)
    langkah = [(budi, "terjawab"), (budi, "terjawab"), (andi, "terbuka"), (andi, "terbuka"),
               (budi, "terjawab")]  # fmt: skip
    for aktor, status in langkah:
        satu.refresh_from_db()
        services.kirim_jawaban(aktor=aktor, pertanyaan=satu, teks="Tulisan", pada=PADA)
        satu.refresh_from_db()
        assert satu.status == status
    assert Kejadian.objects.filter(nama="dialog.pertanyaan_dijawab").count() == 3
    assert Kejadian.objects.filter(nama="dialog.pertanyaan_diajukan").count() == 3
    with pytest.raises(TidakBerwenangError):
        services.kirim_jawaban(
            aktor=para.aktor(para.fajar), pertanyaan=satu, teks="Saya atasannya", pada=PADA
        )


def test_only_the_two_find_the_thread(para: Pemeran) -> None:
    panggung.pertanyaan(para)
    for nama in ("fajar", "citra", "eka", "dewi"):
        assert not pertanyaan_terlihat(aktor=para.aktor(getattr(para, nama))).exists(), nama


def test_reading_the_answer_is_remembered_once(para: Pemeran) -> None:
    satu = panggung.pertanyaan(para)
    services.kirim_jawaban(aktor=para.aktor(para.budi), pertanyaan=satu, teks="Karena", pada=PADA)
    andi = masuk(para.andi)
    assert "Jawaban baru" in lihat(andi, "dialog:daftar")
    lihat(masuk(para.budi), "dialog:pertanyaan", satu.pk)
    assert Pertanyaan.objects.get().jawaban_dibaca_at is None
    lihat(andi, "dialog:pertanyaan", satu.pk)
    assert Pertanyaan.objects.get().jawaban_dibaca_at is not None
    assert "Jawaban baru" not in lihat(andi, "dialog:daftar")


def test_after_the_window_the_page_says_that_it_is_over(para: Pemeran) -> None:
    satu = panggung.pertanyaan(para)
    for hari, kata in ((4, "dapat diajukan sampai"), (5, "masa keberatan berakhir")):
        with clock.jam_beku(dt.datetime(2026, 12, hari, 2, tzinfo=dt.UTC)):
            assert kata in lihat(masuk(para.andi), "dialog:pertanyaan", satu.pk)


def test_the_pages_say_until_when_an_objection_is_possible(para: Pemeran) -> None:
    evaluasi = panggung.disampaikan(para)
    andi, budi = masuk(para.andi), masuk(para.budi)
    halaman = lihat(andi, "dialog:hasil", evaluasi.pk)
    assert "tidak menghentikan masa keberatan" in halaman
    assert "4 Desember 2026" in halaman
    kosong = kirim(andi, "dialog:hasil", evaluasi.pk, baris="umum:", teks="")
    assert kosong.status_code == 422
    jawaban = kirim(andi, "dialog:hasil", evaluasi.pk, baris="rating:predikat", teks="Mengapa?")
    satu = Pertanyaan.objects.get()
    assert jawaban["Location"] == reverse("dialog:pertanyaan", args=[satu.pk])
    assert "4 Desember 2026" in lihat(budi, "dialog:pertanyaan", satu.pk)
    assert kirim(budi, "dialog:hasil", evaluasi.pk, baris="umum:", teks="x").status_code == 403
    assert kirim(budi, "dialog:pertanyaan", satu.pk, teks="Karena target").status_code == 302
    assert "Karena target" in lihat(andi, "dialog:pertanyaan", satu.pk)
