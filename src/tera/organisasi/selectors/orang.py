"""Units and people an aktor may see."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from tera.core.aktor import Aktor
from tera.organisasi.models import AnggotaTim, HubunganPenilai, Pegawai, Penugasan, UnitKerja
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.organisasi.selectors.petugas import daftar_petugas

PERAN_PEMBACA = frozenset({"pengelola", "pyb", "pejabat_pembina", "auditor", "admin"})


def unit_terlihat(*, aktor: Aktor) -> QuerySet[UnitKerja]:
    """Return the units of the aktor's instansi: the tree is no secret inside it."""
    return UnitKerja.objects.filter(instansi_id=aktor.instansi_id)


def melihat_semua(daftar_peran: Iterable[tuple[str, str]]) -> bool:
    """Whether parts as an officer, as (peran, path), let one open everybody's profile."""
    return any(peran in PERAN_PEMBACA and _puncak(jalur) for peran, jalur in daftar_peran)


def pegawai_terlihat(
    *, aktor: Aktor, pada: dt.date, daftar_peran: list[tuple[str, str]] | None = None
) -> QuerySet[Pegawai]:
    """Return the people whose profile the aktor may open on the day.

    Oneself, those one rates or whose rater one supervises, members of one's team, and for officers
    everybody with an assignment in their units; officers of the top unit also see people without.
    ``daftar_peran``: the aktor's parts of the day, when they are known already.
    """
    semua = Pegawai.objects.filter(instansi_id=aktor.instansi_id)
    if aktor.adalah_sistem:
        return semua
    if daftar_peran is None:
        daftar_peran = daftar_petugas(aktor=aktor, pada=pada)
    if melihat_semua(daftar_peran):
        return semua
    petugas = [jalur for peran, jalur in daftar_peran if peran in PERAN_PEMBACA]
    syarat = Q(pk=aktor.pegawai_id)
    syarat |= Q(
        pk__in=HubunganPenilai.objects.filter(
            berlaku_pada(pada),
            Q(penilai_id=aktor.pegawai_id) | Q(atasan_penilai_id=aktor.pegawai_id),
        ).values("penugasan__pegawai_id")
    )
    syarat |= Q(
        pk__in=AnggotaTim.objects.filter(
            berlaku_pada(pada), berlaku_pada(pada, "tim__"), tim__ketua_id=aktor.pegawai_id
        ).values("pegawai_id")
    )
    if petugas:
        di_unit = Q()
        for jalur in petugas:
            di_unit |= Q(unit__path__gte=jalur, unit__path__lt=jalur + "~")
        syarat |= Q(
            pk__in=Penugasan.objects.filter(di_unit, instansi_id=aktor.instansi_id).values(
                "pegawai_id"
            )
        )
    return semua.filter(syarat)


def _puncak(jalur: str) -> bool:
    """Whether a path is that of a top unit: "<instansi>/<unit>/"."""
    return jalur.rstrip("/").count("/") <= 1
