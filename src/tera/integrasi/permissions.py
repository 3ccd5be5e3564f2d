"""Who exchanges records: the pengelola kinerja and the admin, each in their reach."""

import datetime as dt

from django.utils.translation import gettext as _

from tera.core.aktor import Aktor
from tera.core.galat import TidakBerwenangError
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.permissions import peran_terhadap_evaluasi
from tera.organisasi.models import UnitKerja
from tera.organisasi.permissions import boleh_petugas

PERAN_TUKAR = frozenset({"pengelola", "admin"})


def boleh_menyatakan(*, aktor: Aktor, evaluasi: Evaluasi, pada: dt.date) -> bool:
    """Whether the aktor may state that a result is in e-Kinerja: its penilai, or an officer.

    Nobody states it about oneself, whatever other part one holds.
    """
    if evaluasi.pegawai_id == aktor.pegawai_id:
        return False
    peran = peran_terhadap_evaluasi(aktor=aktor, evaluasi=evaluasi, pada=pada)
    return "penilai" in peran or boleh_petugas(
        aktor=aktor, unit=evaluasi.unit, pada=pada, peran=PERAN_TUKAR
    )


def pastikan_petugas(*, aktor: Aktor, pada: dt.date, unit: UnitKerja | None = None) -> None:
    """Refuse anyone who keeps no records of the instansi (or of ``unit`` and below).

    Raises:
        TidakBerwenangError.
    """
    if not boleh_petugas(aktor=aktor, unit=unit, pada=pada, peran=PERAN_TUKAR):
        raise TidakBerwenangError(
            _(
                "Pertukaran data dengan e-Kinerja dan SIASN hanya untuk pengelola kinerja dan "
                "admin. Mintalah kepada pengelola kinerja unit Anda."
            )
        )
