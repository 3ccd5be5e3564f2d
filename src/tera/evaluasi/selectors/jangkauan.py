"""Which units the aktor leads or serves as an officer on the day: one query for both."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, DateField, Q, QuerySet, Value

from tera.core.aktor import Aktor
from tera.core.kueri import Isian, kueri_siap
from tera.organisasi.models import Penugasan, PeranPetugas, UnitKerja
from tera.organisasi.selectors import berlaku_pada
from tera.organisasi.selectors.umum import di_bawah

PIMPINAN = "pimpinan"


@dataclass(frozen=True, slots=True)
class Jangkauan:
    """Paths of units with the part played there; ``pimpinan`` for a unit one heads."""

    daftar: tuple[tuple[str, str], ...]
    semua: bool = False

    def unit(self, peran: Collection[str], kolom: str = "path") -> Q:
        """Return the condition "led, or served in one of these parts", at or below."""
        if self.semua:
            return Q()
        syarat = Q(pk__in=[])
        for kata, path in self.daftar:
            if kata == PIMPINAN or kata in peran:
                syarat |= di_bawah(path, kolom)
        return syarat

    def memimpin(self, unit: UnitKerja) -> bool:
        """Whether the aktor heads the unit or one above it."""
        return any(kata == PIMPINAN and unit.path.startswith(path) for kata, path in self.daftar)

    def boleh_menjelaskan(self, unit: UnitKerja) -> bool:
        """Whether one explains the distribution of ``unit``: its head, or who set its capaian.

        The root's capaian is decided outside; officers record it and answer for its distribution.
        """
        return self.memimpin(unit) or (
            unit.induk_id is None and self.petugas(unit, {"pengelola", "pejabat_pembina"})
        )

    def petugas(self, unit: UnitKerja, peran: Collection[str]) -> bool:
        """Whether the aktor serves over the unit in one of the parts."""
        return any(kata in peran and unit.path.startswith(path) for kata, path in self.daftar)


def jangkauan(*, aktor: Aktor, pada: dt.date) -> Jangkauan:
    """Return where the aktor leads and serves on the day: one query."""
    if aktor.adalah_sistem:
        return Jangkauan((), semua=True)
    baris = _jangkauan(instansi_id=aktor.instansi_id, pegawai_id=aktor.pegawai_id or 0, pada=pada)
    return Jangkauan(tuple((str(kata), str(path)) for kata, path in baris))


@kueri_siap(instansi_id=BigIntegerField(), pegawai_id=BigIntegerField(), pada=DateField())
def _jangkauan(instansi_id: Isian, pegawai_id: Isian, pada: Isian) -> QuerySet[Any, Any]:
    return (
        PeranPetugas.objects.filter(
            berlaku_pada(pada), instansi_id=instansi_id, pegawai_id=pegawai_id
        )
        .order_by()
        .values_list("peran", "unit__path")
        .union(
            Penugasan.objects.filter(
                berlaku_pada(pada),
                instansi_id=instansi_id,
                pegawai_id=pegawai_id,
                memimpin_unit=True,
            )
            .order_by()
            .annotate(kata=Value(PIMPINAN))
            .values_list("kata", "unit__path")
        )
    )
