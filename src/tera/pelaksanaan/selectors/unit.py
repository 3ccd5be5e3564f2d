"""How far a unit and everything below it is with its work: counts and names, never content."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from tera.organisasi.models import Periode, UnitKerja
from tera.pelaksanaan.models import Realisasi, StatusLaporan
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


def skp_unit(*, unit: UnitKerja, periode: Periode) -> QuerySet[SKP]:
    """Return the plans in force in the period in a unit and below it."""
    return SKP.objects.filter(
        instansi_id=unit.instansi_id,
        tahun=periode.tahun,
        status__in=STATUS_BERLAKU,
        mulai__lte=periode.selesai,
        selesai__gte=periode.mulai,
        penugasan__unit__path__gte=unit.path,
        penugasan__unit__path__lt=unit.path + "~",
    )


def belum_melapor(*, unit: UnitKerja, periode: Periode) -> QuerySet[SKP]:
    """Return the people who have reported nothing in the period, by name."""
    return (
        skp_unit(unit=unit, periode=periode)
        .filter(~Exists(Realisasi.objects.filter(penugasan=OuterRef("penugasan"), periode=periode)))
        .select_related("pegawai", "penugasan__jabatan", "penugasan__unit")
        .order_by("pegawai__nama", "pk")
    )


def ringkasan_kerja_unit(*, unit: UnitKerja, periode: Periode) -> RingkasanKerjaUnit:
    """Return the counts of ``unit`` and its children: three queries whatever the size."""
    total = AngkaKerja(unit.pk, unit.nama)
    anak = {
        str(satu.pk): AngkaKerja(satu.pk, satu.nama)
        for satu in UnitKerja.objects.filter(induk=unit).order_by("urut", "nama")
    }

    def tempat(path: str) -> list[AngkaKerja]:
        kunci = path[len(unit.path) :].split("/")[0]
        return [total, anak[kunci]] if kunci in anak else [total]

    daftar = skp_unit(unit=unit, periode=periode)
    for path, n in (
        daftar.order_by()
        .values_list("penugasan__unit__path")
        .annotate(n=Count("penugasan", distinct=True))
    ):
        for satu in tempat(path):
            satu.orang += n
    for path, melapor, dilaporkan, diverifikasi, tercapai in (
        Realisasi.objects.filter(periode=periode, penugasan__in=daftar.values("penugasan"))
        .order_by()
        .values_list("penugasan__unit__path")
        .annotate(
            melapor=Count("penugasan", distinct=True),
            dilaporkan=Count("id", filter=Q(status=StatusLaporan.DILAPORKAN)),
            diverifikasi=Count("id", filter=Q(status=StatusLaporan.DIVERIFIKASI)),
            tercapai=Count("id", filter=Q(target_tercapai=True)),
        )
    ):
        for satu in tempat(path):
            satu.melapor += melapor
            satu.dilaporkan += dilaporkan
            satu.diverifikasi += diverifikasi
            satu.tercapai += tercapai
    return RingkasanKerjaUnit(total, tuple(satu for satu in anak.values() if satu.orang))
