"""Officers' parts: who holds which, where, on what letter."""

import datetime as dt

from django.db.models import Q, QuerySet

from tera.core.aktor import Aktor
from tera.organisasi.models import PeranPetugas
from tera.organisasi.selectors.orang import PERAN_PEMBACA
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.organisasi.selectors.petugas import cakupan_petugas


def peran_terlihat(*, aktor: Aktor, pada: dt.date) -> QuerySet[PeranPetugas]:
    """Return the parts the aktor holds, and as an officer those in one's units, newest first."""
    return (
        PeranPetugas.objects.filter(
            Q(pegawai_id=aktor.pegawai_id)
            | cakupan_petugas(aktor=aktor, pada=pada, peran=PERAN_PEMBACA, kolom="unit__path"),
            instansi_id=aktor.instansi_id,
        )
        .select_related("pegawai", "unit")
        .order_by("peran", "unit__path", "pegawai__nama", "-sejak")
    )


def petugas_unit(*, instansi_id: int, path: str, peran: str, pada: dt.date) -> list[PeranPetugas]:
    """Return the officers who hold ``peran`` over a unit, the nearest first."""
    daftar = PeranPetugas.objects.filter(
        berlaku_pada(pada), instansi_id=instansi_id, peran=peran
    ).select_related("pegawai", "unit")
    return sorted(
        (satu for satu in daftar if path.startswith(satu.unit.path)),
        key=lambda satu: -len(satu.unit.path),
    )
