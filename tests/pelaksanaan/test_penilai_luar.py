"""A rater by letter from another instansi sees the work of that person, and of nobody else."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pelaksanaan import panggung
from pelaksanaan.test_laman import _banyak, kunci, masuk
from pemeran import Pemeran, buat_pegawai
from tera.organisasi.models import AnggotaTim, JenisJabatan, Periode, TimKerja
from tera.organisasi.services import cabut_penilai_khusus
from tera.pelaksanaan.models import Realisasi
from tera.pelaksanaan.selectors.tim import skp_tim
from tera.skp.models import SKP

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("enam_juli")]


@pytest.fixture
def skp(para: Pemeran) -> SKP:
    satu = panggung.skp_ditetapkan(para)
    panggung.bersurat(para)
    return satu


def tim(para: Pemeran) -> str:
    return reverse("pelaksanaan:tim_periode", args=[panggung.triwulan(para, 3).pk])


def test_the_rater_from_elsewhere_reads_and_verifies_the_work_of_that_person(
    para: Pemeran, skp: SKP
) -> None:
    angka = panggung.lapor(para, skp, "1300", urut=3)
    dewi = masuk(para.dewi)
    # At home she rates nobody: the page goes where she does.
    assert dewi.get(reverse("pelaksanaan:tim"))["Location"] == tim(para)
    halaman = dewi.get(tim(para)).content.decode()
    assert "Andi Pegawai" in halaman
    assert "Kabupaten Uji" in halaman
    assert "1.300 data" in halaman
    lembar = reverse("pelaksanaan:lembar", args=[skp.pk, panggung.triwulan(para, 3).pk])
    assert lembar in halaman
    assert dewi.get(lembar).status_code == 200
    banyak = reverse("pelaksanaan:verifikasi_banyak", args=[panggung.triwulan(para, 3).pk])
    assert dewi.post(banyak, kunci(realisasi=[angka.pk]))["Location"] == tim(para)
    angka.refresh_from_db()
    assert (angka.status, angka.pemeriksa) == ("diverifikasi", para.dewi)


def test_she_sees_nobody_else_of_that_instansi(para: Pemeran, skp: SKP) -> None:
    _banyak(para, 2, 1)
    panggung.lapor(para, skp, urut=3)
    dewi = masuk(para.dewi)
    halaman = dewi.get(tim(para)).content.decode()
    assert "Pegawai 1" not in halaman
    assert "Budi Penilai" not in halaman
    lain = Realisasi.objects.exclude(pegawai=para.andi).order_by("pk")[0]
    lembar = reverse("pelaksanaan:lembar", args=[lain.skp_id, lain.periode_id])
    assert dewi.get(lembar).status_code == 404
    banyak = reverse("pelaksanaan:verifikasi_banyak", args=[lain.periode_id])
    dewi.post(banyak, kunci(realisasi=[lain.pk]))
    assert dewi.post(reverse("pelaksanaan:verifikasi", args=[lain.pk]), kunci()).status_code == 404
    lain.refresh_from_db()
    assert lain.status == "dilaporkan"
    ringkasan = reverse("pelaksanaan:unit_satu", args=[para.bidang.pk])
    assert dewi.get(ringkasan).status_code in {403, 404}


def test_without_a_letter_or_after_it_the_page_is_not_found(para: Pemeran) -> None:
    skp = panggung.skp_ditetapkan(para)
    dewi = masuk(para.dewi)
    assert dewi.get(tim(para)).status_code == 404
    panggung.bersurat(para)
    assert dewi.get(tim(para)).status_code == 200
    cabut_penilai_khusus(
        aktor=para.aktor(para.citra), pada=panggung.PADA, penugasan=para.penugasan(para.andi),
        sejak=panggung.PADA, dasar="SP 10/2026",
    )  # fmt: skip
    assert dewi.get(tim(para)).status_code == 404
    assert "Andi Pegawai" in masuk(para.budi).get(tim(para)).content.decode()
    assert skp.penilai == para.budi


def test_the_rater_at_home_no_longer_has_the_person_on_the_team(para: Pemeran, skp: SKP) -> None:
    SKP.objects.filter(pk=skp.pk).update(penilai=para.dewi)
    assert "Andi Pegawai" not in masuk(para.budi).get(tim(para)).content.decode()


def test_the_own_team_and_the_one_elsewhere_stay_apart(para: Pemeran, skp: SKP) -> None:
    rumah = Periode.objects.create(
        instansi=para.instansi_lain, tahun=2026, jenis="tahunan", mulai=dt.date(2026, 1, 1),
        selesai=dt.date(2026, 12, 31), batas_evaluasi=dt.date(2027, 1, 31),
        dibuka_pada=dt.date(2025, 12, 1),
    )  # fmt: skip
    hana = buat_pegawai(
        para.dinas_lain, "Hana Setempat", "199107072016012008", JenisJabatan.PELAKSANA, "Pengolah"
    )
    SKP.objects.create(
        instansi=para.instansi_lain, pegawai=hana, penugasan=para.penugasan(hana), tahun=2026,
        mulai=dt.date(2026, 1, 1), selesai=dt.date(2026, 12, 31), keluarga="ja_jf",
        pendekatan="kuantitatif", status="ditetapkan", penilai=para.dewi,
    )  # fmt: skip
    alamat_sana = tim(para)
    dewi = masuk(para.dewi)
    halaman = dewi.get(reverse("pelaksanaan:tim")).content.decode()
    assert "Hana Setempat" in halaman
    assert "Andi Pegawai" not in halaman
    assert "Yang Anda nilai di Kabupaten Uji" in halaman
    assert alamat_sana in halaman
    di_sana = dewi.get(alamat_sana).content.decode()
    assert "Hana Setempat" not in di_sana
    assert reverse("pelaksanaan:tim_periode", args=[rumah.pk]) in di_sana


def test_leading_a_team_reaches_no_further_than_home(para: Pemeran, skp: SKP) -> None:
    for anggota in (para.andi, para.citra):
        kelompok = TimKerja.objects.create(
            instansi=para.instansi, unit=para.bidang, nama=f"Tim {anggota.pk}", ketua=para.dewi,
            sejak=skp.mulai,
        )  # fmt: skip
        AnggotaTim.objects.create(tim=kelompok, pegawai=anggota, sejak=skp.mulai)
    panggung.skp_ditetapkan(para, para.citra)
    daftar = skp_tim(aktor=para.aktor(para.dewi), periode=panggung.triwulan(para, 3))
    assert [satu.pegawai for satu in daftar] == [para.andi]


def test_the_page_elsewhere_costs_the_same_at_two_sizes(para: Pemeran, skp: SKP) -> None:
    def hitung() -> int:
        dewi = masuk(para.dewi)
        dewi.get(tim(para))
        with CaptureQueriesContext(connection) as kueri:
            assert dewi.get(tim(para)).status_code == 200
        return len(kueri)

    panggung.lapor(para, skp, urut=3)
    sedikit = hitung()
    _banyak(para, 6, 1)
    SKP.objects.exclude(pk=skp.pk).update(penilai=para.dewi)
    banyak = hitung()
    assert sedikit == banyak
    assert banyak <= 12
