"""Forums an aktor may see."""

from django.db.models import Count, Q, QuerySet

from tera.core.aktor import Aktor
from tera.organisasi.selectors.umum import di_bawah
from tera.umpan_balik.models import ForumEvaluasi, MasukanMasyarakat
from tera.umpan_balik.selectors.layanan import HakLayanan


def forum_terlihat(*, aktor: Aktor, hak: HakLayanan) -> QuerySet[ForumEvaluasi]:
    """Return the forums of the units the aktor may look at, with how many texts wait and stand."""
    syarat = Q(pk__in=[])
    for awalan in hak.jalur:
        syarat |= di_bawah(awalan, "unit__path")
    status = MasukanMasyarakat.Status
    return (
        ForumEvaluasi.objects.filter(syarat, instansi_id=aktor.instansi_id)
        .select_related("unit", "instansi")
        .annotate(
            n_terbit=Count("daftar_masukan", filter=Q(daftar_masukan__status=status.DITERBITKAN)),
            n_menunggu=Count("daftar_masukan", filter=Q(daftar_masukan__status=status.MENUNGGU)),
        )
        .order_by("-selesai", "-pk")
    )
