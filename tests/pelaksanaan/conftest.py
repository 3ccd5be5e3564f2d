"""The stage most files of this room stand on: the cast, Andi's plan, a day in July."""

import datetime as dt
from collections.abc import Iterator

import pytest

from pelaksanaan import panggung
from pemeran import Pemeran, buat_pemeran
from tera.core import clock
from tera.skp.models import SKP


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


@pytest.fixture
def skp(para: Pemeran) -> SKP:
    return panggung.skp_ditetapkan(para)


@pytest.fixture
def enam_juli() -> Iterator[None]:
    with clock.jam_beku(dt.datetime(2026, 7, 6, 2, tzinfo=dt.UTC)):
        yield
