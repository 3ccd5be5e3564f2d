"""The periods in which a plan's work is reported, and the one of the day."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import BigIntegerField, DateField, Exists, IntegerField, OuterRef, Q, QuerySet

from tera.core.aktor import Aktor
from tera.core.kueri import Isian, kueri_siap
from tera.organisasi.models import JenisPeriode, Periode
from tera.pelaksanaan.models import PenutupanBahan
from tera.skp.models import SKP


def daftar_periode(*, skp: SKP) -> list[Periode]:
    """Return the periods in which the plan's work is reported: parts of its year, else the year.

    One query; only those the plan reaches, each with ``tertutup``: whether a decision stands on it
    or on its year.
    """
    daftar: list[Periode] = _periode(
        instansi=skp.instansi_id,
        tahun=skp.tahun,
        tugas=skp.penugasan_id,
        mulai=skp.mulai,
        selesai=skp.selesai,
    )
    bagian = [satu for satu in daftar if satu.jenis != JenisPeriode.TAHUNAN]
    return bagian or daftar


def semua_periode(*, aktor: Aktor) -> list[Periode]:
    """Return every period of the aktor's instansi, oldest first: one query."""
    daftar: list[Periode] = _semua(instansi=aktor.instansi_id)
    return daftar


@kueri_siap(instansi=BigIntegerField())
def _semua(instansi: Isian) -> QuerySet[Periode]:
    return Periode.objects.filter(instansi_id=instansi).order_by("tahun", "mulai", "urut")


@kueri_siap(
    instansi=BigIntegerField(),
    tahun=IntegerField(),
    tugas=BigIntegerField(),
    mulai=DateField(),
    selesai=DateField(),
)
def _periode(
    instansi: Isian, tahun: Isian, tugas: Isian, mulai: Isian, selesai: Isian
) -> QuerySet[Any]:
    tutup = PenutupanBahan.objects.filter(
        penugasan_id=tugas, periode__tahun=tahun, periode__selesai__gte=OuterRef("selesai")
    ).filter(Q(periode__jenis=OuterRef("jenis")) | Q(periode__jenis=JenisPeriode.TAHUNAN))
    return (
        Periode.objects.filter(instansi_id=instansi, tahun=tahun)
        .filter(mulai__lte=selesai, selesai__gte=mulai)
        .annotate(tertutup=Exists(tutup))
        .order_by("mulai", "jenis", "urut")
    )


def periode_kini(daftar: Sequence[Periode], pada: dt.date) -> Periode | None:
    """Return the period of the day; before the first the first, after the last the last."""
    for satu in daftar:
        if pada <= satu.selesai:
            return satu
    return daftar[-1] if daftar else None
