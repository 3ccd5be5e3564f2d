"""The daily looks: agreements whose day has come, windows that are over."""

from tera.core import clock
from tera.dialog.models import HasilProses, JawabanProses
from tera.dialog.services import bekukan_hasil, kabarkan_jatuh_tempo
from tera.organisasi.models import Instansi, Periode


def ingatkan_semua() -> None:
    """Say which agreements are due, in every instansi."""
    for pk, zona in Instansi.objects.values_list("pk", "zona"):
        kabarkan_jatuh_tempo(instansi_id=pk, pada=clock.hari_ini(zona))


def bekukan_semua() -> None:
    """Freeze the five questions whose window is over: only periods that somebody answered."""
    belum = (
        Periode.objects.filter(pk__in=JawabanProses.objects.values("periode_id"))
        .exclude(pk__in=HasilProses.objects.values("periode_id"))
        .select_related("instansi")
    )
    for periode in belum:
        bekukan_hasil(periode=periode, pada=clock.hari_ini(periode.instansi.zona))
