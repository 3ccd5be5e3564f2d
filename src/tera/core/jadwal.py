"""Daily jobs: registered by the rooms, run once a day by whichever worker comes first.

A job that fails gives its row back, so the next round tries again; a job whose worker was killed
is begun again by the next worker.
"""

import datetime as dt
import logging
from collections.abc import Callable

from django.db import InterfaceError, OperationalError

from tera.core import clock, locks
from tera.core.models import JadwalJalan

log = logging.getLogger(__name__)
Pekerjaan = Callable[[], object]
_daftar: dict[str, Pekerjaan] = {}
_daftar_putaran: dict[str, Pekerjaan] = {}
# Days of law begin first in the easternmost zone.
ZONA_AWAL = "Asia/Jayapura"


def daftarkan(nama: str, pekerjaan: Pekerjaan) -> None:
    """Register a daily job under a stable name; it must be safe to run twice."""
    _daftar[nama] = pekerjaan


def jalankan_yang_jatuh_tempo() -> list[str]:
    """Run each job that hasn't run today yet; returns the names that ran."""
    pada = clock.hari_ini(ZONA_AWAL)
    sudah = set(
        JadwalJalan.objects.filter(jatuh_tempo=pada, selesai_at__isnull=False).values_list(
            "nama", flat=True
        )
    )
    return [nama for nama in sorted(set(_daftar) - sudah) if _ambil(nama, pada)]


def _ambil(nama: str, pada: dt.date) -> bool:
    with locks.coba(f"jadwal:{nama}") as dapat:
        if not dapat:
            return False
        # A row without an end whose lock is free belongs to a worker that died: begin again.
        baris, baru = JadwalJalan.objects.get_or_create(
            nama=nama, jatuh_tempo=pada, defaults={"mulai_at": clock.sekarang()}
        )
        if baris.selesai_at is not None:
            return False
        if not baru:
            log.warning("jadwal: %s terputus; dimulai lagi", nama)
        return _jalankan(baris)


def _jalankan(baris: JadwalJalan) -> bool:
    try:
        _daftar[baris.nama]()
    except Exception:
        log.exception("jadwal: %s gagal; dicoba lagi", baris.nama)
        baris.delete()
        return False
    JadwalJalan.objects.filter(pk=baris.pk).update(selesai_at=clock.sekarang())
    return True


def daftarkan_putaran(nama: str, pekerjaan: Pekerjaan) -> None:
    """Register work of every round of the worker: cheap when nothing waits, safe to begin again."""
    _daftar_putaran[nama] = pekerjaan


def jalankan_putaran() -> None:
    """Do the work of one round; a part that fails is tried again in the next."""
    for nama, pekerjaan in sorted(_daftar_putaran.items()):
        try:
            pekerjaan()
        except (OperationalError, InterfaceError):
            raise
        except Exception:
            log.exception("putaran: %s gagal; dicoba lagi", nama)
