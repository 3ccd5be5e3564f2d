"""The indicator library: complete, distinct, searchable, and refusing wrong data."""

from datetime import date
from pathlib import Path

import pytest

from tera.regulasi.berakhlak import daftar_nilai
from tera.regulasi.kategori import Aspek, JenisJabatan, Rating
from tera.skp.pustaka import (
    PustakaError,
    cari_indikator,
    daftar_jabatan_pustaka,
    periksa_indikator,
    periksa_rhk,
    pustaka_jabatan,
)
from tera.skp.pustaka.indikator_pustaka import (
    ASPEK,
    JENIS_JABATAN,
    NILAI_BERAKHLAK,
    _indeks,
    muat_pustaka,
)
from tera.skp.pustaka.rubrik_pustaka import TINGKAT

SEMUA = [i for j in daftar_jabatan_pustaka() for i in j.daftar_indikator]


def test_at_least_forty_jabatan_have_six_indicators_and_one_on_attitude() -> None:
    assert len(daftar_jabatan_pustaka()) >= 40
    for jabatan in daftar_jabatan_pustaka():
        assert len(jabatan.daftar_indikator) >= 6, jabatan.kode
        assert any(i.sikap and i.nilai_berakhlak for i in jabatan.daftar_indikator), jabatan.kode
        # Aspek kuantitas, kualitas, waktu are what the B form asks for.
        aspek = {i.aspek for i in jabatan.daftar_indikator}
        assert {"kuantitas", "kualitas", "waktu"} <= aspek, jabatan.kode


def test_a_kode_fits_the_column_that_remembers_it() -> None:
    assert max(len(i.kode) for i in SEMUA) <= 80


def test_every_core_value_is_measured_somewhere() -> None:
    assert {i.nilai_berakhlak for i in SEMUA if i.sikap} == set(NILAI_BERAKHLAK)


def test_words_are_those_of_the_law() -> None:
    assert set(JENIS_JABATAN) <= {j.value for j in JenisJabatan}
    assert set(ASPEK) == {a.value for a in Aspek}
    assert set(TINGKAT) == {r.value for r in Rating}
    assert [n.kode for n in daftar_nilai(pada=date(2026, 1, 1))] == list(NILAI_BERAKHLAK)


def test_the_checker_has_nothing_against_the_library() -> None:
    for i in SEMUA:
        assert periksa_indikator(i.teks, i.contoh_target, i.satuan) == [], i.kode
        assert [s for s in periksa_rhk(i.contoh_rhk) if s.golongan != "penulisan"] == [], i.kode


@pytest.mark.parametrize(
    ("nama", "kode"),
    [
        ("Guru Ahli Pertama", "guru"),
        ("Guru Kelas Ahli Muda", "guru-kelas-sd"),
        ("Perawat Terampil", "perawat"),
        ("Kepala SMP Negeri 1 Tirta Barat", "kepala-sekolah"),
        ("Kepala Puskesmas Tirta Timur", "kepala-puskesmas"),
        ("Plt. Kepala Puskesmas Tirta Timur", "kepala-puskesmas"),
        ("Administrator Database Kependudukan Terampil", "adb-kependudukan"),
        ("Administrator Kesehatan Ahli Pertama", "administrator-kesehatan"),
        ("Penata Perizinan Ahli Pertama", "penata-perizinan"),
        ("Dokter Ahli Muda", "dokter"),
        ("Dokter Gigi Ahli Muda", "dokter-gigi"),
        ("Kepala Bidang Pelayanan Satuan Polisi Pamong Praja", "kepala-bidang"),
        ("Kepala Satuan Polisi Pamong Praja", "kepala-dinas"),
        ("Kepala Subbagian Umum dan Kepegawaian Dinas Kesehatan", "kasubbag-umum"),
        ("Kepala Subbagian Program dan Keuangan Dinas Kesehatan", "kasubbag-program"),
        ("Sekretaris Camat Bukit Sari", "sekretaris-camat"),
        ("Sekretaris Dinas Pariwisata", "sekretaris-dinas"),
        ("SEKRETARIS  DAERAH", "sekretaris-daerah"),
        ("Camat Karang Asri", "camat"),
        ("Pengolah Data dan Informasi", "pengolah-data"),
        ("Penguji Kendaraan Bermotor Ahli Madya", "penguji-kendaraan"),
        ("bidan", "bidan"),
    ],
)
def test_siasn_names_find_their_entry(nama: str, kode: str) -> None:
    jabatan = pustaka_jabatan(nama)
    assert jabatan is not None
    assert jabatan.kode == kode


@pytest.mark.parametrize("nama", ["", "   ", "Astronot", "Wakil Camat Karang Asri", "Gurunya"])
def test_an_unknown_name_finds_nothing(nama: str) -> None:
    assert pustaka_jabatan(nama) is None


def test_search_ignores_case_and_diacritics_and_takes_the_beginning_of_words() -> None:
    biasa = [i.kode for i in cari_indikator("waktu tunggu")]
    assert "dokter.tunggu-dokter" in biasa
    assert [i.kode for i in cari_indikator("WÁKTU, tung")][:3] == biasa[:3]
    assert cari_indikator("tunggu zzz") == []


def test_every_typed_word_must_be_there() -> None:
    for i in cari_indikator("persentase pasien", batas=100):
        teks = f"{i.teks} {i.jabatan} {i.contoh_rhk} {i.satuan} {i.sumber_data}".lower()
        assert "pasien" in teks
        assert "persentase" in teks


def test_own_jabatan_comes_first_and_alone_when_nothing_is_typed() -> None:
    hasil = cari_indikator("persentase", jabatan="Bidan Ahli Muda")
    milik = [i.kode_jabatan == "bidan" for i in hasil]
    assert milik[0]
    assert milik == sorted(milik, reverse=True)
    assert {i.kode_jabatan for i in cari_indikator("", jabatan="Bidan Ahli Muda")} == {"bidan"}
    assert cari_indikator("") == []
    assert cari_indikator("", jabatan="Astronot") == []


@pytest.mark.parametrize("kata", ["kecepatan", "akurasi", "komunikasi"])
def test_a_population_data_officer_finds_speed_accuracy_and_communication(kata: str) -> None:
    hasil = cari_indikator(kata, jabatan="Administrator Database Kependudukan Terampil")
    assert hasil[0].kode_jabatan == "adb-kependudukan"


def test_batas_limits_the_answer() -> None:
    assert len(cari_indikator("persentase", batas=3)) == 3
    assert len(cari_indikator("persentase")) == 10
    assert cari_indikator("persentase", batas=0) == []


def test_the_index_is_built_once() -> None:
    assert _indeks() is _indeks()


CONTOH = """
[[jabatan]]
kode = "juru"
jabatan = "Juru"
jenis_jabatan = "pelaksana"
kata_kunci = ["juru"]
"""
BARIS = """
[[jabatan.indikator]]
kode = "juru.i{n}"
teks = "Jumlah hal {n}"
aspek = "kuantitas"
satuan = "hal"
rumus = "hitung hal"
sumber_data = "Buku"
arah = "naik"
contoh_target = "3"
contoh_rhk = "Tersedianya hal yang dipakai warga"
"""
SIKAP = 'sikap = true\nnilai_berakhlak = "BP"\n'


def _pustaka(folder: Path, isi: str) -> Path:
    (folder / "juru.toml").write_text(isi, encoding="utf-8")
    return folder


def _isi() -> str:
    return CONTOH + "".join(BARIS.format(n=n) for n in range(6)) + SIKAP


def test_a_right_file_loads(tmp_path: Path) -> None:
    (jabatan,) = muat_pustaka(_pustaka(tmp_path, _isi()))
    assert [i.sikap for i in jabatan.daftar_indikator] == [False] * 5 + [True]


@pytest.mark.parametrize(
    ("dari", "ke", "pesan"),
    [
        (SIKAP, "", "belum punya indikator sikap"),
        ('nilai_berakhlak = "BP"', 'nilai_berakhlak = "XX"', "tidak dikenal"),
        ('nilai_berakhlak = "BP"\n', "", "harus diisi bersama"),
        ('aspek = "kuantitas"', 'aspek = "banyak"', "tidak dikenal"),
        ('arah = "naik"', 'arah = "atas"', "tidak dikenal"),
        ('satuan = "hal"', 'satuan = ""', "kosong"),
        ('satuan = "hal"', 'satuan = " hal"', "spasi"),
        ('satuan = "hal"', "satuan = 3", "kosong"),
        ('rumus = "hitung hal"', 'rumos = "hitung hal"', "rumos"),
        ("juru.i3", "juru.i2", "dua kali"),
        ("juru.i3", "lain.i3", "harus berbentuk juru"),
        ("Jumlah hal 3", "JUMLAH hal 2", "dua kali"),
        ('kata_kunci = ["juru"]', "kata_kunci = []", "perlu 1"),
        ('kata_kunci = ["juru"]', 'kata_kunci = ["juru", "Juru"]', "dua kali"),
        ('jenis_jabatan = "pelaksana"', 'jenis_jabatan = "menteri"', "tidak dikenal"),
        ('kode = "juru"\n', 'kode = "Ju ru"\n', "huruf kecil"),
        (BARIS.format(n=0), "", "perlu 6"),
        ("[[jabatan]]", "[[jabatan", "tidak terbaca"),
    ],
)
def test_wrong_data_is_refused_with_its_place(
    tmp_path: Path, dari: str, ke: str, pesan: str
) -> None:
    assert dari in _isi()
    with pytest.raises(PustakaError, match=pesan):
        muat_pustaka(_pustaka(tmp_path, _isi().replace(dari, ke)))


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PustakaError, match="tidak ada berkas"):
        muat_pustaka(tmp_path)
