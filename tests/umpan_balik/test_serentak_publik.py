"""The same form sent several times at once counts once."""

import threading
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import connection

from pemeran import buat_pemeran
from tera.umpan_balik.models import JawabanSKM, MasukanMasyarakat
from umpan_balik import panggung_publik as panggung

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _bersih() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def test_one_form_sent_by_four_connections_at_once_is_kept_once() -> None:
    titik = panggung.titik(buat_pemeran())
    data = panggung.isian(titik.kode, teks="Antreannya pendek.")
    pagar = threading.Barrier(4)
    status: list[int] = []

    def kirim() -> None:
        pagar.wait(timeout=10)
        try:
            status.append(panggung.kirim(titik.kode, data).status_code)
        finally:
            connection.close()

    utas = [threading.Thread(target=kirim) for _n in range(4)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    assert status == [200] * 4
    assert JawabanSKM.objects.count() == 1
    assert MasukanMasyarakat.objects.count() == 1
