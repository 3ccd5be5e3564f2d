"""The unit that somebody may look at: one below their paths, or the first."""

import pytest

from pemeran import Pemeran, buat_pemeran
from tera.organisasi.models import UnitKerja
from tera.organisasi.selectors.wilayah import boleh_induk, jalur_dipimpin, unit_di

pytestmark = pytest.mark.django_db


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


def test_without_a_key_it_is_the_first_in_the_order_of_the_tree(para: Pemeran) -> None:
    for jalur in ([para.bidang.path, para.dinas.path], [para.bidang.path], [para.kabupaten.path]):
        urut = UnitKerja.objects.filter(path__in=jalur).order_by("path")
        assert unit_di(instansi_id=para.instansi.pk, jalur=jalur, pk=None) == urut[0]
    assert unit_di(instansi_id=para.instansi.pk, jalur=[], pk=None) is None
    assert unit_di(instansi_id=para.instansi.pk, jalur=[para.dinas_lain.path], pk=None) is None


def test_a_unit_is_opened_from_above_and_from_nowhere_else(para: Pemeran) -> None:
    isi = {"instansi_id": para.instansi.pk, "jalur": [para.dinas.path]}
    assert unit_di(**isi, pk=para.bidang.pk) == para.bidang
    assert unit_di(**isi, pk=para.dinas.pk) == para.dinas
    for pk in (para.kabupaten.pk, para.dinas_lain.pk, 0, 10**30):
        assert unit_di(**isi, pk=pk) is None
    assert boleh_induk(para.bidang, isi["jalur"])
    assert not boleh_induk(para.dinas, isi["jalur"])
    assert not boleh_induk(para.kabupaten, [para.kabupaten.path])


def test_the_head_looks_down_from_the_unit_they_lead(para: Pemeran) -> None:
    tugas = para.penugasan(para.fajar)
    assert jalur_dipimpin(pegawai_id=para.fajar.pk, pada=tugas.sejak) == [para.dinas.path]
    assert jalur_dipimpin(pegawai_id=para.andi.pk, pada=tugas.sejak) == []
    assert jalur_dipimpin(pegawai_id=None, pada=tugas.sejak) == []
