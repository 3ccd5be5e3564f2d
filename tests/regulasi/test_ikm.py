"""IKM: both sides of every band, rounding before the band, and sums that can't be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tera.regulasi import ikm as aturan
from tera.regulasi.galat import BelumDiaturError, MasukanSalahError
from tera.regulasi.ikm import BOBOT_UNSUR, UNSUR_SKM, dua_angka, ikm, ikm_dari_jumlah, mutu_ikm

PADA = date(2026, 11, 28)
JAWABAN = st.lists(st.integers(1, 4), min_size=9, max_size=9)


@pytest.mark.parametrize(
    ("nilai", "mutu"),
    [
        ("100", "A"), ("88.31", "A"), ("88.305", "A"), ("88.3049", "B"), ("88.30", "B"),
        ("76.61", "B"), ("76.605", "B"), ("76.6049", "C"), ("76.60", "C"),
        ("65.00", "C"), ("64.995", "C"), ("64.9949", "D"), ("64.99", "D"), ("25.00", "D"),
    ],
)  # fmt: skip
def test_the_band_is_looked_up_after_rounding_half_up(nilai: str, mutu: str) -> None:
    assert mutu_ikm(Decimal(nilai), pada=PADA).mutu == mutu


@pytest.mark.parametrize("nilai", ["24.99", "24.9949", "100.01", "100.005"])
def test_an_index_outside_the_scale_is_refused(nilai: str) -> None:
    with pytest.raises(MasukanSalahError, match="di luar"):
        mutu_ikm(Decimal(nilai), pada=PADA)


def test_the_exact_value_on_the_border_is_a() -> None:
    # tindak lanjut T47: every mean 3.5322, index 88.305 exactly.
    hasil = ikm_dari_jumlah([17661] * 9, n=5000, pada=PADA)
    assert (hasil.nilai, hasil.mutu, hasil.kinerja) == (Decimal("88.31"), "A", "Sangat Baik")
    kurang = ikm_dari_jumlah([17660, *[17661] * 8], n=5000, pada=PADA)
    assert (kurang.nilai, kurang.mutu) == (Decimal("88.30"), "B")


def test_the_index_follows_the_sums_not_the_rounded_means() -> None:
    # Nine means of 2.3333… print as 2.33, whose index would be 58.25.
    hasil = ikm([[2] * 9, [2] * 9, [3] * 9])
    assert hasil.unsur == (Decimal("2.33"),) * 9
    assert hasil.nilai == Decimal("58.33")


@given(daftar=st.lists(JAWABAN, min_size=1, max_size=12))
def test_a_list_and_its_sums_give_the_same_index(daftar: list[list[int]]) -> None:
    hasil = ikm(daftar, pada=PADA)
    jumlah = [sum(kolom) for kolom in zip(*daftar, strict=True)]
    assert hasil == ikm_dari_jumlah(jumlah, n=len(daftar), pada=PADA)
    tepat = Fraction(sum(jumlah) * 25, 9 * len(daftar))
    assert abs(Fraction(hasil.nilai) - tepat) <= Fraction(1, 200)
    assert 25 <= hasil.nilai <= 100


@given(nilai=st.fractions(min_value=0, max_value=100))
def test_two_decimals_half_up_is_the_nearest(nilai: Fraction) -> None:
    bulat = dua_angka(nilai)
    assert bulat.as_tuple().exponent == -2
    assert Fraction(-1, 200) < Fraction(bulat) - nilai <= Fraction(1, 200)


@pytest.mark.parametrize(
    ("jumlah", "n"),
    [([4] * 9, 0), ([4] * 9, -1), ([4] * 8, 1), ([5, *[4] * 8], 1), ([0, *[4] * 8], 1)],
)
def test_sums_that_no_answers_give_are_refused(jumlah: list[int], n: int) -> None:
    with pytest.raises(MasukanSalahError):
        ikm_dari_jumlah(jumlah, n=n)


def test_before_the_instrument_there_is_no_index() -> None:
    with pytest.raises(BelumDiaturError):
        ikm([[4] * 9], pada=date(2016, 12, 31))
    assert ikm([[4] * 9], pada=date(2017, 1, 1)).nilai == 100


def test_there_are_nine_unsur_each_weighing_one_ninth() -> None:
    assert len(UNSUR_SKM.pada(PADA).nilai) * BOBOT_UNSUR.pada(PADA).nilai == 1


@pytest.mark.parametrize(
    ("bentuk", "nilai"),
    [
        (aturan._daftar_unsur, [{"kode": "waktu", "nama": "Waktu"}] * 9),
        (aturan._daftar_unsur, [{"kode": f"u{n}", "nama": "x"} for n in range(8)]),
        (aturan._daftar_pita, [
            {"mutu": "D", "kinerja": "x", "dari": 25}, {"mutu": "A", "kinerja": "x", "dari": 88},
        ]),
    ],
)  # fmt: skip
def test_data_of_the_wrong_shape_are_refused(bentuk: Any, nilai: Any) -> None:
    with pytest.raises(ValueError, match="harus"):
        bentuk(nilai)
