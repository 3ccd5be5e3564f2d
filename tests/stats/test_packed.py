"""Packed medians equal the median of the library, for odd, even, empty and negative."""

from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from tera.stats import packed

ANGKA = st.integers(-(2**52), 2**52)


@given(st.lists(st.lists(ANGKA)))
def test_the_median_of_packed_parts_is_the_median_of_all(parts: list[list[int]]) -> None:
    semua = [satu for bagian in parts for satu in bagian]
    hasil = packed.median(packed.pack(bagian) for bagian in parts)
    assert hasil == (float(median(semua)) if semua else None)
    assert packed.count(packed.pack(bagian) for bagian in parts) == len(semua)
