"""The program ``tera``: Indonesian subcommands over the same services that serve the pages.

Exit codes: 0 done, 1 refused (the reason is printed), 2 wrong usage. ``--json`` prints one JSON
object on standard output; progress and messages go to standard error.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

Perintah = Callable[[argparse.Namespace], int]


class PenguraiArgumen(argparse.ArgumentParser):
    """An argument parser that refuses in Bahasa Indonesia, exit code 2."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line and how to see its use."""
        self.print_usage(sys.stderr)
        print(f"{self.prog}: salah pakai: {message}. Lihat: {self.prog} --help", file=sys.stderr)
        raise SystemExit(2)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    argumen = _pengurai().parse_args(argv)
    if getattr(argumen, "perlu_django", True):
        galat = _siapkan_django()
        if galat is not None:
            return _tolak(argumen, "pengaturan_salah", galat)
    from tera.config.lingkungan import PengaturanSalahError
    from tera.regulasi.galat import RegulasiError

    jenis_galat: tuple[type[Exception], ...] = (RegulasiError, PengaturanSalahError)
    if getattr(argumen, "perlu_django", True):
        from tera.core.galat import TeraError

        jenis_galat = (*jenis_galat, TeraError)
    try:
        jalankan: Perintah = argumen.jalankan
        return jalankan(argumen)
    except jenis_galat as ditolak:
        return _tolak(
            argumen,
            getattr(ditolak, "kode", "ditolak"),
            getattr(ditolak, "pesan", None) or str(ditolak),
        )
    except BrokenPipeError:
        # The reader closed the pipe (head, less): not our error, and nothing more to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as galat:
        if type(galat).__module__ != "django.db.utils":
            raise
        return _tolak(
            argumen,
            "basis_data",
            f"basis data tidak bisa dipakai ({str(galat).strip()}). Bila belum disiapkan atau "
            "baru diperbarui, jalankan: tera migrate. Selain itu periksa TERA_DATABASE_URL.",
        )


def _siapkan_django() -> str | None:
    """Load the settings; returns the refusal when the environment can't be used."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tera.config.settings")
    from tera.config.lingkungan import PengaturanSalahError

    try:
        import django

        django.setup()
    except PengaturanSalahError as galat:
        return str(galat)
    return None


def cetak(argumen: argparse.Namespace, isi: dict[str, Any], teks: str) -> None:
    """Print the answer: JSON for programs, a sentence for people."""
    if argumen.json:
        print(json.dumps(isi, ensure_ascii=False, default=str))
    else:
        print(teks)


def _tolak(argumen: argparse.Namespace, kode: str, pesan: str) -> int:
    if getattr(argumen, "json", False):
        print(json.dumps({"galat": {"kode": kode, "pesan": pesan}}, ensure_ascii=False))
    print(f"tera: {pesan}", file=sys.stderr)
    return 1


def _pengurai() -> argparse.ArgumentParser:
    from tera import VERSI
    from tera.cli import daftar

    umum = argparse.ArgumentParser(add_help=False)
    umum.add_argument("--json", action="store_true", help="cetak satu objek JSON")
    pengurai = PenguraiArgumen(prog="tera", description="Penilaian kinerja ASN.")
    pengurai.add_argument("--versi", action="version", version=f"tera {VERSI}")
    daftar.daftarkan(
        pengurai.add_subparsers(
            dest="perintah", required=True, metavar="PERINTAH", parser_class=PenguraiArgumen
        ),
        umum,
    )
    return pengurai
