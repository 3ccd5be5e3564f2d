"""The vision line seen from the work: a sasaran that nobody works on is shown."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evaluasi import panggung
from pemeran import Pemeran, buat_pemeran
from tera.organisasi.models import ButirPerencanaan
from tera.skp.models import RencanaHasilKerja
from tera.skp.selectors.arah import sasaran_dikerjakan

pytestmark = pytest.mark.django_db


def _butir(para: Pemeran, teks: str, jenis: str, induk: ButirPerencanaan | None = None):
    return ButirPerencanaan.objects.create(
        instansi=para.instansi, unit=para.dinas, induk=induk, jenis=jenis, sumber="renstra",
        teks=teks, sejak=dt.date(2026, 1, 1),
    )  # fmt: skip


def test_an_rhk_counts_for_its_line_and_every_line_above() -> None:
    para = buat_pemeran()
    sasaran = _butir(para, "Data penduduk andal", "sasaran")
    perjanjian = _butir(para, "Cakupan akta lahir", "perjanjian", sasaran)
    sepi = _butir(para, "Arsip tertata", "sasaran")
    panggung.skp_ditetapkan(para, para.fajar, "jpt_mandiri")
    RencanaHasilKerja.objects.update(butir_perencanaan=perjanjian)
    hasil = {
        satu.butir.pk: satu.jumlah_rhk
        for satu in sasaran_dikerjakan(aktor=para.aktor(para.andi), pada=dt.date(2026, 6, 1))
    }
    assert hasil == {sasaran.pk: 1, perjanjian.pk: 1, sepi.pk: 0}


def test_the_page_names_what_nobody_works_on_in_a_fixed_number_of_queries() -> None:
    para = buat_pemeran()
    klien = Client()
    klien.force_login(para.andi.akun)
    alamat = reverse("skp:sasaran")
    assert "Belum ada sasaran" in klien.get(alamat).text
    jumlah = []
    for nomor in (1, 9):
        for urut in range(nomor):
            _butir(para, f"Sasaran sepi {nomor}-{urut}", "sasaran")
        with CaptureQueriesContext(connection) as tangkap:
            halaman = klien.get(alamat).text
        jumlah.append(len(tangkap))
    assert "Sasaran sepi 9-8" in halaman
    assert jumlah[0] == jumlah[1] <= 12
