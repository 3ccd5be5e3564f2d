"""The daily look: whether a month's picture for the pembina is due."""

from tera.core import clock
from tera.core.jadwal import ZONA_AWAL
from tera.dasbor.services.pembina import ambil_potret


def ambil_semua() -> None:
    """Take the pictures of this month that are missing, drop those of instansi that left."""
    ambil_potret(pada=clock.hari_ini(ZONA_AWAL))
