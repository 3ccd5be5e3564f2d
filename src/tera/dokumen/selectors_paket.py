"""Who may pack which unit's documents, and which results are packed."""

import datetime as dt

from django.db.models import QuerySet

from tera.core.aktor import Aktor
from tera.dokumen.models import PaketCetakan
from tera.evaluasi.models import Evaluasi
from tera.organisasi.models import Periode, UnitKerja
from tera.organisasi.permissions import boleh_petugas, daftar_petugas
from tera.organisasi.selectors.ringkas import unit_dipimpin

PERAN = frozenset({"pengelola", "admin"})


def evaluasi_dikemas(*, unit: UnitKerja, periode: Periode) -> QuerySet[Evaluasi]:
    """Return the set results of ``unit`` and everything below it, by unit and name."""
    return (
        Evaluasi.objects.filter(
            periode=periode, unit__path__gte=unit.path, unit__path__lt=unit.path + "~"
        )
        .exclude(predikat="")
        .exclude(status__in=[Evaluasi.Status.TERBUKA, Evaluasi.Status.DINILAI])
        .select_related("instansi", "periode", "pegawai", "skp")
        .order_by("unit__path", "pegawai__nama", "pk")
    )


def unit_dikemas(*, aktor: Aktor, pada: dt.date) -> QuerySet[UnitKerja]:
    """Return the units whose documents the aktor may pack: those one heads, those one keeps."""
    dipimpin = unit_dipimpin(aktor=aktor, pada=pada).values_list("path", flat=True)
    awalan = [*dipimpin, *(j for peran, j in daftar_petugas(aktor=aktor, pada=pada)
                           if peran in PERAN)]  # fmt: skip
    semua = UnitKerja.objects.filter(instansi_id=aktor.instansi_id).select_related("instansi")
    hasil = semua.none()
    for jalur in awalan:
        hasil |= semua.filter(path__gte=jalur, path__lt=jalur + "~")
    return hasil.order_by("path")


def boleh_mengemas(*, aktor: Aktor, unit: UnitKerja, pada: dt.date) -> bool:
    """Whether the aktor heads the unit or one above it, or keeps its records."""
    if boleh_petugas(aktor=aktor, unit=unit, pada=pada, peran=PERAN):
        return True
    return any(
        unit.path.startswith(jalur)
        for jalur in unit_dipimpin(aktor=aktor, pada=pada).values_list("path", flat=True)
    )


def paket_terlihat(*, aktor: Aktor) -> QuerySet[PaketCetakan]:
    """Return the packages the aktor asked for, newest first."""
    return (
        PaketCetakan.objects.filter(
            instansi_id=aktor.instansi_id, pengguna_id=aktor.pengguna_id or 0
        )
        .select_related("unit", "periode", "berkas")
        .order_by("-pk")
    )
