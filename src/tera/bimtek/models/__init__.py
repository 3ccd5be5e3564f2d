"""Tables of the room: progress in courses, practice sessions, the panel, certificates."""

from tera.bimtek.models.kursus import KemajuanModul
from tera.bimtek.models.latihan import AhliPanel, JenisSesi, PenilaianKasus, SesiLatihan
from tera.bimtek.models.sertifikat import SertifikatBimtek

__all__ = [
    "AhliPanel",
    "JenisSesi",
    "KemajuanModul",
    "PenilaianKasus",
    "SertifikatBimtek",
    "SesiLatihan",
]
