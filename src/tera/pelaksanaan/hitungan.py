"""The kept counts of reported work per unit and period: see ``tera.organisasi.hitungan``."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db.models import (
    BigIntegerField,
    Count,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
)
from django.db.models.lookups import Exact

from tera.core.kueri import Isian
from tera.organisasi.hitungan import BarisUnit, Rekap, di_instansi
from tera.organisasi.hitungan.pemicu import Pemicu
from tera.organisasi.models import Penugasan, Periode
from tera.pelaksanaan.models import HitunganKerja, Realisasi, StatusLaporan
from tera.pelaksanaan.selectors.kerja import STATUS_BERLAKU
from tera.skp.models import SKP


class RekapKerja(Rekap):
    """People with a plan in force in the period, who reported, and the rows they reported."""

    lingkup = "kerja"
    model = HitunganKerja
    kolom = ("orang", "melapor", "dilaporkan", "diverifikasi", "tercapai")
    bidang = {"tahun": IntegerField(), "mulai": DateField(), "selesai": DateField()}
    asal = {
        "unit": lambda nomor: nomor,
        "tugas": lambda nomor: Penugasan.objects.filter(pk__in=nomor).values("unit_id"),
        "periode": lambda nomor: HitunganKerja.objects.filter(kunci__in=nomor).values("unit_id"),
    }

    def kueri(
        self, unit: QuerySet[Any, Any], *, varian: Any, **isian: Isian
    ) -> tuple[QuerySet[Any, Any], ...]:
        """People; their rows in the period."""
        berlaku = SKP.objects.filter(
            tahun=isian["tahun"],
            status__in=STATUS_BERLAKU,
            mulai__lte=isian["selesai"],
            selesai__gte=isian["mulai"],
        )
        orang: QuerySet[Any, Any] = (
            berlaku.filter(di_instansi("penugasan__unit"), penugasan__unit_id__in=unit)
            .order_by()
            .values_list("penugasan__unit_id")
            .annotate(n=Count("penugasan", distinct=True))
        )
        baris: QuerySet[Any, Any] = (
            Realisasi.objects.filter(
                Exists(
                    berlaku.filter(
                        di_instansi("penugasan__unit"), penugasan_id=OuterRef("penugasan_id")
                    )
                ),
                # A sum, not the column: SQLite would read everybody's rows of the period.
                Exact(
                    ExpressionWrapper(F("periode_id") + 0, output_field=BigIntegerField()),
                    isian["kunci"],
                ),
                penugasan__unit_id__in=unit,
            )
            .order_by()
            .values_list("penugasan__unit_id")
            .annotate(
                melapor=Count("penugasan", distinct=True),
                dilaporkan=Count("id", filter=Q(status=StatusLaporan.DILAPORKAN)),
                diverifikasi=Count("id", filter=Q(status=StatusLaporan.DIVERIFIKASI)),
                tercapai=Count("id", filter=Q(target_tercapai=True)),
            )
        )
        return orang, baris

    def susun(self, *daftar_baris: list[tuple[Any, ...]], hari: dt.date) -> Mapping[int, BarisUnit]:
        """One answer per unit; a unit without work has none."""
        orang, baris = daftar_baris
        hasil: dict[int, BarisUnit] = {}
        for unit_id, n in orang:
            hasil.setdefault(unit_id, BarisUnit()).angka["orang"] += n
        for unit_id, *angka in baris:
            hasil.setdefault(unit_id, BarisUnit()).angka.update(
                dict(zip(self.kolom[1:], angka, strict=True))
            )
        return hasil


def _p(model: Any, asal: str, nomor: str, *kolom: str, **lain: Any) -> Pemicu:
    return Pemicu("kerja", model, asal, nomor, kolom, **lain)


REKAP_KERJA = RekapKerja(
    _p(Realisasi, "tugas", "penugasan_id", "instansi_id", "penugasan_id", "periode_id", "status",
       "target_tercapai"),
    _p(SKP, "tugas", "penugasan_id", "instansi_id", "penugasan_id", "tahun", "status", "mulai",
       "selesai"),
    _p(Penugasan, "unit", "unit_id", "instansi_id", "unit_id"),
    _p(Periode, "periode", "id", "instansi_id", "tahun", "mulai", "selesai", ubah_saja=True),
)  # fmt: skip
