"""PPPK agreements near their end: which one may see, and in what order they press."""

from django.db.models import Q, QuerySet

from tera.core.aktor import Aktor
from tera.organisasi.models import HubunganPenilai
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.organisasi.selectors.petugas import cakupan_petugas
from tera.tindak_lanjut.models import TinjauanPerjanjian
from tera.tindak_lanjut.permissions.tindakan import PEMBACA, dengan_penilai_kini
from tera.tindak_lanjut.selectors.tindakan import dinilai_saya


def tinjauan_terlihat(*, aktor: Aktor) -> QuerySet[TinjauanPerjanjian]:
    """Return the reviews the aktor may open: own, of people rated, of an officer's units."""
    if aktor.pegawai_id is None:
        return TinjauanPerjanjian.objects.none()
    wilayah = cakupan_petugas(aktor=aktor, pada=aktor.hari_ini, peran=PEMBACA, kolom="unit__path")
    semua = dengan_penilai_kini(TinjauanPerjanjian.objects.all(), aktor.hari_ini)
    return semua.filter(
        Q(pegawai_id=aktor.pegawai_id)
        | Q(pegawai_id__in=dinilai_saya(aktor.pegawai_id, aktor.hari_ini))
        | (Q(instansi_id=aktor.instansi_id) & wilayah)
    ).select_related(
        "pegawai__instansi", "unit", "perjanjian", "instansi", "perekomendasi", "pemutus",
        "berkas_keputusan",
    )  # fmt: skip


def daftar_tinjauan(*, aktor: Aktor, terbuka: bool = True) -> QuerySet[TinjauanPerjanjian]:
    """Return the reviews by the day the agreement ends: those open, or those decided."""
    status = ["terbuka", "direkomendasikan"] if terbuka else ["diputus", "ditutup"]
    return (
        tinjauan_terlihat(aktor=aktor)
        .filter(status__in=status)
        .order_by("perjanjian__selesai", "pegawai__nama", "pk")
    )


def menunggu_rekomendasi(*, aktor: Aktor) -> QuerySet[TinjauanPerjanjian]:
    """Return the reviews that wait for the aktor's recommendation."""
    return TinjauanPerjanjian.objects.filter(
        status=TinjauanPerjanjian.Status.TERBUKA,
        pegawai_id__in=HubunganPenilai.objects.filter(
            berlaku_pada(aktor.hari_ini), penilai_id=aktor.pegawai_id or 0
        ).values("penugasan__pegawai_id"),
    )
