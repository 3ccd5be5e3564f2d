"""The part of the tree that somebody may look at: units by the paths from which they look down."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.db.models import BigIntegerField, CharField, DateField, QuerySet

from tera.core.kueri import Isian, KueriSiap, kueri_siap
from tera.organisasi.models import Penugasan, UnitKerja
from tera.organisasi.selectors.penilai import berlaku_pada


def jalur_dipimpin(*, pegawai_id: int | None, pada: dt.date) -> list[str]:
    """Return the paths of the units one heads on the day: one query."""
    return [] if pegawai_id is None else _dipimpin(pegawai_id=pegawai_id, pada=pada)


def unit_di(
    *,
    instansi_id: int,
    jalur: Collection[str],
    pk: int | None,
    per_pk: KueriSiap | None = None,
    per_path: KueriSiap | None = None,
    **nilai: Any,
) -> Any:
    """Return the unit ``pk`` if it is at or below one of the paths, without ``pk`` the first unit.

    None when there is none. One query; ``per_pk`` and ``per_path`` ask for more columns, with the
    values ``nilai``.
    """
    if not jalur:
        return None
    if pk is None:
        # A path is above everything that begins with it, and the order is that of the bytes.
        return (per_path or _per_path).satu(instansi_id=instansi_id, path=min(jalur), **nilai)
    satu = (per_pk or _per_pk).satu(instansi_id=instansi_id, pk=pk, **nilai)
    return satu if satu is not None and di_jalur(satu.path, jalur) else None


def boleh_induk(unit: UnitKerja, jalur: Collection[str]) -> bool:
    """Whether the unit above ``unit`` is at or below one of the paths too: its path says so."""
    return unit.induk_id is not None and di_jalur(unit.path[: -len(f"{unit.pk}/")], jalur)


def di_jalur(path: str, jalur: Collection[str]) -> bool:
    """Whether ``path`` is one of ``jalur`` or below one."""
    return any(path.startswith(satu) for satu in jalur)


@kueri_siap(pegawai_id=BigIntegerField(), pada=DateField())
def _dipimpin(pegawai_id: Isian, pada: Isian) -> QuerySet[Any, Any]:
    return Penugasan.objects.filter(
        berlaku_pada(pada), pegawai_id=pegawai_id, memimpin_unit=True
    ).values_list("unit__path", flat=True)


@kueri_siap(instansi_id=BigIntegerField(), pk=BigIntegerField())
def _per_pk(instansi_id: Isian, pk: Isian) -> QuerySet[Any, Any]:
    return UnitKerja.objects.filter(instansi_id=instansi_id, pk=pk)


@kueri_siap(instansi_id=BigIntegerField(), path=CharField())
def _per_path(instansi_id: Isian, path: Isian) -> QuerySet[Any, Any]:
    return UnitKerja.objects.filter(instansi_id=instansi_id, path=path)
