"""Angka kredit: conversion, PAK, and the facts a rise needs.

Instruments: PermenPANRB 1/2023 and Peraturan BKN 3/2023 (the Pejabat Penilai Kinerja converts and
establishes); the finer steps are design.
"""

from __future__ import annotations

from tera.regulasi.alur.langkah import DIPERIKSA, RANCANGAN, Langkah, langkah
from tera.regulasi.dasar import Dasar
from tera.regulasi.kategori import Mutu

_PENETAPAN = (
    Dasar("permenpanrb-1-2023", "Pasal 37 sampai 41", DIPERIKSA, Mutu.SEKUNDER),
    Dasar("perban-bkn-3-2023", "konversi dan penetapan oleh Pejabat Penilai Kinerja", DIPERIKSA,
          Mutu.SEKUNDER),
)  # fmt: skip

STATUS_AWAL: dict[str, str] = {
    "konversi_predikat": "diusulkan",
    "penetapan_angka_kredit": "disusun",
    "fakta_jf": "tercatat",
}

ALUR: dict[str, tuple[Langkah, ...]] = {
    "konversi_predikat": (
        langkah("tetapkan", "diusulkan", "ditetapkan", "penilai", _PENETAPAN,
                "Predikatnya final; bulan-bulannya belum dikonversi."),
        langkah("batalkan", "diusulkan", "dibatalkan", "sistem pengelola", RANCANGAN,
                "Hasil atau masa jenjangnya berubah sebelum ditetapkan; alasannya ditulis."),
        langkah("koreksi", "ditetapkan", "dikoreksi", "penilai sistem", _PENETAPAN,
                "Alasan wajib diisi; baris pembalik ditulis, barisnya tetap terbaca."),
    ),
    "penetapan_angka_kredit": (
        langkah("tetapkan", "disusun", "ditetapkan", "penilai", _PENETAPAN,
                "Tidak ada konversi yang masih menunggu dalam masa penilaiannya."),
        langkah("batalkan", "disusun", "dibatalkan", "pengelola penilai"),
        langkah("batalkan", "ditetapkan", "dibatalkan", "penilai", RANCANGAN,
                "Alasan wajib diisi; PAK berikutnya menggantikannya."),
    ),
    "fakta_jf": (
        langkah("laporkan", "tercatat", "dipersoalkan", "pegawai", RANCANGAN,
                "Pegawai menulis apa yang keliru."),
        langkah("pertahankan", "dipersoalkan", "tercatat", "pengelola", RANCANGAN,
                "Jawaban wajib diisi."),
        langkah("cabut", "dipersoalkan", "dicabut", "pengelola", RANCANGAN,
                "Jawaban wajib diisi; tambahan angka kreditnya dibalik."),
        langkah("cabut", "tercatat", "dicabut", "pengelola", RANCANGAN,
                "Alasan wajib diisi; tambahan angka kreditnya dibalik."),
    ),
}  # fmt: skip
