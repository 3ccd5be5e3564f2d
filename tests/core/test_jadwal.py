"""Daily jobs: once a day whoever comes first, again after a failure."""

import datetime as dt

import pytest

from tera.core import clock, jadwal
from tera.core.models import JadwalJalan

pytestmark = pytest.mark.django_db
SENIN = dt.datetime(2026, 6, 1, 3, tzinfo=dt.UTC)


@pytest.fixture
def pekerjaan(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(jadwal, "_daftar", {})
    kali: list[str] = []
    jadwal.daftarkan("uji", lambda: kali.append("jalan"))
    return kali


def test_a_job_runs_once_a_day(pekerjaan: list[str]) -> None:
    with clock.jam_beku(SENIN):
        assert jadwal.jalankan_yang_jatuh_tempo() == ["uji"]
        assert jadwal.jalankan_yang_jatuh_tempo() == []
    with clock.jam_beku(SENIN + dt.timedelta(days=1)):
        assert jadwal.jalankan_yang_jatuh_tempo() == ["uji"]
    assert pekerjaan == ["jalan", "jalan"]
    assert JadwalJalan.objects.filter(selesai_at__isnull=False).count() == 2


def test_a_job_that_failed_is_tried_again_the_same_day(pekerjaan: list[str]) -> None:
    gagal = [False, True]

    def rapuh() -> None:
        if gagal.pop():
            raise RuntimeError("sedang sakit")

    jadwal.daftarkan("uji", rapuh)
    with clock.jam_beku(SENIN):
        assert jadwal.jalankan_yang_jatuh_tempo() == []
        assert not JadwalJalan.objects.exists()
        assert jadwal.jalankan_yang_jatuh_tempo() == ["uji"]


def test_the_rooms_have_registered_their_daily_jobs() -> None:
    assert {"core.riwayat_masuk", "core.kunci_idempoten", "skp.mutasi"} <= set(jadwal._daftar)
    with clock.jam_beku(SENIN):
        assert "skp.mutasi" in jadwal.jalankan_yang_jatuh_tempo()
