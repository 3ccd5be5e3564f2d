"""Which parts one plays towards the analysis of an instansi."""

import datetime as dt

from tera.core.aktor import Aktor
from tera.organisasi.selectors.petugas import daftar_petugas

#: Officers of the whole instansi who keep the decision and ask for runs, and those who read.
PENGELOLA = "pengelola"
PENCATAT = frozenset({PENGELOLA, "pejabat_pembina"})
PEMBACA = PENCATAT | {"pyb", "auditor"}


def peran_analisis(*, aktor: Aktor, pada: dt.date) -> frozenset[str]:
    """Return the officer's parts over the whole instansi: one query.

    A part over a unit below the root says nothing here: the analysis is the instansi's.
    """
    if aktor.adalah_sistem:
        return frozenset({"sistem"})
    akar = f"{aktor.instansi_id}/"
    return frozenset(
        peran
        for peran, path in daftar_petugas(aktor=aktor, pada=pada)
        if path.removeprefix(akar).count("/") == 1
    )


def mengenal_analisis(*, aktor: Aktor, pada: dt.date) -> bool:
    """Whether the aktor is an officer who may know of the decision: any but a trainer."""
    return any(peran != "pelatih" for peran, _path in daftar_petugas(aktor=aktor, pada=pada))
