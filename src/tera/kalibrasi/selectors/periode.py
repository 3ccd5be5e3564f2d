"""Periods over which something may be asked: those that have begun, newest first."""

from tera.core.aktor import Aktor
from tera.organisasi.models import Periode

TERBANYAK = 24


def pilihan_periode(*, aktor: Aktor) -> list[tuple[int, str]]:
    """Return keys and names for a choice: one query."""
    return [
        (satu.pk, str(satu))
        for satu in Periode.objects.filter(
            instansi_id=aktor.instansi_id, mulai__lte=aktor.hari_ini
        ).order_by("-selesai", "jenis", "-urut")[:TERBANYAK]
    ]
