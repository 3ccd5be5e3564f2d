"""Files are judged before they are parsed; exports run nothing."""

import io
import zipfile

import pytest

from organisasi.alat_impor import xlsx
from tera.core import lembar
from tera.core.galat import MasukanSalahError


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        (b"", "berkas_kosong"),
        (b"%PDF-1.7 ...", "berkas_jenis"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "berkas_jenis"),
        (b"PK\x03\x04 bukan zip", "berkas_jenis"),
        (b"<html><table></table></html>", "berkas_jenis"),
        (b"\x00\x01\x02", "berkas_jenis"),
    ],
)
def test_a_wrong_type_is_refused_by_its_content(isi: bytes, kode: str) -> None:
    with pytest.raises(MasukanSalahError) as tangkap:
        lembar.periksa_lembar(nama="x.xlsx", isi=isi)
    assert tangkap.value.kode == kode


def test_both_good_types_are_recognised() -> None:
    assert lembar.periksa_lembar(nama="a.csv", isi=xlsx([["A"]])) == "xlsx"
    assert lembar.periksa_lembar(nama="a.xlsx", isi=b"NIP;NAMA\r\n") == "csv"


def test_a_file_over_fifty_megabytes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lembar, "BATAS_BERKAS", 10)
    with pytest.raises(MasukanSalahError) as tangkap:
        lembar.periksa_lembar(nama="x.csv", isi=b"x" * 11)
    assert tangkap.value.kode == "berkas_besar"
    assert lembar.periksa_lembar(nama="x.csv", isi=b"x" * 10) == "csv"


def test_a_zip_that_grows_too_large_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("xl/workbook.xml", "<x/>")
        arsip.writestr("xl/worksheets/sheet1.xml", b"0" * 2_000_000)
    monkeypatch.setattr(lembar, "BATAS_TERBUKA", 1_000_000)
    with pytest.raises(MasukanSalahError) as tangkap:
        lembar.periksa_lembar(nama="bom.xlsx", isi=keluar.getvalue())
    assert tangkap.value.kode == "berkas_mengembang"


def test_a_zip_that_lies_about_its_size_is_refused() -> None:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("xl/workbook.xml", b"0" * 100_000)
    bohong = keluar.getvalue().replace((100_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises(MasukanSalahError) as tangkap:
        lembar.periksa_lembar(nama="bohong.xlsx", isi=bohong)
    assert tangkap.value.kode == "berkas_jenis"


@pytest.mark.parametrize("teks", ["=1+1", "+62", "-1", "@SUM(A1)", " =1", "\t=1"])
def test_text_that_starts_like_a_formula_is_escaped_in_exports(teks: str) -> None:
    assert lembar.aman_sel(teks) == "'" + teks
    isi = lembar.tulis_csv(kolom=["A"], baris=[[teks]]).decode("utf-8-sig")
    assert "'" + teks.strip() in isi.replace("'" + teks, "'" + teks.strip())
    buku = lembar.tulis_xlsx(judul="A", kolom=["A"], baris=[[teks]])
    _, baris = next(lembar.baca_lembar(nama="a.xlsx", isi=buku))
    assert list(baris)[1][1][0].startswith("'")


def test_ordinary_cells_are_left_alone() -> None:
    assert lembar.aman_sel("Andi = Budi") == "Andi = Budi"
    assert lembar.aman_sel(-5) == -5
