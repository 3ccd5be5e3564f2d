"""Charts: what is drawn is what is given, for any data."""

import re
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tera.antarmuka import bagan
from tera.antarmuka.bagan.dasar import LEBAR_BATANG, BaganSalahError, skala

LABEL = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"),
    max_size=12,
)
NILAI = st.floats(0, 1e9, allow_nan=False, width=32)
BEBAS = st.floats(-1e6, 1e6, allow_nan=False, width=32)


def _periksa(html: str) -> ElementTree.Element:
    """Well-formed, within the frame, no style, no script, described."""
    akar = ElementTree.fromstring(html)
    for unsur in akar.iter():
        assert "style" not in unsur.attrib
        assert unsur.tag not in {"script", "style"}
        for nama, nilai in unsur.attrib.items():
            if nama in {"x", "y", "x1", "x2", "y1", "y2", "width", "height", "cx", "cy"}:
                assert re.fullmatch(r"\d+(\.\d+)?%?", nilai), (nama, nilai)
                if nilai.endswith("%"):
                    assert float(nilai[:-1]) <= 100.01
    return akar


def _lebar(akar: ElementTree.Element, kelas: str) -> list[float]:
    return [
        float(u.attrib["width"][:-1])
        for u in akar.iter("rect")
        if u.attrib.get("class") == kelas and u.attrib["width"].endswith("%")
    ]


@given(st.lists(st.tuples(LABEL, NILAI), max_size=8))
def test_bars_are_as_long_as_their_values_and_no_longer_than_the_frame(
    data: list[tuple[str, float]],
) -> None:
    akar = _periksa(bagan.batang(data, judul="J"))
    lebar = _lebar(akar, "s1")
    positif = [nilai for _label, nilai in data if nilai > 0]
    assert len(lebar) == len(positif)
    if positif and max(positif) > 1:
        puncak = max(positif)
        batas = lebar[positif.index(puncak)]
        assert 0 < batas <= LEBAR_BATANG + 0.01
        for nilai, panjang in zip(positif, lebar, strict=True):
            assert panjang == pytest.approx(batas * nilai / puncak, abs=0.02)


@given(st.integers(1, 6), st.integers(1, 6), st.data())
def test_stacked_parts_lie_end_to_end(jumlah_seri: int, n: int, data: Any) -> None:
    seri = [
        (f"S{i}", data.draw(st.lists(st.integers(0, 10**6), min_size=n, max_size=n)))
        for i in range(jumlah_seri)
    ]
    akar = _periksa(bagan.bertumpuk([f"L{i}" for i in range(n)], seri, judul="J"))
    for svg in akar.iter("svg"):
        ujung = 0.0
        for kotak in svg.iter("rect"):
            if kotak.attrib["width"].endswith("%"):
                assert float(kotak.attrib["x"][:-1]) == pytest.approx(ujung, abs=0.03)
                ujung = float(kotak.attrib["x"][:-1]) + float(kotak.attrib["width"][:-1])
        assert ujung <= LEBAR_BATANG + 0.1


@given(st.lists(st.one_of(st.none(), BEBAS), min_size=1, max_size=14))
def test_a_line_has_a_dot_per_value_and_a_gap_for_none(daftar: list[float | None]) -> None:
    akar = _periksa(bagan.garis([str(i) for i in range(len(daftar))], [("A", daftar)], judul="J"))
    ada = [v for v in daftar if v is not None]
    ruas = sum(a is not None and b is not None for a, b in pairwise(daftar))
    assert len(list(akar.iter("circle"))) == len(ada)
    assert len([u for u in akar.iter("line") if u.attrib["class"] == "g1"]) == ruas


def test_a_higher_value_is_drawn_higher() -> None:
    akar = ElementTree.fromstring(bagan.garis(["a", "b"], [("A", [1, 5])], judul="J"))
    rendah, tinggi = (float(u.attrib["cy"]) for u in akar.iter("circle"))
    assert tinggi < rendah


@given(st.lists(st.tuples(LABEL, BEBAS, st.floats(0, 100), st.floats(0, 100)), max_size=6), BEBAS)
def test_dots_lie_inside_their_interval(
    data: list[tuple[str, float, float, float]], acuan: float
) -> None:
    isi = [(n, v, v - b, v + a) for n, v, b, a in data]
    akar = _periksa(bagan.titik(isi, judul="J", acuan=acuan))
    titik = [float(u.attrib["cx"][:-1]) for u in akar.iter("circle")]
    rentang = [u for u in akar.iter("line") if u.attrib["class"] == "rentang"]
    for x, garis in zip(titik, rentang, strict=True):
        assert float(garis.attrib["x1"][:-1]) - 0.02 <= x <= float(garis.attrib["x2"][:-1]) + 0.02


@given(st.lists(st.integers(0, 10**5), max_size=10))
def test_a_histogram_has_a_box_per_class_and_covers_the_width(jumlah: list[int]) -> None:
    tepi = list(range(len(jumlah) + 1))
    akar = _periksa(bagan.histogram(tepi, jumlah, judul="J"))
    lebar = _lebar(akar, "s1 batas")
    assert len(lebar) == len(jumlah)
    if jumlah:
        assert sum(lebar) == pytest.approx(100, abs=0.1)


@given(st.integers(1, 4), st.integers(1, 4), st.data())
def test_a_heat_table_tints_the_largest_most_and_the_smallest_least(
    m: int, n: int, data: Any
) -> None:
    nilai = data.draw(
        st.lists(
            st.lists(st.one_of(st.none(), BEBAS), min_size=n, max_size=n), min_size=m, max_size=m
        )
    )
    akar = _periksa(
        bagan.panas([str(i) for i in range(m)], [str(i) for i in range(n)], nilai, judul="J")
    )
    sel = [u.attrib["class"] for u in akar.iter("td") if "class" in u.attrib]
    rata = [v for satu in nilai for v in satu]
    assert [kelas == "panas-kosong" for kelas in sel] == [v is None for v in rata]
    ada = [v for v in rata if v is not None]
    if ada and max(ada) > min(ada):
        assert sel[rata.index(max(ada))] == "panas-5"
        assert sel[rata.index(min(ada))] == "panas-1"


def test_the_table_repeats_every_figure_and_the_text_alternative_names_the_ends() -> None:
    html = bagan.batang([("Sekretariat", 1274), ("P2P", 61.5)], judul="SKP", satuan="pegawai")
    akar = ElementTree.fromstring(html)
    sel = ["".join(u.itertext()) for u in akar.iter("td")]
    assert "1.274 pegawai" in sel
    assert "61,5 pegawai" in sel
    gambar = next(u for u in akar.iter("div") if u.attrib.get("role") == "img")
    assert gambar.attrib["aria-label"] == (
        "SKP. Terbesar Sekretariat (1.274 pegawai), terkecil P2P (61,5 pegawai)."
    )
    assert [u.text for u in akar.iter("title")] == [
        "Sekretariat: 1.274 pegawai",
        "P2P: 61,5 pegawai",
    ]


def test_text_from_people_can_not_break_out_of_the_drawing() -> None:
    nakal = '"><script>alert(1)</script>'
    for html in (
        bagan.batang([(nakal, 1)], judul=nakal, satuan=nakal),
        bagan.garis([nakal], [(nakal, [1]), (nakal, [2])], judul=nakal),
        bagan.titik([(nakal, 1, 0, 2)], judul=nakal),
        bagan.histogram([0, 1], [3], judul=nakal, acuan=0.5, label_acuan=nakal),
        bagan.panas([nakal], [nakal], [[1]], judul=nakal, satuan=nakal),
    ):
        assert "<script" not in html
        _periksa(html)


def test_without_data_the_chart_says_so() -> None:
    assert "Belum ada data" in bagan.batang([], judul="J")
    assert "Belum ada data" in bagan.panas([], [], [], judul="J")


@pytest.mark.parametrize(
    "gambar",
    [
        lambda: bagan.batang([("a", -1)], judul="J"),
        lambda: bagan.batang([("a", float("nan"))], judul="J"),
        lambda: bagan.bertumpuk(["a"], [("s", [1, 2])], judul="J"),
        lambda: bagan.bertumpuk(["a"], [(str(i), [1]) for i in range(7)], judul="J"),
        lambda: bagan.garis(["a"], [("s", [float("inf")])], judul="J"),
        lambda: bagan.titik([("a", 5, 6, 7)], judul="J"),
        lambda: bagan.titik([("a", 5, 4, None)], judul="J"),
        lambda: bagan.histogram([0, 1], [1, 2], judul="J"),
        lambda: bagan.histogram([1, 1], [1], judul="J"),
        lambda: bagan.panas(["a"], ["b"], [[1, 2]], judul="J"),
    ],
)
def test_data_that_do_not_fit_together_are_refused(gambar: Any) -> None:
    with pytest.raises(BaganSalahError):
        gambar()


@given(BEBAS, st.floats(0, 1e6, allow_nan=False, width=32))
def test_the_scale_covers_the_data_with_few_even_steps(bawah: float, lebar: float) -> None:
    daftar = skala(bawah, bawah + lebar)
    toleransi = 1e-6 * max(1.0, abs(bawah), lebar)
    assert daftar[0] <= bawah + toleransi
    assert daftar[-1] >= bawah + lebar - toleransi
    assert 2 <= len(daftar) <= 8


@pytest.mark.parametrize("puncak", [0, 1, 2, 3, 7, 11, 250])
def test_counted_things_get_whole_ticks(puncak: int) -> None:
    assert all(satu == int(satu) for satu in skala(0, puncak, utuh=True))


def test_bars_of_people_have_no_half_on_the_axis() -> None:
    assert ",5" not in str(bagan.batang([("Satu", 1), ("Dua", 2)], judul="J"))
    assert ",5" in str(bagan.batang([("Satu", 1.0), ("Dua", 2.0)], judul="J"))
