"""Reads a tagged PDF as a screen reader does: the tag tree in order, with the text of each tag."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf


@dataclass
class Unsur:
    """One tag with its own text and its children, in reading order."""

    tag: str
    obyek: Any
    isi: list[Unsur | str] = field(default_factory=list)

    @property
    def teks(self) -> str:
        """All text below, blanks collapsed."""
        potongan = [satu if isinstance(satu, str) else f" {satu.teks} " for satu in self.isi]
        return re.sub(r"\s+", " ", "".join(potongan).replace("\u200b", "")).strip()

    def semua(self, tag: str) -> list[Unsur]:
        """Every descendant with this tag, in reading order."""
        hasil = []
        for satu in self.isi:
            if isinstance(satu, Unsur):
                hasil += [satu] if satu.tag == tag else []
                hasil += satu.semua(tag)
        return hasil


def huruf_per_kode(font: Any) -> dict[int, str]:
    """Text of each glyph code of a font, from its ToUnicode map."""
    cmap = font.ToUnicode.read_bytes().decode("latin-1")
    hasil: dict[int, str] = {}

    def huruf(heksa: str) -> str:
        return bytes.fromhex(heksa).decode("utf-16-be")

    for blok in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.S):
        for kode, tujuan in re.findall(r"<(\w+)>\s*<(\w+)>", blok):
            hasil[int(kode, 16)] = huruf(tujuan)
    for blok in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.S):
        for awal, akhir, tujuan in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", blok):
            for kode in range(int(awal, 16), int(akhir, 16) + 1):
                hasil[kode] = chr(ord(huruf(tujuan)) + kode - int(awal, 16))
    return hasil


def _teks_per_tanda(halaman: Any) -> dict[int, str]:
    """Text of each marked-content id of one page, forms included."""
    hasil: dict[int, str] = {}

    def jalan(isi: Any, sumber: Any) -> None:
        fonts = sumber.get("/Font", {})
        peta = {nama: huruf_per_kode(font) for nama, font in fonts.items()}
        tumpukan: list[int | None] = []
        pakai: dict[int, str] = {}
        for perintah in pikepdf.parse_content_stream(isi):
            operan: Any = perintah.operands
            operator = perintah.operator
            op = str(operator)
            if op in {"BDC", "BMC"}:
                ciri = operan[1] if op == "BDC" else {}
                tanda: Any = ciri.get("/MCID") if isinstance(ciri, pikepdf.Dictionary) else None
                tumpukan.append(int(tanda) if tanda is not None else None)
            elif op == "EMC":
                tumpukan.pop()
            elif op == "Tf":
                pakai = peta[str(operan[0])]
            elif op in {"Tj", "TJ"}:
                bagian = operan[0] if op == "TJ" else [operan[0]]
                mcid = next((satu for satu in reversed(tumpukan) if satu is not None), None)
                if mcid is None:
                    continue
                for satu in bagian:
                    if isinstance(satu, pikepdf.String):
                        mentah = bytes(satu)
                        for awal in range(0, len(mentah), 2):
                            kode = int.from_bytes(mentah[awal : awal + 2], "big")
                            hasil[mcid] = hasil.get(mcid, "") + pakai.get(kode, "?")
            elif op == "Do":
                bentuk = sumber.XObject[str(operan[0])]
                if bentuk.get("/Subtype") == "/Form" and "/Resources" in bentuk:
                    jalan(bentuk, bentuk.Resources)

    jalan(halaman, halaman.Resources)
    return hasil


@dataclass
class Berkas:
    """A PDF with its tag tree."""

    pdf: pikepdf.Pdf
    akar: Unsur

    @property
    def katalog(self) -> Any:
        """The document catalog."""
        return self.pdf.Root

    @property
    def jumlah_halaman(self) -> int:
        """Number of pages."""
        return len(self.pdf.pages)

    @property
    def kepala_tabel(self) -> list[list[str]]:
        """Texts of the header cells of each table, in reading order."""
        return [[satu.teks for satu in t.semua("TH")] for t in self.akar.semua("Table")]

    @property
    def teks(self) -> str:
        """The whole text in reading order."""
        return self.akar.teks


def buka(isi: bytes) -> Berkas:
    """The PDF bytes as a tag tree with text."""
    pdf = pikepdf.open(io.BytesIO(isi))
    per_halaman = {h.obj.objgen: _teks_per_tanda(h) for h in pdf.pages}

    def anak(k: Any) -> Iterator[Any]:
        if isinstance(k, pikepdf.Array):
            yield from k
        elif k is not None:
            yield k

    def bangun(obyek: Any, halaman: Any) -> Unsur:
        halaman = obyek.get("/Pg", halaman)
        unsur = Unsur(tag=str(obyek.S)[1:], obyek=obyek)
        for satu in anak(obyek.get("/K")):
            if isinstance(satu, int):
                unsur.isi.append(per_halaman[halaman.objgen].get(satu, ""))
            elif isinstance(satu, pikepdf.Dictionary) and satu.get("/Type") == "/MCR":
                asal = satu.get("/Pg", halaman)
                unsur.isi.append(per_halaman[asal.objgen].get(int(satu.MCID), ""))
            elif isinstance(satu, pikepdf.Dictionary) and "/S" in satu:
                unsur.isi.append(bangun(satu, halaman))
        return unsur

    akar = Unsur(tag="Root", obyek=pdf.Root.StructTreeRoot)
    for satu in anak(pdf.Root.StructTreeRoot.K):
        akar.isi.append(bangun(satu, None))
    return Berkas(pdf=pdf, akar=akar)
