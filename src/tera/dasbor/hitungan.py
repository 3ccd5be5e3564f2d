"""The kept counts of the dashboard per unit and period: see ``tera.organisasi.hitungan``.

Taking part is what a person does under their name: a self-assessment sent, feedback given, feedback
answered. Answers in a 360 round don't count: who answered must not be found by looking at a list of
those who took part (``docs/adr/0019-putaran-anonim.md``).
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db.models import (
    Count,
    DateField,
    Exists,
    F,
    IntegerField,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Sum,
)

from tera.core.kueri import Isian
from tera.dasbor.models import HitunganDasbor
from tera.evaluasi.models import Evaluasi, Keberatan, Swakaji
from tera.organisasi.hitungan import SAMPAI_AKHIR, SEJAK_AWAL, BarisUnit, Rekap, di_instansi
from tera.organisasi.hitungan.pemicu import Pemicu
from tera.organisasi.models import Penugasan, Periode
from tera.pelaksanaan.models import CapaianPegawai, Realisasi, StatusLaporan
from tera.pelaksanaan.selectors.kerja import STATUS_BERLAKU
from tera.skp.models import SKP
from tera.umpan_balik.models import KOLOM_UNSUR, JawabanSKM, TitikLayanan, UmpanBalik

SEHARI = dt.timedelta(days=1)


def skp_berlaku(*, tahun: Any, mulai: Any, selesai: Any) -> QuerySet[SKP]:
    """Return the plans in force in a span: whose people are to take part."""
    return SKP.objects.filter(
        tahun=tahun, status__in=STATUS_BERLAKU, mulai__lte=selesai, selesai__gte=mulai
    )


def syarat_ikut(*, mulai: Any, selesai: Any) -> Q:
    """Return the condition, on plans, that their person took part in the span."""
    umpan = UmpanBalik.objects.filter(
        tanggal__gte=mulai, tanggal__lte=selesai, ditarik_at__isnull=True
    )
    return (
        Q(
            Exists(
                Swakaji.objects.filter(
                    evaluasi__pegawai_id=OuterRef("pegawai_id"),
                    evaluasi__periode__mulai__gte=mulai,
                    evaluasi__periode__selesai__lte=selesai,
                    dikirim_at__isnull=False,
                )
            )
        )
        | Q(Exists(umpan.filter(pemberi_id=OuterRef("pegawai_id"))))
        | Q(Exists(umpan.filter(penerima_id=OuterRef("pegawai_id"), ditanggapi_at__isnull=False)))
    )


def realisasi_rentang(*, mulai: Any, selesai: Any) -> QuerySet[Realisasi]:
    """Return what was reported in the periods inside the span, without what was sent back."""
    return Realisasi.objects.filter(
        periode__mulai__gte=mulai, periode__selesai__lte=selesai
    ).exclude(status=StatusLaporan.DIKEMBALIKAN)


class RekapDasbor(Rekap):
    """Taking part, targets, achievements, objections, and the public's answers."""

    lingkup = "dasbor"
    model = HitunganDasbor
    kolom = (
        "wajib", "ikut", "melapor", "indikator", "target", "capaian", "capaian_tunggu",
        "keberatan", "keberatan_tetap", "keberatan_berubah", "warga", *KOLOM_UNSUR,
    )  # fmt: skip
    bidang = {"tahun": IntegerField(), "mulai": DateField(), "selesai": DateField()}
    asal = {
        "unit": lambda nomor: nomor,
        "tugas": lambda nomor: Penugasan.objects.filter(pk__in=nomor).values("unit_id"),
        "evaluasi": lambda nomor: Penugasan.objects.filter(
            pegawai__in=Evaluasi.objects.filter(pk__in=nomor).values("pegawai_id")
        ).values("unit_id"),
        "keberatan": lambda nomor: Evaluasi.objects.filter(pk__in=nomor).values("unit_id"),
        "pemberi": lambda nomor: Penugasan.objects.filter(pegawai_id__in=nomor).values("unit_id"),
        "penerima": lambda nomor: Penugasan.objects.filter(pegawai_id__in=nomor).values("unit_id"),
        "titik": lambda nomor: TitikLayanan.objects.filter(pk__in=nomor).values("unit_id"),
        "periode": lambda nomor: HitunganDasbor.objects.filter(kunci__in=nomor).values("unit_id"),
    }

    def kueri(
        self, unit: QuerySet[Any, Any], *, varian: Any, **isian: Isian
    ) -> tuple[QuerySet[Any, Any], ...]:
        """People; indicators; achievements; objections; answers; days they begin to count."""
        mulai, selesai, hari = isian["mulai"], isian["selesai"], isian["hari"]
        orang: QuerySet[Any, Any] = (
            skp_berlaku(tahun=isian["tahun"], mulai=mulai, selesai=selesai)
            .filter(di_instansi("penugasan__unit"), penugasan__unit_id__in=unit)
            .order_by()
            .values_list("penugasan__unit_id")
            .annotate(
                wajib=Count("penugasan", distinct=True),
                ikut=Count(
                    "penugasan", distinct=True, filter=syarat_ikut(mulai=mulai, selesai=selesai)
                ),
            )
        )
        target: QuerySet[Any, Any] = (
            realisasi_rentang(mulai=mulai, selesai=selesai)
            .filter(
                Exists(
                    skp_berlaku(tahun=isian["tahun"], mulai=mulai, selesai=selesai).filter(
                        penugasan_id=OuterRef("penugasan_id")
                    )
                ),
                di_instansi("penugasan__unit"),
                penugasan__unit_id__in=unit,
            )
            .order_by()
            .values_list("penugasan__unit_id")
            .annotate(
                melapor=Count("penugasan", distinct=True),
                indikator=Count("indikator_kunci", distinct=True),
                target=Count("indikator_kunci", distinct=True, filter=Q(target_tercapai=True)),
            )
        )
        capaian: QuerySet[Any, Any] = (
            CapaianPegawai.objects.filter(
                di_instansi("penugasan__unit"),
                penugasan__unit_id__in=unit,
                tanggal__gte=mulai,
                tanggal__lte=selesai,
            )
            .order_by()
            .values_list("penugasan__unit_id")
            .annotate(
                capaian=Count("pk", filter=Q(status=StatusLaporan.DIVERIFIKASI)),
                capaian_tunggu=Count("pk", filter=Q(status=StatusLaporan.DILAPORKAN)),
            )
        )
        sama = Q(
            rating_hasil_putusan=F("rating_hasil_awal"),
            rating_perilaku_putusan=F("rating_perilaku_awal"),
        )
        diputus = Q(status=Keberatan.Status.DIPUTUS)
        keberatan: QuerySet[Any, Any] = (
            Keberatan.objects.filter(
                evaluasi__unit_id__in=unit, evaluasi__periode_id=isian["kunci"]
            )
            .order_by()
            .values_list("evaluasi__unit_id")
            .annotate(
                keberatan=Count("pk"),
                keberatan_tetap=Count("pk", filter=diputus & sama),
                keberatan_berubah=Count("pk", filter=diputus & ~sama),
            )
        )
        dalam = JawabanSKM.objects.filter(
            titik__unit_id__in=unit,
            pada__gte=mulai,
            pada__lte=selesai,
            dihitung_mulai__isnull=False,
        ).order_by()
        warga: QuerySet[Any, Any] = (
            dalam.filter(dihitung_mulai__lte=hari)
            .values_list("titik__unit_id")
            .annotate(warga=Count("pk"), **{f"j_{satu}": Sum(satu) for satu in KOLOM_UNSUR})
        )
        masa: QuerySet[Any, Any] = dalam.values_list("titik__unit_id").annotate(
            lalu=Max("dihitung_mulai", filter=Q(dihitung_mulai__lte=hari)),
            nanti=Min("dihitung_mulai", filter=Q(dihitung_mulai__gt=hari)),
        )
        return orang, target, capaian, keberatan, warga, masa

    def susun(self, *daftar_baris: list[tuple[Any, ...]], hari: dt.date) -> Mapping[int, BarisUnit]:
        """One answer per unit; a unit where nothing happened has none."""
        orang, target, capaian, keberatan, warga, masa = daftar_baris
        hasil: dict[int, BarisUnit] = {}
        for unit_id, lalu, nanti in masa:
            hasil[unit_id] = BarisUnit(
                sejak=lalu or SEJAK_AWAL, sampai=nanti - SEHARI if nanti else SAMPAI_AKHIR
            )
        for baris, awal, banyak in (
            (orang, 0, 2), (target, 2, 3), (capaian, 5, 2), (keberatan, 7, 3),
            (warga, 10, 1 + len(KOLOM_UNSUR)),
        ):  # fmt: skip
            for unit_id, *angka in baris:
                hasil.setdefault(unit_id, BarisUnit()).angka.update(
                    dict(zip(self.kolom[awal : awal + banyak], angka, strict=True))
                )
        return hasil


def _p(model: Any, asal: str, nomor: str, *kolom: str, **lain: Any) -> Pemicu:
    return Pemicu("dasbor", model, asal, nomor, kolom, **lain)


REKAP_DASBOR = RekapDasbor(
    _p(SKP, "tugas", "penugasan_id", "instansi_id", "penugasan_id", "pegawai_id", "tahun",
       "status", "mulai", "selesai"),
    _p(Penugasan, "unit", "unit_id", "instansi_id", "unit_id"),
    _p(Periode, "periode", "id", "instansi_id", "tahun", "mulai", "selesai", ubah_saja=True),
    _p(Swakaji, "evaluasi", "evaluasi_id", "evaluasi_id", "dikirim_at", induk=Evaluasi),
    _p(Realisasi, "tugas", "penugasan_id", "instansi_id", "penugasan_id", "periode_id", "status",
       "target_tercapai", "indikator_kunci"),
    _p(CapaianPegawai, "tugas", "penugasan_id", "instansi_id", "penugasan_id", "tanggal", "status"),
    _p(Keberatan, "keberatan", "evaluasi_id", "instansi_id", "evaluasi_id", "status",
       "rating_hasil_awal", "rating_perilaku_awal", "rating_hasil_putusan",
       "rating_perilaku_putusan"),
    _p(Evaluasi, "unit", "unit_id", "instansi_id", "unit_id", "periode_id", "pegawai_id"),
    _p(UmpanBalik, "pemberi", "pemberi_id", "instansi_id", "pemberi_id", "tanggal", "ditarik_at",
       "dikirim_at"),
    _p(UmpanBalik, "penerima", "penerima_id", "instansi_id", "penerima_id", "tanggal",
       "ditarik_at", "ditanggapi_at"),
    _p(JawabanSKM, "titik", "titik_id", "titik_id", "pada", "dihitung_mulai", *KOLOM_UNSUR,
       induk=TitikLayanan),
    _p(TitikLayanan, "unit", "unit_id", "instansi_id", "unit_id"),
)  # fmt: skip
