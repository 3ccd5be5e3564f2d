"""Which evaluations one may see: own, rated, one level above, or as an officer."""

from django.db.models import Q, QuerySet

from tera.core.aktor import Aktor
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.permissions import dengan_penilai
from tera.organisasi import permissions as organisasi
from tera.organisasi.models import HubunganPenilai

PERAN_PEMBACA = ("pengelola", "auditor", "pyb", "pejabat_pembina")


def evaluasi_terlihat(*, aktor: Aktor) -> QuerySet[Evaluasi]:
    """Return the evaluations the aktor may open: own, rated, one level above, or as an officer.

    An officer (pengelola, auditor) opens an individual's evaluation only in *mode petugas*. Who
    rates by letter may be of another instansi; every other part ends at home.
    """
    serumah = Q(instansi_id=aktor.instansi_id)
    semua = dengan_penilai(Evaluasi.objects.all(), pada=aktor.hari_ini).select_related(
        "skp__penugasan__unit",
        "skp__penugasan__jabatan",
        "pegawai",
        "penilai",
        "periode__instansi",
        "unit",
        "disetujui_oleh",
        "swakaji",
    )
    if aktor.adalah_sistem:
        return semua.filter(serumah)
    saya = aktor.pegawai_id
    if saya is None:
        return semua.none()
    boleh = (
        (Q(pegawai_id=saya) & serumah)
        | Q(penilai_id=saya)
        | Q(
            skp__penugasan_id__in=HubunganPenilai.objects.filter(
                Q(penilai_id=saya) | Q(atasan_penilai_id=saya)
            ).values("penugasan_id")
        )
    )
    if aktor.mode_petugas is not None:
        boleh |= serumah & organisasi.cakupan_petugas(
            aktor=aktor, pada=aktor.hari_ini, peran=PERAN_PEMBACA, kolom="unit__path"
        )
    return semua.filter(boleh)


def evaluasi_saya(*, aktor: Aktor) -> QuerySet[Evaluasi]:
    """Return the aktor's own evaluations that have been decided, newest first."""
    return (
        Evaluasi.objects.filter(pegawai_id=aktor.pegawai_id or 0)
        .exclude(status__in=[Evaluasi.Status.TERBUKA, Evaluasi.Status.DINILAI])
        .select_related("periode", "penilai")
        .order_by("-periode__selesai")
    )
