"""A unit's capaian: which unit counts for whom, what was set, and who may set it."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import (
    BigIntegerField,
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
)

from tera.core.aktor import Aktor
from tera.core.kueri import DaftarNomor, Isian, kueri_siap
from tera.evaluasi.models import CapaianOrganisasi, Evaluasi
from tera.organisasi import permissions as organisasi
from tera.organisasi.models import Periode, UnitKerja
from tera.organisasi.selectors.arah import jalur_ke_atas
from tera.organisasi.selectors.ringkas import unit_dipimpin
from tera.skp.selectors.rubrik import RubrikBerlaku, rubrik_berlaku


def unit_capaian(*, unit: UnitKerja) -> UnitKerja:
    """Return the unit whose capaian counts for people of ``unit``.

    The nearest unit at or above it that holds a perjanjian kinerja; without one, the unit itself.
    """
    leluhur = jalur_ke_atas(unit)
    calon: dict[int, UnitKerja] = {satu.pk: satu for satu in _pemegang(daftar=leluhur)}
    for pk in reversed(leluhur):
        if pk in calon:
            return calon[pk]
    return unit


def capaian_unit(*, unit: UnitKerja, periode: Periode) -> CapaianOrganisasi | None:
    """Return the capaian that was set for ``unit`` in ``periode``, if any."""
    capaian: CapaianOrganisasi | None = _capaian.satu(periode=periode.pk, daftar=[unit.pk])
    return capaian


def capaian_banyak(
    *, daftar: Iterable[UnitKerja], periode: Periode
) -> dict[int, tuple[UnitKerja, CapaianOrganisasi | None]]:
    """Return per unit's id the unit that counts and its capaian in the period: two queries."""
    daftar = list(daftar)
    leluhur = {pk for unit in daftar for pk in jalur_ke_atas(unit)}
    calon = {satu.pk: satu for satu in _pemegang(daftar=leluhur)}
    dipakai = {
        unit.pk: next((calon[pk] for pk in reversed(jalur_ke_atas(unit)) if pk in calon), unit)
        for unit in daftar
    }
    capaian = {
        satu.unit_id: satu
        for satu in _capaian(periode=periode.pk, daftar={unit.pk for unit in dipakai.values()})
    }
    return {pk: (unit, capaian.get(unit.pk)) for pk, unit in dipakai.items()}


@kueri_siap(daftar=DaftarNomor())
def _pemegang(daftar: Isian) -> QuerySet[UnitKerja]:
    return UnitKerja.objects.filter(pk__in=daftar, punya_perjanjian_kinerja=True)


@kueri_siap(periode=BigIntegerField(), daftar=DaftarNomor())
def _capaian(periode: Isian, daftar: Isian) -> QuerySet[CapaianOrganisasi]:
    return CapaianOrganisasi.objects.filter(periode=periode, unit__in=daftar).select_related("unit")


def memimpin_unit_capaian(*, evaluasi: Evaluasi) -> bool:
    """Whether the person heads the unit whose capaian counts: then it becomes their rating."""
    penugasan = evaluasi.skp.penugasan
    return penugasan.memimpin_unit and unit_capaian(unit=penugasan.unit).pk == penugasan.unit_id


def rubrik_evaluasi(*, evaluasi: Evaluasi) -> RubrikBerlaku:
    """Return the rubrik both sides have read since the plan was set: one query."""
    skp = evaluasi.skp
    return rubrik_berlaku(instansi_id=evaluasi.instansi_id, pada=skp.ditetapkan_pada or skp.mulai)


def unit_ditetapkan(*, aktor: Aktor, pada: dt.date, petugas: bool) -> QuerySet[UnitKerja]:
    """Return the units whose capaian the aktor may set: those below a unit that the aktor heads.

    That of the root is set by ``petugas``: pengelola and pejabat pembina.
    """
    atas = (
        unit_dipimpin(aktor=aktor, pada=pada)
        .exclude(pk=OuterRef("pk"))
        .annotate(jalur=ExpressionWrapper(OuterRef("path"), CharField()))
        .filter(jalur__startswith=F("path"))
    )
    boleh = Q(Exists(atas), induk__isnull=False)
    if petugas:
        boleh |= Q(induk__isnull=True)
    return _pemegang_kini(aktor, pada).filter(boleh)


def _pemegang_kini(aktor: Aktor, pada: dt.date) -> QuerySet[UnitKerja]:
    return (
        UnitKerja.objects.filter(instansi_id=aktor.instansi_id)
        .filter(Q(punya_perjanjian_kinerja=True) | Q(induk__isnull=True))
        .exclude(sampai__lt=pada)
    )


def daftar_capaian(
    *, aktor: Aktor, periode: Periode
) -> list[tuple[UnitKerja, CapaianOrganisasi | None, bool]]:
    """Return units that hold a perjanjian kinerja with their capaian and whether aktor may set it.

    Seen by the heads above and by officers; three queries whatever the number of units.
    """
    pada = aktor.hari_ini
    daftar = list(_pemegang_kini(aktor, pada).order_by("path"))
    capaian = {
        c.unit_id: c for c in CapaianOrganisasi.objects.filter(periode=periode, unit__in=daftar)
    }
    dipimpin = {
        str(p) for p in unit_dipimpin(aktor=aktor, pada=pada).values_list("path", flat=True)
    }
    petugas = bool(
        organisasi.peran_petugas(aktor=aktor, pada=pada) & {"pengelola", "pejabat_pembina"}
    )
    hasil = []
    for unit in daftar:
        atas = any(unit.path.startswith(path) and unit.path != path for path in dipimpin)
        boleh = petugas if unit.induk_id is None else atas
        if boleh or petugas or any(path.startswith(unit.path) for path in dipimpin):
            hasil.append((unit, capaian.get(unit.pk), boleh))
    return hasil
