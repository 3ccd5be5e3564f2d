"""Small readings for the pages of a plan: ``{% load skp %}``."""

from typing import Any

from django import template
from django.forms import BaseFormSet

register = template.Library()


@register.filter
def urut_baris(formset: BaseFormSet[Any]) -> list[Any]:
    """The forms in the order of their ORDER field."""

    def kunci(pasangan: tuple[int, Any]) -> tuple[int, int]:
        nomor, formulir = pasangan
        try:
            return int(formulir["ORDER"].value()), nomor
        except (TypeError, ValueError):
            return nomor + 1, nomor

    return [formulir for _nomor, formulir in sorted(enumerate(formset.forms), key=kunci)]
