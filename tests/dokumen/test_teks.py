"""Words of the documents: dates, periods, codes and the cleaning of typed text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dokumen import contoh_model as contoh
from tera.dokumen import model as m
from tera.dokumen.glyph import karakter_tercetak
from tera.dokumen.pdf import render_pdf
from tera.dokumen.teks import (
    PENGGANTI,
    kode_berkelompok,
    periode_penilaian,
    tanggal_indonesia,
    teks_cetak,
)


def test_a_date_is_written_in_full() -> None:
    assert tanggal_indonesia(date(2026, 1, 31)) == "31 Januari 2026"
    assert tanggal_indonesia(date(2026, 8, 1)) == "1 Agustus 2026"


def test_a_period_in_one_year_names_the_year_once() -> None:
    assert (
        periode_penilaian(date(2026, 1, 1), date(2026, 12, 31))
        == "1 JANUARI SD 31 DESEMBER TAHUN 2026"
    )


def test_a_code_is_grouped_in_fours_whatever_blanks_it_had() -> None:
    assert kode_berkelompok("7KQ2M9XDTR") == "7KQ2 M9XD TR"
    assert kode_berkelompok("7KQ2 M9XD TR") == "7KQ2 M9XD TR"


def test_the_fonts_draw_what_names_and_targets_need() -> None:
    for huruf in "AZaz09éèçñüşḤ’“”–—…•§©®°×÷≤≥≠≈→−√½":
        assert ord(huruf) in karakter_tercetak(), huruf


def test_tick_marks_and_bullets_become_signs_that_print() -> None:
    assert teks_cetak("✓ selesai ● sisa ★") == "√ selesai • sisa *"


def test_what_the_fonts_cannot_draw_is_known() -> None:
    for huruf in "😀漢ب⛵":
        assert ord(huruf) not in karakter_tercetak()
        assert teks_cetak(huruf) == PENGGANTI


def test_ordinary_text_is_left_as_it_is() -> None:
    teks = "R. Ng. Ḥasan, S.T., M.Eng. – 90 % “baik” (nota 12/2026)"
    assert teks_cetak(teks) == teks


@pytest.mark.parametrize(
    ("asal", "hasil"),
    [
        ("a\tb", "a b"),
        ("a\u00a0b", "a\u00a0b"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x00\x1bb", "ab"),
        ("\u202eabc", "abc"),
        ("  pinggir  ", "pinggir"),
        ("e\u0301", "é"),
    ],
)
def test_invisible_characters_are_removed_and_blanks_kept(asal: str, hasil: str) -> None:
    assert teks_cetak(asal) == hasil


def test_a_long_run_gets_places_to_break_and_nothing_else_changes() -> None:
    alamat = "https://bukti.example/berkas/laporan_kegiatan_triwulan_dua_2026.pdf"
    assert "\u200b" in teks_cetak(alamat)
    assert teks_cetak(alamat).replace("\u200b", "") == alamat
    assert teks_cetak(alamat, boleh_pecah=False) == alamat
    assert max(len(satu) for satu in teks_cetak("A" * 300).split("\u200b")) <= 12
    assert "\u200b" not in teks_cetak("mempertanggungjawabkannya"[:24])


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_printed(teks: str) -> None:
    dokumen = m.SampulEvaluasi(
        nama_instansi=teks,
        periode=teks,
        periode_mulai=date(2026, 1, 1),
        periode_selesai=date(2026, 12, 31),
        pegawai=m.Identitas(nama=teks, nip=teks, jabatan=teks),
        penilai=contoh.BUDI,
        atasan_penilai=contoh.KEPALA_DINAS,
        catatan_rekomendasi=teks,
        judul=teks or "Judul",
        verifikasi=m.Verifikasi(nomor=teks, url="https://periksa.example/x"),
    )
    assert render_pdf(dokumen).startswith(b"%PDF-1.7")
