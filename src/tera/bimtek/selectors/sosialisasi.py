"""Courses given to units: what waits for one person, how far the units are, whom one rates."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    CharField,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce, Concat

from tera.bimtek.models import KemajuanModul, Sosialisasi
from tera.bimtek.permissions import PELATIH, PENGELOLA
from tera.core.aktor import Aktor
from tera.core.kueri import Isian
from tera.organisasi.models import HubunganPenilai, Pegawai, Penugasan, UnitKerja
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.organisasi.selectors.petugas import cakupan_petugas

#: A unit with fewer people isn't shown alone.
K_UNIT = 5
PEMBERI = frozenset({PELATIH, PENGELOLA})


def untuk_orang(*, saya: int | Isian, pada: dt.date | Isian) -> QuerySet[Any]:
    """Return what runs for a person on the day, with ``dibaca``: modules read of that version."""
    dibaca = (
        KemajuanModul.objects.filter(
            pegawai_id=saya, kursus=OuterRef("kursus"), versi__gte=OuterRef("versi")
        )
        .order_by()
        .values("pegawai_id")
        .annotate(n=Count("pk"))
        .values("n")
    )
    di_unit = (
        Penugasan.objects.filter(
            berlaku_pada(pada), pegawai_id=saya, instansi_id=OuterRef("instansi_id")
        )
        .annotate(
            awal=ExpressionWrapper(OuterRef("unit__path"), output_field=CharField()),
            akhir=Concat(OuterRef("unit__path"), Value("~"), output_field=CharField()),
        )
        .filter(unit__path__gte=F("awal"), unit__path__lt=F("akhir"))
    )
    return Sosialisasi.objects.filter(Exists(di_unit), dihentikan_pada__isnull=True).annotate(
        dibaca=Coalesce(Subquery(dibaca, output_field=IntegerField()), Value(0))
    )


def belum_selesai(*, saya: int | Isian, pada: dt.date | Isian) -> QuerySet[Any]:
    """Return what a person still has to read."""
    return untuk_orang(saya=saya, pada=pada).filter(dibaca__lt=F("jumlah_modul"))


def sosialisasi_diurus(*, aktor: Aktor, pada: dt.date) -> QuerySet[Sosialisasi]:
    """Return what was given in units the aktor trains or looks after: one query before it."""
    return Sosialisasi.objects.filter(
        cakupan_petugas(aktor=aktor, pada=pada, peran=PEMBERI, kolom="unit__path"),
        instansi_id=aktor.instansi_id,
    ).select_related("unit")


def sosialisasi_penilai(*, aktor: Aktor, pada: dt.date) -> QuerySet[Sosialisasi]:
    """Return what runs in the units of people the aktor rates."""
    dinilai = (
        HubunganPenilai.objects.filter(
            berlaku_pada(pada),
            berlaku_pada(pada, "penugasan__"),
            penilai_id=aktor.pegawai_id or 0,
            instansi_id=OuterRef("instansi_id"),
        )
        .annotate(
            awal=ExpressionWrapper(OuterRef("unit__path"), output_field=CharField()),
            akhir=Concat(OuterRef("unit__path"), Value("~"), output_field=CharField()),
        )
        .filter(penugasan__unit__path__gte=F("awal"), penugasan__unit__path__lt=F("akhir"))
    )
    return Sosialisasi.objects.filter(
        Exists(dinilai), instansi_id=aktor.instansi_id, dihentikan_pada__isnull=True
    ).select_related("unit")


def orang_di(*, satu: Sosialisasi, pada: dt.date) -> QuerySet[Penugasan]:
    """Return the posts held on the day in the unit and everything below it."""
    path = satu.unit.path
    return Penugasan.objects.filter(
        berlaku_pada(pada),
        instansi_id=satu.instansi_id,
        unit__path__gte=path,
        unit__path__lt=path + "~",
    )


def pegawai_selesai(*, satu: Sosialisasi) -> QuerySet[Any, Any]:
    """Return, as ``pegawai_id``, who read every module in that version or a later one."""
    return (
        KemajuanModul.objects.filter(
            instansi_id=satu.instansi_id, kursus=satu.kursus, versi__gte=satu.versi
        )
        .order_by()
        .values("pegawai_id")
        .annotate(n=Count("pk"))
        .filter(n__gte=satu.jumlah_modul)
        .values("pegawai_id")
    )


def pegawai_belum(*, satu: Sosialisasi, pada: dt.date) -> QuerySet[Pegawai]:
    """Return who is asked and hasn't finished."""
    return Pegawai.objects.filter(
        pk__in=orang_di(satu=satu, pada=pada).values("pegawai_id")
    ).exclude(pk__in=pegawai_selesai(satu=satu))


def belum_dinilai_saya(*, aktor: Aktor, satu: Sosialisasi, pada: dt.date) -> QuerySet[Pegawai]:
    """Return who hasn't finished among the people the aktor rates, by name."""
    milik = HubunganPenilai.objects.filter(
        berlaku_pada(pada),
        berlaku_pada(pada, "penugasan__"),
        penilai_id=aktor.pegawai_id or 0,
        instansi_id=aktor.instansi_id,
    )
    return (
        pegawai_belum(satu=satu, pada=pada)
        .filter(pk__in=milik.values("penugasan__pegawai_id"))
        .order_by("nama", "pk")
    )


@dataclass(frozen=True, slots=True)
class HitunganUnit:
    """How many people of a unit finished; ``nama`` "" for the small units together."""

    nama: str
    orang: int
    selesai: int


@dataclass(frozen=True, slots=True)
class KemajuanSosialisasi:
    """The whole, and its units where enough people are."""

    orang: int
    selesai: int
    per_unit: tuple[HitunganUnit, ...]


def kemajuan_sosialisasi(*, satu: Sosialisasi, pada: dt.date) -> KemajuanSosialisasi:
    """Return the counts: two queries. Small units stand together, so that none is one person."""
    daftar: QuerySet[Any, Any] = orang_di(satu=satu, pada=pada).order_by()
    hitung: dict[str, Any] = {
        "orang": Count("pegawai_id", distinct=True),
        "selesai": Count(
            "pegawai_id", distinct=True, filter=Q(pegawai_id__in=pegawai_selesai(satu=satu))
        ),
    }
    semua = daftar.aggregate(**hitung)
    baris = [
        HitunganUnit(*nilai)
        for nilai in daftar.values("unit_id")
        .annotate(**hitung)
        .order_by("unit__path")
        .values_list("unit__nama", "orang", "selesai")
    ]
    return KemajuanSosialisasi(semua["orang"], semua["selesai"], _gabung_kecil(baris))


def _gabung_kecil(baris: list[HitunganUnit]) -> tuple[HitunganUnit, ...]:
    """Units under ``K_UNIT`` in one row; where that row is small too the next smallest joins it."""
    tampil = [satu for satu in baris if satu.orang >= K_UNIT]
    sisa = [satu for satu in baris if satu.orang < K_UNIT]
    while sisa and tampil and sum(satu.orang for satu in sisa) < K_UNIT:
        terkecil = min(tampil, key=lambda satu: satu.orang)
        tampil.remove(terkecil)
        sisa.append(terkecil)
    orang = sum(satu.orang for satu in sisa)
    if orang >= K_UNIT:
        tampil.append(HitunganUnit("", orang, sum(satu.selesai for satu in sisa)))
    return tuple(tampil)


def unit_diurus(*, aktor: Aktor, pada: dt.date) -> QuerySet[UnitKerja]:
    """Return the units a course may be given to: those one has the part for."""
    return UnitKerja.objects.filter(
        cakupan_petugas(aktor=aktor, pada=pada, peran=PEMBERI),
        berlaku_pada(pada),
        instansi_id=aktor.instansi_id,
    )


def unit_pilihan(*, aktor: Aktor, pada: dt.date) -> QuerySet[UnitKerja]:
    """Return those of them that a form offers: the tops of one's area, and every OPD in it."""
    semua = unit_diurus(aktor=aktor, pada=pada)
    opd = UnitKerja.objects.filter(instansi_id=aktor.instansi_id, opd__isnull=False).values("opd")
    return semua.filter(
        Q(induk__isnull=True) | Q(pk__in=opd) | ~Q(induk__in=semua.values("pk"))
    ).order_by("path")
