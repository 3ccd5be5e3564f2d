"""What a unit's people need to learn: counts for planners, and the list behind each number.

Counted are rows that were sent to the rater or agreed; what a gap says about a person's result is
never part of it.
"""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from tera.core.aktor import Aktor
from tera.organisasi.models import UnitKerja
from tera.organisasi.permissions import daftar_petugas
from tera.organisasi.selectors.wilayah import jalur_dipimpin, unit_di
from tera.tindak_lanjut.models import KegiatanPengembangan, RencanaPengembangan
from tera.tindak_lanjut.permissions.pengembangan import PENYUSUN

K = KegiatanPengembangan.Status


@dataclass(frozen=True, slots=True)
class KebutuhanUnit:
    """The training needs of a unit and everything below it.

    Attributes:
        per_kesenjangan, per_jenis: word → number of rows.
        per_unit: unit directly below → number of rows, in the order of their names.
    """

    unit: UnitKerja
    tahun: int
    orang: int
    kegiatan: int
    jp: int
    per_kesenjangan: dict[str, int]
    per_jenis: dict[str, int]
    per_unit: tuple[tuple[UnitKerja, int], ...]


def jalur_kebutuhan(*, aktor: Aktor, pada: dt.date) -> list[str]:
    """Return the paths from which the aktor plans training: as officer, or as head. Two queries."""
    petugas = [jalur for kata, jalur in daftar_petugas(aktor=aktor, pada=pada) if kata in PENYUSUN]
    return [*petugas, *jalur_dipimpin(pegawai_id=aktor.pegawai_id, pada=pada)]


def unit_kebutuhan(*, aktor: Aktor, pk: int | None, pada: dt.date) -> UnitKerja | None:
    """Return the unit ``pk`` inside the aktor's reach, without ``pk`` the top one; None outside."""
    satu: UnitKerja | None = unit_di(
        instansi_id=aktor.instansi_id, jalur=jalur_kebutuhan(aktor=aktor, pada=pada), pk=pk
    )
    return satu


def kegiatan_unit(*, unit: UnitKerja, tahun: int) -> QuerySet[KegiatanPengembangan]:
    """Return the rows that count as a need; the caller checked the unit."""
    return KegiatanPengembangan.objects.filter(
        Q(disetujui_pada__isnull=False) | Q(rencana__status=RencanaPengembangan.Status.DIAJUKAN),
        instansi_id=unit.instansi_id,
        rencana__tahun=tahun,
        rencana__unit__path__gte=unit.path,
        rencana__unit__path__lt=unit.path + "~",
    ).exclude(status=K.DIBATALKAN)


def kebutuhan_unit(*, unit: UnitKerja, tahun: int) -> KebutuhanUnit:
    """Return the picture of a unit: three queries, whatever its size."""
    daftar = kegiatan_unit(unit=unit, tahun=tahun)
    kesenjangan: Counter[str] = Counter()
    jenis: Counter[str] = Counter()
    jalur: Counter[str] = Counter()
    jp = 0
    for kata, macam, path, n, jumlah in (
        daftar.order_by()
        .values("kesenjangan", "jenis", "rencana__unit__path")
        .annotate(n=Count("pk"), jumlah=Sum("jp"))
        .values_list("kesenjangan", "jenis", "rencana__unit__path", "n", "jumlah")
    ):
        kesenjangan[kata] += n
        jenis[macam] += n
        jalur[path] += n
        jp += jumlah or 0
    anak = UnitKerja.objects.filter(induk=unit).order_by("nama", "pk")
    per_unit = [
        (satu, sum(n for path, n in jalur.items() if path.startswith(satu.path))) for satu in anak
    ]
    return KebutuhanUnit(
        unit=unit,
        tahun=tahun,
        orang=daftar.order_by().values("rencana__pegawai_id").distinct().count(),
        kegiatan=kesenjangan.total(),
        jp=jp,
        per_kesenjangan=dict(kesenjangan),
        per_jenis=dict(jenis.most_common()),
        per_unit=tuple((satu, n) for satu, n in per_unit if n),
    )


def daftar_kebutuhan(
    *, unit: UnitKerja, tahun: int, kesenjangan: str = "", jenis: str = ""
) -> QuerySet[Any]:
    """Return the list behind a number, by name: who plans to learn what, until when."""
    daftar = kegiatan_unit(unit=unit, tahun=tahun)
    if kesenjangan:
        daftar = daftar.filter(kesenjangan=kesenjangan)
    if jenis:
        daftar = daftar.filter(jenis=jenis)
    return daftar.select_related("rencana__pegawai", "rencana__unit").order_by(
        "rencana__pegawai__nama", "target_pada", "pk"
    )
