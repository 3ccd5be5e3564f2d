"""Figures of groups only: who is few is merged, so that no subtraction finds a person."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import TypeVar

#: Fewer people than this are never shown by themselves.
KELOMPOK_MINIMUM = 5
#: Shares are told in steps of this many percent.
LANGKAH_PERSEN = 5

K = TypeVar("K")
T = TypeVar("T")


def kelompok_aman(
    per_kelompok: Mapping[K, Sequence[T]], *, minimum: int = KELOMPOK_MINIMUM
) -> tuple[dict[K, list[T]], list[T]]:
    """Return (groups that may be shown, the rest as one group), by size, the largest first.

    Groups under ``minimum`` go to the rest. A rest of one to ``minimum`` - 1 would be found by
    taking the shown groups from the whole, so the smallest shown group joins it until it is large
    enough; when nothing is left to join, nothing at all may be shown.
    """
    urut = sorted(per_kelompok.items(), key=lambda satu: (-len(satu[1]), str(satu[0])))
    tampil = [(kunci, list(isi)) for kunci, isi in urut if len(isi) >= minimum]
    sisa = [satu for _kunci, isi in urut if len(isi) < minimum for satu in isi]
    while tampil and 0 < len(sisa) < minimum:
        sisa += tampil.pop()[1]
    return dict(tampil), sisa if len(sisa) >= minimum else []


def bulat_persen(bagian: float, semua: float) -> int:
    """Return a share as percent in steps of ``LANGKAH_PERSEN``."""
    return int(LANGKAH_PERSEN * round(100 * bagian / semua / LANGKAH_PERSEN)) if semua else 0


def bulat_bagian(jumlah: Sequence[int], *, langkah: int = LANGKAH_PERSEN) -> list[int]:
    """Return counts as percent in steps that add up to 100: the largest remainders get the rest."""
    semua = sum(jumlah)
    if not semua:
        return [0 for _satu in jumlah]
    banyak = 100 // langkah
    hasil = [banyak * satu // semua for satu in jumlah]
    urut = sorted(range(len(jumlah)), key=lambda n: (-(banyak * jumlah[n] % semua), n))
    for n in urut[: banyak - sum(hasil)]:
        hasil[n] += 1
    return [langkah * satu for satu in hasil]


def nilai_tengah(daftar: Iterable[float]) -> float:
    """Return the median."""
    return float(median(daftar))


def kata_bagian(bagian: int, semua: int) -> str:
    """Return how many in words that don't count: ``kecil``, ``separuh``, ``besar``."""
    if 3 * bagian >= 2 * semua:
        return "besar"
    return "kecil" if 3 * bagian <= semua else "separuh"
