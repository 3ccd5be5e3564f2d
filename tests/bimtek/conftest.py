"""The cast, and a day in November."""

import datetime as dt
from collections.abc import Iterator

import pytest

from pemeran import Pemeran, buat_pemeran
from tera.core import clock

SAAT = dt.datetime(2026, 11, 20, 2, tzinfo=dt.UTC)


@pytest.fixture
def para(db: None) -> Pemeran:
    return buat_pemeran()


@pytest.fixture(autouse=True)
def _jam() -> Iterator[None]:
    with clock.jam_beku(SAAT):
        yield
