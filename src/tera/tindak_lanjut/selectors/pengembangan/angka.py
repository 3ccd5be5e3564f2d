"""The two figures of development on a leader's page: what is needed, and whether it is used."""

from dataclasses import dataclass

from django.db.models import Count, Q, Value

from tera.organisasi.models import UnitKerja
from tera.tindak_lanjut.models import DampakPelatihan
from tera.tindak_lanjut.selectors.pengembangan.unit import kegiatan_unit


@dataclass(frozen=True, slots=True)
class AngkaPengembangan:
    """Counts of a unit and everything below it in a year.

    Attributes:
        kegiatan, orang: rows that count as a need, and whose they are.
        dijawab, dipakai: answers of either side about a training that ended in the year, and how
            many of them say that it is used at work, wholly or in part.
    """

    kegiatan: int
    orang: int
    dijawab: int
    dipakai: int


def angka_pengembangan(*, unit: UnitKerja, tahun: int) -> AngkaPengembangan:
    """Return the counts: one query, a row for each side; the caller checked the unit."""
    butuh = (
        kegiatan_unit(unit=unit, tahun=tahun)
        .order_by()
        .values(bagian=Value(0))
        .annotate(satu=Count("pk"), dua=Count("rencana__pegawai_id", distinct=True))
    )
    pakai = (DampakPelatihan.Pakai.DIPAKAI, DampakPelatihan.Pakai.SEBAGIAN)
    dampak = (
        DampakPelatihan.objects.filter(
            peserta__instansi_id=unit.instansi_id,
            peserta__sesi__selesai__year=tahun,
            peserta__pegawai__daftar_penugasan__jenis="definitif",
            peserta__pegawai__daftar_penugasan__sampai__isnull=True,
            peserta__pegawai__daftar_penugasan__unit__path__gte=unit.path,
            peserta__pegawai__daftar_penugasan__unit__path__lt=unit.path + "~",
        )
        .order_by()
        .values(bagian=Value(1))
        .annotate(satu=Count("pk"), dua=Count("pk", filter=Q(pakai__in=pakai)))
    )
    # Without rows a side may be missing: nothing to group is nothing counted.
    isi = {
        bagian: (satu, dua)
        for bagian, satu, dua in butuh.union(dampak, all=True).values_list("bagian", "satu", "dua")
    }
    return AngkaPengembangan(*isi.get(0, (0, 0)), *isi.get(1, (0, 0)))
