"""A colleague answers by keyboard and finds the draft again; on a shared device nothing is kept."""

import datetime as dt
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from alur import pentas
from pemeran import buat_pemeran
from tera.umpan_balik.models import KunciPasangan
from umpan_balik import panggung_putaran

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
TEKS = "Menjelaskan pekerjaan dengan sabar"


@pytest.fixture(autouse=True)
def _hari() -> Iterator[None]:
    with pentas.pada_hari(dt.date(2026, 11, 5)):
        yield


def test_a_form_is_kept_on_the_own_device_and_sent_in_an_envelope(layar) -> None:
    para = buat_pemeran()
    panggung = panggung_putaran.jalankan(para)
    responden = panggung.andi.daftar_responden.filter(hubungan="rekan").order_by("id").first()
    alamat = f"/umpan-balik/putaran/isi/{responden.pk}/"
    hal = layar.halaman
    pentas.masuk(layar, responden.pegawai)
    layar.buka("/umpan-balik/putaran/")
    layar.periksa("putaran-daftar")
    layar.buka(alamat)
    for kode in panggung_putaran.KODE:
        hal.focus(f"[name=nilai-{kode}] >> nth=0")
        hal.keyboard.press("ArrowDown")
    hal.fill("[name=teks]", TEKS)
    expect(hal.locator("text=/Tersimpan/").first).to_be_visible()
    layar.periksa("putaran-isi")
    layar.buka(alamat)
    hal.click("button:has-text('Pulihkan')")
    expect(hal.locator("[name=teks]")).to_have_value(TEKS)

    hal.context.add_cookies([{"name": "perangkat_bersama", "value": "ya", "url": layar.alamat}])
    layar.buka(alamat)
    expect(hal.locator("[name=teks]")).to_have_value("")
    hal.fill("[name=teks]", "Hanya di layar ini")
    hal.wait_for_timeout(1500)
    layar.buka(alamat)
    expect(hal.locator("[name=teks]")).to_have_value("")
    assert "Hanya di layar ini" not in hal.content()

    for kode in panggung_putaran.KODE:
        hal.check(f"[name=nilai-{kode}][value='1']")
    hal.click("button:has-text('Kirim dalam amplop')")
    expect(hal.locator("text=/amplop tertutup/").first).to_be_visible()
    assert KunciPasangan.objects.count() == 1
