"""What couldn't be delivered, for the admin of an instansi: mails given up, events given up."""

import datetime as dt

from django.db.models import QuerySet

from tera.core import clock
from tera.core.aktor import Aktor
from tera.core.kejadian import BATAS_PERCOBAAN
from tera.core.models import PengirimanKejadian
from tera.notifikasi.models import PengirimanSurel

#: A mail that has waited so long past its time tells that the mail server isn't reached.
TERLAMBAT = dt.timedelta(hours=1)


def surel_gagal(*, aktor: Aktor) -> QuerySet[PengirimanSurel]:
    """Return the mails of the aktor's instansi that were given up, newest first."""
    return (
        PengirimanSurel.objects.filter(
            instansi_id=aktor.instansi_id, status=PengirimanSurel.Status.GAGAL
        )
        .select_related("pegawai")
        .order_by("-id")
    )


def surel_terlambat(*, aktor: Aktor) -> int:
    """Return how many mails wait long past their time."""
    return PengirimanSurel.objects.filter(
        instansi_id=aktor.instansi_id,
        status=PengirimanSurel.Status.MENUNGGU,
        kirim_at__lt=clock.sekarang() - TERLAMBAT,
    ).count()


def kejadian_gagal(*, aktor: Aktor) -> QuerySet[PengirimanKejadian]:
    """Return deliveries of events to any receiver that were given up, newest first."""
    return (
        PengirimanKejadian.objects.filter(
            kejadian__instansi_id=aktor.instansi_id,
            selesai_at__isnull=True,
            percobaan__gte=BATAS_PERCOBAAN,
        )
        .select_related("kejadian")
        .order_by("-id")
    )
