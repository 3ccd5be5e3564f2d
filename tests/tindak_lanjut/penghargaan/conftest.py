"""The cast, and a day in November."""

from collections.abc import Iterator

import pytest

from pemeran import Pemeran, buat_pemeran
from tera.core import clock
from tindak_lanjut.penghargaan import panggung


@pytest.fixture
def para(db: None) -> Pemeran:
    return buat_pemeran()


@pytest.fixture(autouse=True)
def _jam() -> Iterator[None]:
    with clock.jam_beku(panggung.SIANG):
        yield
