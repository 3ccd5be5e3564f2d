"""Home, hub and notifications: what waits for whom, told once to the right person."""

import datetime as dt
import json

import pytest
from django.urls import reverse

from dialog.klien import lihat, masuk
from pemeran import Pemeran
from tera.core import clock
from tera.core.kejadian import antar_tertunda
from tera.notifikasi.models import Notifikasi
from tera.organisasi.models import HubunganPenilai, KebijakanInstansi, Pegawai, PeranPetugas
from tera.tindak_lanjut.penerima.pengembangan import kartu
from tera.tindak_lanjut.services.pengembangan import kegiatan as layanan_kegiatan
from tera.tindak_lanjut.services.pengembangan import sertifikat as layanan_sertifikat
from tera.tindak_lanjut.services.pengembangan import tugas as layanan_tugas
from tera.web.tugas_pengembangan import KATA, tugas
from tindak_lanjut.pengembangan import panggung
from tindak_lanjut.pengembangan.panggung import PADA

pytestmark = pytest.mark.django_db


def _beranda(orang) -> str:
    return masuk(orang).get("/").text


def _diminta(jenis: str) -> list[Pegawai]:
    """Who was told by this kind, in order."""
    antar_tertunda()
    return [satu.pegawai for satu in Notifikasi.objects.filter(jenis=jenis).order_by("pk")]


def test_home_offers_the_plan_after_a_weak_result_until_a_row_answers_it(para: Pemeran) -> None:
    from tera.tindak_lanjut.services.pengembangan import rencana as layanan

    evaluasi = panggung.hasil_lemah(para)
    assert "Rencanakan pengembangan dari hasil evaluasi Anda" in _beranda(para.andi)
    satu = layanan.buka_rencana(aktor=para.aktor(para.andi), tahun=2026, pada=PADA)
    layanan.tambah_kegiatan(
        aktor=para.aktor(para.andi), rencana=satu, isi=panggung.isi(evaluasi_id=evaluasi.pk),
        pada=PADA,
    )  # fmt: skip
    assert "Rencanakan pengembangan dari hasil evaluasi Anda" not in _beranda(para.andi)


def test_home_says_nothing_after_a_result_as_expected(para: Pemeran) -> None:
    panggung.hasil_biasa(para)
    assert "Rencanakan pengembangan dari hasil evaluasi Anda" not in _beranda(para.andi)


def test_home_of_the_penilai_counts_plans_and_evidence(para: Pemeran) -> None:
    satu = panggung.rencana(para, "diajukan")
    assert "1 rencana pengembangan menunggu persetujuan Anda" in _beranda(para.budi)
    satu.delete()
    panggung.kegiatan(para, "selesai")
    assert "1 bukti pengembangan menunggu verifikasi Anda" in _beranda(para.budi)
    assert "bukti pengembangan" not in _beranda(para.fajar)


def test_home_of_the_pengelola_counts_nominations(para: Pemeran) -> None:
    satu = panggung.nominasi(para)
    assert "1 nominasi menunggu putusan" in _beranda(para.citra)
    assert "nominasi menunggu putusan" not in _beranda(para.budi)
    assert _diminta("pengembangan.nominasi_menunggu") == [para.citra]
    rute = "tindak_lanjut:nominasi"
    assert "Menunggu putusan Citra Pengelola (pengelola" in lihat(masuk(para.budi), rute, satu.pk)
    # Where the only pengelola proposed it, the officers above are asked, one after the other.
    PeranPetugas.objects.filter(peran="pengelola").update(pegawai=para.budi)
    for peran, siapa in (("pejabat_pembina", para.fajar), ("pyb", para.eka)):
        PeranPetugas.objects.create(
            instansi=para.instansi, pegawai=siapa, unit=para.dinas, peran=peran, sejak=PADA,
            dasar="SK",
        )  # fmt: skip
        for orang in (para.budi, para.citra, para.fajar, para.eka):
            tampak = "1 nominasi menunggu putusan" in _beranda(orang)
            assert tampak is (orang == siapa), (peran, orang)
        lagi = panggung.nominasi(para, f"S2 {peran}")
        assert _diminta("pengembangan.nominasi_menunggu")[-1:] == [siapa]
        assert siapa.nama in lihat(masuk(para.budi), rute, lagi.pk)
        lagi.delete()


def test_work_that_is_proposed_waits_for_the_atasan_and_without_one_for_the_pengelola(
    para: Pemeran,
) -> None:
    kata = "1 usul tugas menantang menunggu putusan Anda"
    panggung.usul_tugas(para)
    assert kata in _beranda(para.fajar)
    assert kata not in _beranda(para.budi)  # he proposed it
    assert kata not in _beranda(para.citra)
    HubunganPenilai.objects.filter(penugasan__pegawai=para.andi).update(atasan_penilai=None)
    assert kata in _beranda(para.citra)
    assert kata not in _beranda(para.fajar)


def test_work_that_is_proposed_rings_at_who_decides(para: Pemeran) -> None:
    satu = panggung.usul_tugas(para)
    kode = "pengembangan.tugas_menunggu"
    assert _diminta(kode) == [para.fajar]
    rute = "tindak_lanjut:usul_tugas"
    assert "(atasan penilai)" in lihat(masuk(para.andi), rute, satu.pk)
    # What the atasan proposes is the pengelola's to decide.
    satu.delete()
    layanan_tugas.usulkan_tugas(
        aktor=para.aktor(para.fajar), pegawai=para.andi, jenis="pimpin_tim", judul="Tim lain",
        alasan="Ya", mulai=PADA, selesai=PADA, pada=PADA,
    )  # fmt: skip
    assert _diminta(kode) == [para.fajar, para.citra]
    assert "1 usul tugas menantang menunggu putusan Anda" in _beranda(para.citra)


def test_home_asks_about_a_training_by_policy_when_no_result_comes(para: Pemeran) -> None:
    """Neither before the days of the policy nor after the answer."""
    satu = panggung.lulus(para)
    tanya = "1 pertanyaan tentang dampak pelatihan"
    for hari, tampak in ((89, False), (90, True)):
        with clock.jam_beku(panggung.SIANG + dt.timedelta(days=hari)):
            for orang in (para.andi, para.budi):
                assert (tanya in _beranda(orang)) is tampak
            assert tanya not in _beranda(para.fajar)
    hari = PADA + dt.timedelta(days=90)
    layanan_sertifikat.jawab_dampak(
        aktor=para.aktor(para.andi), peserta=satu, pakai="belum", contoh="", pada=hari
    )
    with clock.jam_beku(panggung.SIANG + dt.timedelta(days=90)):
        andi, budi = masuk(para.andi), masuk(para.budi)
        assert reverse("tindak_lanjut:dampak_jawab", args=[satu.pk]) in budi.get("/").text
        assert tanya not in andi.get("/").text
    KebijakanInstansi.objects.create(
        instansi=para.instansi, kunci="pengembangan.hari_dampak", nilai=200, sejak=PADA,
        dasar="SK", nama_aktor="Citra", dibuat_at=panggung.SIANG,
    )  # fmt: skip
    with clock.jam_beku(panggung.SIANG + dt.timedelta(days=90)):
        assert tanya not in _beranda(para.budi)


def test_every_word_of_home_has_its_task() -> None:
    for kata in KATA:
        satu = tugas(kata, 1, "", PADA, 2, pada=PADA)
        assert satu["judul"]
        assert satu["url"].startswith("/pengembangan/")


def test_the_penilai_is_told_of_a_plan_and_the_person_of_the_answer(para: Pemeran) -> None:
    panggung.rencana(para, "disetujui")
    antar_tertunda()
    dapat = {(satu.pegawai_id, satu.jenis) for satu in Notifikasi.objects.all()}
    assert (para.budi.pk, "pengembangan.rencana_diajukan") in dapat
    assert (para.andi.pk, "pengembangan.rencana_disetujui") in dapat


def test_a_verified_report_is_told_to_the_person_alone(para: Pemeran) -> None:
    satu = panggung.kegiatan(para, "selesai")
    antar_tertunda()
    Notifikasi.objects.all().delete()
    layanan_kegiatan.verifikasi_kegiatan(aktor=para.aktor(para.budi), kegiatan=satu, pada=PADA)
    antar_tertunda()
    assert [(n.pegawai_id, n.jenis) for n in Notifikasi.objects.all()] == [
        (para.andi.pk, "pengembangan.kegiatan_diverifikasi")
    ]


def test_the_cards_follow_the_parts(para: Pemeran, django_assert_max_num_queries) -> None:
    panggung.rencana(para, "diajukan")
    with django_assert_max_num_queries(2):
        punya = kartu(para.aktor(para.budi), frozenset(), True)
    assert {satu.kelompok for satu in punya} == {"saya", "tim", "kelola"}
    assert any(satu.penting for satu in punya if satu.kelompok == "tim")
    biasa = kartu(para.aktor(para.andi), frozenset(), False)
    assert {satu.kelompok for satu in biasa} == {"saya"}


def test_the_download_of_own_data_holds_the_plan(para: Pemeran) -> None:
    panggung.kegiatan(para, "diverifikasi")
    jawaban = masuk(para.andi).get(reverse("web:unduh_data"))
    isi = json.loads(jawaban.content)["pengembangan"]
    assert isi["rencana"][0]["status"] == "disetujui"
    assert isi["kegiatan"][0]["jp_diperoleh"] == 8


def test_a_page_in_english_says_the_state_in_english(para: Pemeran) -> None:
    panggung.rencana(para)
    andi = masuk(para.andi)
    andi.cookies["bahasa"] = "en"
    assert lihat(andi, "tindak_lanjut:pengembangan_saya")
