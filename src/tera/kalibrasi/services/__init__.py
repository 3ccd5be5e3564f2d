"""Changes: switching on and off, asking for a run, keeping a reason, the meeting."""

from tera.kalibrasi.services.alasan import catat_alasan
from tera.kalibrasi.services.jalan import minta_analisis
from tera.kalibrasi.services.kartu import jawab_permintaan, putuskan_kartu
from tera.kalibrasi.services.pengaktifan import IsiPengaktifan, akhiri_analisis, aktifkan_analisis
from tera.kalibrasi.services.rapat import (
    IsiRapat,
    batalkan_rapat,
    mulai_rapat,
    susun_rapat,
    tutup_rapat,
)

__all__ = [
    "IsiPengaktifan",
    "IsiRapat",
    "akhiri_analisis",
    "aktifkan_analisis",
    "batalkan_rapat",
    "catat_alasan",
    "jawab_permintaan",
    "minta_analisis",
    "mulai_rapat",
    "putuskan_kartu",
    "susun_rapat",
    "tutup_rapat",
]
