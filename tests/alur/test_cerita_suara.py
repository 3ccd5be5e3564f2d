"""Manokwari: a citizen's words reach the person first; a unit talks, the network drops."""

import re

import pytest
from django.core.cache import cache
from django.urls import reverse
from playwright.sync_api import expect

from alur import pentas
from dialog import panggung as dialog
from pemeran import Pemeran, buat_pemeran
from tera.dialog.models import NotulenSesi, SesiDiskusi
from tera.umpan_balik.models import KOLOM_UNSUR
from umpan_balik import panggung_publik as panggung

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
SABAR = "Suster menjelaskan jadwal imunisasi dengan sabar sampai saya paham."
NOTULEN = "Antrean imunisasi dibagi dua jalur mulai Senin; jadwal ditempel di pintu."


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


def test_a_citizens_word_by_qr_reaches_the_nurse_and_then_her_rater(layar) -> None:
    cache.clear()
    with pentas.pada_hari(panggung.PADA):
        para = buat_pemeran()
        yuli = pentas.orang(
            para, para.bidang, "Yuli Perawat", "199509092020122009", "fungsional",
            "Perawat Terampil", jenjang="terampil",
        )  # fmt: skip
        titik = panggung.titik(para, unit=para.bidang, nama="Poli Anak")
        panggung.jawaban(titik, 5)
        hal = layar.halaman
        layar.buka(reverse("umpan_balik:skm", args=[titik.kode]) + "?k=qr")
        for kolom in KOLOM_UNSUR:
            hal.locator(f"input[name={kolom}][value='4']").check(force=True)
        hal.fill("#teks", SABAR)
        hal.check("[name=tentang][value=petugas]", force=True)
        hal.fill("#nama_petugas", "Suster Yuli")
        hal.get_by_role("button", name="Kirim").click()
        hal.get_by_role("heading", name="Terima kasih").wait_for()
        _kaitkan(layar, para, yuli)
        _tanggapi(layar, para, yuli, SABAR, "Terima kasih, jadwalnya sekarang ditempel di pintu.")


def test_a_unit_discusses_and_the_minutes_survive_a_lost_network(layar) -> None:
    with pentas.pada_hari(dialog.PADA):
        para = buat_pemeran()
        dialog.penilai(para)
        hal = layar.halaman
        pentas.masuk(layar, para.budi)
        layar.buka("/dialog/sesi/baru/")
        hal.fill("[name=topik]", "Antrean imunisasi")
        hal.fill("[name=jam_mulai]", "09:00")
        if not hal.is_checked(f"[name=peserta][value='{para.andi.pk}']"):
            hal.check(f"[name=peserta][value='{para.andi.pk}']")
        layar.potret("sesi-baru")
        hal.click(".bilah-aksi button")
        hal.wait_for_url(re.compile(r"/dialog/sesi/\d+/$"))
        sesi = SesiDiskusi.objects.get()

        pentas.masuk(layar, para.andi)
        layar.buka("/")
        hal.click("main .tugas a[href*='/dialog/sesi/']")
        hal.fill("[name=masukan-teks]", "Pisahkan antrean bayi dan balita supaya cepat.")
        hal.click("button:has-text('Kirim masukan')")
        expect(hal.get_by_text("Pisahkan antrean bayi").first).to_be_visible()

        pentas.masuk(layar, para.budi)
        pentas.siap_luring(layar, f"/dialog/sesi/{sesi.pk}/")
        hal.click("#notulen summary")
        hal.context.set_offline(True)
        hal.fill("#notulen [name$=teks]", NOTULEN)
        hal.wait_for_timeout(900)
        hal.click("button:has-text('Simpan notulen')")
        hal.wait_for_selector("text=/Jaringan terputus.*disimpan di perangkat/")
        assert not NotulenSesi.objects.exists()
        pentas.sambung(layar)
        assert pentas.tunggu(hal, NotulenSesi.objects.exists)
        layar.buka("/")
        hal.wait_for_load_state("networkidle")
        assert NotulenSesi.objects.get().teks == NOTULEN
        layar.buka(f"/dialog/sesi/{sesi.pk}/")
        layar.potret("sesi-notulen")
        hal.click(".bilah-aksi button:has-text('Selesaikan sesi')")
        expect(hal.get_by_text("Hadir").first).to_be_visible()
        pentas.masuk(layar, para.andi)
        layar.buka(f"/dialog/sesi/{sesi.pk}/")
        expect(hal.get_by_text(NOTULEN)).to_be_visible()
