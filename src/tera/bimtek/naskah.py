"""Texts of modules and cases as HTML: paragraphs, lists, ``**bold**``, ``###``, own pictures.

Everything typed is escaped; nothing but these few marks becomes an element.
"""

import re
from functools import lru_cache

from django.templatetags.static import static
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

_GAMBAR = re.compile(r"!\[([^\]]+)\]\(gambar:([a-z0-9-]+)\)")
_TEBAL = re.compile(r"\*\*(.+?)\*\*")
_BUTIR = re.compile(r"(?:[-*]|\d+\.)\s+")


@lru_cache(maxsize=256)
def html(teks: str) -> SafeString:
    """Return the HTML of a text in the Markdown subset of the courses."""
    return mark_safe("\n".join(map(_blok, re.split(r"\n\s*\n", teks.strip()))))


def _blok(teks: str) -> str:
    baris, depan = teks.strip().splitlines(), ""
    while baris and baris[0].startswith("### "):
        depan += f"<h2>{_rata(baris.pop(0)[4:])}</h2>"
    if not baris:
        return depan
    if gambar := _GAMBAR.fullmatch("\n".join(baris).strip()):
        alt, kode = gambar.groups()
        alamat = static(f"bimtek/gambar/{kode}.svg")
        return depan + format_html('<p class="bt-gambar"><img src="{}" alt="{}"></p>', alamat, alt)
    mulai = next((n for n, satu in enumerate(baris) if _BUTIR.match(satu)), None)
    if mulai is not None:
        depan += f"<p>{_rata(' '.join(baris[:mulai]))}</p>" if mulai else ""
        jenis = "ol" if baris[mulai][0].isdigit() else "ul"
        return f"{depan}<{jenis}>{''.join(map(_butir, _butir_utuh(baris[mulai:])))}</{jenis}>"
    return f"{depan}<p>{_rata(' '.join(baris))}</p>"


def _butir_utuh(baris: list[str]) -> list[str]:
    """The items, each on one line: what isn't the begin of an item goes on with the last one."""
    hasil: list[str] = []
    for satu in baris:
        if _BUTIR.match(satu):
            hasil.append(_BUTIR.sub("", satu, count=1))
        else:
            hasil[-1] += f" {satu.strip()}"
    return hasil


def _butir(teks: str) -> str:
    return f"<li>{_rata(teks)}</li>"


def _rata(teks: str) -> str:
    return _TEBAL.sub(r"<strong>\1</strong>", str(escape(teks.strip())))
