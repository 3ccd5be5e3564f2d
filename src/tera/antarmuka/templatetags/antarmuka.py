"""Tags and filters of the interface: ``{% load antarmuka %}``. Usage of each is in ``BACA.md``.

Each component tag renders one template of ``antarmuka/komponen/``; the look lives there (that of
the badge and of the plain field in ``komponen.py``).
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BaseFormSet, BoundField
from django.template import Context
from django.template.base import Parser, Token
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from tera.antarmuka import format as tulis
from tera.antarmuka.baris import urutan_baris
from tera.antarmuka.bidang import konteks_bidang, kumpulkan_galat
from tera.antarmuka.ikon import gambar_ikon
from tera.antarmuka.komponen import (
    periksa_nada,
    render_komponen,
    tulis_bidang,
    tulis_kemajuan,
    tulis_lencana,
)
from tera.antarmuka.templatetags.daftar import DAFTAR_BAGAN, DAFTAR_SARINGAN

register = template.Library()

IKON_NADA = {
    "info": "info-circle",
    "sukses": "circle-check",
    "peringatan": "alert-triangle",
    "bahaya": "alert-circle",
}


# --- page -----------------------------------------------------------------------------------
class _UlangBlok(template.Node):
    def __init__(self, nama: str) -> None:
        self.nama = nama

    def render(self, context: Context) -> SafeString:
        daftar_blok = context.render_context.get(BLOCK_CONTEXT_KEY)
        blok = daftar_blok.get_block(self.nama) if daftar_blok else None
        return blok.render(context) if blok else mark_safe("")


@register.tag
def ulang_blok(parser: Parser, token: Token) -> _UlangBlok:
    """``{% ulang_blok judul %}``: show a block's content a second time (title and h1)."""
    return _UlangBlok(token.split_contents()[1].strip("\"'"))


@register.simple_tag
def ikon(nama: str, label: str = "", ukuran: int = 20, kelas: str = "") -> SafeString:
    """Inline SVG icon; decorative unless ``label`` is given. ``ukuran`` in CSS pixels."""
    return gambar_ikon(nama, label=label, ukuran=ukuran, kelas=kelas)


@register.simple_tag
def kunci_idempoten(nilai: str = "") -> SafeString:
    """Hidden input ``kunci_idempoten`` with a fresh uuid4: one key, one effect."""
    return format_html(
        '<input type="hidden" name="kunci_idempoten" value="{}">', nilai or str(uuid.uuid4())
    )


# --- forms ----------------------------------------------------------------------------------
@register.simple_tag
def bidang(field: BoundField, **opsi: Any) -> SafeString:
    """One form field: label, help, control, error, tied together. Options: see ``bidang.py``."""
    isi = konteks_bidang(field, **opsi)
    return tulis_bidang(isi) if isi["jenis"] == "biasa" else render_komponen("bidang", isi)


@register.simple_tag
def pilih_rating(
    field: BoundField, penjelasan: Mapping[str, str] | None = None, **opsi: Any
) -> SafeString:
    """Radio buttons as large tiles; ``penjelasan`` maps a choice value to one sentence."""
    isi = konteks_bidang(field, **opsi)
    isi["pilihan"] = [
        {"kontrol": p, "penjelasan": (penjelasan or {}).get(str(p.data["value"]), "")}
        for p in field.subwidgets
    ]
    return render_komponen("pilih_rating", isi)


@register.simple_tag
def ringkasan_galat(*formulir: BaseForm | BaseFormSet[Any]) -> SafeString:
    """Summary of all errors on top of the page, each a link to its field; empty when none."""
    daftar = kumpulkan_galat(*formulir)
    return render_komponen("ringkasan_galat", {"daftar": daftar}) if daftar else SafeString("")


@register.simple_tag
def penyunting_baris(
    formset: BaseFormSet[Any],
    judul: str = "",
    label_baris: str = "",
    teks_tambah: str = "",
    tempel: bool = True,
    templat_baris: str = "antarmuka/komponen/_baris.html",
) -> SafeString:
    """Row editor of a formset: add, remove with undo, reorder, paste; works without JavaScript.

    Rows are shown in the order of their ORDER field. The view calls ``baris.aksi_baris`` first.
    """
    daftar = sorted(
        enumerate(formset.forms),
        key=lambda pasangan: urutan_baris(pasangan[1], pasangan[0]),
    )
    daftar_baris = [
        {
            "formulir": formulir,
            "id": formulir.prefix,
            "terhapus": formset.can_delete and bool(formulir["DELETE"].value()),
        }
        for _nomor, formulir in daftar
    ]
    return render_komponen(
        "penyunting_baris",
        {
            "formset": formset,
            "daftar_baris": daftar_baris,
            "judul": judul,
            "label_baris": label_baris,
            "teks_tambah": teks_tambah,
            "tempel": tempel,
            "templat_baris": templat_baris,
            "baris_kosong": {"formulir": formset.empty_form, "id": formset.empty_form.prefix},
        },
    )


@register.simple_tag
def status_simpan(kunci: str = "", tersimpan_pada: dt.datetime | None = None) -> SafeString:
    """Pill that shows the autosave state; filled by the draft keeper."""
    return render_komponen("status_simpan", {"kunci": kunci, "tersimpan_pada": tersimpan_pada})


# --- components with a body -----------------------------------------------------------------
@register.simple_block_tag
def kartu(
    content: str,
    judul: str = "",
    ikon: str = "",
    keterangan: str = "",
    lencana: str = "",
    nada: str = "netral",
    url: str = "",
    teks_url: str = "",
    tingkat: int = 2,
    kelas: str = "",
    id: str = "",
) -> SafeString:
    """Card; ``lencana`` (with ``nada``) and a link sit at the right of its heading."""
    return render_komponen("kartu", {**locals(), "nada": periksa_nada(nada)})


@register.simple_block_tag
def pemberitahuan(
    content: str, nada: str = "info", judul: str = "", tutup: bool = False, kelas: str = ""
) -> SafeString:
    """Notice: info, sukses, peringatan, bahaya. ``tutup`` adds a close button (needs JS)."""
    return render_komponen(
        "pemberitahuan", {**locals(), "nada": periksa_nada(nada), "ikon": IKON_NADA.get(nada)}
    )


@register.simple_block_tag
def dialog(content: str, id: str, judul: str, buka: bool = False) -> SafeString:
    """Native dialog; opened by any link with ``data-buka-dialog="id"`` whose href is a page."""
    return render_komponen("dialog", locals())


@register.simple_block_tag(takes_context=True)
def saringan(context: Context, content: str, aktif: int = 0, judul: str = "") -> SafeString:
    """Filter bar: a GET form around the fields; ``aktif`` is the number of filters in use."""
    permintaan = context.get("request")
    return render_komponen(
        "saringan",
        {
            "content": content,
            "aktif": aktif,
            "judul": judul,
            "jalur": permintaan.path if permintaan else "",
        },
    )


@register.simple_block_tag
def tabel(content: str, judul: str, tampak: bool = False, kelas: str = "") -> SafeString:
    """Table around thead and tbody; cells carry ``data-label`` and become cards on a phone."""
    return render_komponen("tabel", locals())


@register.simple_block_tag
def bingkai_cetak(content: str, judul: str, keterangan: str = "", draf: bool = False) -> SafeString:
    """Preview of a printed form: a sheet of paper; ``draf`` writes DRAF across it."""
    return render_komponen("bingkai_cetak", locals())


# --- components without a body --------------------------------------------------------------
@register.simple_tag
def lencana(teks: str, nada: str = "netral", ikon: str = "", titik: bool = True) -> SafeString:
    """Badge; the words carry the meaning, the colour only repeats it."""
    return tulis_lencana(teks, nada=nada, ikon=ikon, titik=titik)


@register.simple_tag
def langkah(daftar: Sequence[Mapping[str, Any]], judul: str = "") -> SafeString:
    """Step strip; items: label, status (selesai|kini|nanti|ditolak), keterangan, url."""
    bicara = [i for i, satu in enumerate(daftar, 1) if satu.get("status") in {"kini", "ditolak"}]
    tampil = (bicara or [len(daftar)])[0]  # on a phone one step speaks
    return render_komponen("langkah", {"daftar": daftar, "judul": judul, "tampil": tampil})


@register.simple_tag
def statistik(
    label: str,
    nilai: Any,
    keterangan: str = "",
    url: str = "",
    nada: str = "netral",
    ikon: str = "",
    arah: str = "",
) -> SafeString:
    """One figure with its label; ``arah`` naik|turun|tetap draws a trend arrow at the caption."""
    return render_komponen("statistik", {**locals(), "nada": periksa_nada(nada)})


@register.simple_tag
def kemajuan(
    label: str, nilai: float, maks: float = 100, teks: str = "", nada: str = "utama"
) -> SafeString:
    """Progress bar with its figure in words; ``teks`` replaces the percentage."""
    persen = 100 * float(nilai) / float(maks) if maks else 0.0
    return tulis_kemajuan(
        label,
        nilai=f"{max(0.0, min(float(nilai), float(maks))):g}",
        maks=f"{float(maks):g}",
        teks=teks or tulis.tulis_persen(persen, 0),
        nada=nada,
    )


@register.simple_tag
def kosong(
    judul: str,
    teks: str = "",
    url: str = "",
    aksi: str = "",
    ikon: str = "inbox",
    tingkat: int = 3,
) -> SafeString:
    """Empty state: what will appear here and how to begin."""
    return render_komponen("kosong", locals())


@register.simple_tag(takes_context=True)
def penomoran(context: Context, halaman: Page[Any], parameter: str = "halaman") -> SafeString:
    """Pagination of a Django page; other parameters of the address are kept."""
    permintaan = context.get("request")
    kueri = permintaan.GET.copy() if permintaan else None
    if kueri is not None:
        kueri.pop(parameter, None)
    awalan = f"?{kueri.urlencode()}&" if kueri else "?"
    paginator = halaman.paginator
    return render_komponen(
        "penomoran",
        {
            "halaman": halaman,
            "alamat": f"{awalan}{parameter}=",
            "daftar_nomor": list(
                paginator.get_elided_page_range(halaman.number, on_each_side=1, on_ends=1)
            ),
            "elipsis": paginator.ELLIPSIS,
        },
    )


@register.simple_tag
def riwayat(daftar: Iterable[Mapping[str, Any]], kosong: str = "") -> SafeString:
    """Timeline, newest first; items: judul, waktu, oleh, peran, catatan, nada, ikon, url."""
    return render_komponen("riwayat", {"daftar": daftar, "kosong": kosong})


@register.simple_tag
def orang(
    nama: str, keterangan: str = "", url: str = "", lencana: str = "", nada: str = "netral"
) -> SafeString:
    """Person chip: initials, name, and jabatan or NIP below."""
    return render_komponen("orang", {**locals(), "nada": periksa_nada(nada)})


@register.simple_tag
def daftar_bukti(daftar: Iterable[Mapping[str, Any]], kosong: str = "") -> SafeString:
    """Evidence list; items: nama, url, jenis (berkas|tautan|catatan), keterangan, lencana, nada."""
    return render_komponen("daftar_bukti", {"daftar": daftar, "kosong": kosong})


@register.simple_tag
def kuadran(
    baris: Sequence[Mapping[str, Any]],
    kolom: Sequence[str],
    judul: str,
    judul_baris: str,
    judul_kolom: str,
) -> SafeString:
    """Matrix 3×3; ``baris`` from the top: label, sel (label, aktif, jumlah, nada, url)."""
    return render_komponen("kuadran", locals())


@register.simple_tag
def tabel_data(
    kolom: Sequence[str],
    baris: Sequence[Sequence[Any]],
    judul: str,
    angka: str = "",
    kosong: str = "",
) -> SafeString:
    """Plain table from lists; ``angka`` names the numeric columns by number: ``"2,3"``."""
    daftar_angka = {int(nomor) for nomor in angka.split(",") if nomor.strip()}
    daftar_baris = [
        [
            {"label": label, "nilai": nilai, "angka": nomor in daftar_angka}
            for nomor, (label, nilai) in enumerate(zip(kolom, satu, strict=True), start=1)
        ]
        for satu in baris
    ]
    daftar_kolom = [
        {"label": label, "angka": nomor in daftar_angka}
        for nomor, label in enumerate(kolom, start=1)
    ]
    return render_komponen(
        "tabel_data",
        {"kolom": daftar_kolom, "baris": daftar_baris, "judul": judul, "kosong": kosong},
    )


@register.simple_tag
def istilah(kata: str, arti: str, kunci: str = "") -> SafeString:
    """Term with its meaning on focus or hover; the link leads to the glossary."""
    tanda = slugify(kunci or kata)
    return render_komponen(
        "istilah", {"kata": kata, "arti": arti, "kunci": tanda, "id": uuid.uuid4().hex[:8]}
    )


@register.simple_tag
def menu_aksi(daftar: Sequence[Mapping[str, Any]], label: str = "") -> SafeString:
    """Small menu behind three dots, opened without JS; items: label, url, ikon, bahaya."""
    return render_komponen("menu_aksi", {"daftar": daftar, "label": label})


@register.simple_tag
def daftar_tugas(
    daftar: Sequence[Mapping[str, Any]], judul_kosong: str = "", teks_kosong: str = ""
) -> SafeString:
    """What needs me, by date; items: judul, keterangan, batas, nada, url, aksi."""
    return render_komponen("daftar_tugas", locals())


@register.simple_tag
def data(daftar: Sequence[tuple[str, Any]]) -> SafeString:
    """Facts of one object as label and value pairs."""
    return render_komponen("data", {"daftar": daftar})


@register.simple_tag
def remah(*bagian: str) -> SafeString:
    """Breadcrumbs from pairs: ``{% remah "Beranda" "/" "SKP saya" "/skp/" "2026" %}``."""
    daftar = [
        {"label": bagian[n], "url": bagian[n + 1] if n + 1 < len(bagian) else ""}
        for n in range(0, len(bagian), 2)
    ]
    return render_komponen("remah", {"daftar": daftar})


for _nama, _fungsi in DAFTAR_BAGAN.items():
    register.simple_tag(_fungsi, name=_nama)
for _nama, _fungsi in DAFTAR_SARINGAN.items():
    register.filter(_nama, _fungsi)
