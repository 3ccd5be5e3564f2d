"""Helvetia: they meet about the result, she asks for clarification and is answered."""

import pytest
from playwright.sync_api import expect

from alur import pentas
from dialog import panggung
from pemeran import buat_pemeran
from tera.dialog.models import Kesepakatan, Pertanyaan, Pertemuan

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


def test_a_result_is_met_about_and_a_question_about_it_is_answered(layar) -> None:
    with pentas.pada_hari(panggung.PADA):
        para = buat_pemeran()
        evaluasi = panggung.disampaikan(para)
        hal = layar.halaman

        # From her result she plans the talk; what the work shows goes on the agenda.
        pentas.masuk(layar, para.andi)
        layar.buka(f"/evaluasi/{evaluasi.pk}/")
        hal.click("#_dialog_hasil a:has-text('Jadwalkan pembahasan')")
        hal.fill("[name=jam_mulai]", "10:00")
        hal.fill("[name=tempat]", "Ruang kepala bidang")
        layar.periksa("dialog-baru")
        hal.click("button:has-text('Jadwalkan pertemuan')")
        hal.wait_for_url("**/bahan/")
        layar.periksa("dialog-bahan")
        hal.locator("[name=bahan]").first.check()
        hal.click("button:has-text('Masukkan ke agenda')")
        hal.wait_for_selector("main >> text=1 butir masuk agenda")

        # And asks about one line; the page says that the objection's clock goes on.
        layar.buka(f"/dialog/hasil/{evaluasi.pk}/")
        expect(hal.get_by_text("tidak menghentikan masa keberatan")).to_be_visible()
        hal.select_option("[name=baris]", "rating:perilaku_kerja")
        hal.fill("[name=teks]", "Apa yang perlu saya perbaiki?")
        layar.periksa("dialog-hasil")
        hal.click("button:has-text('Kirim pertanyaan')")
        hal.wait_for_selector("main >> text=Pertanyaan terkirim")
        tanya = Pertanyaan.objects.get()

        # He finds both at home, answers, and they meet: notes, an agreement, the end.
        pentas.masuk(layar, para.budi)
        layar.buka("/")
        hal.click("main a:has-text('Jawab: Andi Pegawai bertanya')")
        hal.fill("[name=teks]", "Jelaskan kekurangan berkas sekali saja.")
        hal.click("button:has-text('Kirim jawaban')")
        hal.wait_for_selector("main >> text=Terkirim")
        layar.periksa("dialog-pertanyaan")
        temu = Pertemuan.objects.get()
        layar.buka(f"/dialog/pertemuan/{temu.pk}/")
        hal.fill("[name=catatan-teks]", "Dibahas berdua; loket dua jadi contoh.")
        hal.click("button:has-text('Simpan catatan')")
        hal.wait_for_selector("main >> text=Catatan tersimpan")
        hal.fill("[name=sepakat-uraian]", "Tulis daftar periksa berkas")
        hal.fill("[name=sepakat-tenggat]", "2026-12-01")
        hal.click("button:has-text('Catat kesepakatan')")
        hal.wait_for_selector("main >> text=Kesepakatan tercatat")
        hal.click("button:has-text('Selesaikan pertemuan')")
        hal.wait_for_selector("main >> text=Pertemuan selesai")
        layar.periksa("dialog-pertemuan")
        assert Kesepakatan.objects.get().penanggung_jawab == para.andi

        # Her result says on which day it was discussed; the answer and the agreement wait at home.
        pentas.masuk(layar, para.andi)
        layar.buka("/")
        expect(hal.locator(".tugas-judul:has-text('Tulis daftar periksa')")).to_be_visible()
        hal.click("main a:has-text('Baca jawaban')")
        expect(hal.get_by_text("Jelaskan kekurangan berkas sekali saja.")).to_be_visible()
        tanya.refresh_from_db()
        assert tanya.jawaban_dibaca_at is not None
        layar.buka(f"/evaluasi/{evaluasi.pk}/")
        expect(hal.get_by_text("Dibahas pada 20 November 2026")).to_be_visible()
        layar.periksa("dialog-evaluasi")
