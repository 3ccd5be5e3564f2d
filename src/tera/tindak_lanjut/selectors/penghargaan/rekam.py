"""Records of discipline: stricter class. ``services.rekam`` reads others' and logs it."""

import datetime as dt

from django.db.models import Q, QuerySet

from tera.core.aktor import Aktor
from tera.core.models import JejakAudit
from tera.organisasi.models import Pegawai, Penugasan
from tera.organisasi.selectors import berlaku_pada
from tera.organisasi.selectors.petugas import cakupan_petugas
from tera.tindak_lanjut.models import CalonPenghargaan, KoreksiRekam, RekamDisiplin
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


def pembaca_rekam(*, aktor: Aktor) -> list[tuple[str, dt.datetime]]:
    """Return (who, when) others opened the aktor's records or candidacies, newest first.

    Four queries; at most 50 readings.
    """
    saya = aktor.pegawai_id or 0
    rekam = list(RekamDisiplin.objects.filter(pegawai_id=saya).values_list("pk", flat=True))
    calon = list(CalonPenghargaan.objects.filter(pegawai_id=saya).values_list("pk", flat=True))
    bacaan = list(
        JejakAudit.objects.filter(
            Q(jenis="rekam_disiplin", objek_id__in=rekam)
            | Q(jenis="calon_penghargaan", objek_id__in=calon),
            instansi_id=aktor.instansi_id,
            aksi="dibaca",
        )
        .order_by("-pk")
        .values_list("pegawai_id", "terjadi_at")[:50]
    )
    nama = {
        satu.pk: satu.nama_lengkap
        for satu in Pegawai.objects.filter(pk__in={pk for pk, _saat in bacaan})
    }
    return [(nama[pk], saat) for pk, saat in bacaan if pk in nama]
