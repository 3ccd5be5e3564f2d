"""Tables of the room: progress, practice, panel, certificates, classes, own texts, sosialisasi."""

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
from tera.bimtek.models.naskah import JenisNaskah, Naskah, StatusNaskah
from tera.bimtek.models.sertifikat import SertifikatBimtek
from tera.bimtek.models.sosialisasi import Sosialisasi

__all__ = [
    "AhliPanel",
    "HariKelas",
    "HitunganAngket",
    "JenisNaskah",
    "JenisSesi",
    "KehadiranKelas",
    "KelasBimtek",
    "KemajuanModul",
    "Naskah",
    "PenilaianKasus",
    "PesertaKelas",
    "PotretBimtek",
    "SertifikatBimtek",
    "SesiLatihan",
    "Sosialisasi",
    "StatusNaskah",
]
