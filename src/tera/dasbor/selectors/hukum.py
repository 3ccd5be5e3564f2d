"""When somebody last read what changed in the law."""

import datetime as dt

from tera.core.aktor import Aktor
from tera.core.models import Pengguna
from tera.dasbor.models import PandanganHukum


def terakhir_dibaca(*, aktor: Aktor) -> dt.date:
    """Return the day of the last look; of someone who never looked, the day the account began."""
    pada = (
        PandanganHukum.objects.filter(pengguna_id=aktor.pengguna_id or 0)
        .values_list("pada", flat=True)
        .first()
    )
    if pada is not None:
        return pada
    dibuat = (
        Pengguna.objects.filter(pk=aktor.pengguna_id or 0)
        .values_list("created_at", flat=True)
        .first()
    )
    return dibuat.date() if dibuat else aktor.hari_ini
