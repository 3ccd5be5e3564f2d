"""Records of discipline: stricter class. ``services.rekam`` reads others' and logs it."""

from django.db.models import Q, QuerySet

from tera.core.aktor import Aktor
from tera.organisasi.models import Penugasan
from tera.organisasi.selectors import berlaku_pada
from tera.organisasi.selectors.petugas import cakupan_petugas
from tera.tindak_lanjut.models import KoreksiRekam, RekamDisiplin
from tera.tindak_lanjut.permissions.penghargaan import PEMUTUS, PENGELOLA


def rekam_terlihat(*, aktor: Aktor) -> QuerySet[RekamDisiplin]:
    """Return the records of the people in the units the aktor keeps or decides for.

    Pengelola, PyB and pejabat pembina; not the auditor, not the rater.
    """
    jangkauan = cakupan_petugas(
        aktor=aktor, pada=aktor.hari_ini, peran=PENGELOLA | PEMUTUS, kolom="unit__path"
    )
    orang = Penugasan.objects.filter(
        berlaku_pada(aktor.hari_ini), jangkauan, instansi_id=aktor.instansi_id
    ).values("pegawai_id")
    return (
        RekamDisiplin.objects.filter(instansi_id=aktor.instansi_id, pegawai_id__in=orang)
        .select_related("pegawai")
        .order_by("-mulai", "-pk")
    )


def rekam_saya(*, aktor: Aktor) -> list[RekamDisiplin]:
    """Return the aktor's own records, withdrawn ones too, newest first."""
    return list(
        RekamDisiplin.objects.filter(
            instansi_id=aktor.instansi_id, pegawai_id=aktor.pegawai_id or 0
        ).order_by("-mulai", "-pk")
    )


def koreksi_terlihat(*, aktor: Aktor) -> QuerySet[KoreksiRekam]:
    """Return requests the aktor may open: one's own, and as pengelola those of one's units."""
    jangkauan = cakupan_petugas(
        aktor=aktor, pada=aktor.hari_ini, peran=PENGELOLA, kolom="unit__path"
    )
    orang = Penugasan.objects.filter(
        berlaku_pada(aktor.hari_ini), jangkauan, instansi_id=aktor.instansi_id
    ).values("pegawai_id")
    return (
        KoreksiRekam.objects.filter(
            Q(pegawai_id=aktor.pegawai_id or 0) | Q(pegawai_id__in=orang),
            instansi_id=aktor.instansi_id,
        )
        .select_related("pegawai", "rekam")
        .order_by("-diajukan_pada", "-pk")
    )
