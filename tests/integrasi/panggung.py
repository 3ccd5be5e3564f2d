"""The stage of the exchange: Andi's result is set; files as BKN writes them."""

import io
from collections.abc import Iterable

import xlsxwriter

from evaluasi import panggung
from pemeran import Pemeran
from tera.evaluasi import services
from tera.evaluasi.models import Evaluasi

PADA = panggung.PADA
JUDUL = ("No", "NIP", "Nama", "Jabatan", "Rating Hasil Kinerja", "Rating Perilaku Kerja",
         "Predikat Kinerja Periodik")  # fmt: skip


def ditetapkan(para: Pemeran, hasil: str = "sesuai", perilaku: str = "sesuai") -> Evaluasi:
    """Andi's result of the year, set by Budi."""
    evaluasi = panggung.buka(para)
    panggung.tetapkan_capaian(para)
    panggung.nilai(para, evaluasi, hasil, perilaku)
    evaluasi.refresh_from_db()
    services.tetapkan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    evaluasi.refresh_from_db()
    return evaluasi


def rekap(baris: Iterable[tuple[object, ...]]) -> bytes:
    """A Rekap Penilaian: three title rows, an empty one, the header, then people."""
    keluaran = io.BytesIO()
    buku = xlsxwriter.Workbook(keluaran)
    lembar = buku.add_worksheet("Sheet1")
    for nomor, teks in enumerate(("9901 - Kabupaten Uji", "Dinas Kependudukan",
                                  "Periode Tahunan 2026")):  # fmt: skip
        lembar.write(nomor, 0, teks)
    for nomor, teks in enumerate(JUDUL):
        lembar.write(4, nomor, teks)
    for letak, satu in enumerate(baris, start=5):
        for nomor, nilai in enumerate(satu):
            if isinstance(nilai, str):
                lembar.write_string(letak, nomor, nilai)
            else:
                lembar.write(letak, nomor, nilai)
    buku.close()
    return keluaran.getvalue()
