"""The bell and home's tasks follow what happens, on a page that nobody reloads."""

import datetime as dt
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from alur.pentas import masuk, pada_hari
from evaluasi.panggung import skp_ditetapkan
from notifikasi.panggung import kabari
from pemeran import buat_pemeran
from tera.skp.models import SKP

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _hari() -> Iterator[None]:
    with pada_hari(dt.date(2026, 1, 22)):
        yield


def test_the_bell_and_the_tasks_change_without_a_reload(layar) -> None:
    para = buat_pemeran()
    skp = skp_ditetapkan(para)
    masuk(layar, para.budi)
    halaman = layar.halaman
    layar.buka("/")
    lonceng = halaman.get_by_role("link", name="Notifikasi", exact=True)
    expect(lonceng).to_be_visible()
    expect(halaman.locator("[data-kabar-jumlah]")).to_be_hidden()
    halaman.evaluate("window.belumDimuatUlang = true")

    SKP.objects.filter(pk=skp.pk).update(status="diajukan")
    kabari(para.instansi.pk, "skp.ajukan", id=skp.pk)
    # What the page does by itself every minute.
    halaman.evaluate("dispatchEvent(new Event('online'))")
    expect(halaman.locator("[data-kabar-jumlah]")).to_have_text("1")
    expect(halaman.locator("#tugas")).to_contain_text("menunggu Anda tetapkan")
    assert halaman.evaluate("window.belumDimuatUlang")

    layar.periksa("notifikasi-beranda")
    halaman.get_by_role("link", name="Notifikasi: 1 belum dibaca").click()
    layar.periksa("notifikasi-daftar")
    halaman.get_by_role("link", name="Andi Pegawai mengajukan SKP 2026").click()
    expect(halaman.get_by_role("heading", level=1)).to_be_visible()
    expect(halaman.locator("[data-kabar-jumlah]")).to_be_hidden()
