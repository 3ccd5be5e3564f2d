"""How a component becomes HTML: its template of ``antarmuka/komponen/``, the badge without one."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.template import Context, TemplateSyntaxError
from django.template.engine import Engine
from django.utils.formats import localize
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from tera.antarmuka.ikon import gambar_ikon

NADA = ("netral", "info", "sukses", "peringatan", "bahaya", "utama")
_TITIK = mark_safe('<span class="lencana-titik" aria-hidden="true"></span>')


def render_komponen(nama: str, isi: Mapping[str, Any]) -> SafeString:
    """Return the component ``nama``: it sees ``isi`` and nothing of the page or the request."""
    return _mesin().get_template(f"antarmuka/komponen/{nama}.html").render(Context(dict(isi)))


@cache
def _mesin() -> Engine:
    return Engine.get_default()


def periksa_nada(nada: str) -> str:
    """Return ``nada``; a tone the house doesn't have is an error of the template."""
    if nada not in NADA:
        raise TemplateSyntaxError(f"nada {nada!r} tidak dikenal; pilih: {', '.join(NADA)}")
    return nada


def tulis_lencana(teks: str, *, nada: str, ikon: str, titik: bool) -> SafeString:
    """Return a badge. Written here, not in a template: lists show one or two on every row."""
    tanda = gambar_ikon(ikon, ukuran=14) if ikon else _TITIK if titik else ""
    # The line break parts it from the next.
    return format_html(
        '<span class="lencana lencana-{}">{}{}</span>\n', periksa_nada(nada), tanda, localize(teks)
    )
