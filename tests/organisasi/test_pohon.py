"""The page of the tree: levels, heads, vacancies, counts."""

import pytest
from django.test import Client
from django.urls import reverse

from pemeran import buat_pemeran
from tera.organisasi.models import Penugasan
from tera.organisasi.selectors.laman_inti import pohon_unit

pytestmark = pytest.mark.django_db


def test_each_level_shows_heads_vacancies_and_counts() -> None:
    para = buat_pemeran()
    aktor = para.aktor(para.andi)
    jalan, daftar = pohon_unit(aktor=aktor, pada=aktor.hari_ini, induk=None)
    assert jalan == []
    assert [(b.unit, b.pimpinan, b.jumlah, b.jumlah_anak) for b in daftar] == [
        (para.kabupaten, "Gita Bupati", 2, 1)
    ]
    jalan, daftar = pohon_unit(aktor=aktor, pada=aktor.hari_ini, induk=para.dinas)
    assert jalan == [para.kabupaten, para.dinas]
    assert [(b.unit, b.pimpinan, b.jumlah) for b in daftar] == [(para.bidang, "Budi Penilai", 2)]
    Penugasan.objects.filter(pegawai=para.budi).delete()
    _, daftar = pohon_unit(aktor=aktor, pada=aktor.hari_ini, induk=para.dinas)
    assert (daftar[0].pimpinan, daftar[0].jumlah) == ("", 1)
    klien = Client()
    klien.force_login(para.andi.akun)
    laman = klien.get(reverse("organisasi:unit_rincian", args=[para.dinas.pk])).content.decode()
    assert "Lowong" in laman
    asing = klien.get(reverse("organisasi:unit_rincian", args=[para.dinas_lain.pk]))
    assert asing.status_code == 404
