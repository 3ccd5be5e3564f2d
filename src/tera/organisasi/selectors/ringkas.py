"""Short answers the frame and home ask on every page: one query each."""

import datetime as dt
from typing import Any

from django.db.models import (
    BigIntegerField,
    Count,
    DateField,
    Exists,
    FilteredRelation,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)

from tera.core.aktor import Aktor
from tera.core.kueri import Isian, kueri_siap
from tera.organisasi.models import (
    HubunganPenilai,
    Instansi,
    LaporanPenilai,
    Pegawai,
    Penugasan,
    UnitKerja,
)
from tera.organisasi.selectors.penilai import berlaku_pada


def menilai_seseorang(*, aktor: Aktor, pada: dt.date) -> bool:
    """Whether the aktor rates anyone on the day."""
    return aktor.pegawai_id is not None and bool(_menilai(penilai_id=aktor.pegawai_id, pada=pada))


def bagian_dari_baris(baris: list[Any]) -> tuple[frozenset[str], bool]:
    """Return the parts as an officer and whether one rates anyone, from rows of ``susun_bilah``.

    Whatever columns follow; no row, of the system or an account without person, is neither.
    """
    return (
        frozenset(satu[0] for satu in baris if satu[0]),
        any(satu[1] for satu in baris),
    )


def susun_bilah(instansi_id: Isian, pegawai_id: Isian, pada: Isian) -> QuerySet[Any, Any]:
    """Return the query of the frame: (part, rates anyone) for each part, at least one row.

    The face that draws the frame may ask more in the same query.
    """
    return (
        Pegawai.objects.filter(pk=pegawai_id)
        .annotate(
            tugas=FilteredRelation(
                "peran_petugas",
                condition=berlaku_pada(pada, "peran_petugas__")
                & Q(peran_petugas__instansi_id=instansi_id),
            ),
            menilai=Exists(
                HubunganPenilai.objects.filter(berlaku_pada(pada), penilai_id=pegawai_id)
            ),
        )
        .values_list("tugas__peran", "menilai")
    )


@kueri_siap(penilai_id=BigIntegerField(), pada=DateField())
def _menilai(penilai_id: Isian, pada: Isian) -> QuerySet[Any, Any]:
    return HubunganPenilai.objects.filter(berlaku_pada(pada), penilai_id=penilai_id).values_list(
        "pk", flat=True
    )[:1]


def hitungan_petugas(*, aktor: Aktor, pada: dt.date) -> tuple[int, int]:
    """Return open reports of a wrong rater, and assignments that nobody may rate: one query."""
    baris = _petugas.satu(instansi=aktor.instansi_id, pada=pada)
    return (baris[0] or 0, baris[1] or 0) if baris else (0, 0)


@kueri_siap(instansi=BigIntegerField(), pada=DateField())
def _petugas(instansi: Isian, pada: Isian) -> QuerySet[Any, Any]:
    laporan = LaporanPenilai.objects.filter(
        instansi_id=OuterRef("pk"), status__in=["dilaporkan", "diproses"]
    )
    # Without an obstacle nothing is amiss: nobody rates a kepala daerah.
    # The relation's own instansi is that of its assignment; the index of those without a rater
    # (``hubungan_tanpa_penilai``) holds it, so the count reads the few, not everybody.
    tanpa = HubunganPenilai.objects.filter(
        berlaku_pada(pada), penilai__isnull=True, instansi_id=OuterRef("pk")
    ).exclude(kendala="")
    return (
        Instansi.objects.filter(pk=instansi)
        .annotate(
            n_laporan=_jumlah(laporan.order_by().values("instansi_id")),
            n_tanpa=_jumlah(tanpa.order_by().values("instansi_id")),
        )
        .values_list("n_laporan", "n_tanpa")
    )


def _jumlah(kelompok: QuerySet[Any, Any]) -> Subquery:
    return Subquery(kelompok.annotate(n=Count("pk")).values("n"), output_field=IntegerField())


def unit_dipimpin(*, aktor: Aktor, pada: dt.date) -> QuerySet[UnitKerja]:
    """Return the units the aktor heads on the day, definitive or acting."""
    return UnitKerja.objects.filter(
        pk__in=Penugasan.objects.filter(
            berlaku_pada(pada), pegawai_id=aktor.pegawai_id or 0, memimpin_unit=True
        ).values("unit_id")
    )
