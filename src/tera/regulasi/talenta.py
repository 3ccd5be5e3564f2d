"""The nine boxes of manajemen talenta: kinerja x potensial, and what each box recommends.

Instrument: PermenPANRB 3/2020 Lampiran as amended by PermenPANRB 20/2025. Kinerja comes from the
ranking, potensial from assessments with the cut-offs of the instansi.

Tidak dimodelkan: the cut-offs of potensial (policy of each instansi, no national figure), the
mapping from a predikat to kinerja where a unit doesn't rank, and the decisions of the Komite
Talenta. A box never changes a predikat.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tera.regulasi.dasar import Dasar
from tera.regulasi.kategori import Kata, Rating
from tera.regulasi.pemuat import PUSTAKA

__all__ = ["KOTAK_TALENTA", "HasilKotak", "Kotak", "Potensial", "kotak_talenta"]


class Potensial(Kata):
    """Level of potensial."""

    TINGGI = "tinggi"
    MENENGAH = "menengah"
    RENDAH = "rendah"


@dataclass(frozen=True, slots=True)
class Kotak:
    """One box: its number 1-9, whether it belongs to the Kelompok Rencana Suksesi, the advice."""

    kotak: int
    krs: bool
    rekomendasi: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HasilKotak:
    """The box of a person with its basis."""

    kotak: Kotak
    dasar: tuple[Dasar, ...]


def _kotak(nilai: Any) -> Mapping[tuple[Rating, Potensial], Kotak]:
    hasil = {
        (Rating(satu["kinerja"]), Potensial(satu["potensial"])): Kotak(
            int(satu["kotak"]), bool(satu["krs"]), tuple(satu["rekomendasi"])
        )
        for satu in nilai
    }
    if len(hasil) != len(Rating) * len(Potensial) or len({k.kotak for k in hasil.values()}) != 9:
        raise ValueError("harus sembilan kotak yang berbeda")
    return hasil


KOTAK_TALENTA = PUSTAKA.tabel("talenta.toml", "kotak_talenta", _kotak)


def kotak_talenta(*, kinerja: Rating, potensial: Potensial, pada: date | None = None) -> HasilKotak:
    """The box for a level of kinerja and of potensial; `pada` None takes the newest rule.

    Source: PermenPANRB 3/2020 Lampiran (read in four public programs that agree).
    """
    ketentuan = KOTAK_TALENTA.terakhir if pada is None else KOTAK_TALENTA.pada(pada)
    return HasilKotak(ketentuan.nilai[kinerja, potensial], ketentuan.dasar)
