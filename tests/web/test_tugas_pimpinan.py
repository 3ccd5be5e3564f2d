"""What home counts for the head of a unit as a year ends: the same as the page says, one query."""

import datetime as dt

import pytest
from django.test import Client

from pemeran import buat_pemeran
from tera.core import clock
from tera.evaluasi.models import CapaianOrganisasi
from tera.evaluasi.selectors import daftar_capaian
from tera.organisasi.models import Periode
from tera.organisasi.services import segarkan_penilai
from tera.web.tugas_pimpinan import pimpinan

pytestmark = pytest.mark.django_db
DESEMBER = dt.datetime(2026, 12, 15, 3, tzinfo=dt.UTC)


def test_in_december_home_counts_what_a_head_may_set(
    django_assert_max_num_queries, django_assert_num_queries
) -> None:
    with clock.jam_beku(DESEMBER):
        para = buat_pemeran()
        segarkan_penilai(instansi_id=para.instansi.pk, sejak=para.periode.mulai)
        CapaianOrganisasi.objects.create(
            instansi=para.instansi, unit=para.dinas, periode=para.periode, level="baik",
            penetap=para.bupati, nama_penetap="Gita Bupati", ditetapkan_pada=DESEMBER.date(),
            ditetapkan_at=DESEMBER,
        )  # fmt: skip
        semua = list(Periode.objects.filter(instansi=para.instansi, jenis="tahunan"))
        jumlah = {}
        for orang, peran in (
            (para.bupati, frozenset()), (para.fajar, frozenset()), (para.budi, frozenset()),
            (para.citra, frozenset({"pengelola"})),
        ):  # fmt: skip
            aktor = para.aktor(orang)
            penugasan = _penugasan(para, orang)
            with django_assert_num_queries(1):
                isi = pimpinan(
                    aktor=aktor, penugasan=penugasan, wajib=False,
                    daftar_periode=semua, peran=peran,
                )  # fmt: skip
            halaman = [
                satu is not None
                for _unit, satu, boleh in daftar_capaian(aktor=aktor, periode=para.periode)
                if boleh
            ]
            assert isi is not None
            assert (isi["jumlah_unit"], isi["sudah_capaian"]) == (len(halaman), sum(halaman))
            jumlah[orang.nama] = isi["jumlah_unit"]
            klien = Client()
            klien.force_login(orang.akun)
            klien.get("/")
            with django_assert_max_num_queries(12):
                klien.get("/")
    assert jumlah["Gita Bupati"] == 1
    assert jumlah["Citra Pengelola"] == 1  # the root, as an officer
    assert jumlah["Budi Penilai"] == 0


def _penugasan(para, orang):
    satu = para.penugasan(orang)
    satu.memimpin_unit = True
    return satu
