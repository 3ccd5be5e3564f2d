"""The ways to the exchange, the packages and the archive: offered to those they answer."""

import pytest
from django.test import Client
from django.urls import reverse

from architecture.objek_evaluasi import _disampaikan
from integrasi import panggung
from pemeran import SANDI, Pemeran, buat_pemeran
from tera.evaluasi.models import Evaluasi
from tera.organisasi.models import Pegawai

pytestmark = pytest.mark.django_db


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


def isi(pegawai: Pegawai, rute: str, *argumen: object) -> str:
    klien = Client()
    klien.login(username=pegawai.akun.nama_akun, password=SANDI)
    return klien.get(reverse(rute, args=argumen)).content.decode()


def test_the_bar_leads_an_officer_to_the_exchange_and_nobody_else(para: Pemeran) -> None:
    for siapa, ada in ((para.citra, True), (para.andi, False), (para.eka, False)):
        assert (f'href="{reverse("integrasi:beranda")}"' in isi(siapa, "web:beranda")) is ada


def test_packages_are_offered_to_heads_and_officers_and_the_archive_to_everyone(
    para: Pemeran,
) -> None:
    for siapa, ada in ((para.budi, True), (para.citra, True), (para.andi, False)):
        daftar = isi(siapa, "evaluasi:daftar")
        assert (reverse("dokumen:paket") in daftar) is ada
        assert reverse("integrasi:arsip") in daftar


def test_a_result_leads_to_its_form_and_to_the_page_to_copy_from(para: Pemeran) -> None:
    pk = _disampaikan(para)
    halaman = isi(para.andi, "evaluasi:rincian", pk)
    assert reverse("dokumen:evaluasi", args=[pk]) in halaman
    assert reverse("integrasi:salin_evaluasi", args=[pk]) in halaman
    assert "Catatan resmi nasional: e-Kinerja BKN" in halaman
    skp = Evaluasi.objects.get(pk=pk).skp_id
    assert reverse("integrasi:salin_skp", args=[skp]) in isi(para.andi, "skp:rincian", skp)


def test_only_who_may_state_it_is_offered_the_button(para: Pemeran) -> None:
    """The rater may; the one above reads."""
    evaluasi = panggung.ditetapkan(para)
    alamat = reverse("integrasi:tercatat", args=[evaluasi.pk])
    for siapa, boleh in ((para.budi, True), (para.fajar, False)):
        halaman = isi(siapa, "integrasi:salin_evaluasi", evaluasi.pk)
        assert "Rating Hasil Kerja" in halaman
        assert (alamat in halaman) is boleh


def test_the_page_to_copy_from_costs_few_queries(para: Pemeran, django_assert_max_num_queries):
    evaluasi = panggung.ditetapkan(para)
    klien = Client()
    klien.login(username=para.budi.akun.nama_akun, password=SANDI)
    alamat = reverse("integrasi:salin_evaluasi", args=[evaluasi.pk])
    klien.get(alamat)
    with django_assert_max_num_queries(12):
        klien.get(alamat)
