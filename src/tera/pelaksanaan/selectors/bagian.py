"""How much of the plan was reported and verified in the period that holds a month: a share.

What is *reached* isn't used: a realisation counts from the start of the year, so a year's target
is reached in its last months, and a share of it would cut everybody's January.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import CharField, Count, F, Subquery, Value

from tera.organisasi.models import JenisPeriode, Periode
from tera.pelaksanaan.models import Realisasi, StatusLaporan
from tera.pelaksanaan.selectors.kerja import STATUS_BERLAKU
from tera.skp.models import IndikatorKinerja


@dataclass(frozen=True, slots=True)
class BagianTerverifikasi:
    """One assignment's plan in the period: its indicators, and those whose report was verified."""

    indikator: int
    diverifikasi: int

    @property
    def bagian(self) -> Decimal:
        """The share, between 0 and 1."""
        return Decimal(min(self.diverifikasi, self.indikator)) / self.indikator


def bagian_terverifikasi(
    *, instansi_id: int, daftar_penugasan: Collection[int], awal: dt.date, akhir: dt.date
) -> dict[int, BagianTerverifikasi]:
    """Return the share per assignment for the month from ``awal`` to ``akhir``: one query.

    The shortest monthly or quarterly period that holds the month counts. Without one, or without
    a plan in force with indicators, an assignment has no key: nobody knows, which isn't nothing.
    """
    periode = Periode.objects.filter(
        instansi_id=instansi_id,
        jenis__in=[JenisPeriode.BULANAN, JenisPeriode.TRIWULAN],
        mulai__lte=awal,
        selesai__gte=akhir,
    ).order_by(F("selesai") - F("mulai"), "pk")
    rencana = (
        IndikatorKinerja.objects.filter(
            rhk__skp__penugasan__in=daftar_penugasan,
            rhk__skp__tahun=Subquery(periode.values("tahun")[:1]),
            rhk__skp__status__in=STATUS_BERLAKU,
            rhk__skp__mulai__lte=akhir,
            rhk__skp__selesai__gte=awal,
        )
        .order_by()
        .values_list(Value("rencana", CharField()), "rhk__skp__penugasan_id")
        .annotate(n=Count("kunci", distinct=True))
    )
    terverifikasi = (
        Realisasi.objects.filter(
            penugasan__in=daftar_penugasan,
            periode=Subquery(periode.values("pk")[:1]),
            status=StatusLaporan.DIVERIFIKASI,
        )
        .order_by()
        .values_list(Value("terverifikasi", CharField()), "penugasan_id")
        .annotate(n=Count("indikator_kunci", distinct=True))
    )
    hitung: dict[str, dict[int, int]] = {"rencana": {}, "terverifikasi": {}}
    for hal, tugas, n in rencana.union(terverifikasi, all=True):
        hitung[hal][tugas] = n
    return {
        tugas: BagianTerverifikasi(n, hitung["terverifikasi"].get(tugas, 0))
        for tugas, n in hitung["rencana"].items()
        if n
    }
