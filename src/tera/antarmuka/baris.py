"""The row editor without JavaScript: a submit button adds, removes, restores or moves a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.forms import BaseForm, BaseFormSet
from django.forms.utils import ErrorDict
from django.http import QueryDict

AKSI_BARIS = ("tambah_baris", "hapus_baris", "urung_baris", "naik_baris", "turun_baris")


class UrutanField(forms.IntegerField):
    """Place of a row; setting it alone does not make an empty row a filled one."""

    widget = forms.HiddenInput

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Never: moving an empty row must not make its fields required."""
        return False


if TYPE_CHECKING:
    _DasarFormSet = BaseFormSet[Any]
else:  # the class takes no type argument at run time
    _DasarFormSet = BaseFormSet


class BarisFormSet(_DasarFormSet):
    """Formset for the row editor: ``formset_factory(F, formset=BarisFormSet, can_order=True)``."""

    def add_fields(self, form: Any, index: int | None) -> None:
        """Add ORDER as a hidden field that leaves an untouched row untouched."""
        super().add_fields(form, index)
        if self.can_order:
            awal = form.fields["ORDER"].initial
            form.fields["ORDER"] = UrutanField(required=False, initial=awal)


def aksi_baris(data: QueryDict) -> QueryDict | None:
    """Apply the row button that was pressed to the posted form.

    The buttons of ``{% penyunting_baris %}`` are named ``tambah_baris`` (value: the formset's
    prefix) and ``hapus_baris``, ``urung_baris``, ``naik_baris``, ``turun_baris`` (value: the
    row's prefix, ``indikator-2``).

    Returns:
        The changed data to bind the forms again (then call ``tunda_periksa``), or None when no
        row button was pressed and the form was really sent.
    """
    aksi = next((nama for nama in AKSI_BARIS if nama in data), None)
    if aksi is None:
        return None
    sasaran = str(data[aksi])
    baru = data.copy()
    for nama in AKSI_BARIS:
        baru.pop(nama, None)
    prefix = sasaran if aksi == "tambah_baris" else sasaran.rpartition("-")[0]
    jumlah = _bulat(baru.get(f"{prefix}-TOTAL_FORMS"))
    if jumlah is None:
        return baru
    if aksi == "tambah_baris":
        maks = _bulat(baru.get(f"{prefix}-MAX_NUM_FORMS"))
        if maks is None or jumlah < maks:
            terakhir = max((_urut(baru, f"{prefix}-{n}", n) for n in range(jumlah)), default=0)
            baru[f"{prefix}-{jumlah}-ORDER"] = str(terakhir + 1)
            baru[f"{prefix}-TOTAL_FORMS"] = str(jumlah + 1)
    elif aksi == "hapus_baris":
        baru[f"{sasaran}-DELETE"] = "on"
    elif aksi == "urung_baris":
        baru.pop(f"{sasaran}-DELETE", None)
    else:
        _geser(baru, prefix, jumlah, sasaran, -1 if aksi == "naik_baris" else 1)
    return baru


def tunda_periksa(*formulir: BaseForm | BaseFormSet[Any]) -> None:
    """Let bound forms be shown without errors: the person is still filling them in."""
    for satu in formulir:
        if isinstance(satu, BaseFormSet):
            satu._errors = [ErrorDict() for _ in satu.forms]  # type: ignore[attr-defined]
            satu._non_form_errors = satu.error_class()  # type: ignore[attr-defined]
            for anggota in satu.forms:
                anggota._errors = ErrorDict()
        else:
            satu._errors = ErrorDict()  # type: ignore[attr-defined]


def urutan_baris(formulir: BaseForm, nomor: int) -> tuple[int, int]:
    """Return the sort key of a row: its ORDER, then its number; rows without ORDER come last."""
    if "ORDER" not in formulir.fields:
        return nomor, nomor
    nilai = formulir["ORDER"].value()
    try:
        return int(nilai), nomor
    except (TypeError, ValueError):
        return 10_000 + nomor, nomor


def _geser(data: QueryDict, prefix: str, jumlah: int, sasaran: str, langkah: int) -> None:
    # Rows get whole numbers again first: equal or missing ORDER values could not be swapped.
    terurut = sorted(range(jumlah), key=lambda n: (_urut(data, f"{prefix}-{n}", n), n))
    for nomor, asal in enumerate(terurut, start=1):
        data[f"{prefix}-{asal}-ORDER"] = str(nomor)
    tampak = [n for n in terurut if not data.get(f"{prefix}-{n}-DELETE")]
    indeks = _bulat(sasaran.rpartition("-")[2])
    if indeks is None or indeks not in tampak:
        return
    tujuan = tampak.index(indeks) + langkah
    if 0 <= tujuan < len(tampak):
        kunci = f"{sasaran}-ORDER"
        kunci_lain = f"{prefix}-{tampak[tujuan]}-ORDER"
        data[kunci], data[kunci_lain] = str(data[kunci_lain]), str(data[kunci])


def _urut(data: QueryDict, awalan: str, nomor: int) -> int:
    nilai = _bulat(data.get(f"{awalan}-ORDER"))
    return nomor + 1 if nilai is None else nilai


def _bulat(teks: object) -> int | None:
    teks = str(teks or "")
    return int(teks) if teks.isdecimal() else None
