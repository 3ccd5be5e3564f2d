"""One's own file, the file others read and that it is written down, corrections of facts."""

import pytest
from django.urls import reverse

from pemeran import Pemeran
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.models import KebijakanInstansi
from tera.tindak_lanjut.models import KoreksiFakta, PembacaanTalenta
from tera.tindak_lanjut.services.talenta import koreksi as layanan
from tindak_lanjut.talenta import panggung_talenta as panggung

pytestmark = pytest.mark.django_db
ISI = layanan.IsiKoreksi("pangkat", "III/b", "III/c sejak 1 April 2025", "SK 821/4/2025")


def koreksi(para: Pemeran) -> KoreksiFakta:
    return layanan.ajukan_koreksi(aktor=para.aktor(para.andi), isi=ISI, pada=panggung.PADA)


def test_a_person_sees_the_box_only_once_it_is_set_with_why_and_what_follows(
    para: Pemeran,
) -> None:
    panggung.peta(para, "ditelaah")
    andi = panggung.masuk(para.andi)
    sebelum = panggung.lihat(andi, "talenta_saya")
    assert "Kotak 7" not in sebelum
    assert "Belum ada peta yang ditetapkan" in sebelum
    assert "80,00" in sebelum
    peta = panggung.PetaTalenta.objects.get()
    panggung.layanan_peta.tetapkan_peta(
        aktor=para.aktor(panggung.pembina(para)), peta=peta, dokumen=panggung.DOKUMEN,
        pada=panggung.PADA,
    )  # fmt: skip
    sesudah = panggung.lihat(andi, "talenta_saya")
    assert "Kotak 7" in sesudah
    assert "Tugas belajar" in sesudah
    assert "Predikat kinerja 2025: Sangat Baik" in sesudah


def test_the_instansi_may_show_the_advice_without_the_number(para: Pemeran) -> None:
    panggung.peta(para, "ditetapkan")
    KebijakanInstansi.objects.create(
        instansi=para.instansi, kunci="talenta.tampil_kotak", nilai="rekomendasi",
        sejak="2026-01-01", dasar="SK", nama_aktor="Citra", dibuat_at=panggung.SIANG,
    )  # fmt: skip
    isi = panggung.lihat(panggung.masuk(para.andi), "talenta_saya")
    assert "Kotak 7" not in isi
    assert "Tugas belajar" in isi


def test_every_reading_of_a_file_is_shown_to_the_person(para: Pemeran) -> None:
    panggung.peta(para, "ditetapkan")
    citra = panggung.masuk(para.citra)
    isi = panggung.lihat(citra, "talenta_orang", para.andi.pk)
    assert "80,00" in isi
    satu = PembacaanTalenta.objects.get()
    assert (satu.pegawai, satu.peran, satu.nama_pembaca) == (
        para.andi, "pengelola", "Citra Pengelola",
    )  # fmt: skip
    assert "Citra Pengelola" in panggung.lihat(panggung.masuk(para.andi), "talenta_saya")
    assert "Citra Pengelola" in panggung.lihat(panggung.masuk(para.andi), "talenta_pembacaan")


def test_a_leader_reads_the_box_without_scores_and_strangers_nothing(para: Pemeran) -> None:
    panggung.peta(para, "ditetapkan")
    budi = panggung.masuk(para.budi)
    isi = panggung.lihat(budi, "talenta_orang", para.andi.pk)
    assert "Kotak 7" in isi
    assert "80,00" not in isi
    for pegawai, nama in (
        (para.budi, "talenta_riwayat"), (para.andi, "talenta_riwayat"), (para.dewi, "talenta_orang")
    ):  # fmt: skip
        alamat = reverse(f"tindak_lanjut:{nama}", args=[para.andi.pk])
        assert panggung.masuk(pegawai).get(alamat).status_code == 404
    alamat = reverse("tindak_lanjut:talenta_orang", args=[para.fajar.pk])
    assert budi.get(alamat).status_code == 404
    assert PembacaanTalenta.objects.filter(pembaca_id=para.budi.pk, peran="penilai").count() == 1


def test_opening_one_s_own_file_by_number_leads_to_one_s_own_page(para: Pemeran) -> None:
    alamat = reverse("tindak_lanjut:talenta_orang", args=[para.andi.pk])
    jawaban = panggung.masuk(para.andi).get(alamat)
    assert jawaban["Location"] == reverse("tindak_lanjut:talenta_saya")
    assert not PembacaanTalenta.objects.exists()


def test_a_fact_is_asked_to_be_put_right_and_answered_with_history(para: Pemeran) -> None:
    andi, citra = panggung.masuk(para.andi), panggung.masuk(para.citra)
    kurang = {"fakta": "pangkat", "tertulis": "III/b", "seharusnya": "", "bukti": "SK"}
    assert panggung.jawab(andi, "talenta_koreksi_baru", **kurang) == 422
    isi = {**kurang, "seharusnya": "III/c"}
    assert panggung.jawab(andi, "talenta_koreksi_baru", **isi) == 302
    satu = KoreksiFakta.objects.get()
    assert "Andi Pegawai" in panggung.lihat(citra, "talenta_koreksi_daftar")
    jawab = {"hasil": "perbaiki", "jawaban": "Golongan diperbaiki di profil."}
    assert panggung.jawab(andi, "talenta_koreksi", satu.pk, **jawab) == 403
    assert panggung.jawab(citra, "talenta_koreksi", satu.pk, **jawab) == 302
    laman = panggung.lihat(andi, "talenta_koreksi", satu.pk)
    assert "Golongan diperbaiki di profil." in laman
    assert "Citra Pengelola" in laman


def test_nobody_answers_one_s_own_correction(para: Pemeran) -> None:
    satu = layanan.ajukan_koreksi(aktor=para.aktor(para.citra), isi=ISI, pada=panggung.PADA)
    with pytest.raises(TidakBerwenangError):
        layanan.jawab_koreksi(
            aktor=para.aktor(para.citra), koreksi=satu, diperbaiki=True, jawaban="ya",
            pada=panggung.PADA,
        )  # fmt: skip


def test_a_correction_is_taken_back_only_while_nobody_answered(para: Pemeran) -> None:
    satu, dua = koreksi(para), koreksi(para)
    layanan.batalkan_koreksi(aktor=para.aktor(para.andi), koreksi=satu, pada=panggung.PADA)
    assert KoreksiFakta.objects.get(pk=satu.pk).status == "dibatalkan"
    layanan.jawab_koreksi(
        aktor=para.aktor(para.citra), koreksi=dua, diperbaiki=False, jawaban="SK belum terbit",
        pada=panggung.PADA,
    )  # fmt: skip
    with pytest.raises(StatusTidakSesuaiError):
        layanan.batalkan_koreksi(aktor=para.aktor(para.andi), koreksi=dua, pada=panggung.PADA)
    with pytest.raises(TidakBerwenangError):
        layanan.batalkan_koreksi(aktor=para.aktor(para.citra), koreksi=dua, pada=panggung.PADA)


def test_a_queue_of_corrections_has_an_end(para: Pemeran) -> None:
    for _nomor in range(layanan.BATAS_MENUNGGU):
        koreksi(para)
    with pytest.raises(MasukanSalahError, match="menunggu jawaban"):
        koreksi(para)


def test_others_never_see_a_correction(para: Pemeran) -> None:
    satu = koreksi(para)
    alamat = reverse("tindak_lanjut:talenta_koreksi", args=[satu.pk])
    for pegawai in (para.budi, para.dewi):
        assert panggung.masuk(pegawai).get(alamat).status_code == 404
    assert panggung.masuk(para.eka).get(alamat).status_code == 200
