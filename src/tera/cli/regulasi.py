"""``tera regulasi kasus``: anyone can check the rules, without a database."""

import argparse
import sys
from collections.abc import Iterator

from tera.cli import _tolak


def kasus(argumen: argparse.Namespace) -> int:
    """Answer each JSON line with one JSON line; a case that can't be answered carries ``galat``."""
    from tera.regulasi.kasus import jawab_baris

    try:
        for baris in _baris(argumen.berkas):
            if baris.strip():
                print(jawab_baris(baris))
    except OSError as galat:
        return _tolak(
            argumen, "berkas", f"berkas {argumen.berkas} tidak bisa dibaca ({galat.strerror})."
        )
    return 0


def _baris(nama: str) -> Iterator[str]:
    if nama == "-":
        yield from sys.stdin
        return
    with open(nama, encoding="utf-8-sig", errors="replace") as berkas:
        yield from berkas
