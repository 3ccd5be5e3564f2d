"""What one may read of a run: bands of a person, one's own strictness; nobody else's."""

import datetime as dt

from django.db.models import QuerySet

from tera.core.aktor import Aktor
from tera.evaluasi.models import Evaluasi, LevelRating
from tera.kalibrasi.models import (
    AlasanPutusan,
    Analisis,
    KeketatanPenilai,
    PengaktifanAnalisis,
    PilihanAlasan,
    SaranPegawai,
)
from tera.kalibrasi.selectors.pengaktifan import pengaktifan_pada

NOMOR_TINGKAT: dict[str, int] = {
    LevelRating.DI_BAWAH: 0, LevelRating.SESUAI: 1, LevelRating.DI_ATAS: 2,
}  # fmt: skip


def saran_evaluasi(*, evaluasi: Evaluasi, pada: dt.date) -> SaranPegawai | None:
    """Return what the newest run says beside one evaluation; None while the analysis is off.

    Whoever calls has already asked whether the aktor is its penilai, or its person after delivery.
    """
    if pengaktifan_pada(instansi_id=evaluasi.instansi_id, pada=pada) is None:
        return None
    return (
        SaranPegawai.objects.filter(evaluasi=evaluasi)
        .select_related("analisis", "analisis__pengaktifan")
        .first()
    )


def perlu_alasan(*, saran: SaranPegawai, level: str) -> bool:
    """Whether a reason is asked for at this level: hardly any support, and the first year over."""
    if saran.alasan != PilihanAlasan.CUKUP or level not in NOMOR_TINGKAT:
        return False
    return NOMOR_TINGKAT[level] in saran.tanya_alasan and not masih_pembinaan(
        saran.analisis, saran.analisis.pengaktifan
    )


def masih_pembinaan(analisis: Analisis, aktif: PengaktifanAnalisis) -> bool:
    """Whether the run belongs to the first year, which is for coaching only."""
    return analisis.periode.selesai <= aktif.pembinaan_sampai


def alasan_tersimpan(*, evaluasi: Evaluasi) -> AlasanPutusan | None:
    """Return the reason kept for the level that stands now."""
    return AlasanPutusan.objects.filter(
        evaluasi=evaluasi, level=evaluasi.rating_perilaku_kerja
    ).first()


def keketatan_saya(*, aktor: Aktor) -> QuerySet[KeketatanPenilai]:
    """Return the aktor's own strictness per finished run, newest period and version first.

    The newest run of a period stands for it; an older version isn't shown.
    """
    return (
        KeketatanPenilai.objects.filter(
            penilai_id=aktor.pegawai_id or 0, analisis__status=Analisis.Status.SELESAI
        )
        .select_related("analisis__periode")
        .order_by("-analisis__periode__selesai", "-analisis__versi")
    )


def keketatan_terbaru(*, aktor: Aktor, analisis: Analisis) -> KeketatanPenilai | None:
    """Return the aktor's own strictness in one run."""
    return KeketatanPenilai.objects.filter(
        penilai_id=aktor.pegawai_id or 0, analisis=analisis
    ).first()


def daftar_analisis(*, aktor: Aktor) -> QuerySet[Analisis]:
    """Return the runs of the instansi, newest first: counts of the whole, nothing of a person."""
    return (
        Analisis.objects.filter(instansi_id=aktor.instansi_id)
        .select_related("periode")
        .order_by("-pk")
    )
