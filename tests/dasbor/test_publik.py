"""The public page of an OPD: only where it was opened, no person, no small number."""

import datetime as dt

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dasbor.test_laman import ramaikan
from evaluasi import panggung
from pemeran import Pemeran, buat_unit
from tera.organisasi.models import ButirPerencanaan, IndikatorPerjanjian, UnitKerja


def alamat(para: Pemeran, unit=None) -> str:
    return reverse("dasbor:publik_opd", args=[para.instansi.kode, (unit or para.dinas).pk])


def buka(para: Pemeran, unit=None, harap: int = 200) -> str:
    jawab = Client().get(alamat(para, unit))
    assert jawab.status_code == harap
    return jawab.content.decode()


def test_nothing_is_public_before_the_instansi_opens_it(para: Pemeran) -> None:
    buka(para, harap=404)
    assert Client().get(reverse("dasbor:publik", args=[para.instansi.kode])).status_code == 404
    assert Client().get(reverse("dasbor:publik", args=["tidak-ada"])).status_code == 404


def test_an_opd_shows_targets_capaian_and_completion_and_no_person(para: Pemeran) -> None:
    panggung.kebijakan(para, "dasbor.halaman_publik", True)
    panggung.tetapkan(para)
    ramaikan(para, 10, 1)
    butir = ButirPerencanaan.objects.create(
        instansi=para.instansi, unit=para.dinas, jenis="perjanjian", sumber="perjanjian_kinerja",
        teks="Layanan kependudukan cepat", sejak=dt.date(2026, 1, 1),
    )  # fmt: skip
    IndikatorPerjanjian.objects.create(
        butir=butir, tahun=2026, teks="Waktu terbit KTP", target="1", satuan="hari"
    )
    isi = buka(para)
    for kata in ("Layanan kependudukan cepat", "Waktu terbit KTP", "1 hari", "Baik", "79%"):
        assert kata in isi, kata
    for orang in (para.andi, para.budi, para.fajar):
        assert orang.nama not in isi
    assert (
        para.dinas.nama
        in Client().get(reverse("dasbor:publik", args=[para.instansi.kode])).content.decode()
    )


def test_few_people_stay_hidden(para: Pemeran) -> None:
    panggung.kebijakan(para, "dasbor.halaman_publik", True)
    panggung.tetapkan(para)
    isi = buka(para)
    assert "kurang dari 10 pegawai" in isi
    assert "%" not in isi.split("<main")[1]


def test_an_opd_is_counted_without_those_below_it_so_nothing_can_be_subtracted(
    para: Pemeran,
) -> None:
    panggung.kebijakan(para, "dasbor.halaman_publik", True)
    ramaikan(para, 12, 1)
    assert "kurang dari 10 pegawai" not in buka(para)
    anak = buat_unit(para.instansi, "010199", "UPT Pelayanan", para.dinas, "Kepala", "")
    UnitKerja.objects.filter(nama__startswith="Seksi").update(induk=anak)
    for satu in UnitKerja.objects.filter(induk=anak):
        satu.path = f"{anak.path}{satu.pk}/"
        satu.save()
    UnitKerja.objects.filter(path__startswith=anak.path).update(opd=anak)
    # The people of the UPT are its own: four stay at the Dinas, too few to show.
    assert "kurang dari 10 pegawai" in buka(para)
    isi = buka(para, anak)
    assert "kurang dari 10 pegawai" not in isi
    assert "100%" in isi
    for bukan in (para.bidang, para.kabupaten, para.dinas_lain):
        buka(para, bukan, 404)


def test_a_public_page_may_be_kept_and_sets_no_cookie(para: Pemeran) -> None:
    panggung.kebijakan(para, "dasbor.halaman_publik", True)
    Client().get(alamat(para))
    with CaptureQueriesContext(connection) as kueri:
        jawab = Client().get(alamat(para))
    assert len(kueri) <= 12
    assert "public" in jawab["Cache-Control"]
    assert not jawab.cookies
