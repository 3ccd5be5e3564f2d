"""Tables of the leaders' picture."""

from tera.dasbor.models.hitungan import HitunganDasbor
from tera.dasbor.models.pembina import HakPembina, PotretPembina
from tera.dasbor.models.tinjauan import KesepakatanTinjauan, PandanganHukum, TinjauanTahunan

__all__ = [
    "HakPembina",
    "HitunganDasbor",
    "KesepakatanTinjauan",
    "PandanganHukum",
    "PotretPembina",
    "TinjauanTahunan",
]
