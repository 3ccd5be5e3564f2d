"""What a mutation does to plans: a closed assignment closes its plan, a moved rater gets its step.

Idempotent and safe to repeat: called when ``organisasi`` says that assignments changed, and once a
day for changes whose day has come.
"""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Case, DateField, F, OuterRef, QuerySet, Subquery, Value, When
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.core import audit, kejadian, workflow
from tera.core.aktor import Aktor
from tera.core.workflow import HasilLangkah
from tera.organisasi import kebijakan
from tera.organisasi.models import HubunganPenilai
from tera.skp.models import SKP
from tera.skp.permissions import peran_skp

STATUS_TERBUKA = (SKP.Status.DRAF, SKP.Status.DIAJUKAN, SKP.Status.DIKEMBALIKAN)
SISTEM = frozenset({"sistem"})


@dataclass(frozen=True, slots=True)
class HasilMutasi:
    """How many plans were closed, cancelled, shortened, and given to another rater."""

    ditutup: int
    dibatalkan: int
    dipendekkan: int
    dipindahkan: int


@transaction.atomic
def tutup_skp(
    *, aktor: Aktor, skp: SKP, sampai: dt.date, alasan: str, pada: dt.date
) -> HasilLangkah:
    """Close a set plan on ``sampai``, the last day it was served; its evaluation follows."""
    return workflow.jalankan(
        objek=skp,
        jenis="skp",
        aksi="tutup",
        aktor=aktor,
        daftar_peran=peran_skp(aktor=aktor, skp=skp, pada=pada),
        pada=pada,
        alasan=alasan,
        bidang={"selesai": min(sampai, skp.selesai)},
        muatan={"pegawai_id": skp.pegawai_id, "penugasan_id": skp.penugasan_id},
    )


@transaction.atomic
def segarkan_mutasi(*, instansi_id: int, zona: str, pada: dt.date) -> HasilMutasi:
    """Bring the plans of an instansi in line with its assignments as of ``pada``."""
    aktor = Aktor.sistem(instansi_id, zona)
    minimum = int(
        kebijakan.nilai(instansi_id=instansi_id, kunci="skp.hari_minimum_masa_kerja", pada=pada)
    )
    ditutup = dibatalkan = dipendekkan = 0
    for skp in _berakhir(instansi_id, pada):
        sampai = skp.penugasan.sampai
        if sampai is None:
            continue
        alasan = _("Penugasan berakhir %(tanggal)s.") % {"tanggal": tulis_tanggal(sampai)}
        if skp.status == SKP.Status.DITETAPKAN:
            tutup_skp(aktor=aktor, skp=skp, sampai=sampai, alasan=alasan, pada=pada)
            ditutup += 1
        elif skp.sebelumnya_id is not None or (sampai - skp.mulai).days + 1 < max(minimum, 1):
            workflow.jalankan(
                objek=skp,
                jenis="skp",
                aksi="batalkan",
                aktor=aktor,
                daftar_peran=SISTEM,
                pada=pada,
                alasan=alasan,
            )
            dibatalkan += 1
        elif skp.selesai != sampai:
            SKP.objects.filter(pk=skp.pk).update(selesai=sampai)
            audit.catat_objek(aktor, "skp", skp.pk, "pendekkan", {"selesai": sampai})
            dipendekkan += 1
    return HasilMutasi(ditutup, dibatalkan, dipendekkan, _pindahkan_langkah(aktor, pada))


def _berakhir(instansi_id: int, pada: dt.date) -> QuerySet[SKP]:
    """Plans that outlast their assignment, whose last day is over: drafts first, then the set."""
    return (
        SKP.objects.filter(
            instansi_id=instansi_id,
            status__in=[*STATUS_TERBUKA, SKP.Status.DITETAPKAN],
            penugasan__sampai__lt=F("selesai"),
        )
        .filter(penugasan__sampai__lt=pada)
        .select_related("penugasan__unit", "penugasan__jabatan")
        .order_by("-versi", "pk")
    )


def _pindahkan_langkah(aktor: Aktor, pada: dt.date) -> int:
    """Give the open step of every plan whose rater changed to the rater of the day."""
    hari = Case(
        When(penugasan__sejak__gt=Value(pada), then=F("penugasan__sejak")),
        When(penugasan__sampai__lt=Value(pada), then=F("penugasan__sampai")),
        default=Value(pada),
        output_field=DateField(),
    )
    hubungan = HubunganPenilai.objects.filter(
        penugasan=OuterRef("penugasan"), sejak__lte=OuterRef("hari_penilai")
    ).order_by("-sejak")
    daftar = (
        SKP.objects.filter(instansi_id=aktor.instansi_id, status__in=STATUS_TERBUKA)
        .annotate(hari_penilai=hari)
        .annotate(penilai_kini=Subquery(hubungan.values("penilai_id")[:1]))
        .filter(penilai_kini__isnull=False)
    )
    pindah = 0
    for skp in daftar.exclude(penilai_id=F("penilai_kini"), penilai_id__isnull=False):
        lama = skp.penilai_id
        baru: int = skp.penilai_kini
        if lama == baru:
            continue
        SKP.objects.filter(pk=skp.pk, status__in=STATUS_TERBUKA).update(penilai_id=baru)
        audit.catat_objek(
            aktor, "skp", skp.pk, "pindah_penilai", {"penilai_lama": lama, "penilai_baru": baru}
        )
        kejadian.terbitkan(
            instansi_id=aktor.instansi_id,
            nama="skp.pindah_penilai",
            muatan={"id": skp.pk, "penilai_lama_id": lama, "penilai_baru_id": baru},
        )
        pindah += 1
    return pindah
