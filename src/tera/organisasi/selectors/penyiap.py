"""Named helpers: who may draft for whom on a day."""

import datetime as dt

from django.db.models import Q, QuerySet

from tera.core.aktor import Aktor
from tera.organisasi.models import Pegawai, Penyiap
from tera.organisasi.selectors.penilai import berlaku_pada


def penyiap_terlihat(*, aktor: Aktor) -> QuerySet[Penyiap]:
    """Return the nominations that name the aktor on either side, newest first."""
    return (
        Penyiap.objects.filter(
            Q(pejabat_id=aktor.pegawai_id) | Q(penyiap_id=aktor.pegawai_id),
            instansi_id=aktor.instansi_id,
        )
        .select_related("pejabat", "penyiap")
        .order_by("-sejak", "-id")
    )


def adalah_penyiap(*, penyiap_id: int, pejabat_id: int, pada: dt.date) -> bool:
    """Whether ``penyiap_id`` may draft for ``pejabat_id`` on ``pada``; one query."""
    return Penyiap.objects.filter(
        berlaku_pada(pada), penyiap_id=penyiap_id, pejabat_id=pejabat_id
    ).exists()


def disiapkan_oleh(*, aktor: Aktor, pada: dt.date) -> QuerySet[Pegawai]:
    """Return the people the aktor may draft for on ``pada``."""
    return Pegawai.objects.filter(
        instansi_id=aktor.instansi_id,
        pk__in=Penyiap.objects.filter(berlaku_pada(pada), penyiap_id=aktor.pegawai_id).values(
            "pejabat_id"
        ),
    ).order_by("nama")
