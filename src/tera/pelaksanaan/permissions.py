"""Which parts a person plays towards the work done under one plan."""

import datetime as dt

from tera.core.aktor import Aktor
from tera.skp.models import SKP
from tera.skp.permissions import peran_skp

#: Who may report: the person alone; a penyiap's draft is sent by the official.
PERAN_LAPOR = frozenset({"pegawai"})
#: Who may verify a realisasi; a capaian only by the first.
PERAN_PERIKSA = frozenset({"penilai", "ketua_tim"})
#: Whom the pages of the work offer to give feedback; colleagues don't open them.
PERAN_UMPAN = frozenset({"penilai", "ketua_tim", "atasan_penilai"})


def peran_kerja(*, aktor: Aktor, skp: SKP, pada: dt.date) -> frozenset[str]:
    """Return the parts ``aktor`` plays towards the work under ``skp`` on ``pada``.

    The rater recorded on the plan keeps the part after a move: what was reported to them is theirs.
    """
    peran = set(peran_skp(aktor=aktor, skp=skp, pada=pada))
    if aktor.pegawai_id is not None and skp.penilai_id == aktor.pegawai_id:
        peran.add("penilai")
    return frozenset(peran)
