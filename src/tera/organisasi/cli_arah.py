"""``tera impor arah``: the same service as the page.

Nothing of Django is imported before the command runs: the arguments are read without settings.
"""

import argparse
import dataclasses
import datetime as dt
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    SubParsers = argparse._SubParsersAction[argparse.ArgumentParser]

BATAS_DAFTAR = 20


def daftarkan(sub: "SubParsers") -> None:
    """Add ``arah`` to the parser of ``tera impor``."""
    arah = sub.add_parser("arah", help="impor garis arah: visi sampai perjanjian kinerja")
    arah.add_argument("berkas", type=Path, metavar="BERKAS")
    arah.add_argument("--instansi", required=True, metavar="KODE")
    arah.add_argument("--periksa", action="store_true", help="periksa saja, jangan menyimpan")
    arah.add_argument("--berlaku", type=_tanggal, default=None, metavar="TANGGAL")
    # SUPPRESS: `tera impor --json arah` must not be undone by this parser's default.
    arah.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="cetak satu objek JSON"
    )
    arah.set_defaults(jalankan=jalankan_arah)


def jalankan_arah(argumen: argparse.Namespace) -> int:
    """Run ``tera impor arah``: 0 done or checked, 1 refused."""
    from tera.core.aktor import Aktor
    from tera.core.galat import MasukanSalahError
    from tera.organisasi.models import Instansi
    from tera.organisasi.services.arah_impor import impor_arah

    instansi = Instansi.objects.filter(kode=argumen.instansi).first()
    if instansi is None:
        raise MasukanSalahError(
            f"Instansi “{argumen.instansi}” belum ada. Buat dengan: tera instansi tambah "
            f"{argumen.instansi} --nama NAMA",
            kode="instansi_tidak_dikenal",
        )
    try:
        data = argumen.berkas.read_bytes()
    except OSError as galat:
        raise MasukanSalahError(
            f"Berkas {argumen.berkas} tidak bisa dibuka: {galat.strerror}.", kode="berkas_tidak_ada"
        ) from galat
    aktor = Aktor.sistem(instansi.pk, instansi.zona)
    pada = aktor.hari_ini
    hasil = impor_arah(
        aktor=aktor,
        nama=argumen.berkas.name,
        data=data,
        berlaku=argumen.berlaku or dt.date(pada.year, 1, 1),
        pada=pada,
        periksa=argumen.periksa,
    )
    if getattr(argumen, "json", False):
        print(json.dumps(dataclasses.asdict(hasil), ensure_ascii=False))  # noqa: T201
    else:
        print(  # noqa: T201
            f"{hasil.baris} baris: {hasil.diterima} diterima, {hasil.ditolak} ditolak; "
            f"{hasil.tambah} butir baru, {hasil.ubah} berubah, {hasil.tetap} tetap."
        )
        for satu in hasil.rincian[:BATAS_DAFTAR]:
            print(f"  baris {satu['baris']} ({satu['kolom']}): {satu['pesan']}", file=sys.stderr)  # noqa: T201
        if hasil.ditolak and not argumen.periksa:
            print("Tidak ada yang diimpor. Betulkan barisnya, lalu ulangi.", file=sys.stderr)  # noqa: T201
    return 0 if argumen.periksa or not hasil.ditolak else 1


def _tanggal(teks: str) -> dt.date:
    try:
        return dt.date.fromisoformat(teks)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"tanggal “{teks}” tidak terbaca; tulis tttt-bb-hh"
        ) from None
