"""Tables of the room: progress in courses, practice, the panel, certificates, classes."""

from tera.bimtek.models.kelas import (
    HariKelas,
    HitunganAngket,
    KehadiranKelas,
    KelasBimtek,
    PesertaKelas,
    PotretBimtek,
)
from tera.bimtek.models.kursus import KemajuanModul
from tera.bimtek.models.latihan import AhliPanel, JenisSesi, PenilaianKasus, SesiLatihan
from tera.bimtek.models.sertifikat import SertifikatBimtek

__all__ = [
    "AhliPanel",
    "HariKelas",
    "HitunganAngket",
    "JenisSesi",
    "KehadiranKelas",
    "KelasBimtek",
    "KemajuanModul",
    "PenilaianKasus",
    "PesertaKelas",
    "PotretBimtek",
    "SertifikatBimtek",
    "SesiLatihan",
]
