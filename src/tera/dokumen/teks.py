"""Words of the documents: cleaning of typed text, dates and labels in Bahasa Indonesia."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache

from tera.dokumen.glyph import karakter_tercetak
from tera.dokumen.model import CapaianOrganisasi, Identitas, Predikat, Rating

PENGGANTI = "\N{REPLACEMENT CHARACTER}"
"""Printed where the shipped fonts have no glyph; visible on purpose, so that the loss is seen."""

BULAN = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]

LABEL_CAPAIAN = {
    CapaianOrganisasi.ISTIMEWA: "Istimewa",
    CapaianOrganisasi.BAIK: "Baik",
    CapaianOrganisasi.BUTUH_PERBAIKAN: "Butuh Perbaikan",
    CapaianOrganisasi.KURANG: "Kurang",
    CapaianOrganisasi.SANGAT_KURANG: "Sangat Kurang",
}
LABEL_RATING = {
    Rating.DI_ATAS: "Di Atas Ekspektasi",
    Rating.SESUAI: "Sesuai Ekspektasi",
    Rating.DI_BAWAH: "Di Bawah Ekspektasi",
}
LABEL_PREDIKAT = {
    Predikat.SANGAT_BAIK: "Sangat Baik",
    Predikat.BAIK: "Baik",
    Predikat.BUTUH_PERBAIKAN: "Butuh Perbaikan",
    Predikat.KURANG: "Kurang/Misconduct",
    Predikat.SANGAT_KURANG: "Sangat Kurang",
}

# The longest Indonesian words (about 22 letters) fit every text column; only longer runs,
# such as pasted addresses, need places where a line may break.
_LARIK_PANJANG = re.compile(r"[^\s\u200b]{25,}")
_SESUDAH_PEMISAH = re.compile(r"(?<=[/._\-@&=?,;])(?=[^\s])")
_POTONGAN = 12
_TIDAK_TAMPAK = {"Cf", "Cc"}


@cache
def _di_luar_font() -> re.Pattern[str]:
    """Matches what needs a second look: not drawable, or invisible by category."""
    aman = {
        kode
        for kode in karakter_tercetak()
        if unicodedata.category(chr(kode)) not in _TIDAK_TAMPAK | {"Co", "Cn", "Cs", "Zl", "Zp"}
    } | {0x0A}
    rentang: list[str] = []
    mulai = sebelum = -2
    for kode in [*sorted(aman), 0x110000 + 1]:
        if kode != sebelum + 1:
            if mulai >= 0:
                rentang.append(f"\\U{mulai:08x}-\\U{sebelum:08x}")
            mulai = kode
        sebelum = kode
    return re.compile(f"[^{''.join(rentang)}]")


# Marks that offices type and the fonts lack, with the sign that says the same in print.
_PADANAN = str.maketrans(
    dict.fromkeys("✓✔☑🗸✅", "√") | dict.fromkeys("●■▪◦○□☐►▶➢❖", "•") | dict.fromkeys("★☆⭐", "*")
)


def _ganti(cocok: re.Match[str]) -> str:
    huruf = cocok.group().translate(_PADANAN)
    if huruf != cocok.group():
        return huruf
    if huruf == "\t" or unicodedata.category(huruf) == "Zs":
        return " "
    if huruf in "\u2028\u2029\x0b\x0c\x85":
        return "\n"
    kategori = unicodedata.category(huruf)
    # Control, joiner, bidi and variation characters change how text looks, not what it says.
    if kategori in _TIDAK_TAMPAK or kategori in {"Mn", "Me"} or 0x1F3FB <= ord(huruf) <= 0x1F3FF:
        return ""
    return PENGGANTI


def _pecah(cocok: re.Match[str]) -> str:
    bagian = _SESUDAH_PEMISAH.split(cocok.group())
    potongan = [
        satu[awal : awal + _POTONGAN]
        for satu in bagian
        for awal in range(0, max(len(satu), 1), _POTONGAN)
    ]
    return "\u200b".join(potongan)


def teks_cetak(teks: str, *, boleh_pecah: bool = True) -> str:
    """Typed text as it can be printed: NFC, no control characters, only drawable characters.

    Characters without a glyph become `PENGGANTI`. With `boleh_pecah`, runs of 25 or more
    characters without a blank get invisible break places, so that no column overflows; pass False
    for what people copy (codes, addresses).
    """
    bersih = unicodedata.normalize("NFC", teks.replace("\r\n", "\n").replace("\r", "\n"))
    bersih = _di_luar_font().sub(_ganti, bersih).strip()
    return _LARIK_PANJANG.sub(_pecah, bersih) if boleh_pecah else bersih


def tanggal_indonesia(tanggal: date) -> str:
    """A date as documents write it, e.g. 31 Januari 2026."""
    return f"{tanggal.day} {BULAN[tanggal.month - 1]} {tanggal.year}"


def periode_penilaian(mulai: date, selesai: date) -> str:
    """The period as the form prints it: 1 JANUARI SD 31 DESEMBER TAHUN 2026."""
    if mulai.year != selesai.year:
        return f"{tanggal_indonesia(mulai)} SD {tanggal_indonesia(selesai)}".upper()
    awal = f"{mulai.day} {BULAN[mulai.month - 1]}"
    akhir = f"{selesai.day} {BULAN[selesai.month - 1]}"
    return f"{awal} SD {akhir} TAHUN {selesai.year}".upper()


def baris_identitas(orang: Identitas) -> list[dict[str, str]]:
    """The five numbered rows of an identity block, with their labels, in the order of the form."""
    kelima = (
        {"label": "INSTANSI", "isi": orang.instansi}
        if orang.instansi and not orang.unit_kerja
        else {"label": "UNIT KERJA", "isi": orang.unit_kerja}
    )
    return [
        {"label": "NAMA", "isi": orang.nama},
        {"label": "NIP", "isi": orang.nip or ""},
        {"label": "PANGKAT/GOL RUANG", "isi": orang.pangkat},
        {"label": "JABATAN", "isi": orang.jabatan},
        kelima,
    ]


def kode_berkelompok(kode: str, *, panjang: int = 4) -> str:
    """A code in groups that are easy to copy by hand, e.g. ABCD EFGH JKLM."""
    rapat = "".join(kode.split())
    return " ".join(rapat[awal : awal + panjang] for awal in range(0, len(rapat), panjang))
