"""What waits for a person in pelaksanaan: each figure once, whichever right lets one verify it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pelaksanaan import panggung
from pemeran import Pemeran
from tera.organisasi.models import AnggotaTim, Pegawai, TimKerja
from tera.pelaksanaan import services
from tera.pelaksanaan.selectors.tugas import TugasPelaksanaan, tugas_pelaksanaan
from tera.skp.models import SKP

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("enam_juli")]


def menunggu(para: Pemeran, siapa: Pegawai) -> TugasPelaksanaan:
    with CaptureQueriesContext(connection) as kueri:
        hasil = tugas_pelaksanaan(aktor=para.aktor(siapa))
    assert len(kueri) == 1
    return hasil


def pimpin_tim(para: Pemeran, skp: SKP, ketua: Pegawai) -> None:
    tim = TimKerja.objects.create(
        instansi=para.instansi, unit=para.bidang, nama="Tim Data", ketua=ketua, sejak=skp.mulai
    )
    for satu in (para.andi, ketua):
        AnggotaTim.objects.create(tim=tim, pegawai=satu, sejak=skp.mulai)


def test_a_figure_waits_once_for_the_rater_who_also_leads_the_team(para: Pemeran, skp: SKP) -> None:
    satu = panggung.lapor(para, skp, "1200")
    pimpin_tim(para, skp, para.budi)
    hasil = menunggu(para, para.budi)
    assert [butir.pk for butir in hasil.menunggu] == [satu.pk]
    assert hasil.tercapai == hasil.menunggu
    assert (hasil.menunggu[0].nama, hasil.menunggu[0].periode) == (
        para.andi.nama_lengkap, "Triwulan 2 Tahun 2026",
    )  # fmt: skip
    assert not menunggu(para, para.andi).menunggu


def test_the_leader_of_a_team_sees_what_another_rates(para: Pemeran, skp: SKP) -> None:
    satu = panggung.lapor(para, skp)
    assert not menunggu(para, para.citra).menunggu
    pimpin_tim(para, skp, para.citra)
    assert [butir.pk for butir in menunggu(para, para.citra).menunggu] == [satu.pk]
    assert [butir.pk for butir in menunggu(para, para.budi).menunggu] == [satu.pk]
    assert not menunggu(para, para.dewi).menunggu


def test_a_returned_figure_waits_for_its_person_only(para: Pemeran, skp: SKP) -> None:
    satu = panggung.lapor(para, skp)
    pimpin_tim(para, skp, para.citra)
    services.kembalikan_realisasi(
        aktor=para.aktor(para.budi), realisasi=satu, catatan="Tanpa bukti", pada=panggung.PADA
    )
    assert [butir.catatan for butir in menunggu(para, para.andi).dikembalikan] == ["Tanpa bukti"]
    for siapa in (para.budi, para.citra):
        assert not menunggu(para, siapa).menunggu
