"""Close relations: a stricter class. Reading one goes through ``services.hubungan``, which logs."""

import datetime as dt

from django.db.models import Exists, OuterRef, Q, QuerySet

from tera.core.aktor import Aktor
from tera.organisasi.models import HubunganDekat, HubunganPenilai, Penugasan
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.organisasi.selectors.petugas import cakupan_petugas

RAHASIA = frozenset({"pyb", "pejabat_pembina"})


def ada_hubungan_dekat(*, a_id: int, b_id: int, pada: dt.date) -> bool:
    """Whether either of two people (pegawai ids) declared a close relation in force on ``pada``.

    One query; says nothing of its kind, so it isn't logged as a reading.
    """
    return HubunganDekat.objects.filter(
        berlaku_pada(pada),
        Q(penyata_id=a_id, pihak_id=b_id) | Q(penyata_id=b_id, pihak_id=a_id),
    ).exists()


def hubungan_terlihat(*, aktor: Aktor, pada: dt.date) -> QuerySet[HubunganDekat]:
    """Return the declarations the aktor may read.

    Both sides; the atasan penilai where one side rates the other; PyB and pejabat pembina for the
    units they reach. Nobody else, not even a pengelola or an auditor.
    """
    if aktor.pegawai_id is None:
        return HubunganDekat.objects.none()
    milik = Q(penyata_id=aktor.pegawai_id) | Q(pihak_id=aktor.pegawai_id)
    diawasi = Exists(
        HubunganPenilai.objects.filter(
            berlaku_pada(pada),
            Q(
                penilai_id=OuterRef("penyata_id"),
                penugasan__pegawai_id=OuterRef("pihak_id"),
            )
            | Q(
                penilai_id=OuterRef("pihak_id"),
                penugasan__pegawai_id=OuterRef("penyata_id"),
            ),
            atasan_penilai_id=aktor.pegawai_id,
        )
    )
    saring: Q = milik | Q(diawasi)
    jangkauan = cakupan_petugas(aktor=aktor, pada=pada, peran=RAHASIA, kolom="unit__path")
    wilayah = Penugasan.objects.filter(
        berlaku_pada(pada), jangkauan, instansi_id=aktor.instansi_id
    ).values("pegawai_id")
    saring |= Q(penyata_id__in=wilayah) | Q(pihak_id__in=wilayah)
    return (
        HubunganDekat.objects.filter(saring, instansi_id=aktor.instansi_id)
        .select_related("penyata", "pihak")
        .order_by("-sejak", "-id")
    )
