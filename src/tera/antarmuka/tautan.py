"""Addresses a lower room is given by a higher one: it links upward without knowing who answers.

A higher room registers in its ``apps.py``: ``daftarkan("skp.cetak", "dokumen:skp")``.
A template asks ``{% tautan "skp.cetak" skp.pk as url %}`` and gets an empty text when no
room answers, so it shows no link.
"""

from django.urls import NoReverseMatch, reverse

_daftar: dict[str, str] = {}


def daftarkan(kunci: str, rute: str) -> None:
    """Let links called ``kunci`` lead to the route ``rute``."""
    _daftar[kunci] = rute


def alamat(kunci: str, *argumen: object) -> str:
    """Return the address of ``kunci``, or an empty text when no room gave one."""
    rute = _daftar.get(kunci)
    if rute is None:
        return ""
    try:
        return reverse(rute, args=argumen)
    except NoReverseMatch:
        return ""
