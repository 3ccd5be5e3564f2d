"""Predikat of the years before Tera, read from a sheet."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from integrasi import panggung
from pemeran import SANDI, Pemeran, buat_pemeran
from tera.core.galat import TidakBerwenangError
from tera.evaluasi.models import HasilTerdahulu
from tera.integrasi import services
from tera.integrasi.services import HasilArsip
from tera.organisasi.models import Pegawai

PADA = panggung.PADA
KEPALA = "NIP;Tahun;Rating Hasil Kerja;Rating Perilaku Kerja;Predikat Kinerja;Bulan Mulai\n"
TAHUN = PADA.year - 2

pytestmark = pytest.mark.django_db


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


def _klien(siapa: Pegawai) -> Client:
    klien = Client()
    assert siapa.akun is not None
    klien.login(username=siapa.akun.nama_akun, password=SANDI)
    return klien


def _impor(para: Pemeran, *baris: str, periksa: bool = False) -> HasilArsip:
    return services.impor_terdahulu(
        aktor=para.aktor(para.citra), nama_berkas="lama.csv",
        isi=(KEPALA + "\n".join(baris)).encode(), pada=PADA, periksa=periksa,
    )  # fmt: skip


def _baris(para: Pemeran, tahun: int = TAHUN, predikat: str = "Baik", mulai: str = "") -> str:
    return f"{para.andi.nip};{tahun};Sesuai Ekspektasi;Sesuai Ekspektasi;{predikat};{mulai}"


def test_earlier_years_are_kept_and_the_same_file_changes_nothing(para: Pemeran) -> None:
    assert _impor(para, _baris(para), periksa=True).diterima == 1
    assert not HasilTerdahulu.objects.exists()
    assert _impor(para, _baris(para), _baris(para, TAHUN + 1)).json()["diterima"] == 2
    assert _impor(para, _baris(para)).tetap == 1
    assert HasilTerdahulu.objects.filter(pegawai=para.andi, predikat="baik").count() == 2


@pytest.mark.parametrize(
    ("tahun", "predikat", "mulai", "sebab"),
    [
        (TAHUN, "Sangat Baik", "", "seharusnya Baik"),
        (2021, "Baik", "", "arsip PP 30/2019"),
        (PADA.year, "Baik", "", "tidak bisa diimpor"),
        (TAHUN, "Baik", "13", "bukan 1 sampai 12"),
    ],
)
def test_a_row_with_a_fault_is_named_and_left_out(
    para: Pemeran, tahun: int, predikat: str, mulai: str, sebab: str
) -> None:
    hasil = _impor(para, _baris(para, tahun, predikat, mulai))
    assert (hasil.diterima, hasil.ditolak) == (0, 1)
    assert sebab in hasil.rincian[0].pesan
    assert not HasilTerdahulu.objects.exists()


def test_a_year_appraised_in_tera_is_not_imported(para: Pemeran) -> None:
    evaluasi = panggung.ditetapkan(para)
    tahun = evaluasi.periode.tahun
    hasil = services.impor_terdahulu(
        aktor=para.aktor(para.citra), nama_berkas="lama.csv",
        isi=(KEPALA + _baris(para, tahun)).encode(), pada=PADA.replace(year=tahun + 1),
    )  # fmt: skip
    assert hasil.alasan == {"dinilai_di_tera": 1}


def test_only_an_officer_imports_and_the_person_reads_it(para: Pemeran) -> None:
    with pytest.raises(TidakBerwenangError):
        services.impor_terdahulu(
            aktor=para.aktor(para.andi), nama_berkas="a.csv", isi=b"", pada=PADA
        )
    _impor(para, _baris(para))
    isi = _klien(para.andi).get(reverse("integrasi:arsip")).content.decode()
    assert "lama.csv" in isi
    isi = _klien(para.budi).get(reverse("integrasi:arsip")).content.decode()
    assert "lama.csv" not in isi
    assert "Belum ada predikat yang diimpor" in isi


def test_the_page_reads_the_file(para: Pemeran) -> None:
    periode = panggung.ditetapkan(para).periode
    alamat = reverse("integrasi:periode", args=[periode.pk])
    berkas = SimpleUploadedFile("lama.csv", (KEPALA + _baris(para)).encode())
    jawaban = _klien(para.citra).post(
        alamat,
        {
            "jenis": "terdahulu",
            "berkas": berkas,
            "simpan": "on",
            "kunci_idempoten": str(uuid.uuid4()),
        },
    )
    assert jawaban.status_code == 200, jawaban.content.decode()[:300]
    assert HasilTerdahulu.objects.count() == 1
