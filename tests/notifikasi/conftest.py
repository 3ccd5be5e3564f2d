"""The stage: the cast, mail switched on, accounts with an address, a morning in November."""

import datetime as dt
from collections.abc import Iterator

import pytest

from pemeran import Pemeran, buat_pemeran
from tera.core import clock

PAGI = dt.datetime(2026, 11, 20, 1, tzinfo=dt.UTC)  # 10.00 in Jayapura


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


@pytest.fixture
def pagi() -> Iterator[None]:
    with clock.jam_beku(PAGI):
        yield


@pytest.fixture
def bersurel(para: Pemeran, settings: object) -> Pemeran:
    """Mail works, and everybody has an address and an active account."""
    settings.TERA_SUREL_AKTIF = True  # type: ignore[attr-defined]
    for satu in (para.andi, para.budi, para.citra, para.fajar, para.dewi):
        satu.akun.surel = f"{satu.akun.pk}@uji.test"
        satu.akun.diaktifkan_at = PAGI
        satu.akun.save()
    return para
