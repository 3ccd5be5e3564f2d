"""What waits stands on home, who acts next is told, one's own data hold it, the hub leads there."""

import datetime as dt

import pytest
from django.urls import reverse

from pemeran import Pemeran
from tera.core import kejadian
from tera.notifikasi.models import Notifikasi
from tera.tindak_lanjut import hub
from tera.tindak_lanjut.models import KelompokSuksesi
from tera.tindak_lanjut.services.talenta import koreksi as layanan_koreksi
from tera.tindak_lanjut.services.talenta import suksesi as layanan_suksesi
from tera.tindak_lanjut.services.talenta import usul as layanan_usul
from tindak_lanjut.talenta import panggung_talenta as panggung
from tindak_lanjut.talenta.test_orang import koreksi
from tindak_lanjut.talenta.test_suksesi import kelompok, masukkan, tetapkan
from tindak_lanjut.talenta.test_usul import putus, usul

pytestmark = pytest.mark.django_db


def beranda(pegawai) -> str:
    return panggung.masuk(pegawai).get("/").text


def kabar(pegawai) -> list[str]:
    kejadian.antar_tertunda()
    return list(
        Notifikasi.objects.filter(pegawai=pegawai, jenis__startswith="talenta.")
        .order_by("pk")
        .values_list("jenis", flat=True)
    )


def test_a_correction_waits_for_the_pengelola_of_the_unit_and_no_other(para: Pemeran) -> None:
    panggung.petugas(para, para.fajar, "pengelola", para.dinas)
    satu = koreksi(para)
    for siapa in (para.citra, para.fajar):
        assert "1 koreksi fakta menunggu jawaban" in beranda(siapa)
        assert kabar(siapa) == ["talenta.koreksi_diajukan"]
    assert "koreksi fakta menunggu" not in beranda(para.budi)
    layanan_koreksi.jawab_koreksi(
        aktor=para.aktor(para.citra), koreksi=satu, diperbaiki=True, jawaban="Sudah",
        pada=panggung.PADA,
    )  # fmt: skip
    assert kabar(para.andi) == ["talenta.koreksi_diperbaiki"]
    assert "koreksi fakta menunggu" not in beranda(para.citra)


def test_a_pengelola_of_another_unit_is_not_asked(para: Pemeran) -> None:
    panggung.petugas(para, para.budi, "pengelola", para.bidang)
    layanan_koreksi.ajukan_koreksi(
        aktor=para.aktor(para.eka), pada=panggung.PADA,
        isi=layanan_koreksi.IsiKoreksi("pangkat", "III/c", "III/d", "SK"),
    )  # fmt: skip
    assert "koreksi fakta menunggu" not in beranda(para.budi)
    assert "1 koreksi fakta menunggu jawaban" in beranda(para.citra)


def test_a_file_of_the_only_pengelola_calls_an_officer_above_to_review_it(para: Pemeran) -> None:
    bupati = panggung.pembina(para)
    satu = usul(para, "diajukan", para.citra)
    assert kabar(bupati) == ["talenta.usul_diajukan"]
    # With a PyB beside, the pejabat pembina stays free to decide.
    panggung.petugas(para, para.eka, "pyb")
    assert "1 usul karier menunggu telaah" in beranda(para.eka)
    assert "menunggu telaah" not in beranda(bupati)
    assert "menunggu telaah" not in beranda(para.citra)
    halaman = panggung.masuk(para.citra).get(reverse("tindak_lanjut:talenta_usul", args=[satu.pk]))
    assert "Menunggu telaah Eka Auditor" in halaman.text
    layanan_usul.telaah_usul(
        aktor=para.aktor(para.eka), usul=satu, catatan="Cukup", pada=panggung.PADA
    )
    assert kabar(bupati)[-1] == "talenta.usul_ditelaah"
    halaman = panggung.masuk(para.citra).get(reverse("tindak_lanjut:talenta_usul", args=[satu.pk]))
    assert f"Menunggu putusan {bupati.nama_lengkap}" in halaman.text


def test_a_file_calls_its_reviewer_then_its_decider_then_tells_both_sides(para: Pemeran) -> None:
    bupati = panggung.pembina(para)
    satu = usul(para, "diajukan")
    assert "1 usul karier menunggu telaah" in beranda(para.citra)
    assert "menunggu putusan Anda" not in beranda(bupati)
    layanan_usul.telaah_usul(
        aktor=para.aktor(para.citra), usul=satu, catatan="Cukup", pada=panggung.PADA
    )
    assert "1 usul karier menunggu putusan Anda" in beranda(bupati)
    putus(para, satu, bupati)
    assert kabar(para.citra) == ["talenta.usul_diajukan"]
    assert kabar(bupati) == ["talenta.usul_ditelaah"]
    assert kabar(para.budi) == ["talenta.usul_disetujui"]
    assert kabar(para.andi) == ["talenta.usul_diputus_setuju"]


def test_a_file_that_came_back_waits_for_its_proposer(para: Pemeran) -> None:
    satu = usul(para, "diajukan")
    layanan_usul.kembalikan_usul(
        aktor=para.aktor(para.citra), usul=satu, alasan="Lengkapi", pada=panggung.PADA
    )
    assert "1 usul karier dikembalikan kepada Anda" in beranda(para.budi)
    assert kabar(para.budi) == ["talenta.usul_dikembalikan"]
    assert kabar(para.andi) == []


def test_a_reviewed_matrix_waits_for_the_pejabat_pembina_and_a_set_one_is_told(
    para: Pemeran,
) -> None:
    bupati = panggung.pembina(para)
    panggung.peta(para, "ditelaah")
    assert "Peta talenta menunggu penetapan Anda" in beranda(bupati)
    assert kabar(bupati) == ["talenta.peta_ditelaah"]
    assert kabar(para.andi) == []
    panggung.layanan_peta.tetapkan_peta(
        aktor=para.aktor(bupati), peta=panggung.PetaTalenta.objects.get(),
        dokumen=panggung.DOKUMEN, pada=panggung.PADA,
    )  # fmt: skip
    assert kabar(para.andi) == ["talenta.peta_ditetapkan"]
    assert kabar(para.fajar) == []


def test_a_group_past_its_year_waits_for_its_review(para: Pemeran) -> None:
    satu = kelompok(para)
    masukkan(para, satu, para.andi)
    tetapkan(para, satu)
    assert kabar(para.andi) == ["talenta.suksesi_ditetapkan"]
    assert "waktunya ditinjau" not in beranda(para.citra)
    KelompokSuksesi.objects.update(tinjau_sebelum=panggung.PADA - dt.timedelta(days=1))
    assert "1 kelompok rencana suksesi waktunya ditinjau" in beranda(para.citra)
    assert "Waktunya ditinjau" in panggung.lihat(panggung.masuk(para.citra), "talenta_suksesi")
    layanan_suksesi.tinjau_kelompok(
        aktor=para.aktor(para.citra), kelompok=satu, alasan="Tahunan", pada=panggung.PADA
    )
    assert "waktunya ditinjau" not in beranda(para.citra)


def test_one_s_own_data_hold_the_box_once_set_the_scores_and_who_read(para: Pemeran) -> None:
    panggung.peta(para)
    andi = panggung.masuk(para.andi)
    sebelum = andi.get(reverse("web:unduh_data")).json()["talenta"]
    assert sebelum["kotak_talenta"] == []
    assert sebelum["penilaian_potensi"][0]["total"] == "80.00"
    panggung.peta(para, "ditetapkan")
    panggung.lihat(panggung.masuk(para.citra), "talenta_orang", para.andi.pk)
    usul(para)
    isi = andi.get(reverse("web:unduh_data")).json()["talenta"]
    assert isi["kotak_talenta"][0]["kotak"] == 7
    assert isi["pembacaan_berkas_talenta"][0]["nama_pembaca"] == "Citra Pengelola"
    assert isi["usul_karier"] == []


def test_the_hub_shows_each_one_s_doors_only(para: Pemeran) -> None:
    def judul(pegawai, peran: frozenset[str], menilai: bool) -> set[str]:
        daftar = hub.kartu(para.aktor(pegawai), peran, menilai)
        return {satu.judul for satu in daftar if satu.url.startswith("/talenta/")}

    assert judul(para.andi, frozenset(), False) == {"Talenta saya"}
    assert "Usul promosi dan mutasi" in judul(para.budi, frozenset(), True)
    assert "Rencana suksesi" in judul(para.citra, frozenset({"pengelola"}), False)
