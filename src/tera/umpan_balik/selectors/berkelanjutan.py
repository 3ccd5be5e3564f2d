"""Continuous feedback one may read: about oneself, given by oneself, about whom one rates.

Two people always read a piece: who gave it and whom it is about. The rater and the rater's superior
read it too, and the form of the evaluation carries it; colleagues don't read each other's.
"""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    CharField,
    Count,
    DateField,
    Exists,
    F,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Concat, Substr

from tera.core.aktor import Aktor
from tera.core.kueri import DaftarNomor, Isian, kueri_siap
from tera.organisasi.models import HubunganPenilai, Pegawai, Penugasan
from tera.organisasi.selectors import berlaku_pada
from tera.skp.models import SKP
from tera.umpan_balik.models import PermintaanUmpanBalik, UmpanBalik
from tera.umpan_balik.selectors.hubungan_pemberi import terbuka

_TERKAIT = ("penerima", "pemberi", "penugasan__jabatan")


def umpan_balik_terlihat(*, aktor: Aktor, pada: dt.date) -> QuerySet[UmpanBalik]:
    """Return every piece the aktor may open, newest first: strangers get none."""
    saya = aktor.pegawai_id
    if saya is None:
        return UmpanBalik.objects.none()
    return UmpanBalik.objects.filter(
        Q(penerima_id=saya)
        | Q(pemberi_id=saya)
        | Q(_dibaca_penilai(saya, pada), ditarik_at__isnull=True)
    ).select_related(*_TERKAIT)


def _dinilai(saya: int, pada: dt.date) -> QuerySet[Any, Any]:
    """Assignments the person rates, or whose rater they supervise, on the day or its last."""
    return HubunganPenilai.objects.filter(
        berlaku_pada(pada) | Q(penugasan__sampai__lt=pada, sampai=F("penugasan__sampai")),
        Q(penilai_id=saya) | Q(atasan_penilai_id=saya),
    ).values("penugasan_id")


def _dibaca_penilai(saya: int, pada: dt.date) -> Q:
    """Pieces a rater reads; whoever is recorded on a plan keeps those of its days after a move."""
    tercatat = SKP.objects.filter(
        penugasan=OuterRef("penugasan"),
        penilai_id=saya,
        mulai__lte=OuterRef("tanggal"),
        selesai__gte=OuterRef("tanggal"),
    )
    return Q(penugasan_id__in=_dinilai(saya, pada)) | Q(Exists(tercatat))


def umpan_balik_diterima(*, aktor: Aktor) -> QuerySet[UmpanBalik]:
    """Return what was said about the aktor's work, newest first; withdrawn ones stand as such."""
    return UmpanBalik.objects.filter(penerima_id=aktor.pegawai_id or 0).select_related(*_TERKAIT)


def umpan_balik_diberikan(*, aktor: Aktor) -> QuerySet[UmpanBalik]:
    """Return what the aktor gave, newest first."""
    return UmpanBalik.objects.filter(pemberi_id=aktor.pegawai_id or 0).select_related(*_TERKAIT)


def umpan_balik_pegawai(*, aktor: Aktor, pegawai_id: int, pada: dt.date) -> QuerySet[UmpanBalik]:
    """Return what was said about somebody in assignments the aktor rates or supervises."""
    return UmpanBalik.objects.filter(
        _dibaca_penilai(aktor.pegawai_id or 0, pada),
        penerima_id=pegawai_id,
        ditarik_at__isnull=True,
    ).select_related(*_TERKAIT)


def pegawai_dinilai(*, aktor: Aktor, pegawai_id: int, pada: dt.date) -> Pegawai | None:
    """Return somebody the aktor rates, or did under a plan, or whose rater the aktor supervises."""
    saya = aktor.pegawai_id
    if saya is None:
        return None
    tugas = Penugasan.objects.filter(pk__in=_dinilai(saya, pada))
    return (
        Pegawai.objects.filter(
            Exists(tugas.filter(pegawai=OuterRef("pk")))
            | Exists(SKP.objects.filter(pegawai=OuterRef("pk"), penilai_id=saya))
        )
        .filter(pk=pegawai_id)
        .first()
    )


def permintaan_masuk(*, aktor: Aktor, pada: dt.date) -> QuerySet[PermintaanUmpanBalik]:
    """Return the requests that wait for the aktor, the nearest last day first."""
    return (
        PermintaanUmpanBalik.objects.filter(terbuka(pada), kepada_id=aktor.pegawai_id or 0)
        .select_related("peminta", "penugasan__jabatan")
        .order_by("batas", "pk")
    )


def permintaan_keluar(*, aktor: Aktor) -> QuerySet[PermintaanUmpanBalik]:
    """Return what the aktor asked for, newest first."""
    return PermintaanUmpanBalik.objects.filter(peminta_id=aktor.pegawai_id or 0).select_related(
        "kepada"
    )


@dataclass(frozen=True, slots=True)
class UmpanTerbaca:
    """One piece as the appraisal reads it.

    Attributes:
        rhk_kunci: the row it stands at, also for evidence of that row; None elsewhere.
        hubungan: a word of ``HubunganPemberi``.
    """

    pk: int
    rhk_kunci: uuid.UUID | None
    nilai: str
    hubungan: str
    nama: str
    jenis: str
    teks: str
    tanggapan: str
    tanggal: dt.date

    @property
    def tanpa_baris(self) -> bool:
        """Whether it stands at no row of the form: about the work in general."""
        return self.rhk_kunci is None and not self.nilai


def umpan_balik_bahan(
    *, daftar_tugas: Collection[int], awal: dt.date, akhir: dt.date
) -> defaultdict[int, list[UmpanTerbaca]]:
    """Return what was said in assignments between two days, by assignment: one query for all."""
    hasil: defaultdict[int, list[UmpanTerbaca]] = defaultdict(list)
    for tugas, *isi in _bahan(tugas=daftar_tugas, awal=awal, akhir=akhir):
        hasil[tugas].append(UmpanTerbaca(*isi))
    return hasil


@kueri_siap(tugas=DaftarNomor(), awal=DateField(), akhir=DateField())
def _bahan(tugas: Isian, awal: Isian, akhir: Isian) -> QuerySet[Any, Any]:
    return (
        UmpanBalik.objects.filter(
            penugasan__in=tugas, tanggal__gte=awal, tanggal__lte=akhir, ditarik_at__isnull=True
        )
        .order_by("tanggal", "pk")
        .values_list(
            "penugasan_id", "pk", "rhk_kunci", "nilai", "hubungan",
            "nama_pemberi", "jenis", "teks", "tanggapan", "tanggal",
        )
    )  # fmt: skip


def bagian_tugas(*, saya: int | Isian, pada: dt.date | Isian) -> list[QuerySet[Any, Any]]:
    """Return what waits for a person, as parts of home's one query: (word, pk, text, day, n).

    ``umpan_baru``: unread pieces; ``umpan_diminta``: requests, with the nearest last day.
    """
    milik = UmpanBalik.objects.filter(penerima_id=saya, ditarik_at__isnull=True)
    minta = PermintaanUmpanBalik.objects.filter(terbuka(pada), kepada_id=saya)
    return [
        milik.filter(dibaca_at__isnull=True)
        .order_by()
        .annotate(kata=Value("umpan_baru"), isi=Value(""), hari=Cast(Value(None), DateField()))
        .values("kata", "penerima_id", "isi", "hari")
        .annotate(n=Count("pk"))
        .values_list("kata", "penerima_id", "isi", "hari", "n"),
        minta.order_by()
        .annotate(kata=Value("umpan_diminta"), isi=Value(""))
        .values("kata", "kepada_id", "isi")
        .annotate(hari=Min("batas"), n=Count("pk"))
        .values_list("kata", "kepada_id", "isi", "hari", "n"),
    ]


def bagian_terakhir(*, saya: int | Isian) -> list[QuerySet[Any, Any]]:
    """Return what was last said about a person, as a part of the same query.

    ``umpan_terakhir``: no task; the text is the giver's name, a line break, the first words.
    """
    terakhir = (
        UmpanBalik.objects.filter(penerima_id=saya, ditarik_at__isnull=True)
        .order_by("-dikirim_at", "-pk")
        .values("pk")[:1]
    )
    return [
        UmpanBalik.objects.filter(pk=Subquery(terakhir))
        .order_by()
        .annotate(
            kata=Value("umpan_terakhir"),
            isi=Concat(
                "nama_pemberi", Value("\n"), Substr("teks", 1, 240), output_field=CharField()
            ),
            n=Value(1),
        )
        .values_list("kata", "pk", "isi", "tanggal", "n"),
    ]
