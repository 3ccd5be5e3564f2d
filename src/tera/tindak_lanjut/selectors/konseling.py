"""Counselling: which one may see, and what of it. Reading goes through the service, which logs."""

from django.db.models import Q, QuerySet

from tera.core.aktor import Aktor
from tera.organisasi.models import Pegawai
from tera.tindak_lanjut.models import (
    BacaanKonseling,
    Konseling,
    PermintaanKonseling,
    TindakLanjut,
)
from tera.tindak_lanjut.selectors.giliran import TANGGA, giliran_menunjuk


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
        .select_related("pegawai")
        .order_by("-pk")[:10]
    )


def permintaan_menunggu(*, aktor: Aktor) -> QuerySet[PermintaanKonseling]:
    """Return the requests that wait for the aktor to name a counsellor: never what they say."""
    return (
        giliran_menunjuk(
            pada=aktor.hari_ini,
            saya=aktor.pegawai_id or 0,
            peran=("penilai", "atasan_penilai", *TANGGA),
        )
        .filter(instansi_id=aktor.instansi_id)
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
