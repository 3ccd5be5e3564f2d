"""Succession groups: who may be put in and by whom, set by document, reviewed, closed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pemeran import Pemeran, buat_pegawai
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.tindak_lanjut.models import AnggotaSuksesi, KelompokSuksesi
from tera.tindak_lanjut.services.talenta import suksesi as layanan
from tindak_lanjut.talenta import panggung_talenta as panggung

pytestmark = pytest.mark.django_db


def kelompok(para: Pemeran) -> KelompokSuksesi:
    return layanan.buat_kelompok(
        aktor=para.aktor(para.citra), pada=panggung.PADA,
        isi=layanan.IsiKelompok(
            "Kepala Bidang Data", "administrator", para.bidang.pk, "Memegang data penduduk"
        ),
    )  # fmt: skip


def masukkan(para: Pemeran, satu: KelompokSuksesi, pegawai, siapa=None) -> AnggotaSuksesi:
    return layanan.masukkan_anggota(
        aktor=para.aktor(siapa or para.citra), kelompok=satu, pada=panggung.PADA,
        isi=layanan.IsiAnggota(pegawai.pk, "siap_sekarang", "Memimpin dua proyek data"),
    )  # fmt: skip


def tetapkan(para: Pemeran, satu: KelompokSuksesi, siapa=None) -> None:
    layanan.tetapkan_kelompok(
        aktor=para.aktor(siapa or panggung.pembina(para)), kelompok=satu,
        dokumen=panggung.DOKUMEN, pada=panggung.PADA,
    )  # fmt: skip


def test_a_person_of_box_seven_comes_from_the_box_others_by_decision(para: Pemeran) -> None:
    panggung.peta(para, "ditetapkan")
    satu = kelompok(para)
    andi = masukkan(para, satu, para.andi)
    assert (andi.asal, andi.kotak, andi.tahun_kotak) == ("kotak", 7, 2025)
    assert masukkan(para, satu, para.fajar).asal == "putusan"


def test_nobody_twice_nobody_from_elsewhere_and_nobody_oneself(para: Pemeran) -> None:
    satu = kelompok(para)
    masukkan(para, satu, para.andi)
    with pytest.raises(MasukanSalahError, match="sudah ada"):
        masukkan(para, satu, para.andi)
    with pytest.raises(MasukanSalahError, match="tidak ada di instansi"):
        masukkan(para, satu, para.dewi)
    with pytest.raises(TidakBerwenangError):
        masukkan(para, satu, para.citra)
    for siapa in (para.andi, para.eka, para.fajar):
        with pytest.raises(TidakBerwenangError):
            masukkan(para, satu, para.budi, siapa)


def test_a_group_is_set_by_the_pejabat_pembina_and_then_stands(para: Pemeran) -> None:
    satu = kelompok(para)
    with pytest.raises(MasukanSalahError, match="kosong"):
        tetapkan(para, satu)
    andi = masukkan(para, satu, para.andi)
    with pytest.raises(TidakBerwenangError):
        tetapkan(para, satu, para.citra)
    tetapkan(para, satu)
    satu.refresh_from_db()
    assert satu.tinjau_sebelum is not None
    assert satu.tinjau_sebelum.year == 2027
    with pytest.raises(StatusTidakSesuaiError):
        layanan.keluarkan_anggota(
            aktor=para.aktor(para.citra), anggota=andi, alasan="pindah", pada=panggung.PADA
        )
    layanan.tinjau_kelompok(
        aktor=para.aktor(para.citra), kelompok=satu, alasan="Tahunan", pada=panggung.PADA
    )
    layanan.keluarkan_anggota(
        aktor=para.aktor(para.citra), anggota=andi, alasan="pindah", pada=panggung.PADA
    )
    andi.refresh_from_db()
    assert (andi.sampai, andi.alasan_keluar) == (panggung.PADA, "pindah")
    assert masukkan(para, satu, para.andi).sampai is None


def test_a_member_does_not_set_one_s_own_group(para: Pemeran) -> None:
    satu = kelompok(para)
    masukkan(para, satu, para.fajar)
    panggung.petugas(para, para.fajar, "pejabat_pembina")
    with pytest.raises(TidakBerwenangError, match="anggota kelompok"):
        tetapkan(para, satu, para.fajar)


def test_a_member_sees_the_group_only_once_it_is_set(para: Pemeran) -> None:
    satu = kelompok(para)
    masukkan(para, satu, para.andi)
    andi = panggung.masuk(para.andi)
    assert "Kepala Bidang Data" not in panggung.lihat(andi, "talenta_saya")
    tetapkan(para, satu)
    assert "Kepala Bidang Data" in panggung.lihat(andi, "talenta_saya")
    alamat = reverse("tindak_lanjut:talenta_kelompok", args=[satu.pk])
    assert andi.get(alamat).status_code == 403
    assert panggung.masuk(para.dewi).get(alamat).status_code == 404


def test_the_whole_way_through_the_pages(para: Pemeran) -> None:
    panggung.peta(para, "ditetapkan")
    citra, bupati = panggung.masuk(para.citra), panggung.masuk(panggung.pembina(para))
    isi = {"jabatan_target": "Sekretaris Dinas", "jenis_jabatan": "administrator",
           "unit": para.dinas.kode, "alasan": "Segera pensiun"}  # fmt: skip
    assert panggung.jawab(citra, "talenta_suksesi_baru", **isi) == 302
    assert panggung.jawab(citra, "talenta_suksesi_baru", **isi) == 422
    satu = KelompokSuksesi.objects.get()
    assert "Andi Pegawai" in panggung.lihat(citra, "talenta_anggota_baru", satu.pk)
    orang = {"pegawai": "tak ada", "kesiapan": "siap_sekarang", "alasan": "Cakap"}
    assert panggung.jawab(citra, "talenta_anggota_baru", satu.pk, **orang) == 422
    orang["pegawai"] = para.andi.nip
    assert panggung.jawab(citra, "talenta_anggota_baru", satu.pk, **orang) == 302
    dokumen = {"nomor": "800/2", "tanggal": "2026-11-20"}
    assert panggung.jawab(citra, "talenta_kelompok_tetapkan", satu.pk, **dokumen) == 403
    assert panggung.jawab(bupati, "talenta_kelompok_tetapkan", satu.pk, **dokumen) == 302
    assert "800/2" in panggung.lihat(citra, "talenta_kelompok", satu.pk)
    assert panggung.jawab(citra, "talenta_kelompok_tinjau", satu.pk, alasan="x") == 302
    anggota = satu.daftar_anggota.get().pk
    keluar = panggung.kirim(citra, "talenta_anggota_keluar", satu.pk, anggota, alasan="Pindah")
    assert keluar.status_code == 302
    assert panggung.jawab(bupati, "talenta_kelompok_tutup", satu.pk, alasan="Terisi") == 302
    assert "Ditutup" in panggung.lihat(citra, "talenta_suksesi")


@pytest.mark.parametrize("n", [2, 30])
def test_the_pages_cost_the_same_whatever_is_on_them(para: Pemeran, n: int) -> None:
    satu = kelompok(para)
    for nomor in range(n):
        orang = buat_pegawai(
            para.bidang, f"Orang {nomor}", f"1990{nomor:014d}", "pelaksana", "Pengolah Data"
        )
        masukkan(para, satu, orang)
    citra = panggung.masuk(para.citra)
    for nama, args in (
        ("talenta_suksesi", ()),
        ("talenta_kelompok", (satu.pk,)),
        ("talenta_anggota_baru", (satu.pk,)),
    ):
        panggung.lihat(citra, nama, *args)
        with CaptureQueriesContext(connection) as tangkap:
            panggung.lihat(citra, nama, *args)
        kueri = [q["sql"][:160] for q in tangkap.captured_queries]
        assert len(kueri) <= 12, (nama, len(kueri), "\n".join(kueri))


def test_the_strip_of_a_group_follows_it_from_opening_to_its_review(para: Pemeran) -> None:
    def kini(satu: KelompokSuksesi) -> list[str]:
        laman = panggung.masuk(para.citra).get(
            reverse("tindak_lanjut:talenta_kelompok", args=[satu.pk])
        )
        return [s["label"] for s in laman.context["langkah"] if s["status"] == "kini"]

    satu = kelompok(para)
    assert kini(satu) == ["Anggota diisi"]
    masukkan(para, satu, para.andi)
    assert kini(satu) == ["Ditetapkan"]
    tetapkan(para, satu)
    satu.refresh_from_db()
    assert kini(satu) == ["Ditinjau lagi"]
    layanan.tinjau_kelompok(
        aktor=para.aktor(para.citra), kelompok=satu, alasan="Setahun", pada=panggung.PADA
    )
    assert kini(satu) == ["Ditetapkan"]
    layanan.tutup_kelompok(
        aktor=para.aktor(para.bupati), kelompok=satu, alasan="Jabatan dihapus", pada=panggung.PADA
    )
    assert kini(satu) == ["Ditutup"]
