"""Training texts of an instansi's own: each goes out only after a second person read it.

No instrument that was read speaks of it: the steps are design and cite `rancangan-tera`.
"""

from __future__ import annotations

from tera.regulasi.alur.langkah import Langkah, langkah

STATUS_AWAL: dict[str, str] = {"naskah_bimtek": "draf"}

ALUR: dict[str, tuple[Langkah, ...]] = {
    "naskah_bimtek": (
        langkah("ajukan", "draf", "diajukan", "pelatih pengelola sistem",
                syarat="Oleh penyusunnya. Isinya lengkap dan terbaca."),
        langkah("tarik", "diajukan", "draf", "pelatih pengelola", syarat="Oleh penyusunnya."),
        langkah("kembalikan", "diajukan", "draf", "pelatih pengelola",
                syarat="Alasan ditulis; bukan oleh penyusunnya."),
        langkah("terbitkan", "diajukan", "diterbitkan", "pelatih pengelola",
                syarat="Pemeriksanya bukan penyusunnya. Sesudah itu versi ini tidak berubah."),
        langkah("ganti", "diterbitkan", "digantikan", "pelatih pengelola",
                syarat="Versi yang lebih baru terbit."),
        langkah("cabut", "diterbitkan", "dicabut", "pelatih pengelola",
                syarat="Alasan ditulis; yang sudah berlatih dengannya tetap bisa membacanya."),
    ),
}  # fmt: skip
