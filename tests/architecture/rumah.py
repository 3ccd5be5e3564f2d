"""The floors of the house, once for every architecture test (docs/adr/0001-rumah.md)."""

import re
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
SUMBER = AKAR / "src" / "tera"

# Higher number stands higher; a room may use rooms on lower floors only.
LANTAI = {
    "config": 90,
    "cli": 90,
    "api": 80,
    "web": 80,
    "contoh": 80,
    "dokumen": 70,
    "dasbor": 70,
    "integrasi": 70,
    "notifikasi": 70,
    "tindak_lanjut": 60,
    "angka_kredit": 60,
    "kalibrasi": 60,
    "bimtek": 60,
    "dialog": 53,
    "evaluasi": 52,
    "umpan_balik": 51,
    "pelaksanaan": 40,
    "skp": 30,
    "organisasi": 20,
    "antarmuka": 15,
    "core": 10,
    "regulasi": 0,
    "stats": 0,
}


def boleh_memakai(ruang: str, dipakai: str) -> bool:
    """Whether ``ruang`` may stand on ``dipakai``."""
    return ruang == dipakai or LANTAI[ruang] > LANTAI[dipakai]


def daftar_ruang() -> list[str]:
    """The rooms that exist as folders."""
    return sorted(p.name for p in SUMBER.iterdir() if p.is_dir() and (p / "__init__.py").exists())


def daftar_templat() -> list[tuple[str, Path]]:
    """Every template with its room."""
    return [
        (jalur.relative_to(SUMBER).parts[0], jalur)
        for jalur in sorted(SUMBER.glob("*/templates/**/*"))
        if jalur.is_file()
    ]


def rujukan_templat(isi: str) -> list[str]:
    """Names of templates that ``isi`` extends or includes."""
    return re.findall(r"{%\s*(?:extends|include)\s+[\"']([^\"']+)[\"']", isi)


def rujukan_url(isi: str) -> list[str]:
    """Namespaces of the routes that ``isi`` links to."""
    return re.findall(r"{%\s*(?:url|alamat)\s+[\"']([a-z_]+):", isi)
