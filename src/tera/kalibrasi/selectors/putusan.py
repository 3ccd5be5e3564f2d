"""The log of decisions that hardly any other evidence supports: for officers, without names."""

from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.lookups import GreaterThanOrEqual

from tera.evaluasi.models import Evaluasi
from tera.kalibrasi.models import AlasanPutusan, Analisis, PilihanAlasan, SaranPegawai
from tera.kalibrasi.selectors.menunggu import diminta

DENGAN_KATA, TETAP, BELUM = "dengan_kata", "tetap", "belum"


@dataclass(frozen=True, slots=True)
class RingkasanPutusan:
    """How many such decisions there are, and what became of them."""

    semua: int
    dengan_kata: int
    tetap: int
    belum: int


def daftar_putusan(*, analisis: Analisis) -> QuerySet[Any, Any]:
    """Return them unit by unit: ``nama_unit``, ``level``, ``keadaan``, ``teks``, ``dicatat``.

    Of the newest run: what an older one said of a person is no longer kept. The name of a unit with
    fewer than k evaluations is empty: there the unit would be the person.
    """
    alasan = AlasanPutusan.objects.filter(
        evaluasi=OuterRef("evaluasi"), level=OuterRef("evaluasi__rating_perilaku_kerja")
    )
    return (
        SaranPegawai.objects.filter(diminta(), analisis=analisis, alasan=PilihanAlasan.CUKUP)
        .annotate(
            teks=Subquery(alasan.values("teks")[:1]),
            dicatat=Subquery(alasan.values("dicatat_at")[:1]),
            nama_unit=_nama_unit("evaluasi__unit", analisis),
            level=F("evaluasi__rating_perilaku_kerja"),
        )
        .annotate(
            keadaan=Case(
                When(teks__isnull=True, then=Value(BELUM)),
                When(teks="", then=Value(TETAP)),
                default=Value(DENGAN_KATA),
                output_field=CharField(),
            )
        )
        # In no order of people: by unit, then by level, then by what was said.
        .order_by("nama_unit", "level", "keadaan", "teks")
        .values("nama_unit", "level", "keadaan", "teks", "dicatat")
    )


def _nama_unit(kolom: str, analisis: Analisis) -> Case:
    isi = (
        Evaluasi.objects.filter(periode_id=analisis.periode_id, unit=OuterRef(kolom))
        .order_by()
        .values("unit")
        .annotate(n=Count("pk"))
        .values("n")
    )
    return Case(
        When(GreaterThanOrEqual(Subquery(isi), analisis.k), then=F(f"{kolom}__nama")),
        default=Value(""),
    )


def ringkasan_putusan(*, analisis: Analisis) -> RingkasanPutusan:
    """Return the counts over the instansi; one query."""
    keadaan = [satu["keadaan"] for satu in daftar_putusan(analisis=analisis)]
    return RingkasanPutusan(
        len(keadaan), keadaan.count(DENGAN_KATA), keadaan.count(TETAP), keadaan.count(BELUM)
    )


def alasan_lain(*, analisis: Analisis) -> QuerySet[AlasanPutusan]:
    """Return reasons of the period beside decisions that are no longer flagged, newest first."""
    masih = SaranPegawai.objects.filter(
        diminta(), analisis=analisis, alasan=PilihanAlasan.CUKUP
    ).filter(evaluasi=OuterRef("evaluasi"), evaluasi__rating_perilaku_kerja=OuterRef("level"))
    return (
        AlasanPutusan.objects.filter(evaluasi__periode_id=analisis.periode_id)
        .filter(~Exists(masih))
        .annotate(nama_unit=_nama_unit("evaluasi__unit", analisis))
        .order_by("-dicatat_at")
    )
