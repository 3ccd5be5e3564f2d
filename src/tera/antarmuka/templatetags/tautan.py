"""``{% load tautan %}``: links to pages of a higher room, and addresses for the rows of a list."""

from django import template

from tera.antarmuka import tautan as tujuan

register = template.Library()


@register.simple_tag
def tautan(kunci: str, *argumen: object) -> str:
    """Return an address given by a higher room (``tera.antarmuka.tautan``), else empty."""
    return tujuan.alamat(kunci, *argumen)


@register.simple_tag
def alamat(rute: str, *nomor: int) -> str:
    """Address of a route that takes numbers only: ``{% url %}`` for the rows of a list."""
    return tujuan.alamat_rute(rute, *nomor)
