"""Axe on a page: each route at each size once, then only when something new stands on it.

New is an element under a parent, by tag, class, type, role and state, that no examined page of this
process and size has had. Axe is half the time of a walk; the same rows again tell it nothing.

Contrast is two thirds of axe: it is measured when text stands in a look that no examined page of
this process and size has had: colour, large or not, and the layers it stands in.
"""

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import axe_playwright_python
from django.conf import settings
from django.urls import Resolver404, resolve

# Among the static files of the test server the browser keeps the script compiled; carrying its half
# megabyte into every page takes three times as long.
FOLDER_AXE = Path(axe_playwright_python.__file__).parent
ALAMAT_AXE = f"{settings.STATIC_URL}uji-axe/axe.min.js"
settings.STATICFILES_DIRS = [*settings.STATICFILES_DIRS, ("uji-axe", FOLDER_AXE)]

RUTE: set[tuple[str, str]] = set()
SUDAH: dict[str, set[str]] = {}
RONA: dict[str, set[str]] = {}
BENTUK = """() => {
  const rupa = e => e === null ? '' : [e.tagName, e.getAttribute('class') || '', e.type || '',
    e.getAttribute('role') || '', e.getAttribute('aria-invalid') || '', e.open ? 'buka' : '',
    e.disabled ? 'mati' : ''].join('.');
  return [...new Set([...document.body.querySelectorAll('*')].map(
    e => rupa(e.parentElement) + '>' + rupa(e)))];
}"""

# What the contrast of a text depends on, for each element with text of its own that is drawn.
RUPA_TEKS = """() => {
  const bening = 'rgba(0, 0, 0, 0)';
  const lapis = new Map();
  const belakang = e => {
    if (e === null) return '';
    if (!lapis.has(e)) {
      const g = getComputedStyle(e);
      const sendiri = [
        g.backgroundColor === bening ? '' : g.backgroundColor,
        ...['backgroundImage', 'filter', 'mixBlendMode', 'backdropFilter', 'maskImage', 'clipPath']
          .map(n => ['none', 'normal'].includes(g[n]) ? '' : g[n]),
        g.opacity === '1' ? '' : g.opacity,
        ['static', 'relative'].includes(g.position) ? '' : g.position,
      ].join('');
      lapis.set(e, belakang(e.parentElement) + (sendiri && '/' + sendiri));
    }
    return lapis.get(e);
  };
  const bertulisan = e => e.matches('input, select, textarea')
    || [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim());
  return [...new Set([...document.body.querySelectorAll('*')]
    .filter(e => bertulisan(e) && e.checkVisibility()).map(e => {
      const g = getComputedStyle(e);
      const px = parseFloat(g.fontSize);
      const besar = px >= 24 || (px >= 18.66 && g.fontWeight >= 700);
      return [g.color, besar, g.textShadow, belakang(e)].join('|');
    }))];
}"""

MUAT = """jalur => 'axe' in window
  || import(jalur).then(() => 'axe' in window, () => false)"""

# What axe passed or found inapplicable stays in the page: carrying it out costs as much again.
JALAN = """kontras => axe.run({
  resultTypes: ['violations'], rules: {'color-contrast': {enabled: kontras}},
}).then(hasil => hasil.violations.map(
  v => `${v.id}: ${v.nodes[0].html.slice(0, 160)}`))"""


@cache
def _axe() -> str:
    """Return the script of axe."""
    return (FOLDER_AXE / "axe.min.js").read_text(encoding="utf-8")


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
    dikenal = RONA.setdefault(ukuran, set())
    rona = set(halaman.evaluate(RUPA_TEKS))
    kontras = not rona <= dikenal
    dikenal |= rona
    return jalankan_axe(halaman, kontras)


def jalankan_axe(halaman: Any, kontras: bool = True) -> list[str]:
    """Return what axe finds on the page, whatever was examined before."""
    if not halaman.evaluate(MUAT, ALAMAT_AXE):
        # A server without our static files, or a page without a network.
        halaman.evaluate(_axe())
    return halaman.evaluate(JALAN, kontras)
