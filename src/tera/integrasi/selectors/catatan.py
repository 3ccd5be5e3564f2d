"""Lists of the exchange for officers: not entered yet, entered, different."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from tera.core.aktor import Aktor
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.selectors import SUDAH_DITETAPKAN
from tera.integrasi.permissions import PERAN_TUKAR
from tera.organisasi.models import Periode, UnitKerja
from tera.organisasi.permissions import cakupan_petugas


@dataclass(frozen=True, slots=True)
class HitunganTukar:
    """How many results of a period are set, entered in e-Kinerja, and different there."""

    ditetapkan: int
    sudah: int
    berbeda: int

    @property
    def belum(self) -> int:
        """Set here and not known to be there."""
        return self.ditetapkan - self.sudah - self.berbeda


def evaluasi_unit(*, aktor: Aktor, periode: Periode) -> QuerySet[Evaluasi]:
    """Return the set results of a period in the officer's reach, by unit and name."""
    return (
        Evaluasi.objects.filter(
            cakupan_petugas(
                aktor=aktor,
                pada=aktor.hari_ini,
                peran=tuple(PERAN_TUKAR),
                kolom="unit__path",
            ),
            instansi_id=aktor.instansi_id,
            periode=periode,
            status__in=SUDAH_DITETAPKAN,
        )
        .select_related(
            "periode", "pegawai", "penilai", "unit", "skp__penugasan__jabatan", "catatan_ekinerja"
        )
        .order_by("unit__path", "pegawai__nama", "pk")
    )


def di_bawah(daftar: QuerySet[Evaluasi], unit: UnitKerja) -> QuerySet[Evaluasi]:
    """Keep the results of ``unit`` and everything below it."""
    return daftar.filter(unit__path__gte=unit.path, unit__path__lt=unit.path + "~")


def daftar_tukar(*, aktor: Aktor, periode: Periode, keadaan: str) -> QuerySet[Evaluasi]:
    """Return the results in one state: ``belum``, ``sudah`` or ``berbeda``; else all."""
    semua = evaluasi_unit(aktor=aktor, periode=periode)
    if keadaan == "belum":
        return semua.filter(catatan_ekinerja__isnull=True)
    if keadaan in {"sudah", "berbeda"}:
        return semua.filter(catatan_ekinerja__status=keadaan)
    return semua


def hitungan_tukar(*, aktor: Aktor, periode: Periode) -> HitunganTukar:
    """Count the states of a period: one query."""
    jumlah = (
        evaluasi_unit(aktor=aktor, periode=periode)
        .order_by()
        .aggregate(
            n=Count("pk"),
            sudah=Count("pk", filter=Q(catatan_ekinerja__status="sudah")),
            berbeda=Count("pk", filter=Q(catatan_ekinerja__status="berbeda")),
        )
    )
    return HitunganTukar(jumlah["n"], jumlah["sudah"], jumlah["berbeda"])
