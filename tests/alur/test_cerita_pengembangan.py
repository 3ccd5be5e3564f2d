"""Manokwari: a plan made on the day of a weak result, followed to its end."""

import datetime as dt

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from alur import pentas
from evaluasi import panggung as stage
from pemeran import buat_pemeran
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.services import sampaikan_evaluasi
from tera.organisasi.services import segarkan_penilai
from tera.tindak_lanjut.models import KegiatanPengembangan

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
HARI = stage.PADA
RUTE = "tindak_lanjut:pengembangan"


def _panggung(hasil: str, perilaku: str):
    """Andi's result is set by Budi and delivered; it isn't final yet."""
    para = buat_pemeran()
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))
    evaluasi = stage.tetapkan(para, hasil, perilaku)
    sampaikan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=HARI)
    return para, Evaluasi.objects.get(pk=evaluasi.pk)


def test_manokwari_a_weak_result_is_planned_the_same_day_and_followed_to_its_end(layar):
    with pentas.pada_hari(HARI):
        para, evaluasi = _panggung("di_bawah", "sesuai")
        hal = layar.halaman
        pentas.masuk(layar, para.andi)
        layar.buka(f"/evaluasi/{evaluasi.pk}/")
        hal.click("main a:has-text('Rencanakan pengembangan')")
        expect(hal.locator("main >> text=Yang bisa diperkuat")).to_be_visible()
        layar.potret("manokwari-peta")
        hal.click("main a.tombol-utama:has-text('Rencanakan')")
        hal.fill("[name=kegiatan]", "Belajar menyusun laporan triwulan bersama Bidang Data")
        hal.select_option("[name=kesenjangan]", "teknis")
        hal.select_option("[name=jenis]", "bimbingan_di_tempat_kerja")
        hal.select_option("[name=porsi]", "pengalaman")
        hal.fill("[name=jp]", "12")
        hal.fill("[name=target_pada]", "2026-12-20")
        layar.potret("manokwari-kegiatan")
        hal.click("button:has-text('Masukkan ke rencana')")
        hal.click(".bilah-aksi button:has-text('Ajukan ke penilai')")
        hal.wait_for_selector("main >> text=/tanda terima/i")
        assert KegiatanPengembangan.objects.get().evaluasi == evaluasi

        pentas.masuk(layar, para.budi)
        layar.buka(reverse(f"{RUTE}_tim"))
        hal.click("main a:has-text('Andi')")
        hal.click(".bilah-aksi button:has-text('Setujui rencana')")
        hal.wait_for_selector("main >> text=/tanda terima/i")

        pentas.masuk(layar, para.andi)
        layar.buka(reverse(f"{RUTE}_saya"))
        hal.click("main a:has-text('Belajar menyusun laporan')")
        hal.click(".bilah-aksi button:has-text('Mulai kegiatan')")
        hal.click(".bilah-aksi a:has-text('Laporkan selesai')")
        hal.fill("[name=hasil]", "Laporan triwulan IV tersusun sendiri dan diterima Bidang Data.")
        hal.fill("[name=selesai_pada]", HARI.isoformat())
        hal.fill("[name=jp_diperoleh]", "12")
        hal.fill("[name=tautan]", "https://contoh.id/laporan-triwulan")
        layar.potret("manokwari-selesai")
        hal.click(".bilah-aksi button:has-text('Kirim laporan')")
        hal.wait_for_selector("main >> text=Laporan triwulan IV tersusun sendiri")

        pentas.masuk(layar, para.budi)
        layar.buka(reverse(f"{RUTE}_kegiatan", args=[KegiatanPengembangan.objects.get().pk]))
        hal.click(".bilah-aksi button:has-text('Verifikasi bukti')")
        assert pentas.tunggu(hal, KegiatanPengembangan.objects.filter(status="diverifikasi").exists)
        pentas.masuk(layar, para.andi)
        layar.buka(reverse(f"{RUTE}_saya"))
        expect(hal.locator(".pg-jp")).to_contain_text("12")
        layar.periksa("manokwari-jp")
