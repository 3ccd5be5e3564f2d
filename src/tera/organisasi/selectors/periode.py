"""Periods and their deadlines, with the zone and the instant a deadline ends."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from tera.core import clock
from tera.core.aktor import Aktor
from tera.organisasi.models import JenisPeriode, Periode, PerpanjanganBatas, UnitKerja


@dataclass(frozen=True, slots=True)
class BatasBerlaku:
    """The deadline of one step for one unit.

    Attributes:
        tanggal: the last day, a date in ``zona``.
        zona: IANA zone of the instansi; ``singkatan`` is WIB, WITA or WIT.
        berakhir_at: first instant after the last day, UTC: on time is strictly before.
        semula: the deadline before any extension.
        perpanjangan: the extension that decides, None when there is none.
    """

    tanggal: dt.date
    zona: str
    singkatan: str
    berakhir_at: dt.datetime
    semula: dt.date
    perpanjangan: PerpanjanganBatas | None

    def terlambat(self, saat: dt.datetime) -> bool:
        """Whether the instant ``saat`` is after the deadline."""
        return saat >= self.berakhir_at


@dataclass(frozen=True, slots=True)
class KeadaanPeriode:
    """A yearly period with its parts and where it stands on a day."""

    periode: Periode
    keadaan: str
    daftar_bagian: tuple[Periode, ...]


def periode_terlihat(*, aktor: Aktor) -> QuerySet[Periode]:
    """Return the periods of the aktor's instansi, with it: everyone may see the deadlines."""
    return Periode.objects.filter(instansi_id=aktor.instansi_id).select_related("instansi")


def periode_dibuka(*, aktor: Aktor, pada: dt.date) -> QuerySet[Periode]:
    """Return the yearly periods already opened on ``pada``, newest first.

    The next year's may be among them: drafting starts in the year before.
    """
    return (
        periode_terlihat(aktor=aktor)
        .filter(jenis=JenisPeriode.TAHUNAN, dibuka_pada__lte=pada)
        .order_by("-tahun")
    )


def periode_tahunan(*, aktor: Aktor, tahun: int) -> Periode | None:
    """Return the yearly period of ``tahun``, if it was made."""
    return (
        periode_terlihat(aktor=aktor)
        .filter(jenis=JenisPeriode.TAHUNAN, tahun=tahun)
        .order_by("urut")
        .first()
    )


def keadaan_periode(periode: Periode, pada: dt.date) -> str:
    """Return where a period stands on ``pada``.

    ``belum_dibuka``, ``dibuka`` (opened before its first day), ``berjalan``, ``evaluasi`` (ended,
    its evaluation is still due) or ``selesai``.
    """
    if pada < periode.dibuka_pada:
        return "belum_dibuka"
    if pada < periode.mulai:
        return "dibuka"
    if pada <= periode.selesai:
        return "berjalan"
    return "evaluasi" if pada <= periode.batas_evaluasi else "selesai"


def daftar_tahun(*, aktor: Aktor, pada: dt.date) -> list[KeadaanPeriode]:
    """Return the years, newest first, each with its parts; one query."""
    per_tahun: dict[int, list[Periode]] = {}
    tahunan: list[Periode] = []
    for satu in periode_terlihat(aktor=aktor).order_by("-tahun", "mulai", "urut"):
        if satu.jenis == JenisPeriode.TAHUNAN:
            tahunan.append(satu)
        else:
            per_tahun.setdefault(satu.tahun, []).append(satu)
    return [
        KeadaanPeriode(satu, keadaan_periode(satu, pada), tuple(per_tahun.get(satu.tahun, [])))
        for satu in tahunan
    ]


def perpanjangan_terlihat(*, aktor: Aktor, tahun: int) -> QuerySet[PerpanjanganBatas]:
    """Return the extensions of one year, newest first, with period and unit."""
    return (
        PerpanjanganBatas.objects.filter(
            periode__instansi_id=aktor.instansi_id, periode__tahun=tahun
        )
        .select_related("periode", "unit")
        .order_by("-dibuat_at", "-id")
    )


def batas_berlaku(
    *, periode: Periode, tahap: str, unit: UnitKerja | None, pada: dt.date
) -> BatasBerlaku:
    """Return the deadline of ``tahap`` (``skp`` or ``evaluasi``) as known on the day ``pada``.

    An extension for a unit holds for everything below it; ``unit`` None asks for the instansi.
    One query, and the periode's instansi when it wasn't fetched.

    Raises:
        ValueError: the period has no such deadline (a part of a year has none for the SKP).
    """
    return batas_dari(
        periode=periode,
        tahap=tahap,
        path=unit.path if unit else None,
        pada=pada,
        daftar=PerpanjanganBatas.objects.filter(periode=periode, tahap=tahap).select_related(
            "unit"
        ),
    )


def batas_dari(
    *,
    periode: Periode,
    tahap: str,
    path: str | None,
    pada: dt.date,
    daftar: Iterable[PerpanjanganBatas],
) -> BatasBerlaku:
    """Return the same from extensions already read: lists ask once for many units.

    ``path`` is the unit's path in the tree, None for the instansi as a whole.
    """
    semula = periode.batas_skp if tahap == PerpanjanganBatas.Tahap.SKP else periode.batas_evaluasi
    if semula is None:
        raise ValueError(f"{periode} tidak punya batas {tahap}")
    zona = periode.instansi.zona
    sampai = clock.akhir_hari(pada, zona)
    berlaku = [
        satu
        for satu in daftar
        if satu.periode_id == periode.pk
        and satu.tahap == tahap
        and satu.dibuat_at < sampai
        and (satu.unit is None or (path is not None and path.startswith(satu.unit.path)))
    ]
    terakhir = max(berlaku, key=lambda satu: (satu.batas_baru, satu.pk or 0), default=None)
    if terakhir is not None and terakhir.batas_baru <= semula:
        terakhir = None
    tanggal = terakhir.batas_baru if terakhir else semula
    return BatasBerlaku(
        tanggal,
        zona,
        clock.singkatan_zona(zona),
        clock.akhir_hari(tanggal, zona),
        semula,
        terakhir,
    )
