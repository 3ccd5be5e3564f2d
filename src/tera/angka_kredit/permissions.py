"""Which parts a person plays towards somebody's angka kredit on a day."""

import datetime as dt

from tera.core.aktor import Aktor
from tera.organisasi import permissions as organisasi
from tera.organisasi.models import Pegawai
from tera.organisasi.selectors import penugasan_utama
from tera.organisasi.selectors.petugas import daftar_petugas

#: Officers who see the list of a unit; one person's ledger only in mode petugas.
PEMBACA = ("pengelola", "pyb", "pejabat_pembina", "auditor")
PENGELOLA = "pengelola"


def peran_terhadap_pegawai(
    *, aktor: Aktor, pegawai: Pegawai, pada: dt.date, penilai_tercatat: int | None = None
) -> frozenset[str]:
    """Return the parts towards ``pegawai``; the penilai a document names stays penilai."""
    if aktor.adalah_sistem:
        return frozenset({"sistem"}) if aktor.instansi_id == pegawai.instansi_id else frozenset()
    if aktor.pegawai_id is None:
        return frozenset()
    if aktor.pegawai_id == pegawai.pk:
        return frozenset({"pegawai"})
    peran: set[str] = set()
    tugas = penugasan_utama(pegawai_id=pegawai.pk, pada=pada)
    if tugas is not None:
        peran |= organisasi.peran_terhadap(aktor=aktor, penugasan=tugas, pada=pada)
    if penilai_tercatat is not None and penilai_tercatat == aktor.pegawai_id:
        peran.add("penilai")
    return frozenset(peran)


def boleh_menyusun(peran: frozenset[str]) -> bool:
    """Whether one with these parts drafts a PAK: the penilai, or the pengelola of the unit."""
    return bool(peran & {PENGELOLA, "penilai"})


def jalur_pembaca(*, aktor: Aktor, pada: dt.date) -> list[str]:
    """Return the paths of the units whose list the aktor may see as an officer; one query."""
    return [jalur for peran, jalur in daftar_petugas(aktor=aktor, pada=pada) if peran in PEMBACA]


def jalur_pengelola(*, aktor: Aktor, pada: dt.date) -> list[str]:
    """Return the paths of the units the aktor serves as pengelola; one query."""
    return [jalur for peran, jalur in daftar_petugas(aktor=aktor, pada=pada) if peran == PENGELOLA]
