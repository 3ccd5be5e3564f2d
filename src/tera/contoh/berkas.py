"""Small real files for evidence: a one-page PDF and a picture, drawn from a seed.

Written by hand rather than by a library: a page of text and a few hundred pixels are enough, and
the demo must not wait for a typesetter.
"""

import struct
import zlib
from collections.abc import Sequence

import numpy as np

LEBAR, TINGGI = 480, 320


def pdf_rekap(*, judul: str, keterangan: str, baris: Sequence[tuple[str, str]]) -> bytes:
    """Return a one-page A4 PDF: a title, a line below it, and rows of name and value."""
    isi = [
        "BT /F2 15 Tf 56 780 Td (" + _aman(judul) + ") Tj ET",
        "BT /F1 10 Tf 56 762 Td (" + _aman(keterangan) + ") Tj ET",
        "0.6 w 56 752 m 539 752 l S",
    ]
    atas = 732
    for nama, nilai in baris:
        isi.append(f"BT /F1 10.5 Tf 56 {atas} Td ({_aman(nama)}) Tj ET")
        isi.append(f"BT /F2 10.5 Tf 400 {atas} Td ({_aman(nilai)}) Tj ET")
        isi.append(f"0.2 w 56 {atas - 6} m 539 {atas - 6} l S")
        atas -= 22
    alir = "\n".join(isi).encode("latin-1", "replace")
    benda = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (id) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(alir), alir),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    keluar = bytearray(b"%PDF-1.4\n")
    letak = []
    for nomor, satu in enumerate(benda, start=1):
        letak.append(len(keluar))
        keluar += b"%d 0 obj\n%b\nendobj\n" % (nomor, satu)
    mulai = len(keluar)
    keluar += b"xref\n0 %d\n0000000000 65535 f \n" % (len(benda) + 1)
    keluar += b"".join(b"%010d 00000 n \n" % satu for satu in letak)
    keluar += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(benda) + 1,
        mulai,
    )
    return bytes(keluar)


def png_foto(*, benih: int) -> bytes:
    """Return a PNG that looks like a hazy outdoor photograph: sky, hills, a building, a road."""
    acak = np.random.default_rng(benih)
    kolom = np.arange(LEBAR)
    y = np.linspace(0, 1, TINGGI)[:, None, None]
    gambar = (1 - y) * np.array([112, 164, 214]) + y * np.array([231, 236, 228])
    gambar = np.repeat(gambar, LEBAR, axis=1)
    for lapis, warna in enumerate(((126, 158, 146), (84, 128, 92), (58, 96, 62))):
        gelombang = acak.uniform(0.006, 0.02, 3)[:, None] * kolom + acak.uniform(0, 6, 3)[:, None]
        puncak = TINGGI * (0.42 + 0.15 * lapis) + np.sin(gelombang).sum(axis=0) * 9
        gambar[np.arange(TINGGI)[:, None] > puncak] = warna
    kiri = int(acak.integers(60, 260))
    gambar[176:262, kiri : kiri + 130] = (214, 202, 178)
    gambar[164:178, kiri - 8 : kiri + 138] = (146, 74, 58)
    for jendela in range(4):
        x = kiri + 12 + jendela * 30
        gambar[196:222, x : x + 18] = (88, 108, 124)
    gambar[262:] = (152, 146, 134)
    gambar += acak.normal(0, 1.4, (TINGGI, LEBAR, 1)).round()
    piksel = np.clip(gambar, 0, 255).astype(np.uint8)
    mentah = b"".join(b"\x00" + satu.tobytes() for satu in piksel)
    kepala = struct.pack(">IIBBBBB", LEBAR, TINGGI, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _potong(b"IHDR", kepala)
        + _potong(b"IDAT", zlib.compress(mentah, 3))
        + _potong(b"IEND", b"")
    )


def _potong(jenis: bytes, isi: bytes) -> bytes:
    return struct.pack(">I", len(isi)) + jenis + isi + struct.pack(">I", zlib.crc32(jenis + isi))


def _aman(teks: str) -> str:
    r"""Return ``teks`` as a PDF string: three signs escaped, long dashes made plain."""
    for dari, ke in (("\\", r"\\"), ("(", r"\("), (")", r"\)"), ("–", "-"), ("—", "-")):
        teks = teks.replace(dari, ke)
    return teks
