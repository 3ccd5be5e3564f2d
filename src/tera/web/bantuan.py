"""The manual and the glossary as data of the product: one text serves the page and ``docs/``.

``data/panduan/*.toml`` (one per role) and ``data/glosarium.toml`` are the sources; ``python -m
tera.web.bantuan`` writes ``docs/panduan/*.md`` and ``docs/glosarium.md`` from them and a test
compares. The same manual gives the two-page handout per role.
"""

import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tera.dokumen.model import BagianHandout, Handout
from tera.regulasi.pemuat import peraturan

FOLDER = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Bagian:
    """One section of a manual: what it is about, the steps, a closing remark."""

    judul: str
    pengantar: str
    langkah: tuple[str, ...]
    catatan: str


@dataclass(frozen=True, slots=True)
class Panduan:
    """One role's manual."""

    kode: str
    judul: str
    peran: str
    ringkasan: str
    daftar_bagian: tuple[Bagian, ...]
    daftar_ringkas: tuple[Bagian, ...]


@dataclass(frozen=True, slots=True)
class Istilah:
    """One term: as people write it, its meaning, English gloss, source, name in the code."""

    kunci: str
    istilah: str
    arti: str
    inggris: str
    sumber: str
    # The sources as people name them; words of our own have none to name.
    asal: str
    kode: tuple[str, ...]


@cache
def daftar_panduan() -> tuple[Panduan, ...]:
    """Return every manual, in the order of its file names."""
    return tuple(_baca(berkas) for berkas in sorted((FOLDER / "panduan").glob("*.toml")))


def panduan(kode: str) -> Panduan | None:
    """Return the manual called ``kode``, if any."""
    return next((satu for satu in daftar_panduan() if satu.kode == kode), None)


@cache
def _asal(sumber: str) -> str:
    daftar = [peraturan(kata.strip()) for kata in sumber.split(",")]
    return ", ".join(
        satu.nama
        if satu.status == "rujukan" or not satu.nomor
        else f"{satu.nama} Nomor {satu.nomor} Tahun {satu.tahun}"
        for satu in daftar
        if satu.status != "rancangan"
    )


def daftar_istilah() -> tuple[Istilah, ...]:
    """Return the glossary in alphabetical order."""
    with (FOLDER / "glosarium.toml").open("rb") as isi:
        mentah = tomllib.load(isi)["istilah"]
    return tuple(
        sorted(
            (
                Istilah(
                    kunci=satu["kunci"],
                    istilah=satu["istilah"],
                    arti=satu["arti"],
                    inggris=satu["inggris"],
                    sumber=satu["sumber"],
                    asal=_asal(satu["sumber"]),
                    kode=tuple(satu.get("kode", ())),
                )
                for satu in mentah
            ),
            key=lambda satu: satu.istilah.lower(),
        )
    )


def handout(kode: str, *, alamat_web: str, nama_instansi: str) -> Handout | None:
    """Return the printable handout of one role, or None when there is no such manual."""
    satu = panduan(kode)
    if satu is None:
        return None
    return Handout(
        judul=satu.judul,
        peran=satu.peran,
        ringkasan=satu.ringkasan,
        alamat_web=alamat_web,
        nama_instansi=nama_instansi,
        bagian=tuple(
            BagianHandout(
                judul=b.judul, pengantar=b.pengantar, langkah=b.langkah, catatan=b.catatan
            )
            for b in satu.daftar_ringkas
        ),
    )


def _baca(berkas: Path) -> Panduan:
    with berkas.open("rb") as isi:
        mentah = tomllib.load(isi)
    bagian = [
        (
            Bagian(
                judul=satu["judul"],
                pengantar=satu.get("pengantar", ""),
                langkah=tuple(satu.get("langkah", ())),
                catatan=satu.get("catatan", ""),
            ),
            bool(satu.get("ringkas", True)),
        )
        for satu in mentah["bagian"]
    ]
    return Panduan(
        kode=berkas.stem.split("-", 1)[-1],
        judul=mentah["judul"],
        peran=mentah["peran"],
        ringkasan=mentah["ringkasan"],
        daftar_bagian=tuple(b for b, _ringkas in bagian),
        daftar_ringkas=tuple(b for b, ringkas in bagian if ringkas),
    )


def tulis_panduan(satu: Panduan) -> str:
    """Return the manual as Markdown for ``docs/panduan/``."""
    baris = [f"# {satu.judul}", "", satu.ringkasan, ""]
    for bagian in satu.daftar_bagian:
        baris += [f"## {bagian.judul}", ""]
        if bagian.pengantar:
            baris += [bagian.pengantar, ""]
        baris += [f"{nomor}. {teks}" for nomor, teks in enumerate(bagian.langkah, 1)]
        if bagian.langkah:
            baris.append("")
        if bagian.catatan:
            baris += [f"> {bagian.catatan}", ""]
    return "\n".join(baris)


def tulis_glosarium() -> str:
    """Return the glossary as Markdown for ``docs/glosarium.md``."""
    baris = [
        "# Glosarium",
        "",
        "Satu baris per istilah. Sumber: `src/tera/web/data/glosarium.toml`.",
        "",
        "| Istilah | Arti | English | Sumber | Nama dalam kode |",
        "|---|---|---|---|---|",
    ]
    for satu in daftar_istilah():
        kode = " ".join(f"`{nama}`" for nama in satu.kode)
        baris.append(f"| {satu.istilah} | {satu.arti} | {satu.inggris} | {satu.sumber} | {kode} |")
    return "\n".join([*baris, ""])


def tulis_docs(akar: Path) -> dict[Path, str]:
    """Return every file of ``docs/`` that is made from these sources, with its text."""
    hasil = {akar / "docs" / "glosarium.md": tulis_glosarium()}
    for satu in daftar_panduan():
        hasil[akar / "docs" / "panduan" / f"{satu.kode}.md"] = tulis_panduan(satu)
    return hasil


if __name__ == "__main__":
    for jalur, teks in tulis_docs(Path(sys.argv[1] if len(sys.argv) > 1 else ".")).items():
        jalur.parent.mkdir(parents=True, exist_ok=True)
        jalur.write_text(teks, encoding="utf-8")
