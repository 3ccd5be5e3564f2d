"""Receives what lower rooms say: assignments or raters changed."""

from tera.core import clock
from tera.core.models import Kejadian
from tera.organisasi.models import Instansi
from tera.skp.services.mutasi import segarkan_mutasi


def terima_penugasan_berubah(peristiwa: Kejadian) -> None:
    """Look at the plans of the whole instansi again as of today: safe to repeat."""
    zona = Instansi.objects.values_list("zona", flat=True).get(pk=peristiwa.instansi_id)
    segarkan_mutasi(instansi_id=peristiwa.instansi_id, zona=zona, pada=clock.hari_ini(zona))


def segarkan_semua() -> None:
    """The daily look: plans whose last day has come are closed, open steps follow the rater."""
    for pk, zona in Instansi.objects.values_list("pk", "zona"):
        segarkan_mutasi(instansi_id=pk, zona=zona, pada=clock.hari_ini(zona))
