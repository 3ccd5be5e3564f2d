"""How far a unit and everything below it is with its work: counts and names, never content."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    DateField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    QuerySet,
)

from tera.core.kueri import KueriSiap, Senarai, kueri_siap
from tera.organisasi.hitungan import daftar_anak, di_instansi, telusuri_nama
from tera.organisasi.models import Periode, UnitKerja
from tera.pelaksanaan.hitungan import REKAP_KERJA
from tera.pelaksanaan.models import HitunganKerja, Realisasi
from tera.pelaksanaan.selectors.kerja import STATUS_BERLAKU
from tera.skp.models import SKP

#: People on one page of the list.
BARIS = 25


@dataclass(slots=True)
class AngkaKerja:
    """Counts of one unit and everything below it."""

    pk: int
    nama: str
    orang: int = 0
    melapor: int = 0
    dilaporkan: int = 0
    diverifikasi: int = 0
    tercapai: int = 0

    @property
    def belum(self) -> int:
        """How many people have reported nothing in the period."""
        return self.orang - self.melapor


@dataclass(frozen=True, slots=True)
class RingkasanKerjaUnit:
    """A unit and its children."""

    total: AngkaKerja
    anak: tuple[AngkaKerja, ...]
    n_unit: int = field(default=1, compare=False)
    tersimpan: bool = field(default=False, compare=False)


def skp_unit(*, unit: UnitKerja, periode: Periode) -> QuerySet[SKP]:
    """Return the plans in force in the period in a unit and below it."""
    return _skp_berlaku(**_isi(unit, periode)).filter(instansi_id=unit.instansi_id)


def belum_melapor(
    *, unit: UnitKerja, periode: Periode, ringkasan: RingkasanKerjaUnit | None = None
) -> QuerySet[SKP]:
    """Return the people who have reported nothing in the period, by name.

    ``ringkasan`` says where to look: see ``skp.selectors.unit.orang_unit``.
    """
    return _belum(_cara(unit, ringkasan), **_isi(unit, periode))


def senarai_belum(*, unit: UnitKerja, periode: Periode, ringkasan: RingkasanKerjaUnit) -> Senarai:
    """Return ``belum_melapor`` for a paginator of ``BARIS`` people."""
    siap = _belum_siap(_cara(unit, ringkasan))
    return Senarai(
        lambda: siap(**_isi(unit, periode)),
        lambda: belum_melapor(unit=unit, periode=periode, ringkasan=ringkasan),
    )


def _cara(unit: UnitKerja, ringkasan: RingkasanKerjaUnit | None) -> str:
    if ringkasan is None:
        return "semua"
    belum, n_unit = ringkasan.total.belum, ringkasan.n_unit
    if telusuri_nama(unit=unit, dicari=belum, biaya=min(belum, n_unit) / n_unit):
        return "nama"
    return "unit" if ringkasan.tersimpan else "semua"


def _isi(unit: UnitKerja, periode: Periode) -> dict[str, Any]:
    return {
        "instansi_id": unit.instansi_id,
        "awal": unit.path,
        "akhir": unit.path + "~",
        "periode_id": periode.pk,
        "tahun": periode.tahun,
        "mulai": periode.mulai,
        "selesai": periode.selesai,
    }


@cache
def _belum_siap(cara: str) -> KueriSiap:
    return kueri_siap(
        instansi_id=BigIntegerField(),
        awal=CharField(),
        akhir=CharField(),
        periode_id=BigIntegerField(),
        tahun=IntegerField(),
        mulai=DateField(),
        selesai=DateField(),
    )(lambda **isi: _belum(cara, **isi)[:BARIS])


def _skp_berlaku(
    *, awal: Any, akhir: Any, tahun: Any, mulai: Any, selesai: Any, **_lain: Any
) -> QuerySet[SKP]:
    return SKP.objects.filter(
        tahun=tahun,
        status__in=STATUS_BERLAKU,
        mulai__lte=selesai,
        selesai__gte=mulai,
        penugasan__unit__path__gte=awal,
        penugasan__unit__path__lt=akhir,
    )


def _belum(cara: str, *, instansi_id: Any, periode_id: Any, **isi: Any) -> QuerySet[SKP]:
    daftar = _skp_berlaku(**isi)
    if cara == "nama":
        daftar = daftar.filter(di_instansi("penugasan__unit"), pegawai__instansi_id=instansi_id)
    elif cara == "unit":
        daftar = daftar.filter(
            di_instansi("penugasan__unit"),
            penugasan__unit_id__in=HitunganKerja.objects.filter(
                kunci=periode_id,
                orang__gt=F("melapor"),
                unit__instansi_id=instansi_id,
                unit__path__gte=isi["awal"],
                unit__path__lt=isi["akhir"],
            ).values("unit_id"),
        )
    else:
        daftar = daftar.filter(instansi_id=instansi_id)
    return (
        daftar.filter(
            ~Exists(
                Realisasi.objects.filter(penugasan=OuterRef("penugasan"), periode_id=periode_id)
            )
        )
        .select_related("pegawai", "penugasan__jabatan", "penugasan__unit")
        .order_by("pegawai__nama", "pk")
    )


def ringkasan_kerja_unit(*, unit: UnitKerja, periode: Periode) -> RingkasanKerjaUnit:
    """Return the counts of ``unit`` and its children: the same queries whatever the size."""
    total = AngkaKerja(unit.pk, unit.nama)
    anak = {str(pk): AngkaKerja(pk, nama) for pk, nama in daftar_anak(induk_id=unit.pk)}
    hasil = REKAP_KERJA.jumlah(
        unit=unit,
        kunci=periode.pk,
        # Nothing here depends on the day.
        hari=periode.mulai,
        tahun=periode.tahun,
        mulai=periode.mulai,
        selesai=periode.selesai,
    )
    for bagian, angka in hasil.bagian.items():
        for satu in (total, anak.get(bagian)):
            if satu is not None:
                for kata in REKAP_KERJA.kolom:
                    setattr(satu, kata, getattr(satu, kata) + angka[kata])
    return RingkasanKerjaUnit(
        total, tuple(satu for satu in anak.values() if satu.orang), hasil.n_unit, hasil.tersimpan
    )
