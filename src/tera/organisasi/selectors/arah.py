"""The vision line: visi, misi, tujuan, sasaran, perjanjian kinerja, and what a line serves."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Prefetch, QuerySet

from tera.core.aktor import Aktor
from tera.organisasi.models import (
    ButirPerencanaan,
    IndikatorPerjanjian,
    JenisButir,
    UnitKerja,
)
from tera.organisasi.selectors.penilai import berlaku_pada

BATAS_NAIK = 12
# Top down: a parent stands higher. The tujuan of a Renstra hangs on a sasaran of the RPJMD.
URUTAN = {
    ("rpjmd", JenisButir.VISI.value): 1,
    ("rpjmd", JenisButir.MISI.value): 2,
    ("rpjmd", JenisButir.TUJUAN.value): 3,
    ("rpjmd", JenisButir.SASARAN.value): 4,
    ("renstra", JenisButir.VISI.value): 5,
    ("renstra", JenisButir.MISI.value): 6,
    ("renstra", JenisButir.TUJUAN.value): 7,
    ("renstra", JenisButir.SASARAN.value): 8,
    ("perjanjian_kinerja", JenisButir.PERJANJIAN.value): 9,
}


@dataclass(slots=True)
class CabangArah:
    """One line with what hangs on it; ``milik_unit`` marks the unit's own lines."""

    butir: ButirPerencanaan
    milik_unit: bool
    daftar_indikator: tuple[IndikatorPerjanjian, ...] = ()
    daftar_anak: list["CabangArah"] = field(default_factory=list)


def butir_terlihat(*, aktor: Aktor) -> QuerySet[ButirPerencanaan]:
    """Return the lines of the aktor's instansi: everyone may see what the work serves."""
    return ButirPerencanaan.objects.filter(instansi_id=aktor.instansi_id).select_related("unit")


def arah_unit(*, aktor: Aktor, unit: UnitKerja, pada: dt.date) -> list[CabangArah]:
    """Return the lines of ``unit`` on ``pada`` under those they serve, as trees; three queries.

    Lines of other units appear only where one of this unit's hangs on them.
    """
    milik = list(
        butir_terlihat(aktor=aktor)
        .filter(berlaku_pada(pada), unit=unit)
        .prefetch_related(
            Prefetch(
                "daftar_indikator",
                queryset=IndikatorPerjanjian.objects.order_by("-tahun", "id"),
            )
        )
    )
    per_id = {satu.pk: satu for satu in milik}
    _tambah_induk(aktor, per_id)
    id_milik = {satu.pk for satu in milik}
    cabang = {
        pk: CabangArah(
            satu,
            pk in id_milik,
            tuple(satu.daftar_indikator.all()) if pk in id_milik else (),
        )
        for pk, satu in per_id.items()
    }
    akar: list[CabangArah] = []
    for satu in sorted(per_id.values(), key=_kunci_urut):
        induk = cabang.get(satu.induk_id or 0)
        (induk.daftar_anak if induk else akar).append(cabang[satu.pk])
    return akar


def garis_arah_butir(butir: ButirPerencanaan) -> list[str]:
    """Return what ``butir`` serves, from itself upward: the texts of one line."""
    return garis_arah_banyak(instansi_id=butir.instansi_id, daftar_id=[butir.pk])[butir.pk]


def garis_arah_banyak(*, instansi_id: int, daftar_id: Collection[int]) -> dict[int, list[str]]:
    """Return the line upward of many butir (ids); queries grow with the depth, not the number."""
    per_id: dict[int, tuple[str, int | None]] = {}
    cari = set(daftar_id)
    for _langkah in range(BATAS_NAIK):
        cari -= per_id.keys()
        if not cari:
            break
        baris = ButirPerencanaan.objects.filter(instansi_id=instansi_id, pk__in=cari).values_list(
            "pk", "teks", "induk_id"
        )
        cari = set()
        for pk, teks, induk_id in baris:
            per_id[pk] = (teks, induk_id)
            if induk_id is not None:
                cari.add(induk_id)
    return {pk: _naik(pk, per_id) for pk in daftar_id if pk in per_id}


def daftar_sasaran(
    *, aktor: Aktor, pada: dt.date, unit: UnitKerja | None = None
) -> QuerySet[ButirPerencanaan]:
    """Return the sasaran and perjanjian in force on ``pada`` that an RHK may hang on.

    ``unit`` narrows to the unit and the lines of those above it. The rooms above count which of
    them nobody works on.
    """
    daftar = butir_terlihat(aktor=aktor).filter(
        berlaku_pada(pada), jenis__in=[JenisButir.SASARAN, JenisButir.PERJANJIAN]
    )
    if unit is not None:
        daftar = daftar.filter(unit_id__in=jalur_ke_atas(unit))
    return daftar.order_by("unit__path", "jenis", "nomor", "id")


def jalur_ke_atas(unit: UnitKerja) -> list[int]:
    """Return the ids of a unit and everything above it, from its path."""
    # path is "<instansi>/<unit>/<unit>/": the first part is the instansi.
    return [int(bagian) for bagian in unit.path.strip("/").split("/")[1:]]


def calon_induk(*, aktor: Aktor, unit: UnitKerja, pada: dt.date) -> QuerySet[ButirPerencanaan]:
    """Return the lines a new one of ``unit`` may hang on: its own and those of the units above."""
    return (
        butir_terlihat(aktor=aktor)
        .filter(berlaku_pada(pada), unit_id__in=jalur_ke_atas(unit))
        .exclude(jenis=JenisButir.PERJANJIAN)
        .order_by("unit__path", "sumber", "jenis", "nomor")
    )


def unit_berarah(*, aktor: Aktor, pada: dt.date) -> QuerySet[UnitKerja]:
    """Return the units that have at least one line on ``pada``."""
    return UnitKerja.objects.filter(
        instansi_id=aktor.instansi_id,
        pk__in=ButirPerencanaan.objects.filter(
            berlaku_pada(pada), instansi_id=aktor.instansi_id
        ).values("unit_id"),
    ).order_by("path")


def _tambah_induk(aktor: Aktor, per_id: dict[int, ButirPerencanaan]) -> None:
    # All lines above hang in the same instansi; one level per query, at most BATAS_NAIK.
    cari = {satu.induk_id for satu in per_id.values() if satu.induk_id} - per_id.keys()
    for _langkah in range(BATAS_NAIK):
        if not cari:
            return
        baru = butir_terlihat(aktor=aktor).filter(pk__in=cari)
        cari = set()
        for satu in baru:
            per_id[satu.pk] = satu
            if satu.induk_id and satu.induk_id not in per_id:
                cari.add(satu.induk_id)


def _naik(pk: int, per_id: Mapping[int, tuple[str, int | None]]) -> list[str]:
    hasil: list[str] = []
    kini: int | None = pk
    while kini is not None and kini in per_id and len(hasil) < BATAS_NAIK:
        teks, kini = per_id[kini]
        hasil.append(teks)
    return hasil


def _kunci_urut(satu: ButirPerencanaan) -> tuple[int, list[tuple[int, str]], int]:
    return URUTAN.get((satu.sumber, satu.jenis), 99), urut_nomor(satu.nomor), satu.pk


def urut_nomor(nomor: str) -> list[tuple[int, str]]:
    """Return a sort key in which 1.10 follows 1.9."""
    bagian: Iterable[str] = nomor.replace("-", ".").split(".")
    return [(int(satu), "") if satu.isdigit() else (0, satu) for satu in bagian]
