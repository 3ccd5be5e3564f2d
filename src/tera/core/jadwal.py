"""Daily jobs: registered by the rooms, run once a day by whichever worker comes first.

A job that fails gives its row back, so the next round tries again.
"""

import datetime as dt
import logging
from collections.abc import Callable

from django.db import IntegrityError, transaction

from tera.core import clock
from tera.core.models import JadwalJalan

log = logging.getLogger(__name__)
Pekerjaan = Callable[[], object]
_daftar: dict[str, Pekerjaan] = {}
# Days of law begin first in the easternmost zone.
ZONA_AWAL = "Asia/Jayapura"


def daftarkan(nama: str, pekerjaan: Pekerjaan) -> None:
    """Register a daily job under a stable name; it must be safe to run twice."""
    _daftar[nama] = pekerjaan


def jalankan_yang_jatuh_tempo() -> list[str]:
    """Run each job that hasn't run today yet; returns the names that ran."""
    pada = clock.hari_ini(ZONA_AWAL)
    return [nama for nama in sorted(_daftar) if _ambil(nama, pada) and _jalankan(nama, pada)]


def _ambil(nama: str, pada: dt.date) -> bool:
    if JadwalJalan.objects.filter(nama=nama, jatuh_tempo=pada).exists():
        return False
    try:
        with transaction.atomic():
            JadwalJalan.objects.create(nama=nama, jatuh_tempo=pada, mulai_at=clock.sekarang())
    except IntegrityError:
        return False
    return True


def _jalankan(nama: str, pada: dt.date) -> bool:
    baris = JadwalJalan.objects.filter(nama=nama, jatuh_tempo=pada)
    try:
        _daftar[nama]()
    except Exception:
        log.exception("jadwal: %s gagal; dicoba lagi", nama)
        baris.delete()
        return False
    baris.update(selesai_at=clock.sekarang())
    return True
