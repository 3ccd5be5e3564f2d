"""The editor while typing: suggestions fill their row, hints come and go, the bar says so."""

import re

import pytest
from playwright.sync_api import expect

from evaluasi import panggung
from pemeran import SANDI, buat_pemeran
from tera.skp.models import SKP, IndikatorKinerja

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
BARIS = "utama-0-indikator"


def _nilai(hal, nomor: int) -> dict[str, str]:
    return {
        nama: hal.input_value(f"[name={BARIS}-{nomor}-{nama}]")
        for nama in ("aspek", "teks", "target", "satuan", "kode_pustaka")
    }


def _saran(hal, nomor: int, kata: str):
    kolom = hal.locator(f"[name={BARIS}-{nomor}-teks]")
    kolom.fill("")
    kolom.press_sequentially(kata, delay=10)
    pilihan = hal.locator(".saran:not([hidden]) [role=option]")
    pilihan.first.wait_for()
    return kolom, pilihan


def test_a_suggestion_fills_its_row_and_hints_come_and_go_while_typing(layar) -> None:
    para = buat_pemeran()
    panggung.skp_ditetapkan(para, para.budi)
    hal, konteks = layar.halaman, layar.halaman.context
    layar.masuk(para.andi.akun.nama_akun, SANDI)
    layar.buka("/skp/buat/")
    hal.click("button:has-text('Buat draf')")
    hal.wait_for_url(re.compile(r"/skp/\d+/sunting/"))
    bilah = hal.locator("[data-status-simpan]")
    expect(bilah).to_contain_text("Tersimpan otomatis saat Anda mengetik")
    expect(hal.locator("h2:has-text('Hasil kerja utama (1)')")).to_be_visible()
    layar.periksa("editor-kosong")

    # By keyboard: the list says aspek, unit and source; the choice fills the row and says so.
    kolom, pilihan = _saran(hal, 0, "akurasi")
    assert re.fullmatch(r".+ · .+ · .+", pilihan.first.locator("small").inner_text())
    hal.wait_for_selector(".saran-wadah [role=status]:has-text('saran')", state="attached")
    layar.periksa("editor-saran")
    kolom.press("ArrowDown")
    kolom.press("Enter")
    pertama = _nilai(hal, 0)
    assert all(pertama.values()), pertama
    assert pertama["satuan"] == "%"
    ucap = hal.locator(f"#{BARIS}-0 .saran-wadah [role=status]").inner_text()
    assert "Target tahunan" in ucap
    assert "Satuan" in ucap
    assert kolom.evaluate("u => u === document.activeElement")
    hal.wait_for_selector("[data-status-simpan][data-keadaan=tersimpan]")

    # Another choice replaces what the first one filled, never what a person typed; by touch or
    # mouse. What was typed has its own unit, so none is added.
    hal.fill(f"[name={BARIS}-1-target]", "40 berkas")
    _kolom, pilihan = _saran(hal, 1, "tepat waktu")
    pilihan.first.tap() if layar.ukuran == "telepon" else pilihan.first.click()
    kedua = _nilai(hal, 1)
    assert kedua["target"] == "40 berkas"
    assert kedua["satuan"] == ""
    assert kedua["kode_pustaka"]
    lama = kedua["kode_pustaka"]
    _kolom, pilihan = _saran(hal, 1, "kepuasan")
    pilihan.first.tap() if layar.ukuran == "telepon" else pilihan.first.click()
    assert _nilai(hal, 1)["kode_pustaka"] != lama
    assert _nilai(hal, 1)["target"] == "40 berkas"

    # The target and its unit share a line, and the unit is labelled.
    target = hal.locator(f"[name={BARIS}-0-target]").bounding_box()
    satuan = hal.get_by_label("Satuan").first.bounding_box()
    assert abs(target["y"] - satuan["y"]) < 2
    assert satuan["width"] >= 72
    assert target["width"] >= 100

    # A gentle hint under the RHK, gone when mended; one under the indicator as well.
    rhk = hal.locator("#utama-0 .tumpuk-rapat > [data-periksa]")
    hal.fill("[name=utama-0-teks]", "Melaksanakan pelayanan dokumen")
    rhk.locator("summary").wait_for()
    assert rhk.get_attribute("aria-live") == "polite"
    rhk.locator("summary").click()
    expect(rhk).to_contain_text("hasil", ignore_case=True)
    layar.periksa("editor-petunjuk")
    hal.fill("[name=utama-0-teks]", "Dokumen kependudukan terbit cepat dan benar")
    rhk.locator("summary").wait_for(state="detached")
    ind = hal.locator(f"#{BARIS}-2 [data-periksa]")
    hal.fill(f"[name={BARIS}-2-teks]", "Kunjungan ke desa")
    hal.fill(f"[name={BARIS}-2-target]", "12")
    ind.locator("summary").wait_for()
    hal.fill(f"[name={BARIS}-2-satuan]", "kunjungan")
    ind.locator("summary").wait_for(state="detached")

    # Offline: no hint, and the bar says where the text is.
    konteks.set_offline(True)
    hal.fill("[name=utama-0-teks]", "Melaksanakan rapat")
    hal.wait_for_selector("text=Tersimpan di perangkat")
    hal.wait_for_timeout(900)
    assert not rhk.locator("summary").count()
    konteks.set_offline(False)
    hal.fill("[name=utama-0-teks]", "Dokumen kependudukan terbit cepat dan benar")

    # Counts follow the typing; saving keeps what the suggestion filled.
    hal.click("#perilaku > summary")
    hal.fill("[name=perilaku-BP]", "Menyapa warga lebih dulu")
    expect(hal.locator("#perilaku > summary")).to_contain_text("1 dari 7 terisi")
    hal.click("button:has-text('Simpan draf') >> visible=true >> nth=-1")
    hal.wait_for_selector("text=Draf SKP tersimpan")
    assert bilah.get_attribute("data-keadaan") == "tersimpan"
    layar.periksa("editor-tersimpan")
    satu = IndikatorKinerja.objects.get(rhk__skp=SKP.objects.get(pegawai=para.andi), urut=1)
    assert {nama: getattr(satu, nama) for nama in pertama} == pertama
