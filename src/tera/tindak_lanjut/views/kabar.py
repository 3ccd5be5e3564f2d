"""What the pages of several topics say after an act."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from tera.tindak_lanjut.lembar_isian import HasilImpor

#: Refused rows named on the page after an import.
TOLAKAN_TAMPIL = 20


def kabarkan_impor(request: HttpRequest, hasil: HasilImpor) -> None:
    """Say what an import did, naming the first refused rows."""
    beri = messages.success if hasil.ditulis and not hasil.ditolak else messages.info
    beri(
        request,
        _("%(ditulis)s baris ditulis, %(ada)s sudah ada, %(tolak)s ditolak.")
        % {"ditulis": hasil.ditulis, "ada": hasil.sudah_ada, "tolak": len(hasil.ditolak)},
    )
    for nomor, sebab in hasil.ditolak[:TOLAKAN_TAMPIL]:
        messages.warning(
            request, _("Baris %(nomor)s: %(sebab)s") % {"nomor": nomor, "sebab": sebab}
        )
