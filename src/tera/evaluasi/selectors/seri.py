"""The periodic results a yearly evaluation is compared with."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from tera.core.kueri import DaftarNomor, Isian, kueri_siap
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.selectors.kertas import SUDAH_DITETAPKAN
from tera.organisasi.models import JenisPeriode


@kueri_siap(pegawai=DaftarNomor(), tahun=DaftarNomor())
def _predikat_periodik(pegawai: Isian, tahun: Isian) -> QuerySet[Any, Any]:
    return (
        Evaluasi.objects.filter(
            pegawai__in=pegawai, periode__tahun__in=tahun, status__in=SUDAH_DITETAPKAN
        )
        .exclude(periode__jenis=JenisPeriode.TAHUNAN)
        .order_by("periode__selesai", "pk")
        .values_list("pegawai_id", "periode__tahun", "predikat")
    )


def seri_periodik(*, evaluasi: Evaluasi) -> tuple[str, ...]:
    """Return the person's set periodic predikat of the year, oldest first: one query."""
    return seri_banyak(daftar=[evaluasi])[evaluasi.pk]


def seri_banyak(*, daftar: Collection[Evaluasi]) -> dict[int, tuple[str, ...]]:
    """Return the same per evaluation's id for many of one year: one query."""
    if not daftar:
        return {}
    tahun = {satu.periode.tahun for satu in daftar}
    hasil: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for pegawai_id, th, predikat in _predikat_periodik(
        pegawai=[satu.pegawai_id for satu in daftar], tahun=tahun
    ):
        hasil[pegawai_id, th].append(predikat)
    return {satu.pk: tuple(hasil[satu.pegawai_id, satu.periode.tahun]) for satu in daftar}
