"""Questions about pelaksanaan: one's own work, a team's, what an evaluation stands on."""

from tera.pelaksanaan.selectors.bahan import (
    BahanEvaluasi,
    BarisIndikator,
    BarisRHK,
    bahan_banyak,
    bahan_evaluasi,
)
from tera.pelaksanaan.selectors.ringkasan import KOSONG, RingkasanKerja, ringkasan_kerja

__all__ = [
    "KOSONG",
    "BahanEvaluasi",
    "BarisIndikator",
    "BarisRHK",
    "RingkasanKerja",
    "bahan_banyak",
    "bahan_evaluasi",
    "ringkasan_kerja",
]
