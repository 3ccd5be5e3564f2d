"""Set-up of the account tests: the cast, a clean rate-limit cache, a client per person."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client

from pemeran import Pemeran, buat_pemeran
from tera.organisasi.models import Pegawai


@pytest.fixture(autouse=True)
def _batas_bersih() -> None:
    cache.clear()


@pytest.fixture
def pemeran(db: None) -> Pemeran:
    return buat_pemeran()


@pytest.fixture
def klien() -> Callable[[Pegawai], Client]:
    def buat(pegawai: Pegawai) -> Client:
        satu = Client()
        assert pegawai.akun is not None
        satu.force_login(pegawai.akun)
        return satu

    return buat
