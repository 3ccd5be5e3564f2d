"""Sessions in the database, as Django keeps them; read by a prepared query."""

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as SesiBasisData
from django.db.models import CharField, DateTimeField, QuerySet

from tera.core.kueri import Isian, kueri_siap


@kueri_siap(kunci=CharField(), kini=DateTimeField())
def _isi_sesi(kunci: Isian, kini: Isian) -> QuerySet[Any, Any]:
    return SesiBasisData.get_model_class().objects.filter(
        session_key=kunci, expire_date__gt=kini
    ).values_list("session_data", flat=True)  # fmt: skip


class SessionStore(SesiBasisData):
    """The engine of ``SESSION_ENGINE``; a session that was ended is gone with the next request."""

    def load(self) -> dict[str, Any]:
        """Return what the session holds, nothing for one that ended or never was."""
        # The present as Django wrote the end by (the database may keep another time): its last
        # second counts as over.
        isi = _isi_sesi.satu(kunci=self.session_key, kini=self.get_expiry_date(expiry=1))
        if isi is None:
            self._session_key = None
            return {}
        return self.decode(isi)
