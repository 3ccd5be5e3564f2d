"""Searching for a post: criteria met, not met or unknown with reasons; who did well for years."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pemeran import Pemeran, buat_pegawai
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.core.models import JejakAudit
from tera.organisasi.models import Pegawai
from tera.tindak_lanjut.models import PencarianJabatan
from tera.tindak_lanjut.selectors.talenta import sumber
from tera.tindak_lanjut.selectors.talenta.cocok import calon_jabatan, kinerja_konsisten
from tera.tindak_lanjut.selectors.talenta.jangkauan import jangkauan
from tera.tindak_lanjut.selectors.talenta.kriteria import (
    BELUM,
    TERPENUHI,
    TIDAK,
    FaktaOrang,
    Kriteria,
    periksa,
    tingkat_pendidikan,
)
from tera.tindak_lanjut.services.talenta.cari import cari_calon
from tindak_lanjut.talenta import panggung_talenta as panggung

pytestmark = pytest.mark.django_db


def orang(**isi: object) -> FaktaOrang:
    return FaktaOrang(
        **{
            "golongan": "III/c", "status": "pns", "pendidikan": "S1 Akuntansi",
            "jabatan_sejak": dt.date(2023, 11, 24), "jenis_pernah": frozenset({"pelaksana"}),
            "predikat": {2023: "baik", 2024: "sangat_baik", 2025: "sangat_baik"}, "kotak": 7,
            "tahun_kotak": 2025, "capaian": 1, **isi,
        }
    )  # fmt: skip


def keadaan(fakta: FaktaOrang, **kriteria: object) -> list[str]:
    return [j.keadaan for j in periksa(Kriteria(**kriteria), fakta, pada=panggung.PADA)]


def cari(para: Pemeran, siapa=None, **kriteria: object) -> PencarianJabatan:
    return cari_calon(
        aktor=para.aktor(siapa or para.citra), jabatan="Kepala Seksi", unit_id=None,
        keperluan="Jabatan lowong", kriteria=Kriteria(**kriteria), pada=panggung.PADA,
    )  # fmt: skip


def hasil(para: Pemeran, satu: PencarianJabatan) -> list:
    aktor = para.aktor(para.citra)
    return calon_jabatan(
        aktor=aktor, jangkauan=jangkauan(aktor=aktor, pada=panggung.PADA), pencarian=satu,
        pada=panggung.PADA,
    )  # fmt: skip


def test_pangkat_is_compared_by_the_order_of_the_law() -> None:
    assert keadaan(orang(), pangkat_min="III/c") == [TERPENUHI]
    assert keadaan(orang(), pangkat_min="III/d") == [TIDAK]
    assert keadaan(orang(golongan="IX"), pangkat_min="III/c") == [BELUM]
    assert keadaan(orang(golongan=""), pangkat_min="III/c") == [BELUM]


def test_education_that_cannot_be_read_is_unknown_and_not_a_no() -> None:
    assert tingkat_pendidikan("S-1/Sarjana Hukum") == tingkat_pendidikan("D-IV")
    assert tingkat_pendidikan("SLTA/SMA Sederajat") == 2
    assert keadaan(orang(), pendidikan_min="D-IV/S-1") == [TERPENUHI]
    assert keadaan(orang(), pendidikan_min="S-2") == [TIDAK]
    assert keadaan(orang(pendidikan="Paket"), pendidikan_min="SMA") == [BELUM]


def test_years_in_the_post_are_whole_years() -> None:
    assert keadaan(orang(), tahun_jabatan_min=3) == [TERPENUHI]
    besok = orang(jabatan_sejak=dt.date(2023, 11, 25))
    assert keadaan(besok, tahun_jabatan_min=3) == [TIDAK]


def test_a_year_without_a_result_is_unknown_but_a_low_one_is_a_no() -> None:
    minta = {"predikat_min": "baik", "predikat_tahun": 3}
    assert keadaan(orang(), **minta) == [TERPENUHI]
    assert keadaan(orang(predikat={2024: "baik", 2025: "baik"}), **minta) == [BELUM]
    assert keadaan(orang(predikat={2024: "kurang", 2025: "baik"}), **minta) == [TIDAK]
    assert keadaan(orang(), predikat_min="sangat_baik", predikat_tahun=3) == [TIDAK]


def test_what_nobody_records_is_unknown() -> None:
    assert keadaan(orang(), pelatihan="PKP", tanpa_disiplin=True) == [BELUM, BELUM]
    tahu = orang(pelatihan=[sumber.Fakta("Pelatihan Kepemimpinan Pengawas (PKP)")], disiplin=[])
    assert keadaan(tahu, pelatihan="pkp", tanpa_disiplin=True) == [TERPENUHI, TERPENUHI]
    ada = orang(disiplin=[sumber.Fakta("x")])
    assert keadaan(ada, tanpa_disiplin=True) == [TIDAK]
    assert keadaan(orang(kotak=None), suksesi=True) == [BELUM]
    assert keadaan(orang(kotak=6), suksesi=True) == [TIDAK]
    assert keadaan(orang(), capaian_min=2, pernah_jenis="pengawas") == [TIDAK, TIDAK]


def test_the_list_puts_who_meets_most_first_then_by_name(para: Pemeran) -> None:
    panggung.peta(para, "ditetapkan")
    Pegawai.objects.filter(pk=para.andi.pk).update(pendidikan="S1")
    satu = cari(para, suksesi=True, pendidikan_min="D-IV/S-1")
    daftar = hasil(para, satu)
    assert [c.nama for c in daftar] == [
        "Andi Pegawai", "Budi Penilai", "Eka Auditor", "Fajar Kepala",
    ]  # fmt: skip
    assert [c.terpenuhi for c in daftar] == [2, 1, 0, 0]


def test_nobody_finds_oneself_nor_people_elsewhere(para: Pemeran) -> None:
    nama = {c.nama for c in hasil(para, cari(para, pangkat_min="III/a"))}
    assert not nama & {"Citra Pengelola", "Dewi Orang Lain", "Gita Bupati"}


def test_a_passed_training_is_found_and_one_that_was_not_passed_is_unknown(para: Pemeran) -> None:
    panggung.pelatihan(para.andi, "Pelatihan Kepemimpinan Pengawas (PKP)")
    panggung.pelatihan(para.budi, "Pelatihan Kepemimpinan Pengawas (PKP)", status="tidak_lulus")
    daftar = hasil(para, cari(para, pelatihan="pkp"))
    assert (daftar[0].nama, daftar[0].terpenuhi) == ("Andi Pegawai", 1)
    assert "lulus 3 Maret 2025 (S-7)" in daftar[0].jawaban[0].alasan
    assert {j.keadaan for c in daftar[1:] for j in c.jawaban} == {BELUM}


def test_a_search_needs_a_part_a_criterion_and_a_purpose(para: Pemeran) -> None:
    for siapa in (para.andi, para.budi, para.eka):
        with pytest.raises(TidakBerwenangError):
            cari(para, siapa, pangkat_min="III/a")
    with pytest.raises(MasukanSalahError, match="Belum ada kriteria"):
        cari(para)
    assert not PencarianJabatan.objects.exists()


def test_the_search_and_each_look_at_it_are_audited(para: Pemeran) -> None:
    citra = panggung.masuk(para.citra)
    isi = {"jabatan_target": "Kepala Seksi", "keperluan": "Lowong", "pangkat_min": "III/a"}
    assert panggung.jawab(citra, "talenta_cocok_baru", **{**isi, "pangkat_min": ""}) == 422
    assert panggung.jawab(citra, "talenta_cocok_baru", **isi) == 302
    satu = PencarianJabatan.objects.get()
    laman = panggung.lihat(citra, "talenta_cocok_hasil", satu.pk)
    assert "Andi Pegawai" in laman
    assert "1 dari 1 terpenuhi" in laman
    jejak = JejakAudit.objects.filter(jenis="pencarian_jabatan", objek_id=satu.pk)
    assert list(jejak.values_list("aksi", flat=True)) == ["cari", "baca_daftar"]
    alamat = reverse("tindak_lanjut:talenta_cocok_hasil", args=[satu.pk])
    assert panggung.masuk(para.eka).get(alamat).status_code == 200
    panggung.petugas(para, para.fajar, "pengelola", para.dinas)
    assert panggung.masuk(para.fajar).get(alamat).status_code == 404


def test_three_good_years_are_found_and_a_missing_one_is_not(para: Pemeran) -> None:
    for tahun in (2023, 2024, 2025):
        panggung.hasil(para.andi, "sangat_baik" if tahun > 2023 else "baik", tahun)
        panggung.hasil(para.budi, "baik" if tahun != 2024 else "butuh_perbaikan", tahun)
    panggung.hasil(para.fajar, "sangat_baik", 2025)
    aktor = para.aktor(para.citra)
    luas = jangkauan(aktor=aktor, pada=panggung.PADA)
    daftar = kinerja_konsisten(aktor=aktor, jangkauan=luas, pada=panggung.PADA)
    assert [(k.nama, k.sangat_baik) for k in daftar] == [("Andi Pegawai", 2)]
    assert not kinerja_konsisten(aktor=aktor, jangkauan=luas, pada=panggung.PADA, sangat_baik=3)
    assert "Andi Pegawai" in panggung.lihat(panggung.masuk(para.budi), "talenta_konsisten")
    alamat = reverse("tindak_lanjut:talenta_konsisten")
    assert panggung.masuk(para.andi).get(alamat).status_code == 403


@pytest.mark.parametrize("n", [3, 40])
def test_the_pages_cost_the_same_whatever_is_on_them(para: Pemeran, n: int) -> None:
    for nomor in range(n):
        satu = buat_pegawai(
            para.bidang, f"Orang {nomor}", f"1990{nomor:014d}", "pelaksana", "Pengolah Data"
        )
        for tahun in (2023, 2024, 2025):
            panggung.hasil(satu, "sangat_baik", tahun)
    panggung.peta(para, "ditetapkan")
    satu = cari(
        para, pangkat_min="III/a", pernah_jenis="pelaksana", pendidikan_min="SMA",
        tahun_jabatan_min=1, predikat_min="baik", predikat_tahun=3, suksesi=True, capaian_min=1,
        pelatihan="PKP", tanpa_disiplin=True,
    )  # fmt: skip
    citra = panggung.masuk(para.citra)
    for nama, args in (
        ("talenta_cocok", ()),
        ("talenta_cocok_hasil", (satu.pk,)),
        ("talenta_konsisten", ()),
        ("talenta_cocok_baru", ()),
    ):
        panggung.lihat(citra, nama, *args)
        with CaptureQueriesContext(connection) as tangkap:
            panggung.lihat(citra, nama, *args)
        kueri = [q["sql"][:160] for q in tangkap.captured_queries]
        assert len(kueri) <= 12, (nama, len(kueri), "\n".join(kueri))
