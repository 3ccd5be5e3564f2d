"""Scale, legend, table and frame shared by all charts."""

import math
from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tera.antarmuka.format import tulis_angka

Angka = int | float | Decimal
# The largest value ends here (percent of the width): its figure stands to the right of it.
LEBAR_BATANG = 88.0


class BaganSalahError(ValueError):
    """The data of a chart don't fit together (lengths, negative counts, not a number)."""


def periksa_angka(daftar: Iterable[Angka | None], *, boleh_negatif: bool = False) -> None:
    """Refuse NaN, infinity and, unless allowed, negative values.

    Raises:
        BaganSalahError: a value can't be drawn.
    """
    for nilai in daftar:
        if nilai is None:
            continue
        if not math.isfinite(nilai):
            raise BaganSalahError(f"nilai {nilai!r} bukan bilangan")
        if nilai < 0 and not boleh_negatif:
            raise BaganSalahError(f"nilai {nilai!r} negatif")


def skala(bawah: float, atas: float, jumlah: int = 4, *, utuh: bool = False) -> list[float]:
    """Return round tick values that cover [bawah, atas], about ``jumlah`` intervals.

    The step is 1, 2, 2.5 or 5 times a power of ten; a range too small to draw becomes one wide.
    ``utuh``: whole numbers are counted, so no tick lies between two of them.
    """
    if atas - bawah < 1e-9 * max(1.0, abs(bawah), abs(atas)):
        atas = bawah + 1
    kasar = (atas - bawah) / jumlah
    pangkat = 10.0 ** math.floor(math.log10(kasar))
    langkah = next(k * pangkat for k in (1, 2, 2.5, 5, 10) if k * pangkat >= kasar * 0.999999)
    if bawah == int(bawah) and atas == int(atas) and langkah == 2.5:
        langkah = 5.0
    if utuh:
        langkah = float(math.ceil(langkah))
    mulai = math.floor(bawah / langkah + 1e-9)
    akhir = math.ceil(atas / langkah - 1e-9)
    return [round(n * langkah, 10) for n in range(mulai, akhir + 1)]


def persen(nilai: float) -> str:
    """Return a coordinate as SVG percentage with two decimals."""
    return f"{nilai:.2f}%".replace("-0.00%", "0.00%")


def teks_nilai(nilai: Angka | None, satuan: str = "") -> str:
    """Return the figure as shown: ``1.274 orang``, ``96,4%``, or an en dash."""
    teks = tulis_angka(nilai)
    if not satuan or nilai is None:
        return teks
    return f"{teks}{satuan}" if satuan == "%" else f"{teks} {satuan}"


def legenda(daftar_nama: Sequence[str], awalan: str = "s") -> SafeString:
    """Return the legend; nothing for a single series."""
    if len(daftar_nama) < 2:
        return SafeString("")
    butir = format_html_join(
        "",
        '<li><svg width="12" height="12" aria-hidden="true"><rect width="12" height="12" rx="3" '
        'class="{}{}"/></svg>{}</li>',
        ((awalan, nomor % 6 + 1, nama) for nomor, nama in enumerate(daftar_nama)),
    )
    return format_html('<ul class="bagan-legenda">{}</ul>', butir)


def bingkai(
    *,
    judul: str,
    uraian: str,
    isi: SafeString,
    kolom: Sequence[str],
    baris: Sequence[Sequence[str]],
    legenda: SafeString = SafeString(""),  # noqa: B008  (an immutable empty text)
    tampil_judul: bool = True,
    kosong: str = "",
) -> SafeString:
    """Return the figure: heading, legend, drawing with its description, table in <details>."""
    return render_to_string(
        "antarmuka/komponen/bagan.html",
        {
            "judul": judul,
            "uraian": f"{judul}. {uraian}" if uraian else judul,
            "isi": isi,
            "kolom": kolom,
            "baris": baris,
            "legenda": legenda,
            "tampil_judul": tampil_judul,
            "kosong": kosong,
        },
    )


def ringkas(daftar: Sequence[tuple[str, Angka]], satuan: str = "") -> str:
    """Return one sentence for readers who can't see the drawing: the ends of the range."""
    if not daftar:
        return ""
    besar = max(daftar, key=lambda satu: satu[1])
    if len(daftar) == 1:
        return f"{besar[0]}: {teks_nilai(besar[1], satuan)}."
    kecil = min(daftar, key=lambda satu: satu[1])
    return (
        f"Terbesar {besar[0]} ({teks_nilai(besar[1], satuan)}), "
        f"terkecil {kecil[0]} ({teks_nilai(kecil[1], satuan)})."
    )


def kisi_tegak(daftar_x: Sequence[float], tinggi: int) -> SafeString:
    """Return vertical grid lines at the given percentages."""
    return format_html_join(
        "",
        '<line class="garis-kisi" x1="{0}" x2="{0}" y1="0" y2="{1}"/>',
        ((persen(x), tinggi) for x in daftar_x),
    )


def sumbu_datar(daftar: Sequence[tuple[float, str]]) -> SafeString:
    """Return the text of a horizontal axis: (percent, label)."""
    return format_html_join(
        "",
        '<text x="{}" y="16" text-anchor="{}">{}</text>',
        (
            (persen(x), "start" if x < 3 else "end" if x > 97 else "middle", label)
            for x, label in daftar
        ),
    )
