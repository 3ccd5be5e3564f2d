"""Decisions that hardly any other evidence supports and that still wait for a word."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db.models import Count, DateField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast

from tera.core.aktor import Aktor
from tera.core.kueri import Isian
from tera.evaluasi.models import Evaluasi
from tera.kalibrasi.models import AlasanPutusan, PengaktifanAnalisis, PilihanAlasan, SaranPegawai
from tera.kalibrasi.selectors.saran import NOMOR_TINGKAT

KATA = "alasan_putusan"


def menunggu_alasan(
    *, instansi: int | Isian, pada: dt.date | Isian, **saring: Any
) -> QuerySet[SaranPegawai]:
    """Return the bands beside such decisions, while a decision switches the analysis on.

    None of the year that is for coaching only. ``saring``: filters on ``SaranPegawai``.
    """
    aktif = PengaktifanAnalisis.objects.filter(
        Q(berakhir_pada__isnull=True) | Q(berakhir_pada__gt=pada),
        instansi_id=instansi,
        sejak__lte=pada,
    )
    beralasan = AlasanPutusan.objects.filter(
        evaluasi=OuterRef("evaluasi"), level=OuterRef("evaluasi__rating_perilaku_kerja")
    )
    return SaranPegawai.objects.filter(
        diminta(),
        Exists(aktif),
        ~Exists(beralasan),
        evaluasi__instansi_id=instansi,
        alasan=PilihanAlasan.CUKUP,
        analisis__periode__selesai__gt=F("analisis__pengaktifan__pembinaan_sampai"),
        **saring,
    )


def diminta() -> Q:
    """Return whether the level decided is among those at which a reason is asked for."""
    syarat = Q()
    for level, nomor in NOMOR_TINGKAT.items():
        di_daftar = Q()
        for letak in range(len(NOMOR_TINGKAT)):
            di_daftar |= Q(**{f"tanya_alasan__{letak}": nomor})
        syarat |= Q(evaluasi__rating_perilaku_kerja=level) & di_daftar
    return syarat


def bagian_tugas(isian: Mapping[str, Isian]) -> list[QuerySet[Any, Any]]:
    """Return how many wait for a penilai, as a part of home's one query."""
    return [
        menunggu_alasan(
            instansi=isian["instansi"], pada=isian["pada"], evaluasi__penilai_id=isian["saya"]
        )
        .order_by()
        .annotate(kata=Value(KATA), isi=Value(""), hari=Cast(Value(None), DateField()))
        .values("kata", "evaluasi__penilai_id", "isi", "hari")
        .annotate(n=Count("pk"))
        .values_list("kata", "evaluasi__penilai_id", "isi", "hari", "n")
    ]


def putusan_tanpa_alasan(*, aktor: Aktor) -> list[Evaluasi]:
    """Return the aktor's decisions that hardly any other evidence supports, without a word yet."""
    daftar = menunggu_alasan(
        instansi=aktor.instansi_id,
        pada=aktor.hari_ini,
        evaluasi__penilai_id=aktor.pegawai_id or 0,
    )
    return [
        satu.evaluasi
        for satu in daftar.select_related("evaluasi__pegawai", "evaluasi__periode").order_by(
            "-evaluasi__periode__selesai", "evaluasi_id"
        )
    ]


def penilai_menunggu(*, instansi_id: int, analisis_id: int, pada: dt.date) -> list[int]:
    """Return the penilai of such decisions in one run: whom the bell tells, and nobody else."""
    return list(
        menunggu_alasan(instansi=instansi_id, pada=pada, analisis_id=analisis_id)
        .filter(evaluasi__penilai__isnull=False)
        .order_by("evaluasi__penilai_id")
        .values_list("evaluasi__penilai_id", flat=True)
        .distinct()
    )
