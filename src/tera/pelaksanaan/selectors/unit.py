"""How far a unit and everything below it is with its work: counts and names, never content."""

from dataclasses import dataclass, field

from django.db.models import Exists, F, OuterRef, QuerySet

from tera.organisasi.hitungan import daftar_anak, di_instansi, telusuri_nama
from tera.organisasi.models import Periode, UnitKerja
from tera.pelaksanaan.hitungan import REKAP_KERJA
from tera.pelaksanaan.models import HitunganKerja, Realisasi
from tera.pelaksanaan.selectors.kerja import STATUS_BERLAKU
from tera.skp.models import SKP


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
    return _skp_berlaku(unit=unit, periode=periode).filter(instansi_id=unit.instansi_id)


def _skp_berlaku(*, unit: UnitKerja, periode: Periode) -> QuerySet[SKP]:
    return SKP.objects.filter(
        tahun=periode.tahun,
        status__in=STATUS_BERLAKU,
        mulai__lte=periode.selesai,
        selesai__gte=periode.mulai,
        penugasan__unit__path__gte=unit.path,
        penugasan__unit__path__lt=unit.path + "~",
    )


def belum_melapor(
    *, unit: UnitKerja, periode: Periode, ringkasan: RingkasanKerjaUnit | None = None
) -> QuerySet[SKP]:
    """Return the people who have reported nothing in the period, by name.

    ``ringkasan`` says where to look: see ``skp.selectors.unit.orang_unit``.
    """
    daftar = skp_unit(unit=unit, periode=periode)
    if ringkasan is not None:
        belum, n_unit = ringkasan.total.belum, ringkasan.n_unit
        if telusuri_nama(unit=unit, dicari=belum, biaya=min(belum, n_unit) / n_unit):
            daftar = _skp_berlaku(unit=unit, periode=periode).filter(
                di_instansi("penugasan__unit"), pegawai__instansi_id=unit.instansi_id
            )
        elif ringkasan.tersimpan:
            daftar = _skp_berlaku(unit=unit, periode=periode).filter(
                di_instansi("penugasan__unit"),
                penugasan__unit_id__in=HitunganKerja.objects.filter(
                    kunci=periode.pk,
                    orang__gt=F("melapor"),
                    unit__instansi_id=unit.instansi_id,
                    unit__path__gte=unit.path,
                    unit__path__lt=unit.path + "~",
                ).values("unit_id"),
            )
    return (
        daftar.filter(
            ~Exists(Realisasi.objects.filter(penugasan=OuterRef("penugasan"), periode=periode))
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
