"""Horizontal bars and stacked bars: one row per label, the label is ordinary text and may wrap."""

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from tera.antarmuka.bagan.dasar import (
    LEBAR_BATANG,
    Angka,
    BaganSalahError,
    bingkai,
    kisi_tegak,
    legenda,
    periksa_angka,
    persen,
    ringkas,
    skala,
    sumbu_datar,
    teks_nilai,
)

TINGGI = 34
TEBAL = 22


def batang(
    data: Sequence[tuple[str, Angka]], *, judul: str, satuan: str = "", tampil_judul: bool = True
) -> SafeString:
    """Return horizontal bars.

    Args:
        data: (label, value) pairs in the order drawn; values are not negative.
        judul: heading, also the start of the text alternative.
        satuan: unit after each figure.

    Raises:
        BaganSalahError: a value is negative or not a number.
    """
    return bertumpuk(
        [label for label, _nilai in data],
        [(judul, [nilai for _label, nilai in data])],
        judul=judul,
        satuan=satuan,
        tampil_judul=tampil_judul,
        kolom_nilai=pgettext("bagan", "Nilai"),
    )


def bertumpuk(
    label: Sequence[str],
    seri: Sequence[tuple[str, Sequence[Angka]]],
    *,
    judul: str,
    satuan: str = "",
    tampil_judul: bool = True,
    kolom_nilai: str = "",
) -> SafeString:
    """Return stacked horizontal bars with the sum at the end of each.

    Args:
        label: one text per row.
        seri: (name, values) with one value per row; at most six series.

    Raises:
        BaganSalahError: lengths differ, more than six series, or a value can't be drawn.
    """
    if len(seri) > 6:
        raise BaganSalahError("paling banyak enam seri")
    for nama, daftar in seri:
        if len(daftar) != len(label):
            raise BaganSalahError(f"seri {nama!r} punya {len(daftar)} nilai, bukan {len(label)}")
        periksa_angka(daftar)
    jumlah = [sum((float(daftar[n]) for _nama, daftar in seri), 0.0) for n in range(len(label))]
    utuh = [sum((daftar[n] for _nama, daftar in seri), 0) for n in range(len(label))]
    daftar_skala = skala(
        0, max(jumlah, default=0), utuh=all(isinstance(satu, int) for satu in utuh)
    )
    faktor = LEBAR_BATANG / daftar_skala[-1]
    garis_kisi = kisi_tegak([t * faktor for t in daftar_skala], TINGGI)
    baris = [
        _satu_baris(label[n], n, seri, utuh[n], faktor, garis_kisi, satuan)
        for n in range(len(label))
    ]
    sumbu = format_html(
        '<span></span><svg class="bagan-sumbu" width="100%" height="20" aria-hidden="true">'
        "{}</svg>",
        sumbu_datar([(t * faktor, teks_nilai(t)) for t in daftar_skala]),
    )
    tunggal = len(seri) == 1
    kolom = [
        "",
        *(
            [kolom_nilai or seri[0][0]]
            if tunggal
            else [n for n, _ in seri] + [pgettext("bagan", "Jumlah")]
        ),
    ]
    tabel = [
        [label[n], *(teks_nilai(d[n], satuan) for _nama, d in seri)]
        + ([] if tunggal else [teks_nilai(utuh[n], satuan)])
        for n in range(len(label))
    ]
    return bingkai(
        judul=judul,
        uraian=ringkas(list(zip(label, utuh, strict=True)), satuan),
        isi=format_html('<div class="bagan-baris">{}{}</div>', SafeString("".join(baris)), sumbu)
        if label
        else SafeString(""),
        kolom=kolom,
        baris=tabel,
        legenda=legenda([nama for nama, _daftar in seri]),
        tampil_judul=tampil_judul,
    )


def _satu_baris(
    label: str,
    nomor: int,
    seri: Sequence[tuple[str, Sequence[Angka]]],
    jumlah: Angka,
    faktor: float,
    garis_kisi: SafeString,
    satuan: str,
) -> SafeString:
    atas = (TINGGI - TEBAL) // 2
    x = 0.0
    bagian = []
    for urutan, (nama, daftar) in enumerate(seri, start=1):
        lebar = float(daftar[nomor]) * faktor
        if lebar > 0:
            judul = label if len(seri) == 1 else f"{label}, {nama}"
            bagian.append(
                format_html(
                    '<rect class="s{}" x="{}" y="{}" width="{}" height="{}" rx="2">'
                    "<title>{}: {}</title></rect>",
                    urutan,
                    persen(x),
                    atas,
                    persen(lebar),
                    TEBAL,
                    judul,
                    teks_nilai(daftar[nomor], satuan),
                )
            )
        x += lebar
    return format_html(
        '<span class="bagan-label">{}</span><svg width="100%" height="{}">{}{}'
        '<text class="nilai" x="{}" dx="6" y="{}" dominant-baseline="central">{}</text></svg>',
        label,
        TINGGI,
        garis_kisi,
        SafeString("".join(bagian)),
        persen(x),
        TINGGI // 2,
        teks_nilai(jumlah, "%" if satuan == "%" else ""),
    )
