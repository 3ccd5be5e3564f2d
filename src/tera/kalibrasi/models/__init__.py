"""Tables of the room: the decision that switches it on, runs and what they leave, meetings."""

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
from tera.kalibrasi.models.rapat import (
    KartuRapat,
    MundurRapat,
    PesertaRapat,
    PolaUnit,
    RapatKalibrasi,
    SebabAgenda,
    TanpaBukti,
    UnitRapat,
)

__all__ = [
    "AlasanPutusan",
    "Analisis",
    "ArahUnit",
    "KartuRapat",
    "KeketatanPenilai",
    "MundurRapat",
    "PengaktifanAnalisis",
    "PesertaRapat",
    "PilihanAlasan",
    "PolaUnit",
    "RapatKalibrasi",
    "SaranPegawai",
    "SebabAgenda",
    "TandaUnit",
    "TanpaBukti",
    "UnitRapat",
]
