"""NIP, golongan, jabatan, BerAKHLAK, penilai and the forms."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tera.regulasi.berakhlak import daftar_nilai, padanan_perilaku_lama
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.golongan import baca_golongan, daftar_golongan, pangkat_golongan
from tera.regulasi.jabatan import (
    JENIS_PENUGASAN,
    JENJANG_JF,
    KEDUDUKAN_HUKUM,
    baca_eselon,
    baca_jenjang,
    baca_kedudukan_hukum,
    jenis_jabatan,
)
from tera.regulasi.kategori import (
    JenisJabatan,
    JenisKelamin,
    JenisPegawai,
    JenisPenugasan,
    Jenjang,
    KedudukanHukum,
    KeluargaSKP,
    NilaiBerAKHLAK,
    Pendekatan,
)
from tera.regulasi.nip import KodeGalatNIP, NIPSalahError, baca_nip, rapikan_nip
from tera.regulasi.penilai import kewenangan_menilai
from tera.regulasi.skp import (
    ASPEK_WAJIB,
    BARIS_IDENTITAS,
    KELOMPOK_BARIS,
    LAMPIRAN_SKP,
    bagian_dokumen_evaluasi,
    batas_evaluasi_tahunan,
    formulir_evaluasi,
    formulir_skp,
    pengingat_skp,
)

HARI_INI = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("nip", "kode"),
    [
        ("", KodeGalatNIP.PANJANG),
        ("1.98012192022211e+17", KodeGalatNIP.PANJANG),
        ("19860926201505100", KodeGalatNIP.PANJANG),
        ("1986092620150510011", KodeGalatNIP.PANJANG),
        ("19860926201505100A", KodeGalatNIP.PANJANG),
        ("١٩٨٦٠٩٢٦٢٠١٥٠٥١٠٠١", KodeGalatNIP.PANJANG),
        ("198613012015051001", KodeGalatNIP.TANGGAL),
        ("000009262015051001", KodeGalatNIP.TANGGAL),
        ("198609262015001001", KodeGalatNIP.TANGGAL),
        ("198609260000051001", KodeGalatNIP.TANGGAL),
        ("198609262015301001", KodeGalatNIP.TANGGAL),
        ("198609262015050001", KodeGalatNIP.KELAMIN),
        ("198609262015053001", KodeGalatNIP.KELAMIN),
        ("198609262015051000", KodeGalatNIP.URUT),
    ],
)
def test_a_refused_number_says_which_part_is_wrong(nip: str, kode: KodeGalatNIP) -> None:
    with pytest.raises(NIPSalahError) as salah:
        baca_nip(nip, pada=HARI_INI)
    assert salah.value.kode_nip is kode
    assert salah.value.kode == "masukan_salah"


def test_blanks_of_every_kind_are_cleaned() -> None:
    kotor = "\ufeff1986\u00a00926 201505\u200b 1\t001 "
    assert rapikan_nip(kotor) == "198609262015051001"
    assert baca_nip(kotor, pada=HARI_INI).tercetak == "19860926 201505 1 001"


@given(
    lahir=st.dates(date(1957, 1, 1), date(2005, 12, 31)),
    mulai=st.dates(date(2023, 1, 1), date(2026, 11, 1)),
    pns=st.booleans(),
    perempuan=st.booleans(),
    urut=st.integers(1, 999),
)
def test_a_number_tells_back_what_it_was_made_of(
    lahir: date, mulai: date, pns: bool, perempuan: bool, urut: int
) -> None:
    tengah = f"{mulai:%Y%m}" if pns else f"{mulai:%Y}21"
    hasil = baca_nip(f"{lahir:%Y%m%d}{tengah}{1 + perempuan}{urut:03d}", pada=HARI_INI)
    assert hasil.jenis is (JenisPegawai.PNS if pns else JenisPegawai.PPPK)
    assert hasil.tanggal_lahir == lahir
    assert (hasil.jenis_kelamin is JenisKelamin.PEREMPUAN) is perempuan
    assert (hasil.tmt_cpns, hasil.tahun_pengangkatan, hasil.perjanjian_ke) == (
        (mulai.replace(day=1), None, None) if pns else (None, mulai.year, 1)
    )
    assert int(hasil.urut) == urut


@given(lahir=st.dates(date(1970, 1, 1), date(2015, 12, 31)))
def test_the_age_of_sixteen_is_a_border_for_pns(lahir: date) -> None:
    ulang_tahun = lahir + timedelta(days=1) if (lahir.month, lahir.day) == (2, 29) else lahir
    mulai = date(lahir.year + 16, ulang_tahun.month, 1)
    nip = f"{lahir:%Y%m%d}{mulai:%Y%m}1001"
    if lahir.day == 1:
        assert baca_nip(nip, pada=date(2032, 1, 1)).catatan == ("usia_pengangkatan_rendah",)
    elif (lahir.month, lahir.day) != (2, 29):
        with pytest.raises(NIPSalahError, match="paling muda 16 tahun"):
            baca_nip(nip, pada=date(2032, 1, 1))


def test_golongan_are_read_in_common_spellings() -> None:
    penata = baca_golongan(" iii / C ")
    assert (penata.kode, penata.pangkat, penata.id_siasn) == ("III/c", "Penata", "33")
    assert penata.sebutan == "Penata (III/c)"
    assert pangkat_golongan("IV/e") == "Pembina Utama"
    pppk = baca_golongan("ix", jenis=JenisPegawai.PPPK, pada=HARI_INI)
    assert (pppk.sebutan, pppk.id_siasn, pangkat_golongan("IX")) == ("IX", "09", "")


@pytest.mark.parametrize("teks", ["", "IV/f", "V/a", "XVIII", "III", "3/c", "III-c"])
def test_an_unknown_golongan_of_a_pns_is_refused(teks: str) -> None:
    with pytest.raises(MasukanSalahError, match="Golongan “"):
        baca_golongan(teks, jenis=JenisPegawai.PNS)


def test_golongan_rise_in_order() -> None:
    assert len(daftar_golongan(JenisPegawai.PNS)) == len(daftar_golongan(JenisPegawai.PPPK)) == 17
    pns = daftar_golongan()[:17]
    assert sorted(pns, key=lambda g: g.id_siasn) == list(pns)
    assert [g.urutan for g in pns] == list(range(1, 18))


def test_golongan_of_the_jenjang_exist() -> None:
    for isi in JENJANG_JF.pada(HARI_INI).nilai.values():
        urutan = [baca_golongan(kode, jenis=JenisPegawai.PNS).urutan for kode in isi.golongan]
        assert urutan == list(range(urutan[0], urutan[0] + len(urutan)))


@pytest.mark.parametrize(
    ("kode", "eselon", "jenis"),
    [
        ("1", "I.a", JenisJabatan.JPT_MADYA),
        ("1", "10", JenisJabatan.JPT_UTAMA),
        ("1", "II.b", JenisJabatan.JPT_PRATAMA),
        ("1", "III/a", JenisJabatan.ADMINISTRATOR),
        (" 1 ", "IVb", JenisJabatan.PENGAWAS),
        ("3", "42", JenisJabatan.PENGAWAS),
        ("2", "", JenisJabatan.FUNGSIONAL),
        ("4", "", JenisJabatan.PELAKSANA),
    ],
)
def test_the_kind_of_jabatan_comes_from_code_and_eselon(
    kode: str, eselon: str, jenis: JenisJabatan
) -> None:
    assert jenis_jabatan(kode, eselon) is jenis


@pytest.mark.parametrize(("kode", "eselon"), [("9", ""), ("1", ""), ("1", "V.a"), ("1", "VI.a")])
def test_a_jabatan_without_a_kind_is_refused(kode: str, eselon: str) -> None:
    with pytest.raises(MasukanSalahError):
        jenis_jabatan(kode, eselon)


@pytest.mark.parametrize("teks", ["", " - ", "99", "00", "Non Eselon"])
def test_no_eselon_is_no_error(teks: str) -> None:
    assert baca_eselon(teks) is None


@pytest.mark.parametrize(
    ("teks", "jenjang"),
    [
        ("Guru Ahli Pertama", Jenjang.AHLI_PERTAMA),
        ("ahli  utama", Jenjang.AHLI_UTAMA),
        ("PY", Jenjang.PENYELIA),
        ("Perawat Terampil", Jenjang.TERAMPIL),
    ],
)
def test_the_jenjang_is_read_from_word_code_or_title(teks: str, jenjang: Jenjang) -> None:
    assert baca_jenjang(teks) is jenjang


@pytest.mark.parametrize("teks", ["", "Ahli", "Kepala Bidang"])
def test_a_text_without_jenjang_is_refused(teks: str) -> None:
    with pytest.raises(MasukanSalahError, match="Jenjang"):
        baca_jenjang(teks)


def test_every_kedudukan_hukum_is_read_by_label_and_code() -> None:
    for kedudukan, isi in KEDUDUKAN_HUKUM.pada(HARI_INI).nilai.items():
        assert baca_kedudukan_hukum(kedudukan.label) is kedudukan
        assert baca_kedudukan_hukum(isi.kode_siasn) is kedudukan
    assert KedudukanHukum.CLTN.label == "CLTN"
    with pytest.raises(MasukanSalahError, match="Kedudukan hukum"):
        baca_kedudukan_hukum("Hilang")


def test_every_penugasan_has_its_siasn_code() -> None:
    kode = JENIS_PENUGASAN.pada(HARI_INI).nilai
    assert [kode[j] for j in JenisPenugasan] == ["D", "PLT", "PLH", "PJ", "TT"]


def test_labels_of_words_are_as_printed() -> None:
    assert JenisJabatan.JPT_PRATAMA.label == "JPT Pratama"
    assert [k.label for k in JenisKelamin] == ["Laki-laki", "Perempuan"]
    assert KeluargaSKP.JPT_MANDIRI.label.endswith("Unit Kerja Mandiri")
    assert KeluargaSKP.JA_JF.label == "Pejabat Administrasi dan Pejabat Fungsional"


def test_t34_berakhlak_has_seven_values_with_three_guides_each() -> None:
    daftar = daftar_nilai(pada=HARI_INI)
    assert [isi.nilai for isi in daftar] == list(NilaiBerAKHLAK)
    assert [isi.kode for isi in daftar] == ["BP", "AKU", "KOM", "HAR", "LOY", "ADA", "KOL"]
    assert len({panduan for isi in daftar for panduan in isi.panduan}) == 21
    assert daftar[0].nama == "Berorientasi Pelayanan"


def test_old_behaviour_words_lead_to_berakhlak() -> None:
    for lama in ("disiplin", "integritas", "Kerja  Sama", "komunikasi", "orientasi pelayanan"):
        assert padanan_perilaku_lama(lama)
    assert padanan_perilaku_lama("disiplin") == (NilaiBerAKHLAK.AKUNTABEL,)
    with pytest.raises(MasukanSalahError, match="tidak punya padanan"):
        padanan_perilaku_lama("rapi")


def test_a_refused_penilai_is_told_what_to_do() -> None:
    jawaban = kewenangan_menilai(jenis_jabatan=None, pada=HARI_INI)
    assert "Unggah surat pendelegasian" in jawaban.alasan
    assert jawaban.alasan.startswith("Orang tanpa jabatan ASN")


@pytest.mark.parametrize(
    ("keluarga", "pendekatan", "kolom"),
    [
        ("jpt_mandiri", "kuantitatif", "no rhk indikator target perspektif"),
        ("jpt_mandiri", "kualitatif", "no rhk"),
        ("ja_jf", "kuantitatif", "no rhk_pimpinan rhk aspek indikator target"),
        ("ja_jf", "kualitatif", "no rhk_pimpinan rhk"),
    ],
)
def test_a_form_has_its_columns_and_the_evaluation_adds_two(
    keluarga: str, pendekatan: str, kolom: str
) -> None:
    pilihan = KeluargaSKP(keluarga), Pendekatan(pendekatan)
    rencana = formulir_skp(*pilihan, pada=HARI_INI).kolom
    evaluasi = formulir_evaluasi(*pilihan, pada=HARI_INI).kolom
    assert " ".join(k.kunci for k in rencana) == kolom
    assert evaluasi[: len(rencana)] == rencana
    assert [k.judul for k in evaluasi[len(rencana) :]] == [
        "REALISASI BERDASARKAN BUKTI DUKUNG",
        "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG",
    ]
    assert [k.nomor for k in evaluasi] == list(range(1, len(evaluasi) + 1))


def test_the_parts_of_the_forms_are_in_the_order_of_the_forms() -> None:
    assert list(KELOMPOK_BARIS.pada(HARI_INI).nilai.values()) == ["A. UTAMA", "B. TAMBAHAN"]
    assert list(LAMPIRAN_SKP.pada(HARI_INI).nilai.values()) == [
        "DUKUNGAN SUMBER DAYA", "SKEMA PERTANGGUNGJAWABAN", "KONSEKUENSI",
    ]  # fmt: skip
    assert len(BARIS_IDENTITAS.pada(HARI_INI).nilai) == 5
    assert len(ASPEK_WAJIB.pada(HARI_INI).nilai) == 3


def test_t63_the_evaluation_document_has_seven_parts_with_signatures_apart() -> None:
    bagian = bagian_dokumen_evaluasi(pada=HARI_INI)
    assert [b.nomor for b in bagian] == [1, 2, 3, 4, 5, 6, 7]
    assert (bagian[5].letak, bagian[6].letak) == ("kanan", "kiri")


def test_the_reminder_is_the_second_week_of_january_and_evaluation_ends_a_year_later() -> None:
    pengingat = pengingat_skp(2026)
    assert (pengingat.dari, pengingat.sampai) == (date(2026, 1, 8), date(2026, 1, 14))
    evaluasi = batas_evaluasi_tahunan(2026)
    assert evaluasi.dari == evaluasi.sampai == date(2027, 1, 31)
