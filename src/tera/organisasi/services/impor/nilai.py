"""Cleans single cells: stray and non-breaking spaces, numbers as text, dates in three shapes."""

import datetime as dt
import re

from tera.core.lembar import Sel

_TANPA_LEBAR = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
_HARI_DULU = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_TAHUN_DULU = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_ILMIAH = re.compile(r"\d+([.,]\d+)?[eE]\+?\d+")


def teks(sel: Sel) -> str:
    """Return the cell as clean text; a whole number loses its ``.0``; nothing gives ""."""
    if sel is None:
        return ""
    if isinstance(sel, str):
        # split() knows the non-breaking space; characters without width it doesn't.
        return " ".join(sel.translate(_TANPA_LEBAR).split())
    if isinstance(sel, bool):
        return "1" if sel else "0"
    if isinstance(sel, float) and sel.is_integer():
        return str(int(sel))
    return str(sel)


def kosong(sel: Sel) -> bool:
    """Whether a cell holds nothing that can be read."""
    return sel is None or (isinstance(sel, str) and not teks(sel))


def adalah_angka(sel: Sel) -> bool:
    """Whether the cell is a number (or a date made of one), so digits may be lost.

    A CSV has no cell types: the scientific spelling of a spreadsheet gives the number away.
    """
    if isinstance(sel, str):
        return bool(_ILMIAH.fullmatch(teks(sel)))
    return sel is not None


def tanggal(sel: Sel) -> dt.date | None:
    """Return the date of a date cell, ``dd-mm-yyyy`` or ``yyyy-mm-dd``; None for an empty cell.

    Raises:
        ValueError: something else, or no day of the calendar.
    """
    if isinstance(sel, dt.datetime):
        return sel.date()
    if isinstance(sel, dt.date):
        return sel
    isi = teks(sel)
    if not isi or isi == "-":
        return None
    # A time after the date ("01-03-2020 00:00:00") comes from exports of date columns.
    hari = isi.split(" ")[0].split("T")[0]
    if cocok := _HARI_DULU.fullmatch(hari):
        return dt.date(int(cocok[3]), int(cocok[2]), int(cocok[1]))
    if cocok := _TAHUN_DULU.fullmatch(hari):
        return dt.date(int(cocok[1]), int(cocok[2]), int(cocok[3]))
    raise ValueError(isi)
