"""The ways to the exchange, the packages and the archive: offered to those they answer."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from architecture.objek_evaluasi import _disampaikan
from integrasi import panggung
from pemeran import SANDI, Pemeran, buat_pemeran, buat_unit
from tera.core.galat import TidakBerwenangError
from tera.core.models import JejakAudit
from tera.evaluasi.models import Evaluasi
from tera.integrasi import services
from tera.integrasi.models import CatatanEKinerja
from tera.organisasi.models import Pegawai, PeranPetugas

pytestmark = pytest.mark.django_db


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


def isi(pegawai: Pegawai, rute: str, *argumen: object) -> str:
    klien = Client()
    klien.login(username=pegawai.akun.nama_akun, password=SANDI)
    return klien.get(reverse(rute, args=argumen)).content.decode()


def test_the_bar_leads_an_officer_to_the_exchange_and_nobody_else(para: Pemeran) -> None:
    for siapa, ada in ((para.citra, True), (para.andi, False), (para.eka, False)):
        assert (f'href="{reverse("integrasi:beranda")}"' in isi(siapa, "web:beranda")) is ada


def test_packages_are_offered_to_heads_and_officers_and_the_archive_to_everyone(
    para: Pemeran,
) -> None:
    for siapa, ada in ((para.budi, True), (para.citra, True), (para.andi, False)):
        daftar = isi(siapa, "evaluasi:daftar")
        assert (reverse("dokumen:paket") in daftar) is ada
        assert reverse("integrasi:arsip") in daftar


def test_a_result_leads_to_its_form_and_to_the_page_to_copy_from(para: Pemeran) -> None:
    pk = _disampaikan(para)
    halaman = isi(para.andi, "evaluasi:rincian", pk)
    assert reverse("dokumen:evaluasi", args=[pk]) in halaman
    assert reverse("integrasi:salin_evaluasi", args=[pk]) in halaman
    assert "Catatan resmi nasional: e-Kinerja BKN" in halaman
    skp = Evaluasi.objects.get(pk=pk).skp_id
    assert reverse("integrasi:salin_skp", args=[skp]) in isi(para.andi, "skp:rincian", skp)


def test_only_who_may_state_it_is_offered_the_button(para: Pemeran) -> None:
    """The rater may; the one above reads."""
    evaluasi = panggung.ditetapkan(para)
    alamat = reverse("integrasi:tercatat", args=[evaluasi.pk])
    for siapa, boleh in ((para.budi, True), (para.fajar, False)):
        halaman = isi(siapa, "integrasi:salin_evaluasi", evaluasi.pk)
        assert "Rating Hasil Kerja" in halaman
        assert (alamat in halaman) is boleh


def test_the_page_to_copy_from_costs_few_queries(para: Pemeran, django_assert_max_num_queries):
    evaluasi = panggung.ditetapkan(para)
    klien = Client()
    klien.login(username=para.budi.akun.nama_akun, password=SANDI)
    alamat = reverse("integrasi:salin_evaluasi", args=[evaluasi.pk])
    klien.get(alamat)
    with django_assert_max_num_queries(12):
        klien.get(alamat)


def kirim_tandai(siapa: Pegawai, para: Pemeran, *pilih: int):
    klien = Client()
    klien.login(username=siapa.akun.nama_akun, password=SANDI)
    alamat = reverse("integrasi:tandai", args=[para.periode.pk])
    jawaban = klien.post(alamat, {"pilih": pilih, "kunci_idempoten": str(uuid.uuid4())})
    if jawaban.status_code != 302:
        return jawaban.status_code, ""
    return 302, klien.get(jawaban["Location"]).content.decode()


def test_an_officer_marks_from_the_list_without_opening_the_record(para: Pemeran) -> None:
    evaluasi = panggung.ditetapkan(para)
    halaman = isi(para.citra, "integrasi:periode", para.periode.pk)
    assert f'name="pilih" value="{evaluasi.pk}"' in halaman
    status, sesudah = kirim_tandai(para.citra, para, evaluasi.pk)
    assert status == 302
    assert "1 hasil ditandai sudah di e-Kinerja" in sesudah
    catatan = CatatanEKinerja.objects.get()
    assert (catatan.status, catatan.sumber, catatan.nama_aktor) == (
        "sudah", "pernyataan", "Citra Pengelola",
    )  # fmt: skip
    jejak = JejakAudit.objects.get(jenis="ekinerja", aksi="nyatakan_tercatat")
    assert (jejak.objek_id, jejak.pegawai_id) == (evaluasi.pk, para.citra.pk)
    halaman = isi(para.citra, "integrasi:periode", para.periode.pk)
    assert "Citra Pengelola, " in halaman
    assert 'name="pilih"' not in halaman
    # What the person's record says stays closed to the officer.
    klien = Client()
    klien.login(username=para.citra.akun.nama_akun, password=SANDI)
    assert klien.get(reverse("integrasi:salin_evaluasi", args=[evaluasi.pk])).status_code == 404


def test_a_difference_is_not_marked_away(para: Pemeran) -> None:
    evaluasi = panggung.ditetapkan(para)
    services.impor_rekap(
        aktor=para.aktor(para.citra), periode=para.periode, nama_berkas="rekap.xlsx",
        pada=panggung.PADA,
        isi=panggung.rekap([(1, para.andi.nip, "Andi", "Pengolah", "Di Bawah Ekspektasi",
                             "Sesuai Ekspektasi", "Cukup")]),
    )  # fmt: skip
    status, sesudah = kirim_tandai(para.citra, para, evaluasi.pk)
    assert status == 302
    assert "Samakan dulu di e-Kinerja" in sesudah
    assert CatatanEKinerja.objects.get().status == "berbeda"


def test_nobody_marks_outside_their_reach_or_for_oneself(para: Pemeran) -> None:
    evaluasi = panggung.ditetapkan(para)
    for siapa in (para.andi, para.fajar, para.eka, para.dewi):
        assert kirim_tandai(siapa, para, evaluasi.pk)[0] == 403
    lain = buat_unit(para.instansi, "0102", "Dinas Lain", para.kabupaten, "Kepala Dinas", "II.b")
    PeranPetugas.objects.filter(pegawai=para.citra).update(unit=lain)
    with pytest.raises(TidakBerwenangError):
        services.nyatakan_tercatat(
            aktor=para.aktor(para.citra), evaluasi=evaluasi, pada=panggung.PADA
        )
    kirim_tandai(para.citra, para, evaluasi.pk)
    PeranPetugas.objects.filter(pegawai=para.citra).update(unit=para.kabupaten)
    Evaluasi.objects.filter(pk=evaluasi.pk).update(pegawai=para.citra)
    assert 'name="pilih"' not in isi(para.citra, "integrasi:periode", para.periode.pk)
    _status, sesudah = kirim_tandai(para.citra, para, evaluasi.pk)
    assert "pejabat penilai atau pengelola" in sesudah
    assert not CatatanEKinerja.objects.exists()
