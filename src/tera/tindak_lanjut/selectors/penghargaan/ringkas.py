"""Counts of reward for the room's first page."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from tera.core.aktor import Aktor
from tera.organisasi.models import Instansi
from tera.tindak_lanjut.models import CalonPenghargaan, KoreksiRekam, PutaranPenghargaan


@dataclass(frozen=True, slots=True)
class RingkasanPenghargaan:
    """Rounds that take proposals, awards whose consent is open, corrections to answer."""

    dibuka: int
    menunggu_saya: int
    koreksi: int


def ringkasan(*, aktor: Aktor) -> RingkasanPenghargaan:
    """Return the counts: one query. Corrections are counted over the whole instansi."""
    saya = aktor.pegawai_id or 0
    dibuka = PutaranPenghargaan.objects.filter(status="dibuka", usul_sampai__gte=aktor.hari_ini)
    menunggu = CalonPenghargaan.objects.filter(
        pegawai_id=saya,
        status="ditetapkan",
        setuju_nama__isnull=True,
        putaran__status=PutaranPenghargaan.Status.DIUMUMKAN,
    )
    koreksi = KoreksiRekam.objects.filter(status="diajukan").exclude(pegawai_id=saya)
    return RingkasanPenghargaan(
        *Instansi.objects.values_list(_jumlah(dibuka), _jumlah(menunggu), _jumlah(koreksi)).get(
            pk=aktor.instansi_id
        )
    )


def _jumlah(daftar: QuerySet[Any]) -> Coalesce:
    hitung = (
        daftar.filter(instansi_id=OuterRef("pk"))
        .order_by()
        .values("instansi_id")
        .annotate(n=Count("pk"))
        .values("n")
    )
    return Coalesce(Subquery(hitung, output_field=IntegerField()), 0)
