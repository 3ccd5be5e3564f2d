"""Final results of people, year by year: Tera's own and imported ones."""

import datetime as dt

import pytest
from django.db import IntegrityError

from evaluasi import panggung
from pemeran import Pemeran, buat_pemeran
from tera.core.models import JejakAudit
from tera.evaluasi import services
from tera.evaluasi.models import Evaluasi, HasilTerdahulu
from tera.evaluasi.selectors import hasil_final, tahunan_per_orang
from tera.evaluasi.services import BarisTerdahulu, catat_hasil_terdahulu
from tera.regulasi.galat import BelumDiaturError
from tera.regulasi.kategori import Rating

PADA = panggung.PADA
TAHUN = PADA.year - 2

pytestmark = pytest.mark.django_db


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


def _catat(para: Pemeran, *daftar: BarisTerdahulu) -> int:
    return catat_hasil_terdahulu(aktor=para.aktor(para.citra), daftar=daftar, sumber="rekap.xlsx")


def _baris(para: Pemeran, tahun: int = TAHUN, mulai: int = 1, selesai: int = 12) -> BarisTerdahulu:
    return BarisTerdahulu(para.andi.pk, tahun, Rating.DI_ATAS, Rating.DI_ATAS, mulai, selesai)


def test_an_earlier_year_is_kept_once_with_the_predikat_of_the_matrix(para: Pemeran) -> None:
    assert _catat(para, _baris(para)) == 1
    assert _catat(para, _baris(para)) == 0
    satu = HasilTerdahulu.objects.get()
    assert satu.predikat == "sangat_baik"
    assert JejakAudit.objects.filter(jenis="hasil_terdahulu", objek_id=satu.pk).count() == 1


def test_months_that_overlap_a_kept_part_of_the_year_stay_out(para: Pemeran) -> None:
    assert _catat(para, _baris(para, mulai=1, selesai=6)) == 1
    assert _catat(para, _baris(para, mulai=6, selesai=12)) == 0
    assert _catat(para, _baris(para, mulai=7, selesai=12)) == 1


def test_the_database_refuses_a_span_that_runs_backwards(para: Pemeran) -> None:
    with pytest.raises(IntegrityError):
        HasilTerdahulu.objects.create(
            instansi_id=para.andi.instansi_id, pegawai=para.andi, tahun=TAHUN, bulan_mulai=7,
            bulan_selesai=6, rating_hasil_kerja="sesuai", rating_perilaku_kerja="sesuai",
            predikat="baik", sumber="x", nama_aktor="x",
            diimpor_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        )  # fmt: skip


def test_a_year_before_the_present_method_is_refused(para: Pemeran) -> None:
    with pytest.raises(BelumDiaturError):
        _catat(para, _baris(para, tahun=2015))


def _final(para: Pemeran) -> Evaluasi:
    evaluasi = panggung.buka(para)
    panggung.tetapkan_capaian(para)
    panggung.nilai(para, evaluasi, "sesuai", "sesuai")
    evaluasi.refresh_from_db()
    services.tetapkan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    return evaluasi


def test_a_result_counts_only_when_nobody_can_object_any_more(para: Pemeran) -> None:
    evaluasi = _final(para)
    tahun = evaluasi.periode.tahun
    soal = {"instansi_id": para.andi.instansi_id, "dari_tahun": tahun - 3, "sampai_tahun": tahun}
    for status in ("ditetapkan", "disampaikan", "keberatan"):
        Evaluasi.objects.filter(pk=evaluasi.pk).update(status=status)
        assert hasil_final(**soal) == []
    for status in ("final", "diputus"):
        Evaluasi.objects.filter(pk=evaluasi.pk).update(status=status)
        (satu,) = hasil_final(**soal)
        assert (satu.evaluasi_id, satu.predikat, satu.sumber) == (evaluasi.pk, "baik", "Tera")


def test_own_and_imported_years_stand_in_one_row_of_years(
    para: Pemeran, django_assert_num_queries: object
) -> None:
    evaluasi = _final(para)
    Evaluasi.objects.filter(pk=evaluasi.pk).update(status="final")
    tahun = evaluasi.periode.tahun
    _catat(para, _baris(para, tahun=tahun - 1), _baris(para, tahun=tahun - 2))
    with django_assert_num_queries(1):  # type: ignore[operator]
        semua = tahunan_per_orang(
            instansi_id=para.andi.instansi_id, dari_tahun=tahun - 2, sampai_tahun=tahun,
            pegawai=[para.andi.pk, para.dewi.pk],
        )  # fmt: skip
    assert {th: satu.predikat for th, satu in semua[para.andi.pk].items()} == {
        tahun - 2: "sangat_baik", tahun - 1: "sangat_baik", tahun: "baik",
    }  # fmt: skip
    assert para.dewi.pk not in semua
