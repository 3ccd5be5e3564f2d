"""Who looks after what couldn't be delivered: the admin of the instansi."""

import datetime as dt

from django.utils.translation import gettext as _

from tera.core.aktor import Aktor
from tera.core.galat import TidakBerwenangError
from tera.organisasi.permissions import daftar_petugas


def pastikan_admin(*, aktor: Aktor, pada: dt.date) -> None:
    """Refuse whoever isn't admin on the day.

    Raises:
        TidakBerwenangError
    """
    if not any(peran == "admin" for peran, _jalur in daftar_petugas(aktor=aktor, pada=pada)):
        raise TidakBerwenangError(
            _(
                "Halaman ini untuk admin sistem: isinya kiriman yang gagal sampai. Bila surel Anda "
                "tidak datang, periksa alamat dan pilihannya di pilihan notifikasi."
            )
        )
