"""What the people of the stories were told: their own events, the older ones read long ago."""

import datetime as dt

from django.db.models import F

from tera.core import clock
from tera.core.kejadian import antar_tertunda
from tera.core.models import PengirimanKejadian
from tera.notifikasi.models import Notifikasi
from tera.organisasi.models import Instansi

HARI_BARU = 30


def tulis(instansi: Instansi) -> None:
    """Hand over what waits, then mark read what is older than a month.

    The demo makes a year's results final on the day it is loaded: nobody is told of that past.
    """
    PengirimanKejadian.objects.filter(
        kejadian__instansi_id=instansi.pk,
        kejadian__nama="evaluasi.finalkan",
        penerima="notifikasi",
        selesai_at__isnull=True,
    ).delete()
    while antar_tertunda():
        pass
    lama = clock.sekarang() - dt.timedelta(days=HARI_BARU)
    Notifikasi.objects.filter(
        instansi=instansi, dibaca_at__isnull=True, terjadi_at__lt=lama
    ).update(dibaca_at=F("terjadi_at"))
