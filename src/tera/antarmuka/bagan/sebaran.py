"""Histogram, and a heat table: an ordinary table whose cells are tinted in five steps."""

from collections.abc import Sequence
from itertools import pairwise

from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tera.antarmuka.bagan.dasar import (
    Angka,
    BaganSalahError,
    bingkai,
    periksa_angka,
    persen,
    ringkas,
    skala,
    teks_nilai,
)

TINGGI = 180
ATAS = 20
JUMLAH_TINGKAT = 5


def histogram(
    tepi: Sequence[Angka],
    jumlah: Sequence[int],
    *,
    judul: str,
    satuan: str = "",
    acuan: Angka | None = None,
    label_acuan: str = "",
    tampil_judul: bool = True,
) -> SafeString:
    """Return a histogram.

    Args:
        tepi: n+1 rising edges of the classes.
        jumlah: n counts; class n holds values from edge n up to, but without, edge n+1.
        acuan: a value marked by a dashed line.

    Raises:
        BaganSalahError: the edges don't rise or don't fit the counts.
    """
    if len(tepi) != len(jumlah) + 1:
        raise BaganSalahError(f"{len(jumlah)} kelas butuh {len(jumlah) + 1} tepi")
    periksa_angka(tepi, boleh_negatif=True)
    periksa_angka(jumlah)
    if any(b <= a for a, b in pairwise(tepi)):
        raise BaganSalahError("tepi kelas harus menaik")
    kiri = float(tepi[0])
    bentang = float(tepi[-1]) - kiri or 1.0
    puncak = skala(0, max(jumlah, default=0))[-1]

    def x(nilai: Angka) -> float:
        return 100 * (float(nilai) - kiri) / bentang

    nama = [f"{teks_nilai(a)} – {teks_nilai(b)}" for a, b in pairwise(tepi)]
    kotak = []
    for n, banyak in enumerate(jumlah):
        tinggi = (TINGGI - ATAS) * banyak / puncak
        x0, x1 = x(tepi[n]), x(tepi[n + 1])
        kotak.append(
            format_html(
                '<rect class="s1 batas" x="{}" y="{}" width="{}" height="{}">'
                "<title>{}: {}</title></rect>"
                '<text class="nilai" x="{}" y="{}" text-anchor="middle">{}</text>',
                persen(x0),
                f"{TINGGI - tinggi:.1f}",
                persen(x1 - x0),
                f"{tinggi:.1f}",
                nama[n],
                teks_nilai(banyak, satuan),
                persen((x0 + x1) / 2),
                f"{TINGGI - tinggi - 5:.1f}",
                teks_nilai(banyak) if banyak else "",
            )
        )
    garis_acuan = (
        SafeString("")
        if acuan is None
        else format_html(
            '<line class="acuan" x1="{0}" x2="{0}" y1="0" y2="{1}"><title>{2}: {3}</title></line>',
            persen(x(acuan)),
            TINGGI,
            label_acuan or "Acuan",
            teks_nilai(acuan),
        )
    )
    k = -(-len(tepi) // 6)
    sumbu = format_html_join(
        "",
        '<text{} x="{}" y="16" text-anchor="{}">{}</text>',
        (
            (
                SafeString(' class="jarang"') if n % k else SafeString(""),
                persen(x(t)),
                "start" if n == 0 else "end" if n == len(tepi) - 1 else "middle",
                teks_nilai(t),
            )
            for n, t in enumerate(tepi)
        ),
    )
    isi = format_html(
        '<div><svg width="100%" height="{0}">{1}<line class="sumbu" x1="0" x2="100%" y1="{0}" '
        'y2="{0}"/>{2}</svg>'
        '<svg class="bagan-sumbu" width="100%" height="20" aria-hidden="true">{3}</svg></div>',
        TINGGI,
        SafeString("".join(kotak)),
        garis_acuan,
        sumbu,
    )
    uraian = ringkas(list(zip(nama, jumlah, strict=True)), satuan)
    if acuan is not None:
        uraian += f" {label_acuan or 'Acuan'}: {teks_nilai(acuan)}."
    return bingkai(
        judul=judul,
        uraian=uraian,
        isi=isi if jumlah else SafeString(""),
        kolom=["Kelas", "Banyaknya"],
        baris=[[nama[n], teks_nilai(v, satuan)] for n, v in enumerate(jumlah)],
        tampil_judul=tampil_judul,
    )


def panas(
    baris: Sequence[str],
    kolom: Sequence[str],
    nilai: Sequence[Sequence[Angka | None]],
    *,
    judul: str,
    satuan: str = "",
    tampil_judul: bool = True,
) -> SafeString:
    """Return a heat table: the figures themselves, tinted from the smallest to the largest.

    It is a table already, so no second table follows. None is an empty cell.

    Raises:
        BaganSalahError: the matrix doesn't fit its headings, or a value can't be drawn.
    """
    if len(nilai) != len(baris) or any(len(satu) != len(kolom) for satu in nilai):
        raise BaganSalahError(f"nilai harus {len(baris)} × {len(kolom)}")
    for satu in nilai:
        periksa_angka(satu, boleh_negatif=True)
    ada = [float(v) for satu in nilai for v in satu if v is not None]
    bawah, atas = min(ada, default=0.0), max(ada, default=0.0)
    daftar_baris = [
        {
            "label": nama,
            "sel": [
                {"teks": teks_nilai(v, satuan), "tingkat": _tingkat(v, bawah, atas)} for v in satu
            ],
        }
        for nama, satu in zip(baris, nilai, strict=True)
    ]
    return render_to_string(
        "antarmuka/komponen/bagan_panas.html",
        {
            "judul": judul,
            "kolom": kolom,
            "baris": daftar_baris,
            "tampil_judul": tampil_judul,
            "bawah": teks_nilai(bawah, satuan),
            "atas": teks_nilai(atas, satuan),
        },
    )


def _tingkat(nilai: Angka | None, bawah: float, atas: float) -> str:
    if nilai is None:
        return "kosong"
    if atas == bawah:
        return "3"
    bagian = (float(nilai) - bawah) / (atas - bawah)
    return str(min(JUMLAH_TINGKAT, int(bagian * JUMLAH_TINGKAT) + 1))
