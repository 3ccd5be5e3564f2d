"""Which parts a person plays towards a plan on a day."""

import datetime as dt

from tera.core.aktor import Aktor
from tera.organisasi.permissions import peran_terhadap
from tera.skp.models import SKP

PERAN_SUSUN = frozenset({"pegawai", "penyiap"})
STATUS_SUNTING = frozenset({SKP.Status.DRAF, SKP.Status.DIKEMBALIKAN})


def hari_peran(skp: SKP, pada: dt.date) -> dt.date:
    """Return the day on which the parts are read: inside the assignment of the plan.

    A plan of a closed assignment keeps the rater of its last day; a plan drafted before the
    assignment begins has the rater of its first day.
    """
    tugas = skp.penugasan
    if pada < tugas.sejak:
        return tugas.sejak
    if tugas.sampai is not None and pada > tugas.sampai:
        return tugas.sampai
    return pada


def peran_skp(*, aktor: Aktor, skp: SKP, pada: dt.date) -> frozenset[str]:
    """Return the parts ``aktor`` plays towards ``skp`` on ``pada``; ``sistem`` for the system."""
    if aktor.adalah_sistem:
        return frozenset({"sistem"})
    return peran_terhadap(aktor=aktor, penugasan=skp.penugasan, pada=hari_peran(skp, pada))


def boleh_susun(*, skp: SKP, peran: frozenset[str]) -> bool:
    """Whether ``peran`` drafts ``skp``: the person, their penyiap; the pengelola who had to begin.

    A pengelola never drafts for oneself, and no longer once the person took the draft over.
    """
    return bool(peran & PERAN_SUSUN) or ("pengelola" in peran and draf_pengelola(skp))


def draf_pengelola(skp: SKP) -> bool:
    """Whether ``skp`` is a draft made by the pengelola that nobody took over (R-161)."""
    return (
        skp.status == SKP.Status.DRAF
        and skp.pengelola_penyusun_id is not None
        and skp.diambil_alih_at is None
    )


def boleh_sunting(*, skp: SKP, peran: frozenset[str]) -> bool:
    """Whether someone who plays ``peran`` may type in ``skp`` now."""
    return skp.status in STATUS_SUNTING and boleh_susun(skp=skp, peran=peran)
