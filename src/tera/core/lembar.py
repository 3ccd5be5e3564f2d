"""Spreadsheets in and out: XLSX and CSV read row by row, and written so that no text runs.

A file is judged before it is parsed: size, real type, and what a zip would become unpacked.
"""

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

from tera.core.galat import MasukanSalahError

BATAS_BERKAS = 50 * 1024 * 1024
# A sheet of 100,000 people with 24 columns unpacks to about 150 MB.
BATAS_TERBUKA = 600 * 1024 * 1024
BATAS_ISI_ZIP = 500
JENIS_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
JENIS_CSV = "text/csv"

Sel = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None
Baris = tuple[int, Sequence[Sel]]


def aman_sel(teks: Any) -> Any:
    """Return a cell value that no spreadsheet program runs: text like ``=…`` gets an apostrophe."""
    if isinstance(teks, str) and teks.lstrip()[:1] in {"=", "+", "-", "@"}:
        return "'" + teks
    if isinstance(teks, str) and teks[:1] in {"\t", "\r", "\n"}:
        return "'" + teks
    return teks


def periksa_lembar(*, nama: str, isi: bytes) -> str:
    """Return ``xlsx`` or ``csv`` for an acceptable file, judged by its content.

    Raises:
        MasukanSalahError: empty, over 50 MB, another type, or a zip that would grow too large.
    """
    if not isi:
        raise MasukanSalahError(
            _("Berkas “%(nama)s” kosong. Pilih berkas lain.") % {"nama": nama}, kode="berkas_kosong"
        )
    if len(isi) > BATAS_BERKAS:
        raise MasukanSalahError(
            _(
                "Berkas “%(nama)s” lebih besar dari 50 MB. Hapus lembar dan gambar "
                "yang tidak perlu, atau bagi menjadi beberapa berkas."
            )
            % {"nama": nama},
            kode="berkas_besar",
        )
    if isi.startswith(b"PK\x03\x04"):
        _periksa_zip(nama, isi)
        return "xlsx"
    if isi.startswith(b"\xd0\xcf\x11\xe0"):
        raise MasukanSalahError(
            _(
                "Berkas “%(nama)s” adalah XLS lama atau berkas bersandi. Buka di "
                "aplikasi lembar kerja, simpan sebagai XLSX tanpa sandi, lalu unggah "
                "lagi."
            )
            % {"nama": nama},
            kode="berkas_jenis",
        )
    awal = isi[:4096]
    if b"\x00" in awal or awal.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"<")):
        raise MasukanSalahError(
            _(
                "Berkas “%(nama)s” bukan lembar kerja XLSX atau CSV (isinya diperiksa, "
                "bukan hanya namanya). Simpan sebagai XLSX atau CSV, lalu unggah lagi."
            )
            % {"nama": nama},
            kode="berkas_jenis",
        )
    return "csv"


def _periksa_zip(nama: str, isi: bytes) -> None:
    rusak = MasukanSalahError(
        _(
            "Berkas “%(nama)s” rusak atau bukan XLSX. Buka di aplikasi lembar "
            "kerja, simpan ulang sebagai XLSX, lalu unggah lagi."
        )
        % {"nama": nama},
        kode="berkas_jenis",
    )
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            daftar = arsip.infolist()
            if "xl/workbook.xml" not in {butir.filename for butir in daftar}:
                raise rusak
            if len(daftar) > BATAS_ISI_ZIP or sum(b.file_size for b in daftar) > BATAS_TERBUKA:
                raise MasukanSalahError(
                    _(
                        "Berkas “%(nama)s” mengembang terlalu besar saat dibuka, jadi ditolak "
                        "sebelum dibaca. Salin datanya ke lembar baru, simpan sebagai XLSX, "
                        "lalu unggah lagi."
                    )
                    % {"nama": nama},
                    kode="berkas_mengembang",
                )
            for butir in daftar:
                # The sizes a zip declares may lie: reading to the end checks length and CRC.
                with arsip.open(butir) as aliran:
                    while aliran.read(1 << 20):
                        pass
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError) as galat:
        raise rusak from galat


def baca_lembar(*, nama: str, isi: bytes) -> Iterator[tuple[str, Iterator[Baris]]]:
    """Yield each sheet as (name, rows); a row is (number in the sheet from 1, cells).

    Raises:
        MasukanSalahError: see ``periksa_lembar``; or the content can't be read.
    """
    if periksa_lembar(nama=nama, isi=isi) == "csv":
        yield "CSV", _baris_csv(isi)
        return
    try:
        buku = CalamineWorkbook.from_filelike(io.BytesIO(isi))
        for judul in buku.sheet_names:
            lembar = buku.get_sheet_by_name(judul)
            yield judul, _baris_xlsx(lembar)
    except (CalamineError, ValueError, OSError) as galat:
        raise MasukanSalahError(
            _(
                "Berkas “%(nama)s” tidak bisa dibaca. Buka di aplikasi lembar kerja, "
                "simpan ulang sebagai XLSX tanpa sandi, lalu unggah lagi."
            )
            % {"nama": nama},
            kode="berkas_jenis",
        ) from galat


def _baris_xlsx(lembar: Any) -> Iterator[Baris]:
    if lembar.start is None:
        return
    # iter_rows() fills the empty rows above, so the first one is row 1 of the sheet.
    yield from enumerate(lembar.iter_rows(), start=1)


def _baris_csv(isi: bytes) -> Iterator[Baris]:
    try:
        teks = isi.decode("utf-8-sig")
    except UnicodeDecodeError:
        teks = isi.decode("cp1252", errors="replace")
    pemisah = _pemisah(teks)
    yield from enumerate(csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah), start=1)


def _pemisah(teks: str) -> str:
    """The delimiter that splits the first lines most often (title rows have none)."""
    awal = teks[:20_000].splitlines()[:40]
    return max(";,\t|", key=lambda tanda: max((baris.count(tanda) for baris in awal), default=0))


def tulis_xlsx(*, judul: str, kolom: Sequence[str], baris: Iterable[Sequence[Any]]) -> bytes:
    """Return a workbook with one sheet; every text is written as text, never as a formula."""
    keluaran = io.BytesIO()
    buku = xlsxwriter.Workbook(
        keluaran,
        {
            "constant_memory": True,
            "in_memory": False,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    lembar = buku.add_worksheet(judul[:31])
    tebal = buku.add_format({"bold": True})
    tanggal = buku.add_format({"num_format": "dd-mm-yyyy"})
    for nomor, teks in enumerate(kolom):
        lembar.write_string(0, nomor, teks, tebal)
    lembar.freeze_panes(1, 0)
    for letak, satu in enumerate(baris, start=1):
        for nomor, nilai in enumerate(satu):
            if isinstance(nilai, dt.date):
                lembar.write_datetime(letak, nomor, nilai, tanggal)
            elif isinstance(nilai, (int, float)) and not isinstance(nilai, bool):
                lembar.write_number(letak, nomor, nilai)
            elif nilai not in (None, ""):
                lembar.write_string(letak, nomor, str(aman_sel(str(nilai))))
    buku.close()
    return keluaran.getvalue()


def tulis_csv(*, kolom: Sequence[str], baris: Iterable[Sequence[Any]]) -> bytes:
    """Return CSV as Indonesian spreadsheet programs open it: semicolons, UTF-8 with BOM."""
    keluaran = io.StringIO(newline="")
    tulis = csv.writer(keluaran, delimiter=";", lineterminator="\r\n")
    tulis.writerow(kolom)
    for satu in baris:
        tulis.writerow(["" if nilai is None else aman_sel(nilai) for nilai in satu])
    return keluaran.getvalue().encode("utf-8-sig")
