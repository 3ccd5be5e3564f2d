"""Advice about wording: the person's nature is named, the same word in another sense isn't."""

import pytest

from tera.umpan_balik.berkelanjutan_kata import BERKAS, DAFTAR_JENIS, _pola, daftar_nasihat

PANJANG = " Rekap hari Kamis masuk tiga hari sesudah tenggat."


@pytest.mark.parametrize(
    ("teks", "jenis"),
    [
        ("Kamu malas." + PANJANG, {"sifat"}),
        ("Anda tidak  becus." + PANJANG, {"sifat"}),
        ("Penampilan Anda kurang rapi." + PANJANG, {"pribadi"}),
        ("Anda SELALU terlambat." + PANJANG, {"mutlak"}),
        ("Tidak seperti Hana." + PANJANG, {"banding"}),
        ("Bagus.", {"singkat"}),
        ("Malas dan selalu telat.", {"sifat", "mutlak", "singkat"}),
        (PANJANG, set()),
        ("Penampilan laporan rapi dan mudah dibaca." + PANJANG, set()),
        ("Layanan ibu hamil selesai tepat waktu." + PANJANG, set()),
        ("Anda tidak malas." + PANJANG, set()),
        ("Kemalasan data dan angka semu: kata utuh saja." + PANJANG, set()),
    ],
)
def test_each_kind_of_wording_is_named_once(teks: str, jenis: set[str]) -> None:
    assert {satu.jenis for satu in daftar_nasihat(teks=teks, jenis="perbaikan")} == jenis


def test_an_exception_covers_its_own_words_only() -> None:
    teks = "Ia tidak malas, tetapi rekan lain malas." + PANJANG
    assert [satu.kutipan for satu in daftar_nasihat(teks=teks, jenis="saran")] == ["malas"]


def test_praise_may_be_sweeping() -> None:
    teks = "Anda selalu membantu rekan yang kesulitan." + PANJANG
    assert not daftar_nasihat(teks=teks, jenis="apresiasi")
    assert daftar_nasihat(teks=teks, jenis="saran")


def test_every_list_of_the_file_is_read_and_every_kind_has_advice() -> None:
    assert set(_pola()) == {*DAFTAR_JENIS, "kecuali"}
    assert BERKAS.exists()
    for jenis in DAFTAR_JENIS:
        contoh = _pola()[jenis].pattern
        assert contoh, jenis
