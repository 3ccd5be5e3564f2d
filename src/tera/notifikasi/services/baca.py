"""Marking one's own notifications read."""

from django.db import transaction

from tera.core import clock
from tera.core.aktor import Aktor
from tera.notifikasi.models import Notifikasi
from tera.notifikasi.selectors.kotak import BELUM, notifikasi_milik


@transaction.atomic
def tandai_dibaca(*, aktor: Aktor, notifikasi: Notifikasi) -> None:
    """Mark one read; the first time counts."""
    notifikasi_milik(aktor=aktor, saringan=BELUM).filter(pk=notifikasi.pk).update(
        dibaca_at=clock.sekarang()
    )


@transaction.atomic
def tandai_semua_dibaca(*, aktor: Aktor, sampai_id: int) -> int:
    """Mark all read that the page showed or knew of; what came since stays unread."""
    return (
        notifikasi_milik(aktor=aktor, saringan=BELUM)
        .filter(pk__lte=sampai_id)
        .update(dibaca_at=clock.sekarang())
    )
