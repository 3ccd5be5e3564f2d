"""Which characters the shipped fonts can draw, read from the fonts' own cmap tables.

PDF/A forbids a missing glyph, so a character outside this set has to be replaced before typst
sees it; otherwise one emoji in a comment would refuse the whole document.
"""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

FOLDER_HURUF = Path(__file__).parent / "huruf"


def _tabel_cmap(isi: bytes) -> bytes:
    jumlah = struct.unpack_from(">H", isi, 4)[0]
    for urut in range(jumlah):
        tag, _, awal, panjang = struct.unpack_from(">4sLLL", isi, 12 + 16 * urut)
        if tag == b"cmap":
            return isi[awal : awal + panjang]
    raise ValueError("Font has no cmap table.")


def _format_4(sub: bytes) -> set[int]:
    segmen = struct.unpack_from(">H", sub, 6)[0] // 2
    akhir = struct.unpack_from(f">{segmen}H", sub, 14)
    posisi = 16 + 2 * segmen
    mulai = struct.unpack_from(f">{segmen}H", sub, posisi)
    delta = struct.unpack_from(f">{segmen}h", sub, posisi + 2 * segmen)
    awal_rentang = posisi + 4 * segmen
    rentang = struct.unpack_from(f">{segmen}H", sub, awal_rentang)
    hasil = set()
    for urut in range(segmen):
        for kode in range(mulai[urut], akhir[urut] + 1):
            glyph = kode
            if rentang[urut]:
                letak = awal_rentang + 2 * urut + rentang[urut] + 2 * (kode - mulai[urut])
                glyph = struct.unpack_from(">H", sub, letak)[0] if letak + 2 <= len(sub) else 0
                if not glyph:
                    continue
            if (glyph + delta[urut]) & 0xFFFF:
                hasil.add(kode)
    return hasil


def _format_12(sub: bytes) -> set[int]:
    hasil: set[int] = set()
    for urut in range(struct.unpack_from(">L", sub, 12)[0]):
        mulai, akhir, glyph = struct.unpack_from(">LLL", sub, 16 + 12 * urut)
        hasil.update(range(mulai + (0 if glyph else 1), akhir + 1))
    return hasil


def karakter_font(isi: bytes) -> frozenset[int]:
    """Code points that the TrueType font in `isi` maps to a real glyph (cmap formats 4 and 12)."""
    cmap = _tabel_cmap(isi)
    hasil: set[int] = set()
    for urut in range(struct.unpack_from(">H", cmap, 2)[0]):
        sub = cmap[struct.unpack_from(">HHL", cmap, 4 + 8 * urut)[2] :]
        bentuk = struct.unpack_from(">H", sub, 0)[0]
        if bentuk == 4:
            hasil |= _format_4(sub)
        elif bentuk == 12:
            hasil |= _format_12(sub)
    return frozenset(hasil)


@cache
def karakter_tercetak() -> frozenset[int]:
    """Code points the documents can draw.

    That is what all styles of Noto Sans have, and what Noto Sans Math adds in one style: signs
    that targets are written with, such as ≤ and ≥.
    """
    utama = [karakter_font(b.read_bytes()) for b in sorted(FOLDER_HURUF.glob("NotoSans-*.ttf"))]
    tambahan = [karakter_font(b.read_bytes()) for b in FOLDER_HURUF.glob("NotoSansMath-*.ttf")]
    return frozenset.intersection(*utama).union(*tambahan)
