"""Helvetia: a plan filed on a phone, returned with a note, mended, set, and changed later."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from alur import pentas
from evaluasi import panggung_keberatan as stage
from pemeran import buat_pemeran
from tera.core.models import RiwayatStatus, TandaTerima
from tera.skp.models import SKP

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
CATATAN = "Target indikator 1 masih di bawah tahun lalu; sepakati 400 surat."
RHK = "Surat keterangan warga selesai pada hari yang sama"


def _panggung():
    para = buat_pemeran()
    lia = pentas.orang(
        para, para.bidang, "Lia Helvetia", "199207072018012007", "pelaksana",
        "Pengadministrasi Umum",
    )  # fmt: skip
    pentas.rencana(
        para,
        para.budi,
        para.fajar,
        [("Layanan kelurahan tepat waktu", [("kuantitas", "Layanan selesai", "4.000")])],
    )
    return para, lia


def test_returned_plan_is_mended_from_home_and_a_later_version_leaves_the_old_readable(layar):
    with pentas.pada_hari():
        para, lia = _panggung()
        hal = layar.halaman
        pentas.masuk(layar, lia)
        pk = pentas.buat_draf(layar)
        pentas.isi_rhk(hal, "utama-0", RHK, "Layanan kelurahan tepat waktu")
        pentas.isi_indikator(
            hal, "utama-0", 0, "kuantitas", "Jumlah surat keterangan selesai", "300 surat"
        )
        pentas.kirim(layar)
        layar.periksa("helvetia-diajukan")

        # Returning without a note is refused; with one it goes.
        pentas.masuk(layar, para.budi)
        layar.periksa("helvetia-beranda-atasan")
        hal.click("main a:has-text('Buka antrean')")
        hal.click("main a:has-text('Lia Helvetia') >> nth=0")
        hal.click("#kembalikan summary")
        hal.evaluate("document.querySelector('#kembalikan form').noValidate = true")
        hal.click("#kembalikan button")
        hal.wait_for_selector("#kembalikan .bidang-salah")
        layar.periksa("helvetia-kembali-galat")
        assert SKP.objects.get(pk=pk).status == "diajukan"
        hal.fill("#kembalikan [name=catatan]", CATATAN)
        hal.click("#kembalikan button")
        hal.wait_for_selector("main >> text=/dikembalikan.*tanda terima/i")
        layar.periksa("helvetia-dikembalikan-atasan")

        # She finds the note on home, mends what it names, and sends again.
        pentas.masuk(layar, lia)
        expect(hal.locator(f"main >> text={CATATAN}")).to_be_visible()
        layar.periksa("helvetia-beranda-dikembalikan")
        hal.click("main a:has-text('Perbaiki')")
        expect(hal.locator(f"main >> text={CATATAN}")).to_be_visible()
        layar.periksa("helvetia-dikembalikan")
        hal.click(".bilah-aksi a:has-text('Sunting')")
        hal.fill("[name=utama-0-indikator-0-target]", "400 surat")
        layar.periksa("helvetia-perbaiki")
        pentas.kirim(layar)
        pentas.masuk(layar, para.budi)
        pentas.tetapkan(layar, pk)
        assert list(
            RiwayatStatus.objects.filter(jenis="skp", objek_id=pk)
            .order_by("id")
            .values_list("aksi", flat=True)
        ) == ["ajukan", "kembalikan", "ajukan", "tetapkan"]
        assert TandaTerima.objects.filter(jenis="skp", objek_id=pk, pegawai_id=lia.pk).count() == 2

    # In May the target changes: version 2 with a reason, while version 1 stays in force.
    with pentas.pada_hari(dt.date(2026, 5, 6)):
        pentas.masuk(layar, lia)
        layar.buka(f"/skp/{pk}/")
        hal.click(".bilah-aksi a:has-text('Buat versi baru')")
        layar.periksa("helvetia-versi-baru")
        hal.fill("[name=alasan]", "Target naik menurut surat kepala dinas 3 Mei 2026.")
        hal.click("button:has-text('Buka versi baru')")
        hal.wait_for_url("**/sunting/")
        baru = SKP.objects.get(pegawai=lia, versi=2)
        assert SKP.objects.get(pk=pk).status == "ditetapkan"
        hal.fill("[name=utama-0-indikator-0-target]", "500 surat")
        pentas.kirim(layar)

        pentas.masuk(layar, para.budi)
        layar.buka(f"/skp/{baru.pk}/tinjau/")
        layar.periksa("helvetia-tinjau-versi")
        hal.click("main a:has-text('Lihat yang berubah saja')")
        expect(hal.locator("main del").first).to_contain_text("400 surat")
        expect(hal.locator("main ins").first).to_contain_text("500 surat")
        layar.periksa("helvetia-banding")
        pentas.tetapkan(layar, baru.pk)
        baru.refresh_from_db()
        assert (baru.status, baru.terlambat) == ("ditetapkan", False)

        pentas.masuk(layar, lia)
        layar.buka(f"/skp/{baru.pk}/riwayat/")
        layar.periksa("helvetia-riwayat")
        hal.click("main a:has-text('Versi 1')")
        hal.wait_for_url(f"**/skp/{pk}/")
        expect(hal.locator("main >> text=400 surat")).to_be_visible()
        expect(hal.locator("main >> text=Digantikan").first).to_be_visible()
        expect(hal.locator(".bilah-aksi a, .bilah-aksi button")).to_have_count(0)
        layar.periksa("helvetia-versi-lama")


def test_an_objection_is_filed_heard_by_both_sides_and_decided(layar):
    with pentas.pada_hari(stage.DITERIMA):
        para = buat_pemeran()
        evaluasi = stage.diterima(para)
        hal = layar.halaman
        pentas.masuk(layar, para.andi)
        layar.buka(f"/evaluasi/{evaluasi.pk}/")
        hal.click("main a:has-text('Ajukan keberatan')")
        hal.fill("[name=alasan]", "Laporan triwulan III belum terbaca.")
        layar.periksa("keberatan-ajukan")
        hal.click(".bilah-aksi button:has-text('Ajukan keberatan')")
        expect(hal.locator("main >> text=4 Desember 2026")).to_be_visible()
        hal.fill("[name=teks]", "Laporannya saya kirim 3 Oktober.")
        hal.click("main button:has-text('Catat keterangan')")
        expect(hal.locator("main >> text=Laporannya saya kirim 3 Oktober.")).to_be_visible()
        layar.periksa("keberatan-pegawai")

        # Fajar hears Budi himself; that starts the clarification. Then he decides, once.
        pentas.masuk(layar, para.fajar)
        hal.click("main a:has-text('Buka keberatan')")
        hal.check("[name=pihak][value=penilai]")
        hal.fill("[name=tanggal]", stage.DITERIMA.isoformat())
        hal.fill("[name=teks]", "Budi baru menerima laporannya kemarin.")
        layar.periksa("keberatan-pemutus")
        hal.click("main button:has-text('Catat keterangan')")
        hal.click(".bilah-aksi a:has-text('Buka lembar putusan')")
        hal.check("[name=rating_hasil][value=di_atas]", force=True)
        hal.fill("[name=alasan_hasil]", "Realisasi melampaui target.")
        hal.fill("[name=pertimbangan]", "Kedua pihak membenarkan tanggalnya.")
        layar.periksa("keberatan-lembar")
        hal.click(".bilah-aksi button:has-text('Putuskan')")
        expect(hal.locator("main >> text=Hasil diubah")).to_be_visible()
        layar.periksa("keberatan-diputus")
        evaluasi.refresh_from_db()
        assert (evaluasi.status, evaluasi.rating_hasil_kerja) == ("diputus", "di_atas")
