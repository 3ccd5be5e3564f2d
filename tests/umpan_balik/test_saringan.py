"""What a citizen's text loses before it is stored."""

import pytest

from tera.umpan_balik.publik_saringan import saring_teks


@pytest.mark.parametrize(
    "teks",
    [
        "Di loket dua ada pungli.", "diminta uang pelicin supaya cepat", "Petugasnya memerasnya",
        "PUNGUTAN  LIAR di parkiran", "saya disuap diam", "Anak buahnya melecehkan pengunjung",
        "He asked for a bribe", "kami diancam petugas", "jelas KORUPSI!", "he was harassing me",
    ],
)  # fmt: skip
def test_an_allegation_is_not_stored(teks: str) -> None:
    hasil = saring_teks(teks)
    assert hasil.dugaan
    assert hasil.teks == ""


@pytest.mark.parametrize(
    "teks",
    [
        "Pelayanannya cepat dan ramah.", "Menunggu 2 jam dari 08.00 sampai 10.00.",
        "Biayanya Rp 150.000.000, sesuai papan.", "Suapaya lebih cepat, tambah loket.",
        "Kursi tunggu kurang, AC mati.", "Formulir F-1.02 sulit dicari.",
        "Petugas bersuara pelan.", "Antre nomor 1234 dipanggil pukul 9.",
    ],
)  # fmt: skip
def test_an_ordinary_text_stays_as_it_was_written(teks: str) -> None:
    hasil = saring_teks(f"  {teks} ")
    assert (hasil.teks, hasil.dugaan, hasil.disaring) == (teks, False, ())


@pytest.mark.parametrize(
    ("teks", "jenis"),
    [
        ("Hubungi 0812-3456-7890.", "nomor_telepon"),
        ("Telepon +62 812 3456 7890 saja.", "nomor_telepon"),
        ("NIP 19860926 201505 1 001 ramah.", "nomor_identitas"),
        ("NIK saya 3171015708450001 ditolak.", "nomor_identitas"),
        ("Surel saya budi.rekaan@contoh.id ya.", "surel"),
        ("Nomor berkas 4421998877 hilang.", "nomor"),
    ],
)
def test_what_names_a_person_is_masked(teks: str, jenis: str) -> None:
    hasil = saring_teks(teks)
    assert hasil.disaring == (jenis,)
    assert "disamarkan]" in hasil.teks
    assert not any(len(kata.strip(".")) > 6 and kata.strip(".").isdigit()
                   for kata in hasil.teks.split())  # fmt: skip
    assert "@" not in hasil.teks


@pytest.mark.parametrize(
    ("teks", "sisa"),
    [
        ("Ibu saya HIV positif. Petugas sabar.", "Petugas sabar."),
        ("Petugas sabar.\nSaya sedang hamil tua", "Petugas sabar."),
        ("Anak saya menangis lama! Ruangnya panas.", "Ruangnya panas."),
        ("My daughter waited. Nice staff.", "Nice staff."),
    ],
)
def test_a_sentence_about_health_or_a_child_is_cut_and_the_rest_stays(teks: str, sisa: str) -> None:
    hasil = saring_teks(teks)
    assert sisa in hasil.teks
    assert "dipotong]" in hasil.teks
    for kata in ("HIV", "hamil", "menangis", "daughter"):
        assert kata not in hasil.teks


def test_an_empty_text_is_nothing() -> None:
    assert saring_teks(" \n ").teks == ""
