"""Which parts (*peran*) a person plays towards an assignment or a unit, on a day."""

import datetime as dt
from collections.abc import Callable, Collection
from typing import Any

from django.db.models import BigIntegerField, DateField, Exists, OuterRef, QuerySet, Subquery

from tera.core.aktor import Aktor
from tera.core.kueri import Isian, kueri_siap
from tera.organisasi.models import (
    AnggotaTim,
    HubunganPenilai,
    Penugasan,
    Penyiap,
    PeranPetugas,
    UnitKerja,
)
from tera.organisasi.selectors.penilai import berlaku_pada, penilai_pada
from tera.organisasi.selectors.petugas import cakupan_petugas, daftar_petugas

PETUGAS = frozenset(PeranPetugas.Peran.values)
SISTEM = "sistem"
__all__ = [
    "boleh_petugas",
    "cakupan_petugas",
    "daftar_petugas",
    "jangkauan_petugas",
    "peran_petugas",
    "peran_terhadap",
]


def peran_terhadap(*, aktor: Aktor, penugasan: Penugasan, pada: dt.date) -> frozenset[str]:
    """Return every part the aktor plays towards the holder of ``penugasan`` on the day.

    Two queries; more only where no relation is recorded. Someone of another instansi plays no
    part, except a rater by letter.
    """
    if aktor.adalah_sistem:
        return frozenset({SISTEM}) if aktor.instansi_id == penugasan.instansi_id else frozenset()
    if aktor.pegawai_id is None:
        return frozenset()
    hubungan, penilai, atasan, ketua, penyiap = _hubungan(
        penugasan_id=penugasan.pk, saya=aktor.pegawai_id, pada=pada
    )[0]
    peran: set[str] = set()
    if aktor.pegawai_id == penugasan.pegawai_id:
        peran.add("pegawai")
    else:
        if hubungan is None:
            hasil = penilai_pada(penugasan=penugasan, pada=pada)
            penilai = hasil.penilai.pk if hasil.penilai else None
            atasan = hasil.atasan_penilai.pk if hasil.atasan_penilai else None
        if penilai == aktor.pegawai_id:
            peran.add("penilai")
        if atasan == aktor.pegawai_id:
            peran.add("atasan_penilai")
    if aktor.instansi_id != penugasan.instansi_id:
        return frozenset(peran)
    if ketua:
        peran.add("ketua_tim")
    if penyiap:
        peran.add("penyiap")
    petugas = daftar_petugas(aktor=aktor, pada=pada)
    if petugas:
        jalur = penugasan.unit.path
        peran |= {kata for kata, awalan in petugas if jalur.startswith(awalan)}
    return frozenset(peran)


@kueri_siap(penugasan_id=BigIntegerField(), saya=BigIntegerField(), pada=DateField())
def _hubungan(penugasan_id: Isian, saya: Isian, pada: Isian) -> QuerySet[Any, Any]:
    """The recorded relation with its two people; whether one leads a team or prepares."""
    tercatat = HubunganPenilai.objects.filter(
        berlaku_pada(pada), penugasan=OuterRef("pk")
    ).order_by("pk")
    return (
        Penugasan.objects.filter(pk=penugasan_id)
        .annotate(
            hubungan=Subquery(tercatat.values("pk")[:1]),
            penilai=Subquery(tercatat.values("penilai_id")[:1]),
            atasan=Subquery(tercatat.values("atasan_penilai_id")[:1]),
            ketua=Exists(
                AnggotaTim.objects.filter(
                    berlaku_pada(pada),
                    berlaku_pada(pada, "tim__"),
                    pegawai_id=OuterRef("pegawai_id"),
                    tim__ketua_id=saya,
                )
            ),
            penyiap=Exists(
                Penyiap.objects.filter(
                    berlaku_pada(pada), pejabat_id=OuterRef("pegawai_id"), penyiap_id=saya
                )
            ),
        )
        .values_list("hubungan", "penilai", "atasan", "ketua", "penyiap")
    )


def peran_petugas(*, aktor: Aktor, pada: dt.date) -> frozenset[str]:
    """Return the officer's parts the aktor plays in any unit on the day; one query."""
    if aktor.adalah_sistem:
        return frozenset({SISTEM})
    return frozenset(peran for peran, _ in daftar_petugas(aktor=aktor, pada=pada))


def boleh_petugas(
    *, aktor: Aktor, unit: UnitKerja | None, pada: dt.date, peran: str | Collection[str]
) -> bool:
    """Whether the aktor plays ``peran`` (one or several) over ``unit``; None: over any unit."""
    return jangkauan_petugas(aktor=aktor, pada=pada, peran=peran)(unit)


def jangkauan_petugas(
    *, aktor: Aktor, pada: dt.date, peran: str | Collection[str]
) -> Callable[[UnitKerja | None], bool]:
    """Return ``boleh_petugas`` for many units: the parts are asked once."""
    dicari = {peran} if isinstance(peran, str) else set(peran)
    jalur = (
        []
        if aktor.adalah_sistem
        else [awalan for kata, awalan in daftar_petugas(aktor=aktor, pada=pada) if kata in dicari]
    )

    def boleh(unit: UnitKerja | None) -> bool:
        if unit is None:
            return aktor.adalah_sistem or bool(jalur)
        if unit.instansi_id != aktor.instansi_id:
            return False
        return aktor.adalah_sistem or any(unit.path.startswith(awalan) for awalan in jalur)

    return boleh
