"""Inline SVG icons from the vendored subset of Tabler Icons (MIT, ``vendor/ikon/LICENSE.txt``)."""

from functools import cache, lru_cache
from pathlib import Path

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

FOLDER_IKON = Path(__file__).parent / "static" / "antarmuka" / "vendor" / "ikon"


class IkonTidakAdaError(LookupError):
    """The template names an icon that is not vendored; add it to ``skrip/ikon.txt``."""


@cache
def _isi_ikon(nama: str) -> SafeString:
    berkas = FOLDER_IKON / f"{nama}.svg"
    if not nama.replace("-", "").isalnum() or not berkas.is_file():
        raise IkonTidakAdaError(
            f"Ikon {nama!r} belum ada. Tambahkan ke skrip/ikon.txt lalu jalankan: npm run vendor"
        )
    svg = berkas.read_text(encoding="utf-8")
    isi = svg[svg.index(">") + 1 : svg.rindex("</svg>")]
    return mark_safe(isi)


# Typed: a text marked safe and the same text unmarked are two answers.
@lru_cache(maxsize=1024, typed=True)
def gambar_ikon(nama: str, *, label: str = "", ukuran: int = 20, kelas: str = "") -> SafeString:
    """Return the icon as inline SVG.

    Args:
        nama: name in Tabler Icons, for example ``chart-bar``.
        label: read by screen readers; without it the icon is decorative and hidden from them.
        ukuran: width and height in CSS pixels.
        kelas: extra classes.

    Raises:
        IkonTidakAdaError: the icon is not in the vendored subset.
    """
    peran = (
        format_html('role="img" aria-label="{}"', label)
        if label
        else mark_safe('aria-hidden="true"')
    )
    return format_html(
        '<svg class="ikon{}" width="{}" height="{}" viewBox="0 0 24 24" fill="none" '
        'stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" '
        '{} focusable="false">{}</svg>',
        f" {kelas}" if kelas else "",
        ukuran,
        ukuran,
        peran,
        _isi_ikon(nama),
    )
