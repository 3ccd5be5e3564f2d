"""Mails the daily audit root to those outside who keep it (inspektorat)."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from tera.antarmuka.format import tulis_tanggal
from tera.core.models import AkarAudit, Kejadian


@override(settings.LANGUAGE_CODE)  # its readers have no account that says another one
def kirim_akar(kejadian: Kejadian) -> None:
    """Send one root; without an address or mail there is nothing to do.

    Delivered at least once: the same mail twice says the same, and a mail that could not be sent
    is tried again by the outbox.
    """
    if not settings.TERA_SUREL_AKAR:
        return
    akar = AkarAudit.objects.get(pk=kejadian.muatan["akar_id"])
    tanggal = tulis_tanggal(akar.tanggal)
    EmailMessage(
        _("Akar jejak audit Tera %(tanggal)s") % {"tanggal": tanggal},
        render_to_string(
            "web/surel_akar.txt",
            {
                "akar": akar,
                "tanggal": tanggal,
                "alamat": f"{settings.TERA_ALAMAT}{reverse('web:akar_audit')}",
            },
        ),
        to=settings.TERA_SUREL_AKAR,
    ).send()
