"""One row of a workflow, who may take it, and the bases that several tables cite."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tera.regulasi.dasar import Dasar
from tera.regulasi.kategori import Mutu


class Peran(StrEnum):
    """What somebody is to a document on a day; `sistem` is a job or a consequence."""

    PEGAWAI = "pegawai"
    PENILAI = "penilai"
    ATASAN_PENILAI = "atasan_penilai"
    PENGELOLA = "pengelola"
    KETUA_TIM = "ketua_tim"
    PENYIAP = "penyiap"
    PYB = "pyb"
    PEJABAT_PEMBINA = "pejabat_pembina"
    AUDITOR = "auditor"
    PELATIH = "pelatih"
    ADMIN = "admin"
    PESERTA = "peserta"
    PEMIMPIN_DISKUSI = "pemimpin_diskusi"
    KETUA_RAPAT = "ketua_rapat"
    KONSELOR = "konselor"
    SISTEM = "sistem"


@dataclass(frozen=True, slots=True)
class Langkah:
    """One row of a workflow: `aksi` moves `dari` to `ke` when done by one of `oleh`.

    `syarat` is the condition in words for people (empty: none); `label` is the button.
    """

    aksi: str
    dari: str
    ke: str
    oleh: frozenset[Peran]
    dasar: tuple[Dasar, ...]
    syarat: str = ""

    @property
    def label(self) -> str:
        """The act as a button says it: `Ajukan keberatan`."""
        return self.aksi.replace("_", " ").capitalize()


DIPERIKSA = date(2026, 11, 21)
RANCANGAN = Dasar("rancangan-tera", "alur kerja", DIPERIKSA, Mutu.INGATAN)


def langkah(
    aksi: str,
    dari: str,
    ke: str,
    oleh: str,
    dasar: Dasar | tuple[Dasar, ...] = RANCANGAN,
    syarat: str = "",
) -> Langkah:
    daftar = dasar if isinstance(dasar, tuple) else (dasar,)
    return Langkah(aksi, dari, ke, frozenset(map(Peran, oleh.split())), daftar, syarat)
