"""Small readings for the pages of a plan: ``{% load skp %}``."""

from typing import Any

from django import template
from django.forms import BaseFormSet

from tera.skp.pustaka import Saran, periksa_indikator, periksa_rhk

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


@register.filter
def saran_rhk(teks: str | None) -> list[Saran]:
    """Gentle hints on one RHK; an empty one gets none, it is simply not written yet."""
    return periksa_rhk(teks) if teks and teks.strip() else []


@register.filter
def saran_indikator(teks: str | None, target: str | None = "") -> list[Saran]:
    """Gentle hints on one indicator with its target."""
    return periksa_indikator(teks, target or "") if teks and teks.strip() else []
