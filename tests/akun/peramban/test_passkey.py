"""A passkey from its making to signing in without a password, with Chromium's own authenticator."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from pemeran import SANDI, buat_pemeran
from tera.core.models import RiwayatMasuk

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def halaman(peramban: Any) -> Iterator[Page]:
    konteks = peramban.new_context(viewport={"width": 360, "height": 740}, locale="id-ID")
    satu = konteks.new_page()
    cdp = konteks.new_cdp_session(satu)
    cdp.send("WebAuthn.enable")
    cdp.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    yield satu
    konteks.close()


def test_a_passkey_is_made_and_signs_in_without_a_password(
    halaman: Page, live_server: LiveServer
) -> None:
    cache.clear()
    pemeran = buat_pemeran()
    # WebAuthn accepts http for localhost only, never for an address in numbers.
    dasar = live_server.url.replace("127.0.0.1", "localhost")
    pelanggaran: list[str] = []
    halaman.on(
        "console",
        lambda m: pelanggaran.append(m.text) if "Content Security Policy" in m.text else None,
    )
    halaman.goto(f"{dasar}/masuk/?next=/akun/keamanan/passkey/tambah/")
    halaman.get_by_label("NIP atau nama akun").fill("19900303 201501 1 003")
    halaman.locator("#id_password").fill(SANDI)
    halaman.get_by_role("button", name="Tampilkan").click()
    assert halaman.locator("#id_password").get_attribute("type") == "text"
    halaman.locator("#id_password").press("Enter")
    halaman.get_by_role("heading", name="Pastikan ini Anda").wait_for()
    halaman.locator("#id_password").fill(SANDI)
    halaman.get_by_role("button", name="Lanjutkan").click()
    halaman.get_by_label("Nama perangkat").fill("HP uji")
    halaman.get_by_role("button", name="Buat passkey").click()
    halaman.get_by_role("heading", name="Kode pemulihan").wait_for()
    halaman.goto(f"{dasar}/keluar/")
    halaman.locator("main").get_by_role("button", name="Keluar").click()
    halaman.get_by_role("button", name="Masuk dengan passkey").click()
    halaman.wait_for_url(lambda alamat: "/masuk/" not in alamat)
    halaman.goto(f"{dasar}/akun/keamanan/")
    halaman.get_by_role("heading", name="Keamanan akun").wait_for()
    assert pelanggaran == []
    baris = RiwayatMasuk.objects.filter(akun_id=pemeran.andi.akun_id).order_by("-pk").first()
    assert baris is not None
    assert (baris.berhasil, baris.cara) == (True, "passkey")
