"""Who rates whom, as people meet it: a Bupati without NIP, and a rater who is wrong."""

import pytest
from playwright.sync_api import expect

from alur import pentas
from pemeran import SANDI, buat_pemeran
from tera.organisasi.models import LaporanPenilai
from tera.organisasi.selectors import penilai_pada
from tera.skp.models import SKP

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


def test_bupati_without_nip_is_named_as_rater_and_sets_the_plan_of_the_head(layar):
    with pentas.pada_hari():
        para = buat_pemeran()
        hal = layar.halaman
        pentas.masuk(layar, para.fajar)
        expect(hal.locator("main >> text=Gita Bupati").first).to_be_visible()
        layar.periksa("penilai-beranda")
        layar.buka("/skp/buat/")
        expect(hal.locator("main strong:has-text('Gita Bupati')")).to_be_visible()
        layar.periksa("penilai-buat")
        pk = pentas.buat_draf(layar)
        hal.fill("[name=utama-0-teks]", "Warga memperoleh dokumen kependudukan tepat waktu")
        hal.select_option("[name=utama-0-perspektif]", "penerima_layanan")
        hal.fill("[name=utama-0-indikator-0-teks]", "Persentase dokumen terbit tepat waktu")
        hal.fill("[name=utama-0-indikator-0-target]", "98 %")
        layar.periksa("penilai-sunting-jpt")
        pentas.kirim(layar)

        hal.context.clear_cookies()
        layar.masuk("gita", SANDI)
        # Home asks a Bupati for the plans of others, never for one of his own.
        expect(hal.locator("main .tugas-judul")).to_have_text(
            ["1 SKP menunggu Anda tetapkan", "1 anggota tim belum punya rancangan SKP"]
        )
        layar.periksa("penilai-beranda-bupati")
        layar.buka("/skp/antrean/")
        layar.periksa("penilai-antrean-bupati")
        pentas.tetapkan(layar, pk)

        pentas.masuk(layar, para.fajar)
        layar.buka(f"/skp/{pk}/")
        fakta = hal.locator("dl.skp-fakta").inner_text()
        assert "Gita Bupati" in fakta
        assert "None" not in hal.inner_text("main")
        layar.periksa("penilai-rincian-jpt")
        skp = SKP.objects.get(pk=pk)
        assert skp.penilai == para.bupati
        assert skp.penilai.nip == ""
        jawab = hal.request.get(f"{layar.alamat}/dokumen/skp/{pk}.pdf")
        assert jawab.body().startswith(b"%PDF-")


def test_person_with_a_wrong_rater_reports_it_from_home_and_follows_the_steps(layar):
    with pentas.pada_hari():
        para = buat_pemeran()
        hal = layar.halaman
        pentas.masuk(layar, para.andi)
        expect(hal.locator("main >> text=Budi Penilai").first).to_be_visible()
        hal.click("main a:has-text('Penilai saya salah')")
        layar.periksa("penilai-lapor")
        hal.fill("[name=keterangan]", "Sejak Januari saya bekerja langsung untuk kepala dinas.")
        kolom = hal.locator("[name=seharusnya]")
        kolom.press_sequentially("fajar", delay=20)
        hal.locator(".saran:not([hidden]) [role=option]").first.wait_for()
        kolom.press("ArrowDown")
        kolom.press("Enter")
        assert "Fajar Kepala" in kolom.input_value()
        hal.click("button:has-text('Kirim laporan')")
        hal.wait_for_selector("main >> text=Sejak Januari saya bekerja")
        laporan = LaporanPenilai.objects.get()
        layar.buka(f"/laporan-penilai/{laporan.pk}/")
        expect(hal.locator("main >> text=Dilaporkan").first).to_be_visible()
        layar.periksa("penilai-laporan-dilaporkan")

        pentas.masuk(layar, para.citra)
        expect(hal.locator("main .tugas-judul:has-text('1 laporan penilai salah')")).to_be_visible()
        layar.periksa("penilai-beranda-pengelola")
        hal.click("main a:has-text('Buka laporan')")
        layar.periksa("penilai-laporan-antrean")
        hal.click("main a:has-text('Andi Pegawai')")
        hal.click("button:has-text('Mulai kerjakan')")
        hal.wait_for_selector("main a:has-text('Selesaikan laporan')")
        layar.periksa("penilai-laporan-dikerjakan")

        pentas.masuk(layar, para.andi)
        layar.buka("/penilai-salah/")
        hal.click("main a:has-text('Laporan Anda sedang dikerjakan')")
        expect(hal.locator("main >> text=Mulai dikerjakan")).to_be_visible()
        layar.periksa("penilai-laporan-diikuti")

        # Without the letter the repair is refused; with it the next rater stands at once.
        pentas.masuk(layar, para.citra)
        layar.buka(f"/laporan-penilai/{laporan.pk}/perbaiki/")
        hal.fill("[name=jawaban]", "Penilai Anda dibetulkan mulai hari ini.")
        hal.click("button:has-text('Simpan perbaikan')")
        hal.wait_for_selector(".bidang-salah")
        layar.periksa("penilai-perbaiki-galat")
        expect(hal.locator("[name=jawaban]")).to_have_value(
            "Penilai Anda dibetulkan mulai hari ini."
        )
        hal.fill("[name=surat]", "Surat Kepala BKPSDM 800/12 tanggal 20 Januari 2026")
        hal.click("button:has-text('Simpan perbaikan')")
        hal.wait_for_selector("main >> text=Laporan selesai")

        pentas.masuk(layar, para.andi)
        expect(hal.locator("main >> text=Fajar Kepala").first).to_be_visible()
        layar.periksa("penilai-beranda-dibetulkan")
        layar.buka(f"/laporan-penilai/{laporan.pk}/")
        assert hal.locator(
            "main p:has-text('Penilai Anda dibetulkan mulai hari ini.')"
        ).is_visible()
        layar.periksa("penilai-laporan-selesai")
        hasil = penilai_pada(penugasan=para.penugasan(para.andi), pada=pentas.HARI)
        assert hasil.penilai == para.fajar
