"""The kept counts of evaluations per unit and period: see ``tera.organisasi.hitungan``."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db.models import (
    Count,
    DateField,
    Exists,
    IntegerField,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
)

from tera.core.kueri import Isian
from tera.evaluasi.models import Evaluasi, HitunganEvaluasi, PilihanPredikat, Swakaji
from tera.evaluasi.selectors.pembukaan import BERLAKU, syarat_jenis
from tera.organisasi.hitungan import SAMPAI_AKHIR, SEJAK_AWAL, BarisUnit, Rekap, di_instansi
from tera.organisasi.hitungan.pemicu import Pemicu
from tera.organisasi.models import Pegawai, Penugasan, Periode
from tera.skp.models import SKP

BELUM_DIBUKA = "belum_dibuka"
BELUM_SAMPAI = "belum_sampai"
SEHARI = dt.timedelta(days=1)


def syarat_belum_sampai(batas: dt.date | Isian) -> Q:
    """Return the condition "set before the day ``batas`` and not delivered"."""
    return Q(status=Evaluasi.Status.DITETAPKAN, ditetapkan_pada__lt=batas)


class RekapEvaluasi(Rekap):
    """People by state of their evaluation and by predikat.

    ``hari`` is the day before which a set result should have been delivered. ``varian`` is who is
    evaluated in this kind of period (``pembukaan.jenis_orang``); None for everyone.
    """

    lingkup = "evaluasi"
    model = HitunganEvaluasi
    kolom = (
        BELUM_DIBUKA, *Evaluasi.Status.values, *PilihanPredikat.values, "swakaji", BELUM_SAMPAI,
    )  # fmt: skip
    bidang = {"tahun": IntegerField(), "mulai": DateField(), "selesai": DateField()}
    asal = {
        "unit": lambda nomor: nomor,
        "tugas": lambda nomor: Penugasan.objects.filter(pk__in=nomor).values("unit_id"),
        "pegawai": lambda nomor: SKP.objects.filter(pegawai_id__in=nomor).values(
            "penugasan__unit_id"
        ),
        "skp": lambda nomor: SKP.objects.filter(pk__in=nomor).values("penugasan__unit_id"),
        "evaluasi": lambda nomor: Evaluasi.objects.filter(pk__in=nomor).values("unit_id"),
        "periode": lambda nomor: HitunganEvaluasi.objects.filter(kunci__in=nomor).values("unit_id"),
    }

    def kueri(
        self, unit: QuerySet[Any, Any], *, varian: Any, **isian: Isian
    ) -> tuple[QuerySet[Any, Any], ...]:
        """States and predikat; plans whose evaluation isn't open; days of waiting results."""
        periode, batas = isian["kunci"], isian["hari"]
        daftar = Evaluasi.objects.filter(unit_id__in=unit, periode_id=periode)
        status: QuerySet[Any, Any] = (
            daftar.order_by()
            .values_list("unit_id", "status", "predikat")
            .annotate(
                n=Count("pk"),
                swakaji_terkirim=Count("pk", filter=Q(swakaji__dikirim_at__isnull=False)),
                belum_sampai=Count("pk", filter=syarat_belum_sampai(batas)),
            )
        )
        belum = SKP.objects.filter(
            # Of one assignment one evaluation, whichever version of the plan it was opened on.
            ~Exists(
                Evaluasi.objects.filter(
                    periode_id=periode, skp__penugasan_id=OuterRef("penugasan_id")
                )
            ),
            di_instansi("penugasan__unit"),
            penugasan__unit_id__in=unit,
            tahun=isian["tahun"],
            status__in=BERLAKU,
            mulai__lte=isian["selesai"],
            selesai__gte=isian["mulai"],
        )
        if varian is not None:
            belum = belum.filter(syarat_jenis(varian))
        terbuka: QuerySet[Any, Any] = (
            belum.order_by().values_list("penugasan__unit_id").annotate(n=Count("pk"))
        )
        masa: QuerySet[Any, Any] = (
            daftar.filter(status=Evaluasi.Status.DITETAPKAN)
            .order_by()
            .values_list("unit_id")
            .annotate(
                lalu=Max("ditetapkan_pada", filter=Q(ditetapkan_pada__lt=batas)),
                nanti=Min("ditetapkan_pada", filter=Q(ditetapkan_pada__gte=batas)),
            )
        )
        return status, terbuka, masa

    def susun(self, *daftar_baris: list[tuple[Any, ...]], hari: dt.date) -> Mapping[int, BarisUnit]:
        """One answer per unit; a unit without anybody has none."""
        status, terbuka, masa = daftar_baris
        hasil: dict[int, BarisUnit] = {}
        for unit_id, lalu, nanti in masa:
            hasil[unit_id] = BarisUnit(
                sejak=lalu + SEHARI if lalu else SEJAK_AWAL, sampai=nanti or SAMPAI_AKHIR
            )
        for unit_id, kata, predikat, n, swakaji, belum_sampai in status:
            angka = hasil.setdefault(unit_id, BarisUnit()).angka
            angka[kata] += n
            angka["swakaji"] += swakaji
            angka[BELUM_SAMPAI] += belum_sampai
            if predikat:
                angka[predikat] += n
        for unit_id, n in terbuka:
            hasil.setdefault(unit_id, BarisUnit()).angka[BELUM_DIBUKA] += n
        return hasil


def _p(model: Any, asal: str, nomor: str, *kolom: str, **lain: Any) -> Pemicu:
    return Pemicu("evaluasi", model, asal, nomor, kolom, **lain)


REKAP_EVALUASI = RekapEvaluasi(
    _p(
        Evaluasi, "unit", "unit_id", "instansi_id", "unit_id", "periode_id", "status", "predikat",
        "ditetapkan_pada",
    ),
    _p(Evaluasi, "skp", "skp_id", "instansi_id", "periode_id", "skp_id"),
    _p(Swakaji, "evaluasi", "evaluasi_id", "evaluasi_id", "dikirim_at", induk=Evaluasi),
    _p(
        SKP, "tugas", "penugasan_id", "instansi_id", "penugasan_id", "pegawai_id", "tahun",
        "status", "mulai", "selesai",
    ),
    _p(Penugasan, "unit", "unit_id", "instansi_id", "unit_id"),
    _p(Pegawai, "pegawai", "id", "status", ubah_saja=True),
    _p(Periode, "periode", "id", "instansi_id", "tahun", "mulai", "selesai", ubah_saja=True),
)  # fmt: skip
