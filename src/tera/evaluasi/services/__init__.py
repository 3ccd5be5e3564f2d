"""Changes of the appraisal, in the order of law: capaian, then ratings, then predikat."""

from tera.evaluasi.services.capaian import (
    CapaianDitolakError,
    IsiCapaian,
    tetapkan_capaian,
    tetapkan_daftar_capaian,
)
from tera.evaluasi.services.penilaian import (
    buka_evaluasi,
    nilai_evaluasi,
    sampaikan_evaluasi,
    setujui_penilaian,
    terima_evaluasi,
    tetapkan_evaluasi,
)

__all__ = [
    "CapaianDitolakError",
    "IsiCapaian",
    "buka_evaluasi",
    "nilai_evaluasi",
    "sampaikan_evaluasi",
    "setujui_penilaian",
    "terima_evaluasi",
    "tetapkan_capaian",
    "tetapkan_daftar_capaian",
    "tetapkan_evaluasi",
]
