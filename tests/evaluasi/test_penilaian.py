"""Rating and setting: the order of law, the matrix, who may, and what stays frozen."""

import datetime as dt

import pytest

from evaluasi import panggung
from pemeran import buat_pemeran
from tera.core import audit, tanda_terima
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import RiwayatStatus
from tera.evaluasi import services
from tera.evaluasi.models import CapaianOrganisasi, Evaluasi
from tera.organisasi.models import HubunganDekat

pytestmark = pytest.mark.django_db
PADA = panggung.PADA


def test_the_predikat_is_the_matrix_of_both_ratings() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    panggung.tetapkan_capaian(para)
    panggung.nilai(para, evaluasi, "di_atas", "sesuai")
    evaluasi.refresh_from_db()
    hasil = services.tetapkan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    evaluasi.refresh_from_db()
    assert evaluasi.predikat == "baik"
    assert evaluasi.rekaman["kode_siasn"] == 2
    assert evaluasi.rekaman["pegawai"]["nama"] == "Andi Pegawai"
    assert evaluasi.rekaman["penilai"]["nama"] == "Budi Penilai"
    assert evaluasi.rekaman["atasan_penilai"]["nama"] == "Fajar Kepala"
    assert evaluasi.rekaman["dasar"]
    assert tanda_terima.sah(hasil.tanda_terima.token) is not None
    assert audit.verifikasi().utuh


def test_setting_is_refused_while_the_capaian_is_not_set() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    panggung.nilai(para, evaluasi)
    evaluasi.refresh_from_db()
    with pytest.raises(StatusTidakSesuaiError, match="capaian Dinas Kependudukan"):
        services.tetapkan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    evaluasi.refresh_from_db()
    assert evaluasi.status == "dinilai"
    assert evaluasi.predikat == ""


def test_setting_without_ratings_is_refused() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    panggung.tetapkan_capaian(para)
    with pytest.raises(StatusTidakSesuaiError):
        services.tetapkan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)


@pytest.mark.parametrize("kosong", ["rating_hasil_kerja", "rating_perilaku_kerja"])
def test_t10_with_one_rating_missing_there_is_no_predikat_and_setting_is_refused(
    kosong: str,
) -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    panggung.tetapkan_capaian(para)
    panggung.nilai(para, evaluasi)
    # No service leaves a row like this; an import or a mended row might.
    Evaluasi.objects.filter(pk=evaluasi.pk).update(**{kosong: ""})
    evaluasi.refresh_from_db()
    with pytest.raises(StatusTidakSesuaiError, match="kedua rating harus ada"):
        services.tetapkan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    evaluasi.refresh_from_db()
    assert (evaluasi.status, evaluasi.predikat) == ("dinilai", "")


@pytest.mark.parametrize("hasil", ["", "luar_biasa"])
def test_a_missing_or_unknown_rating_is_refused(hasil: str) -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    with pytest.raises(MasukanSalahError) as galat:
        panggung.nilai(para, evaluasi, hasil, "sesuai")
    assert "rating_hasil_kerja" in galat.value.per_bidang


def test_a_level_other_than_sesuai_needs_a_reason() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    with pytest.raises(MasukanSalahError) as galat:
        services.nilai_evaluasi(
            aktor=para.aktor(para.budi),
            evaluasi=evaluasi,
            rating_hasil_kerja="di_atas",
            rating_perilaku_kerja="sesuai",
            revisi=0,
            pada=PADA,
        )
    assert "alasan_hasil_kerja" in galat.value.per_bidang


@pytest.mark.parametrize("siapa", ["andi", "fajar", "citra", "eka", "dewi"])
def test_only_the_rater_rates(siapa: str) -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    with pytest.raises(TidakBerwenangError):
        services.nilai_evaluasi(
            aktor=para.aktor(getattr(para, siapa)),
            evaluasi=evaluasi,
            rating_hasil_kerja="sesuai",
            rating_perilaku_kerja="sesuai",
            revisi=0,
            pada=PADA,
        )


def test_a_form_from_an_older_page_is_refused() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    panggung.nilai(para, evaluasi)
    with pytest.raises(StatusTidakSesuaiError, match="sudah diubah"):
        services.nilai_evaluasi(
            aktor=para.aktor(para.budi),
            evaluasi=evaluasi,
            rating_hasil_kerja="sesuai",
            rating_perilaku_kerja="sesuai",
            revisi=0,
            pada=PADA,
        )


@pytest.mark.parametrize(
    ("capaian", "perilaku", "hasil", "predikat"),
    [
        ("istimewa", "sesuai", "di_atas", "baik"),  # T12
        ("kurang", "di_atas", "di_bawah", "butuh_perbaikan"),  # T13
    ],
)
def test_t12_t13_the_capaian_of_the_unit_is_the_rating_of_its_head(
    capaian: str, perilaku: str, hasil: str, predikat: str
) -> None:
    para = buat_pemeran()
    skp = panggung.skp_ditetapkan(para, para.fajar, "jpt_mandiri")
    bupati = para.aktor(para.bupati)
    evaluasi = services.buka_evaluasi(aktor=bupati, skp=skp, periode=para.periode, pada=PADA)
    rating = {
        "aktor": bupati, "evaluasi": evaluasi, "rating_perilaku_kerja": perilaku, "revisi": 0,
        "pada": PADA, "alasan_hasil_kerja": "Mengikuti capaian",
        "alasan_perilaku_kerja": "Turun sendiri ke kampung",
    }  # fmt: skip
    with pytest.raises(MasukanSalahError, match="belum ditetapkan"):
        services.nilai_evaluasi(rating_hasil_kerja=hasil, **rating)
    panggung.tetapkan_capaian(para, capaian)
    with pytest.raises(MasukanSalahError, match="Di Atas" if hasil == "di_atas" else "Di Bawah"):
        services.nilai_evaluasi(rating_hasil_kerja="sesuai", **rating)
    services.nilai_evaluasi(rating_hasil_kerja=hasil, **rating)
    evaluasi.refresh_from_db()
    services.tetapkan_evaluasi(aktor=bupati, evaluasi=evaluasi, pada=PADA)
    evaluasi.refresh_from_db()
    assert (evaluasi.rating_hasil_kerja, evaluasi.predikat) == (hasil, predikat)


@pytest.mark.parametrize("siapa", ["fajar", "budi", "andi", "eka"])
def test_nobody_sets_the_capaian_of_ones_own_unit(siapa: str) -> None:
    para = buat_pemeran()
    with pytest.raises(TidakBerwenangError, match="setingkat di atasnya"):
        services.tetapkan_capaian(
            aktor=para.aktor(getattr(para, siapa)),
            unit=para.dinas,
            periode=para.periode,
            level="baik",
            pada=PADA,
        )
    assert not CapaianOrganisasi.objects.exists()


def test_the_capaian_of_the_root_needs_the_number_of_an_outside_decision() -> None:
    para = buat_pemeran()
    citra = para.aktor(para.citra)
    with pytest.raises(MasukanSalahError, match="nomor keputusan"):
        services.tetapkan_capaian(
            aktor=citra, unit=para.kabupaten, periode=para.periode, level="baik", pada=PADA
        )
    capaian, _tanda = services.tetapkan_capaian(
        aktor=citra,
        unit=para.kabupaten,
        periode=para.periode,
        level="baik",
        nomor_keputusan="100/KEP/2026",
        pada=PADA,
    )
    assert capaian.nomor_keputusan == "100/KEP/2026"


def test_a_capaian_cannot_change_once_a_predikat_stands_on_it() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    panggung.tetapkan_capaian(para, "baik")
    panggung.tetapkan_capaian(para, "istimewa")
    panggung.nilai(para, evaluasi)
    evaluasi.refresh_from_db()
    services.tetapkan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    with pytest.raises(StatusTidakSesuaiError, match="sudah ada predikat"):
        panggung.tetapkan_capaian(para, "baik")


def test_a_close_relation_waits_for_the_counter_signature_of_the_atasan_penilai() -> None:
    para = buat_pemeran()
    HubunganDekat.objects.create(
        instansi=para.instansi, penyata=para.andi, pihak=para.budi, jenis="keluarga",
        sejak=dt.date(2026, 1, 1), dibuat_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    )  # fmt: skip
    evaluasi = panggung.buka(para)
    panggung.tetapkan_capaian(para)
    panggung.nilai(para, evaluasi)
    evaluasi.refresh_from_db()
    assert evaluasi.perlu_tanda_tangan_atasan
    with pytest.raises(StatusTidakSesuaiError, match="hubungan dekat"):
        services.tetapkan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    with pytest.raises(TidakBerwenangError):
        services.setujui_penilaian(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    services.setujui_penilaian(aktor=para.aktor(para.fajar), evaluasi=evaluasi, pada=PADA)
    evaluasi.refresh_from_db()
    services.tetapkan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)


def test_receipt_is_recorded_once_and_only_by_the_person() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    panggung.tetapkan_capaian(para)
    panggung.nilai(para, evaluasi)
    evaluasi.refresh_from_db()
    budi, andi = para.aktor(para.budi), para.aktor(para.andi)
    services.tetapkan_evaluasi(aktor=budi, evaluasi=evaluasi, pada=PADA)
    with pytest.raises(StatusTidakSesuaiError):
        services.terima_evaluasi(aktor=andi, evaluasi=evaluasi, pada=PADA)
    evaluasi.refresh_from_db()
    services.sampaikan_evaluasi(aktor=budi, evaluasi=evaluasi, pada=PADA)
    with pytest.raises(TidakBerwenangError):
        services.terima_evaluasi(aktor=budi, evaluasi=evaluasi, pada=PADA)
    services.terima_evaluasi(aktor=andi, evaluasi=evaluasi, pada=PADA)
    with pytest.raises(StatusTidakSesuaiError, match="sudah dicatat"):
        services.terima_evaluasi(aktor=andi, evaluasi=evaluasi, pada=PADA)
    assert Evaluasi.objects.get(pk=evaluasi.pk).diterima_pada == PADA
    assert list(RiwayatStatus.objects.filter(jenis="evaluasi").values_list("ke", flat=True)) == [
        "dinilai",
        "ditetapkan",
        "disampaikan",
    ]
