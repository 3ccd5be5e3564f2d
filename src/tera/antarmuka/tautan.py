"""Addresses a lower room is given by a higher one: it links upward without knowing who answers.

A higher room registers in its ``apps.py``: ``daftarkan("skp.cetak", "dokumen:skp")``.
A template asks ``{% tautan "skp.cetak" skp.pk as url %}`` and gets an empty text when no
room answers, so it shows no link.
"""

import re
from functools import cache

from django.urls import (
    NoReverseMatch,
    URLResolver,
    get_resolver,
    get_script_prefix,
    get_urlconf,
    reverse,
)

# Numbers no row carries: where they stand in an address, the numbers of a row will.
_PENANDA = 990_000_000_000
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


def alamat_rute(rute: str, *nomor: int, kata: tuple[str, ...] = ()) -> str:
    """Return ``reverse(rute, args=(*nomor, *kata))`` for routes that take numbers, then words.

    ``kata`` are words of the program (a kind, a measure): never what somebody typed.

    The pattern of the address is asked once: ``reverse`` for every row of a list, and for every
    item of the frame on every page, costs more than showing it.
    """
    potongan = _pola(rute, len(nomor), kata, get_script_prefix(), get_resolver(get_urlconf()))
    return potongan[0] + "".join(
        f"{int(satu)}{lanjut}" for satu, lanjut in zip(nomor, potongan[1:], strict=True)
    )


@cache
def _pola(
    rute: str, jumlah: int, kata: tuple[str, ...], _awalan: str, _urlconf: URLResolver
) -> list[str]:
    penanda = [_PENANDA + n for n in range(jumlah)]
    alamat_contoh = reverse(rute, args=[*penanda, *kata])
    if not penanda:
        return [alamat_contoh]
    return re.split("|".join(map(str, penanda)), alamat_contoh)
