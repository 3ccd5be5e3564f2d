"""Meetings and agreements: only those who take part find them."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, QuerySet

from tera.core.aktor import Aktor
from tera.dialog.models import (
    ButirAgenda,
    CatatanPertemuan,
    Kesepakatan,
    Pertemuan,
    PesertaSesi,
)
from tera.evaluasi.models import Evaluasi

AKAN_DATANG = (Pertemuan.Status.DIJADWALKAN, Pertemuan.Status.BERLANGSUNG)


def pertemuan_terlihat(*, aktor: Aktor) -> QuerySet[Pertemuan]:
    """Return the meetings the aktor takes part in; no superior, no officer reads them."""
    if aktor.pegawai_id is None:
        return Pertemuan.objects.none()
    return Pertemuan.objects.filter(
        Q(pegawai_id=aktor.pegawai_id) | Q(mitra_id=aktor.pegawai_id)
    ).select_related("pegawai", "mitra", "pengundang", "instansi", "evaluasi__periode")


def pertemuan_datang(*, aktor: Aktor) -> list[Pertemuan]:
    """Return what is planned or going on, nearest first."""
    return list(
        pertemuan_terlihat(aktor=aktor)
        .filter(status__in=AKAN_DATANG)
        .order_by("tanggal", "jam_mulai")[:50]
    )


def pertemuan_lalu(*, aktor: Aktor) -> QuerySet[Pertemuan]:
    """Return what was held or called off, newest first, with its number of agreements."""
    return (
        pertemuan_terlihat(aktor=aktor)
        .exclude(status__in=AKAN_DATANG)
        .annotate(
            n_kesepakatan=Count(
                "daftar_kesepakatan",
                filter=~Q(daftar_kesepakatan__status=Kesepakatan.Status.DIUBAH),
            )
        )
        .order_by("-tanggal", "-jam_mulai", "-pk")
    )


@dataclass(frozen=True, slots=True)
class LembarPertemuan:
    """What one meeting's page shows; three queries."""

    agenda: list[ButirAgenda] = field(default_factory=list)
    daftar_catatan: list[CatatanPertemuan] = field(default_factory=list)
    kesepakatan: list[Kesepakatan] = field(default_factory=list)

    @property
    def catatan(self) -> CatatanPertemuan | None:
        """The newest version of the notes."""
        return self.daftar_catatan[0] if self.daftar_catatan else None


def lembar_pertemuan(*, pertemuan: Pertemuan) -> LembarPertemuan:
    """Return agenda, notes (newest first) and agreements; the caller checked who asks."""
    return LembarPertemuan(
        list(pertemuan.daftar_agenda.select_related("pengusul").order_by("pk")),
        list(pertemuan.daftar_catatan.select_related("penulis").order_by("-versi")[:100]),
        list(
            pertemuan.daftar_kesepakatan.select_related("penanggung_jawab").order_by(
                "status", "tenggat", "pk"
            )
        ),
    )


def kesepakatan_terlihat(*, aktor: Aktor) -> QuerySet[Kesepakatan]:
    """Return the agreements the aktor does or waits for, or made in a session they were in."""
    if aktor.pegawai_id is None:
        return Kesepakatan.objects.none()
    saya = aktor.pegawai_id
    return (
        Kesepakatan.objects.filter(
            Q(penanggung_jawab_id=saya)
            | Q(pihak_lain_id=saya)
            | Q(sesi__in=_sesi_diikuti(saya))
        )
        .select_related(
            "penanggung_jawab", "pihak_lain", "pengusul", "pertemuan__pegawai",
            "pertemuan__mitra", "sesi", "menggantikan",
        )
    )  # fmt: skip


def _sesi_diikuti(saya: int) -> QuerySet[Any, Any]:
    return PesertaSesi.objects.filter(pegawai_id=saya).values("sesi_id")


def kesepakatan_terbuka(*, aktor: Aktor) -> list[Kesepakatan]:
    """Return the open agreements of the aktor, or waited for by them, by date."""
    saya = aktor.pegawai_id or 0
    return list(
        Kesepakatan.objects.filter(
            Q(penanggung_jawab_id=saya) | Q(pihak_lain_id=saya),
            status=Kesepakatan.Status.TERBUKA,
        )
        .select_related("penanggung_jawab", "pihak_lain")
        .order_by("tenggat", "pk")[:100]
    )


def pertemuan_hasil(*, evaluasi: Evaluasi) -> list[Pertemuan]:
    """Return the meetings about one result that were not called off, oldest first."""
    return list(
        Pertemuan.objects.filter(evaluasi=evaluasi)
        .exclude(status=Pertemuan.Status.DIBATALKAN)
        .select_related("pegawai", "mitra")
        .order_by("tanggal", "pk")
    )
