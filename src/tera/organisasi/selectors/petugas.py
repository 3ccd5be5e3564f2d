"""Officers: which parts over which units, as rows and as a condition for lists."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import Concat

from tera.core.aktor import Aktor
from tera.core.kueri import Isian, kueri_siap
from tera.organisasi.models import Pegawai, Penugasan, PeranPetugas
from tera.organisasi.selectors.penilai import berlaku_pada


def daftar_petugas(*, aktor: Aktor, pada: dt.date) -> list[tuple[str, str]]:
    """Return (peran, path of its unit) of the aktor on the day; one query."""
    if aktor.pegawai_id is None:
        return []
    return _peran(instansi_id=aktor.instansi_id, pegawai_id=aktor.pegawai_id, pada=pada)


def peran_seluruh_instansi(*, aktor: Aktor, pada: dt.date) -> frozenset[str]:
    """Return the parts the aktor plays over the whole instansi, not only below it; one query."""
    akar = f"{aktor.instansi_id}/"
    return frozenset(
        peran
        for peran, path in daftar_petugas(aktor=aktor, pada=pada)
        if path.removeprefix(akar).count("/") == 1
    )


@kueri_siap(instansi_id=BigIntegerField(), pegawai_id=BigIntegerField(), pada=DateField())
def _peran(instansi_id: Isian, pegawai_id: Isian, pada: Isian) -> QuerySet[Any, Any]:
    return PeranPetugas.objects.filter(
        berlaku_pada(pada), instansi_id=instansi_id, pegawai_id=pegawai_id
    ).values_list("peran", "unit__path")


def nama_pengelola(*, aktor: Aktor, pada: dt.date) -> list[str]:
    """Return who can help: the pengelola kinerja nearest to the aktor's unit, at most two names."""
    jalur = (
        Penugasan.objects.filter(berlaku_pada(pada), pegawai_id=aktor.pegawai_id or 0)
        .order_by("-sejak")
        .values_list("unit__path", flat=True)
        .first()
    )
    if jalur is None:
        return []
    calon = [
        satu
        for satu in PeranPetugas.objects.filter(
            berlaku_pada(pada), instansi_id=aktor.instansi_id, peran="pengelola"
        ).select_related("unit", "pegawai")
        if str(jalur).startswith(satu.unit.path)
    ]
    terdekat = max((len(satu.unit.path) for satu in calon), default=0)
    return [satu.pegawai.nama_lengkap for satu in calon if len(satu.unit.path) == terdekat][:2]


def cakupan_petugas(
    *, aktor: Aktor, pada: dt.date, peran: Collection[str], kolom: str = "path"
) -> Q:
    """Return the condition "in a unit the aktor serves as ``peran``", on the path column ``kolom``.

    The system serves the whole instansi; nobody's answer is a condition that never holds.
    """
    if aktor.adalah_sistem:
        return Q()
    syarat = Q(pk__in=[])
    for kata, awalan in daftar_petugas(aktor=aktor, pada=pada):
        if kata in peran:
            # Path prefix as a range: both databases use the index (docs/adr/0004-pohon.md).
            syarat |= Q(**{f"{kolom}__gte": awalan, f"{kolom}__lt": awalan + "~"})
    return syarat


def petugas_unit(
    *, instansi_id: int, path: str, pada: dt.date, peran: Collection[str]
) -> list[tuple[str, Pegawai]]:
    """Return (peran, person) of the officers over the unit at ``path``, by name: one query."""
    return [
        (satu.peran, satu.pegawai)
        for satu in PeranPetugas.objects.filter(
            berlaku_pada(pada), instansi_id=instansi_id, peran__in=peran
        )
        .select_related("unit", "pegawai")
        .order_by("pegawai__nama", "pk")
        if path.startswith(satu.unit.path)
    ]


def ada_petugas(
    *,
    jalur: str,
    pada: dt.date | Isian,
    peran: Collection[str],
    saya: int | Isian | None = None,
    bukan: Collection[str] = (),
    syarat: Q | None = None,
) -> Exists:
    """Return the condition "somebody serves as ``peran`` over the unit whose path is ``jalur``".

    ``jalur`` and ``bukan`` (people who don't count) are columns of the row that is asked about;
    ``saya``: it is this person; ``syarat``: a further condition on the officer's row.
    """
    daftar = PeranPetugas.objects.filter(
        berlaku_pada(pada), instansi_id=OuterRef("instansi_id"), peran__in=peran
    )
    if saya is not None:
        daftar = daftar.filter(pegawai_id=saya)
    if syarat is not None:
        daftar = daftar.filter(syarat)
    for kolom in bukan:
        daftar = daftar.exclude(pegawai_id=OuterRef(kolom))
    # The path of the row between the unit's path and everything below it.
    return Exists(
        daftar.annotate(
            letak=ExpressionWrapper(OuterRef(jalur), output_field=CharField()),
            sesudah=Concat("unit__path", Value("~")),
        ).filter(letak__gte=F("unit__path"), letak__lt=F("sesudah"))
    )
