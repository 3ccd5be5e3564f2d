"""Kotabumi: the atasan and three peers give feedback; it ends on the form. Once without network."""

import io

import pikepdf
import pytest
from playwright.sync_api import expect

from alur import pentas
from evaluasi import panggung
from pemeran import buat_pemeran
from tera.evaluasi import services
from tera.umpan_balik.models import PermintaanUmpanBalik, UmpanBalik
from umpan_balik.panggung_putaran import rekan_bidang

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
PADA = panggung.PADA
DARI_REKAN = (
    ("perilaku:KOM", "Memeriksa ulang entri distrik sebelum dikirim; tidak ada yang kembali."),
    ("perilaku:KOL", "Membantu loket dua saat antrean panjang hari Selasa kemarin."),
    ("umum", "Catatan kerjanya mudah dilanjutkan waktu ia sedang dinas luar."),
)


def test_atasan_and_three_peers_give_feedback_that_ends_on_the_form(layar) -> None:
    with pentas.pada_hari(PADA):
        para = buat_pemeran()
        rekan = rekan_bidang(para, 3)
        evaluasi = panggung.buka(para)
        periode = evaluasi.periode_id
        hal = layar.halaman

        # One tap on the row asks the rater.
        pentas.masuk(layar, para.andi)
        layar.buka(f"/pelaksanaan/{evaluasi.skp_id}/{periode}/")
        layar.potret("umpan-lembar")
        hal.click("button:has-text('Minta umpan balik penilai')")
        expect(hal.get_by_text("Permintaan terkirim kepada Budi Penilai")).to_be_visible()
        assert PermintaanUmpanBalik.objects.get().tentang == "Data penduduk mutakhir"
        layar.buka("/umpan-balik/")
        layar.potret("umpan-kosong")
        layar.buka("/umpan-balik/minta/")
        layar.potret("umpan-minta")

        # He finds it at home; a word about the person is pointed out once.
        pentas.masuk(layar, para.budi)
        layar.buka("/")
        hal.click("main a:has-text('Tulis umpan balik')")
        layar.potret("umpan-diminta")
        hal.click("main a:has-text('Tulis umpan balik')")
        hal.fill("[name=teks]", "Anda malas memeriksa ulang. Tiga entri bulan lalu keliru.")
        hal.click("button:has-text('Kirim umpan balik')")
        expect(hal.get_by_text("“malas”")).to_be_visible()
        layar.periksa("umpan-nasihat")
        hal.check("[name=jenis][value=perbaikan]")
        hal.fill("[name=teks]", "Tiga entri bulan lalu keliru; periksa dengan surat kelahiran.")
        hal.click(".bilah-aksi button:has-text('Kirim umpan balik')")
        hal.wait_for_selector("main >> text=Umpan balik terkirim")
        layar.potret("umpan-terkirim")
        assert PermintaanUmpanBalik.objects.get().jawaban is not None

        for orang, (sasaran, teks) in zip(rekan, DARI_REKAN, strict=True):
            pentas.masuk(layar, orang)
            layar.buka("/umpan-balik/beri/")
            hal.click("main a:has-text('Andi Pegawai')")
            hal.check("[name=jenis][value=apresiasi]")
            hal.select_option("[name=sasaran]", sasaran)
            hal.fill("[name=teks]", teks)
            hal.click("button:has-text('Kirim umpan balik')")
            hal.wait_for_selector("main >> text=Umpan balik terkirim")
        layar.buka("/umpan-balik/diberikan/")
        layar.potret("umpan-diberikan")

        # She reads all four the same minute, and answers the one that asks for better.
        pentas.masuk(layar, para.andi)
        layar.buka("/")
        expect(hal.locator(".tugas-judul:has-text('4 umpan balik baru')")).to_be_visible()
        layar.potret("umpan-beranda")
        hal.click("main a:has-text('Baca umpan balik')")
        expect(hal.get_by_text(DARI_REKAN[1][1])).to_be_visible()
        layar.potret("umpan-daftar")
        hal.click("main a:has-text('Budi Penilai')")
        hal.fill("[name=teks]", "Baik, sejak pekan ini diperiksa berdua.")
        layar.potret("umpan-rincian")
        hal.click("button:has-text('Kirim tanggapan')")
        hal.wait_for_selector("main >> text=Tanggapan terkirim")

        # Rating, he has each piece at its row; the decision freezes it and the form prints it.
        pentas.masuk(layar, para.budi)
        layar.buka(f"/evaluasi/{evaluasi.pk}/")
        for teks in (*(satu[1] for satu in DARI_REKAN), "sejak pekan ini diperiksa berdua"):
            expect(hal.get_by_text(teks)).to_be_visible()
        layar.periksa("umpan-ruang")
        layar.buka(f"/umpan-balik/pegawai/{para.andi.pk}/")
        layar.potret("umpan-pegawai")
        panggung.tetapkan_capaian(para)
        panggung.nilai(para, evaluasi)
        evaluasi.refresh_from_db()
        budi = para.aktor(para.budi)
        services.tetapkan_evaluasi(aktor=budi, evaluasi=evaluasi, pada=PADA)
        evaluasi.refresh_from_db()
        services.sampaikan_evaluasi(aktor=budi, evaluasi=evaluasi, pada=PADA)

        pentas.masuk(layar, para.andi)
        layar.buka(f"/evaluasi/{evaluasi.pk}/")
        alamat = hal.locator("main a[href*='/dokumen/evaluasi/']").first.get_attribute("href")
        jawab = hal.request.get(layar.alamat + alamat)
        assert jawab.body().startswith(b"%PDF-")
        with pikepdf.open(io.BytesIO(jawab.body())) as pdf:
            assert len(pdf.pages) >= 1


def test_feedback_written_without_network_is_sent_once(layar) -> None:
    with pentas.pada_hari(PADA):
        para = buat_pemeran()
        panggung.skp_ditetapkan(para)
        hal = layar.halaman
        pentas.masuk(layar, para.budi)
        pentas.siap_luring(layar, f"/umpan-balik/beri/{para.andi.pk}/")
        hal.context.set_offline(True)
        teks = "Rekap Kamis selesai sehari lebih awal sehingga rapat lancar."
        hal.fill("[name=teks]", teks)
        hal.wait_for_timeout(900)
        hal.reload()
        hal.wait_for_selector("[name=teks]")
        hal.click("button:has-text('Pulihkan')")
        expect(hal.locator("[name=teks]")).to_have_value(teks)
        hal.click("button:has-text('Kirim umpan balik')")
        hal.wait_for_selector("text=/Jaringan terputus.*disimpan di perangkat/")
        assert not UmpanBalik.objects.exists()
        pentas.sambung(layar)
        assert pentas.tunggu(hal, UmpanBalik.objects.exists)
        layar.buka("/")
        hal.wait_for_load_state("networkidle")
        assert UmpanBalik.objects.get().teks == teks
