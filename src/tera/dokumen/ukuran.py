"""How tall the rows of a form become: what stays whole, and where a long row may go on."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import shorten
from typing import Any

from tera.dokumen import teks
from tera.dokumen.model import (
    BagianHandout,
    BarisHasilKerja,
    BarisPerilaku,
    Indikator,
    UmpanBalik,
)

Data = dict[str, Any]

# A row of more lines may be split between pages; a shorter one moves to the next page whole. The
# count is cautious: an unsplittable row that does not fit a page would be cut off.
GARIS_UTUH = 24
# Lines of the indicators that stay together when their row is longer than that.
_GARIS_POTONG = 14
_HURUF_KOLOM_LEBAR = 20
_HURUF_KOLOM_SEMPIT = 11


def _garis(isi: str, huruf: int = _HURUF_KOLOM_LEBAR) -> int:
    """Lines that a text takes in a column of `huruf` characters, at most."""
    return sum(1 + len(satu) // huruf for satu in isi.split("\n")) if isi else 0


def _garis_umpan_balik(daftar: tuple[UmpanBalik, ...]) -> int:
    return sum(_garis(f"{satu.pemberi}: {satu.teks}") + 1 for satu in daftar)


def garis_baris(baris: BarisHasilKerja | BarisPerilaku | BagianHandout) -> int:
    """Lines of the tallest column of a row, or of a section of a handout."""
    if isinstance(baris, BagianHandout):
        daftar = (baris.judul, baris.pengantar, *baris.langkah, baris.catatan)
        return sum(_garis(satu, 2 * _HURUF_KOLOM_LEBAR) for satu in daftar)
    if isinstance(baris, BarisPerilaku):
        return max(_garis(baris.ekspektasi_khusus) + 1, _garis_umpan_balik(baris.umpan_balik))
    tinggi_indikator = sum(map(_garis_indikator, baris.daftar_indikator))
    # The qualitative form writes the indicators below the plan, in the same cell.
    rencana = _garis(baris.rencana_hasil_kerja) + _garis(baris.penugasan_dari)
    ukuran = sum(_garis(satu.teks + satu.target, 25) for satu in baris.daftar_indikator)
    return max(
        rencana + ukuran,
        tinggi_indikator,
        _garis(baris.rhk_pimpinan),
        _garis(baris.perspektif, _HURUF_KOLOM_SEMPIT),
        _garis_umpan_balik(baris.umpan_balik),
    )


def _garis_indikator(satu: Indikator) -> int:
    return 1 + max(
        _garis(satu.teks),
        _garis(satu.realisasi),
        _garis(satu.target, _HURUF_KOLOM_SEMPIT),
        _garis(satu.aspek, _HURUF_KOLOM_SEMPIT),
    )


def _bagi(baris: BarisHasilKerja, ukur: Callable[[Indikator], int], *, samping: int) -> list[Data]:
    """Groups of indicators that stay together, in a row too long to stay whole itself.

    ``samping``: lines of the tallest cell that stands beside all groups; if that has to break, so
    do they.
    """
    daftar: list[Data] = []
    if garis_baris(baris) <= GARIS_UTUH:
        daftar = [{"n": max(1, len(baris.daftar_indikator)), "utuh": True}]
    else:
        tinggi = 0
        for satu in baris.daftar_indikator:
            garis = ukur(satu)
            if not daftar or tinggi + garis > _GARIS_POTONG:
                daftar.append({"n": 0, "utuh": True})
                tinggi = 0
            daftar[-1]["n"] += 1
            tinggi += garis
            daftar[-1]["utuh"] = tinggi <= GARIS_UTUH
    if not daftar:
        daftar = [{"n": 1, "utuh": False}]
    elif len(daftar) > 1 and _garis(baris.rencana_hasil_kerja) > _GARIS_POTONG:
        daftar[0]["utuh"] = False
    if samping > GARIS_UTUH:
        for satu_potong in daftar:
            satu_potong["utuh"] = False
    return daftar


def potongan(baris: BarisHasilKerja) -> Data:
    """How a long row goes on: a group that opens a page repeats the number and the plan's start."""

    def ringkas(isi: str, panjang: int) -> str:
        return teks.teks_cetak(shorten(isi, panjang, placeholder=" …"))

    umpan_balik = _garis_umpan_balik(baris.umpan_balik)
    realisasi = sum(_garis(satu.realisasi) for satu in baris.daftar_indikator)
    return {
        "potongan": _bagi(baris, _garis_indikator, samping=umpan_balik),
        # The qualitative form lists the indicators in a column twice as wide.
        "potongan_kualitatif": _bagi(
            baris,
            lambda satu: _garis(satu.teks + satu.target, 3 * _HURUF_KOLOM_LEBAR),
            samping=max(umpan_balik, realisasi),
        ),
        "ringkas": {
            "rhk": ringkas(baris.rencana_hasil_kerja, 150),
            "rhk_pimpinan": ringkas(baris.rhk_pimpinan, 120),
        },
        "ringkas_kualitatif": {
            "rhk": ringkas(baris.rencana_hasil_kerja, 70),
            "rhk_pimpinan": ringkas(baris.rhk_pimpinan, 120),
        },
    }
