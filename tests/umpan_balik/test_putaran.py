"""A round from the draw to the opened result, and who may do which step when."""

import dataclasses
import datetime as dt

import pytest
from django.db import IntegrityError

from evaluasi.panggung import kebijakan
from pemeran import Pemeran, buat_pemeran
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.umpan_balik.models import (
    HasilUmpanBalik,
    JawabanUmpanBalik,
    KunciPasangan,
    PutaranPegawai,
    PutaranUmpanBalik,
    Responden,
)
from tera.umpan_balik.services import (
    putaran,
    putaran_isi,
    putaran_kunci,
    putaran_responden,
)
from umpan_balik import panggung_putaran as pentas

pytestmark = pytest.mark.django_db
PADA = dt.date(2026, 10, 20)


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


def _isi(**ganti):
    return dataclasses.replace(
        putaran.IsiPutaran("Umpan balik 2026", pentas.MULAI, pentas.SELESAI), **ganti
    )


def _susun(para: Pemeran, oleh=None, **ganti) -> PutaranUmpanBalik:
    return putaran.susun_putaran(
        aktor=para.aktor(oleh or para.citra),
        periode=para.periode,
        unit=para.bidang,
        isi=_isi(**ganti),
        pada=PADA,
    )


def test_a_round_takes_everybody_of_the_unit_and_asks_the_seven_values(para: Pemeran) -> None:
    satu = _susun(para)
    assert [butir["kode"] for butir in satu.butir] == list(pentas.KODE)
    assert {orang.pegawai for orang in satu.daftar_pegawai.all()} == {para.andi, para.budi}
    assert satu.k == 4


def test_only_the_pengelola_of_the_unit_makes_a_round(para: Pemeran) -> None:
    for orang in (para.andi, para.budi, para.eka, para.dewi):
        with pytest.raises(TidakBerwenangError):
            _susun(para, orang)


@pytest.mark.parametrize(
    ("ganti", "bidang"),
    [
        ({"nama": " "}, "nama"),
        ({"mulai": PADA - dt.timedelta(days=1)}, "mulai"),
        ({"selesai": pentas.MULAI + dt.timedelta(days=2)}, "selesai"),
        ({"lingkup_rekan": "dunia"}, "lingkup_rekan"),
    ],
)
def test_a_round_with_a_wrong_field_is_refused(para: Pemeran, ganti, bidang) -> None:
    with pytest.raises(MasukanSalahError) as galat:
        _susun(para, **ganti)
    assert list(galat.value.per_bidang) == [bidang]
    assert not PutaranUmpanBalik.objects.exists()


def test_one_round_a_year_unless_the_policy_says_otherwise(para: Pemeran) -> None:
    _susun(para)
    with pytest.raises(MasukanSalahError, match="Tidak ada pegawai"):
        _susun(para, nama="Kedua")
    kebijakan(para, "umpan_balik.putaran_per_tahun", 2)
    with pytest.raises(MasukanSalahError, match="nama ini"):
        _susun(para)
    assert _susun(para, nama="Kedua").daftar_pegawai.count() == 2


def test_k_below_three_is_refused_by_the_database(para: Pemeran) -> None:
    satu = _susun(para)
    with pytest.raises(IntegrityError):
        PutaranUmpanBalik.objects.filter(pk=satu.pk).update(k=2)


def test_a_round_runs_on_its_days_only(para: Pemeran) -> None:
    panggung = pentas.susun(para)
    putaran_responden.setujui_responden(aktor=para.aktor(para.budi), satu=panggung.andi, pada=PADA)
    with pytest.raises(MasukanSalahError, match="berjalan dari"):
        putaran.mulai_putaran(aktor=panggung.sistem(), putaran=panggung.putaran, pada=PADA)
    with pytest.raises(TidakBerwenangError):
        putaran.mulai_putaran(
            aktor=para.aktor(para.budi), putaran=panggung.putaran, pada=pentas.MULAI
        )
    assert putaran.mulai_putaran(
        aktor=para.aktor(para.citra), putaran=panggung.putaran, pada=pentas.MULAI
    ) == 1  # fmt: skip
    with pytest.raises(MasukanSalahError, match="masih menerima"):
        putaran.tutup_putaran(
            aktor=para.aktor(para.citra), putaran=panggung.putaran, pada=pentas.SELESAI
        )


def test_the_daily_job_begins_and_closes_by_itself(para: Pemeran) -> None:
    panggung = pentas.susun(para)
    putaran_responden.setujui_responden(aktor=para.aktor(para.budi), satu=panggung.andi, pada=PADA)
    for pada, status in (
        (pentas.MULAI - dt.timedelta(days=1), "responden_disetujui"),
        (pentas.MULAI, "berjalan"),
        (pentas.SELESAI, "berjalan"),
        (pentas.SESUDAH, "ditutup"),
        (pentas.SESUDAH, "ditutup"),
    ):
        putaran.jalankan_jadwal(instansi_id=para.instansi.pk, zona=para.instansi.zona, pada=pada)
        assert panggung.andi.status == status
    assert panggung.pada(para.budi).status == "disusun"


def test_progress_moves_in_steps_once_a_day(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    pentas.isi_semua(panggung, (1, 1), diri=None)
    assert panggung.andi.kemajuan == "kurang"
    putaran.segarkan_kemajuan(instansi_id=para.instansi.pk)
    assert panggung.andi.kemajuan == "kurang"
    pentas.isi_semua(panggung, (1, 1, 1), diri=None)
    assert panggung.andi.kemajuan == "kurang"
    putaran.segarkan_kemajuan(instansi_id=para.instansi.pk)
    assert panggung.andi.kemajuan == "lebih"
    pentas.isi_semua(panggung)
    putaran.segarkan_kemajuan(instansi_id=para.instansi.pk)
    assert panggung.andi.kemajuan == "semua"


def test_the_release_shows_four_colleagues_and_the_self_beside(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    pentas.isi_semua(panggung, (2, 1, 1, 2), diri=0)
    hasil = pentas.tutup(panggung).hasil
    assert [satu["nama"] for satu in hasil.isi["kelompok"]] == ["rekan"]
    assert hasil.isi["kelompok"][0]["butir"] == [{"rata": 1.5}] * 7
    assert hasil.diri == [0] * 7
    assert JawabanUmpanBalik.objects.filter(kelompok="rekan").count() == 4


def test_t49_two_peer_answers_are_hidden_or_merged_and_name_nobody(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    pentas.isi_semua(panggung, (2, 1), diri=None)
    hasil = pentas.tutup(panggung).hasil
    assert hasil.isi["kelompok"] == []
    assert hasil.isi["tersembunyi"] == ["rekan"]
    assert not JawabanUmpanBalik.objects.exists()


def test_t49_two_peers_and_two_subordinates_are_merged(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    rekan = list(panggung.andi.daftar_responden.filter(hubungan="rekan").order_by("id"))
    Responden.objects.filter(pk__in=[satu.pk for satu in rekan[:2]]).update(hubungan="bawahan")
    for satu, level in zip(rekan[:4], (2, 1, 1, 1), strict=True):
        pentas.isi(panggung, satu, level)
    hasil = pentas.tutup(panggung).hasil
    assert [satu["nama"] for satu in hasil.isi["kelompok"]] == ["gabungan"]
    assert hasil.isi["gabungan"] == ["bawahan", "rekan"]
    assert hasil.isi["tersembunyi"] == []


def test_a_form_may_be_corrected_until_the_close(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    rekan = panggung.andi.daftar_responden.filter(hubungan="rekan").first()
    pentas.isi(panggung, rekan, 0)
    pentas.isi(panggung, rekan, 2)
    aktor = para.aktor(rekan.pegawai)
    assert putaran_isi.jawaban_tersimpan(aktor=aktor, responden=rekan)["nilai"] == [2] * 7
    lain = para.aktor(panggung.para.budi)
    assert putaran_isi.jawaban_tersimpan(aktor=lain, responden=rekan) is None
    assert KunciPasangan.objects.count() == 1
    pentas.tutup(panggung)
    rekan.refresh_from_db()
    assert putaran_isi.jawaban_tersimpan(aktor=aktor, responden=rekan) is None
    with pytest.raises(StatusTidakSesuaiError):
        pentas.isi(panggung, rekan, 1)


def test_somebody_elses_form_and_a_question_left_out_are_refused(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    rekan = panggung.andi.daftar_responden.filter(hubungan="rekan").first()
    with pytest.raises(TidakBerwenangError):
        putaran_isi.isi_umpan_balik(
            aktor=para.aktor(para.citra), responden=rekan,
            isi=putaran_isi.IsiJawaban(dict.fromkeys(pentas.KODE, 1)), pada=pentas.MULAI,
        )  # fmt: skip
    with pytest.raises(MasukanSalahError) as galat:
        pentas.isi(panggung, rekan, nilai={"BP": 1})
    assert set(galat.value.per_bidang) == {f"nilai-{kode}" for kode in pentas.KODE[1:]}
    assert not KunciPasangan.objects.exists()


def test_words_that_point_at_people_are_not_stored(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    rekan = panggung.andi.daftar_responden.filter(hubungan="rekan").first()
    with pytest.raises(MasukanSalahError) as galat:
        pentas.isi(panggung, rekan, 1, teks="Andi terlambat pada 3 Mei.")
    assert len(galat.value.per_bidang["teks"]) == 2
    with pytest.raises(MasukanSalahError):
        pentas.isi(panggung, rekan, 1, teks="Bagus saat rapat anggaran")
    pentas.isi(panggung, rekan, 1, teks="Bagus saat rapat anggaran", tetap_kirim=True)
    for bidang in ("teks", "catatan_bernama"):
        with pytest.raises(MasukanSalahError) as galat:
            pentas.isi(panggung, rekan, 1, **{bidang: "a" * 1501})
        assert set(galat.value.per_bidang) == {bidang}


def test_words_come_out_as_written_only_from_four_who_allow_it(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    rekan = list(panggung.andi.daftar_responden.filter(hubungan="rekan").order_by("id"))
    for nomor, satu in enumerate(rekan):
        pentas.isi(panggung, satu, 1, teks=f"Suka membantu tim {'x' * nomor}", apa_adanya=nomor < 3)
    hasil = pentas.tutup(panggung).hasil
    assert hasil.isi["kutipan"] == []
    assert hasil.isi["tema"] == ["kerja_sama"]


def test_consented_words_are_shown_without_relation(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    rekan = list(panggung.andi.daftar_responden.filter(hubungan="rekan").order_by("id"))
    for nomor, satu in enumerate(rekan):
        pentas.isi(panggung, satu, 1, teks=f"Rajin {'x' * nomor}", apa_adanya=True)
    hasil = pentas.tutup(panggung).hasil
    assert sorted(hasil.isi["kutipan"]) == [f"Rajin {'x' * n}".strip() for n in range(5)]
    assert hasil.isi["tema"] == []


def test_the_result_opens_to_the_person_by_the_system_only(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    pentas.isi_semua(panggung)
    pentas.tutup(panggung)
    with pytest.raises(TidakBerwenangError):
        putaran.buka_hasil(
            aktor=para.aktor(para.budi), pegawai_id=para.andi.pk, periode_id=para.periode.pk,
            pada=pentas.SESUDAH,
        )  # fmt: skip
    for harap in (1, 0):
        dibuka = putaran.buka_hasil(
            aktor=panggung.sistem(), pegawai_id=para.andi.pk, periode_id=para.periode.pk,
            pada=pentas.SESUDAH,
        )  # fmt: skip
        assert dibuka == harap
    assert panggung.andi.status == PutaranPegawai.Status.HASIL_DIBUKA


def test_the_key_is_opened_by_two_officers_with_a_letter_only(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    pentas.isi_semua(panggung)
    pyb, pembina = pentas.pejabat(para)

    def minta(aktor, nomor="SP/1/2026", alasan="Dugaan ancaman"):
        return putaran_kunci.minta_buka_kunci(
            aktor=aktor, satu=panggung.andi, nomor_surat=nomor, alasan=alasan, pada=pentas.SESUDAH
        )

    with pytest.raises(StatusTidakSesuaiError):
        minta(pyb)
    pentas.tutup(panggung)
    for orang in (para.citra, para.budi, para.andi, para.eka):
        with pytest.raises(TidakBerwenangError):
            minta(para.aktor(orang))
    with pytest.raises(MasukanSalahError):
        minta(pyb, nomor=" ")
    pembukaan = minta(pyb)
    baca = {"pembukaan": pembukaan, "pada": pentas.SESUDAH}
    with pytest.raises(StatusTidakSesuaiError):
        putaran_kunci.baca_pasangan(aktor=pyb, **baca)
    with pytest.raises(TidakBerwenangError):
        putaran_kunci.setujui_buka_kunci(aktor=pyb, **baca)
    putaran_kunci.setujui_buka_kunci(aktor=pembina, **baca)
    with pytest.raises(StatusTidakSesuaiError):
        putaran_kunci.setujui_buka_kunci(aktor=pembina, **baca)
    pembukaan.refresh_from_db()
    assert len(putaran_kunci.baca_pasangan(aktor=pembina, **baca)) == 6
    with pytest.raises(TidakBerwenangError):
        putaran_kunci.baca_pasangan(aktor=para.aktor(para.citra), **baca)


def test_a_destroyed_key_leaves_nothing_to_join(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    pentas.isi_semua(panggung)
    with pytest.raises(StatusTidakSesuaiError):
        putaran_kunci.musnahkan_kunci(
            aktor=panggung.sistem(), putaran=panggung.putaran, pada=pentas.SESUDAH
        )
    pentas.tutup(panggung)
    with pytest.raises(TidakBerwenangError):
        putaran_kunci.musnahkan_kunci(
            aktor=para.aktor(para.citra), putaran=panggung.putaran, pada=pentas.SESUDAH
        )
    for harap in (True, False):
        assert (
            putaran_kunci.musnahkan_kunci(
                aktor=panggung.sistem(), putaran=panggung.putaran, pada=pentas.SESUDAH
            )
            is harap
        )
    assert not KunciPasangan.objects.exists()
    assert HasilUmpanBalik.objects.get().himpunan_tersegel == ""
    panggung.putaran.refresh_from_db()
    assert panggung.putaran.kunci_tersegel == ""
    pyb, _pembina = pentas.pejabat(para)
    with pytest.raises(StatusTidakSesuaiError, match="dimusnahkan"):
        putaran_kunci.minta_buka_kunci(
            aktor=pyb, satu=panggung.andi, nomor_surat="1", alasan="x", pada=pentas.SESUDAH
        )
