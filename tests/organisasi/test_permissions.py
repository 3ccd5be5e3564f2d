"""The parts of officers: by unit, by day, inside one instansi."""

import datetime as dt

import pytest

from pemeran import Pemeran, buat_pemeran
from tera.core.aktor import Aktor
from tera.organisasi import permissions, selectors
from tera.organisasi.models import AnggotaTim, Penyiap, PeranPetugas, TimKerja
from tera.organisasi.selectors.ringkas import bagian_dari_baris, susun_bilah

pytestmark = pytest.mark.django_db
PADA = dt.date(2026, 6, 1)


def _bagian(aktor: Aktor, pada: dt.date) -> tuple[frozenset[str], bool]:
    """What the frame knows of a person, by the query it asks."""
    return bagian_dari_baris(list(susun_bilah(aktor.instansi_id, aktor.pegawai_id, pada)))  # type: ignore[arg-type]


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


def test_an_officers_part_reaches_the_unit_and_below_only(para: Pemeran) -> None:
    PeranPetugas.objects.filter(pegawai=para.citra).update(unit=para.bidang)
    aktor = para.aktor(para.citra)

    def boleh(unit: object) -> bool:
        return permissions.boleh_petugas(
            aktor=aktor,
            unit=unit,  # type: ignore[arg-type]
            pada=PADA,
            peran="pengelola",
        )

    assert boleh(para.bidang)
    assert boleh(None)
    assert not boleh(para.dinas)
    assert not boleh(para.dinas_lain)
    assert not permissions.boleh_petugas(aktor=aktor, unit=para.bidang, pada=PADA, peran="admin")
    terlihat = selectors.pegawai_terlihat(aktor=aktor, pada=PADA)
    assert set(terlihat) == {para.citra, para.andi, para.budi}


def test_an_officers_part_ends_on_its_day(para: Pemeran) -> None:
    PeranPetugas.objects.filter(pegawai=para.citra).update(sampai=PADA)
    aktor = para.aktor(para.citra)
    assert permissions.peran_petugas(aktor=aktor, pada=PADA) == {"pengelola"}
    assert _bagian(aktor, PADA) == (frozenset({"pengelola"}), False)
    besok = PADA + dt.timedelta(days=1)
    assert permissions.peran_petugas(aktor=aktor, pada=besok) == frozenset()
    assert _bagian(aktor, besok) == (frozenset(), False)
    assert _bagian(para.aktor(para.budi), PADA) == (frozenset(), True)


def test_team_lead_and_helper_play_their_parts_on_their_days(para: Pemeran) -> None:
    tim = TimKerja.objects.create(
        instansi=para.instansi, unit=para.dinas, nama="Tim", ketua=para.citra, sejak=PADA
    )
    AnggotaTim.objects.create(tim=tim, pegawai=para.andi, sejak=PADA)
    Penyiap.objects.create(
        instansi=para.instansi, pejabat=para.fajar, penyiap=para.andi, sejak=PADA
    )
    tugas = para.penugasan(para.andi)
    kemarin = PADA - dt.timedelta(days=1)
    ketua = para.aktor(para.citra)
    assert "ketua_tim" in permissions.peran_terhadap(aktor=ketua, penugasan=tugas, pada=PADA)
    assert "ketua_tim" not in permissions.peran_terhadap(aktor=ketua, penugasan=tugas, pada=kemarin)
    assert permissions.peran_terhadap(
        aktor=para.aktor(para.andi), penugasan=para.penugasan(para.fajar), pada=PADA
    ) == {"penyiap"}


def test_the_system_serves_its_own_instansi_only(para: Pemeran) -> None:
    sistem = Aktor.sistem(para.instansi.pk, para.instansi.zona)
    tugas = para.penugasan(para.andi)
    assert permissions.peran_terhadap(aktor=sistem, penugasan=tugas, pada=PADA) == {"sistem"}
    asing = para.penugasan(para.dewi)
    assert permissions.peran_terhadap(aktor=sistem, penugasan=asing, pada=PADA) == frozenset()


def test_people_and_units_of_another_instansi_stay_unseen(para: Pemeran) -> None:
    for pegawai in (para.citra, para.eka, para.fajar, para.budi):
        aktor = para.aktor(pegawai)
        assert para.dewi not in selectors.pegawai_terlihat(aktor=aktor, pada=PADA)
        assert para.dinas_lain not in selectors.unit_terlihat(aktor=aktor)


def test_a_rater_sees_those_rated_and_those_below_them_a_level(para: Pemeran) -> None:
    fajar = para.aktor(para.fajar)
    assert set(selectors.dinilai_oleh(aktor=fajar, pada=PADA)) == {
        para.penugasan(para.budi),
        para.penugasan(para.citra),
    }
    assert set(selectors.diawasi_oleh(aktor=fajar, pada=PADA)) == {para.penugasan(para.andi)}
    assert set(selectors.pegawai_terlihat(aktor=fajar, pada=PADA)) == {
        para.fajar,
        para.budi,
        para.citra,
        para.andi,
    }
