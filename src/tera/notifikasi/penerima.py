"""What the worker calls: events, the daily looks, and the mail that waits."""

from tera.core import clock
from tera.core.jadwal import ZONA_AWAL
from tera.notifikasi.services.pengingat import ingatkan
from tera.notifikasi.services.simpan import buang_lama
from tera.notifikasi.services.surel import kirim_menunggu
from tera.notifikasi.services.tulis import terima, terima_banyak
from tera.organisasi.models import Instansi

__all__ = ["buang_semua", "ingatkan_semua", "kirim_surel", "terima", "terima_banyak"]


def ingatkan_semua() -> None:
    """Remind and escalate in every instansi.

    The daily jobs begin when the day begins in the easternmost zone, two hours before midnight in
    the west: there it already speaks of the day that comes. Mail waits for the quiet hours.
    """
    for instansi in Instansi.objects.all():
        pada = max(clock.hari_ini(instansi.zona), clock.hari_ini(ZONA_AWAL))
        ingatkan(instansi=instansi, pada=pada)


def buang_semua() -> None:
    """Drop what was read long ago, in every instansi."""
    for instansi in Instansi.objects.all():
        buang_lama(instansi=instansi, pada=clock.hari_ini(instansi.zona))


def kirim_surel() -> None:
    """Send the mail whose time has come."""
    kirim_menunggu()
