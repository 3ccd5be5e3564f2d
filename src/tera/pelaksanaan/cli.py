"""``tera impor realisasi``: figures of a period from another system, as the page does it.

Nothing of Django is imported before the command runs: the arguments are read without settings.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    SubParsers = argparse._SubParsersAction[argparse.ArgumentParser]

BATAS_DAFTAR = 20


def daftarkan(sub: "SubParsers") -> None:
    """Add ``realisasi`` to the parser of ``tera impor``."""
    p = sub.add_parser("realisasi", help="impor realisasi dari sistem lain (XLSX atau CSV)")
    p.add_argument("berkas", type=Path, metavar="BERKAS")
    p.add_argument("--instansi", required=True, metavar="KODE")
    p.add_argument(
        "--periode", required=True, metavar="PERIODE", help="2026-T2 triwulan, 2026-B6 bulan, 2026"
    )
    p.add_argument("--periksa", action="store_true", help="periksa saja, jangan menyimpan")
    p.add_argument(
        "--lewati-salah", action="store_true", help="impor baris yang benar, lewati yang salah"
    )
    # SUPPRESS: `tera impor --json realisasi` must not be undone by this parser's default.
    p.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="cetak satu objek JSON"
    )
    p.set_defaults(jalankan=jalankan)


def jalankan(argumen: argparse.Namespace) -> int:
    """Run ``tera impor realisasi``: 0 done or checked, 1 refused, 2 wrong usage."""
    from tera.core.aktor import Aktor
    from tera.organisasi.cli import baca_berkas_lembar, instansi_dari_kode, periode_dari_teks
    from tera.pelaksanaan.services.impor import impor_realisasi

    if argumen.periksa and argumen.lewati_salah:
        print("tera: pilih salah satu: --periksa atau --lewati-salah.", file=sys.stderr)  # noqa: T201
        return 2
    instansi = instansi_dari_kode(argumen.instansi)
    periode = periode_dari_teks(instansi, argumen.periode)
    isi = baca_berkas_lembar(argumen.berkas)
    aktor = Aktor.sistem(instansi.pk, instansi.zona)
    hasil = impor_realisasi(
        aktor=aktor,
        nama_berkas=argumen.berkas.name,
        isi=isi,
        periode=periode,
        pada=aktor.hari_ini,
        periksa=argumen.periksa,
        lewati_salah=argumen.lewati_salah,
    )
    ditolak = bool(hasil.ditolak) and not hasil.diimpor and not argumen.periksa
    if getattr(argumen, "json", False):
        print(json.dumps(hasil.json(), ensure_ascii=False))  # noqa: T201
    else:
        print(  # noqa: T201
            f"{periode}: {hasil.baris} baris, {hasil.diterima} diterima, {hasil.ditolak} ditolak; "
            f"{hasil.perubahan['realisasi_baru']} baru, "
            f"{hasil.perubahan['realisasi_berubah']} berubah."
        )
        for satu in hasil.rincian[:BATAS_DAFTAR]:
            print(  # noqa: T201
                f"  baris {satu.baris} {satu.kolom}: {satu.kode} — {satu.pesan}", file=sys.stderr
            )
        for kalimat in hasil.catatan:
            print(kalimat, file=sys.stderr)  # noqa: T201
        if ditolak:
            print(  # noqa: T201
                "Tidak ada yang diimpor. Betulkan barisnya, atau ulangi dengan --lewati-salah.",
                file=sys.stderr,
            )
    return 1 if ditolak else 0
