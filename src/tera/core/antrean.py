"""The queue of background jobs: written with what asks for it, begun again when a worker dies.

A job must be safe to begin again: its effect is one transaction, or it looks at what is there.
"""

import logging
import secrets
from collections.abc import Callable
from typing import Any

from django.core.management import call_command
from django.db import transaction
from django.db.models import Q
from django_tasks import TaskResultStatus
from django_tasks_db import DatabaseBackend
from django_tasks_db.models import DBTaskResult

from tera.core import locks

log = logging.getLogger(__name__)
# A job that was interrupted so often is what kills the worker (memory): it must not go on.
BATAS_MULAI = 5
MENYERAH = "tera.core.antrean.menyerah"
_menyerah: dict[str, Callable[..., object]] = {}
BASIS_DATA_PUTUS = ("django.db.utils.OperationalError", "django.db.utils.InterfaceError")


def antrekan(tugas: Any, *isi: Any) -> None:
    """Queue ``tugas`` inside the caller's transaction: a process that dies leaves both or none."""
    if isinstance(tugas.get_backend(), DatabaseBackend):
        tugas.enqueue(*isi)
    else:
        # A backend that runs the job at once must see what the caller wrote.
        transaction.on_commit(lambda: tugas.enqueue(*isi))


def bila_menyerah(jalur: str, penerima: Callable[..., object]) -> None:
    """Call ``penerima`` with the arguments of a job of this path that is given up for good.

    Whoever waits for the job must be told that it failed: nobody works on it any more.
    """
    _menyerah[jalur] = penerima


def kerjakan() -> None:
    """Run what waits, beginning with the jobs whose worker died; returns when nothing waits."""
    lanjutkan_terputus()
    if not DBTaskResult.objects.ready().exists():
        return
    nama = secrets.token_hex(16)
    with locks.coba(_kunci(nama)):
        call_command("db_worker", batch=True, verbosity=0, startup_delay=False, worker_id=nama)


def lanjutkan_terputus() -> int:
    """Give back the jobs whose worker or database went away; returns how many begin again."""
    daftar = DBTaskResult.objects.filter(
        Q(status=TaskResultStatus.RUNNING)
        | Q(status=TaskResultStatus.FAILED, exception_class_path__in=BASIS_DATA_PUTUS)
    )
    jumlah = 0
    for satu in list(daftar):
        if satu.status == TaskResultStatus.FAILED:
            jumlah += _kembalikan(satu)
            continue
        with locks.coba(_kunci(satu.worker_ids[-1] if satu.worker_ids else "")) as mati:
            if mati:
                jumlah += _kembalikan(satu)
    return jumlah


@transaction.atomic
def _kembalikan(satu: Any) -> bool:
    habis = len(satu.worker_ids) >= BATAS_MULAI
    kini = DBTaskResult.objects.filter(
        pk=satu.pk,
        status=satu.status,
        worker_ids=satu.worker_ids,
        exception_class_path=satu.exception_class_path,
    )
    if not habis:
        if not kini.update(status=TaskResultStatus.READY):
            return False
        log.warning("antrean: %s terputus; dimulai lagi", satu.task_path)
        return True
    # Another class than a lost database: it isn't looked at again.
    if kini.update(status=TaskResultStatus.FAILED, exception_class_path=MENYERAH):
        log.error("antrean: %s gagal; dihentikan", satu.task_path)
        if penerima := _menyerah.get(satu.task_path):
            penerima(*satu.args_kwargs["args"])
    return False


def _kunci(nama: str) -> str:
    return f"pekerja:{nama}"
