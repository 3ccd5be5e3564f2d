"""Signing in as allauth does; each request then reads account, person and instansi at once."""

from allauth.account.auth_backends import AuthenticationBackend as AllauthBackend
from django.db.models import BigIntegerField, QuerySet

from tera.core.kueri import Isian, kueri_siap
from tera.core.models import Pengguna


@kueri_siap(pengguna_id=BigIntegerField())
def _pengguna(pengguna_id: Isian) -> QuerySet[Pengguna]:
    return Pengguna.objects.select_related("pegawai__instansi").filter(pk=pengguna_id)


class AuthenticationBackend(AllauthBackend):  # type: ignore[misc]
    """One query per request instead of two for who asks."""

    def get_user(self, user_id: int) -> Pengguna | None:
        """Return the active account with its person and instansi."""
        pengguna = _pengguna.satu(pengguna_id=user_id)
        return pengguna if pengguna is not None and self.user_can_authenticate(pengguna) else None
