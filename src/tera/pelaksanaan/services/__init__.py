"""Changes of pelaksanaan, named by what the regulation or the form calls them."""

from tera.pelaksanaan.services.penutupan import buka_bahan, tutup_bahan
from tera.pelaksanaan.services.realisasi import (
    IsiRealisasi,
    kembalikan_realisasi,
    laporkan_realisasi,
    verifikasi_realisasi,
)

__all__ = [
    "IsiRealisasi",
    "buka_bahan",
    "kembalikan_realisasi",
    "laporkan_realisasi",
    "tutup_bahan",
    "verifikasi_realisasi",
]
