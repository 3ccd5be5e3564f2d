"""An authenticator app from enrolment to signing in with it, and with a recovery code."""

import base64
import hmac
import os
import struct
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from pemeran import SANDI, buat_pemeran
from tera.core.models import RiwayatMasuk

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
NIP = "199003032015011003"


def angka(rahasia: str, langkah: int = 0) -> str:
    """What an authenticator app shows (RFC 6238), ``langkah`` half minutes from now."""
    kunci = base64.b32decode(rahasia)
    sidik = hmac.new(kunci, struct.pack(">Q", int(time.time()) // 30 + langkah), "sha1").digest()
    letak = sidik[-1] & 15
    nilai = struct.unpack(">I", sidik[letak : letak + 4])[0] & 0x7FFFFFFF
    return f"{nilai % 1_000_000:06d}"


@pytest.fixture
def halaman(peramban: Any) -> Iterator[Page]:
    konteks = peramban.new_context(viewport={"width": 360, "height": 740}, locale="id-ID")
    yield konteks.new_page()
    konteks.close()


def potret(hal: Page, nama: str) -> None:
    """Keep both sizes when LAYAR_UJI names a folder."""
    if tujuan := os.environ.get("LAYAR_UJI"):
        Path(tujuan).mkdir(parents=True, exist_ok=True)
        for lebar, tinggi in ((1280, 800), (360, 740)):
            hal.set_viewport_size({"width": lebar, "height": tinggi})
            hal.screenshot(path=f"{tujuan}/totp-{nama}-{lebar}.png", full_page=True)


def masuk(hal: Page, dasar: str) -> None:
    """Give account and password."""
    hal.goto(f"{dasar}/masuk/")
    hal.locator("[name=login]").fill(NIP)
    hal.locator("#id_password").fill(SANDI)
    hal.locator("#id_password").press("Enter")


def keluar(hal: Page, dasar: str) -> None:
    """Sign out through the page."""
    hal.goto(f"{dasar}/keluar/")
    hal.locator("main").get_by_role("button", name="Keluar").click()
    expect(hal.locator("#id_password")).to_be_visible()


def test_an_authenticator_app_is_enrolled_and_asked_for_and_a_recovery_code_helps_once(
    halaman: Page, live_server: LiveServer
) -> None:
    cache.clear()
    pemeran = buat_pemeran()
    hal, dasar = halaman, live_server.url
    masuk(hal, dasar)
    hal.wait_for_url(lambda alamat: "/masuk" not in alamat)
    hal.goto(f"{dasar}/akun/keamanan/")
    potret(hal, "keamanan")
    hal.get_by_role("link", name="Pasang aplikasi autentikator").click()
    expect(hal.get_by_role("heading", name="Pastikan ini Anda")).to_be_visible()
    potret(hal, "pastikan")
    hal.locator("#id_password").fill(SANDI)
    hal.get_by_role("button", name="Lanjutkan").click()
    rahasia = hal.locator(".akun-kunci").inner_text().replace(" ", "")
    potret(hal, "pasang")

    # A wrong number says what to do, and the key stays the one that the phone already holds.
    hal.locator("[name=code]").fill("000000")
    hal.locator("main").get_by_role("button", name="Pasang").click()
    expect(hal.locator(".ringkasan-galat")).to_be_visible()
    expect(hal.locator(".akun-kunci")).to_have_text(rahasia)
    potret(hal, "pasang-salah")
    hal.locator("[name=code]").fill(angka(rahasia))
    hal.locator("main").get_by_role("button", name="Pasang").click()
    expect(hal.get_by_role("heading", name="Kode pemulihan")).to_be_visible()
    pemulihan = hal.locator(".akun-daftar-kode code").first.inner_text().strip()
    potret(hal, "pemulihan")
    hal.get_by_role("link", name="Sudah saya simpan").click()
    expect(hal.get_by_text("terpasang", exact=True)).to_be_visible()
    potret(hal, "terpasang")

    keluar(hal, dasar)
    masuk(hal, dasar)
    expect(hal.locator("[name=code]")).to_be_visible()
    # Nobody is offered a passkey that was never made.
    expect(hal.get_by_role("button", name="Pakai passkey")).to_have_count(0)
    potret(hal, "langkah-kedua")
    hal.locator("[name=code]").fill("123456")
    hal.locator("[name=code]").press("Enter")
    expect(hal.locator(".ringkasan-galat")).to_be_visible()
    potret(hal, "langkah-kedua-salah")
    # The number used at enrolment is spent: the app's next one is taken.
    hal.locator("[name=code]").fill(angka(rahasia, 1))
    hal.locator("[name=code]").press("Enter")
    expect(hal.get_by_role("heading", name="Beranda", level=1)).to_be_visible()

    for berhasil in (True, False):
        keluar(hal, dasar)
        masuk(hal, dasar)
        hal.locator("[name=code]").fill(pemulihan)
        hal.locator("[name=code]").press("Enter")
        if berhasil:
            expect(hal.get_by_role("heading", name="Beranda", level=1)).to_be_visible()
        else:
            expect(hal.locator(".ringkasan-galat")).to_be_visible()
    baris = RiwayatMasuk.objects.filter(akun_id=pemeran.andi.akun_id, berhasil=True)
    assert baris.count() == 3
