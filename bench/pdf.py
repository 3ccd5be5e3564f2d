"""CPU per printed document, warm compiler, new data each time (typst remembers equal input).

Prints one JSON line per figure. Run: PYTHONPATH=src:tests python bench/pdf.py [repetitions]
"""

from __future__ import annotations

import json
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from dokumen import contoh_model as contoh
from tera.dokumen import model as m
from tera.dokumen.pdf import render_pdf

D = TypeVar("D", m.DokumenSKP, m.DokumenEvaluasi)


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
                "value": round(value, 2),
                "unit": unit,
                "n": n,
                "commit": _commit(),
                "python": platform.python_version(),
                "database": None,
            }
        )
    )


def _baris(baris: m.BarisHasilKerja, tanda: str) -> m.BarisHasilKerja:
    return replace(
        baris,
        daftar_indikator=tuple(
            replace(satu, teks=f"{satu.teks} {tanda}{urut}", realisasi=f"{satu.realisasi} {tanda}")
            for urut, satu in enumerate(baris.daftar_indikator)
        ),
        umpan_balik=tuple(replace(satu, teks=f"{satu.teks} {tanda}") for satu in baris.umpan_balik),
    )


def _beda(dokumen: D, tanda: str) -> D:
    """The document of another person: every text that people write differs, the form does not."""
    return replace(
        dokumen,
        pegawai=replace(dokumen.pegawai, nama=f"Pegawai {tanda}", jabatan=f"Analis {tanda}"),
        utama=tuple(_baris(satu, tanda) for satu in dokumen.utama),
        perilaku=tuple(
            replace(satu, ekspektasi_khusus=f"{satu.ekspektasi_khusus} {tanda}")
            for satu in dokumen.perilaku
        ),
        verifikasi=m.Verifikasi(
            nomor=f"SKP-{tanda}", url=f"https://kinerja.tirtakencana.example/periksa/{tanda}"
        ),
    )


def _ukur(nama: str, buat: Callable[[str], m.Dokumen], n: int) -> None:
    for urut in range(3):
        render_pdf(buat(f"hangat {urut}"))
    daftar: list[float] = []
    panjang: list[int] = []
    for urut in range(n):
        dokumen = buat(f"nomor {urut} ")
        mulai = time.process_time()
        panjang.append(len(render_pdf(dokumen)))
        daftar.append((time.process_time() - mulai) * 1000)
    rata = statistics.fmean(daftar)
    _angka(f"pdf_{nama}_cpu_ms", rata, "ms", n)
    _angka(f"pdf_{nama}_cpu_ms_p95", sorted(daftar)[int(0.95 * (n - 1))], "ms", n)
    _angka(f"pdf_{nama}_per_core_second", 1000 / rata, "documents/s", n)
    _angka(f"pdf_{nama}_size", statistics.fmean(panjang) / 1000, "kB", n)


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    _ukur("skp_4_rhk", lambda tanda: _beda(contoh.skp(tanda=tanda), tanda), n)
    _ukur(
        "skp_14_rhk_42_indikator", lambda tanda: _beda(contoh.skp(tanda=tanda, jumlah=14), tanda), n
    )
    _ukur("evaluasi_4_rhk", lambda tanda: _beda(contoh.evaluasi(tanda=tanda), tanda), n)
    _ukur("sampul", lambda tanda: contoh.sampul(tanda=tanda), n)
    _ukur("matriks_6x4", lambda tanda: contoh.matriks(tanda=tanda), n)
    _angka("pdf_rss_max", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB", 1)


if __name__ == "__main__":
    main()
