"""Sessions in the database, as Django keeps them; read by a prepared query."""

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as SesiBasisData
from django.db.models import CharField, DateTimeField, QuerySet

from tera.core import clock
from tera.core.kueri import Isian, kueri_siap


@kueri_siap(kunci=CharField(), saat=DateTimeField())
def _isi_sesi(kunci: Isian, saat: Isian) -> QuerySet[Any, Any]:
    return SesiBasisData.get_model_class().objects.filter(
        session_key=kunci, expire_date__gt=saat
    ).values_list("session_data", flat=True)  # fmt: skip


class SessionStore(SesiBasisData):
    """The engine of ``SESSION_ENGINE``; a session that was ended is gone with the next request."""

    def load(self) -> dict[str, Any]:
        """Return what the session holds, nothing for one that ended or never was."""
        isi = _isi_sesi.satu(kunci=self.session_key, saat=clock.sekarang())
        if isi is None:
            self._session_key = None
            return {}
        return self.decode(isi)
