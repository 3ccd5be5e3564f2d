"""A background job that killed its worker once too often."""

from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tera.core import antrean


def mati(jalur: str, *isi: object) -> None:
    """Leave such a job behind and let the next worker look at the queue."""
    DBTaskResult.objects.create(
        status=TaskResultStatus.RUNNING,
        worker_ids=["mati"] * antrean.BATAS_MULAI,
        priority=0,
        args_kwargs={"args": list(isi), "kwargs": {}},
        backend_name="default",
        task_path=jalur,
        run_after=timezone.now(),
    )
    antrean.lanjutkan_terputus()
