"""How far the aktor may look: units served as an officer, units led; two queries, asked once."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q

from tera.core.aktor import Aktor
from tera.organisasi.permissions import daftar_petugas
from tera.organisasi.selectors.tim import jalur_dipimpin

#: Officers who read talent records in the units they serve.
PEMBACA = ("pengelola", "pyb", "pejabat_pembina", "auditor")


@dataclass(frozen=True, slots=True)
class Jangkauan:
    """What the aktor may read on a day.

    Attributes:
        petugas: (peran, path of the unit) as an officer; auditors only read.
        dipimpin: paths of the units the aktor leads.
    """

    instansi_id: int
    pegawai_id: int | None
    petugas: tuple[tuple[str, str], ...]
    dipimpin: tuple[str, ...]
    sistem: bool = False

    @property
    def peran_seluruh(self) -> frozenset[str]:
        """Parts over the whole instansi: served at its top unit."""
        return frozenset(peran for peran, path in self.petugas if path.count("/") == 2)

    @property
    def peran(self) -> frozenset[str]:
        """Parts over any unit."""
        return frozenset(peran for peran, _path in self.petugas)

    @property
    def pembaca(self) -> bool:
        """Whether an officer who reads talent records somewhere."""
        return self.sistem or bool(self.peran & set(PEMBACA))

    @property
    def ada(self) -> bool:
        """Whether there is any unit to look at."""
        return self.pembaca or bool(self.dipimpin)

    def peran_atas(self, path: str) -> frozenset[str]:
        """Parts over the unit at ``path``."""
        return frozenset(peran for peran, awalan in self.petugas if path.startswith(awalan))

    def membaca(self, path: str) -> bool:
        """Whether records of the unit at ``path`` may be read as an officer."""
        return self.sistem or bool(self.peran_atas(path) & set(PEMBACA))

    def awalan(self, *, pimpinan: bool = True) -> tuple[str, ...]:
        """Paths under which the aktor reads; with ``pimpinan`` also the units one leads."""
        daftar = {path for peran, path in self.petugas if peran in PEMBACA}
        return tuple(sorted(daftar | (set(self.dipimpin) if pimpinan else set())))

    def q(self, kolom: str = "path", *, pimpinan: bool = True) -> Q:
        """The condition "in a unit the aktor reads" on the path column ``kolom``."""
        if self.sistem:
            return Q()
        syarat = Q(pk__in=[])
        for awalan in self.awalan(pimpinan=pimpinan):
            syarat |= Q(**{f"{kolom}__gte": awalan, f"{kolom}__lt": awalan + "~"})
        return syarat


def jangkauan(*, aktor: Aktor, pada: dt.date, pimpinan: bool = True) -> Jangkauan:
    """Return how far the aktor may look on ``pada``: two queries; one without ``pimpinan``."""
    if aktor.adalah_sistem:
        return Jangkauan(aktor.instansi_id, None, (), (), sistem=True)
    return Jangkauan(
        aktor.instansi_id,
        aktor.pegawai_id,
        tuple(daftar_petugas(aktor=aktor, pada=pada)),
        tuple(jalur_dipimpin(aktor=aktor, pada=pada)) if pimpinan else (),
    )
