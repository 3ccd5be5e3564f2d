"""How many objected per unit: hidden for the few, and never to be had by subtraction."""

from collections import Counter

from tera.evaluasi.selectors.pantau import Angka, Pantauan
from tera.evaluasi.tampilan.pantau import keberatan_unit


def angka(pk: int, sampai: int, keberatan: int = 0) -> Angka:
    isi = Counter({"disampaikan": sampai - keberatan, "keberatan": keberatan})
    return Angka(pk, f"Unit {pk}", isi)


def hasil(*anak: Angka, sendiri: int = 0) -> Pantauan:
    total = Angka(0, "Dinas", Counter({"disampaikan": sendiri}))
    for satu in anak:
        total.status.update(satu.status)
    return Pantauan(None, total, anak)  # type: ignore[arg-type]


def tampak(isi) -> dict[str, int | None]:
    return {nama: n for nama, _dari, n in isi["baris"]}


def test_nothing_is_said_before_a_result_was_delivered() -> None:
    assert keberatan_unit(hasil(Angka(1, "Unit 1", Counter({"terbuka": 20})))) is None


def test_nine_are_hidden_and_ten_are_shown() -> None:
    isi = keberatan_unit(hasil(angka(1, 9, 1), angka(2, 9, 2), angka(3, 10, 3)))
    assert tampak(isi) == {"Unit 1": None, "Unit 2": None, "Unit 3": 3}
    assert isi["total"] == 6
    assert keberatan_unit(hasil(angka(1, 9, 1)))["total"] is None
    assert keberatan_unit(hasil(angka(1, 9, 1)))["baris"] == []


def test_a_single_hidden_unit_takes_the_smallest_shown_one_with_it() -> None:
    isi = keberatan_unit(hasil(angka(1, 4, 1), angka(2, 12, 0), angka(3, 30, 2)))
    assert tampak(isi) == {"Unit 1": None, "Unit 2": None, "Unit 3": 2}


def test_the_few_people_of_the_unit_itself_are_hidden_like_a_unit() -> None:
    isi = keberatan_unit(hasil(angka(1, 12, 0), angka(2, 30, 2), sendiri=3))
    assert tampak(isi) == {"Unit 1": None, "Unit 2": 2}
    isi = keberatan_unit(hasil(angka(1, 12, 0), angka(2, 30, 2)))
    assert tampak(isi) == {"Unit 1": 0, "Unit 2": 2}
