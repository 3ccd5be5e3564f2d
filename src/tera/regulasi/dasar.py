"""A value of the law with its first day and its basis, and the dated table that picks one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Generic, TypeVar

from tera.regulasi.galat import BelumDiaturError, MasukanSalahError
from tera.regulasi.kategori import Mutu

T = TypeVar("T")

_URUTAN_MUTU = (Mutu.TEKS, Mutu.SEKUNDER, Mutu.INGATAN)


@dataclass(frozen=True, slots=True)
class Peraturan:
    """One instrument of the register.

    `status` is one of `berlaku`, `dicabut`, `rujukan` (a reference table, not a regulation) and
    `rancangan` (our own design, no law); `catatan` says what of it was read.
    """

    kunci: str
    nama: str
    nomor: str
    tahun: int
    judul: str
    status: str
    catatan: str


@dataclass(frozen=True, slots=True)
class Dasar:
    """Where a value stands: instrument key, article, the day a person last compared it, certainty.

    For `mutu` = `ingatan` there was nothing to compare with: the day is the day it was noted down.
    """

    peraturan: str
    letak: str
    diperiksa: date
    mutu: Mutu


@dataclass(frozen=True, slots=True)
class Ketentuan(Generic[T]):
    """A value from its first day on, with its basis; `catatan` explains a choice made in it."""

    nilai: T
    sejak: date
    dasar: tuple[Dasar, ...]
    catatan: str = ""

    @property
    def mutu(self) -> Mutu:
        """The weakest certainty among the bases: a chain is as strong as its weakest link."""
        return max((d.mutu for d in self.dasar), key=_URUTAN_MUTU.index)


class TabelBertanggal(Generic[T]):
    """The values of one rule in the order of their first days; read from its file on first use."""

    def __init__(self, nama: str, muat: Callable[[], tuple[Ketentuan[T], ...]]) -> None:
        self.nama = nama
        self._muat = muat

    @cached_property
    def daftar(self) -> tuple[Ketentuan[T], ...]:
        """All values, oldest first; never empty (the loader refuses an empty table)."""
        return self._muat()

    @cached_property
    def _daftar_sejak(self) -> tuple[date, ...]:
        return tuple(k.sejak for k in self.daftar)

    @property
    def terakhir(self) -> Ketentuan[T]:
        """The newest value: for archives and reference lists that are asked without a day."""
        return self.daftar[-1]

    def pada(self, tanggal: date) -> Ketentuan[T]:
        """The value in force on `tanggal`; `BelumDiaturError` before the first value."""
        if isinstance(tanggal, datetime):
            raise MasukanSalahError(
                f"Aturan “{self.nama}” memerlukan tanggal, bukan waktu. "
                "Berikan tanggal menurut zona instansi."
            )
        letak = bisect_right(self._daftar_sejak, tanggal)
        if letak == 0:
            raise BelumDiaturError(
                f"Aturan “{self.nama}” belum diatur pada {tanggal.isoformat()}: nilai pertama "
                f"yang dicatat berlaku sejak {self._daftar_sejak[0].isoformat()}. "
                "Pakai tanggal sesudahnya, atau tambahkan nilai lama beserta dasarnya."
            )
        return self.daftar[letak - 1]


def gabung_dasar(*daftar: tuple[Dasar, ...]) -> tuple[Dasar, ...]:
    """The bases of several values as one, in order and each once."""
    return tuple(dict.fromkeys(d for bagian in daftar for d in bagian))
