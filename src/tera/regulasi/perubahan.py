"""What changed in the law data since a day: records that began to hold or were compared again."""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from tera.regulasi.pemuat import PUSTAKA, peraturan


@dataclass(frozen=True, slots=True)
class PerubahanHukum:
    """One record of the law data.

    Attributes:
        uraian: what the table is about. sejak: first day of the value.
        pada: the day it became news: it began to hold, or somebody compared it with its source.
        baru: a value that began to hold, not only one that was compared again.
    """

    berkas: str
    tabel: str
    uraian: str
    sejak: dt.date
    pada: dt.date
    baru: bool
    dasar: tuple[tuple[str, str, str], ...]

    @property
    def kunci(self) -> str:
        """The page that shows it, among those of help."""
        return self.berkas.removesuffix(".toml").replace("_", "-").replace("/", "-")


def perubahan_sejak(terakhir: dt.date, *, pada: dt.date) -> list[PerubahanHukum]:
    """Return what became news after ``terakhir``, up to ``pada``, the newest first."""
    return [satu for satu in _semua() if terakhir < satu.pada <= pada]


@cache
def _semua() -> tuple[PerubahanHukum, ...]:
    daftar = []
    for berkas, nama, uraian, ketentuan in PUSTAKA.semua_tabel():
        for satu in ketentuan:
            dibaca = max(dasar.diperiksa for dasar in satu.dasar)
            isi_dasar = tuple(
                (sebutan_peraturan(dasar.peraturan), dasar.letak, dasar.mutu.value)
                for dasar in satu.dasar
            )
            for hari, baru in {(satu.sejak, True), (dibaca, False)}:
                daftar.append(
                    PerubahanHukum(berkas, nama, uraian, satu.sejak, hari, baru, isi_dasar)
                )
    return tuple(sorted(daftar, key=lambda s: (s.pada, s.berkas, s.tabel), reverse=True))


def sebutan_peraturan(kunci: str) -> str:
    """The name of an instrument as the list of changes prints it."""
    asal = peraturan(kunci)
    return asal.nama if asal.nomor == "-" else f"{asal.nama} {asal.nomor} ({asal.tahun})"
