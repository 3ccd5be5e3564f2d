"""Citizens' texts beside the rating: for the rater who must decide, for the days it is about."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evaluasi import panggung
from pemeran import Pemeran, buat_pemeran
from skp.test_versi_mutasi import ZONA, pindah
from tera.core import clock
from tera.evaluasi import services
from tera.evaluasi.models import Evaluasi
from tera.organisasi.models import Pegawai
from tera.skp import services as skp_services
from tera.umpan_balik.models import TitikLayanan
from tera.umpan_balik.services import moderasi
from umpan_balik import panggung_publik as publik

pytestmark = pytest.mark.django_db
JULI = dt.date(2026, 7, 1)
KINI = dt.date(2026, 9, 1)


@pytest.fixture(autouse=True)
def _september() -> Iterator[None]:
    with clock.jam_beku(dt.datetime(2026, 9, 1, 2, tzinfo=dt.UTC)):
        yield


def _titik(para: Pemeran) -> TitikLayanan:
    titik = publik.titik(para)
    publik.jawaban(titik, 5)
    return titik


def _tulis(para: Pemeran, titik: TitikLayanan, teks: str, pada: dt.date) -> None:
    citra = para.aktor(para.citra)
    masukan = publik.masukan(titik, teks, pada=pada)
    moderasi.terbitkan_masukan(aktor=citra, masukan=masukan, pada=publik.PADA)
    moderasi.kaitkan_masukan(aktor=citra, masukan=masukan, pegawai=para.andi, pada=publik.PADA)


def _buka(orang: Pegawai, rute: str, pk: int) -> Any:
    klien = Client()
    assert orang.akun is not None
    klien.force_login(orang.akun)
    return klien.get(reverse(rute, args=[pk]))


def _pindah(para: Pemeran) -> Evaluasi:
    """Andi moves to the dinas in July; Budi still owes the part until June."""
    lama = panggung.skp_ditetapkan(para)
    pindah(para, para.andi, JULI, para.dinas)
    skp_services.segarkan_mutasi(instansi_id=para.instansi.pk, zona=ZONA, pada=JULI)
    lama.refresh_from_db()
    return services.buka_evaluasi(
        aktor=para.aktor(para.budi), skp=lama, periode=para.periode, pada=dt.date(2026, 7, 2)
    )


def test_a_rater_of_record_reads_the_texts_of_those_days_until_the_result_is_set() -> None:
    para = buat_pemeran()
    bagian = _pindah(para)
    titik = _titik(para)
    _tulis(para, titik, "Sabar menjelaskan.", dt.date(2026, 6, 30))
    _tulis(para, titik, "Cepat di loket baru.", JULI)
    _tulis(para, titik, "Ramah tahun lalu.", dt.date(2025, 12, 31))

    ruang = _buka(para.budi, "evaluasi:rincian", bagian.pk).content.decode()
    assert reverse("evaluasi:suara", args=[bagian.pk]) in ruang
    halaman = _buka(para.budi, "evaluasi:suara", bagian.pk)
    assert halaman.status_code == 200
    teks = halaman.content.decode()
    assert "Sabar menjelaskan." in teks
    assert "Cepat di loket baru." not in teks
    assert "Ramah tahun lalu." not in teks
    # Budi rates Andi no more: the page of this year and the last isn't his, nor linked.
    semua = reverse("umpan_balik:suara_pegawai", args=[para.andi.pk])
    assert semua not in teks
    assert _buka(para.budi, "umpan_balik:suara_pegawai", para.andi.pk).status_code == 404

    panggung.tetapkan_capaian(para)
    panggung.nilai(para, bagian)
    bagian.refresh_from_db()
    services.tetapkan_evaluasi(aktor=para.aktor(para.budi), evaluasi=bagian, pada=KINI)
    assert _buka(para.budi, "evaluasi:suara", bagian.pk).status_code == 404
    assert (
        reverse("evaluasi:suara", args=[bagian.pk])
        not in _buka(para.budi, "evaluasi:rincian", bagian.pk).content.decode()
    )


@pytest.mark.parametrize("nama", ["andi", "fajar", "citra", "dewi"])
def test_nobody_but_the_rater_of_record_reads_them_there(nama: str) -> None:
    para = buat_pemeran()
    bagian = _pindah(para)
    assert _buka(getattr(para, nama), "evaluasi:suara", bagian.pk).status_code == 404


def test_the_rater_of_today_also_finds_the_page_of_all_days() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    _tulis(para, _titik(para), "Sabar menjelaskan.", dt.date(2026, 6, 30))
    teks = _buka(para.budi, "evaluasi:suara", evaluasi.pk).content.decode()
    assert "Sabar menjelaskan." in teks
    assert reverse("umpan_balik:suara_pegawai", args=[para.andi.pk]) in teks
    assert _buka(para.budi, "umpan_balik:suara_pegawai", para.andi.pk).status_code == 200


def test_the_page_costs_the_same_whatever_the_number_of_texts() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    titik = _titik(para)

    def hitung() -> int:
        with CaptureQueriesContext(connection) as tangkap:
            assert _buka(para.budi, "evaluasi:suara", evaluasi.pk).status_code == 200
        return len(tangkap)

    _tulis(para, titik, "Satu.", dt.date(2026, 6, 1))
    hitung()
    sedikit = hitung()
    for nomor in range(4):
        _tulis(para, titik, f"Tulisan {nomor}.", dt.date(2026, 6, 2))
    assert hitung() == sedikit
