"""Progres harian of one person: a month as a calendar, a day as lines, what to offer next."""

import calendar
import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.db.models import QuerySet

from tera.core.aktor import Aktor
from tera.pelaksanaan.models import ProgresHarian, RencanaAksi
from tera.skp.models import SKP

JAM_AWAL = dt.time(8, 0)
SUMBER_DATA = "ekinerja"


@dataclass(frozen=True, slots=True)
class HariKalender:
    """One cell of the month: the day and how many lines it has."""

    tanggal: dt.date
    jumlah: int
    dalam_bulan: bool


def progres_saya(*, aktor: Aktor) -> QuerySet[ProgresHarian]:
    """Return the aktor's own lines, newest day first."""
    return ProgresHarian.objects.filter(pegawai_id=aktor.pegawai_id or 0).select_related(
        "rencana_aksi", "skp"
    )


def progres_bulan(*, aktor: Aktor, bulan: dt.date) -> list[ProgresHarian]:
    """Return the lines of the month that holds ``bulan``, in the order of the clock: one query."""
    akhir = calendar.monthrange(bulan.year, bulan.month)[1]
    return list(
        progres_saya(aktor=aktor)
        .filter(tanggal__range=(bulan.replace(day=1), bulan.replace(day=akhir)))
        .order_by("tanggal", "jam_mulai", "id")
    )


def kalender_bulan(*, bulan: dt.date, daftar: list[ProgresHarian]) -> list[list[HariKalender]]:
    """Return the weeks of the month, Monday first: no query."""
    jumlah = Counter(satu.tanggal for satu in daftar)
    return [
        [HariKalender(hari, jumlah[hari], hari.month == bulan.month) for hari in minggu]
        for minggu in calendar.Calendar().monthdatescalendar(bulan.year, bulan.month)
    ]


def rencana_pada(*, aktor: Aktor, tanggal: dt.date) -> list[RencanaAksi]:
    """Return the rencana aksi a line of the day may stand on: one query."""
    return list(
        RencanaAksi.objects.filter(
            pegawai_id=aktor.pegawai_id or 0,
            periode__mulai__lte=tanggal,
            periode__selesai__gte=tanggal,
            skp__mulai__lte=tanggal,
            skp__selesai__gte=tanggal,
        )
        .exclude(skp__status__in=[SKP.Status.DIBATALKAN])
        .select_related("periode")
        .order_by("rhk_kunci", "urut", "id")
    )


def progres_terakhir(*, aktor: Aktor, sebelum: dt.date) -> ProgresHarian | None:
    """Return the newest line up to the day: what the next one probably repeats."""
    return (
        progres_saya(aktor=aktor)
        .filter(tanggal__lte=sebelum)
        .order_by("-tanggal", "-jam_selesai", "-id")
        .first()
    )


def jam_berikut(daftar_hari: list[ProgresHarian]) -> tuple[dt.time, dt.time]:
    """Return the next free hour after the lines of the day."""
    mulai = max((satu.jam_selesai for satu in daftar_hari), default=JAM_AWAL)
    if mulai.hour >= 23:
        return mulai, dt.time(23, 59)
    return mulai, mulai.replace(hour=mulai.hour + 1)
