"""Counselling: which one may see, and what of it. Reading goes through the service, which logs."""

from django.db.models import Q, QuerySet

from tera.core.aktor import Aktor
from tera.organisasi.models import HubunganPenilai, Pegawai, Penugasan
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.organisasi.selectors.petugas import cakupan_petugas
from tera.tindak_lanjut.models import (
    BacaanKonseling,
    Konseling,
    PermintaanKonseling,
    TindakLanjut,
)


def konseling_terlihat(*, aktor: Aktor) -> QuerySet[Konseling]:
    """Return the counsellings the aktor takes part in, or is reported to once reported.

    No superior, no officer, no auditor: not in *mode petugas* either.
    """
    saya = aktor.pegawai_id
    if saya is None:
        return Konseling.objects.none()
    return Konseling.objects.filter(
        Q(pegawai_id=saya)
        | Q(konselor_id=saya)
        | Q(penerima_laporan_id=saya, status=Konseling.Status.DILAPORKAN)
    ).select_related("pegawai", "konselor", "penerima_laporan", "instansi", "permintaan")


def konseling_tindakan(*, tindakan: TindakLanjut, aktor: Aktor) -> list[Konseling]:
    """Return the counsellings of one follow-up that the aktor may open, newest first."""
    return list(
        konseling_terlihat(aktor=aktor).filter(tindakan=tindakan).order_by("-tanggal", "-pk")[:20]
    )


def daftar_konseling(*, aktor: Aktor) -> list[Konseling]:
    """Return all the aktor's counsellings, what comes first."""
    return list(konseling_terlihat(aktor=aktor).order_by("status", "-tanggal", "-pk")[:50])


def permintaan_saya(*, aktor: Aktor) -> list[PermintaanKonseling]:
    """Return the aktor's own requests that wait or were answered without a day, newest first."""
    return list(
        PermintaanKonseling.objects.filter(pegawai_id=aktor.pegawai_id or 0)
        .exclude(status=PermintaanKonseling.Status.DIJADWALKAN)
        .order_by("-pk")[:10]
    )


def permintaan_menunggu(*, aktor: Aktor) -> QuerySet[PermintaanKonseling]:
    """Return the requests that wait for the aktor to name a counsellor: never what they say.

    Those sent to the rater, of people one rates; those sent past the rater, of an officer's units
    but of people one rates oneself.
    """
    pada = aktor.hari_ini
    dinilai = HubunganPenilai.objects.filter(
        berlaku_pada(pada), penilai_id=aktor.pegawai_id or 0
    ).values("penugasan__pegawai_id")
    jangkauan = cakupan_petugas(
        aktor=aktor, pada=pada, peran=frozenset({"pengelola"}), kolom="unit__path"
    )
    dikelola = Penugasan.objects.filter(
        berlaku_pada(pada), jangkauan, instansi_id=aktor.instansi_id
    ).values("pegawai_id")
    tujuan = PermintaanKonseling.Tujuan
    return (
        PermintaanKonseling.objects.filter(
            Q(tujuan=tujuan.PENILAI, pegawai_id__in=dinilai)
            | (Q(tujuan=tujuan.PENGELOLA, pegawai_id__in=dikelola) & ~Q(pegawai_id__in=dinilai)),
            instansi_id=aktor.instansi_id,
            status=PermintaanKonseling.Status.DIAJUKAN,
        )
        .exclude(pegawai_id=aktor.pegawai_id or 0)
        .defer("uraian")
        .select_related("pegawai__instansi")
        .order_by("diajukan_pada", "pk")
    )


def bacaan(*, konseling: Konseling) -> list[BacaanKonseling]:
    """Return who read what, newest first: for the person."""
    return list(konseling.daftar_bacaan.select_related("pembaca").order_by("-pk")[:100])


def orang_bernip(*, aktor: Aktor, nip: str) -> Pegawai | None:
    """Return the active person of the instansi with this NIP."""
    bersih = nip.strip()
    if not bersih:
        return None
    return Pegawai.objects.filter(
        instansi_id=aktor.instansi_id, nip=bersih, kedudukan_hukum="aktif"
    ).first()
