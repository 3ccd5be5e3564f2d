"""Background work of the room: the package of a unit."""

from django_tasks import task

from tera.dokumen.paket import buat_paket


@task()
def jalankan_paket(paket_id: int) -> None:
    """Make one package; delivered twice, the first one does it."""
    buat_paket(paket_id)
