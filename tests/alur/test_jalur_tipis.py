"""The thin path in a browser: a plan agreed, ratings, predikat, the printed document."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest

from alur.pentas import pada_hari
from evaluasi import panggung
from pemeran import SANDI, buat_pemeran
from tera.core.models import TandaTerima
from tera.evaluasi.models import Evaluasi
from tera.skp.models import SKP

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _hari() -> Iterator[None]:
    """The story lives in November 2026 whatever the machine's date."""
    with pada_hari(dt.date(2026, 11, 20)):
        yield


def _isi_rhk(halaman) -> None:
    halaman.fill("[name=utama-0-teks]", "Dokumen kependudukan terbit tepat waktu")
    pimpinan = halaman.locator("[name=utama-0-rhk_pimpinan]")
    if pimpinan.count():
        pimpinan.select_option(index=1)
    halaman.select_option("[name=utama-0-indikator-0-aspek]", "kuantitas")
    halaman.fill("[name=utama-0-indikator-0-teks]", "Jumlah dokumen kependudukan diterbitkan")
    halaman.fill("[name=utama-0-indikator-0-target]", "1.200 dokumen")


def test_from_an_empty_plan_to_a_received_result(layar) -> None:
    para = buat_pemeran()
    panggung.skp_ditetapkan(para, para.budi)
    hal = layar.halaman
    layar.masuk(para.andi.akun.nama_akun, SANDI)
    layar.periksa("beranda-kosong")
    hal.click("main >> text=Susun SKP >> nth=-1")
    layar.periksa("skp-daftar-kosong")
    hal.goto(layar.alamat + "/skp/buat/")
    layar.periksa("skp-buat")
    hal.click("button:has-text('Buat draf')")
    hal.wait_for_url(re.compile(r"/skp/\d+/sunting/"))
    _isi_rhk(hal)
    layar.periksa("skp-sunting")
    hal.click("button:has-text('Ajukan ke atasan')")
    hal.wait_for_selector("main >> text=/tanda terima/i")
    layar.periksa("skp-diajukan")
    skp = SKP.objects.get(pegawai=para.andi)
    assert skp.status == "diajukan"

    hal.context.clear_cookies()
    layar.masuk(para.budi.akun.nama_akun, SANDI)
    hal.goto(layar.alamat + "/skp/antrean/")
    layar.periksa("skp-antrean")
    hal.goto(layar.alamat + f"/skp/{skp.pk}/tinjau/")
    layar.periksa("skp-tinjau")
    hal.click("button:has-text('Tetapkan SKP')")
    hal.wait_for_selector("main >> text=/tanda terima/i")
    skp.refresh_from_db()
    assert skp.status == "ditetapkan"
    assert skp.terlambat
    assert skp.ditetapkan_pada >= dt.date(2026, 11, 1)

    hal.context.clear_cookies()
    layar.masuk("gita", SANDI)
    hal.goto(layar.alamat + f"/evaluasi/capaian/{para.periode.pk}/")
    layar.periksa("evaluasi-capaian")
    hal.select_option(f"[name=u{para.dinas.pk}-level]", "baik")
    hal.click("#bilah-aksi button[form=capaian]")
    hal.wait_for_selector("main >> text=Gita Bupati")

    hal.context.clear_cookies()
    layar.masuk(para.budi.akun.nama_akun, SANDI)
    hal.goto(layar.alamat + f"/evaluasi/tim/{para.periode.pk}/")
    layar.periksa("evaluasi-tim")
    hal.click("button:has-text('Mulai menilai')")
    hal.wait_for_url(re.compile(r"/evaluasi/\d+/"))
    hal.check("[name=rating_hasil_kerja][value=sesuai]", force=True)
    hal.check("[name=rating_perilaku_kerja][value=di_atas]", force=True)
    hal.click("button:has-text('Simpan penilaian')")
    # The page says beforehand that a reason is needed: wait for the refusal itself.
    hal.wait_for_selector("text=Tulis bukti atau peristiwanya")
    layar.periksa("evaluasi-galat")
    assert hal.is_checked("[name=rating_hasil_kerja][value=sesuai]")
    hal.fill("[name=alasan_perilaku_kerja]", "Mengajari dua rekan memakai aplikasi baru.")
    hal.click("button:has-text('Simpan penilaian')")
    hal.wait_for_selector("button:has-text('Tetapkan predikat')")
    hal.click("button:has-text('Tetapkan predikat')")
    hal.wait_for_selector("button:has-text('Sampaikan kepada pegawai')")
    layar.periksa("evaluasi-ditetapkan")
    hal.click("button:has-text('Sampaikan kepada pegawai')")
    hal.wait_for_selector("text=Hasil disampaikan")
    evaluasi = Evaluasi.objects.get()
    assert evaluasi.predikat == "baik"

    hal.context.clear_cookies()
    layar.masuk(para.andi.akun.nama_akun, SANDI)
    layar.periksa("beranda-hasil")
    hal.goto(layar.alamat + f"/evaluasi/{evaluasi.pk}/")
    hal.click("button:has-text('Saya sudah menerima')")
    hal.wait_for_selector("text=Keberatan dapat diajukan sampai")
    layar.periksa("evaluasi-diterima")
    pdf = hal.request.get(layar.alamat + f"/dokumen/evaluasi/{evaluasi.pk}.pdf")
    assert pdf.body().startswith(b"%PDF-")
    assert TandaTerima.objects.filter(jenis="evaluasi", aksi="terima").count() == 1
