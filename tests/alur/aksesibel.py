"""Axe on a page: each route at each size once, then only when something new stands on it.

New is an element under a parent, by tag, class, type, role and state, that no examined page of this
process and size has had. Axe is half the time of a walk; the same rows again tell it nothing.
"""

from functools import cache
from typing import Any
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

RUTE: set[tuple[str, str]] = set()
SUDAH: dict[str, set[str]] = {}
BENTUK = """() => {
  const rupa = e => e === null ? '' : [e.tagName, e.getAttribute('class') || '', e.type || '',
    e.getAttribute('role') || '', e.getAttribute('aria-invalid') || '', e.open ? 'buka' : '',
    e.disabled ? 'mati' : ''].join('.');
  return [...new Set([...document.body.querySelectorAll('*')].map(
    e => rupa(e.parentElement) + '>' + rupa(e)))];
}"""

# What axe passed or found inapplicable stays in the page: carrying it out costs as much again.
JALAN = """() => axe.run({resultTypes: ['violations']}).then(hasil => hasil.violations.map(
  v => `${v.id}: ${v.nodes[0].html.slice(0, 160)}`))"""


@cache
def _axe() -> str:
    """Return the script of axe."""
    from axe_playwright_python.base import AXE_SCRIPT

    return AXE_SCRIPT


def nama_rute(jalur: str) -> str:
    """Return the name of the route behind a path."""
    try:
        return resolve(jalur).view_name
    except Resolver404:
        return "tidak-ada"


def langgaran(halaman: Any, ukuran: str) -> list[str]:
    """Return what axe finds on the page, each with the first piece of HTML it names."""
    rute = (ukuran, nama_rute(urlsplit(halaman.url).path))
    sudah = SUDAH.setdefault(ukuran, set())
    bentuk = set(halaman.evaluate(BENTUK))
    if rute in RUTE and bentuk <= sudah:
        return []
    RUTE.add(rute)
    sudah |= bentuk
    if not halaman.evaluate("'axe' in window"):
        halaman.evaluate(_axe())
    return halaman.evaluate(JALAN)
