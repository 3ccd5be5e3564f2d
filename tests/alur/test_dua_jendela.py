"""Two windows on one thing: the second sees what changed, by whom, and loses nothing typed."""

import datetime as dt
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from alur.conftest import UKURAN
from alur.pentas import ajukan, masuk, pada_hari, rencana
from pemeran import SANDI, buat_pemeran
from tera.skp.models import SKP, RencanaHasilKerja

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
BARIS = [
    (
        "Warga memperoleh akta kelahiran tanpa berkas kembali",
        [
            ("kuantitas", "Jumlah akta kelahiran yang terbit", "1.200 akta"),
            ("kualitas", "Persentase berkas tanpa perbaikan", "95 %"),
            ("waktu", "Lama penerbitan sejak berkas lengkap", "1 hari"),
        ],
    )
]


@pytest.fixture(autouse=True)
def _hari() -> Iterator[None]:
    with pada_hari(dt.date(2026, 1, 22)):
        yield


def _diajukan(para) -> SKP:
    pimpinan = rencana(para, para.budi, para.fajar, BARIS)
    return ajukan(para, para.andi, BARIS, pimpinan)


def test_the_same_rater_decides_in_two_windows(layar) -> None:
    para = buat_pemeran()
    skp = _diajukan(para)
    masuk(layar, para.budi)
    pertama, kedua = layar.halaman, layar.halaman.context.new_page()
    jalur = f"/skp/{skp.pk}/tinjau/"
    pertama.goto(layar.alamat + jalur)
    kedua.goto(layar.alamat + jalur)
    kedua.click("#kembalikan summary")
    catatan = "Target waktu perlu mengikuti standar pelayanan yang baru."
    kedua.fill("[name=catatan]", catatan)
    pertama.click("button:has-text('Tetapkan SKP')")
    expect(pertama.locator("main").get_by_text("Tanda terima").first).to_be_visible()

    kedua.click("#kembalikan button:has-text('Kembalikan dengan catatan')")
    expect(kedua.get_by_role("heading", name="Keadaan sudah berubah")).to_be_visible()
    layar.halaman = kedua
    layar.periksa("dua-jendela-409")
    utama = kedua.locator("main")
    expect(utama.get_by_text("Budi").first).to_be_visible()  # who
    expect(utama.get_by_text(catatan)).to_be_visible()  # nothing typed is lost
    expect(kedua.locator("nav.navigasi")).to_be_attached()
    kedua.get_by_role("link", name="Muat ulang halaman itu").click()
    expect(kedua.locator("main").get_by_text("Ditetapkan").first).to_be_visible()
    assert kedua.url.endswith(jalur)
    layar.periksa("dua-jendela-sesudah")
    skp.refresh_from_db()
    assert skp.status == "ditetapkan"
    assert skp.catatan_pengembalian == ""


def test_a_draft_edited_on_two_devices_keeps_both_texts_within_reach(layar, peramban) -> None:
    para = buat_pemeran()
    skp = _diajukan(para)
    SKP.objects.filter(pk=skp.pk).update(status="draf", diajukan_at=None)
    masuk(layar, para.andi)
    lebar, tinggi = UKURAN[layar.ukuran]
    konteks = peramban.new_context(
        viewport={"width": lebar, "height": tinggi}, locale="id-ID", timezone_id="Asia/Jayapura"
    )
    lain = konteks.new_page()
    lain.goto(layar.alamat + "/masuk/")
    lain.fill("input[name=login]", para.andi.akun.nama_akun)
    lain.fill("input[name=password]", SANDI)
    lain.press("input[name=password]", "Enter")
    lain.wait_for_url(lambda alamat: "/masuk" not in alamat)
    jalur = f"/skp/{skp.pk}/sunting/"
    hp, laptop = layar.halaman, lain
    hp.goto(layar.alamat + jalur)
    laptop.goto(layar.alamat + jalur)
    simpan = ".bilah-aksi button:has-text('Simpan draf')"
    hp.fill("[name=utama-0-teks]", "Tulisan dari HP")
    hp.click(simpan)
    expect(hp.locator("main").get_by_text("Draf SKP tersimpan")).to_be_visible()

    laptop.fill("[name=utama-0-teks]", "Tulisan dari laptop")
    laptop.click(simpan)
    expect(laptop.locator("#galat")).to_be_visible()
    expect(laptop.locator("[name=utama-0-teks]")).to_have_value("Tulisan dari laptop")
    layar.halaman = laptop
    layar.periksa("dua-perangkat-409")
    assert RencanaHasilKerja.objects.get(skp=skp).teks == "Tulisan dari HP"

    # Having seen what stands, the second device may still put its own text in its place.
    laptop.click(simpan)
    expect(laptop.locator("main").get_by_text("Draf SKP tersimpan")).to_be_visible()
    assert RencanaHasilKerja.objects.get(skp=skp).teks == "Tulisan dari laptop"
    konteks.close()
