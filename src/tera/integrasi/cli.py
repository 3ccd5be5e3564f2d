"""``tera impor rekap``, ``arsip`` and ``hasil``: the same services as the page.

Nothing of Django is imported before the command runs: the arguments are read without settings.
"""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tera.organisasi.models import Instansi

    SubParsers = argparse._SubParsersAction[argparse.ArgumentParser]


def daftarkan(sub: "SubParsers") -> None:
    """Add ``rekap``, ``arsip`` and ``hasil`` to the parser of ``tera impor``."""
    rekap = sub.add_parser("rekap", help="cocokkan Rekap Penilaian BKN (XLSX atau CSV)")
    _umum(rekap)
    rekap.add_argument(
        "--periode", required=True, metavar="TAHUN[-T1|-B6]", help="2026, 2026-T2, atau 2026-B6"
    )
    rekap.set_defaults(jalankan=jalankan_rekap)
    arsip = sub.add_parser("arsip", help="impor arsip penilaian PP 30/2019 (XLSX atau CSV)")
    _umum(arsip)
    arsip.set_defaults(jalankan=jalankan_arsip)
    hasil = sub.add_parser("hasil", help="impor predikat tahun sebelum memakai Tera (sejak 2022)")
    _umum(hasil)
    hasil.set_defaults(jalankan=jalankan_hasil)


def _umum(pengurai: argparse.ArgumentParser) -> None:
    pengurai.add_argument("berkas", type=Path, metavar="BERKAS")
    pengurai.add_argument("--instansi", required=True, metavar="KODE")
    pengurai.add_argument("--periksa", action="store_true", help="periksa saja, jangan menyimpan")
    # SUPPRESS: `tera impor --json rekap` must not be undone by this parser's default.
    pengurai.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="cetak satu objek JSON"
    )


def jalankan_rekap(argumen: argparse.Namespace) -> int:
    """Run ``tera impor rekap``: 0 done or checked, 1 refused."""
    from tera.integrasi.services import impor_rekap
    from tera.organisasi.cli import instansi_dari_kode, periode_dari_teks

    instansi = instansi_dari_kode(argumen.instansi)
    hasil = impor_rekap(
        periode=periode_dari_teks(instansi, argumen.periode),
        periksa=argumen.periksa,
        **_dasar(argumen, instansi),
    )
    return _cetak(argumen, hasil)


def jalankan_arsip(argumen: argparse.Namespace) -> int:
    """Run ``tera impor arsip``: 0 done or checked, 1 refused."""
    from tera.integrasi.services import impor_arsip
    from tera.organisasi.cli import instansi_dari_kode

    dasar = _dasar(argumen, instansi_dari_kode(argumen.instansi))
    return _cetak(argumen, impor_arsip(periksa=argumen.periksa, **dasar))


def jalankan_hasil(argumen: argparse.Namespace) -> int:
    """Run ``tera impor hasil``: 0 done or checked, 1 refused."""
    from tera.integrasi.services import impor_terdahulu
    from tera.organisasi.cli import instansi_dari_kode

    dasar = _dasar(argumen, instansi_dari_kode(argumen.instansi))
    return _cetak(argumen, impor_terdahulu(periksa=argumen.periksa, **dasar))


def _dasar(argumen: argparse.Namespace, instansi: "Instansi") -> dict[str, Any]:
    from tera.core import clock
    from tera.core.aktor import Aktor
    from tera.organisasi.cli import baca_berkas_lembar

    return {
        "aktor": Aktor.sistem(instansi.pk, instansi.zona),
        "nama_berkas": argumen.berkas.name,
        "isi": baca_berkas_lembar(argumen.berkas),
        "pada": clock.hari_ini(instansi.zona),
    }


def _cetak(argumen: argparse.Namespace, hasil: Any) -> int:
    if getattr(argumen, "json", False):
        print(json.dumps(hasil.json(), ensure_ascii=False))  # noqa: T201
    else:
        print(  # noqa: T201
            f"{hasil.baris} baris: {hasil.diterima} diterima, {hasil.ditolak} ditolak."
        )
        for satu in hasil.rincian:
            print(f"  baris {satu.baris}: {satu.kode} — {satu.pesan}")  # noqa: T201
    return 0
