"""The instansi's yearly review of its own process, and the agreements it ends in."""

from __future__ import annotations

from tera.regulasi.alur.langkah import Langkah, langkah

STATUS_AWAL: dict[str, str] = {
    "tinjauan_tahunan": "disusun",
    "kesepakatan_tinjauan": "terbuka",
}

ALUR: dict[str, tuple[Langkah, ...]] = {
    "tinjauan_tahunan": (
        langkah("tetapkan", "disusun", "ditetapkan", "pengelola pejabat_pembina",
                syarat="Catatan tinjauan terisi dan ada sedikitnya satu kesepakatan. Angkanya "
                "tidak dihitung lagi."),
    ),
    "kesepakatan_tinjauan": (
        langkah("selesaikan", "terbuka", "selesai", "pengelola pejabat_pembina peserta",
                syarat="Hasilnya ditulis."),
        langkah("batalkan", "terbuka", "dibatalkan", "pengelola pejabat_pembina",
                syarat="Alasan wajib diisi."),
        langkah("bawa", "terbuka", "dibawa", "pengelola pejabat_pembina",
                syarat="Tinjauan tahun berikutnya disusun; kesepakatan itu diteruskan di sana."),
    ),
}  # fmt: skip
