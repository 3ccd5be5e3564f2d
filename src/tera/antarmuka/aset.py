"""Builds the two served files ``tera.css`` and ``tera.js`` from one source file per component.

Run ``python -m tera.antarmuka.aset`` after changing a source; the output is committed and a test
compares it. Only comments, indentation and module syntax are removed, so the result stays readable
and nobody needs Node to install or change Tera.
"""

import re
import sys
from pathlib import Path

FOLDER = Path(__file__).parent / "static" / "antarmuka"
PENANDA_GELAP = "@gelap;"
# Order matters: a module stands after those it imports.
DAFTAR_MODUL = ("alat", "draf", "kotak_keluar", "baris", "saran", "papan_ketik", "tera")

_KOMENTAR_CSS = re.compile(r"/\*.*?\*/", re.DOTALL)
_KOMENTAR_JS = re.compile(r"^\s*/\*\*.*?\*/\s*$", re.DOTALL | re.MULTILINE)
_IMPOR_JS = re.compile(r"^import\s.*?from\s+\"\./[a-z_]+\.js\";$", re.DOTALL | re.MULTILINE)


def susun_css() -> str:
    """Return the whole style sheet: the files of ``css/`` by name, comments and blanks removed."""
    gelap = (FOLDER / "css" / "gelap.tetes").read_text(encoding="utf-8")
    bagian = []
    for berkas in sorted((FOLDER / "css").glob("*.css")):
        isi = berkas.read_text(encoding="utf-8").replace(PENANDA_GELAP, gelap)
        isi = _KOMENTAR_CSS.sub("", isi)
        for baris in isi.splitlines():
            rapat = _rapatkan(baris.strip())
            if rapat:
                bagian.append(rapat)
    return "\n".join(bagian) + "\n"


def _rapatkan(baris: str) -> str:
    """Tighten one line of CSS; a line with a quoted string is left as written."""
    if '"' in baris:
        return baris
    baris = re.sub(r"\s*([{};,])\s*", r"\1", baris)
    baris = re.sub(r"^([a-z-]+|--[a-z0-9-]+):\s+", r"\1:", baris)
    baris = re.sub(r"([;{][a-z-]+|[;{]--[a-z0-9-]+):\s+", r"\1:", baris)
    return baris.replace(";}", "}")


def susun_js() -> str:
    """Return one ES module from the modules of ``js/``.

    Top-level names are unique across modules (a test has the browser parse the result).
    """
    bagian = ['"use strict";']
    for nama in DAFTAR_MODUL:
        isi = (FOLDER / "js" / f"{nama}.js").read_text(encoding="utf-8")
        isi = _IMPOR_JS.sub("", _KOMENTAR_JS.sub("", isi))
        for baris in isi.splitlines():
            rapat = baris.strip()
            if not rapat or rapat.startswith("//"):
                continue
            bagian.append(re.sub(r"^export (?=(async )?(function|const|class)\b)", "", rapat))
    return "\n".join(bagian) + "\n"


def tulis() -> list[Path]:
    """Write both files; return their paths."""
    hasil = []
    for nama, isi in (("tera.css", susun_css()), ("tera.js", susun_js())):
        berkas = FOLDER / nama
        berkas.write_text(isi, encoding="utf-8")
        hasil.append(berkas)
    return hasil


if __name__ == "__main__":
    for satu in tulis():
        sys.stdout.write(f"{satu.name}: {satu.stat().st_size} byte\n")
