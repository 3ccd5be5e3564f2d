"""The browser is killed while somebody types; the server dies while *Simpan* is pressed."""

import contextlib
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from chromium import ARGUMEN, jalur_chromium
from ketahanan.mesin import Pemasangan, tunggu

pytestmark = pytest.mark.peramban
BERBEKAS = (*ARGUMEN, "--window-size=360,740", "--remote-debugging-port=0")
TERSIMPAN = "[data-status-simpan]:is([data-keadaan=tersimpan], [data-keadaan=perangkat])"
KATA = "Antrean loket turun dari lima hari menjadi satu hari"


class Chromium:
    """A real browser with a profile of its own that survives its being killed."""

    def __init__(self, playwright: Any, profil: Path) -> None:
        self.playwright = playwright
        self.profil = profil
        self.proses: subprocess.Popen[bytes] | None = None

    def buka(self, alamat: str) -> Any:
        """Start the browser on this profile and open one page."""
        tanda = self.profil / "DevToolsActivePort"
        tanda.unlink(missing_ok=True)
        for kunci in self.profil.glob("Singleton*"):
            kunci.unlink()
        self.proses = subprocess.Popen(
            [jalur_chromium(), *BERBEKAS, f"--user-data-dir={self.profil}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        port = tunggu("Chromium", lambda: tanda.exists() and tanda.read_text().split("\n")[0])
        peramban = self.playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{port}")
        halaman = peramban.contexts[0].pages[0]
        halaman.set_default_timeout(30_000)
        halaman.goto(alamat)
        return halaman

    def bunuh(self) -> None:
        """SIGKILL every process of the browser."""
        if self.proses is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.proses.pid, signal.SIGKILL)
            self.proses.wait(30)
            self.proses = None


@pytest.fixture
def chromium(playwright: Any, tmp_path: Path) -> Iterator[Chromium]:
    (tmp_path / "profil").mkdir()
    satu = Chromium(playwright, tmp_path / "profil")
    try:
        yield satu
    finally:
        satu.bunuh()


def _masuk(hal: Any, akun: str, sandi: str) -> None:
    hal.fill("input[name=login]", akun)
    hal.fill("input[name=password]", sandi)
    hal.press("input[name=password]", "Enter")
    hal.wait_for_url(lambda alamat: "/masuk/" not in alamat)


def _potret(hal: Any, nama: str) -> None:
    tujuan = os.environ.get("LAYAR_UJI", "")
    if tujuan:
        Path(tujuan).mkdir(parents=True, exist_ok=True)
        hal.screenshot(path=Path(tujuan) / f"{nama}.png", full_page=True)


def _pulihkan(hal: Any, form: str) -> None:
    """What was typed is there, or waits behind one button that says since when."""
    hal.wait_for_selector(f"{form} .pemulihan >> text=/Ada isian Anda yang belum terkirim.*\\d/")
    hal.click(f"{form} button:has-text('Pulihkan isian')")


def _ketik_lalu_mati(
    tera: Pemasangan,
    chromium: Chromium,
    jalur: str,
    akun: tuple[str, str],
    ketik: Callable[[Any], None],
    nama: str,
) -> Any:
    """Sign in, type, see that it is kept, be killed; the page opened again on the same profile."""
    hal = chromium.buka(f"{tera.alamat}/masuk/?next={jalur}")
    _masuk(hal, *akun)
    hal.wait_for_selector("form[data-draf]", state="attached")
    hal.wait_for_load_state("networkidle")
    ketik(hal)
    hal.wait_for_selector(TERSIMPAN)
    _potret(hal, f"{nama}-diketik")
    chromium.bunuh()
    hal = chromium.buka(tera.alamat + jalur)
    if "/masuk/" in hal.url:
        # The browser hadn't written its newest cookies yet: then it asks who one is, once.
        _masuk(hal, *akun)
    hal.wait_for_selector("form[data-draf]", state="attached")
    _potret(hal, f"{nama}-kembali")
    return hal


def test_notes_and_marks_of_a_rater_survive_a_killed_browser(
    tera: Pemasangan, chromium: Chromium
) -> None:
    isi = tera.isi("putaran", bidang=1, orang=1)
    web = tera.web()
    tim = isi["tim"][0]

    def ketik(hal: Any) -> None:
        # The server is gone too: the device alone must hold it.
        tera.bunuh(web)
        hal.fill("[name=alasan_perilaku_kerja]", KATA)
        hal.check("[name=rating_perilaku_kerja][value=di_atas]", force=True)
        hal.check("[name=perilaku-KOL][value=di_atas]", force=True)
        hal.wait_for_selector("text=Tersimpan di perangkat")
        tera.web()

    jalur = f"/evaluasi/{tim['anggota'][0]['evaluasi']}/"
    hal = _ketik_lalu_mati(tera, chromium, jalur, (tim["akun"], isi["sandi"]), ketik, "ruang")
    _pulihkan(hal, "#form-nilai")
    assert hal.input_value("[name=alasan_perilaku_kerja]") == KATA
    assert hal.is_checked("[name=rating_perilaku_kerja][value=di_atas]")
    assert hal.is_checked("[name=perilaku-KOL][value=di_atas]")


def test_a_swakaji_survives_a_killed_browser(tera: Pemasangan, chromium: Chromium) -> None:
    isi = tera.isi("putaran", bidang=1, orang=1)
    tera.web()
    satu = isi["tim"][0]["anggota"][0]
    jalur = f"/evaluasi/{satu['evaluasi']}/swakaji/"
    hal = _ketik_lalu_mati(
        tera, chromium, jalur, (satu["akun"], isi["sandi"]),
        lambda hal: hal.fill("[name=ringkasan]", KATA), "swakaji",
    )  # fmt: skip
    hal.wait_for_selector("#form-swakaji .pemulihan button:has-text('Pulihkan isian')")
    hal.click("#form-swakaji button:has-text('Pulihkan isian')")
    assert hal.input_value("[name=ringkasan]") == KATA


def test_a_realisasi_survives_a_killed_browser(tera: Pemasangan, chromium: Chromium) -> None:
    isi = tera.isi("realisasi")
    tera.web()

    def ketik(hal: Any) -> None:
        bagian = hal.locator("details:has(> form[action*='/realisasi/'])")
        bagian.evaluate("unsur => { unsur.open = true; }")
        hal.fill("form[action*='/realisasi/'] [name=teks]", KATA)

    hal = _ketik_lalu_mati(
        tera, chromium, isi["jalur"], (isi["akun"], isi["sandi"]), ketik, "realisasi"
    )
    _pulihkan(hal, "form[action*='/realisasi/']")
    assert hal.input_value("form[action*='/realisasi/'] [name=teks]") == KATA


def test_a_server_that_dies_while_simpan_is_pressed_loses_nothing(
    tera: Pemasangan, chromium: Chromium
) -> None:
    isi = tera.isi("putaran", bidang=1, orang=1)
    web = tera.web()
    tim = isi["tim"][0]
    pk = tim["anggota"][0]["evaluasi"]
    hal = chromium.buka(f"{tera.alamat}/masuk/?next=/evaluasi/{pk}/")
    _masuk(hal, tim["akun"], isi["sandi"])
    hal.wait_for_load_state("networkidle")
    hal.check("[name=rating_hasil_kerja][value=sesuai]", force=True)
    hal.check("[name=rating_perilaku_kerja][value=di_atas]", force=True)
    hal.fill("[name=alasan_perilaku_kerja]", KATA)
    with tera.basis() as pemegang:
        # The server is in the middle of the request when it dies.
        pemegang.execute("BEGIN IMMEDIATE" if not tera.url else "BEGIN")
        if tera.url:
            pemegang.execute("SELECT 1 FROM evaluasi_evaluasi FOR UPDATE")
        with hal.expect_request(lambda minta: minta.url.endswith(f"/evaluasi/{pk}/nilai/")):
            hal.click(".bilah-aksi button:has-text('Simpan penilaian')")
        tera.bunuh(web)
        hal.wait_for_selector("text=/Tidak ada yang hilang.*dikirim sendiri/")
        _potret(hal, "simpan-server-mati")
        pemegang.execute("ROLLBACK")
    assert tera.kueri("SELECT status FROM evaluasi_evaluasi") == [("terbuka",)]
    tera.web()
    tunggu(
        "kiriman sampai sendiri",
        lambda: (
            hal.wait_for_timeout(100)
            or tera.kueri("SELECT status, alasan_perilaku_kerja FROM evaluasi_evaluasi")
            == [("dinilai", KATA)]
        ),
    )
    hal.wait_for_selector("#kabar >> text=sudah diterima")
    _potret(hal, "simpan-terkirim-sendiri")
    assert tera.angka("SELECT count(*) FROM core_tandaterima WHERE aksi = 'nilai'") == 1
    assert tera.isi("langkah_utuh") == []
