"""Kotabumi: a population-data officer plans speed, accuracy and communication, and prints."""

import io

import pikepdf
import pytest
from playwright.sync_api import expect

from alur import pentas
from pemeran import buat_pemeran
from tera.skp.models import SKP, IndikatorKinerja

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
RHK_ATASAN = "Warga memperoleh dokumen kependudukan yang cepat dan benar"


def _pilih_saran(layar, nomor: int, kata: str, penanda: str) -> str:
    """Type ``kata`` in an indicator and take the suggestion that says ``penanda`` by keyboard."""
    hal = layar.halaman
    kolom = hal.locator(f"[name=utama-0-indikator-{nomor}-teks]")
    assert kolom.get_attribute("aria-autocomplete") == "list"
    kolom.click()
    kolom.press_sequentially(kata, delay=15)
    pilihan = hal.locator(".saran:not([hidden]) [role=option]")
    pilihan.first.wait_for()
    daftar = [pilihan.nth(n).get_attribute("data-nilai") for n in range(pilihan.count())]
    letak = next((n for n, teks in enumerate(daftar) if penanda in teks), None)
    assert letak is not None, f"{kata}: {daftar}"
    for _ in range(letak + 1):
        kolom.press("ArrowDown")
    aktif = kolom.get_attribute("aria-activedescendant")
    assert penanda in hal.locator(f"#{aktif}").inner_text()
    if nomor == 2:
        layar.periksa("kotabumi-saran")
    kolom.press("Enter")
    assert penanda in kolom.input_value()
    return kolom.input_value()


def test_officer_plans_with_suggested_indicators_mends_the_hint_and_prints_a_valid_plan(layar):
    with pentas.pada_hari():
        para = buat_pemeran()
        sari = pentas.orang(
            para, para.bidang, "Sari Adminduk", "199404042019042004", "fungsional",
            "Administrator Database Kependudukan Terampil", jenjang="terampil",
        )  # fmt: skip
        pentas.rencana(
            para, para.budi, para.fajar, [(RHK_ATASAN, [("kuantitas", "Dokumen terbit", "9.000")])]
        )
        hal = layar.halaman
        pentas.masuk(layar, sari)
        layar.periksa("kotabumi-beranda")
        pk = pentas.buat_draf(layar)

        # An activity instead of a result: the hint is gentle, says why and how, and nothing stops.
        pentas.isi_rhk(hal, "utama-0", "Melaksanakan pelayanan dokumen kependudukan", RHK_ATASAN)
        pentas.simpan(layar)
        saran = hal.locator(".skp-saran").first
        saran.locator("summary").click()
        expect(saran).to_contain_text("hasil", ignore_case=True)
        layar.periksa("kotabumi-saran-rhk")
        hal.fill("[name=utama-0-teks]", "Dokumen kependudukan terbit cepat dan benar")

        pentas.isi_indikator(
            hal, "utama-0", 0, "kuantitas", "Jumlah data anomali yang diselesaikan", "1.200 data"
        )
        akurat = _pilih_saran(layar, 1, "akurasi", "Akurasi entri")
        cepat = _pilih_saran(layar, 2, "kecepatan", "1 hari kerja")
        hal.fill("[name=utama-0-indikator-1-target]", "99,8")
        hal.fill("[name=utama-0-indikator-2-target]", "95")
        hal.click("#utama-0 button:has-text('Tambah indikator')")
        hal.select_option("[name=utama-0-indikator-3-aspek]", "kualitas")
        santun = _pilih_saran(layar, 3, "komunikasi", "santun")
        hal.fill("[name=utama-0-indikator-3-target]", "92")
        pentas.simpan(layar)
        expect(hal.locator("#utama-0 .skp-saran")).to_have_count(0)

        hal.click("text=Baca rubrik")
        hal.wait_for_url("**/skp/rubrik/")
        expect(hal.locator("main >> text=usulan, bukan peraturan").first).to_be_attached()
        layar.periksa("kotabumi-rubrik")

        layar.buka(f"/skp/{pk}/sunting/")
        pentas.kirim(layar)
        layar.periksa("kotabumi-diajukan")
        pentas.masuk(layar, para.budi)
        pentas.tetapkan(layar, pk)

        pentas.masuk(layar, sari)
        layar.buka(f"/skp/{pk}/")
        layar.periksa("kotabumi-ditetapkan")
        skp = SKP.objects.get(pk=pk)
        assert skp.status == "ditetapkan"
        assert not skp.terlambat
        assert skp.daftar_rhk.get().klasifikasi == "individu"
        tersimpan = dict(IndikatorKinerja.objects.filter(rhk__skp=skp).values_list("teks", "aspek"))
        assert tersimpan[akurat] == tersimpan[santun] == "kualitas"
        assert tersimpan[cepat] == "waktu"
        # The library gave the unit with the sentence, so that nobody types it twice.
        assert list(
            IndikatorKinerja.objects.filter(rhk__skp=skp, teks__in=[akurat, cepat, santun])
            .order_by("urut")
            .values_list("target", "satuan")
        ) == [("99,8", "%"), ("95", "%"), ("92", "%")]

        alamat = hal.locator("main a:has-text('Cetak SKP')").get_attribute("href")
        jawab = hal.request.get(layar.alamat + alamat)
        assert jawab.status == 200
        assert jawab.body().startswith(b"%PDF-")
        # A guest follows the address of the QR code.
        jalur = _alamat_qr(jawab.body())
        hal.context.clear_cookies()
        layar.buka(jalur)
        expect(hal.locator("main >> text=/^Sah$/")).to_be_visible()
        assert "Sari" not in hal.inner_text("body")
        layar.periksa("kotabumi-periksa")


def _alamat_qr(isi: bytes) -> str:
    """Return the path of the check that the printed QR code names in its alternative text."""
    with pikepdf.open(io.BytesIO(isi)) as pdf:
        daftar = [
            str(satu.Alt)
            for satu in pdf.objects
            if isinstance(satu, pikepdf.Dictionary) and "/Alt" in satu
        ]
    alamat = next(satu for satu in daftar if "/periksa/" in satu)
    return alamat[alamat.index("/periksa/") :]
