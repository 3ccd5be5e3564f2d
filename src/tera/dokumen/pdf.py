"""Renders view models to tagged PDF (PDF/A-2a and PDF/UA-1 together) with typst.

Compilers stay warm: a fresh one per document costs about twice the time. Data travels as one JSON
string, never as template text. Fonts are the shipped ones only, so that every machine prints the
same pages.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path

import typst
from django.conf import settings

from tera.dokumen.data import data_dokumen
from tera.dokumen.glyph import FOLDER_HURUF
from tera.dokumen.model import Dokumen

FOLDER_TEMPLAT = Path(__file__).parent / "templat"
_STANDAR: list[typst.PDFStandard] = ["a-2a", "ua-1"]

# Blank forms and handouts bear no day, and the same model must give the same bytes.
_HARI_TANPA_TANGGAL = date(2026, 1, 1)

_kunci = threading.Lock()
_menganggur: dict[str, list[typst.Compiler]] = {}


class CetakError(RuntimeError):
    """The document could not be rendered; the message is for the log, not for a person."""


@cache
def _font() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER_HURUF]
    )


@contextmanager
def _compiler(templat: str) -> Iterator[typst.Compiler]:
    """An idle warm compiler of this template; a new one only while all are in use.

    A compiler serves one thread at a time, so there are at most as many as threads that print.
    """
    with _kunci:
        daftar = _menganggur.setdefault(templat, [])
        compiler = daftar.pop() if daftar else None
    if compiler is None:
        compiler = typst.Compiler(
            FOLDER_TEMPLAT / f"{templat}.typ",
            root=FOLDER_TEMPLAT,
            font_paths=_font(),
            ignore_system_fonts=True,
        )
    try:
        yield compiler
    finally:
        with _kunci:
            daftar.append(compiler)


def _hari_dokumen(dokumen: Dokumen) -> date:
    """The day the document itself bears: the signature, the letter, or the end of the period."""
    for nama in ("tanda_penilai", "tanda_pegawai"):
        hari = getattr(getattr(dokumen, nama, None), "tanggal", None)
        if isinstance(hari, date):
            return hari
    for nama in ("tanggal", "periode_mulai"):
        hari = getattr(dokumen, nama, None)
        if isinstance(hari, date):
            return hari
    return _HARI_TANPA_TANGGAL


def render_pdf(dokumen: Dokumen, *, dibuat_pada: datetime | None = None) -> bytes:
    """The document as PDF bytes, PDF/A-2a and PDF/UA-1, Bahasa Indonesia, fonts embedded.

    `dibuat_pada` (with a zone) is written as the creation time; without it the day that the
    document bears is used, so the same model gives the same bytes. Safe to call from several
    threads. Raises ValueError for a model that cannot be a correct form, CetakError when typst
    refuses.
    """
    templat, data = data_dokumen(dokumen)
    # Without settings (the bench) there is no installation, so none for practice.
    data["latihan"] = settings.configured and settings.TERA_LATIHAN
    waktu = dibuat_pada or datetime.combine(_hari_dokumen(dokumen), time(), tzinfo=UTC)
    with _compiler(templat) as compiler:
        try:
            isi = compiler.compile(
                format="pdf",
                sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
                pdf_standards=_STANDAR,
                timestamp=waktu,
            )
        except typst.TypstError as galat:
            raise CetakError(f"typst refused {templat}: {galat.message}") from galat
    if not isinstance(isi, bytes):
        raise CetakError(f"typst gave no document for {templat}.")
    return isi
