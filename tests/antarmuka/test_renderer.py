"""The controls written in Python are those of Django's templates to the letter."""

import datetime as dt
from typing import Any

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from tera.antarmuka.renderer import PENULIS, FormRenderer
from tera.antarmuka.widget import JamInput, TanggalInput, TeksBaris, TeksPanjang

SULIT = "<b>\"a\" & 'b'</b> 100%s"
PILIHAN = [
    ("", gettext_lazy("Batal")),
    ("a", SULIT),
    (1234567, mark_safe("<i>aman</i>")),
    ("Kelompok <x>", [(SULIT, "di dalam"), ("d", 1234.5)]),
]
ATRIBUT = {
    "id": "id_x", "data-a": SULIT, "required": True, "hidden": False, "cols": None, "rows": 1,
    "aria-label": gettext_lazy("Batal"), "data-aman": mark_safe("&amp;"),
}  # fmt: skip
KONTROL: list[tuple[forms.Widget, Any]] = [
    (widget, nilai)
    for widget in (
        forms.TextInput(), forms.EmailInput(), forms.PasswordInput(render_value=True),
        forms.HiddenInput(), forms.NumberInput(), forms.CheckboxInput(), TeksBaris(),
        TeksPanjang(), forms.Select(choices=PILIHAN), forms.SelectMultiple(choices=PILIHAN),
    )
    for nilai in (None, "", "a", SULIT, 1234567, 0, True, mark_safe("<i>"), gettext_lazy("Batal"))
] + [
    (TanggalInput(), dt.date(2026, 1, 31)), (TanggalInput(), "31/1"), (JamInput(), dt.time(9, 41)),
    (forms.Select(choices=PILIHAN), SULIT), (forms.SelectMultiple(choices=PILIHAN), ["a", "d"]),
    (forms.FileInput(), None), (forms.MultipleHiddenInput(), ["a", SULIT]),
    (forms.RadioSelect(choices=PILIHAN), "a"), (forms.CheckboxSelectMultiple(choices=PILIHAN), []),
]  # fmt: skip


@pytest.mark.parametrize(("widget", "nilai"), KONTROL)
def test_a_control_is_written_as_django_writes_it(widget: forms.Widget, nilai: Any) -> None:
    for attrs in ({}, ATRIBUT):
        tertulis, django = (
            widget.render(SULIT, nilai, attrs=attrs, renderer=satu)
            for satu in (FormRenderer(), DjangoTemplates())
        )
        assert tertulis == django
        assert "<b>" not in tertulis


@pytest.mark.parametrize("jenis", [forms.RadioSelect, forms.CheckboxSelectMultiple])
@pytest.mark.parametrize("bungkus", [True, False])
def test_one_option_is_written_as_django_writes_it(jenis: type[Any], bungkus: bool) -> None:
    class Isian(forms.Form):
        pilih = forms.ChoiceField(widget=jenis, choices=PILIHAN)

    tag = [
        [satu.tag(bungkus) for satu in Isian({"pilih": "a"}, renderer=renderer)["pilih"].subwidgets]
        for renderer in (FormRenderer(), DjangoTemplates())
    ]
    assert tag[0] == tag[1]
    assert sum("checked" in satu for satu in tag[0]) == 1


def test_the_forms_of_the_house_use_it(settings: Any) -> None:
    assert settings.FORM_RENDERER == "tera.antarmuka.renderer.FormRenderer"
    assert isinstance(forms.Form().renderer, FormRenderer)
    for nama in PENULIS:
        DjangoTemplates().get_template(nama)
