"""Tables of the room: the decision that switches it on, a run, and the little that a run leaves."""

from tera.kalibrasi.models.analisis import (
    AlasanPutusan,
    Analisis,
    ArahUnit,
    KeketatanPenilai,
    PilihanAlasan,
    SaranPegawai,
    TandaUnit,
)
from tera.kalibrasi.models.pengaktifan import PengaktifanAnalisis

__all__ = [
    "AlasanPutusan",
    "Analisis",
    "ArahUnit",
    "KeketatanPenilai",
    "PengaktifanAnalisis",
    "PilihanAlasan",
    "SaranPegawai",
    "TandaUnit",
]
