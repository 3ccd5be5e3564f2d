"""Denpasar: a word in the public forum reaches the person first, and is answered."""

import pytest
from django.core.cache import cache
from django.urls import reverse
from playwright.sync_api import expect

from alur import pentas
from pemeran import Pemeran, buat_pemeran
from tera.umpan_balik.models import MasukanMasyarakat
from umpan_balik import panggung_publik as panggung

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
HALTE = "Petugas halte mencatat usul kami dan jadwal sore jadi lebih tepat."


def _kaitkan(layar, para: Pemeran, orang) -> None:
    """Citra reads what waits, publishes it, and ties it to the person it is about."""
    hal = layar.halaman
    pentas.masuk(layar, para.citra)
    layar.buka("/")
    hal.click("main .tugas a[href*='/umpan-balik/tulisan/']")
    layar.potret("suara-antrean")
    hal.click("main a:has-text('Baca dan putuskan')")
    hal.click("main button:has-text('Terbitkan')")
    hal.fill("[name=kaitkan-pegawai]", orang.nip)
    hal.locator(".saran:not([hidden]) [role=option]").first.click()
    layar.periksa("suara-kaitkan")
    hal.click("form[action$='/kaitkan/'] button")
    expect(hal.get_by_text("Dikaitkan dengan").first).to_be_visible()


def _tanggapi(layar, para: Pemeran, orang, teks: str, jawaban: str) -> None:
    """The person reads it and answers; the rater reads both, and no number."""
    hal = layar.halaman
    pentas.masuk(layar, para.budi)
    layar.buka(f"/umpan-balik/suara/pegawai/{orang.pk}/")
    expect(hal.get_by_text(teks)).to_have_count(0)  # the right of reply comes first
    pentas.masuk(layar, orang)
    layar.buka("/")
    hal.click("main .tugas a[href='/umpan-balik/suara/']")
    expect(hal.get_by_text(teks)).to_be_visible()
    hal.fill("main [name=teks]", jawaban)
    layar.periksa("suara-saya")
    hal.click("main button:has-text('Kirim tanggapan')")
    hal.wait_for_selector("main >> text=Tanggapan tersimpan")
    pentas.masuk(layar, para.budi)
    layar.buka(f"/umpan-balik/suara/pegawai/{orang.pk}/")
    expect(hal.get_by_text(teks)).to_be_visible()
    expect(hal.get_by_text(jawaban)).to_be_visible()
    layar.potret("suara-penilai")


def test_the_forum_reaches_the_right_persons_file_and_is_answered_in_public(layar) -> None:
    cache.clear()
    with pentas.pada_hari(panggung.PADA):
        para = buat_pemeran()
        forum = panggung.forum(para, unit=para.bidang)
        for nomor in range(4):
            panggung.masukan(forum, f"Usul warga {nomor}.", tentang="layanan", status="ditolak")
        hal = layar.halaman
        layar.buka(reverse("umpan_balik:forum_warga", args=[forum.kode]))
        hal.fill("#teks", HALTE)
        hal.check("[name=tentang][value=petugas]", force=True)
        layar.periksa("forum-warga")
        hal.get_by_role("button", name="Kirim").click()
        hal.get_by_role("heading", name="Terima kasih").wait_for()
        assert MasukanMasyarakat.objects.filter(teks=HALTE, status="menunggu").exists()
        _kaitkan(layar, para, para.andi)
        _tanggapi(layar, para, para.andi, HALTE, "Jadwal sore diperbaiki sejak Maret.")
        hal.context.clear_cookies()
        layar.buka(reverse("umpan_balik:forum_warga", args=[forum.kode]))
        expect(hal.get_by_text(HALTE)).to_have_count(0)  # what is about a person isn't public
