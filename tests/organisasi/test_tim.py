"""Working teams across units."""

import datetime as dt

import pytest
from django.urls import reverse

from organisasi.orang_uji import PADA, buat_sekolah, kirim, lihat, masuk
from pemeran import Pemeran, buat_pemeran
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.models import AnggotaTim, TimKerja
from tera.organisasi.selectors.tim import adalah_ketua_tim, tim_diikuti, tim_terlihat
from tera.organisasi.services.tim import (
    akhiri_anggota,
    bentuk_tim,
    bubarkan_tim,
    ganti_ketua,
    tambah_anggota,
)

BESOK = PADA + dt.timedelta(days=1)


@pytest.fixture
def orang(db: None) -> Pemeran:
    return buat_pemeran()


def bentuk(orang: Pemeran, oleh: str = "budi") -> TimKerja:
    return bentuk_tim(
        aktor=orang.aktor(getattr(orang, oleh)),
        unit_id=orang.bidang.pk,
        nama="Tim Pindah Data",
        ketua_id=orang.andi.pk,
        sejak=PADA,
        sampai=None,
        dasar="ST 1",
        pada=PADA,
    )


def ikutkan(orang: Pemeran, tim: TimKerja, pegawai: object) -> AnggotaTim:
    return tambah_anggota(
        aktor=orang.aktor(orang.budi),
        tim=tim,
        pegawai_id=pegawai.pk,  # type: ignore[attr-defined]
        sejak=PADA,
        sampai=None,
        pada=PADA,
    )


@pytest.mark.parametrize("siapa", ["budi", "fajar", "bupati", "citra"])
def test_the_head_one_above_and_the_pengelola_form_a_team(orang: Pemeran, siapa: str) -> None:
    assert bentuk(orang, siapa).ketua == orang.andi


@pytest.mark.parametrize("siapa", ["andi", "eka"])
def test_others_form_no_team(orang: Pemeran, siapa: str) -> None:
    with pytest.raises(TidakBerwenangError):
        bentuk(orang, siapa)


def test_a_stranger_cannot_even_name_the_unit(orang: Pemeran) -> None:
    with pytest.raises(MasukanSalahError):
        bentuk(orang, "dewi")


def test_a_member_may_come_from_another_unit_but_not_from_another_instansi(orang: Pemeran) -> None:
    tim = bentuk(orang)
    ikutkan(orang, tim, orang.citra)
    assert list(tim_diikuti(pegawai_id=orang.citra.pk, pada=PADA)) == [tim]
    with pytest.raises(MasukanSalahError):
        ikutkan(orang, tim, orang.dewi)


def test_nobody_is_a_member_twice_and_the_leader_is_no_member(orang: Pemeran) -> None:
    tim = bentuk(orang)
    ikutkan(orang, tim, orang.citra)
    for pegawai in (orang.citra, orang.andi):
        with pytest.raises(MasukanSalahError):
            ikutkan(orang, tim, pegawai)
    assert tim.daftar_anggota.count() == 1


def test_the_leader_leads_until_the_last_day_of_the_membership(orang: Pemeran) -> None:
    tim = bentuk(orang)
    anggota = ikutkan(orang, tim, orang.citra)
    akhiri_anggota(aktor=orang.aktor(orang.budi), anggota=anggota, sampai=PADA, pada=PADA)

    def memimpin(pada: dt.date) -> bool:
        return adalah_ketua_tim(ketua_id=orang.andi.pk, anggota_id=orang.citra.pk, pada=pada)

    assert memimpin(PADA)
    assert not memimpin(BESOK)
    with pytest.raises(StatusTidakSesuaiError):
        akhiri_anggota(aktor=orang.aktor(orang.budi), anggota=anggota, sampai=BESOK, pada=PADA)


def test_closing_the_team_ends_every_membership(orang: Pemeran) -> None:
    tim = bentuk(orang)
    ikutkan(orang, tim, orang.citra)
    bubarkan_tim(aktor=orang.aktor(orang.budi), tim=tim, sampai=PADA, pada=PADA)
    assert not AnggotaTim.objects.exclude(sampai=PADA).exists()
    assert not tim_diikuti(pegawai_id=orang.citra.pk, pada=BESOK).exists()


def test_a_new_leader_replaces_the_old_one_once(orang: Pemeran) -> None:
    tim = bentuk(orang)
    lama = TimKerja.objects.get(pk=tim.pk)
    aktor = orang.aktor(orang.budi)
    ganti_ketua(aktor=aktor, tim=tim, ketua_id=orang.citra.pk, dasar="ST 2", pada=PADA)
    with pytest.raises(StatusTidakSesuaiError):
        ganti_ketua(aktor=aktor, tim=lama, ketua_id=orang.fajar.pk, dasar="ST 3", pada=PADA)
    assert TimKerja.objects.get(pk=tim.pk).ketua == orang.citra


def test_only_those_concerned_see_the_team(orang: Pemeran) -> None:
    bentuk(orang)

    def melihat(siapa: object) -> bool:
        return tim_terlihat(aktor=orang.aktor(siapa), pada=PADA).exists()  # type: ignore[arg-type]

    terlihat = [orang.andi, orang.budi, orang.fajar, orang.citra, orang.eka]
    assert all(map(melihat, terlihat))
    assert not melihat(orang.dewi)


def test_the_head_forms_a_team_and_adds_a_member_on_the_pages(orang: Pemeran) -> None:
    klien = masuk(orang.budi)
    isi = {
        "nama": "Tim A",
        "unit": "010101",
        "ketua": "197502022000011002",
        "sejak": "2026-06-01",
    }
    jawaban = kirim(klien, reverse("organisasi:tim_baru"), isi)
    assert jawaban.status_code == 302, jawaban.content.decode()
    tim = TimKerja.objects.get()
    alamat = reverse("organisasi:tim_anggota", args=[tim.pk])
    assert kirim(klien, alamat, {"pegawai": "Andi", "sejak": "2026-06-01"}).status_code == 302
    rincian = lihat(klien, reverse("organisasi:tim_rincian", args=[tim.pk]))
    assert "Andi Pegawai" in rincian.content.decode()
    akhiri = reverse("organisasi:tim_anggota_akhiri", args=[tim.daftar_anggota.get().pk])
    assert kirim(masuk(orang.dewi), akhiri).status_code == 404
    assert kirim(klien, akhiri).status_code == 302
    assert kirim(klien, reverse("organisasi:tim_ketua", args=[tim.pk]), {}).status_code == 422
    bubar = reverse("organisasi:tim_bubar", args=[tim.pk])
    assert kirim(klien, bubar, {"sampai": "2026-06-30"}).status_code == 302


def test_a_name_that_fits_several_people_asks_which(orang: Pemeran) -> None:
    buat_sekolah(orang, 2)
    isi = {"nama": "Tim A", "unit": "010101", "ketua": "Kepala SD", "sejak": "2026-06-01"}
    jawaban = kirim(masuk(orang.budi), reverse("organisasi:tim_baru"), isi)
    assert jawaban.status_code == 422
    assert "Ada beberapa yang cocok" in jawaban.content.decode()


def test_the_list_costs_the_same_for_one_and_many_teams(
    orang: Pemeran, django_assert_max_num_queries
) -> None:
    klien = masuk(orang.citra)
    hitung = []
    for tambahan in (1, 8):
        for _ in range(tambahan):
            ikutkan(orang, bentuk(orang), orang.citra)
        with django_assert_max_num_queries(12) as tangkap:
            assert lihat(klien, reverse("organisasi:tim")).status_code == 200
        hitung.append(len(tangkap.captured_queries))
    assert hitung[0] == hitung[1]
