"""Changes of the room."""

from tera.bimtek.services.kursus import selesaikan_modul
from tera.bimtek.services.latihan import (
    hapus_sesi,
    mulai_latihan,
    mulai_panel,
    nilai_kasus,
    selesaikan_sesi,
)
from tera.bimtek.services.naskah import (
    ajukan_naskah,
    buat_versi_baru,
    cabut_naskah,
    hapus_draf_naskah,
    kembalikan_naskah,
    simpan_kasus,
    tarik_naskah,
    terbitkan_naskah,
)
from tera.bimtek.services.naskah_paket import BarisImpor, ekspor_naskah, impor_naskah
from tera.bimtek.services.panel import akhiri_ahli, tunjuk_ahli
from tera.bimtek.services.sertifikat import terbitkan_sertifikat
from tera.bimtek.services.sosialisasi import (
    beri_sosialisasi,
    hentikan_sosialisasi,
    ingatkan_sosialisasi,
)

__all__ = [
    "BarisImpor",
    "ajukan_naskah",
    "akhiri_ahli",
    "beri_sosialisasi",
    "buat_versi_baru",
    "cabut_naskah",
    "ekspor_naskah",
    "hapus_draf_naskah",
    "hapus_sesi",
    "hentikan_sosialisasi",
    "impor_naskah",
    "ingatkan_sosialisasi",
    "kembalikan_naskah",
    "mulai_latihan",
    "mulai_panel",
    "nilai_kasus",
    "selesaikan_modul",
    "selesaikan_sesi",
    "simpan_kasus",
    "tarik_naskah",
    "terbitkan_naskah",
    "terbitkan_sertifikat",
    "tunjuk_ahli",
]
