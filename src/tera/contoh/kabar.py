"""What the people of the stories were told: their own events, the older ones read long ago."""

import datetime as dt

from django.db.models import F, Q

from tera.core import clock
from tera.core.kejadian import antar_tertunda
from tera.notifikasi.models import Notifikasi
from tera.organisasi.models import Instansi

HARI_BARU = 30


def tulis(instansi: Instansi) -> None:
    """Hand over what waits, then mark read what is older than a month."""
    while antar_tertunda():
        pass
    lama = clock.sekarang() - dt.timedelta(days=HARI_BARU)
    # The demo makes results final all at once, on the day it is loaded: nobody waits for that news.
    Notifikasi.objects.filter(
        Q(terjadi_at__lt=lama) | Q(jenis="evaluasi.final"),
        instansi=instansi,
        dibaca_at__isnull=True,
    ).update(dibaca_at=F("terjadi_at"))
