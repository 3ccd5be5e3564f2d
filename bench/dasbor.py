"""The dashboard by size: CPU, queries and weight of its pages, and how fast the cost grows.

Run: ``python bench/dasbor.py [--jumlah 1000 10000 100000] [--kali 20]``; SQLite by default,
PostgreSQL through ``TERA_DATABASE_URL``. The people are those of ``bench/rekap.py``; ``--folder``
keeps them for a second run. Prints JSON lines as ``bench/halaman.py``, then the exponents.

- **cpu**, **lantai**, **kueri**, **bita**: see ``bench/halaman.py``; nothing changed between looks.
- **dari_kosong**: the first look of all, when nothing has been counted yet.
- **sesudah_langkah**: the same page right after one more person took a step.
- **daftar**: the first page of the list behind a number.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(AKAR / "src"), str(AKAR)]


def _satu_ukuran(jumlah: int, kali: int) -> None:
    os.environ["TERA_MODE"] = "uji"
    os.environ["DJANGO_SETTINGS_MODULE"] = "tera.config.settings"
    import django

    django.setup()
    from bench import halaman
    from bench.rekap import _cetak, _orang, _sesudah
    from django.conf import settings
    from django.db import connection
    from django.urls import reverse

    from tera.organisasi.models import UnitKerja

    settings.DEBUG = False
    orang = _orang(jumlah)
    akun = orang["pengelola"]
    umum = halaman.keterangan(jumlah)
    akar = UnitKerja.objects.get(instansi=orang["instansi"], induk__isnull=True)
    tanya = f"?periode={orang['periode'].pk}"
    daftar = [
        ("unit", reverse("dasbor:unit", args=[akar.pk]) + tanya),
        ("tren", reverse("dasbor:tren", args=[akar.pk])),
        ("daftar_ikut", reverse("dasbor:daftar", args=[akar.pk, "belum_ikut"]) + tanya),
        ("daftar_skp", reverse("dasbor:daftar", args=[akar.pk, "skp_ditetapkan"]) + tanya),
        ("unduh", reverse("dasbor:unduh", args=[akar.pk]) + tanya),
        ("laporan", reverse("web:dasbor_laporan", args=[akar.pk]) + tanya),
    ]
    for nama, alamat in daftar:
        minta = halaman.peminta(akun, alamat)
        _cetak(f"dasbor.{nama}.dari_kosong", halaman.cpu(minta, 1), "ms", umum)
        if nama in {"unduh", "laporan"}:
            # A file has no template whose floor could be measured.
            _cetak(f"dasbor.{nama}.cpu", halaman.cpu(minta, max(kali // 4, 1)), "ms", umum)
            continue
        halaman.ukur(nama, akun, alamat, kali, umum)
        if nama == "unit":
            sesudah = _sesudah(orang["skp"], minta)
            _cetak(f"dasbor.{nama}.sesudah_langkah", sesudah, "ms", umum)
    if connection.vendor == "sqlite":
        connection.close()


def main() -> None:
    """Measure each size in a process of its own, then print the exponents."""
    urai = argparse.ArgumentParser()
    urai.add_argument("--jumlah", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    urai.add_argument("--kali", type=int, default=20)
    urai.add_argument("--folder", type=Path, default=None)
    urai.add_argument("--satu", action="store_true", help="measure one size in this process")
    argumen = urai.parse_args()
    if argumen.satu:
        _satu_ukuran(argumen.jumlah[0], argumen.kali)
        return
    from bench.skala import pangkat

    folder = argumen.folder or Path(tempfile.mkdtemp(prefix="tera-bench-"))
    cpu: dict[str, dict[int, float]] = {}
    for jumlah in argumen.jumlah:
        data = folder / str(jumlah)
        data.mkdir(parents=True, exist_ok=True)
        jalan = subprocess.run(
            [sys.executable, __file__, "--satu", "--jumlah", str(jumlah), "--kali",
             str(argumen.kali)],
            env={**os.environ, "TERA_DATA": str(data)},
            stdout=subprocess.PIPE, text=True, check=True,
        )  # fmt: skip
        print(jalan.stdout, end="", flush=True)
        for baris in map(json.loads, jalan.stdout.splitlines()):
            if baris["name"].endswith(".cpu"):
                cpu.setdefault(baris["name"], {})[jumlah] = baris["value"]
    for nama, nilai in cpu.items():
        for kecil, besar in zip(argumen.jumlah, argumen.jumlah[1:], strict=False):
            naik = pangkat([(satu, nilai[satu]) for satu in (kecil, besar)])
            print(json.dumps({"name": f"{nama}.pangkat", "value": round(naik, 2),
                              "unit": "pangkat", "n": [kecil, besar]}))  # fmt: skip


if __name__ == "__main__":
    main()
