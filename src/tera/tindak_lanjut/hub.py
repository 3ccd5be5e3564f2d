"""The cards of the room's first page: each topic says what it has for a person.

A topic registers ``daftarkan(penyumbang)`` in its module of ``penerima``; the page asks all of them
in the order of registration. A contributor takes few queries: at most two, whatever the rows.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tera.core.aktor import Aktor


@dataclass(frozen=True, slots=True)
class Kartu:
    """One card: a heading, one sentence that says how it stands, and where it leads.

    Attributes:
        kelompok: ``saya`` (one's own), ``tim`` (for who rates) or ``kelola`` (for officers).
        penting: something there waits for the person.
    """

    judul: str
    keterangan: str
    url: str
    ikon: str = "arrow-right"
    kelompok: str = "saya"
    penting: bool = False


#: Takes the aktor, the aktor's parts as an officer, and whether one rates anybody.
Penyumbang = Callable[[Aktor, frozenset[str], bool], list[Kartu]]
_daftar: list[Penyumbang] = []


def daftarkan(penyumbang: Penyumbang) -> None:
    """Let a topic put cards on the first page; registering twice changes nothing."""
    if penyumbang not in _daftar:
        _daftar.append(penyumbang)


def kartu(aktor: Aktor, peran: frozenset[str], menilai: bool) -> list[Kartu]:
    """Return the cards of all topics for one person."""
    return [satu for penyumbang in _daftar for satu in penyumbang(aktor, peran, menilai)]
