"""A rater by letter from another instansi rates that person through the pages, and nobody else."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.urls import reverse

from evaluasi import panggung
from evaluasi.test_halaman import kirim, klien
from evaluasi.test_pembukaan import anggota
from pemeran import Pemeran, buat_pemeran
from tera.core import audit, clock
from tera.evaluasi import services
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.selectors import evaluasi_terlihat
from tera.organisasi.models import PeranPetugas
from tera.organisasi.services import cabut_penilai_khusus, tetapkan_penilai_khusus

pytestmark = pytest.mark.django_db
PADA = panggung.PADA


@pytest.fixture(autouse=True)
def _jam() -> Iterator[None]:
    with clock.jam_beku(dt.datetime(2026, 11, 20, 3, tzinfo=dt.UTC)):
        yield


@pytest.fixture
def para() -> Pemeran:
    para = buat_pemeran()
    panggung.skp_ditetapkan(para)
    tetapkan_penilai_khusus(
        aktor=para.aktor(para.citra), pada=PADA, penugasan=para.penugasan(para.andi),
        penilai_id=para.dewi.pk, surat="SP 9/2026", sejak=dt.date(2026, 1, 1),
    )  # fmt: skip
    return para


def test_she_goes_from_the_list_to_a_delivered_result(para: Pemeran) -> None:
    panggung.tetapkan_capaian(para)
    dewi = klien(para.dewi)
    tim = reverse("evaluasi:tim", args=[para.periode.pk])
    halaman = dewi.get(reverse("evaluasi:daftar")).text
    assert tim in halaman
    assert "Kabupaten Uji" in halaman
    assert "Andi Pegawai" in dewi.get(tim).text
    skp = panggung.SKP.objects.get(pegawai=para.andi)
    assert kirim(dewi, "evaluasi:buka", skp.pk, para.periode.pk).status_code == 302
    evaluasi = Evaluasi.objects.get()
    assert dewi.get(reverse("evaluasi:rincian", args=[evaluasi.pk])).status_code == 200
    isi = {"rating_hasil_kerja": "sesuai", "rating_perilaku_kerja": "sesuai", "revisi": 0}
    assert kirim(dewi, "evaluasi:nilai", evaluasi.pk, **isi).status_code == 302
    assert kirim(dewi, "evaluasi:tetapkan", evaluasi.pk).status_code == 302
    assert kirim(dewi, "evaluasi:sampaikan", evaluasi.pk).status_code == 302
    evaluasi.refresh_from_db()
    assert (evaluasi.status, evaluasi.predikat) == ("disampaikan", "baik")
    assert evaluasi.rekaman["penilai"]["nama"] == "Dewi Orang Lain"
    assert audit.verifikasi().utuh


def test_she_finds_nobody_else_and_no_page_of_a_unit(para: Pemeran) -> None:
    skp = anggota(para, 1)
    lain = services.buka_evaluasi(
        aktor=para.aktor(para.budi), skp=skp, periode=para.periode, pada=PADA
    )
    panggung.tetapkan_capaian(para)
    dewi = klien(para.dewi)
    assert "Anggota 1" not in dewi.get(reverse("evaluasi:tim", args=[para.periode.pk])).text
    assert dewi.get(reverse("evaluasi:rincian", args=[lain.pk])).status_code == 404
    assert kirim(dewi, "evaluasi:buka", skp.pk, para.periode.pk).status_code == 404
    kirim(dewi, "evaluasi:tetapkan_banyak", para.periode.pk, pilih=[lain.pk])
    lain.refresh_from_db()
    assert lain.status == "terbuka"
    for rute, argumen in (
        ("evaluasi:capaian", [para.periode.pk]),
        ("evaluasi:distribusi_daftar", [para.periode.pk]),
        ("evaluasi:distribusi", [para.periode.pk, para.dinas.pk]),
        ("evaluasi:pantau", [para.periode.pk]),
    ):
        assert dewi.get(reverse(rute, args=argumen)).status_code == 404, rute


def test_when_the_letter_ends_the_round_is_not_found(para: Pemeran) -> None:
    tim = reverse("evaluasi:tim", args=[para.periode.pk])
    assert klien(para.dewi).get(tim).status_code == 200
    cabut_penilai_khusus(
        aktor=para.aktor(para.citra), pada=PADA, penugasan=para.penugasan(para.andi),
        sejak=PADA, dasar="SP 10/2026",
    )  # fmt: skip
    assert klien(para.dewi).get(tim).status_code == 404


def test_an_officer_of_another_instansi_sees_no_evaluation(para: Pemeran) -> None:
    # Whatever the paths of units look like, an officer's reach ends at home.
    PeranPetugas.objects.create(
        instansi=para.instansi_lain, pegawai=para.dewi, peran="pengelola", unit=para.dinas_lain,
        sejak=dt.date(2026, 1, 1), dasar="SK",
    )  # fmt: skip
    skp = anggota(para, 2)
    services.buka_evaluasi(aktor=para.aktor(para.budi), skp=skp, periode=para.periode, pada=PADA)
    assert not evaluasi_terlihat(aktor=para.aktor(para.dewi)).exists()
