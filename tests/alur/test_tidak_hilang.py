"""Nothing typed is lost: offline in mid-form, reload, session expiry, stale key, then send."""

import datetime as dt
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from alur.pentas import pada_hari
from evaluasi import panggung
from pemeran import SANDI, buat_pemeran
from tera.core.models import RiwayatStatus, TandaTerima
from tera.skp.models import SKP, IndikatorKinerja, RencanaHasilKerja

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _hari() -> Iterator[None]:
    """The story lives in November 2026 whatever the machine's date."""
    with pada_hari(dt.date(2026, 11, 20)):
        yield


TEKS = "Warga memperoleh dokumen yang benar"


def _draf(para) -> SKP:
    panggung.skp_ditetapkan(para, para.budi)
    rhk_atasan = RencanaHasilKerja.objects.get()
    skp = SKP.objects.create(
        instansi=para.instansi, pegawai=para.andi, penugasan=para.penugasan(para.andi), tahun=2026,
        mulai=para.periode.mulai, selesai=para.periode.selesai, keluarga="ja_jf",
        pendekatan="kuantitatif",
    )  # fmt: skip
    rhk = RencanaHasilKerja.objects.create(
        skp=skp, teks="Data penduduk mutakhir", urut=1, rhk_pimpinan=rhk_atasan
    )
    IndikatorKinerja.objects.create(
        rhk=rhk, aspek="kuantitas", teks="Jumlah data mutakhir", target="100 data"
    )
    return skp


def test_typed_offline_reloaded_signed_out_and_sent_once(layar) -> None:
    para = buat_pemeran()
    skp = _draf(para)
    hal, konteks = layar.halaman, layar.halaman.context
    layar.masuk(para.andi.akun.nama_akun, SANDI)
    jalur = f"/skp/{skp.pk}/sunting/"
    layar.buka(jalur)
    hal.wait_for_function("navigator.serviceWorker && navigator.serviceWorker.controller")
    layar.buka(jalur)
    hal.wait_for_load_state("networkidle")

    # The signal drops in mid-form; typing goes on, then the page is reloaded without network.
    konteks.set_offline(True)
    hal.fill("[name=utama-0-teks]", TEKS)
    hal.wait_for_selector("text=Tersimpan di perangkat")
    layar.potret("luring-sunting")
    hal.reload()
    hal.wait_for_selector("[name=utama-0-teks]")
    hal.wait_for_timeout(500)
    pulih = hal.locator("button:has-text('Pulihkan')")
    if pulih.count() and pulih.first.is_visible():
        pulih.first.click()
    expect(hal.locator("[name=utama-0-teks]")).to_have_value(TEKS)

    # Sent without network: it waits on the device. Meanwhile the session ends and the key is stale.
    hal.click("button:has-text('Ajukan ke atasan')")
    hal.wait_for_selector("text=/belum terkirim|menunggu/i")
    layar.potret("luring-menunggu")
    konteks.clear_cookies()
    konteks.set_offline(False)
    hal.evaluate("window.dispatchEvent(new Event('online'))")
    hal.wait_for_selector("text=/masuk/i")
    assert not RiwayatStatus.objects.filter(jenis="skp", objek_id=skp.pk).exists()

    # Signed in again, the waiting form goes by itself: once, with one receipt.
    layar.masuk(para.andi.akun.nama_akun, SANDI)
    for _ in range(40):
        if RiwayatStatus.objects.filter(jenis="skp", objek_id=skp.pk, aksi="ajukan").exists():
            break
        hal.wait_for_timeout(250)
    layar.buka(f"/skp/{skp.pk}/")
    hal.wait_for_load_state("networkidle")
    layar.buka("/")
    hal.wait_for_timeout(1500)
    assert RencanaHasilKerja.objects.get(skp=skp).teks == TEKS
    assert RiwayatStatus.objects.filter(jenis="skp", objek_id=skp.pk, aksi="ajukan").count() == 1
    assert TandaTerima.objects.filter(jenis="skp", objek_id=skp.pk).count() == 1


def test_the_first_visit_and_later_pages_stay_light(layar) -> None:
    para = buat_pemeran()
    skp = _draf(para)
    hal = layar.halaman
    bita = {"n": 0}

    def hitung(permintaan) -> None:
        ukuran = permintaan.sizes()
        bita["n"] += ukuran["responseBodySize"] + ukuran["responseHeadersSize"]

    hal.on("requestfinished", hitung)
    layar.buka("/masuk/")
    hal.wait_for_load_state("networkidle")
    pertama = bita["n"]
    layar.masuk(para.andi.akun.nama_akun, SANDI)
    hal.wait_for_load_state("networkidle")
    for jalur in ("/", "/skp/", f"/skp/{skp.pk}/"):
        jawaban = hal.request.get(layar.alamat + jalur)
        ukuran = int(jawaban.headers.get("content-length", "0"))
        assert 0 < ukuran <= 15_000, f"{jalur}: {ukuran} bita"
    assert pertama <= 160_000, pertama
