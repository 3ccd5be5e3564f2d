"""The catalogue and its sessions; who takes part is read by the person, the rater and officers."""

import datetime as dt

from django.db.models import Count, Prefetch, Q, QuerySet

from tera.core.aktor import Aktor
from tera.organisasi.permissions import daftar_petugas
from tera.tindak_lanjut.models import (
    KegiatanPengembangan,
    Pelatihan,
    PesertaPelatihan,
    RencanaPengembangan,
    SesiPelatihan,
)
from tera.tindak_lanjut.permissions.pengembangan import PENGELOLA
from tera.tindak_lanjut.selectors.pengembangan.rencana import orang_dinilai

P = PesertaPelatihan.Status
#: Who sits on a seat of the session.
BERKURSI = (P.TERDAFTAR, P.LULUS, P.TIDAK_LULUS)


def dengan_hitungan(daftar: QuerySet[SesiPelatihan]) -> QuerySet[SesiPelatihan]:
    """Add how many have a seat and how many wait."""
    return daftar.annotate(
        n_kursi=Count("daftar_peserta", filter=Q(daftar_peserta__status__in=BERKURSI)),
        n_menunggu=Count("daftar_peserta", filter=Q(daftar_peserta__status=P.MENUNGGU)),
    )


def katalog(*, aktor: Aktor, cari: str = "", pada: dt.date) -> QuerySet[Pelatihan]:
    """Return what is offered in the instansi with the sessions still to come, by title."""
    daftar = Pelatihan.objects.filter(instansi_id=aktor.instansi_id, aktif=True)
    if cari:
        daftar = daftar.filter(
            Q(judul__icontains=cari) | Q(sasaran__icontains=cari) | Q(penyelenggara__icontains=cari)
        )
    return daftar.prefetch_related(
        Prefetch(
            "daftar_sesi",
            dengan_hitungan(
                SesiPelatihan.objects.filter(
                    status=SesiPelatihan.Status.DIBUKA, selesai__gte=pada
                ).order_by("mulai", "pk")
            ),
            to_attr="sesi_datang",
        )
    ).order_by("judul", "pk")


def pelatihan_terlihat(*, aktor: Aktor) -> QuerySet[Pelatihan]:
    """Return the trainings of the instansi: the catalogue is no secret inside it."""
    return Pelatihan.objects.filter(instansi_id=aktor.instansi_id)


def sesi_terlihat(*, aktor: Aktor) -> QuerySet[SesiPelatihan]:
    """Return the sessions of the instansi with their counts."""
    return dengan_hitungan(
        SesiPelatihan.objects.filter(instansi_id=aktor.instansi_id).select_related("pelatihan")
    )


def daftar_sesi(*, pelatihan: Pelatihan) -> list[SesiPelatihan]:
    """Return the sessions of one training with their counts, newest first: one query."""
    return list(
        dengan_hitungan(SesiPelatihan.objects.filter(pelatihan=pelatihan)).order_by("-mulai", "pk")
    )


def ikut_saya(*, aktor: Aktor) -> QuerySet[PesertaPelatihan]:
    """Return the aktor's own places, newest first."""
    return (
        PesertaPelatihan.objects.filter(pegawai_id=aktor.pegawai_id or 0)
        .exclude(status=P.DIBATALKAN)
        .select_related("sesi__pelatihan", "pegawai")
        .order_by("-sesi__mulai", "-pk")
    )


def peserta_sesi(*, sesi: SesiPelatihan) -> list[PesertaPelatihan]:
    """Return who is in the session, seats first, then the queue; officers only: one query."""
    urut = {P.TERDAFTAR: 0, P.LULUS: 1, P.TIDAK_LULUS: 2, P.MENUNGGU: 3}
    daftar = PesertaPelatihan.objects.filter(sesi=sesi).exclude(status=P.DIBATALKAN)
    return sorted(daftar.select_related("pegawai"), key=lambda s: (urut[P(s.status)], s.pk))


def peserta_terlihat(*, aktor: Aktor, pada: dt.date) -> QuerySet[PesertaPelatihan]:
    """Return the places the aktor may open: own, of whom one rates, all for a pengelola."""
    if aktor.pegawai_id is None:
        return PesertaPelatihan.objects.none()
    boleh = Q(pegawai_id=aktor.pegawai_id) | Q(pegawai_id__in=orang_dinilai(aktor=aktor, pada=pada))
    if any(kata in PENGELOLA for kata, _jalur in daftar_petugas(aktor=aktor, pada=pada)):
        boleh |= Q(instansi_id=aktor.instansi_id)
    return PesertaPelatihan.objects.filter(boleh).select_related(
        "sesi__pelatihan", "pegawai", "sertifikat", "kegiatan__rencana"
    )


def tempat_kegiatan(*, kegiatan: KegiatanPengembangan) -> PesertaPelatihan | None:
    """Return the place in a training that answers a row of a plan, a passed one first: one query.

    The row was reached through its door.
    """
    daftar = list(
        PesertaPelatihan.objects.filter(kegiatan=kegiatan)
        .exclude(status=P.DIBATALKAN)
        .select_related("sesi__pelatihan", "sertifikat")
        .order_by("-sesi__selesai", "-pk")
    )
    return next((satu for satu in daftar if satu.status == P.LULUS), daftar[0] if daftar else None)


def bisa_dilaporkan(*, peserta: PesertaPelatihan) -> bool:
    """Whether a passed place lets its row be reported done: agreed, not reported yet.

    A row not begun yet is begun by the training; that needs a plan that isn't closed.
    """
    baris = peserta.kegiatan
    if baris is None or peserta.status != P.LULUS or baris.disetujui_pada is None:
        return False
    kata = KegiatanPengembangan.Status
    return baris.status == kata.BERJALAN or (
        baris.status == kata.DIRENCANAKAN
        and baris.rencana.status != RencanaPengembangan.Status.DITUTUP
    )
