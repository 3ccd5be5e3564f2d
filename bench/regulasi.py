"""Speed of the law room on one core: decisions, angka kredit rows, NIP, working days, cases.

Prints one JSON line per figure. Run: `.venv/bin/python bench/regulasi.py`.
"""

from __future__ import annotations

import json
import platform
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from itertools import cycle, islice, product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from tera.regulasi.angka_kredit import angka_kredit
from tera.regulasi.kalender import tambah_hari_kerja
from tera.regulasi.kasus import jawab_baris
from tera.regulasi.kategori import Jenjang, Predikat, Rating
from tera.regulasi.nip import baca_nip
from tera.regulasi.pemuat import Pustaka
from tera.regulasi.predikat import predikat_kinerja

PADA = date(2026, 12, 31)


def _commit() -> str:
    try:
        hasil = subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return "belum-ada"
    return hasil.stdout.strip()


def _predikat(n: int) -> None:
    pasangan = islice(cycle(product(Rating, Rating)), n)
    for hasil, perilaku in pasangan:
        predikat_kinerja(hasil_kerja=hasil, perilaku_kerja=perilaku, pada=PADA)


def _angka_kredit(n: int) -> None:
    baris = islice(cycle(product(Jenjang, Predikat, range(1, 13))), n)
    for jenjang, predikat, bulan in baris:
        angka_kredit(jenjang=jenjang, predikat=predikat, bulan=bulan, pada=PADA)


def _nip(n: int) -> None:
    for _ in range(n):
        baca_nip("19860926 201505 1 001", pada=PADA)


def _hari_kerja(n: int) -> None:
    for _ in range(n):
        tambah_hari_kerja(date(2026, 3, 9), 14)


def _kasus(n: int) -> None:
    masukan = {"hasil_kerja": "di_atas", "perilaku_kerja": "sesuai", "pada": "2026-12-31"}
    baris = json.dumps({"aturan": "predikat", "masukan": masukan})
    for _ in range(n):
        jawab_baris(baris)


def _muat(n: int) -> None:
    akar = Path(__file__).parents[1] / "src" / "tera" / "regulasi" / "data"
    for _ in range(n):
        Pustaka(akar).periksa()


UKURAN: list[tuple[str, Callable[[int], None], int]] = [
    ("regulasi.predikat", _predikat, 400_000),
    ("regulasi.angka_kredit", _angka_kredit, 400_000),
    ("regulasi.nip", _nip, 50_000),
    ("regulasi.tambah_14_hari_kerja", _hari_kerja, 5_000),
    ("regulasi.kasus_baris", _kasus, 20_000),
    ("regulasi.muat_seluruh_data", _muat, 5),
]


def main() -> None:
    """Measure each figure three times and print the best, after one warm call."""
    commit = _commit()
    for nama, kerja, n in UKURAN:
        kerja(1)
        terbaik = float("inf")
        for _ in range(3):
            mulai = time.perf_counter()
            kerja(n)
            terbaik = min(terbaik, time.perf_counter() - mulai)
        angka = {
            "name": nama,
            "value": round(n / terbaik, 1),
            "unit": "per_second",
            "n": n,
            "commit": commit,
            "python": platform.python_version(),
            "database": None,
        }
        print(json.dumps(angka))


if __name__ == "__main__":
    main()
