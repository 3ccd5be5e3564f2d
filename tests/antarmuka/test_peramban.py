"""The scripts in a real browser: nothing is lost, one key has one effect, axe finds nothing."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from alur.aksesibel import jalankan_axe, langgaran
from antarmuka import alamat

pytestmark = pytest.mark.peramban
Buka = Callable[..., Any]


@pytest.fixture
def buka(peramban: Any, server: str) -> Iterator[Buka]:
    """Open a page; at the end no script error and no CSP violation may have happened."""
    alamat.kosongkan()
    galat: list[str] = []
    daftar_konteks = []

    def _buka(jalur: str, **opsi: Any) -> Any:
        sisa = {"viewport": {"width": 360, "height": 740}, "service_workers": "block", **opsi}
        konteks = peramban.new_context(base_url=server, **sisa)
        konteks.set_default_timeout(5000)
        daftar_konteks.append(konteks)
        laman = konteks.new_page()
        laman.on("pageerror", lambda e: galat.append(str(e)))
        laman.on(
            "console",
            lambda m: galat.append(m.text) if "Content Security Policy" in m.text else None,
        )
        laman.goto(jalur)
        return laman

    yield _buka
    for konteks in daftar_konteks:
        konteks.close()
    assert galat == []


def _jumlah_kiriman() -> int:
    return sum(len(isi) for isi in alamat.KEADAAN["kiriman"].values())


def _tunggu(laman: Any, syarat: Callable[[], bool]) -> None:
    for _ in range(60):
        if syarat():
            return
        laman.wait_for_timeout(100)
    pytest.fail("did not happen within six seconds")


def test_a_look_that_no_page_had_is_measured_for_contrast(buka: Buka) -> None:
    laman = buka("/gaya/", bypass_csp=True)
    isi = "<title>Uji</title><main><h1>Uji</h1><p class={}>Terbaca</p></main>"
    temuan = []
    # Another class in a look that was measured is not measured again; the layer around it counts.
    for kelas, gaya in (
        ("a", ""),
        ("b", "color: #ccc"),
        ("c", "color: #ccc"),
        ("d", "opacity: .3"),
    ):
        laman.set_content(f"<style>.{kelas} {{ {gaya} }}</style>" + isi.format(kelas))
        laman.evaluate("document.documentElement.lang = 'id'")
        temuan.append([satu.partition(":")[0] for satu in langgaran(laman, "uji kontras")])
    assert temuan == [[], ["color-contrast"], [], ["color-contrast"]]


@pytest.mark.parametrize("lebar", [360, 1280])
@pytest.mark.parametrize("tema", ["light", "dark"])
@pytest.mark.parametrize(
    "jalur", ["/gaya/", "/gaya/formulir/", "/gaya/dasbor/", "/gaya/publik/", "/gaya/galat/csrf/"]
)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    buka: Buka, lebar: int, tema: str, jalur: str
) -> None:
    laman = buka(jalur, viewport={"width": lebar, "height": 800}, color_scheme=tema)
    assert jalankan_axe(laman) == []
    lebih = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert laman.evaluate(lebih) == 0


def test_what_is_typed_is_saved_on_the_server_and_says_when(buka: Buka) -> None:
    laman = buka("/kirim/")
    laman.fill("#isi-teks", "rencana saya")
    laman.wait_for_selector("[data-status-simpan][data-keadaan='tersimpan']")
    assert laman.inner_text("[data-status-simpan]").startswith("Tersimpan ")
    assert ["isi", "rencana saya"] in alamat.KEADAAN["draf"]["uji"]["isi"]["bidang"]


def test_a_draft_typed_offline_is_offered_again_after_a_reload(buka: Buka) -> None:
    laman = buka("/kirim/")
    laman.context.set_offline(True)
    laman.fill("#isi-teks", "ketikan luring")
    laman.wait_for_selector("[data-status-simpan][data-keadaan='perangkat']")
    assert "belum terkirim" in laman.inner_text("[data-status-simpan]")
    expect(laman.locator("#jaringan")).to_be_visible()
    laman.context.set_offline(False)
    laman.goto("/gaya/publik/")
    laman.goto("/kirim/")
    laman.click("text=Pulihkan isian")
    expect(laman.locator("#isi-teks")).to_have_value("ketikan luring")


def test_a_shared_device_keeps_nothing(buka: Buka) -> None:
    laman = buka("/gaya/formulir/?bersama")
    laman.context.set_offline(True)
    laman.fill("#id_rencana", "rahasia")
    laman.wait_for_selector("[data-status-simpan][data-keadaan='gagal']")
    assert laman.evaluate("Object.keys(localStorage).length") == 0
    laman.click("text=Ajukan ke atasan")
    laman.wait_for_selector("#kabar >> text=dipakai bersama")
    laman.evaluate("window.dispatchEvent(new Event('pagehide'))")
    assert laman.evaluate("Object.keys(localStorage).length") == 0


def test_a_submission_shows_its_result_once_and_ends_the_draft(buka: Buka) -> None:
    laman = buka("/kirim/")
    laman.fill("#isi-teks", "sekali")
    laman.wait_for_selector("[data-keadaan='tersimpan']")
    laman.click("#kirim")
    laman.wait_for_selector("h1:has-text('Sudah diterima')")
    assert laman.url.endswith("/kirim/hasil/")
    assert laman.evaluate("Object.keys(localStorage).length") == 0
    assert _jumlah_kiriman() == 1


def test_a_refused_submission_shows_the_reasons_and_keeps_the_draft(buka: Buka) -> None:
    laman = buka("/kirim/")
    laman.fill("#isi-teks", "tolak")
    laman.wait_for_selector("[data-keadaan='tersimpan']")
    laman.click("#kirim")
    laman.wait_for_selector("#tolak")
    assert laman.evaluate("Object.keys(localStorage).length") == 1
    laman.fill("#isi-teks", "diperbaiki")
    laman.click("#kirim")
    laman.wait_for_selector("h1:has-text('Sudah diterima')")
    assert list(alamat.KEADAAN["kiriman"].values()) == [["diperbaiki"]]


def test_a_submission_without_network_waits_and_goes_out_once(buka: Buka) -> None:
    laman = buka("/kirim/")
    laman.fill("#isi-teks", "dari desa")
    kunci = laman.input_value("[name=kunci_idempoten]")
    laman.context.set_offline(True)
    laman.click("#kirim")
    laman.wait_for_selector("#kabar >> text=Jaringan terputus")
    laman.click("#kirim")
    laman.context.set_offline(False)
    laman.wait_for_selector("h1:has-text('Sudah diterima')")
    assert alamat.KEADAAN["kiriman"] == {kunci: ["dari desa"]}
    laman.goto("/gaya/publik/")
    laman.wait_for_timeout(500)
    assert _jumlah_kiriman() == 1


def test_a_session_that_ended_loses_nothing(buka: Buka) -> None:
    laman = buka("/kirim/")
    laman.fill("#isi-teks", "sesi habis")
    alamat.KEADAAN["masuk"] = False
    laman.click("#kirim")
    laman.click("#kabar a")
    laman.wait_for_url("**/masuk/**")
    assert _jumlah_kiriman() == 0
    alamat.KEADAAN["masuk"] = True
    laman.goto("/gaya/publik/")
    laman.wait_for_selector("#kabar >> text=sudah diterima")
    assert list(alamat.KEADAAN["kiriman"].values()) == [["sesi habis"]]


def test_a_stale_csrf_token_is_replaced_without_the_person_noticing(buka: Buka) -> None:
    laman = buka("/kirim/")
    laman.fill("#isi-teks", "lama terbuka")
    laman.context.clear_cookies()
    laman.click("#kirim")
    laman.wait_for_selector("h1:has-text('Sudah diterima')")
    assert _jumlah_kiriman() == 1


def test_overload_is_waited_out(buka: Buka) -> None:
    laman = buka("/kirim/")
    laman.fill("#isi-teks", "ramai")
    sibuk = {"n": 1}

    def jawab(rute: Any) -> None:
        if rute.request.method == "POST" and sibuk["n"]:
            sibuk["n"] -= 1
            rute.fulfill(status=503, body="penuh")
        else:
            rute.continue_()

    laman.route("**/kirim/", jawab)
    laman.click("#kirim")
    laman.wait_for_selector("#kabar >> text=dikirim sendiri")
    laman.evaluate("window.dispatchEvent(new Event('online'))")
    laman.wait_for_selector("h1:has-text('Sudah diterima')")
    assert _jumlah_kiriman() == 1


def test_rows_are_added_removed_restored_and_pasted(buka: Buka) -> None:
    laman = buka("/gaya/formulir/", viewport={"width": 1280, "height": 800})
    laman.click("text=Tambah indikator")
    expect(laman.locator("[name=indikator-TOTAL_FORMS]")).to_have_value("4")
    assert laman.evaluate("document.activeElement.name") == "indikator-3-aspek"
    laman.click("#indikator-0 [name=hapus_baris]")
    assert laman.is_checked("[name=indikator-0-DELETE]")
    laman.click("#indikator-0 [name=urung_baris]")
    expect(laman.locator("[name=indikator-0-indikator]")).to_be_visible()
    laman.click("#indikator-2 [name=naik_baris]")
    expect(laman.locator("[name=indikator-2-ORDER]")).to_have_value("2")
    laman.evaluate(
        """() => {
          const data = new DataTransfer();
          data.setData("text/plain",
            "Kualitas\\tMutu naik\\t90 persen\\nWaktu\\tLebih cepat\\t3 hari\\n");
          document.querySelector("[name=indikator-3-aspek]").dispatchEvent(
            new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }"""
    )
    expect(laman.locator("[name=indikator-TOTAL_FORMS]")).to_have_value("5")
    expect(laman.locator("[name=indikator-3-indikator]")).to_have_value("Mutu naik")
    expect(laman.locator("[name=indikator-4-aspek]")).to_have_value("waktu")
    expect(laman.locator("[name=indikator-4-target]")).to_have_value("3 hari")


def test_a_restored_draft_brings_its_added_rows_back(buka: Buka) -> None:
    laman = buka("/gaya/formulir/")
    laman.click("text=Tambah indikator")
    laman.fill("[name=indikator-3-indikator]", "baris baru")
    laman.wait_for_selector("[data-keadaan='tersimpan']")
    laman.reload()
    laman.click("text=Pulihkan isian")
    expect(laman.locator("[name=indikator-3-indikator]")).to_have_value("baris baru")


def test_everything_works_without_javascript(buka: Buka) -> None:
    laman = buka("/gaya/formulir/", java_script_enabled=False)
    laman.click("text=Tambah indikator")
    expect(laman.locator("[name=indikator-3-indikator]")).to_be_visible()
    laman.click("#indikator-3 [name=hapus_baris]")
    expect(laman.locator("#indikator-3 [name=urung_baris]")).to_be_visible()
    laman.fill("[name=indikator-2-target]", "3 hari")
    laman.click("text=Ajukan ke atasan")
    assert laman.url.endswith("?selesai")


def test_suggestions_are_chosen_with_the_keyboard(buka: Buka) -> None:
    laman = buka("/gaya/formulir/")
    laman.fill("#id_rencana", "")
    laman.type("#id_rencana", "ayo")
    laman.wait_for_selector("[role=option]")
    laman.keyboard.press("ArrowDown")
    laman.keyboard.press("ArrowDown")
    laman.keyboard.press("Enter")
    expect(laman.locator("#id_rencana")).to_have_value("ayo 2")
    expect(laman.locator("[role=listbox]")).to_be_hidden()


def test_j_and_k_move_through_a_list(buka: Buka) -> None:
    laman = buka("/gaya/", viewport={"width": 1280, "height": 800})
    laman.focus("[data-papan-ketik] a")
    laman.keyboard.press("j")
    assert laman.evaluate("document.activeElement.textContent") == "Budi Santoso"
    laman.keyboard.press("k")
    assert laman.evaluate("document.activeElement.textContent") == "Andi Wijaya"


def test_theme_dialog_and_menu_work(buka: Buka) -> None:
    laman = buka("/gaya/", color_scheme="light")
    laman.click(".menu-pengguna > summary")
    laman.click("[data-tema]")
    assert laman.get_attribute("html", "data-theme") == "dark"
    laman.reload()
    assert laman.get_attribute("html", "data-theme") == "dark"
    laman.click("text=Buka dialog")
    expect(laman.locator("#contoh-dialog")).to_be_visible()
    laman.keyboard.press("Escape")
    expect(laman.locator("#contoh-dialog")).to_be_hidden()


def test_an_opened_form_can_be_opened_again_without_a_network(buka: Buka) -> None:
    laman = buka("/kirim/", service_workers="allow")
    laman.evaluate("navigator.serviceWorker.ready.then(() => true)")
    laman.wait_for_timeout(500)
    laman.reload()
    laman.wait_for_timeout(500)
    laman.context.set_offline(True)
    laman.reload()
    expect(laman.locator("h1")).to_have_text("Kirim")
    assert (
        laman.evaluate("getComputedStyle(document.querySelector('.kepala')).position") == "sticky"
    )
    laman.goto("/gaya/galat/404/")
    expect(laman.locator("h1")).to_have_text("Anda sedang luring")


def test_a_focused_field_is_not_hidden_by_the_sticky_bars(buka: Buka) -> None:
    laman = buka("/gaya/formulir/")
    for nama in ("indikator-0-target", "indikator-1-target", "indikator-2-target"):
        laman.evaluate("scrollTo(0, 0)")
        laman.focus(f"[name={nama}]")
        laman.wait_for_timeout(100)
        kotak = laman.locator(f"[name={nama}]").bounding_box()
        bilah = laman.locator("#bilah-aksi").bounding_box()
        assert kotak["y"] >= 56, json.dumps(kotak)
        assert (
            kotak["y"] + kotak["height"] <= bilah["y"] or kotak["y"] >= bilah["y"] + bilah["height"]
        )


def test_a_field_for_sentences_is_taller_than_one_line(buka: Buka) -> None:
    laman = buka("/gaya/formulir/")
    tinggi = laman.locator(".bidang textarea:not([data-satu-baris])").evaluate_all(
        "daftar => daftar.map(t => t.offsetHeight).filter(n => n > 0)"
    )
    assert tinggi
    assert min(tinggi) >= 72
