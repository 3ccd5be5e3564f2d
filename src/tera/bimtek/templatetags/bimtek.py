"""``{% load bimtek %}``: the texts of courses and cases as HTML."""

from django import template
from django.utils.safestring import SafeString

from tera.bimtek import naskah

register = template.Library()


@register.filter
def naskah_html(teks: str) -> SafeString:
    """Return a text in the Markdown subset as HTML."""
    return naskah.html(teks)
