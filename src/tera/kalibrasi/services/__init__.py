"""Changes: switching on and off, asking for a run, keeping a reason."""

from tera.kalibrasi.services.alasan import catat_alasan
from tera.kalibrasi.services.jalan import minta_analisis
from tera.kalibrasi.services.pengaktifan import IsiPengaktifan, akhiri_analisis, aktifkan_analisis

__all__ = [
    "IsiPengaktifan",
    "akhiri_analisis",
    "aktifkan_analisis",
    "catat_alasan",
    "minta_analisis",
]
