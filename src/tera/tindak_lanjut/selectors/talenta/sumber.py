"""Facts that other topics and rooms know about people: training, discipline, angka kredit.

They register ``daftarkan("pelatihan", fungsi)`` in their ``penerima`` or ``apps.py``; ``fungsi``
takes ``instansi_id``, ``pegawai`` (keys) and ``pada`` and returns person → evidence, with at most
one query. Where nobody registered, the fact is unknown, and the pages say so.
"""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

PELATIHAN = "pelatihan"
DISIPLIN = "disiplin"
ANGKA_KREDIT = "angka_kredit"


@dataclass(frozen=True, slots=True)
class Fakta:
    """One fact of a person: its words, and the page that proves it for who may open it."""

    teks: str
    url: str = ""
    tanggal: dt.date | None = None


Sumber = Callable[..., Mapping[int, Sequence[Fakta]]]
_daftar: dict[str, Sumber] = {}


def daftarkan(nama: str, sumber: Sumber) -> None:
    """Let ``sumber`` answer for facts called ``nama``."""
    _daftar[nama] = sumber


def fakta(
    nama: str, *, instansi_id: int, pegawai: Collection[int], pada: dt.date
) -> Mapping[int, Sequence[Fakta]] | None:
    """Return person → facts, or None where nobody knows about them."""
    sumber = _daftar.get(nama)
    return None if sumber is None else sumber(instansi_id=instansi_id, pegawai=pegawai, pada=pada)
