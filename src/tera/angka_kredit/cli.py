"""``tera impor jf``: the same service as the page.

Nothing of Django is imported before the command runs: the arguments are read without settings.
"""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    SubParsers = argparse._SubParsersAction[argparse.ArgumentParser]


def daftarkan(sub: "SubParsers") -> None:
    """Add ``jf`` to the parser of ``tera impor``."""
    jf = sub.add_parser("jf", help="impor jenjang dan angka kredit bawaan JF (XLSX atau CSV)")
    jf.add_argument("berkas", type=Path, metavar="BERKAS")
    jf.add_argument("--instansi", required=True, metavar="KODE")
    jf.add_argument("--periksa", action="store_true", help="periksa saja, jangan menyimpan")
    # SUPPRESS: `tera impor --json jf` must not be undone by this parser's default.
    jf.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="cetak satu objek JSON"
    )
    jf.set_defaults(jalankan=jalankan_jf)


def jalankan_jf(argumen: argparse.Namespace) -> int:
    """Run ``tera impor jf``: 0 done or checked, 1 refused."""
    from tera.angka_kredit.services.baca_impor import baca_berkas
    from tera.angka_kredit.services.impor import impor_jf
    from tera.core import clock
    from tera.core.aktor import Aktor
    from tera.organisasi.cli import baca_berkas_lembar, instansi_dari_kode

    instansi = instansi_dari_kode(argumen.instansi)
    hasil = impor_jf(
        aktor=Aktor.sistem(instansi.pk, instansi.zona),
        bacaan=baca_berkas(nama=argumen.berkas.name, isi=baca_berkas_lembar(argumen.berkas)),
        sumber=argumen.berkas.name,
        pada=clock.hari_ini(instansi.zona),
        periksa=argumen.periksa,
    )
    if getattr(argumen, "json", False):
        print(json.dumps(hasil.json(), ensure_ascii=False))  # noqa: T201
    else:
        print(  # noqa: T201
            f"{hasil.baris} baris: {hasil.diterima} baru, {hasil.tetap} sudah tercatat, "
            f"{hasil.ditolak} ditolak."
        )
        for satu in hasil.rincian:
            print(f"  baris {satu.baris}, {satu.kolom}: {satu.pesan}")  # noqa: T201
        if hasil.rincian and not argumen.periksa:
            print("Tidak ada yang disimpan. Betulkan berkasnya, lalu ulangi.")  # noqa: T201
    return 1 if hasil.rincian and not argumen.periksa else 0
