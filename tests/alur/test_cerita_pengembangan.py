"""What follows in the stories: a project, a mentor, a plan made on the day, a nomination."""

import datetime as dt

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from alur import pentas
from evaluasi import panggung as stage
from pemeran import buat_pemeran
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.services import sampaikan_evaluasi
from tera.organisasi.models import TimKerja
from tera.organisasi.services import segarkan_penilai
from tera.tindak_lanjut.models import KegiatanPengembangan, Nominasi, Pendampingan

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


def _jadikan_final(evaluasi: Evaluasi) -> None:
    """The window of objection is over."""
    Evaluasi.objects.filter(pk=evaluasi.pk).update(status=Evaluasi.Status.FINAL)


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


def test_kotabumi_a_strong_colleague_leads_a_project_and_a_weaker_one_gets_a_mentor(layar):
    with pentas.pada_hari(HARI):
        para, evaluasi = _panggung("di_atas", "di_atas")
        _jadikan_final(evaluasi)
        sari = pentas.orang(
            para, para.bidang, "Sari Adminduk", "199404042019042004", "fungsional",
            "Administrator Database Kependudukan Terampil", jenjang="terampil",
        )  # fmt: skip
        hal = layar.halaman
        pentas.masuk(layar, para.budi)
        layar.buka(reverse(f"{RUTE}_orang", args=[para.andi.pk]))
        hal.click("main a:has-text('Usulkan tugas menantang')")
        hal.check("[name=jenis][value=pimpin_tim]", force=True)
        hal.fill("[name=judul]", "Tim data ganda")
        hal.fill("[name=alasan]", "Data ganda turun separuh di tangannya; rekan belajar darinya.")
        hal.fill("[name=mulai]", "2026-12-01")
        hal.fill("[name=selesai]", "2027-06-30")
        layar.potret("kotabumi-usul-proyek")
        hal.click(".bilah-aksi button")
        expect(hal.locator("main >> text=Usul tugas terkirim")).to_be_visible()
        layar.potret("kotabumi-usul-terkirim")

        # Budi's superior decides, with a letter; the team is there from its first day.
        pentas.masuk(layar, para.fajar)
        layar.buka(reverse("tindak_lanjut:usul_daftar"))
        hal.click("main li:has-text('Tim data ganda') a")
        hal.click(".bilah-aksi a:has-text('Putuskan')")
        hal.check("[name=setuju][value=ya]", force=True)
        hal.fill("[name=alasan]", "Buktinya kuat.")
        hal.fill("[name=nomor_surat]", "800/21/DUKCAPIL")
        layar.potret("kotabumi-putus-proyek")
        hal.click(".bilah-aksi button")
        hal.wait_for_selector("main >> text=800/21/DUKCAPIL")
        assert TimKerja.objects.get().ketua == para.andi

        # Sari's rater asks a mentor for her; it begins when both agreed.
        pentas.masuk(layar, para.budi)
        layar.buka(reverse(f"{RUTE}_orang", args=[sari.pk]))
        hal.click("main a:has-text('Usulkan pembimbing')")
        hal.fill("[name=tujuan]", "Memeriksa anomali data sendiri, tanpa menunggu koreksi.")
        hal.select_option("[name=jenis]", "mentoring")
        hal.fill("[name=pembimbing_lain]", para.andi.nip)
        hal.fill("[name=mulai]", "2026-11-23")
        hal.fill("[name=selesai]", "2027-02-26")
        layar.potret("kotabumi-usul-pembimbing")
        hal.click(".bilah-aksi button:has-text('Kirim usul')")
        assert pentas.tunggu(hal, Pendampingan.objects.exists)
        pasangan = reverse("tindak_lanjut:pendampingan", args=[Pendampingan.objects.get().pk])
        for orang in (para.andi, sari):
            pentas.masuk(layar, orang)
            layar.buka(pasangan)
            hal.click(".bilah-aksi button:has-text('Setujui')")
            hal.wait_for_selector("main >> text=/Anda sudah menyetujui|Jadwalkan pertemuan/")
        assert pentas.tunggu(hal, Pendampingan.objects.filter(status="berjalan").exists)
        layar.periksa("kotabumi-pendampingan")


def test_helvetia_she_is_nominated_for_leadership_training_and_reads_why(layar):
    with pentas.pada_hari(HARI):
        para, evaluasi = _panggung("di_atas", "sesuai")
        _jadikan_final(evaluasi)
        hal = layar.halaman
        pentas.masuk(layar, para.budi)
        layar.buka(reverse(f"{RUTE}_orang", args=[para.andi.pk]))
        hal.click("main a:has-text('Nominasikan')")
        hal.check("[name=jenis][value=kepemimpinan]", force=True)
        hal.select_option("[name=program]", "pkp")
        hal.fill("[name=alasan]", "Memimpin layanan keliling dua bulan tanpa keluhan warga.")
        expect(hal.locator("main >> text=Bukti yang dilampirkan")).to_be_visible()
        layar.potret("helvetia-nominasi")
        hal.click(".bilah-aksi button")
        assert pentas.tunggu(hal, Nominasi.objects.exists)
        nominasi = reverse("tindak_lanjut:nominasi", args=[Nominasi.objects.get().pk])

        # The pengelola decides; without the letter's number a yes is refused, nothing is lost.
        pentas.masuk(layar, para.citra)
        layar.buka(nominasi)
        hal.click(".bilah-aksi a:has-text('Putuskan')")
        hal.check("[name=setuju][value=ya]", force=True)
        hal.fill("[name=alasan]", "Kursi PKP tersedia dan buktinya cukup.")
        hal.click(".bilah-aksi button")
        hal.wait_for_selector("main .bidang-salah")
        expect(hal.locator("[name=alasan]")).to_have_value("Kursi PKP tersedia dan buktinya cukup.")
        layar.potret("helvetia-putus-galat")
        hal.fill("[name=nomor_surat]", "893/7/BKPSDM")
        hal.click(".bilah-aksi button")
        hal.wait_for_selector("main >> text=893/7/BKPSDM")

        pentas.masuk(layar, para.andi)
        layar.buka(nominasi)
        expect(hal.locator("main >> text=Memimpin layanan keliling")).to_be_visible()
        expect(hal.locator("main >> text=Kursi PKP tersedia").first).to_be_visible()
        layar.periksa("helvetia-nominasi-diputus")
