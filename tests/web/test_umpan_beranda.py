"""Home says what was last said about one's work, and who waits for a word of mine."""

import pytest
from django.test import Client

from pemeran import Pemeran, buat_pemeran
from tera.core import clock
from tera.umpan_balik.services.berkelanjutan import tarik_umpan_balik
from umpan_balik import panggung_umpan as panggung

pytestmark = pytest.mark.django_db


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


@pytest.fixture(autouse=True)
def _jam():
    with clock.jam_beku(panggung.SIANG):
        yield


def beranda(pegawai) -> str:
    satu = Client()
    satu.force_login(pegawai.akun)
    return satu.get("/").text


def test_home_shows_the_newest_piece_and_counts_the_unread(para: Pemeran) -> None:
    kosong = beranda(para.andi)
    assert "muncul di sini begitu dikirim" in kosong
    assert "umpan balik baru" not in kosong
    panggung.beri(para, teks="Yang pertama tentang rapat Senin kemarin.")
    with clock.jam_beku(panggung.SIANG + panggung.dt.timedelta(hours=1)):
        dua = panggung.beri(para, para.fajar, teks="Yang kedua " + "panjang " * 60)
        halaman = beranda(para.andi)
        assert "2 umpan balik baru tentang pekerjaan Anda" in halaman
        assert "Yang kedua panjang" in halaman
        assert "panjang…" in halaman
        assert para.fajar.nama_lengkap in halaman
        tarik_umpan_balik(aktor=para.aktor(para.fajar), umpan=dua, pada=panggung.PADA)
        halaman = beranda(para.andi)
    assert "Yang pertama tentang rapat Senin kemarin." in halaman
    assert "1 umpan balik baru" in halaman


def test_home_counts_the_requests_until_their_last_day(para: Pemeran) -> None:
    panggung.minta(para)
    panggung.minta(para, para.fajar)
    halaman = beranda(para.budi)
    assert "1 orang menunggu umpan balik Anda" in halaman
    assert "4 Desember 2026" in halaman
    with clock.jam_beku(panggung.SIANG + panggung.dt.timedelta(days=15)):
        assert "menunggu umpan balik Anda" not in beranda(para.budi)
