"""Which parts a person plays towards a round of 360 and towards one person in it."""

import datetime as dt

from tera.core.aktor import Aktor
from tera.core.galat import TidakBerwenangError
from tera.organisasi import permissions as organisasi
from tera.umpan_balik.models import PutaranPegawai, PutaranUmpanBalik

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
