"""Files of promotion, mutation and rotation: which the aktor reads, and who may be proposed."""

import datetime as dt

from django.db.models import Q, QuerySet

from tera.core.aktor import Aktor
from tera.organisasi.models import HubunganPenilai, Penugasan
from tera.organisasi.selectors import berlaku_pada
from tera.tindak_lanjut.models import UsulKarier
from tera.tindak_lanjut.selectors.talenta.jangkauan import Jangkauan


def usul_terlihat(*, aktor: Aktor, jangkauan: Jangkauan) -> QuerySet[UsulKarier]:
    """Return the files one proposed, and those of units one reads once they left the proposer.

    A file about oneself is shown on one's own page, never here.
    """
    petugas = (
        jangkauan.q("unit_asal__path", pimpinan=False)
        | jangkauan.q("unit_target__path", pimpinan=False)
    ) & ~Q(status=UsulKarier.Status.DISUSUN)
    return (
        UsulKarier.objects.filter(
            Q(pengusul_id=aktor.pegawai_id or 0) | petugas, instansi_id=aktor.instansi_id
        )
        .exclude(pegawai_id=aktor.pegawai_id or 0)
        .select_related("pegawai", "unit_asal", "unit_target", "berkas_dokumen")
        .order_by("-pk")
    )


def menunggu(daftar: QuerySet[UsulKarier]) -> QuerySet[UsulKarier]:
    """Return the files that somebody still has to act on, the oldest first."""
    return daftar.exclude(
        status__in=[
            UsulKarier.Status.DISETUJUI,
            UsulKarier.Status.DITOLAK,
            UsulKarier.Status.DIBATALKAN,
        ]
    ).order_by("pk")


def tugas_utama(*, instansi_id: int, pegawai_id: int, pada: dt.date) -> Penugasan | None:
    """Return the post a person leaves: the definitive one, else the newest; one query."""
    daftar = list(
        Penugasan.objects.filter(berlaku_pada(pada), instansi_id=instansi_id, pegawai_id=pegawai_id)
        .select_related("pegawai", "jabatan", "unit")
        .order_by("-sejak")
    )
    daftar.sort(key=lambda tugas: tugas.jenis != "definitif")
    return daftar[0] if daftar else None


def menilai(*, aktor: Aktor, tugas: Penugasan, pada: dt.date) -> bool:
    """Whether the aktor rates the holder of a post on the day."""
    return HubunganPenilai.objects.filter(
        berlaku_pada(pada), penugasan=tugas, penilai_id=aktor.pegawai_id or 0
    ).exists()
