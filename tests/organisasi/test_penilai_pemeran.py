"""Who rates whom among the cast."""

import datetime as dt

import pytest

from pemeran import AWAL, Pemeran, buat_pemeran
from tera.organisasi import permissions, selectors, services
from tera.organisasi.models import HubunganPenilai

PADA = dt.date(2026, 6, 1)


@pytest.fixture
def orang(db: None) -> Pemeran:
    return buat_pemeran()


def test_everybody_of_the_cast_has_the_rater_of_the_stage_directions(orang: Pemeran) -> None:
    harapan = {
        orang.andi: (orang.budi, orang.fajar),
        orang.budi: (orang.fajar, orang.bupati),
        orang.citra: (orang.fajar, orang.bupati),
        orang.fajar: (orang.bupati, None),
        orang.eka: (orang.bupati, None),
        orang.bupati: (None, None),
    }
    for pegawai, (penilai, atasan) in harapan.items():
        hasil = selectors.penilai_pada(penugasan=orang.penugasan(pegawai), pada=PADA)
        assert (hasil.penilai, hasil.atasan_penilai) == (penilai, atasan), hasil.penjelasan


def test_refreshing_twice_changes_nothing(orang: Pemeran) -> None:
    sebelum = list(HubunganPenilai.objects.order_by("id").values())
    assert services.segarkan_penilai(instansi_id=orang.instansi.pk, sejak=AWAL) == 0
    assert services.segarkan_penilai(instansi_id=orang.instansi.pk, sejak=PADA) == 0
    assert list(HubunganPenilai.objects.order_by("id").values()) == sebelum


def test_the_parts_follow_the_relation(orang: Pemeran) -> None:
    tugas = orang.penugasan(orang.andi)

    def peran(siapa: object) -> frozenset[str]:
        return permissions.peran_terhadap(
            aktor=orang.aktor(siapa),
            penugasan=tugas,
            pada=PADA,  # type: ignore[arg-type]
        )

    assert peran(orang.andi) == {"pegawai"}
    assert peran(orang.budi) == {"penilai"}
    assert peran(orang.fajar) == {"atasan_penilai"}
    assert peran(orang.citra) == {"pengelola"}
    assert peran(orang.eka) == {"auditor"}
    assert peran(orang.dewi) == frozenset()
