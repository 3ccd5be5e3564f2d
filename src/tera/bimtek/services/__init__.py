"""Changes of the room."""

from tera.bimtek.services.kursus import selesaikan_modul
from tera.bimtek.services.latihan import (
    hapus_sesi,
    mulai_latihan,
    mulai_panel,
    nilai_kasus,
    selesaikan_sesi,
)
from tera.bimtek.services.panel import akhiri_ahli, tunjuk_ahli
from tera.bimtek.services.sertifikat import terbitkan_sertifikat

__all__ = [
    "akhiri_ahli",
    "hapus_sesi",
    "mulai_latihan",
    "mulai_panel",
    "nilai_kasus",
    "selesaikan_modul",
    "selesaikan_sesi",
    "terbitkan_sertifikat",
    "tunjuk_ahli",
]
