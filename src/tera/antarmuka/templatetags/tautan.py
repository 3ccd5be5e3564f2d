"""``{% load tautan %}``: links to pages of a higher room, by an address it was given."""

from django import template

from tera.antarmuka.tautan import alamat

register = template.Library()


@register.simple_tag
def tautan(kunci: str, *argumen: object) -> str:
    """Return an address given by a higher room (``tera.antarmuka.tautan``), else empty."""
    return alamat(kunci, *argumen)
