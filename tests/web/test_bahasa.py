"""Choosing the language: account, device, default; prints, letters and mail keep their own."""

import datetime as dt

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import translation

from evaluasi.panggung import skp_ditetapkan
from pemeran import buat_pemeran
from tera.antarmuka import format as tulis
from tera.core.models import Pengguna
from tera.dokumen.models import CetakanDokumen
from tera.dokumen.selectors import susun
from tera.web.surel_akun import kirim_tautan_sandi

pytestmark = pytest.mark.django_db


def _pilih(klien: Client, bahasa: str, lanjut: str = "/"):
    return klien.post(reverse("web:bahasa"), {"bahasa": bahasa, "lanjut": lanjut})


def test_a_visitor_reads_indonesian_whatever_the_browser_asks_until_choosing_english() -> None:
    klien = Client(headers={"Accept-Language": "en-US,en;q=0.9"})
    awal = klien.get("/masuk/")
    assert '<html lang="id"' in awal.content.decode()
    assert awal["Content-Language"] == "id"
    jawaban = _pilih(klien, "en", "/masuk/?next=/skp/")
    assert (jawaban.status_code, jawaban["Location"]) == (302, "/masuk/?next=/skp/")
    isi = klien.get("/masuk/").content.decode()
    assert '<html lang="en"' in isi
    assert "Forgot password" in isi
    assert "Lupa sandi" not in isi
    assert _pilih(klien, "id").status_code == 302
    assert "Lupa sandi" in klien.get("/masuk/").content.decode()


def test_the_choice_of_a_signed_in_person_follows_the_account_to_another_device() -> None:
    para = buat_pemeran()
    klien = Client()
    klien.force_login(para.andi.akun)
    _pilih(klien, "en")
    lain = Client()
    lain.force_login(para.andi.akun)
    assert '<html lang="en"' in lain.get("/").content.decode()
    # The account wins over what somebody else chose on this device.
    lain.cookies["bahasa"] = "id"
    assert '<html lang="en"' in lain.get("/").content.decode()
    budi = Client()
    budi.force_login(para.budi.akun)
    assert '<html lang="id"' in budi.get("/").content.decode()


def test_an_unknown_language_is_refused_and_changes_nothing() -> None:
    para = buat_pemeran()
    klien = Client()
    klien.force_login(para.andi.akun)
    assert _pilih(klien, "xx").status_code == 422
    assert Pengguna.objects.get(pk=para.andi.akun_id).bahasa == ""
    klien.cookies["bahasa"] = "xx"
    assert '<html lang="id"' in klien.get("/").content.decode()


@pytest.mark.parametrize(
    "tujuan", ["https://jahat.example/", "//jahat.example/", "javascript:x", ""]
)
def test_choosing_a_language_never_leads_to_another_site(tujuan: str) -> None:
    assert _pilih(Client(), "en", tujuan)["Location"] == "/"


def test_the_choice_needs_the_key_of_the_form() -> None:
    ketat = Client(enforce_csrf_checks=True)
    assert _pilih(ketat, "en").status_code == 403


def test_after_a_refused_form_the_choice_leads_back_to_the_page_it_was_sent_from() -> None:
    klien = Client(headers={"Referer": "http://testserver/aktivasi/"})
    isi = klien.post("/masuk/", {"login": "x", "password": "y"}).content.decode()
    assert '<input type="hidden" name="lanjut" value="/aktivasi/">' in isi


def test_only_english_pages_load_the_english_of_the_script() -> None:
    klien = Client()
    assert "tera.en.js" not in klien.get("/masuk/").content.decode()
    klien.cookies["bahasa"] = "en"
    assert "tera.en.js" in klien.get("/masuk/").content.decode()


def test_a_refusal_speaks_the_language_of_its_reader() -> None:
    para = buat_pemeran()
    klien = Client()
    klien.force_login(para.andi.akun)
    klien.cookies["bahasa"] = "en"
    isi = klien.get(reverse("web:kelola")).content.decode()
    assert "This page is for the pengelola kinerja." in isi


def test_a_print_and_its_digest_are_indonesian_for_a_reader_of_english() -> None:
    para = buat_pemeran()
    skp = skp_ditetapkan(para)
    sama = {
        bahasa: _cetak(bahasa, aktor=para.aktor(para.andi), objek_id=skp.pk)
        for bahasa in ("id", "en")
    }
    assert sama["id"] is not None
    assert sama["id"] == sama["en"]


def _cetak(bahasa: str, **isi):
    with translation.override(bahasa):
        return susun(jenis=CetakanDokumen.Jenis.SKP, **isi)


@pytest.mark.parametrize(
    ("bahasa", "judul"), [("", "Atur ulang sandi Tera"), ("en", "Reset your Tera password")]
)
def test_mail_is_written_in_the_language_of_its_reader(bahasa: str, judul: str) -> None:
    para = buat_pemeran()
    akun = para.andi.akun
    akun.surel, akun.bahasa = "andi@contoh.example", bahasa
    akun.set_password("sandi-uji-panjang")
    akun.save()
    kirim_tautan_sandi.call(akun.pk)
    assert mail.outbox[-1].subject == judul


def test_dates_times_and_numbers_follow_the_language() -> None:
    saat = dt.datetime(2026, 5, 17, 2, 41, tzinfo=dt.UTC)
    with translation.override("en"):
        assert tulis.tulis_hari_tanggal(saat.date()) == "Sunday, 17 May 2026"
        assert tulis.tulis_waktu(saat, "Asia/Jakarta") == "17 May 2026 at 09:41 WIB"
        assert tulis.tulis_angka(1234.5) == "1,234.5"
        assert tulis.tulis_angka(-1234567, 2) == "−1,234,567.00"
        assert tulis.tulis_persen(96.4) == "96.4%"
        assert tulis.tulis_ukuran(1_400_000) == "1.4 MB"
        assert tulis.tulis_relatif(dt.date(2026, 5, 18), saat.date()) == "tomorrow"
        assert tulis.tulis_relatif(dt.date(2026, 5, 26), saat.date()) == "in 9 days"
        assert tulis.tulis_relatif(dt.date(2026, 5, 14), saat.date()) == "3 days ago"
    assert tulis.tulis_angka(1234.5) == "1.234,5"
