"""That a person has read what changed in the law."""

import datetime as dt

from django.utils.translation import gettext as _

from tera.core.aktor import Aktor
from tera.core.galat import TidakBerwenangError
from tera.dasbor.models import PandanganHukum


def tandai_dibaca(*, aktor: Aktor, pada: dt.date) -> None:
    """Remember the day; what changes later is shown again. Safe to repeat.

    Raises: TidakBerwenangError: no account stands behind the aktor.
    """
    if aktor.pengguna_id is None:
        raise TidakBerwenangError(_("Tanda baca hanya untuk akun seorang pegawai."))
    PandanganHukum.objects.update_or_create(pengguna_id=aktor.pengguna_id, defaults={"pada": pada})
