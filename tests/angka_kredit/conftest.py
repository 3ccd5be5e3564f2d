"""The cast, and a day in November."""

from collections.abc import Iterator

import pytest

from angka_kredit import panggung
from pemeran import Pemeran
from tera.core import clock


@pytest.fixture
def para() -> Pemeran:
    return panggung.buat()


@pytest.fixture(autouse=True)
def _jam() -> Iterator[None]:
    with clock.jam_beku(panggung.SIANG):
        yield
