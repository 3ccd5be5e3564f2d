"""Changes of the appraisal, in the order of law: capaian, then ratings, then predikat."""

from tera.evaluasi.services.capaian import tetapkan_capaian
from tera.evaluasi.services.penilaian import (
    buka_evaluasi,
    nilai_evaluasi,
    sampaikan_evaluasi,
    setujui_penilaian,
    terima_evaluasi,
    tetapkan_evaluasi,
)

__all__ = [
    "buka_evaluasi",
    "nilai_evaluasi",
    "sampaikan_evaluasi",
    "setujui_penilaian",
    "terima_evaluasi",
    "tetapkan_capaian",
    "tetapkan_evaluasi",
]
