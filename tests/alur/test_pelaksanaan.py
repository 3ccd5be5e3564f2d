"""Andi works and reports, the signal drops in between; Budi verifies: nothing is lost."""

import datetime as dt
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from alur import pentas
from pelaksanaan import panggung
from pemeran import buat_pemeran
from tera.core.models import TandaTerima
from tera.pelaksanaan.models import BuktiDukung, CapaianPegawai, ProgresHarian, Realisasi

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360f8cfc0f01f0005000201a5f645400000000049454e44ae426082"
)


@pytest.fixture(autouse=True)
def _hari() -> Iterator[None]:
    with pentas.pada_hari(dt.date(2026, 7, 6)):
        yield


def test_a_year_of_work_is_planned_reported_shown_and_verified(layar, tmp_path) -> None:
    para = buat_pemeran()
    skp = panggung.skp_ditetapkan(para)
    tiga = panggung.triwulan(para, 3)
    hal, konteks = layar.halaman, layar.halaman.context
    pentas.masuk(layar, para.andi)
    layar.buka("/pelaksanaan/")
    expect(hal.locator("main >> text=Mulai dari rencana aksi")).to_be_visible()
    layar.periksa("kerja-awal")

    # Evidence before a rencana aksi: the page opens the missing step.
    rhk = panggung.indikator(skp).rhk
    layar.buka(f"/pelaksanaan/{skp.pk}/{tiga.pk}/bukti/{rhk.kunci}/")
    expect(hal.locator("main >> text=Satu langkah lagi")).to_be_visible()
    layar.periksa("kerja-bukti-tanpa-rencana")
    hal.fill(f"#r{rhk.pk}_teks", "Menjemput data di tiga kampung")
    hal.click("button:has-text('Tambah')")
    rencana = hal.locator(".kerja-daftar >> text=Menjemput data di tiga kampung").first
    expect(rencana).to_be_visible()

    # The signal drops in the middle of a report: it waits on the device and goes once.
    ind = panggung.indikator(skp)
    hal.wait_for_function("navigator.serviceWorker && navigator.serviceWorker.controller")
    konteks.set_offline(True)
    hal.fill(f"#i{ind.pk}_nilai", "1.250")
    hal.fill(f"#i{ind.pk}_teks", "Termasuk kampung baru")
    hal.click(f"#indikator-{ind.pk} button:has-text('Laporkan')")
    hal.wait_for_selector("text=/dikirim sendiri begitu jaringan kembali/")
    assert not Realisasi.objects.exists()
    konteks.set_offline(False)
    hal.evaluate("window.dispatchEvent(new Event('online'))")
    expect(hal.locator("main >> text=Target tercapai").first).to_be_visible()
    satu = Realisasi.objects.get()
    assert (satu.nilai, satu.teks, satu.revisi) == (1250, "Termasuk kampung baru", 1)
    assert TandaTerima.objects.filter(jenis="realisasi").count() == 1
    layar.buka(f"/pelaksanaan/{skp.pk}/{tiga.pk}/")
    expect(hal.locator("main >> text=Dilaporkan tanpa bukti").first).to_be_visible()
    layar.periksa("kerja-tanpa-bukti")

    gambar = tmp_path / "foto.png"
    gambar.write_bytes(PNG)
    hal.click("a:has-text('Lampirkan bukti')")
    expect(hal.locator("main >> text=Budi Penilai")).to_be_visible()
    layar.periksa("kerja-lampirkan")
    hal.fill("[name=nama]", "Foto jemput data")
    hal.set_input_files("[name=berkas]", gambar)
    hal.click("button:has-text('Lampirkan')")
    hal.click("a:has-text('Foto jemput data')")
    expect(hal.locator("img.kerja-gambar")).to_be_visible()
    layar.periksa("kerja-bukti")
    assert BuktiDukung.objects.get().berkas is not None

    # A typed line survives a reload; then it is written.
    layar.buka("/pelaksanaan/harian/")
    hal.fill("[name=kegiatan]", "Memeriksa 40 berkas")
    hal.fill("[name=satuan]", "berkas")
    hal.wait_for_selector("text=/Tersimpan/")
    hal.reload()
    hal.click("button:has-text('Pulihkan')")
    expect(hal.locator("[name=kegiatan]")).to_have_value("Memeriksa 40 berkas")
    layar.periksa("kerja-harian")
    hal.click(".bilah-aksi button:has-text('Catat')")
    expect(hal.locator("main >> text=Sudah tercatat")).to_be_visible()
    assert ProgresHarian.objects.get().satuan == "berkas"
    layar.periksa("kerja-harian-terisi")

    layar.buka("/pelaksanaan/capaian/")
    layar.periksa("kerja-capaian-kosong")
    hal.click("a:has-text('Laporkan capaian')")
    for nama, teks in {
        "judul": "Antrean turun dari lima hari menjadi satu hari", "keadaan_sebelum": "Lima hari",
        "keadaan_sesudah": "Satu hari", "nilai_sebelum": "5", "nilai_sesudah": "1",
        "satuan": "hari", "cara": "Cap waktu loket",
    }.items():  # fmt: skip
        hal.fill(f"[name={nama}]", teks)
    layar.periksa("kerja-capaian-isian")
    hal.click(".bilah-aksi button:has-text('Laporkan')")
    expect(hal.locator("h1:has-text('Antrean turun')")).to_be_visible()
    layar.periksa("kerja-capaian")
    capaian = CapaianPegawai.objects.get()

    pentas.masuk(layar, para.budi)
    tercapai = "main .tugas-judul:has-text('Target tercapai: Andi Pegawai')"
    expect(hal.locator(tercapai)).to_be_visible()
    layar.periksa("kerja-beranda-penilai")
    layar.buka(f"/pelaksanaan/tim/{tiga.pk}/")
    layar.periksa("kerja-tim")
    hal.click("button:has-text('Verifikasi')")
    expect(hal.locator("main >> text=/Tanda terima/")).to_be_visible()
    satu.refresh_from_db()
    assert satu.status == "diverifikasi"
    layar.buka(f"/pelaksanaan/{skp.pk}/{tiga.pk}/")
    layar.periksa("kerja-lembar-penilai")
    hal.click("a:has-text('Kembalikan')")
    layar.periksa("kerja-kembalikan")
    layar.buka(f"/pelaksanaan/capaian/{capaian.pk}/")
    hal.click("button:has-text('Verifikasi capaian')")
    expect(hal.locator("main >> text=/Tanda terima/")).to_be_visible()
    capaian.refresh_from_db()
    assert capaian.status == "diverifikasi"

    pentas.masuk(layar, para.citra)
    layar.buka("/pelaksanaan/unit/")
    layar.periksa("kerja-unit")
    layar.buka("/pelaksanaan/impor/")
    layar.periksa("kerja-impor")
    berkas = tmp_path / "siak-juli.csv"
    berkas.write_text(
        "NIP;INDIKATOR;REALISASI;SUMBER;TANGGAL DATA\n"
        f"{para.andi.nip};{ind.teks};1.260;SIAK;01-07-2026\n"
        "198504042010012004;Tidak ada;5;SIAK;01-07-2026\n"
    )
    hal.select_option("[name=periode]", str(tiga.pk))
    hal.set_input_files("[name=berkas]", berkas)
    hal.click("button:has-text('Periksa berkas')")
    expect(hal.locator("main >> text=Ada baris yang ditolak")).to_be_visible()
    layar.periksa("kerja-impor-laporan")
    layar.buka("/pelaksanaan/impor/")
    layar.periksa("kerja-impor-menunggu")
    hal.click("a:has-text('siak-juli.csv')")
    hal.check("[name=lewati_salah]")
    hal.click("button:has-text('Impor sekarang')")
    expect(hal.locator("main >> text=/Tanda terima/").first).to_be_visible()
    layar.periksa("kerja-impor-selesai")
    satu.refresh_from_db()
    assert (satu.nilai, satu.asal) == (1260, "dari_data")
