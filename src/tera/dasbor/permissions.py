"""Which parts one plays towards the yearly review and its agreements."""

import datetime as dt

from tera.core.aktor import Aktor
from tera.dasbor.models import KesepakatanTinjauan
from tera.organisasi.selectors.petugas import peran_seluruh_instansi

#: Officers of the whole instansi who write the review, and those who read it.
PENULIS = frozenset({"pengelola", "pejabat_pembina"})
PEMBACA = PENULIS | {"pyb", "auditor", "admin"}


def peran_tinjauan(*, aktor: Aktor, pada: dt.date) -> frozenset[str]:
    """Return the officer's parts the aktor plays over the whole instansi: one query.

    A part over a unit below the root says nothing here: the review is the instansi's.
    """
    if aktor.adalah_sistem:
        return frozenset({"sistem"})
    return peran_seluruh_instansi(aktor=aktor, pada=pada)


def peran_kesepakatan(
    *, aktor: Aktor, kesepakatan: KesepakatanTinjauan, pada: dt.date
) -> frozenset[str]:
    """Return the parts towards one agreement; whoever is to do it is a ``peserta``."""
    peran = set(peran_tinjauan(aktor=aktor, pada=pada))
    if aktor.pegawai_id is not None and aktor.pegawai_id == kesepakatan.penanggung_jawab_id:
        peran.add("peserta")
    return frozenset(peran)
