"""The calibration meeting: an agenda, its sitting, its minutes; it never writes a rating."""

from __future__ import annotations

from tera.regulasi.alur.langkah import Langkah, langkah

STATUS_AWAL: dict[str, str] = {"rapat_kalibrasi": "disusun"}

ALUR: dict[str, tuple[Langkah, ...]] = {
    "rapat_kalibrasi": (
        langkah("mulai", "disusun", "berlangsung", "ketua_rapat pengelola",
                syarat="Ada sedikitnya satu unit pada agenda; agenda dan kartunya tidak berubah "
                "lagi."),
        langkah("batalkan", "disusun", "dibatalkan", "pengelola", syarat="Alasan wajib diisi."),
        langkah("tutup", "berlangsung", "ditutup", "ketua_rapat pengelola",
                syarat="Yang hadir tercatat, sedikitnya dua orang. Permintaan meninjau sampai "
                "kepada penilainya; rating tidak berubah sendiri."),
    ),
}  # fmt: skip
