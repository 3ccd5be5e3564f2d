"""What the leaders' picture changes: grants, monthly pictures, the yearly review."""

from tera.dasbor.services.hukum import tandai_dibaca
from tera.dasbor.services.pembina import akhiri_hak, ambil_potret, beri_hak
from tera.dasbor.services.tinjauan import (
    batalkan_kesepakatan,
    bekukan_ulang,
    catat_kesepakatan,
    selesaikan_kesepakatan,
    susun_tinjauan,
    tetapkan_tinjauan,
    tulis_catatan,
)

__all__ = [
    "akhiri_hak",
    "ambil_potret",
    "batalkan_kesepakatan",
    "bekukan_ulang",
    "beri_hak",
    "catat_kesepakatan",
    "selesaikan_kesepakatan",
    "susun_tinjauan",
    "tandai_dibaca",
    "tetapkan_tinjauan",
    "tulis_catatan",
]
