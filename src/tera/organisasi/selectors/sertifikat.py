"""Whether somebody holds the certificate that an instansi may ask of its raters."""

import datetime as dt

from tera.core.aktor import Aktor
from tera.organisasi.models import SertifikatPenilai


def sertifikat_sampai(*, aktor: Aktor, pada: dt.date) -> dt.date | None:
    """Return the last day that the aktor's certificates cover, past or to come: one query.

    None: never had one. One that begins after ``pada`` doesn't count.
    """
    return (
        SertifikatPenilai.objects.filter(
            pegawai_id=aktor.pegawai_id or 0, instansi_id=aktor.instansi_id, sejak__lte=pada
        )
        .order_by("-sampai")
        .values_list("sampai", flat=True)
        .first()
    )


def bersertifikat(*, aktor: Aktor, pada: dt.date) -> bool:
    """Whether the aktor holds a certificate on that day: one query."""
    return SertifikatPenilai.objects.filter(
        pegawai_id=aktor.pegawai_id or 0,
        instansi_id=aktor.instansi_id,
        sejak__lte=pada,
        sampai__gte=pada,
    ).exists()
