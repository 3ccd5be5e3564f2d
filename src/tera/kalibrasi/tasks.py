"""Background work of the room: one run of the engine."""

from django_tasks import task

from tera.kalibrasi.services.jalan import kerjakan_analisis


@task()
def jalankan_analisis(analisis_id: int) -> None:
    """Do one run; delivered twice, it leaves one outcome."""
    kerjakan_analisis(analisis_id)
