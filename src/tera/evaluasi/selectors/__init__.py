"""Questions about evaluations: one module per topic."""

from tera.evaluasi.selectors.capaian import (
    capaian_banyak,
    capaian_unit,
    daftar_capaian,
    memimpin_unit_capaian,
    rubrik_evaluasi,
    unit_capaian,
)
from tera.evaluasi.selectors.distribusi import (
    Distribusi,
    distribusi_unit,
    orang_dihitung,
    penjelasan_unit,
    unit_distribusi,
    unit_distribusi_terlihat,
)
from tera.evaluasi.selectors.hasil import (
    SUDAH_FINAL,
    HasilPredikat,
    hasil_final,
    hasil_terdahulu_saya,
    tahunan_per_orang,
)
from tera.evaluasi.selectors.kertas import (
    SUDAH_DISAMPAIKAN,
    SUDAH_DITETAPKAN,
    Kertas,
    Tanda,
    kertas_evaluasi,
)
from tera.evaluasi.selectors.seri import seri_banyak, seri_periodik
from tera.evaluasi.selectors.terlihat import (
    PERAN_PEMBACA,
    evaluasi_dibuka,
    evaluasi_saya,
    evaluasi_terlihat,
)

__all__ = [
    "PERAN_PEMBACA",
    "SUDAH_DISAMPAIKAN",
    "SUDAH_DITETAPKAN",
    "SUDAH_FINAL",
    "Distribusi",
    "HasilPredikat",
    "Kertas",
    "Tanda",
    "capaian_banyak",
    "capaian_unit",
    "daftar_capaian",
    "distribusi_unit",
    "evaluasi_dibuka",
    "evaluasi_saya",
    "evaluasi_terlihat",
    "hasil_final",
    "hasil_terdahulu_saya",
    "kertas_evaluasi",
    "memimpin_unit_capaian",
    "orang_dihitung",
    "penjelasan_unit",
    "rubrik_evaluasi",
    "seri_banyak",
    "seri_periodik",
    "tahunan_per_orang",
    "unit_capaian",
    "unit_distribusi",
    "unit_distribusi_terlihat",
]
