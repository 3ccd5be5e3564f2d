"""Which evaluations one may see: own, rated, one level above, or as an officer."""

import datetime as dt

from django.db.models import BigIntegerField, DateField, Q, QuerySet

from tera.core.aktor import Aktor
from tera.core.kueri import Isian, kueri_siap
from tera.evaluasi.models import Evaluasi, Keberatan
from tera.evaluasi.permissions import dengan_penilai
from tera.organisasi import permissions as organisasi
from tera.organisasi.models import HubunganPenilai

PERAN_PEMBACA = ("pengelola", "auditor", "pyb", "pejabat_pembina")


def evaluasi_terlihat(*, aktor: Aktor) -> QuerySet[Evaluasi]:
    """Return the evaluations the aktor may open: own, rated, one level above, or as an officer.

    An officer (pengelola, auditor) opens an individual's evaluation only in *mode petugas*. Who
    rates by letter may be of another instansi; every other part ends at home.
    """
    if aktor.adalah_sistem:
        return _lengkap(aktor.hari_ini).filter(instansi_id=aktor.instansi_id)
    semua = _lengkap(aktor.hari_ini)
    saya = aktor.pegawai_id
    if saya is None:
        return semua.none()
    boleh = _terlibat(saya, aktor.instansi_id)
    if aktor.mode_petugas is not None:
        boleh |= Q(instansi_id=aktor.instansi_id) & organisasi.cakupan_petugas(
            aktor=aktor, pada=aktor.hari_ini, peran=PERAN_PEMBACA, kolom="unit__path"
        )
    return semua.filter(boleh)


def evaluasi_dibuka(*, aktor: Aktor, pk: int) -> Evaluasi | None:
    """Return one evaluation of ``evaluasi_terlihat``, None where the aktor may not see it."""
    if aktor.adalah_sistem or aktor.pegawai_id is None or aktor.mode_petugas is not None:
        return evaluasi_terlihat(aktor=aktor).filter(pk=pk).first()
    satu: Evaluasi | None = _dibuka.satu(
        pk=pk, instansi=aktor.instansi_id, saya=aktor.pegawai_id, hari=aktor.hari_ini
    )
    return satu


@kueri_siap(
    pk=BigIntegerField(), instansi=BigIntegerField(), saya=BigIntegerField(), hari=DateField()
)
def _dibuka(pk: Isian, instansi: Isian, saya: Isian, hari: Isian) -> QuerySet[Evaluasi]:
    return _lengkap(hari).filter(_terlibat(saya, instansi), pk=pk)


def _lengkap(hari: dt.date | Isian) -> QuerySet[Evaluasi]:
    return dengan_penilai(Evaluasi.objects.all(), pada=hari).select_related(
        "skp__penugasan__unit",
        "skp__penugasan__jabatan",
        "pegawai",
        "penilai",
        "periode__instansi",
        "unit",
        "disetujui_oleh",
        "swakaji",
    )


def _terlibat(saya: int | Isian, instansi: int | Isian) -> Q:
    """The person, the rater, or whoever rates or stands above that assignment at any time."""
    return (
        Q(pegawai_id=saya, instansi_id=instansi)
        | Q(penilai_id=saya)
        | Q(
            skp__penugasan_id__in=HubunganPenilai.objects.filter(
                Q(penilai_id=saya) | Q(atasan_penilai_id=saya)
            ).values("penugasan_id")
        )
        # Who decides an objection reads the result, wherever that person stands.
        | Q(pk__in=Keberatan.objects.filter(kepada_id=saya).values("evaluasi_id"))
    )


def evaluasi_saya(*, aktor: Aktor) -> QuerySet[Evaluasi]:
    """Return the aktor's own evaluations that have been decided, newest first."""
    return (
        Evaluasi.objects.filter(pegawai_id=aktor.pegawai_id or 0)
        .exclude(status__in=[Evaluasi.Status.TERBUKA, Evaluasi.Status.DINILAI])
        .select_related("periode", "penilai")
        .order_by("-periode__selesai")
    )
