"""Mail about accounts, sent by the worker."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task

from tera.core.models import Pengguna


@task()
def kirim_tautan_sandi(pengguna_id: int) -> None:
    """Mail the link that sets a new password; 0 or an account without address does nothing.

    The token is made here, so the queue never holds it; and the page answers equally fast whether
    the account exists or not.
    """
    pengguna = Pengguna.objects.filter(pk=pengguna_id, is_active=True).first()
    if pengguna is None or not pengguna.surel or not pengguna.has_usable_password():
        return
    jalur = reverse(
        "account_reset_password_from_key",
        kwargs={
            "uidb36": user_pk_to_url_str(pengguna),
            "key": default_token_generator.make_token(pengguna),
        },
    )
    # In the language of the reader, whoever asked.
    with override(pengguna.bahasa or settings.LANGUAGE_CODE):
        send_mail(
            _("Atur ulang sandi Tera"),
            render_to_string(
                "web/akun/surel_sandi.txt",
                {
                    "nama": pengguna.nama_tampil,
                    "alamat": f"{settings.TERA_ALAMAT}{jalur}",
                    "menit": settings.PASSWORD_RESET_TIMEOUT // 60,
                },
            ),
            None,
            [pengguna.surel],
        )
