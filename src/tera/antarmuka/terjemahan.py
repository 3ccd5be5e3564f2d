"""Keeps the English catalogue of every room: extract, fill, check, compile.

``python -m tera.antarmuka.terjemahan`` writes each room's ``locale/en/LC_MESSAGES/django.po`` anew
from its source (English already there is kept) and compiles the ``.mo`` beside it; with
``--periksa`` it only compares and says what is missing. Babel reads and writes the files; it is a
development dependency, so an installation needs neither it nor the tools of gettext.
"""

import argparse
import ast
import io
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

RUMAH = Path(__file__).resolve().parent.parent
BAHASA = "en"
BERKAS_JS = RUMAH / "antarmuka" / "static" / "antarmuka" / "tera.en.js"

# name of the call → place of (context, msgid, plural) among the arguments
_PANGGILAN: dict[str, tuple[int | None, int, int | None]] = {
    "_": (None, 0, None),
    "gettext": (None, 0, None),
    "gettext_lazy": (None, 0, None),
    "gettext_noop": (None, 0, None),
    "N_": (None, 0, None),
    "ngettext": (None, 0, 1),
    "ngettext_lazy": (None, 0, 1),
    "pgettext": (0, 1, None),
    "pgettext_lazy": (0, 1, None),
    "npgettext": (0, 1, 2),
}
# What ``templatize`` leaves: calls with literal arguments between rows of X.
_PETIK_TEMPLAT = re.compile(r"\b(_|gettext|ngettext|pgettext|npgettext)\(")
_ISIAN = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
_PETIK_JS = re.compile(r"\bt\(\s*(\"(?:[^\"\\]|\\.)*\")")


@dataclass(frozen=True)
class Kunci:
    """What makes a string one entry: its context and its Indonesian text."""

    msgid: str
    jamak: str = ""
    konteks: str = ""


@dataclass
class Butir:
    """One string of the source and the files it stands in."""

    kunci: Kunci
    letak: list[str] = field(default_factory=list)


class Katalog(Catalog):
    """A catalogue whose header holds no time and no version: equal content, equal bytes."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The few header lines gettext needs."""
        return [
            ("Language", BAHASA),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=UTF-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
        ]


def daftar_kamar() -> list[Path]:
    """Return the folders of all rooms."""
    return sorted(p for p in RUMAH.iterdir() if (p / "__init__.py").exists())


def berkas_po(kamar: Path) -> Path:
    """Return where the English of ``kamar`` lives."""
    return kamar / "locale" / BAHASA / "LC_MESSAGES" / "django.po"


def petik(kamar: Path) -> dict[Kunci, Butir]:
    """Return every wrapped string of ``kamar``, in the order of files and lines."""
    hasil: dict[Kunci, Butir] = {}
    for berkas in sorted(kamar.rglob("*")):
        if "migrations" in berkas.parts:
            continue
        if berkas.suffix == ".py":
            sumber = _petik_python(berkas.read_text(encoding="utf-8"), str(berkas))
        elif "templates" in berkas.parts and berkas.suffix in {".html", ".txt"}:
            sumber = _petik_templat(berkas)
        elif berkas.suffix == ".js" and berkas.parent.name == "js":
            sumber = _petik_js(berkas)
        elif berkas.suffix == ".toml" and berkas.parent.name == "panduan":
            sumber = _petik_panduan(berkas)
        else:
            continue
        letak = berkas.relative_to(RUMAH.parent.parent).as_posix()
        for kunci in sumber:
            butir = hasil.setdefault(kunci, Butir(kunci))
            if letak not in butir.letak:
                butir.letak.append(letak)
    return hasil


def _petik_python(isi: str, nama: str) -> Iterator[Kunci]:
    pohon = ast.parse(isi, nama)
    simpul = [n for n in ast.walk(pohon) if isinstance(n, ast.Call)]
    for panggilan in sorted(simpul, key=lambda n: (n.lineno, n.col_offset)):
        fungsi = panggilan.func
        sebutan = fungsi.id if isinstance(fungsi, ast.Name) else getattr(fungsi, "attr", "")
        if sebutan in _PANGGILAN:
            kunci = _kunci(_PANGGILAN[sebutan], panggilan.args)
            if kunci is not None:
                yield kunci


def _kunci(letak: tuple[int | None, int, int | None], argumen: list[ast.expr]) -> Kunci | None:
    """Return the key of one call, None when a needed argument isn't a literal."""
    teks: list[str] = []
    for nomor in letak:
        if nomor is None:
            teks.append("")
            continue
        if nomor >= len(argumen):
            return None
        nilai = argumen[nomor]
        if not (isinstance(nilai, ast.Constant) and isinstance(nilai.value, str)):
            return None
        teks.append(nilai.value)
    konteks, msgid, jamak = teks
    return Kunci(msgid, jamak, konteks) if msgid else None


def _petik_templat(berkas: Path) -> Iterator[Kunci]:
    isi = templatize(berkas.read_text(encoding="utf-8"), origin=str(berkas))
    for cocok in _PETIK_TEMPLAT.finditer(isi):
        potongan = _argumen_literal(isi[cocok.end() :])
        kunci = _kunci(_PANGGILAN[cocok.group(1)], potongan)
        if kunci is not None:
            yield kunci


def _petik_js(berkas: Path) -> Iterator[Kunci]:
    for cocok in _PETIK_JS.finditer(berkas.read_text(encoding="utf-8")):
        yield Kunci(str(ast.literal_eval(cocok.group(1))))


def _petik_panduan(berkas: Path) -> Iterator[Kunci]:
    """Only what the index of the manual shows: its pages are Indonesian."""
    isi = tomllib.loads(berkas.read_text(encoding="utf-8"))
    yield from (Kunci(isi[nama]) for nama in ("peran", "ringkasan"))


_LITERAL = re.compile(r"""\s*[uU]?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\s*,?""", re.DOTALL)


def _argumen_literal(isi: str) -> list[ast.expr]:
    """Return the leading string literals of an argument list."""
    hasil: list[ast.expr] = []
    posisi = 0
    while cocok := _LITERAL.match(isi, posisi):
        hasil.append(ast.Constant(ast.literal_eval(cocok.group(1).replace("\n", "\\n"))))
        posisi = cocok.end()
    return hasil


def baca(kamar: Path) -> dict[Kunci, tuple[str, ...]]:
    """Return the English of ``kamar`` as it is on disk: one text, or two for a plural."""
    berkas = berkas_po(kamar)
    if not berkas.exists():
        return {}
    hasil = {}
    with berkas.open("rb") as aliran:
        for pesan in read_po(aliran, locale=BAHASA, abort_invalid=True):
            if not pesan.id:
                continue
            satu, jamak = pesan.id if isinstance(pesan.id, tuple) else (pesan.id, "")
            arti = pesan.string if isinstance(pesan.string, tuple) else (pesan.string or "",)
            if pesan.fuzzy:
                arti = tuple("" for _satu in arti)
            hasil[Kunci(str(satu), str(jamak), pesan.context or "")] = tuple(str(t) for t in arti)
    return hasil


def susun(butir: dict[Kunci, Butir], arti: dict[Kunci, tuple[str, ...]]) -> Katalog:
    """Return the catalogue of the strings ``butir`` with the English that is known."""
    katalog = Katalog(locale=BAHASA, charset="utf-8")
    for kunci, satu in butir.items():
        terjemah = arti.get(kunci) or (("", "") if kunci.jamak else ("",))
        katalog.add(
            (kunci.msgid, kunci.jamak) if kunci.jamak else kunci.msgid,
            terjemah if kunci.jamak else terjemah[0],
            locations=[(letak, 0) for letak in satu.letak[:1]],
            context=kunci.konteks or None,
        )
    return katalog


def tulis_po(katalog: Katalog) -> bytes:
    """Return the catalogue as text, without line numbers: edits elsewhere stay quiet."""
    keluar = io.BytesIO()
    write_po(keluar, katalog, width=100, include_lineno=False, omit_header=True)
    kepala = ["# English of this room. Fill msgstr, then run: python -m tera.antarmuka.terjemahan"]
    kepala += ['msgid ""', 'msgstr ""', *(f'"{n}: {v}\\n"' for n, v in katalog.mime_headers)]
    return "\n".join(kepala).encode() + b"\n\n" + keluar.getvalue().strip() + b"\n"


def tulis_mo(katalog: Katalog) -> bytes:
    """Return the compiled catalogue; strings without English are left out."""
    keluar = io.BytesIO()
    write_mo(keluar, katalog)
    return keluar.getvalue()


def susun_js(butir: dict[Kunci, Butir], arti: dict[Kunci, tuple[str, ...]]) -> bytes:
    """Return the script with the English of what ``tera.js`` says; only English pages load it."""
    kamus = {
        kunci.msgid: arti[kunci][0]
        for kunci, satu in butir.items()
        if kunci in arti and any(letak.endswith(".js") for letak in satu.letak)
    }
    isi = json.dumps(kamus, ensure_ascii=False, indent=1)
    return f"window.teraTerjemah = {isi};\n".encode()


def salah_terjemahan(kunci: Kunci, arti: tuple[str, ...]) -> str:
    """Return what is wrong with the English of one string, or nothing."""
    if not arti or not all(arti):
        return "belum punya terjemahan Inggris"
    asal = set(_ISIAN.findall(kunci.msgid)) | set(_ISIAN.findall(kunci.jamak))
    for satu in arti:
        isian = set(_ISIAN.findall(satu))
        # "one day left" may drop the number of a singular.
        if isian - asal or (asal - isian and not (kunci.jamak and satu == arti[0])):
            return f"isian berbeda: {sorted(asal)} menjadi {sorted(isian)}"
    if kunci.msgid.startswith("\n") != arti[0].startswith("\n"):
        return "baris kosong di awal berbeda"
    return ""


def periksa(kamar: Path) -> list[str]:
    """Return every difference between source, catalogue and compiled file of one room."""
    butir, arti = petik(kamar), baca(kamar)
    masalah = []
    for kunci, satu in butir.items():
        if kunci not in arti:
            masalah.append(f"{satu.letak[0]}: “{kunci.msgid}” belum ada di katalog")
        elif salah := salah_terjemahan(kunci, arti[kunci]):
            masalah.append(f"{satu.letak[0]}: “{kunci.msgid}” {salah}")
    masalah += [f"{kamar.name}: “{k.msgid}” tidak dipakai lagi" for k in arti if k not in butir]
    if masalah or not butir:
        return masalah
    po = berkas_po(kamar)
    katalog = susun(butir, arti)
    if po.read_bytes() != tulis_po(katalog):
        masalah.append(f"{kamar.name}: django.po tidak tersusun menurut sumber")
    mo = po.with_suffix(".mo")
    if not mo.exists() or mo.read_bytes() != tulis_mo(katalog):
        masalah.append(f"{kamar.name}: django.mo tidak sama dengan django.po")
    if kamar.name == "antarmuka" and BERKAS_JS.read_bytes() != susun_js(butir, arti):
        masalah.append(f"{BERKAS_JS.name} tidak sama dengan django.po")
    return masalah


def beda_arti() -> list[str]:
    """Return strings that two rooms translate differently: Django would show only one of them."""
    dikenal: dict[Kunci, tuple[tuple[str, ...], str]] = {}
    masalah = []
    for kamar in daftar_kamar():
        for kunci, arti in baca(kamar).items():
            lama = dikenal.setdefault(kunci, (arti, kamar.name))
            if lama[0] != arti:
                masalah.append(
                    f"“{kunci.msgid}”: {lama[1]} menulis {lama[0]}, {kamar.name} menulis {arti}"
                )
    return masalah


def perbarui(kamar: Path, bersama: dict[Kunci, tuple[str, ...]]) -> int:
    """Write both files of ``kamar``; return how many strings still lack English.

    A string that another room already translates takes that English.
    """
    butir = petik(kamar)
    po = berkas_po(kamar)
    if not butir:
        return 0
    arti = bersama | {k: v for k, v in baca(kamar).items() if all(v)}
    katalog = susun(butir, arti)
    po.parent.mkdir(parents=True, exist_ok=True)
    po.write_bytes(tulis_po(katalog))
    po.with_suffix(".mo").write_bytes(tulis_mo(katalog))
    if kamar.name == "antarmuka":
        BERKAS_JS.write_bytes(susun_js(butir, arti))
    return sum(1 for kunci in butir if not all(arti.get(kunci, ("",))))


def utama(argumen: list[str] | None = None) -> int:
    """Run the command; return 1 when something is missing."""
    pengurai = argparse.ArgumentParser(prog="tera.antarmuka.terjemahan")
    pengurai.add_argument("--periksa", action="store_true", help="bandingkan saja, jangan menulis")
    pilihan = pengurai.parse_args(argumen)
    if not pilihan.periksa:
        bersama = {k: v for kamar in daftar_kamar() for k, v in baca(kamar).items() if all(v)}
        for kamar in daftar_kamar():
            perbarui(kamar, bersama)
    masalah = [satu for kamar in daftar_kamar() for satu in periksa(kamar)] + beda_arti()
    for satu in masalah:
        sys.stdout.write(satu + "\n")
    if masalah:
        sys.stdout.write(
            f"{len(masalah)} masalah. Isi msgstr di src/tera/<kamar>/locale/en/LC_MESSAGES/"
            "django.po, lalu jalankan: python -m tera.antarmuka.terjemahan\n"
        )
    return 1 if masalah else 0


if __name__ == "__main__":
    sys.exit(utama())
