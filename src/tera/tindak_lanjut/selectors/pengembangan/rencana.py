"""Plans and their rows: one's own, those of the people one rates or whose rater one supervises."""

import datetime as dt
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet, Sum

from tera.core.aktor import Aktor
from tera.organisasi.models import HubunganPenilai, Pegawai, Penugasan
from tera.organisasi.permissions import cakupan_petugas
from tera.organisasi.selectors import berlaku_pada
from tera.tindak_lanjut.models import KegiatanPengembangan, RencanaPengembangan
from tera.tindak_lanjut.permissions.pengembangan import BACA


def orang_dinilai(*, aktor: Aktor, pada: dt.date, atasan: bool = True) -> QuerySet[Any, Any]:
    """Return the ids of the people the aktor rates (and supervises through their rater)."""
    saya = aktor.pegawai_id or 0
    siapa = Q(penilai_id=saya)
    if atasan:
        siapa |= Q(atasan_penilai_id=saya)
    return HubunganPenilai.objects.filter(berlaku_pada(pada), siapa).values("penugasan__pegawai_id")


def orang_terlihat(*, aktor: Aktor, pada: dt.date) -> QuerySet[Pegawai]:
    """Return the people whose development the aktor reads; officers in *mode petugas* only."""
    saya = aktor.pegawai_id
    if saya is None:
        return Pegawai.objects.none()
    boleh = Q(pk=saya) | Q(pk__in=orang_dinilai(aktor=aktor, pada=pada))
    if aktor.mode_petugas is not None:
        boleh |= Q(
            instansi_id=aktor.instansi_id,
            pk__in=Penugasan.objects.filter(
                berlaku_pada(pada),
                cakupan_petugas(aktor=aktor, pada=pada, peran=BACA, kolom="unit__path"),
                instansi_id=aktor.instansi_id,
            ).values("pegawai_id"),
        )
    return Pegawai.objects.filter(boleh).select_related("instansi")


def rencana_terlihat(*, aktor: Aktor, pada: dt.date) -> QuerySet[RencanaPengembangan]:
    """Return the plans the aktor may open, newest first."""
    saya = aktor.pegawai_id
    if saya is None:
        return RencanaPengembangan.objects.none()
    boleh = Q(pegawai_id=saya) | Q(pegawai_id__in=orang_dinilai(aktor=aktor, pada=pada))
    if aktor.mode_petugas is not None:
        boleh |= Q(instansi_id=aktor.instansi_id) & cakupan_petugas(
            aktor=aktor, pada=pada, peran=BACA, kolom="unit__path"
        )
    return (
        RencanaPengembangan.objects.filter(boleh)
        .select_related("pegawai", "unit", "penyetuju", "instansi")
        .order_by("-tahun", "pk")
    )


def kegiatan_terlihat(*, aktor: Aktor, pada: dt.date) -> QuerySet[KegiatanPengembangan]:
    """Return the rows of the plans the aktor may open, and those one mentors."""
    saya = aktor.pegawai_id
    if saya is None:
        return KegiatanPengembangan.objects.none()
    boleh = (
        Q(rencana__pegawai_id=saya)
        | Q(rencana__pegawai_id__in=orang_dinilai(aktor=aktor, pada=pada))
        | Q(pembimbing_id=saya, instansi_id=aktor.instansi_id)
    )
    if aktor.mode_petugas is not None:
        boleh |= Q(instansi_id=aktor.instansi_id) & cakupan_petugas(
            aktor=aktor, pada=pada, peran=BACA, kolom="rencana__unit__path"
        )
    return KegiatanPengembangan.objects.filter(boleh).select_related(
        "rencana__pegawai", "rencana__unit", "pembimbing", "berkas"
    )


def rencana_tahun(*, aktor: Aktor, pegawai_id: int, tahun: int) -> RencanaPengembangan | None:
    """Return one person's plan of the year with its rows; the door was passed before: 2 queries."""
    return (
        RencanaPengembangan.objects.filter(pegawai_id=pegawai_id, tahun=tahun)
        .select_related("pegawai", "unit", "penyetuju", "instansi")
        .prefetch_related(
            Prefetch(
                "daftar_kegiatan",
                KegiatanPengembangan.objects.select_related("pembimbing", "berkas").order_by(
                    "target_pada", "pk"
                ),
            )
        )
        .first()
    )


def kegiatan_terbuka(*, aktor: Aktor) -> list[KegiatanPengembangan]:
    """Return the aktor's own agreed rows that still run: a training may answer one of them."""
    return list(
        KegiatanPengembangan.objects.filter(
            rencana__pegawai_id=aktor.pegawai_id or 0,
            disetujui_pada__isnull=False,
            status__in=[
                KegiatanPengembangan.Status.DIRENCANAKAN,
                KegiatanPengembangan.Status.BERJALAN,
            ],
        )
        .exclude(rencana__status=RencanaPengembangan.Status.DITUTUP)
        .order_by("target_pada", "pk")[:50]
    )


def tahun_berencana(*, pegawai_id: int) -> list[int]:
    """Return the years with a plan, newest first."""
    return list(
        RencanaPengembangan.objects.filter(pegawai_id=pegawai_id)
        .order_by("-tahun")
        .values_list("tahun", flat=True)
    )


def rencana_tim(*, aktor: Aktor, tahun: int, pada: dt.date) -> list[Any]:
    """Return the people the aktor rates with the plan of the year and its counts: two queries."""
    orang = list(
        Pegawai.objects.filter(pk__in=orang_dinilai(aktor=aktor, pada=pada, atasan=False)).order_by(
            "nama", "pk"
        )
    )
    hidup = ~Q(daftar_kegiatan__status=KegiatanPengembangan.Status.DIBATALKAN)
    rencana = {
        satu.pegawai_id: satu
        for satu in RencanaPengembangan.objects.filter(
            pegawai_id__in=[satu.pk for satu in orang], tahun=tahun
        ).annotate(
            n_kegiatan=Count("daftar_kegiatan", filter=hidup),
            n_selesai=Count(
                "daftar_kegiatan",
                filter=Q(daftar_kegiatan__status=KegiatanPengembangan.Status.DIVERIFIKASI),
            ),
            n_menunggu=Count(
                "daftar_kegiatan",
                filter=Q(daftar_kegiatan__status=KegiatanPengembangan.Status.SELESAI),
            ),
            jumlah_jp=Sum("daftar_kegiatan__jp", filter=hidup),
        )
    }
    return [(satu, rencana.get(satu.pk)) for satu in orang]


def calon_pembimbing(*, pegawai_id: int, pada: dt.date) -> list[Pegawai]:
    """Return the person's rater and colleagues of the same unit, by name: one query."""
    tugas = Penugasan.objects.filter(berlaku_pada(pada), pegawai_id=pegawai_id)
    penilai = HubunganPenilai.objects.filter(berlaku_pada(pada), penugasan__in=tugas)
    return list(
        Pegawai.objects.filter(
            Q(pk__in=penilai.values("penilai_id"))
            | Q(
                pk__in=Penugasan.objects.filter(
                    berlaku_pada(pada), unit_id__in=tugas.values("unit_id")
                ).values("pegawai_id")
            )
        )
        .exclude(pk=pegawai_id)
        .order_by("nama", "pk")[:200]
    )
