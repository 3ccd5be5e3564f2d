"""The row editor without JavaScript."""

import pytest
from django.http import QueryDict

from tera.antarmuka.baris import aksi_baris, tunda_periksa
from tera.antarmuka.gaya import IndikatorFormSet


def _data(tambahan: str = "", jumlah: int = 3) -> QueryDict:
    isi = f"indikator-TOTAL_FORMS={jumlah}&indikator-INITIAL_FORMS=0&indikator-MAX_NUM_FORMS=5"
    for n in range(jumlah):
        isi += (
            f"&indikator-{n}-aspek=kualitas&indikator-{n}-indikator=i{n}&indikator-{n}-target=t{n}"
            f"&indikator-{n}-ORDER={n + 1}"
        )
    return QueryDict(f"{isi}&{tambahan}")


def _urutan(data: QueryDict) -> list[str]:
    formset = IndikatorFormSet(data, prefix="indikator")
    assert formset.is_valid(), formset.errors
    return [f.cleaned_data["indikator"] for f in formset.ordered_forms]


def test_a_form_without_a_row_button_is_really_sent() -> None:
    assert aksi_baris(_data("kirim=1")) is None


def test_an_added_row_is_empty_and_last_and_may_stay_empty() -> None:
    data = aksi_baris(_data("tambah_baris=indikator"))
    assert data is not None
    assert data["indikator-TOTAL_FORMS"] == "4"
    assert data["indikator-3-ORDER"] == "4"
    assert "tambah_baris" not in data
    assert _urutan(data) == ["i0", "i1", "i2"]


def test_no_row_is_added_beyond_the_maximum() -> None:
    data = aksi_baris(_data("tambah_baris=indikator", jumlah=5))
    assert data is not None
    assert data["indikator-TOTAL_FORMS"] == "5"


def test_a_removed_row_can_be_restored() -> None:
    hapus = aksi_baris(_data("hapus_baris=indikator-1"))
    assert hapus is not None
    assert _urutan(hapus) == ["i0", "i2"]
    hapus["urung_baris"] = "indikator-1"
    urung = aksi_baris(hapus)
    assert urung is not None
    assert _urutan(urung) == ["i0", "i1", "i2"]


@pytest.mark.parametrize(
    ("tombol", "urutan"),
    [
        ("naik_baris=indikator-2", ["i0", "i2", "i1"]),
        ("turun_baris=indikator-0", ["i1", "i0", "i2"]),
        ("naik_baris=indikator-0", ["i0", "i1", "i2"]),
        ("turun_baris=indikator-2", ["i0", "i1", "i2"]),
        ("naik_baris=indikator-9", ["i0", "i1", "i2"]),
        ("naik_baris=lain", ["i0", "i1", "i2"]),
    ],
)
def test_rows_move_and_stop_at_the_ends(tombol: str, urutan: list[str]) -> None:
    data = aksi_baris(_data(tombol))
    assert data is not None
    assert _urutan(data) == urutan


def test_a_row_moves_past_a_removed_one() -> None:
    data = aksi_baris(_data("indikator-1-DELETE=on&naik_baris=indikator-2"))
    assert data is not None
    assert _urutan(data) == ["i2", "i0"]


def test_rows_without_order_values_can_still_move() -> None:
    data = _data("naik_baris=indikator-1").copy()
    for n in range(3):
        data[f"indikator-{n}-ORDER"] = ""
    baru = aksi_baris(data)
    assert baru is not None
    assert _urutan(baru) == ["i1", "i0", "i2"]


def test_while_rows_are_edited_no_error_is_shown_but_what_was_typed_is() -> None:
    data = _data("tambah_baris=indikator").copy()
    data["indikator-0-target"] = ""
    formset = IndikatorFormSet(aksi_baris(data), prefix="indikator")
    tunda_periksa(formset)
    html = str(formset.forms[0])
    assert "i0" in html
    assert "aria-invalid" not in html
    assert not formset.forms[0].errors
