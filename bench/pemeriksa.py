"""Precision and recall of the SKP sentence checker, and the cost of a search and of a check.

Prints one JSON line per figure. Run: PYTHONPATH=src:tests python bench/pemeriksa.py
"""

from __future__ import annotations

import json
import platform
import subprocess
import time

from skp.pustaka.ukuran import daftar_pernyataan, ukur
from tera.skp.pustaka import cari_indikator, periksa_rhk

ULANGAN = 2_000


def _commit() -> str:
    hasil = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    return hasil.stdout.strip() if hasil.returncode == 0 else "tanpa-commit"


def _angka(name: str, value: float, unit: str, n: int) -> None:
    print(
        json.dumps(
            {
                "name": name,
                "value": round(value, 4),
                "unit": unit,
                "n": n,
                "commit": _commit(),
                "python": platform.python_version(),
                "database": None,
            }
        )
    )


def main() -> None:
    """Print the figures for all statements, the held-out part, and each kind of the latter."""
    bagian: tuple[tuple[str, bool | None, str | None], ...] = (
        ("semua", None, None),
        ("uji", True, None),
        ("uji_rhk", True, "rhk"),
        ("uji_indikator", True, "indikator"),
    )
    for nama, uji, jenis in bagian:
        hasil = ukur(uji=uji, jenis=jenis)
        _angka(f"pemeriksa_presisi_{nama}", hasil.presisi, "ratio", hasil.n)
        _angka(f"pemeriksa_recall_{nama}", hasil.recall, "ratio", hasil.n)
    ketikan = ("waktu tung", "persentase pas", "ramah", "lapor")
    cari_indikator("hangat")
    mulai = time.process_time()
    for urut in range(ULANGAN):
        cari_indikator(ketikan[urut % len(ketikan)], jabatan="Perawat Terampil")
    _angka("cari_indikator_cpu", (time.process_time() - mulai) / ULANGAN * 1000, "ms", ULANGAN)
    teks = [p["teks"] for p in daftar_pernyataan() if p["jenis"] == "rhk"]
    mulai = time.process_time()
    for kalimat in teks * 10:
        periksa_rhk(kalimat)
    n = len(teks) * 10
    _angka("periksa_rhk_cpu", (time.process_time() - mulai) / n * 1000, "ms", n)


if __name__ == "__main__":
    main()
