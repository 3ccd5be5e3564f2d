"""Dates and numbers as an Indonesian office writes them."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tera.antarmuka import format as tulis

HARI_INI = dt.date(2026, 1, 22)


@pytest.mark.parametrize(
    ("tanggal", "teks"),
    [
        (dt.date(2026, 1, 31), "9 hari lagi"),
        (dt.date(2026, 1, 22), "hari ini"),
        (dt.date(2026, 1, 23), "besok"),
        (dt.date(2026, 1, 24), "lusa"),
        (dt.date(2026, 1, 21), "kemarin"),
        (dt.date(2026, 1, 19), "3 hari yang lalu"),
        (dt.date(2026, 2, 5), "2 minggu lagi"),
        (dt.date(2026, 2, 21), "30 hari lagi"),
        (dt.date(2026, 3, 23), "60 hari lagi"),
        (dt.date(2026, 3, 24), "2 bulan lagi"),
        (dt.date(2025, 12, 23), "30 hari yang lalu"),
        (dt.date(2025, 1, 22), "12 bulan yang lalu"),
        (dt.date(2023, 1, 22), "3 tahun yang lalu"),
    ],
)
def test_a_date_is_told_in_days_then_weeks_months_and_years(tanggal: dt.date, teks: str) -> None:
    assert tulis.tulis_relatif(tanggal, HARI_INI) == teks


def test_a_date_and_an_instant_are_written_in_full_with_the_zone() -> None:
    saat = dt.datetime(2026, 1, 31, 2, 41, tzinfo=dt.UTC)
    assert tulis.tulis_tanggal(saat.date()) == "31 Januari 2026"
    assert tulis.tulis_tanggal_pendek(dt.date(2026, 8, 17)) == "17 Agu 2026"
    assert tulis.tulis_hari_tanggal(saat.date()) == "Sabtu, 31 Januari 2026"
    assert tulis.tulis_waktu(saat, "Asia/Jakarta") == "31 Januari 2026 pukul 09.41 WIB"
    assert tulis.tulis_waktu(saat, "Asia/Jayapura") == "31 Januari 2026 pukul 11.41 WIT"


def test_an_instant_late_in_the_evening_belongs_to_the_next_day_further_east() -> None:
    saat = dt.datetime(2026, 1, 31, 16, 0, tzinfo=dt.UTC)
    assert tulis.tulis_waktu(saat, "Asia/Jakarta").startswith("31 Januari")
    assert tulis.tulis_waktu(saat, "Asia/Jayapura").startswith("1 Februari")


def test_a_range_drops_what_both_ends_share() -> None:
    awal = dt.date(2026, 1, 1)
    assert tulis.tulis_rentang(awal, dt.date(2026, 1, 31)) == "1–31 Januari 2026"
    assert tulis.tulis_rentang(awal, dt.date(2026, 12, 31)) == "1 Januari–31 Desember 2026"
    assert tulis.tulis_rentang(awal, dt.date(2027, 1, 1)) == "1 Januari 2026–1 Januari 2027"
    assert tulis.tulis_rentang(awal, awal) == "1 Januari 2026"


@pytest.mark.parametrize(
    ("nilai", "desimal", "teks"),
    [
        (1274, None, "1.274"),
        (Decimal("96.40"), None, "96,4"),
        (Decimal("96.4"), 2, "96,40"),
        (1234567.891, 1, "1.234.567,9"),
        (Decimal("0.125"), 2, "0,13"),
        (-2.5, None, "−2,5"),
        (-0.001, 2, "0,00"),
        (0, None, "0"),
        (None, None, "–"),
        (float("nan"), None, "–"),
        ("bukan angka", None, "bukan angka"),
    ],
)
def test_a_number_has_dots_for_thousands_and_a_comma_for_decimals(
    nilai: object, desimal: int | None, teks: str
) -> None:
    assert tulis.tulis_angka(nilai, desimal) == teks  # type: ignore[arg-type]


@given(st.decimals(-(10**12), 10**12, places=3, allow_nan=False, allow_infinity=False))
def test_a_written_number_reads_back_as_itself(nilai: Decimal) -> None:
    teks = tulis.tulis_angka(nilai)
    assert Decimal(teks.replace(".", "").replace(",", ".").replace("−", "-")) == nilai


@pytest.mark.parametrize(
    ("nama", "huruf"),
    [
        ("Siti Rahayu, S.A.P.", "SR"),
        ("Dr. H. Budi Santoso, M.Kes.", "BS"),
        ("Andi", "A"),
        ("Raden Ajeng Siti Kusuma", "RK"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_initials_leave_out_titles(nama: str, huruf: str) -> None:
    assert tulis.inisial(nama) == huruf


def test_a_file_size_is_written_in_decimal_units() -> None:
    assert tulis.tulis_ukuran(999) == "999 B"
    assert tulis.tulis_ukuran(1_400_000) == "1,4 MB"
    assert tulis.tulis_ukuran(26_000) == "26 kB"
