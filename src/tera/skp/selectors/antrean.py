"""The rater's queue: plans to read and set, in a fixed order."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    DateField,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)

from tera.core.aktor import Aktor
from tera.core.kueri import Isian, kueri_siap
from tera.organisasi.models import HubunganPenilai
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.skp.models import SKP, IndikatorKinerja, PembacaanSKP

# All that a row of a list shows: a plan carries long texts and its frozen record beside.
KOLOM_DAFTAR = (
    "status",
    "versi",
    "terlambat",
    "diajukan_at",
    "pegawai__nama",
    "pegawai__gelar_depan",
    "pegawai__gelar_belakang",
    "penugasan__jabatan__nama",
)


def antrean_penilai(*, aktor: Aktor, sesi: str = "") -> QuerySet[Any]:
    """Return the sent plans that wait for the aktor, oldest first.

    ``dibaca_at`` tells when this state was opened in the session ``sesi``.
    """
    if aktor.pegawai_id is None:
        return SKP.objects.none()
    return _antrean(aktor.pegawai_id, aktor.hari_ini, sesi).select_related(
        "pegawai", "penugasan__jabatan", "penugasan__unit"
    )


def daftar_antrean(*, aktor: Aktor, sesi: str = "") -> list[Any]:
    """Return the rows of ``antrean_penilai`` for its page: ``KOLOM_DAFTAR`` and ``dibaca_at``."""
    if aktor.pegawai_id is None:
        return []
    return _baris_antrean(saya=aktor.pegawai_id, hari=aktor.hari_ini, sesi=sesi)


@kueri_siap(saya=BigIntegerField(), hari=DateField(), sesi=CharField())
def _baris_antrean(saya: Isian, hari: Isian, sesi: Isian) -> QuerySet[Any]:
    return (
        _antrean(saya, hari, sesi)
        .select_related("pegawai", "penugasan__jabatan")
        .only(*KOLOM_DAFTAR)
    )


def _antrean(saya: int | Isian, hari: dt.date | Isian, sesi: str | Isian) -> QuerySet[Any]:
    dibaca = PembacaanSKP.objects.filter(
        skp=OuterRef("pk"), pegawai_id=saya, revisi=OuterRef("revisi"), sesi=sesi
    )
    return (
        SKP.objects.filter(_dinilai(saya, hari), status=SKP.Status.DIAJUKAN)
        .annotate(dibaca_at=Subquery(dibaca.values("dibaca_at")[:1]))
        .order_by("diajukan_at", "pk")
    )


def _dinilai(saya: int | Isian, hari: dt.date | Isian) -> Q:
    """Plans whose rater of today is the aktor; of an ended assignment, the rater who had it.

    Read from the relation, not from the plan: a set plan keeps the name of who set it, while its
    holder may have another rater by now.
    """
    return Q(
        penugasan__in=HubunganPenilai.objects.filter(berlaku_pada(hari), penilai_id=saya).values(
            "penugasan"
        )
    ) | Q(penilai_id=saya, penugasan__sampai__lt=hari)


@dataclass(frozen=True, slots=True)
class LetakAntrean:
    """Where one plan stands in the rater's queue; ``nomor`` 0 when it isn't in it."""

    sebelum: int | None
    berikut: int | None
    nomor: int
    jumlah: int
    sudah_dibaca: bool


def tetangga(*, aktor: Aktor, skp: SKP, sesi: str = "") -> LetakAntrean:
    """Return the neighbours of ``skp`` in the queue: one query."""
    baris = list(antrean_penilai(aktor=aktor, sesi=sesi).values_list("pk", "dibaca_at"))
    daftar = [pk for pk, _dibaca in baris]
    if skp.pk not in daftar:
        return LetakAntrean(None, daftar[0] if daftar else None, 0, len(daftar), False)
    letak = daftar.index(skp.pk)
    # After the last one comes the first that is left.
    sisa = daftar[letak + 1 :] + daftar[:letak]
    return LetakAntrean(
        daftar[letak - 1] if letak else None,
        sisa[0] if sisa else None,
        letak + 1,
        len(daftar),
        baris[letak][1] is not None,
    )


def skp_bawahan(*, aktor: Aktor, tahun: int) -> list[SKP]:
    """Return the living plans of the year that the aktor rates, by name: ``KOLOM_DAFTAR``."""
    if aktor.pegawai_id is None:
        return []
    return _bawahan(saya=aktor.pegawai_id, hari=aktor.hari_ini, tahun=tahun)


@kueri_siap(saya=BigIntegerField(), hari=DateField(), tahun=IntegerField())
def _bawahan(saya: Isian, hari: Isian, tahun: Isian) -> QuerySet[SKP]:
    return (
        SKP.objects.filter(_dinilai(saya, hari), tahun=tahun)
        .exclude(status__in=[SKP.Status.DIGANTIKAN, SKP.Status.DIBATALKAN])
        .select_related("pegawai", "penugasan__jabatan")
        .only(*KOLOM_DAFTAR)
        .order_by("pegawai__nama", "-versi")
    )


@dataclass(frozen=True, slots=True)
class Pembanding:
    """The plan read beside: its name, and its RHK with their indicators as text."""

    sebutan: str
    daftar_rhk: tuple[tuple[str, tuple[str, ...]], ...]


def isi_pembanding(*, skp: SKP) -> Pembanding | None:
    """Return what a rater reads beside: the version before, else the person's plan of last year.

    One query.
    """
    if skp.sebelumnya_id is not None:
        sumber = SKP.objects.filter(pk=skp.sebelumnya_id)
    else:
        sumber = SKP.objects.filter(
            pegawai_id=skp.pegawai_id,
            tahun__lt=skp.tahun,
            status__in=[SKP.Status.DITETAPKAN, SKP.Status.DITUTUP],
        ).order_by("-tahun", "-mulai", "-versi")
    per_rhk: dict[str, list[str]] = {}
    sebutan = ""
    for ind in (
        IndikatorKinerja.objects.filter(rhk__skp_id=Subquery(sumber.values("pk")[:1]))
        .select_related("rhk__skp")
        .order_by("-rhk__jenis", "rhk__urut", "urut", "id")
    ):
        sebutan = str(ind.rhk.skp)
        target = f"{ind.teks}: {ind.target} {ind.satuan}".strip(" :")
        per_rhk.setdefault(ind.rhk.teks, []).append(target)
    if not per_rhk:
        return None
    return Pembanding(sebutan, tuple((teks, tuple(ind)) for teks, ind in per_rhk.items()))
