"""Whose angka kredit one may open: own, rated, one level above, or as an officer."""

from django.db.models import Q, QuerySet

from tera.angka_kredit.models import FaktaJF, KonversiPredikat, MasaJenjang, PenetapanAngkaKredit
from tera.angka_kredit.permissions import PEMBACA
from tera.core.aktor import Aktor
from tera.organisasi.models import HubunganPenilai, Pegawai, Penugasan
from tera.organisasi.permissions import cakupan_petugas
from tera.organisasi.selectors import berlaku_pada


def pegawai_terbaca(*, aktor: Aktor) -> QuerySet[Pegawai]:
    """Return the people whose ledger the aktor may open; officers only in *mode petugas*."""
    semua = Pegawai.objects.filter(instansi_id=aktor.instansi_id)
    if aktor.adalah_sistem:
        return semua
    if aktor.pegawai_id is None:
        return semua.none()
    syarat = _terkait(aktor)
    if aktor.mode_petugas is not None:
        syarat |= Q(pk__in=_di_cakupan(aktor, PEMBACA))
    return semua.filter(syarat)


def pegawai_dikelola(*, aktor: Aktor) -> QuerySet[Pegawai]:
    """Return the people for whom the aktor keeps records as pengelola, never oneself."""
    semua = Pegawai.objects.filter(instansi_id=aktor.instansi_id)
    if aktor.adalah_sistem:
        return semua
    if aktor.pegawai_id is None:
        return semua.none()
    return semua.filter(pk__in=_di_cakupan(aktor, ("pengelola",))).exclude(pk=aktor.pegawai_id)


def konversi_terlihat(*, aktor: Aktor) -> QuerySet[KonversiPredikat]:
    """Return the conversions the aktor may open."""
    return (
        KonversiPredikat.objects.filter(instansi_id=aktor.instansi_id)
        .filter(
            Q(pegawai__in=pegawai_terbaca(aktor=aktor).values("pk"))
            | Q(penilai_id=aktor.pegawai_id or 0)
        )
        .select_related("pegawai__instansi", "masa", "penilai", "instansi")
    )


def konversi_menunggu(*, aktor: Aktor) -> QuerySet[KonversiPredikat]:
    """Return what waits for the aktor as Pejabat Penilai Kinerja, by name and year."""
    if aktor.pegawai_id is None:
        return KonversiPredikat.objects.none()
    return (
        KonversiPredikat.objects.filter(
            Q(penilai_id=aktor.pegawai_id) | Q(pegawai__in=_dinilai(aktor)),
            instansi_id=aktor.instansi_id,
            status=KonversiPredikat.Status.DIUSULKAN,
        )
        .select_related("pegawai", "masa")
        .order_by("pegawai__nama", "pegawai_id", "tahun", "bulan_mulai")
    )


def masa_terlihat(*, aktor: Aktor) -> QuerySet[MasaJenjang]:
    """Return the jenjang whose ledger the aktor may open."""
    return MasaJenjang.objects.filter(
        instansi_id=aktor.instansi_id, pegawai__in=pegawai_terbaca(aktor=aktor).values("pk")
    ).select_related("pegawai__instansi", "instansi")


def fakta_terlihat(*, aktor: Aktor) -> QuerySet[FaktaJF]:
    """Return the facts the aktor may open: own, those kept as pengelola, those one may read."""
    return FaktaJF.objects.filter(
        Q(pegawai__in=pegawai_terbaca(aktor=aktor).values("pk"))
        | Q(pegawai__in=pegawai_dikelola(aktor=aktor).values("pk")),
        instansi_id=aktor.instansi_id,
    ).select_related("pegawai__instansi", "berkas")


def pak_menunggu(*, aktor: Aktor) -> QuerySet[PenetapanAngkaKredit]:
    """Return the PAK that wait for the aktor as penilai."""
    if aktor.pegawai_id is None:
        return PenetapanAngkaKredit.objects.none()
    return (
        PenetapanAngkaKredit.objects.filter(
            Q(penilai_id=aktor.pegawai_id) | Q(pegawai__in=_dinilai(aktor)),
            instansi_id=aktor.instansi_id,
            status=PenetapanAngkaKredit.Status.DISUSUN,
        )
        .select_related("pegawai", "masa")
        .order_by("pegawai__nama", "pk")
    )


def _terkait(aktor: Aktor) -> Q:
    return Q(pk=aktor.pegawai_id or 0) | Q(
        pk__in=HubunganPenilai.objects.filter(
            Q(penilai_id=aktor.pegawai_id) | Q(atasan_penilai_id=aktor.pegawai_id),
            berlaku_pada(aktor.hari_ini),
        ).values("penugasan__pegawai_id")
    )


def _dinilai(aktor: Aktor) -> QuerySet[HubunganPenilai, int]:
    return HubunganPenilai.objects.filter(
        berlaku_pada(aktor.hari_ini), penilai_id=aktor.pegawai_id
    ).values("penugasan__pegawai_id")  # type: ignore[return-value]


def _di_cakupan(aktor: Aktor, peran: tuple[str, ...]) -> QuerySet[Penugasan, int]:
    return Penugasan.objects.filter(
        cakupan_petugas(aktor=aktor, pada=aktor.hari_ini, peran=peran, kolom="unit__path"),
        berlaku_pada(aktor.hari_ini),
        instansi_id=aktor.instansi_id,
    ).values("pegawai_id")  # type: ignore[return-value]
