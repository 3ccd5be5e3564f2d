"""A real browser against the running product: Chromium, both sizes, axe, no CSP violation."""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from alur.aksesibel import langgaran

UKURAN = {"telepon": (360, 740), "meja": (1280, 800)}


@dataclass
class Layar:
    """One window: a page, its size, and what went wrong in it."""

    halaman: object
    alamat: str
    ukuran: str
    folder: Path | None
    pelanggaran: list[str] = field(default_factory=list)
    berpindah: set[object] = field(default_factory=set)

    def pantau(self) -> None:
        """Follow the navigations of the window: a click returns before its page has come."""

        def mulai(permintaan) -> None:
            if (
                permintaan.is_navigation_request()
                and permintaan.frame.page.main_frame == permintaan.frame
            ):
                self.berpindah.add(permintaan)

        self.halaman.on("request", mulai)
        for peristiwa in ("requestfinished", "requestfailed"):
            self.halaman.on(peristiwa, lambda permintaan: self.berpindah.discard(permintaan))

    def tenang(self) -> None:
        """Wait until the page that the last click asked for is there."""
        from playwright.sync_api import Error

        with contextlib.suppress(Error):  # the old page may go while it is asked
            self.halaman.evaluate(
                "new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))"
            )
        for _ in range(750):
            if not self.berpindah:
                break
            self.halaman.wait_for_timeout(20)
        self.halaman.wait_for_load_state()

    def buka(self, jalur: str) -> None:
        """Go to a path of the product."""
        self.halaman.goto(self.alamat + jalur)

    def masuk(self, akun: str, sandi: str) -> None:
        """Sign in through the page."""
        self.buka("/masuk/")
        self.halaman.fill("input[name=login]", akun)
        self.halaman.fill("input[name=password]", sandi)
        self.halaman.press("input[name=password]", "Enter")
        self.halaman.wait_for_url(lambda alamat: "/masuk/" not in alamat)

    def potret(self, nama: str) -> None:
        """Keep a screenshot of the page that has come when LAYAR_UJI names a folder."""
        self.tenang()
        if self.folder is not None:
            self.halaman.screenshot(path=self.folder / f"{nama}-{self.ukuran}.png", full_page=True)

    def periksa(self, nama: str) -> None:
        """Axe finds nothing, nothing overflows sideways, and the CSP was kept."""
        self.potret(nama)
        daftar = langgaran(self.halaman, self.ukuran)
        assert not daftar, f"{nama}: {daftar}"
        lebih = self.halaman.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert lebih <= 0, f"{nama}: halaman melebar {lebih} px"
        assert not self.pelanggaran, f"{nama}: {self.pelanggaran}"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Whole stories are played at both sizes, the rest on a phone; every page is looked at in both.

    ``LAYAR_UKURAN`` chooses for all. The walk over all pages names its own window.
    """
    if "layar" not in metafunc.fixturenames:
        return
    if any("layar" in tanda.args[0] for tanda in metafunc.definition.iter_markers("parametrize")):
        return
    cerita = metafunc.definition.path.name.startswith(("test_utuh_", "test_cerita_"))
    bawaan = "meja,telepon" if cerita else "telepon"
    ukuran = os.environ.get("LAYAR_UKURAN", bawaan).split(",")
    metafunc.parametrize("layar", ukuran, indirect=True)


@pytest.fixture
def layar(request, peramban, live_server) -> Iterator[Layar]:
    lebar, tinggi = UKURAN[request.param]
    konteks = peramban.new_context(
        viewport={"width": lebar, "height": tinggi},
        locale="id-ID",
        timezone_id="Asia/Jayapura",
        has_touch=request.param == "telepon",
    )
    konteks.set_default_timeout(15_000)
    # The first page of a process imports every view and compiles its templates.
    konteks.set_default_navigation_timeout(45_000)
    tujuan = os.environ.get("LAYAR_UJI", "")
    folder = None
    if tujuan:
        folder = Path(tujuan)
        folder.mkdir(parents=True, exist_ok=True)
    halaman = konteks.new_page()
    satu = Layar(halaman, live_server.url, request.param, folder)
    satu.pantau()
    halaman.on(
        "console",
        lambda pesan: (
            satu.pelanggaran.append(pesan.text) if "Content Security Policy" in pesan.text else None
        ),
    )
    halaman.on("pageerror", lambda galat: satu.pelanggaran.append(f"galat JS: {galat}"))
    yield satu
    konteks.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the walk through all pages: the longest, it must not run alone at the end."""
    items.sort(key=lambda satu: satu.path.name != "test_semua_halaman.py")
