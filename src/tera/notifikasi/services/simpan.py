"""Throwing away: what was read long ago, and mails that have left, by policy."""

import datetime as dt

from tera.core import clock
from tera.notifikasi.models import Notifikasi, PengirimanSurel
from tera.organisasi import kebijakan
from tera.organisasi.models import Instansi

POTONG = 5000
_S = PengirimanSurel.Status


def buang_lama(*, instansi: Instansi, pada: dt.date) -> int:
    """Delete read notifications and finished mails older than the policy; what is unread stays.

    Failed mails stay too: an admin hasn't decided about them. Returns how many rows went.
    """
    hari = kebijakan.nilai(instansi_id=instansi.pk, kunci="notifikasi.simpan_hari", pada=pada)
    batas = clock.awal_hari(pada - dt.timedelta(days=int(hari)), instansi.zona)
    jumlah = 0
    for daftar in (
        Notifikasi.objects.filter(instansi=instansi, dibaca_at__lt=batas),
        PengirimanSurel.objects.filter(
            instansi=instansi, status__in=[_S.TERKIRIM, _S.TIDAK_PERLU], dibuat_at__lt=batas
        ),
    ):
        while nomor := list(daftar.values_list("pk", flat=True)[:POTONG]):
            jumlah += daftar.model._default_manager.filter(pk__in=nomor).delete()[0]
    return jumlah
