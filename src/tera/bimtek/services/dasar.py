"""What the changes of the room share."""

from django.utils.translation import gettext as _

from tera.core.aktor import Aktor
from tera.core.galat import TidakBerwenangError


def pegawai_id(aktor: Aktor) -> int:
    """Return whose progress this is.

    Raises: TidakBerwenangError: no employee stands behind the account.
    """
    if aktor.pegawai_id is None:
        raise TidakBerwenangError(
            _(
                "Bimtek dicatat pada pegawai, dan akun ini tidak terhubung dengan seorang pegawai. "
                "Minta admin menghubungkannya."
            )
        )
    return aktor.pegawai_id
