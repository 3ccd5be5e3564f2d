"""Tables of the room: progress, practice, the panel, certificates, own texts, courses given."""

from tera.bimtek.models.kursus import KemajuanModul
from tera.bimtek.models.latihan import AhliPanel, JenisSesi, PenilaianKasus, SesiLatihan
from tera.bimtek.models.naskah import JenisNaskah, Naskah, StatusNaskah
from tera.bimtek.models.sertifikat import SertifikatBimtek
from tera.bimtek.models.sosialisasi import Sosialisasi

__all__ = [
    "AhliPanel",
    "JenisNaskah",
    "JenisSesi",
    "KemajuanModul",
    "Naskah",
    "PenilaianKasus",
    "SertifikatBimtek",
    "SesiLatihan",
    "Sosialisasi",
    "StatusNaskah",
]
