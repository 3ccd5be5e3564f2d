"""Which parts one plays towards the analysis of an instansi, and towards one meeting."""

import datetime as dt

from tera.core.aktor import Aktor
from tera.kalibrasi.models import RapatKalibrasi
from tera.organisasi.selectors.petugas import daftar_petugas, peran_seluruh_instansi

#: Officers of the whole instansi who keep the decision and ask for runs, and those who read.
PENGELOLA = "pengelola"
PENCATAT = frozenset({PENGELOLA, "pejabat_pembina"})
PEMBACA = PENCATAT | {"pyb", "auditor"}
KETUA = "ketua_rapat"


def peran_analisis(*, aktor: Aktor, pada: dt.date) -> frozenset[str]:
    """Return the officer's parts over the whole instansi: one query.

    A part over a unit below the root says nothing here: the analysis is the instansi's.
    """
    if aktor.adalah_sistem:
        return frozenset({"sistem"})
    return peran_seluruh_instansi(aktor=aktor, pada=pada)


def peran_rapat(*, aktor: Aktor, rapat: RapatKalibrasi, pada: dt.date) -> frozenset[str]:
    """Return the parts towards one meeting: those of the officer, and its chair."""
    peran = set(peran_analisis(aktor=aktor, pada=pada))
    if aktor.pegawai_id is not None and aktor.pegawai_id == rapat.ketua_id:
        peran.add(KETUA)
    return frozenset(peran)


def memutus(*, aktor: Aktor, rapat: RapatKalibrasi) -> bool:
    """Whether the aktor writes the meeting's decisions: its chair or its notulis."""
    return aktor.pegawai_id is not None and aktor.pegawai_id in {rapat.ketua_id, rapat.notulis_id}


def boleh_notulen(*, aktor: Aktor, rapat: RapatKalibrasi, pada: dt.date) -> bool:
    """Whether the minutes are the aktor's to read: officers, chair and notulis."""
    return memutus(aktor=aktor, rapat=rapat) or bool(
        peran_analisis(aktor=aktor, pada=pada) & (PEMBACA | {"sistem"})
    )


def mengenal_analisis(*, aktor: Aktor, pada: dt.date) -> bool:
    """Whether the aktor is an officer who may know of the decision: any but a trainer."""
    return any(peran != "pelatih" for peran, _path in daftar_petugas(aktor=aktor, pada=pada))
