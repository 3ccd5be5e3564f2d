"""The matrix of a year: who is placed where, who may see it, how it is set and stays."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pemeran import Pemeran, buat_pegawai
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.models import KebijakanInstansi
from tera.tindak_lanjut.models import KotakTalenta, PeringkatKinerja, PetaTalenta
from tera.tindak_lanjut.services.talenta import peta as layanan
from tera.tindak_lanjut.services.talenta.dasar import IsiDokumen
from tindak_lanjut.talenta import panggung_talenta as panggung

pytestmark = pytest.mark.django_db


def baris(peta: PetaTalenta, pegawai) -> KotakTalenta:
    return peta.daftar_kotak.get(pegawai=pegawai)


def kebijakan(para: Pemeran, kunci: str, nilai: object) -> None:
    KebijakanInstansi.objects.create(
        instansi=para.instansi, kunci=kunci, nilai=nilai, sejak=dt.date(2026, 1, 1),
        dasar="SK Uji", nama_aktor="Citra", dibuat_at=panggung.SIANG,
    )  # fmt: skip


def test_people_stand_where_kinerja_meets_potensial(para: Pemeran) -> None:
    peta = panggung.peta(para)
    andi, budi = baris(peta, para.andi), baris(peta, para.budi)
    assert (andi.kinerja, andi.potensial, andi.kotak, andi.krs) == ("di_atas", "menengah", 7, True)
    assert (budi.kinerja, budi.potensial, budi.kotak) == ("sesuai", "tinggi", 8)
    assert len(andi.rekomendasi) == 5
    assert andi.dasar[0]["peraturan"] == "permenpanrb-3-2020"
    assert andi.sumber_kinerja == "Predikat kinerja 2025: Sangat Baik"


def test_who_lacks_an_assessment_or_a_result_is_named_and_never_placed(para: Pemeran) -> None:
    peta = panggung.peta(para)
    assert (baris(peta, para.fajar).keadaan, baris(peta, para.fajar).kotak) == (
        "belum_potensi", None,
    )  # fmt: skip
    assert baris(peta, para.citra).keadaan == "belum_keduanya"
    assert not peta.daftar_kotak.filter(pegawai__in=[para.bupati, para.dewi]).exists()


def test_an_assessment_that_is_too_old_is_not_used(para: Pemeran) -> None:
    panggung.hasil(para.andi, "baik")
    panggung.potensi(para.andi, "95", dt.date(2023, 11, 1))
    peta = layanan.susun_peta(aktor=para.aktor(para.citra), tahun=2025, pada=panggung.PADA)
    assert baris(peta, para.andi).keadaan == "belum_potensi"


def test_the_cut_offs_are_the_policy_of_the_day_and_stay_with_the_matrix(para: Pemeran) -> None:
    kebijakan(para, "talenta.batas_tinggi", "81")
    kebijakan(para, "talenta.batas_menengah", "61")
    peta = panggung.peta(para)
    assert baris(peta, para.andi).potensial == "menengah"
    assert peta.aturan["batas_tinggi"] == "81"
    KebijakanInstansi.objects.filter(kunci="talenta.batas_tinggi").update(nilai="75")
    assert PetaTalenta.objects.get(pk=peta.pk).aturan["batas_tinggi"] == "81"
    layanan.perbarui_peta(aktor=para.aktor(para.citra), peta=peta, pada=panggung.PADA)
    assert baris(peta, para.andi).potensial == "tinggi"


def test_cut_offs_the_wrong_way_round_are_refused(para: Pemeran) -> None:
    kebijakan(para, "talenta.batas_menengah", "95")
    with pytest.raises(MasukanSalahError, match="tidak lebih kecil"):
        panggung.peta(para)
    assert not PetaTalenta.objects.exists()


def test_where_units_rank_the_ranking_is_the_axis_and_the_predikat_stays(para: Pemeran) -> None:
    panggung.bahan(para)
    kebijakan(para, "talenta.sumbu_kinerja", "peringkat")
    PeringkatKinerja.objects.create(
        instansi=para.instansi, tahun=2025, unit=para.bidang, pegawai=para.andi, level="sesuai",
        dasar="BA 3/2026", nama_aktor="Citra", dicatat_pada=panggung.PADA,
    )  # fmt: skip
    peta = panggung.peta(para)
    andi = baris(peta, para.andi)
    assert (andi.kinerja, andi.predikat, andi.kotak) == ("sesuai", "sangat_baik", 5)
    assert baris(peta, para.budi).keadaan == "belum_kinerja"


def test_only_a_pengelola_of_the_whole_instansi_makes_one_and_only_once(para: Pemeran) -> None:
    for siapa in (para.andi, para.fajar, para.eka):
        with pytest.raises(TidakBerwenangError):
            layanan.susun_peta(aktor=para.aktor(siapa), tahun=2025, pada=panggung.PADA)
    panggung.peta(para)
    with pytest.raises(MasukanSalahError, match="sudah ada"):
        layanan.susun_peta(aktor=para.aktor(para.citra), tahun=2025, pada=panggung.PADA)
    with pytest.raises(MasukanSalahError, match="belum berjalan"):
        layanan.susun_peta(aktor=para.aktor(para.citra), tahun=2027, pada=panggung.PADA)


def test_the_committee_reviews_and_the_pejabat_pembina_sets_by_a_document(para: Pemeran) -> None:
    peta = panggung.peta(para, "ditelaah")
    with pytest.raises(TidakBerwenangError):
        layanan.tetapkan_peta(
            aktor=para.aktor(para.citra), peta=peta, dokumen=panggung.DOKUMEN, pada=panggung.PADA
        )
    bupati = para.aktor(panggung.pembina(para))
    with pytest.raises(MasukanSalahError, match="belum tiba"):
        layanan.tetapkan_peta(
            aktor=bupati, peta=peta, dokumen=IsiDokumen("1", dt.date(2026, 12, 1)),
            pada=panggung.PADA,
        )  # fmt: skip
    layanan.tetapkan_peta(aktor=bupati, peta=peta, dokumen=panggung.DOKUMEN, pada=panggung.PADA)
    peta.refresh_from_db()
    assert (peta.status, peta.nomor_dokumen) == ("ditetapkan", "800/12/2026")


def test_a_set_matrix_is_never_made_again(para: Pemeran) -> None:
    peta = panggung.peta(para, "ditetapkan")
    panggung.potensi(para.andi, "99", dt.date(2026, 10, 1))
    with pytest.raises(StatusTidakSesuaiError):
        layanan.perbarui_peta(aktor=para.aktor(para.citra), peta=peta, pada=panggung.PADA)
    with pytest.raises(StatusTidakSesuaiError):
        layanan.kembalikan_peta(
            aktor=para.aktor(para.citra), peta=peta, alasan="salah", pada=panggung.PADA
        )
    assert baris(peta, para.andi).potensial == "menengah"


def test_the_page_counts_the_boxes_and_lists_who_is_in_one(para: Pemeran) -> None:
    peta = panggung.peta(para)
    citra = panggung.masuk(para.citra)
    laman = panggung.lihat(citra, "talenta_matriks", peta.pk)
    assert "Kotak 7" in laman
    assert "Belum dinilai potensinya" in laman
    isi = panggung.lihat(citra, "talenta_matriks", peta.pk, kueri="?kotak=7")
    assert "Andi Pegawai" in isi
    assert "Tugas belajar" in isi
    assert "Budi Penilai" not in isi
    kosong = panggung.lihat(
        citra, "talenta_matriks", peta.pk, kueri=f"?kotak=7&jenis=fungsional&unit={para.dinas.pk}"
    )
    assert "Andi Pegawai" not in kosong


def test_a_leader_sees_one_s_own_units_and_only_what_is_set(para: Pemeran) -> None:
    peta = panggung.peta(para)
    budi = panggung.masuk(para.budi)
    alamat = reverse("tindak_lanjut:talenta_matriks", args=[peta.pk])
    assert budi.get(alamat).status_code == 404
    panggung.peta(para, "ditetapkan")
    isi = panggung.lihat(budi, "talenta_matriks", peta.pk, kueri="?kotak=7")
    assert "Andi Pegawai" in isi
    assert "Fajar Kepala" not in panggung.lihat(
        budi, "talenta_matriks", peta.pk, kueri="?kotak=belum_potensi"
    )
    ditolak = panggung.masuk(para.andi).get(alamat)
    assert ditolak.status_code == 403
    assert f'href="{reverse("tindak_lanjut:talenta_saya")}"' in ditolak.text
    assert panggung.masuk(para.dewi).get(alamat).status_code == 404


def test_nobody_reads_one_s_own_box_before_it_is_set(para: Pemeran) -> None:
    peta = panggung.peta(para)
    panggung.petugas(para, para.budi, "pengelola", para.dinas)
    budi = panggung.masuk(para.budi)
    sebelum = panggung.lihat(budi, "talenta_matriks", peta.pk, kueri="?kotak=8")
    assert "Tidak ada orang di sini" in sebelum
    panggung.peta(para, "ditetapkan")
    isi = panggung.lihat(budi, "talenta_matriks", peta.pk, kueri="?kotak=8")
    assert "Tidak ada orang di sini" not in isi


def test_the_steps_through_their_pages(para: Pemeran) -> None:
    panggung.bahan(para)
    citra = panggung.masuk(para.citra)
    assert panggung.jawab(citra, "talenta_peta_baru", tahun="2025") == 302
    peta = PetaTalenta.objects.get()
    assert panggung.jawab(citra, "talenta_telaah", peta.pk, anggota="", catatan="x") == 422
    isi = {"anggota": "Sekda", "catatan": "Setuju"}
    assert panggung.jawab(citra, "talenta_telaah", peta.pk, **isi) == 302
    assert panggung.jawab(citra, "talenta_telaah", peta.pk, **isi) == 409
    assert panggung.jawab(citra, "talenta_kembalikan", peta.pk, alasan="Ulang") == 302
    assert panggung.jawab(citra, "talenta_perbarui", peta.pk) == 302
    assert panggung.jawab(citra, "talenta_telaah", peta.pk, **isi) == 302
    dokumen = {"nomor": "800/1", "tanggal": "2026-11-20"}
    assert panggung.jawab(citra, "talenta_tetapkan", peta.pk, **dokumen) == 403
    bupati = panggung.masuk(panggung.pembina(para))
    assert panggung.jawab(bupati, "talenta_tetapkan", peta.pk, **dokumen) == 302
    assert "800/1" in panggung.lihat(bupati, "talenta_matriks", peta.pk)


@pytest.mark.parametrize("n", [3, 40])
def test_the_pages_cost_the_same_whatever_is_on_them(para: Pemeran, n: int) -> None:
    for nomor in range(n):
        satu = buat_pegawai(
            para.bidang, f"Orang {nomor}", f"1990{nomor:014d}", "pelaksana", "Pengolah Data"
        )
        panggung.hasil(satu, "sangat_baik")
        panggung.potensi(satu, "80")
    peta = panggung.peta(para)
    citra = panggung.masuk(para.citra)
    for nama, args, kueri in (
        ("talenta", (), ""),
        ("talenta_matriks", (peta.pk,), "?kotak=7&q=orang"),
        ("talenta_potensi", (), ""),
        ("talenta_orang", (para.andi.pk,), ""),
        ("talenta_riwayat", (para.andi.pk,), ""),
        ("talenta_saya", (), ""),
        ("talenta_koreksi_daftar", (), ""),
    ):
        panggung.lihat(citra, nama, *args, kueri=kueri)
        with CaptureQueriesContext(connection) as tangkap:
            panggung.lihat(citra, nama, *args, kueri=kueri)
        kueri_sql = [q["sql"][:160] for q in tangkap.captured_queries]
        assert len(kueri_sql) <= 12, (nama, len(kueri_sql), "\n".join(kueri_sql))
