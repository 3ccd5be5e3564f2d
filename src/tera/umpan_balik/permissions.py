"""Which parts a person plays towards a round of 360, one person in it, and a piece of feedback."""

import datetime as dt

from tera.core.aktor import Aktor
from tera.core.galat import TidakBerwenangError
from tera.organisasi import permissions as organisasi
from tera.umpan_balik.models import PutaranPegawai, PutaranUmpanBalik, UmpanBalik

PENGELOLA = "pengelola"


def peran_terhadap_putaran(
    *, aktor: Aktor, putaran: PutaranUmpanBalik, pada: dt.date
) -> frozenset[str]:
    """Return ``pengelola`` (of the round's unit) or ``sistem``; nobody else runs a round."""
    if aktor.adalah_sistem:
        return frozenset({"sistem"} if aktor.instansi_id == putaran.instansi_id else ())
    boleh = organisasi.boleh_petugas(aktor=aktor, unit=putaran.unit, pada=pada, peran=PENGELOLA)
    return frozenset({PENGELOLA} if boleh else ())


def peran_terhadap_pegawai(*, aktor: Aktor, satu: PutaranPegawai, pada: dt.date) -> frozenset[str]:
    """Return the parts towards the person of ``satu`` on the day."""
    return organisasi.peran_terhadap(aktor=aktor, penugasan=satu.penugasan, pada=pada)


def wajib_peran(peran: frozenset[str], boleh: set[str], pesan: str) -> None:
    """Refuse with ``pesan`` whoever plays none of the parts ``boleh``."""
    if not peran & boleh:
        raise TidakBerwenangError(pesan)


def peran_umpan_balik(*, aktor: Aktor, umpan: UmpanBalik) -> frozenset[str]:
    """Return ``pemberi`` or ``penerima``: the only two who change a piece of feedback."""
    if aktor.pegawai_id is None:
        return frozenset()
    peran = {
        kata
        for kata, pk in (("pemberi", umpan.pemberi_id), ("penerima", umpan.penerima_id))
        if pk == aktor.pegawai_id
    }
    return frozenset(peran)


def masih_bisa_diubah(*, umpan: UmpanBalik, jam: int, kini: dt.datetime) -> bool:
    """Whether the giver may still correct or withdraw: within ``jam`` hours of sending it."""
    return umpan.ditarik_at is None and kini < umpan.dikirim_at + dt.timedelta(hours=jam)
