"""Service points an aktor may see, and the IKM of a point or a unit over a year."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import ExtractMonth, ExtractYear

from tera.core.aktor import Aktor
from tera.organisasi import kebijakan
from tera.organisasi.models import UnitKerja
from tera.organisasi.selectors.petugas import cakupan_petugas, daftar_petugas
from tera.organisasi.selectors.umum import di_bawah
from tera.organisasi.selectors.wilayah import di_jalur
from tera.skp.selectors.unit import hak_ringkasan
from tera.umpan_balik.ikm_hitung import JumlahUnsur, LaporanIKM, susun_laporan
from tera.umpan_balik.models import KOLOM_UNSUR, JawabanSKM, TitikLayanan

PERAN_KELOLA = frozenset({"pengelola", "admin"})
#: Points on one page of a list.
BARIS = 25


@dataclass(frozen=True, slots=True)
class HakLayanan:
    """Where the aktor looks and where they manage, asked once for the whole page."""

    jalur: tuple[str, ...]
    jalur_kelola: tuple[str, ...]

    def melihat(self, unit: UnitKerja) -> bool:
        """Whether the figures of ``unit`` may be opened."""
        return di_jalur(unit.path, self.jalur)

    def mengelola(self, unit: UnitKerja) -> bool:
        """Whether points, texts and forums of ``unit`` may be changed."""
        return di_jalur(unit.path, self.jalur_kelola)

    @property
    def pengelola(self) -> bool:
        """Whether the aktor manages anything."""
        return bool(self.jalur_kelola)


def hak_layanan(*, aktor: Aktor) -> HakLayanan:
    """Return where the aktor may look: as an officer, and the units one leads: two queries."""
    hak = hak_ringkasan(aktor=aktor)
    kelola = tuple(awalan for peran, awalan in hak.petugas if peran in PERAN_KELOLA)
    return HakLayanan(hak.jalur, kelola)


def titik_terlihat(*, aktor: Aktor, hak: HakLayanan) -> QuerySet[TitikLayanan]:
    """Return the service points of the units the aktor may look at."""
    syarat = Q(pk__in=[])
    for awalan in hak.jalur:
        syarat |= di_bawah(awalan, "unit__path")
    return TitikLayanan.objects.filter(syarat, instansi_id=aktor.instansi_id).select_related(
        "unit", "unit__opd", "instansi"
    )


def jalur_pengelola(*, aktor: Aktor, pada: dt.date) -> list[str]:
    """Return the paths of the units the aktor manages: one query."""
    return [
        awalan for peran, awalan in daftar_petugas(aktor=aktor, pada=pada) if peran in PERAN_KELOLA
    ]


def titik_dikelola(*, aktor: Aktor, pada: dt.date) -> QuerySet[TitikLayanan]:
    """Return the points of the units the aktor manages."""
    return TitikLayanan.objects.filter(
        cakupan_petugas(aktor=aktor, pada=pada, peran=PERAN_KELOLA, kolom="unit__path"),
        instansi_id=aktor.instansi_id,
    ).select_related("unit", "instansi")


def minimum_tampak(*, instansi_id: int, pada: dt.date) -> int:
    """Return below how many answers a figure stays hidden: one query."""
    return int(kebijakan.nilai(instansi_id=instansi_id, kunci="publik.n_minimum", pada=pada))


def laporan_ikm(
    *,
    titik: Collection[int] | None = None,
    unit: UnitKerja | None = None,
    tahun: int,
    minimum: int,
    pada: dt.date,
) -> LaporanIKM:
    """Return the year of some points, or of a unit and everything below it: one query.

    Only answers counted by ``pada``: what came in today moves no figure today.
    """
    daftar = _dihitung(pada).filter(
        pada__gte=dt.date(tahun, 1, 1), pada__lte=dt.date(tahun, 12, 31)
    )
    daftar = daftar.filter(
        di_bawah(unit.path, "titik__unit__path") if unit else Q(titik_id__in=titik or [])
    )
    kelompok: QuerySet[Any, Any] = (
        daftar.annotate(bulan=ExtractMonth("pada"))
        .values("titik_id", "bulan")
        .annotate(n=Count("pk"), **{f"j_{kolom}": Sum(kolom) for kolom in KOLOM_UNSUR})
        .order_by("titik_id", "bulan")
        .values_list("titik_id", "bulan", "n", *(f"j_{kolom}" for kolom in KOLOM_UNSUR))
    )
    return susun_laporan(
        ((satu, bulan, JumlahUnsur(n, tuple(jumlah))) for satu, bulan, n, *jumlah in kelompok),
        tahun=tahun,
        minimum=minimum,
        pada=pada,
    )


def daftar_tahun(
    *, titik: Collection[int] | None = None, unit: UnitKerja | None = None, pada: dt.date
) -> list[int]:
    """Return the years with answers and this one, newest first: one query."""
    daftar = JawabanSKM.objects.filter(
        di_bawah(unit.path, "titik__unit__path") if unit else Q(titik_id__in=titik or [])
    )
    tahun = set(
        daftar.annotate(tahun=ExtractYear("pada")).values_list("tahun", flat=True).distinct()
    )
    return sorted(tahun | {pada.year}, reverse=True)


def jumlah_tertahan(*, titik: Collection[int]) -> dict[int, int]:
    """Return how many answers of each point wait for an officer: one query."""
    return dict(
        JawabanSKM.objects.filter(
            titik_id__in=titik, dihitung_mulai__isnull=True, dikesampingkan=False
        )
        .values_list("titik_id")
        .annotate(n=Count("pk"))
        .order_by()
    )


def _dihitung(pada: dt.date) -> QuerySet[JawabanSKM]:
    return JawabanSKM.objects.filter(dihitung_mulai__lte=pada)
