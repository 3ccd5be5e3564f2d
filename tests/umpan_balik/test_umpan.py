"""Continuous feedback: who may give it, about what, for how long, and who reads it."""

import datetime as dt

import pytest

from pemeran import Pemeran, buat_pemeran
from tera.core import clock
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import JejakAudit, Kejadian, TandaTerima
from tera.organisasi.services import segarkan_penilai
from tera.skp.models import SKP, RencanaHasilKerja
from tera.umpan_balik.models import PermintaanUmpanBalik, UmpanBalik
from tera.umpan_balik.selectors.berkelanjutan import (
    permintaan_masuk,
    umpan_balik_bahan,
    umpan_balik_diterima,
    umpan_balik_pegawai,
    umpan_balik_terlihat,
)
from tera.umpan_balik.selectors.hubungan_pemberi import daftar_rekan, hubungan_pemberi
from tera.umpan_balik.selectors.sasaran import sasaran_tersedia
from tera.umpan_balik.services import berkelanjutan, permintaan
from umpan_balik import panggung_umpan as panggung
from umpan_balik.panggung_umpan import PADA, SIANG, TEKS, beri, minta

pytestmark = pytest.mark.django_db


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


@pytest.fixture(autouse=True)
def _jam():
    with clock.jam_beku(SIANG):
        yield


def test_feedback_is_read_the_moment_it_is_sent(para: Pemeran) -> None:
    umpan = beri(para)
    assert list(umpan_balik_diterima(aktor=para.aktor(para.andi))) == [umpan]
    assert (umpan.hubungan, umpan.nama_pemberi) == ("penilai", para.budi.nama_lengkap)
    kejadian = Kejadian.objects.get(nama="umpan_balik.dikirim")
    assert kejadian.muatan == {
        "id": umpan.pk, "penerima_id": para.andi.pk, "pemberi_id": para.budi.pk,
    }  # fmt: skip
    assert TandaTerima.objects.get(jenis="umpan_balik").pegawai_id == para.budi.pk
    assert TEKS not in str(JejakAudit.objects.get(jenis="umpan_balik").sidik_bidang)


def test_each_relation_is_named_as_it_is_on_the_day(para: Pemeran) -> None:
    hana, indra = panggung.rekan_bidang(para, 2)
    panggung.tim(para, para.citra, para.andi, para.eka)
    tugas = para.penugasan(para.andi)
    harap = {
        "budi": "penilai", "fajar": "atasan_penilai", "citra": "ketua_tim", "eka": "rekan",
        "dewi": "", "andi": "", "bupati": "",
    }  # fmt: skip
    for nama, kata in harap.items():
        aktor = para.aktor(getattr(para, nama))
        assert hubungan_pemberi(aktor=aktor, penugasan=tugas, pada=PADA) == kata, nama
    assert hubungan_pemberi(aktor=para.aktor(hana), penugasan=tugas, pada=PADA) == "rekan"
    budi = para.penugasan(para.budi)
    assert hubungan_pemberi(aktor=para.aktor(indra), penugasan=budi, pada=PADA) == "bawahan"
    citra = para.penugasan(para.citra)
    assert hubungan_pemberi(aktor=para.aktor(para.eka), penugasan=citra, pada=PADA) == "anggota_tim"


def test_without_a_relation_only_who_was_asked_may_speak(para: Pemeran) -> None:
    with pytest.raises(TidakBerwenangError):
        beri(para, para.bupati)
    minta(para, para.bupati)
    umpan = beri(para, para.bupati)
    assert umpan.hubungan == "diminta"
    with pytest.raises(TidakBerwenangError):  # answered: the door is closed again
        beri(para, para.bupati)
    with pytest.raises(TidakBerwenangError):
        beri(para, para.dewi)
    with pytest.raises(TidakBerwenangError):
        beri(para, para.andi)


def test_speaking_upward_needs_the_writers_consent(para: Pemeran) -> None:
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))
    with pytest.raises(MasukanSalahError) as galat:
        beri(para, para.andi, para.budi)
    assert "setuju_bernama" in galat.value.per_bidang
    umpan = beri(para, para.andi, para.budi, setuju_bernama=True)
    assert umpan.hubungan == "bawahan"


def test_a_row_is_named_only_by_who_may_open_the_plan(para: Pemeran) -> None:
    (hana,) = panggung.rekan_bidang(para, 1)
    skp = panggung.skp_ditetapkan(para)
    kunci = f"rhk:{panggung.rhk(skp).kunci}"
    umpan = beri(para, sasaran=kunci)
    assert (umpan.tentang, umpan.penugasan_id) == ("Data penduduk mutakhir", skp.penugasan_id)
    with pytest.raises(MasukanSalahError):
        beri(para, hana, sasaran=kunci)
    minta(para, hana, sasaran=kunci)
    assert beri(para, hana, sasaran=kunci).rhk_kunci == panggung.rhk(skp).kunci
    assert beri(para, hana, sasaran="perilaku:KOL").tentang == "Kolaboratif"


def test_evidence_carries_the_row_it_belongs_to(para: Pemeran) -> None:
    skp = panggung.skp_ditetapkan(para)
    bukti = panggung.bukti(skp)
    umpan = beri(para, sasaran=f"bukti:{bukti.pk}")
    assert (umpan.bukti_id, umpan.rhk_kunci) == (bukti.pk, panggung.rhk(skp).kunci)
    daftar = sasaran_tersedia(
        aktor=para.aktor(para.budi), pegawai_id=para.andi.pk, sejak=PADA, pada=PADA
    )
    assert {satu.jenis for satu in daftar} == {"umum", "rhk", "perilaku", "bukti"}


def test_a_new_version_of_the_plan_keeps_what_was_said_about_its_row(para: Pemeran) -> None:
    skp = panggung.skp_ditetapkan(para)
    lama = panggung.rhk(skp)
    beri(para, sasaran=f"rhk:{lama.kunci}")
    SKP.objects.filter(pk=skp.pk).update(status="digantikan")
    baru = SKP.objects.get(pk=skp.pk)
    baru.pk, baru.versi, baru.status = None, 2, "ditetapkan"
    baru.save()
    RencanaHasilKerja.objects.create(skp=baru, kunci=lama.kunci, teks="Data lebih mutakhir")
    bahan = umpan_balik_bahan(
        daftar_tugas=[skp.penugasan_id], awal=dt.date(2026, 1, 1), akhir=dt.date(2026, 12, 31)
    )
    assert [satu.rhk_kunci for satu in bahan[skp.penugasan_id]] == [lama.kunci]


@pytest.mark.parametrize(("hari", "boleh"), [(90, True), (91, False), (0, True), (-1, False)])
def test_the_day_lies_within_the_policy(para: Pemeran, hari: int, boleh: bool) -> None:
    tanggal = PADA - dt.timedelta(days=hari)
    if boleh:
        assert beri(para, tanggal=tanggal).tanggal == tanggal
    else:
        with pytest.raises(MasukanSalahError) as galat:
            beri(para, tanggal=tanggal)
        assert "tanggal" in galat.value.per_bidang


@pytest.mark.parametrize("teks", ["", "   ", "a" * 2001])
def test_nothing_and_too_much_are_refused_at_the_field(para: Pemeran, teks: str) -> None:
    with pytest.raises(MasukanSalahError) as galat:
        beri(para, teks=teks)
    assert "teks" in galat.value.per_bidang
    assert not UmpanBalik.objects.exists()


def test_the_giver_corrects_within_hours_and_the_old_words_stay(para: Pemeran) -> None:
    umpan = beri(para)
    budi = para.aktor(para.budi)
    berkelanjutan.catat_dibaca(aktor=para.aktor(para.andi), daftar_id=[umpan.pk])
    berkelanjutan.perbaiki_umpan_balik(
        aktor=budi, umpan=umpan, jenis="apresiasi", teks="Kata yang lebih baik.", pada=PADA
    )
    umpan.refresh_from_db()
    assert (umpan.teks, umpan.jenis, umpan.dibaca_at) == (
        "Kata yang lebih baik.", "apresiasi", None,
    )  # fmt: skip
    assert [satu.teks for satu in umpan.daftar_versi.all()] == [TEKS]
    with clock.jam_beku(SIANG + dt.timedelta(hours=24)), pytest.raises(StatusTidakSesuaiError):
        berkelanjutan.perbaiki_umpan_balik(
            aktor=budi, umpan=umpan, jenis="saran", teks="Terlambat", pada=PADA
        )
    with clock.jam_beku(SIANG + dt.timedelta(hours=23, minutes=59)):
        berkelanjutan.tarik_umpan_balik(aktor=budi, umpan=umpan, pada=PADA)
    umpan.refresh_from_db()
    assert umpan.ditarik_at is not None


def test_only_the_giver_changes_and_only_the_receiver_answers(para: Pemeran) -> None:
    umpan = beri(para)
    andi, budi = para.aktor(para.andi), para.aktor(para.budi)
    with pytest.raises(TidakBerwenangError):
        berkelanjutan.tarik_umpan_balik(aktor=andi, umpan=umpan, pada=PADA)
    with pytest.raises(TidakBerwenangError):
        berkelanjutan.tanggapi_umpan_balik(aktor=budi, umpan=umpan, teks="Saya jawab sendiri")
    berkelanjutan.tanggapi_umpan_balik(aktor=andi, umpan=umpan, teks="Terima kasih, Pak.")
    assert Kejadian.objects.filter(nama="umpan_balik.ditanggapi").count() == 1
    with pytest.raises(StatusTidakSesuaiError):
        berkelanjutan.tanggapi_umpan_balik(aktor=andi, umpan=umpan, teks="Sekali lagi")


def test_a_withdrawn_piece_is_no_material_and_cannot_be_answered(para: Pemeran) -> None:
    umpan = beri(para)
    berkelanjutan.tarik_umpan_balik(aktor=para.aktor(para.budi), umpan=umpan, pada=PADA)
    with pytest.raises(StatusTidakSesuaiError):
        berkelanjutan.tanggapi_umpan_balik(aktor=para.aktor(para.andi), umpan=umpan, teks="?")
    tugas = para.penugasan(para.andi).pk
    assert not umpan_balik_bahan(daftar_tugas=[tugas], awal=PADA, akhir=PADA)[tugas]
    assert not umpan_balik_terlihat(aktor=para.aktor(para.fajar), pada=PADA).exists()
    assert umpan_balik_terlihat(aktor=para.aktor(para.andi), pada=PADA).count() == 1


def test_colleagues_and_officers_do_not_read_what_others_said(para: Pemeran) -> None:
    hana, indra = panggung.rekan_bidang(para, 2)
    umpan = beri(para, hana)
    boleh = {"andi": True, "budi": True, "fajar": True, "citra": False, "eka": False,
             "dewi": False, "bupati": False}  # fmt: skip
    for nama, ya in boleh.items():
        daftar = umpan_balik_terlihat(aktor=para.aktor(getattr(para, nama)), pada=PADA)
        assert daftar.filter(pk=umpan.pk).exists() is ya, nama
    assert umpan_balik_terlihat(aktor=para.aktor(hana), pada=PADA).count() == 1
    assert not umpan_balik_terlihat(aktor=para.aktor(indra), pada=PADA).exists()
    tentang = umpan_balik_pegawai(aktor=para.aktor(para.budi), pegawai_id=para.andi.pk, pada=PADA)
    assert list(tentang) == [umpan]


def test_a_request_waits_until_its_last_day(para: Pemeran) -> None:
    minta(para)
    budi = para.aktor(para.budi)
    for hari, ada in ((0, True), (14, True), (15, False)):
        daftar = permintaan_masuk(aktor=budi, pada=PADA + dt.timedelta(days=hari))
        assert daftar.exists() is ada, hari
    with pytest.raises(MasukanSalahError):  # the same again while it waits
        minta(para)
    nanti = PADA + dt.timedelta(days=15)
    assert minta(para, pada=nanti).batas == nanti + dt.timedelta(days=14)


def test_feedback_answers_the_request_it_fits(para: Pemeran) -> None:
    skp = panggung.skp_ditetapkan(para)
    kunci = f"rhk:{panggung.rhk(skp).kunci}"
    umum, satu = minta(para), minta(para, sasaran=kunci)
    umpan = beri(para, sasaran=kunci)
    umum.refresh_from_db()
    satu.refresh_from_db()
    assert (satu.jawaban_id, umum.jawaban_id) == (umpan.pk, None)
    beri(para, sasaran="perilaku:AKU")
    umum.refresh_from_db()
    assert umum.jawaban is not None


def test_a_request_is_declined_or_taken_back_once(para: Pemeran) -> None:
    satu, dua = minta(para), minta(para, para.fajar)
    andi, budi = para.aktor(para.andi), para.aktor(para.budi)
    with pytest.raises(TidakBerwenangError):
        permintaan.tolak_permintaan(aktor=andi, permintaan=satu, alasan="", pada=PADA)
    with pytest.raises(TidakBerwenangError):
        permintaan.batalkan_permintaan(aktor=budi, permintaan=satu, pada=PADA)
    permintaan.tolak_permintaan(aktor=budi, permintaan=satu, alasan="Belum melihat", pada=PADA)
    permintaan.batalkan_permintaan(aktor=andi, permintaan=dua, pada=PADA)
    for lagi in (satu, dua):
        with pytest.raises(StatusTidakSesuaiError):
            permintaan.batalkan_permintaan(aktor=andi, permintaan=lagi, pada=PADA)
    assert Kejadian.objects.filter(nama="umpan_balik.permintaan_ditolak").count() == 1
    assert not permintaan_masuk(aktor=budi, pada=PADA).exists()


def test_nobody_asks_oneself_a_crowd_or_another_instansi(para: Pemeran) -> None:
    andi = para.aktor(para.andi)
    for kepada in ([], [para.andi], [para.budi, para.dewi]):
        with pytest.raises(MasukanSalahError) as galat:
            permintaan.minta_umpan_balik(
                aktor=andi, kepada=kepada, sasaran="umum", pesan="", pada=PADA
            )
        assert "kepada" in galat.value.per_bidang
    rekan = panggung.rekan_bidang(para, 9)
    for orang in rekan:
        for sasaran in ("umum", "perilaku:AKU"):
            minta(para, orang, sasaran=sasaran)
    minta(para, para.budi)
    minta(para, para.fajar)
    with pytest.raises(MasukanSalahError):
        minta(para, para.citra)
    assert PermintaanUmpanBalik.objects.count() == 20


def test_whoever_is_away_is_not_asked(para: Pemeran) -> None:
    para.budi.kedudukan_hukum = "cltn"
    para.budi.save()
    with pytest.raises(MasukanSalahError, match="Budi Penilai sedang tidak aktif"):
        minta(para)
    assert not PermintaanUmpanBalik.objects.exists()


def test_an_answered_request_stays_with_its_first_answer(para: Pemeran) -> None:
    satu = minta(para)
    pertama = beri(para, permintaan=satu)
    beri(para, permintaan=satu)
    satu.refresh_from_db()
    assert satu.jawaban_id == pertama.pk


def test_the_people_one_may_ask_stand_in_groups_once_each(para: Pemeran) -> None:
    panggung.rekan_bidang(para, 3)
    panggung.tim(para, para.budi, para.andi, para.citra)
    daftar = daftar_rekan(aktor=para.aktor(para.andi), pada=PADA)
    assert [(satu.kelompok, satu.nama) for satu in daftar] == [
        ("penilai", para.budi.nama_lengkap),
        ("rekan", para.citra.nama_lengkap),
        ("rekan", "Hana Rekan"),
        ("rekan", "Indra Rekan"),
        ("rekan", "Jaya Rekan"),
    ]


def test_questions_of_the_room_cost_a_fixed_number_of_queries(
    para: Pemeran, django_assert_num_queries
) -> None:
    panggung.rekan_bidang(para, 5)
    skp = panggung.skp_ditetapkan(para)
    for _n in range(4):
        panggung.bukti(skp)
    tugas = para.penugasan(para.andi)
    budi = para.aktor(para.budi)
    with django_assert_num_queries(2):
        daftar_rekan(aktor=budi, pada=PADA)
    with django_assert_num_queries(3):
        hubungan_pemberi(aktor=budi, penugasan=tugas, pada=PADA)
    with django_assert_num_queries(3):
        sasaran_tersedia(aktor=budi, pegawai_id=para.andi.pk, sejak=PADA, pada=PADA)
