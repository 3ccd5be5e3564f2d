"""The cast, and a day in December."""

from collections.abc import Iterator

import pytest

from pemeran import Pemeran, buat_pemeran
from tera.core import clock
from tindak_lanjut.tindakan import panggung_tindakan as panggung


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


@pytest.fixture(autouse=True)
def _jam() -> Iterator[None]:
    with clock.jam_beku(panggung.SIANG):
        yield
