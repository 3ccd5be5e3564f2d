"""Succession groups: which the aktor reads, who is in them, who could be put in."""

import datetime as dt

from django.db.models import Count, Q, QuerySet

from tera.core.aktor import Aktor
from tera.tindak_lanjut.models import (
    AnggotaSuksesi,
    KelompokSuksesi,
    KotakTalenta,
    PetaTalenta,
)
from tera.tindak_lanjut.selectors.talenta.jangkauan import Jangkauan


def kelompok_terlihat(*, aktor: Aktor, jangkauan: Jangkauan) -> QuerySet[KelompokSuksesi]:
    """Return the groups of units one reads as an officer, with the number of members."""
    return (
        KelompokSuksesi.objects.filter(
            jangkauan.q("unit__path", pimpinan=False), instansi_id=aktor.instansi_id
        )
        .select_related("unit")
        .annotate(
            jumlah=Count("daftar_anggota", filter=Q(daftar_anggota__sampai__isnull=True)),
            siap=Count(
                "daftar_anggota",
                filter=Q(
                    daftar_anggota__sampai__isnull=True,
                    daftar_anggota__kesiapan=AnggotaSuksesi.Kesiapan.SIAP_SEKARANG,
                ),
            ),
        )
        .order_by("status", "jabatan_target", "pk")
    )


def anggota(*, kelompok: KelompokSuksesi) -> list[AnggotaSuksesi]:
    """Return who is and was in a group: today's first, the readiest first."""
    return list(
        AnggotaSuksesi.objects.filter(kelompok=kelompok)
        .select_related("pegawai")
        .order_by("-sampai", "kesiapan", "pegawai__nama", "pk")
    )


def calon_kotak(*, aktor: Aktor, jangkauan: Jangkauan, cari: str = "") -> QuerySet[KotakTalenta]:
    """Return people of boxes 7–9 of the newest set matrix in units one reads, by name."""
    terbaru = (
        PetaTalenta.objects.filter(
            instansi_id=aktor.instansi_id, status=PetaTalenta.Status.DITETAPKAN
        )
        .order_by("-tahun")
        .values("pk")[:1]
    )
    daftar = KotakTalenta.objects.filter(
        jangkauan.q(pimpinan=False), peta__in=terbaru, krs=True
    ).select_related("peta")
    if cari:
        daftar = daftar.filter(Q(nama__icontains=cari) | Q(nip__startswith=cari))
    return daftar.order_by("-kotak", "nama", "pk")


def kotak_terbaru(*, instansi_id: int, pegawai_id: int) -> KotakTalenta | None:
    """Return a person's row in the newest set matrix, if any."""
    return (
        KotakTalenta.objects.filter(
            peta__instansi_id=instansi_id,
            peta__status=PetaTalenta.Status.DITETAPKAN,
            pegawai_id=pegawai_id,
        )
        .select_related("peta")
        .order_by("-peta__tahun")
        .first()
    )


def perlu_ditinjau(*, jangkauan: Jangkauan, instansi_id: int, pada: dt.date) -> int:
    """Return how many groups of one's units are past their yearly review."""
    return KelompokSuksesi.objects.filter(
        jangkauan.q("unit__path", pimpinan=False),
        instansi_id=instansi_id,
        status=KelompokSuksesi.Status.DITETAPKAN,
        tinjau_sebelum__lt=pada,
    ).count()
