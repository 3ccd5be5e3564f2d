"""Final results write their follow-ups: which, for whom, once, and never too early."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dialog.klien import lihat, masuk
from evaluasi import panggung as nilai
from evaluasi import panggung_keberatan as keberatan
from pemeran import Pemeran, buat_pegawai
from tera.core.kejadian import antar_tertunda
from tera.core.models import Kejadian, RiwayatStatus
from tera.evaluasi.models import Evaluasi
from tera.organisasi.models import JenisJabatan, Penugasan
from tera.skp.models import SKP
from tera.tindak_lanjut.models import TindakLanjut
from tera.tindak_lanjut.services.tindakan import perbaikan
from tera.tindak_lanjut.services.tindakan.hasil import (
    catat_semua,
    catat_terdahulu,
    catat_tindak_lanjut,
)
from tindak_lanjut.tindakan import panggung_tindakan as panggung

pytestmark = pytest.mark.django_db


def test_t55_two_excellent_years_put_a_person_on_the_priority_list(para: Pemeran) -> None:
    satu = panggung.prioritas(para)
    assert (satu.jenis, satu.status, satu.tenggat) == ("prioritas", "diusulkan", None)
    assert (satu.predikat_lalu, satu.predikat) == ("sangat_baik", "sangat_baik")
    assert satu.dasar[0]["peraturan"] == "pp-30-2019"


def test_one_excellent_year_and_a_good_one_before_it_ask_for_nothing(para: Pemeran) -> None:
    panggung.tahun_lalu(para, predikat="baik")
    panggung.final(para, "di_atas", "di_atas")
    assert not TindakLanjut.objects.exists()


def test_t56_a_weak_result_asks_for_a_plan_with_a_review_after_six_months(para: Pemeran) -> None:
    satu = panggung.tindakan(para, "di_bawah", "sesuai")
    # Set on 20 November; a pelaksana with Butuh Perbaikan is coached, nothing more.
    assert (satu.predikat, satu.jenis) == ("butuh_perbaikan", "pembinaan")
    assert satu.tenggat == dt.date(2027, 5, 20)


def test_a_pns_far_below_gets_six_months_and_no_record_of_discipline(para: Pemeran) -> None:
    satu = panggung.tindakan(para)
    assert (satu.predikat, satu.jenis) == ("sangat_kurang", "perbaikan")
    assert satu.tenggat == dt.date(2027, 5, 20)
    assert not [m for m in connection.introspection.table_names() if "hukdis" in m]


def test_the_trigger_set_is_the_instansis_own(para: Pemeran) -> None:
    nilai.kebijakan(para, "tindakan.pemicu_pelaksana", "butuh_perbaikan")
    assert panggung.tindakan(para, "di_bawah", "sesuai").jenis == "perbaikan"


def test_a_pppk_is_coached_and_never_on_the_path_of_a_pns(para: Pemeran) -> None:
    para.andi.status = "pppk"
    para.andi.save()
    assert panggung.tindakan(para).jenis == "pembinaan"


def test_nothing_follows_a_result_that_may_still_be_objected_to(para: Pemeran) -> None:
    evaluasi = keberatan.diterima(para, "di_bawah", "di_bawah")
    antar_tertunda()
    assert (
        catat_tindak_lanjut(
            instansi=para.instansi, daftar_evaluasi=[evaluasi.pk], pada=panggung.FINAL
        )
        == 0
    )
    assert not TindakLanjut.objects.exists()


def test_the_same_result_told_again_adds_nothing(para: Pemeran) -> None:
    satu = panggung.tindakan(para)
    for _kali in range(2):
        catat_tindak_lanjut(
            instansi=para.instansi, daftar_evaluasi=[satu.evaluasi_id], pada=panggung.FINAL
        )
        catat_semua(instansi=para.instansi, pada=panggung.FINAL)
    assert TindakLanjut.objects.count() == 1
    assert Kejadian.objects.filter(nama="tindak_lanjut.usulkan").count() == 1


def test_a_decided_objection_that_improves_the_result_closes_what_no_longer_applies(
    para: Pemeran,
) -> None:
    satu = panggung.tindakan(para)
    rencana = panggung.diajukan(para, satu)
    # A letter handed in in time, recorded late: the final result moves once more.
    Evaluasi.objects.filter(pk=satu.evaluasi_id).update(status="disampaikan")
    evaluasi = Evaluasi.objects.get(pk=satu.evaluasi_id)
    ajuan = keberatan.didengar(para, evaluasi)
    with pytest.raises(Exception, match="dikeberatani"):
        perbaikan.setujui_rencana(aktor=para.aktor(para.andi), rencana=rencana, pada=panggung.FINAL)
    keberatan.putuskan(para, ajuan, hasil="sesuai", perilaku="sesuai")
    antar_tertunda()
    satu.refresh_from_db()
    rencana.refresh_from_db()
    assert (satu.status, rencana.status) == ("ditutup", "dibatalkan")
    akhir = RiwayatStatus.objects.filter(jenis="tindak_lanjut", objek_id=satu.pk).get()
    assert "Putusan keberatan" in akhir.alasan


def _tahun_berikut(para: Pemeran) -> Evaluasi:
    """Andi was excellent in 2027, and nobody can object any more."""
    periode = para.periode.__class__.objects.create(
        instansi=para.instansi, tahun=2027, jenis="tahunan", urut=1, mulai=dt.date(2027, 1, 1),
        selesai=dt.date(2027, 12, 31), batas_evaluasi=dt.date(2028, 1, 31),
        dibuka_pada=dt.date(2027, 1, 1),
    )  # fmt: skip
    skp = SKP.objects.create(
        instansi=para.instansi, pegawai=para.andi, penugasan=Penugasan.objects.get(
            pegawai=para.andi
        ), tahun=2027, mulai=periode.mulai, selesai=periode.selesai, keluarga="ja_jf",
        pendekatan="kuantitatif", status="ditetapkan",
    )  # fmt: skip
    evaluasi = Evaluasi.objects.create(
        instansi=para.instansi, skp=skp, pegawai=para.andi, periode=periode, unit=para.bidang,
        status="final", predikat="sangat_baik", penilai=para.budi,
        rating_hasil_kerja="di_atas", rating_perilaku_kerja="di_atas",
        ditetapkan_pada=dt.date(2028, 1, 5),
    )  # fmt: skip
    catat_tindak_lanjut(
        instansi=para.instansi, daftar_evaluasi=[evaluasi.pk], pada=dt.date(2028, 1, 20)
    )
    return evaluasi


@pytest.mark.parametrize(
    ("awal", "putusan"), [("sesuai", "di_atas"), ("di_atas", "sesuai")], ids=["naik", "turun"]
)
def test_a_late_decision_on_last_years_result_moves_this_years_list(
    para: Pemeran, awal: str, putusan: str
) -> None:
    lalu = panggung.final(para, awal, awal)
    kini = _tahun_berikut(para)
    daftar = TindakLanjut.objects.filter(jenis="prioritas", evaluasi=kini)
    assert daftar.exists() is (awal == "di_atas")
    Evaluasi.objects.filter(pk=lalu.pk).update(status="disampaikan")
    ajuan = keberatan.didengar(para, Evaluasi.objects.get(pk=lalu.pk))
    keberatan.putuskan(para, ajuan, hasil=putusan, perilaku=putusan)
    for _kali in range(2):
        antar_tertunda()
        catat_tindak_lanjut(instansi=para.instansi, daftar_evaluasi=[lalu.pk], pada=panggung.FINAL)
    satu = daftar.get()
    halaman = lihat(masuk(para.andi), "tindak_lanjut:tindakan", satu.pk)
    if putusan == "di_atas":
        assert (satu.status, satu.predikat_lalu) == ("diusulkan", "sangat_baik")
        assert "sesudah putusan keberatan atas hasil tahun sebelumnya" in halaman
    else:
        assert satu.status == "ditutup"
        assert "mengubah hasil tahun sebelumnya" in halaman
    # The year the decision speaks of has a newer one after it: nobody joins an older list.
    assert not TindakLanjut.objects.filter(jenis="prioritas", evaluasi=lalu).exists()


def test_last_years_imported_result_is_followed_and_older_ones_are_not(para: Pemeran) -> None:
    panggung.tahun_lalu(para, predikat="sangat_kurang")
    for _kali in range(2):
        catat_terdahulu(instansi=para.instansi, pada=panggung.FINAL)
    satu = TindakLanjut.objects.get()
    assert (satu.jenis, satu.evaluasi, satu.tenggat) == (
        "perbaikan", None, dt.date(2027, 6, 20),
    )  # fmt: skip
    rencana = panggung.berjalan(para, satu)
    assert rencana.status == "berjalan"
    lihat(masuk(para.andi), "tindak_lanjut:tindakan", satu.pk)
    catat_terdahulu(instansi=para.instansi, pada=dt.date(2028, 1, 1))
    assert TindakLanjut.objects.count() == 1


def test_a_weak_quarter_is_coached_once_in_its_year(para: Pemeran) -> None:
    skp = nilai.skp_ditetapkan(para)
    for urut in (1, 2):
        periode = para.periode.__class__.objects.create(
            instansi=para.instansi, tahun=2026, jenis="triwulan", urut=urut,
            mulai=dt.date(2026, 3 * urut - 2, 1), selesai=dt.date(2026, 3 * urut, 28),
            batas_evaluasi=dt.date(2026, 3 * urut + 1, 20),
            dibuka_pada=dt.date(2026, 1, 1),
        )  # fmt: skip
        Evaluasi.objects.create(
            instansi=para.instansi, skp=skp, pegawai=para.andi, periode=periode, unit=para.bidang,
            status="final", rating_hasil_kerja="di_bawah", rating_perilaku_kerja="di_bawah",
            predikat="sangat_kurang", penilai=para.budi, ditetapkan_pada=panggung.PADA,
        )  # fmt: skip
    assert catat_semua(instansi=para.instansi, pada=panggung.FINAL) == 1
    satu = TindakLanjut.objects.get()
    assert (satu.jenis, satu.asal) == ("pembinaan", "periodik")


def _banyak(para: Pemeran, n: int, awal: int) -> list[int]:
    pks = []
    for i in range(awal, awal + n):
        orang = buat_pegawai(
            para.bidang, f"Rekan {i:02}", f"1990010120150320{i:02}", JenisJabatan.PELAKSANA,
            "Pengolah Data",
        )  # fmt: skip
        skp = SKP.objects.create(
            instansi=para.instansi, pegawai=orang, penugasan=Penugasan.objects.get(pegawai=orang),
            tahun=2026, mulai=dt.date(2026, 1, 1), selesai=dt.date(2026, 12, 31),
            keluarga="ja_jf", pendekatan="kuantitatif", status="ditetapkan",
        )  # fmt: skip
        pks.append(
            Evaluasi.objects.create(
                instansi=para.instansi, skp=skp, pegawai=orang, periode=para.periode,
                unit=para.bidang, status="final", predikat="kurang", penilai=para.budi,
                ditetapkan_pada=panggung.PADA,
            ).pk
        )  # fmt: skip
    return pks


def test_a_closing_of_many_costs_the_queries_of_one(para: Pemeran) -> None:
    hitung = []
    for n, awal in ((1, 0), (12, 1)):
        pks = _banyak(para, n, awal)
        with CaptureQueriesContext(
            connection,
        ) as kueri:
            assert (
                catat_tindak_lanjut(
                    instansi=para.instansi, daftar_evaluasi=pks, pada=panggung.FINAL
                )
                == n
            )
        hitung.append(len(kueri))
    assert hitung[0] == hitung[1], hitung
