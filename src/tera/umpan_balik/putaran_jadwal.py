"""The daily look at the rounds of every instansi."""

from tera.core import clock
from tera.organisasi.models import Instansi
from tera.umpan_balik.services.putaran import jalankan_jadwal


def jalankan_semua() -> None:
    """Begin what may begin, close what has ended, refresh the steps."""
    for pk, zona in Instansi.objects.values_list("pk", "zona"):
        jalankan_jadwal(instansi_id=pk, zona=zona, pada=clock.hari_ini(zona))
