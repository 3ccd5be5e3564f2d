"""The cast for the SKP tests."""

import pytest

from pemeran import Pemeran
from skp.alat import siapkan


@pytest.fixture
def para(db: None) -> Pemeran:
    return siapkan()
