"""The queue: written with its cause, given back when its worker is gone, not forever."""

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tera.core import antrean, jadwal, locks
from tera.core.models import JadwalJalan
from tera.dokumen.tasks import jalankan_paket

pytestmark = pytest.mark.django_db
BASIS_DATA = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def _tugas(**lain: object) -> DBTaskResult:
    isi = {
        "status": TaskResultStatus.RUNNING, "worker_ids": ["satu"], "priority": 0,
        "args_kwargs": {"args": [1], "kwargs": {}}, "backend_name": "default",
        "task_path": "tera.dokumen.tasks.jalankan_paket", "run_after": timezone.now(),
    }  # fmt: skip
    return DBTaskResult.objects.create(**(isi | lain))


def _status(tugas: DBTaskResult) -> str:
    tugas.refresh_from_db()
    return str(tugas.status)


def test_a_job_is_queued_with_its_cause_or_not_at_all(settings) -> None:
    settings.TASKS = BASIS_DATA
    with transaction.atomic():
        antrean.antrekan(jalankan_paket, 1)
        assert DBTaskResult.objects.count() == 1, "antrean menunggu sesudah commit"
        transaction.set_rollback(True)
    assert not DBTaskResult.objects.exists()


def test_a_job_whose_worker_lives_is_left_alone_and_given_back_when_it_died() -> None:
    tugas = _tugas()
    with locks.coba("pekerja:satu") as dapat:
        assert dapat
        assert antrean.lanjutkan_terputus() == 0
        assert _status(tugas) == TaskResultStatus.RUNNING
    assert antrean.lanjutkan_terputus() == 1
    assert _status(tugas) == TaskResultStatus.READY


def test_a_job_that_kills_every_worker_is_given_up() -> None:
    tugas = _tugas(worker_ids=["satu"] * antrean.BATAS_MULAI)
    assert antrean.lanjutkan_terputus() == 0
    assert _status(tugas) == TaskResultStatus.FAILED


@pytest.mark.parametrize(
    "keadaan",
    [
        {"status": TaskResultStatus.RUNNING},
        {
            "status": TaskResultStatus.FAILED,
            "exception_class_path": "django.db.utils.OperationalError",
        },
    ],
)
def test_who_waits_for_a_job_that_is_given_up_is_told_once(
    monkeypatch: pytest.MonkeyPatch, keadaan: dict[str, str]
) -> None:
    tahu: list[object] = []
    monkeypatch.setattr(antrean, "_menyerah", {})
    antrean.bila_menyerah("tera.dokumen.tasks.jalankan_paket", tahu.append)
    tugas = _tugas(worker_ids=["satu"] * antrean.BATAS_MULAI, **keadaan)
    for _kali in range(2):
        assert antrean.lanjutkan_terputus() == 0
    assert _status(tugas) == TaskResultStatus.FAILED
    assert tahu == [1]


def test_only_a_job_that_lost_its_database_is_tried_again_after_a_failure() -> None:
    putus = _tugas(
        status=TaskResultStatus.FAILED, exception_class_path="django.db.utils.OperationalError"
    )
    salah = _tugas(status=TaskResultStatus.FAILED, exception_class_path="builtins.ValueError")
    assert antrean.lanjutkan_terputus() == 1
    assert _status(putus) == TaskResultStatus.READY
    assert _status(salah) == TaskResultStatus.FAILED


def test_a_daily_job_is_left_to_who_runs_it_and_begun_again_when_that_one_died(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kali: list[str] = []
    monkeypatch.setattr(jadwal, "_daftar", {"uji": lambda: kali.append("jalan")})
    hari = jadwal.clock.hari_ini(jadwal.ZONA_AWAL)
    JadwalJalan.objects.create(nama="uji", jatuh_tempo=hari, mulai_at=timezone.now())
    with locks.coba("jadwal:uji") as dapat:
        assert dapat
        assert jadwal.jalankan_yang_jatuh_tempo() == []
    assert jadwal.jalankan_yang_jatuh_tempo() == ["uji"]
    assert jadwal.jalankan_yang_jatuh_tempo() == []
    assert kali == ["jalan"]
