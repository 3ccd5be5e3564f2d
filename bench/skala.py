"""Growth: the pages of ``bench/halaman.py`` at several sizes, and how fast their cost grows.

Run: ``python bench/skala.py [--jumlah 1000,10000,100000] [--kali 20]``; SQLite by default,
PostgreSQL through ``TERA_DATABASE_URL``. Each size gets a fresh agency (on SQLite a fresh database)
in a process of its own, with teams of the same size. Prints the lines of ``bench/halaman.py`` as
they come, then per page:

- **cpu_naik**: the exponent b of ``cpu = a · people^b``, least squares over the sizes in logarithms
  (0: the size doesn't matter; 1: twice the people, twice the work).
- **kueri_naik**: queries at the largest size less those at the smallest.
"""

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

HALAMAN = Path(__file__).with_name("halaman.py")


def ukur(jumlah: int, kali: int) -> list[dict[str, Any]]:
    """Run the page benchmark at one size and return its figures."""
    with tempfile.TemporaryDirectory(prefix="tera-skala-") as folder:
        hasil = subprocess.run(
            [sys.executable, str(HALAMAN), "--jumlah", str(jumlah), "--kali", str(kali)],
            env={**os.environ, "TERA_DATA": folder},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    if hasil.returncode:
        raise SystemExit(hasil.stderr)
    return [json.loads(baris) for baris in hasil.stdout.splitlines() if baris.startswith("{")]


def pangkat(titik: list[tuple[int, float]]) -> float:
    """Return the slope of log(cost) over log(people), least squares."""
    x = [math.log(jumlah) for jumlah, _nilai in titik]
    y = [math.log(nilai) for _jumlah, nilai in titik]
    rata_x, rata_y = sum(x) / len(x), sum(y) / len(y)
    return sum((a - rata_x) * (b - rata_y) for a, b in zip(x, y, strict=True)) / sum(
        (a - rata_x) ** 2 for a in x
    )


def main() -> None:
    """Measure every size, then print the growth of each page."""
    urai = argparse.ArgumentParser()
    urai.add_argument("--jumlah", default="1000,10000,100000")
    urai.add_argument("--kali", type=int, default=20)
    argumen = urai.parse_args()
    daftar = [int(satu) for satu in argumen.jumlah.split(",")]
    cpu: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    kueri: defaultdict[str, list[int]] = defaultdict(list)
    umum: dict[str, Any] = {}
    for jumlah in daftar:
        for satu in ukur(jumlah, argumen.kali):
            print(json.dumps(satu), flush=True)
            _halaman, nama, jenis = satu["name"].split(".")
            if jenis == "cpu":
                cpu[nama].append((jumlah, satu["value"]))
            elif jenis == "kueri":
                kueri[nama].append(satu["value"])
            umum = {kunci: satu[kunci] for kunci in ("commit", "python", "database", "load")}
    for nama, titik in cpu.items():
        for akhiran, nilai, satuan in (
            ("cpu_naik", round(pangkat(titik), 2), "pangkat"),
            ("kueri_naik", kueri[nama][-1] - kueri[nama][0], "kueri"),
        ):
            print(json.dumps({"name": f"skala.{nama}.{akhiran}", "value": nilai, "unit": satuan,
                              "n": argumen.jumlah, **umum}), flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
