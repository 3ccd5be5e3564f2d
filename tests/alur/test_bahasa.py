"""English in a real browser: chosen at the foot, kept by the account, also without JavaScript."""

import pytest
from playwright.sync_api import expect

from pemeran import SANDI, buat_pemeran

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


def _siapkan() -> str:
    para = buat_pemeran()
    akun = para.andi.akun
    akun.set_password(SANDI)
    akun.save()
    return akun.nama_akun


def test_a_person_chooses_english_before_signing_in_and_finds_it_everywhere(layar) -> None:
    nama = _siapkan()
    laman = layar.halaman
    layar.buka("/masuk/")
    expect(laman.locator("html")).to_have_attribute("lang", "id")
    laman.get_by_role("button", name="English").click()
    expect(laman.locator("h1")).to_have_text("Sign in")
    layar.periksa("masuk-inggris")
    laman.fill("input[name=login]", nama)
    laman.fill("input[name=password]", SANDI)
    laman.press("input[name=password]", "Enter")
    expect(laman.locator("h1")).to_have_text("Home")
    layar.periksa("beranda-inggris")
    for jalur, judul in (
        ("/skp/", "My SKP"),
        ("/bantuan/", "Help"),
        ("/akun/keamanan/", "Account security"),
    ):
        layar.buka(jalur)
        expect(laman.locator("h1")).to_contain_text(judul)
        layar.periksa(f"inggris{jalur.replace('/', '-')}")
    laman.get_by_role("button", name="Bahasa Indonesia").click()
    expect(laman.locator("h1")).to_have_text("Keamanan akun")


def test_the_choice_works_without_javascript(layar, peramban) -> None:
    konteks = peramban.new_context(java_script_enabled=False)
    laman = konteks.new_page()
    laman.goto(f"{layar.alamat}/aktivasi/")
    laman.get_by_role("button", name="English").click()
    expect(laman.locator("h1")).to_have_text("Activate account")
    konteks.close()
