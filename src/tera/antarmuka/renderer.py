"""Writes the common form controls in Python; Django's own templates write the others.

A template for each radio button includes two more: a form with many rows spent half of its page's
time there. The HTML is that of Django to the letter (``tests/antarmuka/test_renderer.py``).
"""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.formats import localize
from django.utils.html import conditional_escape
from django.utils.safestring import SafeData

Widget = Mapping[str, Any]


class FormRenderer(DjangoTemplates):
    """Django's renderer with shortcuts for inputs, radio buttons, text areas and selects.

    Every part is escaped: the widget marks what comes back as safe.
    """

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> str:
        """Return the control; a template without shortcut is rendered as always."""
        tulis = PENULIS.get(template_name)
        if tulis is None:
            return super().render(template_name, context, request)
        return tulis(context["widget"]).strip()


def _teks(nilai: Any) -> str:
    """What ``{{ nilai|stringformat:'s' }}`` writes."""
    return str(nilai) if isinstance(nilai, SafeData) else escape(str(nilai))


def _attrs(attrs: Mapping[str, Any]) -> str:
    return "".join(
        f" {escape(nama)}" if nilai is True else f' {escape(nama)}="{_teks(nilai)}"'
        for nama, nilai in attrs.items()
        if nilai is not False
    )


def _input(widget: Widget) -> str:
    nilai = widget["value"]
    isi = "" if nilai is None else f' value="{_teks(nilai)}"'
    return (
        f'<input type="{escape(widget["type"])}" name="{escape(widget["name"])}"{isi}'
        f"{_attrs(widget['attrs'])}>\n"
    )


def _pilihan(widget: Widget) -> str:
    if not widget.get("wrap_label"):
        return _input(widget)
    sasaran = widget["attrs"].get("id")
    untuk = f' for="{conditional_escape(sasaran)}"' if sasaran else ""
    return f"<label{untuk}>{_input(widget)} {_label(widget)}</label>"


def _label(widget: Widget) -> str:
    return conditional_escape(localize(widget["label"]))


def _textarea(widget: Widget) -> str:
    nilai = widget["value"]
    isi = conditional_escape(localize(nilai)) if nilai else ""
    return (
        f'<textarea name="{escape(widget["name"])}"{_attrs(widget["attrs"])}>\n{isi}</textarea>\n'
    )


def _select(widget: Widget) -> str:
    potongan = [f'<select name="{escape(widget["name"])}"{_attrs(widget["attrs"])}>']
    for kelompok, daftar, _nomor in widget["optgroups"]:
        if kelompok:
            potongan.append(f'\n  <optgroup label="{conditional_escape(localize(kelompok))}">')
        potongan += [
            f'\n  <option value="{_teks(satu["value"])}"{_attrs(satu["attrs"])}>'
            f"{_label(satu)}</option>\n"
            for satu in daftar
        ]
        if kelompok:
            potongan.append("\n  </optgroup>")
    potongan.append("\n</select>\n")
    return "".join(potongan)


PENULIS: dict[str, Callable[[Widget], str]] = {
    f"django/forms/widgets/{nama}.html": tulis
    for nama, tulis in {
        "checkbox": _input,
        "date": _input,
        "email": _input,
        "hidden": _input,
        "input": _input,
        "number": _input,
        "password": _input,
        "text": _input,
        "time": _input,
        "checkbox_option": _pilihan,
        "radio_option": _pilihan,
        "textarea": _textarea,
        "select": _select,
    }.items()
}
