"""Which parts a person plays towards somebody's development, a training, a pair, a proposal."""

import datetime as dt

from tera.core.aktor import Aktor
from tera.organisasi.permissions import cakupan_petugas, peran_petugas, peran_terhadap
from tera.organisasi.selectors import penugasan_utama
from tera.tindak_lanjut.models import Nominasi, Pendampingan, UsulTugas

__all__ = ["BACA", "DEKAT", "PEMUTUS", "PENGELOLA", "PENYUSUN", "cakupan_petugas", "mengelola",
           "peran_orang", "peran_pasangan", "peran_usul"]  # fmt: skip

#: Who reads a person's plan and map in the course of work.
DEKAT = frozenset({"pegawai", "penilai", "atasan_penilai"})
#: Officers, who read one person's papers in *mode petugas* only.
BACA = frozenset({"pengelola", "pyb", "pejabat_pembina", "auditor"})
#: Who keeps the catalogue and records attendance.
PENGELOLA = frozenset({"pengelola"})
#: Who decides a nomination.
PEMUTUS = frozenset({"pengelola", "pyb", "pejabat_pembina"})
#: Who looks at the training needs of units.
PENYUSUN = BACA


def peran_orang(*, aktor: Aktor, pegawai_id: int, pada: dt.date) -> frozenset[str]:
    """Return the parts towards a person on the day: from the person's main assignment."""
    diri = frozenset({"pegawai"} if aktor.pegawai_id == pegawai_id else ())
    tugas = penugasan_utama(pegawai_id=pegawai_id, pada=pada)
    if tugas is None:
        return diri
    return peran_terhadap(aktor=aktor, penugasan=tugas, pada=pada) | diri


def mengelola(*, aktor: Aktor, pada: dt.date) -> bool:
    """Whether the aktor keeps the training catalogue: a pengelola kinerja of any unit."""
    return bool(peran_petugas(aktor=aktor, pada=pada) & (PENGELOLA | {"sistem"}))


def peran_pasangan(*, aktor: Aktor, pasangan: Pendampingan) -> frozenset[str]:
    """The mentor and the person are *peserta*; nobody else moves a pair."""
    ikut = aktor.pegawai_id in {pasangan.pembimbing_id, pasangan.pegawai_id}
    return frozenset({"peserta"} if ikut else ())


def peran_usul(*, aktor: Aktor, usul: Nominasi | UsulTugas, pada: dt.date) -> frozenset[str]:
    """Parts towards a proposal; whoever proposed it never decides it.

    The proposer may take it back whatever their part has become meanwhile.
    """
    peran = peran_orang(aktor=aktor, pegawai_id=usul.pegawai_id, pada=pada)
    if aktor.pegawai_id == usul.pegawai_id:
        return frozenset({"pegawai"})
    if aktor.pegawai_id == usul.pengusul_id:
        return frozenset({"penilai"})
    return peran - {"penilai"}
