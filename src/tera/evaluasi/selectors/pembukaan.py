"""Whose evaluation a period opens, and who rates whom there: read for many people at once."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import DateField, F, Q, QuerySet

from tera.core.kueri import DaftarNomor, Isian, kueri_siap
from tera.evaluasi.models import Evaluasi, Keberatan
from tera.organisasi.models import HubunganDekat, HubunganPenilai, JenisPeriode, Periode
from tera.organisasi.selectors import berlaku_pada
from tera.regulasi.periodik import JENIS_PERIODIK, jenis_periodik
from tera.skp.models import SKP

BERLAKU = (SKP.Status.DITETAPKAN, SKP.Status.DITUTUP)


def skp_dievaluasi(*, periode: Periode, pilihan: str) -> QuerySet[SKP]:
    """Return the plans in force in ``periode`` whose evaluation isn't open yet.

    Everyone with a plan: structural, functional, pelaksana, CPNS, PPPK. Of a part of the year, only
    people whose evaluation is of that kind; ``pilihan`` is the kind the instansi chose.
    """
    daftar = SKP.objects.filter(
        instansi_id=periode.instansi_id,
        tahun=periode.tahun,
        status__in=BERLAKU,
        mulai__lte=periode.selesai,
        selesai__gte=periode.mulai,
    ).exclude(
        # Of one assignment one evaluation, whichever version of the plan it was opened on.
        penugasan_id__in=Evaluasi.objects.filter(periode=periode).values("skp__penugasan_id")
    )
    if periode.jenis != JenisPeriode.TAHUNAN:
        daftar = daftar.filter(jenis_orang(periode=periode, pilihan=pilihan))
    return daftar


def jenis_orang(*, periode: Periode, pilihan: str, awalan: str = "pegawai__") -> Q:
    """Return the condition "this person is evaluated in periods of this kind"."""
    return syarat_jenis(status_jenis(periode=periode, pilihan=pilihan), awalan)


def status_jenis(*, periode: Periode, pilihan: str) -> tuple[bool, tuple[str, ...]]:
    """Return who is evaluated in this kind of period: (True, only these) or (False, not these)."""
    khusus = status_khusus(pada=periode.selesai)
    if periode.jenis == pilihan:
        return False, tuple(status for status, jenis in khusus.items() if jenis != periode.jenis)
    return True, tuple(status for status, jenis in khusus.items() if jenis == periode.jenis)


def syarat_jenis(siapa: tuple[bool, tuple[str, ...]], awalan: str = "pegawai__") -> Q:
    """Return the condition for what ``status_jenis`` answered; nobody has the status ""."""
    hanya, daftar = siapa
    syarat = Q(**{f"{awalan}status__in": ["", *daftar]})
    return syarat if hanya else ~syarat


def status_khusus(*, pada: dt.date) -> Mapping[str, str]:
    """Return the kinds that the rule fixes by status; empty before the rule."""
    if pada < JENIS_PERIODIK.daftar[0].sejak:
        return {}
    return JENIS_PERIODIK.pada(pada).nilai


def cocok_jenis(*, status: str, periode: Periode, pilihan: str) -> bool:
    """Whether somebody of ``status`` is evaluated in this period."""
    return periode.jenis == JenisPeriode.TAHUNAN or periode.jenis == jenis_periodik(
        status=status, pilihan=pilihan, pada=periode.selesai
    )


@dataclass(frozen=True, slots=True)
class PenilaiTugas:
    """Who rates and who stands above, on the day that counts for one plan."""

    penilai_id: int | None
    atasan_penilai_id: int | None


@kueri_siap(tugas=DaftarNomor(), pada=DateField())
def _hubungan(tugas: Isian, pada: Isian) -> QuerySet[Any, Any]:
    return (
        HubunganPenilai.objects.filter(penugasan__in=tugas, sejak__lte=pada)
        .order_by("sejak")
        .values_list("penugasan_id", "sejak", "penilai_id", "atasan_penilai_id")
    )


def penilai_banyak(*, daftar: Collection[SKP], pada: dt.date) -> dict[int, PenilaiTugas]:
    """Return per plan who rates on ``pada``, or on its last day when it ended before: one query.

    Without a recorded relation the rater who set the plan.
    """
    ruas: dict[int, list[tuple[dt.date, int | None, int | None]]] = {}
    for tugas, sejak, penilai, atasan in _hubungan(
        tugas=[skp.penugasan_id for skp in daftar], pada=pada
    ):
        ruas.setdefault(tugas, []).append((sejak, penilai, atasan))
    hasil = {}
    for skp in daftar:
        hari = min(pada, skp.selesai)
        kini = [satu for satu in ruas.get(skp.penugasan_id, []) if satu[0] <= hari]
        siapa = kini[-1] if kini else (hari, None, None)
        hasil[skp.pk] = PenilaiTugas(siapa[1] or skp.penilai_id, siapa[2])
    return hasil


def pasangan_dekat(*, daftar_pegawai: Collection[int], pada: dt.date) -> set[frozenset[int]]:
    """Return the pairs with a declared close relation among these people; says no kind."""
    return {
        frozenset(pasang)
        for pasang in HubunganDekat.objects.filter(
            berlaku_pada(pada), Q(penyata__in=daftar_pegawai) | Q(pihak__in=daftar_pegawai)
        ).values_list("penyata_id", "pihak_id")
    }


def keberatan_menunggu(*, daftar_pegawai: Collection[int]) -> dict[tuple[int, int], list[int]]:
    """Return the objections whose rater hasn't rated that person again: (person, rater) to ids."""
    hasil: dict[tuple[int, int], list[int]] = {}
    for pk, pegawai, penilai in Keberatan.objects.filter(
        evaluasi__pegawai__in=daftar_pegawai,
        evaluasi__penilai__isnull=False,
        penilaian_berikut__isnull=True,
    ).values_list("pk", "evaluasi__pegawai_id", "evaluasi__penilai_id"):
        hasil.setdefault((pegawai, penilai), []).append(pk)
    return hasil


def periode_berakhir(*, instansi_id: int, pada: dt.date, sejak: dt.date) -> QuerySet[Any]:
    """Return the periods that ended in a window of days, oldest first."""
    return (
        Periode.objects.filter(
            instansi_id=instansi_id, selesai__lt=pada, selesai__gte=sejak, dibuka_pada__lte=pada
        )
        .annotate(zona=F("instansi__zona"))
        .order_by("selesai", "jenis")
    )
