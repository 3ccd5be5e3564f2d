"""Background work of the room: the mass issue of a year."""

from django_tasks import task

from tera.angka_kredit.models import PenerbitanMassal
from tera.angka_kredit.services.massal import kerjakan_penerbitan
from tera.core import clock


@task()
def jalankan_penerbitan(penerbitan_id: int) -> None:
    """Do one mass issue; delivered twice, each person is looked at once."""
    zona = PenerbitanMassal.objects.values_list("instansi__zona", flat=True).get(pk=penerbitan_id)
    kerjakan_penerbitan(penerbitan_id, pada=clock.hari_ini(zona))
