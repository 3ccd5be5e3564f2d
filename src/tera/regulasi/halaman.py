"""Law data as Markdown for `docs/regulasi`, so that pages and data cannot drift apart."""

from __future__ import annotations

from typing import Any

from tera.regulasi.dasar import TabelBertanggal
from tera.regulasi.pemuat import peraturan


def tabel_dasar(*daftar: TabelBertanggal[Any]) -> str:
    """A table of the bases of some rules: value, first day, instrument, article, certainty."""
    baris = [
        "| Nilai | Sejak | Peraturan | Letak | Diperiksa | Mutu |",
        "|---|---|---|---|---|---|",
    ]
    for tabel in daftar:
        for ketentuan in tabel.daftar:
            for dasar in ketentuan.dasar:
                asal = peraturan(dasar.peraturan)
                nomor = "" if asal.nomor == "-" else f" {asal.nomor} ({asal.tahun})"
                baris.append(
                    f"| `{tabel.nama}` | {ketentuan.sejak} | {asal.nama}{nomor} | {dasar.letak} "
                    f"| {dasar.diperiksa} | {dasar.mutu} |"
                )
    return "\n".join(baris) + "\n"


def catatan(*daftar: TabelBertanggal[Any]) -> str:
    """The notes of some rules as a list; empty when there are none."""
    return "".join(
        f"- `{tabel.nama}`: {ketentuan.catatan}\n"
        for tabel in daftar
        for ketentuan in tabel.daftar
        if ketentuan.catatan
    )
