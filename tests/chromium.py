"""Debian's Chromium for every browser test: one Playwright and one browser per process."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

ARGUMEN = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


#: The same engine, the cheapest shell first: without windows a page costs a quarter less.
NAMA = ("chromium-headless-shell", "chromium", "chromium-browser")


def jalur_chromium() -> str:
    """Return the path of the browser; without one a browser test fails, it isn't skipped."""
    jalur = next(filter(None, map(shutil.which, NAMA)), None)
    assert jalur, "Chromium tidak ada: pasang chromium-headless-shell untuk make check-lengkap"
    return jalur


@pytest.fixture(scope="session")
def playwright() -> Iterator[Any]:
    """The one Playwright of this process: its sync interface can't be started twice."""
    from playwright.sync_api import sync_playwright

    # It keeps an event loop running in this thread; Django's ORM must not refuse beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as satu:
        yield satu


@pytest.fixture(scope="session")
def peramban(playwright: Any) -> Iterator[Any]:
    """One running browser; each test opens a context of its own."""
    satu = playwright.chromium.launch(executable_path=jalur_chromium(), args=list(ARGUMEN))
    yield satu
    satu.close()
