"""One letter, many heads."""

import datetime as dt
import io

import pytest
from django.urls import reverse

from organisasi.orang_uji import PADA, buat_sekolah, kirim, lihat, masuk
from pemeran import Pemeran, buat_pemeran
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.models import Delegasi, JenisJabatan, PeranPetugas
from tera.organisasi.selectors import penilai_pada
from tera.organisasi.selectors.delegasi import calon_penerima, delegasi_terlihat
from tera.organisasi.services.delegasi import akhiri_delegasi, buat_delegasi

SEJAK = dt.date(2026, 3, 1)


@pytest.fixture
def orang(db: None) -> Pemeran:
    return buat_pemeran()


def buat(orang: Pemeran, daftar: list[tuple[int, int]], **ganti: object) -> Delegasi:
    isi = {
        "aktor": orang.aktor(orang.citra),
        "pemberi_id": orang.fajar.pk,
        "nomor_surat": "800/12/2026",
        "tanggal_surat": dt.date(2026, 2, 20),
        "sejak": SEJAK,
        "sampai": None,
        "daftar_penerima": daftar,
        "pada": PADA,
    } | ganti
    return buat_delegasi(**isi)  # type: ignore[arg-type]


def pasangan(sekolah: list) -> list[tuple[int, int]]:
    return [(kepala.pk, unit.pk) for unit, kepala in sekolah]


def test_one_letter_makes_every_head_the_rater_of_their_teachers(orang: Pemeran) -> None:
    from pemeran import buat_pegawai

    sekolah = buat_sekolah(orang, 2)
    guru = [
        buat_pegawai(
            unit, f"Guru {n}", f"19900101201501{n:04}", JenisJabatan.FUNGSIONAL, "Guru Ahli Pertama"
        )
        for n, (unit, _kepala) in enumerate(sekolah)
    ]
    buat(orang, pasangan(sekolah))
    for satu, (_unit, kepala) in zip(guru, sekolah, strict=True):
        sesudah = penilai_pada(penugasan=orang.penugasan(satu), pada=SEJAK)
        sebelum = penilai_pada(penugasan=orang.penugasan(satu), pada=SEJAK - dt.timedelta(days=1))
        assert sesudah.penilai == kepala
        assert sebelum.penilai != kepala


def test_ending_the_letter_takes_the_power_back_the_day_after(orang: Pemeran) -> None:
    from pemeran import buat_pegawai

    sekolah = buat_sekolah(orang, 1)
    guru = buat_pegawai(
        sekolah[0][0], "Guru", "199001012015010099", JenisJabatan.FUNGSIONAL, "Guru Ahli Pertama"
    )
    delegasi = buat(orang, pasangan(sekolah))
    akhiri_delegasi(
        aktor=orang.aktor(orang.citra), delegasi=delegasi, sampai=PADA, dasar="Surat 2", pada=PADA
    )
    tugas = orang.penugasan(guru)
    assert penilai_pada(penugasan=tugas, pada=PADA).penilai == sekolah[0][1]
    besok = PADA + dt.timedelta(days=1)
    assert penilai_pada(penugasan=tugas, pada=besok).penilai != sekolah[0][1]
    with pytest.raises(StatusTidakSesuaiError):
        akhiri_delegasi(
            aktor=orang.aktor(orang.citra), delegasi=delegasi, sampai=besok, dasar="x", pada=PADA
        )


def test_the_candidates_are_heads_with_a_jabatan_fungsional_below_the_unit(orang: Pemeran) -> None:
    sekolah = buat_sekolah(orang, 3)
    aktor = orang.aktor(orang.citra)
    calon = calon_penerima(aktor=aktor, unit=orang.dinas, pada=PADA)
    assert {satu.penugasan.pegawai for satu in calon} == {kepala for _unit, kepala in sekolah}
    assert calon_penerima(aktor=aktor, unit=orang.bidang, pada=PADA) == []
    assert calon_penerima(aktor=aktor, unit=orang.dinas, pada=PADA, jenis_unit="uptd") == []
    buat(orang, pasangan(sekolah[:1]))
    calon = calon_penerima(aktor=aktor, unit=orang.dinas, pada=PADA)
    assert sorted(satu.sudah_dicakup for satu in calon) == [False, False, True]


@pytest.mark.parametrize(
    ("ganti", "bidang"),
    [
        ({"daftar_penerima": []}, "penerima"),
        ({"nomor_surat": " "}, "nomor_surat"),
        ({"sejak": dt.date(2026, 2, 19)}, "sejak"),
        ({"sampai": dt.date(2026, 2, 28)}, "sampai"),
        ({"pemberi_id": 10**9}, "pemberi"),
    ],
)
def test_a_wrong_letter_is_refused_at_its_field(
    orang: Pemeran, ganti: dict[str, object], bidang: str
) -> None:
    sekolah = buat_sekolah(orang, 1)
    with pytest.raises(MasukanSalahError) as galat:
        buat(orang, pasangan(sekolah), **ganti)
    assert bidang in galat.value.per_bidang
    assert not Delegasi.objects.exists()


def test_nobody_delegates_to_oneself_or_to_someone_who_leads_nothing(orang: Pemeran) -> None:
    sekolah = buat_sekolah(orang, 1)
    _unit, kepala = sekolah[0]
    with pytest.raises(MasukanSalahError):
        buat(orang, pasangan(sekolah), pemberi_id=kepala.pk)
    with pytest.raises(MasukanSalahError):
        buat(orang, [(orang.andi.pk, orang.bidang.pk)])


def test_an_officer_of_another_unit_cannot_cover_schools(orang: Pemeran) -> None:
    sekolah = buat_sekolah(orang, 1)
    PeranPetugas.objects.filter(pegawai=orang.citra).update(unit=orang.bidang)
    with pytest.raises(TidakBerwenangError):
        buat(orang, pasangan(sekolah))


def test_only_those_it_concerns_see_a_letter(orang: Pemeran) -> None:
    sekolah = buat_sekolah(orang, 1)
    buat(orang, pasangan(sekolah))

    def melihat(siapa: object) -> bool:
        return delegasi_terlihat(aktor=orang.aktor(siapa), pada=PADA).exists()  # type: ignore[arg-type]

    assert all(map(melihat, [orang.citra, orang.fajar, orang.eka, sekolah[0][1]]))
    assert not any(map(melihat, [orang.andi, orang.budi, orang.dewi]))


def test_the_letter_is_recorded_for_all_heads_at_once_on_the_page(orang: Pemeran) -> None:
    sekolah = buat_sekolah(orang, 3)
    klien = masuk(orang.citra)
    alamat = reverse("organisasi:delegasi_baru") + "?unit=Dinas+Kependudukan&jenis=sekolah"
    halaman = lihat(klien, alamat)
    assert halaman.content.decode().count("checked") == 3
    surat = io.BytesIO(b"%PDF-1.7 uji")
    surat.name = "surat.pdf"
    isi = {
        "pemberi": "Fajar Kepala",
        "nomor_surat": "800/1",
        "tanggal_surat": "2026-05-30",
        "sejak": "2026-06-01",
        "penerima": [f"{kepala.pk}-{unit.pk}" for unit, kepala in sekolah],
        "surat": surat,
    }
    jawaban = kirim(klien, alamat, isi)
    assert jawaban.status_code == 302, jawaban.content.decode()
    delegasi = Delegasi.objects.get()
    assert delegasi.daftar_cakupan.count() == 3
    unduh = lihat(klien, reverse("organisasi:delegasi_surat", args=[delegasi.pk]))
    assert unduh.content.startswith(b"%PDF-")
    rincian = reverse("organisasi:delegasi_rincian", args=[delegasi.pk])
    assert lihat(klien, rincian).status_code == 200
    assert lihat(masuk(orang.andi), rincian).status_code == 404


def test_a_file_that_only_pretends_to_be_a_pdf_records_nothing(orang: Pemeran) -> None:
    sekolah = buat_sekolah(orang, 1)
    with pytest.raises(MasukanSalahError):
        buat(orang, pasangan(sekolah), surat=io.BytesIO(b"<html>"), nama_surat="surat.pdf")
    assert not Delegasi.objects.exists()


def test_the_pages_cost_the_same_for_two_and_twelve_heads(
    orang: Pemeran, django_assert_max_num_queries
) -> None:
    sekolah = buat_sekolah(orang, 12)
    kecil = buat(orang, pasangan(sekolah[:2]))
    besar = buat(orang, pasangan(sekolah))
    klien = masuk(orang.citra)
    hitung = []
    for delegasi in (kecil, besar):
        with django_assert_max_num_queries(12) as tangkap:
            lihat(klien, reverse("organisasi:delegasi_rincian", args=[delegasi.pk]))
        hitung.append(len(tangkap.captured_queries))
    assert hitung[0] == hitung[1]
    with django_assert_max_num_queries(12):
        lihat(klien, reverse("organisasi:delegasi"))
