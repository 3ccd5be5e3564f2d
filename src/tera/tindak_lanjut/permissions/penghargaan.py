"""Which parts a person plays towards a round of awards, a candidate, a record of discipline."""

import datetime as dt
from collections.abc import Collection, Sequence

from django.db.models import Q

from tera.core.aktor import Aktor
from tera.core.galat import TidakBerwenangError
from tera.organisasi.permissions import daftar_petugas
from tera.organisasi.selectors.umum import di_bawah
from tera.tindak_lanjut.models import CalonPenghargaan, PutaranPenghargaan

#: Officers who read everything of a round in their units.
PELIHAT = frozenset({"pengelola", "pyb", "pejabat_pembina", "auditor"})
PEMUTUS = frozenset({"pyb", "pejabat_pembina"})
PENGELOLA = frozenset({"pengelola"})
ANGGOTA = "anggota_tim"
SISTEM = "sistem"


def peran_putaran(
    *,
    aktor: Aktor,
    putaran: PutaranPenghargaan,
    pada: dt.date,
    petugas: Sequence[tuple[str, str]] | None = None,
) -> frozenset[str]:
    """Return the officer's parts over the round's unit and, if named, ``anggota_tim``; two queries.

    None where the page asked already: ``petugas`` are the rows of ``daftar_petugas``, and
    ``putaran.sebagai_anggota`` comes with the selectors.
    """
    if aktor.instansi_id != putaran.instansi_id:
        return frozenset()
    if aktor.adalah_sistem:
        return frozenset({SISTEM})
    if aktor.pegawai_id is None:
        return frozenset()
    peran = {
        kata
        for kata, awalan in (daftar_petugas(aktor=aktor, pada=pada) if petugas is None else petugas)
        if putaran.unit.path.startswith(awalan)
    }
    anggota = getattr(putaran, "sebagai_anggota", None)
    if anggota is None:
        anggota = putaran.daftar_anggota.filter(pegawai_id=aktor.pegawai_id).exists()
    return frozenset(peran | ({ANGGOTA} if anggota else set()))


def peran_calon(
    *,
    aktor: Aktor,
    calon: CalonPenghargaan,
    pada: dt.date,
    petugas: Sequence[tuple[str, str]] | None = None,
) -> frozenset[str]:
    """Return the parts towards the round, and ``pegawai`` for the candidate."""
    anggota = getattr(calon, "sebagai_anggota", None)
    if anggota is not None:
        calon.putaran.sebagai_anggota = anggota  # type: ignore[attr-defined]
    peran = peran_putaran(aktor=aktor, putaran=calon.putaran, pada=pada, petugas=petugas)
    return peran | ({"pegawai"} if aktor.pegawai_id == calon.pegawai_id else frozenset())


def jangkauan(petugas: Sequence[tuple[str, str]], *, peran: Collection[str], kolom: str) -> Q:
    """Return the condition "in a unit served as ``peran``" for rows of ``daftar_petugas``."""
    syarat = Q(pk__in=[])
    for kata, awalan in petugas:
        if kata in peran:
            syarat |= di_bawah(awalan, kolom)
    return syarat


def wajib(peran: frozenset[str], boleh: frozenset[str], pesan: str) -> None:
    """Refuse with ``pesan`` whoever plays none of the parts ``boleh``."""
    if not peran & (boleh | {SISTEM}):
        raise TidakBerwenangError(pesan)
