"""Figures that other rooms give to the page of trends: training needs and their effect.

A room below has no say here, so whoever connects one writes its function into ``PENYUMBANG``: it
takes what the page was asked for and returns figures. The page has two queries to spare.
"""

from collections.abc import Callable, Sequence

from tera.dasbor.selectors.daftar import Permintaan
from tera.dasbor.tampilan import Kartu

PENYUMBANG: tuple[Callable[[Permintaan], Sequence[Kartu]], ...] = ()


def kartu_tambahan(tanya: Permintaan) -> list[Kartu]:
    """Return the figures of all contributors; empty: the page shows no heading for them."""
    return [kartu for penyumbang in PENYUMBANG for kartu in penyumbang(tanya)]
