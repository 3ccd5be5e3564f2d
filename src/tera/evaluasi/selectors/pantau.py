"""How far a unit is with its evaluations: counts by unit, lateness, distribution, who waits.

Aggregates by the path in the tree: the same queries whatever the size.
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, QuerySet

from tera.core.aktor import Aktor
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.selectors.jangkauan import jangkauan
from tera.evaluasi.selectors.kertas import SUDAH_DITETAPKAN
from tera.evaluasi.selectors.pembukaan import skp_dievaluasi
from tera.organisasi.models import Periode, PerpanjanganBatas, UnitKerja
from tera.organisasi.selectors.umum import di_bawah

PERAN_PANTAU = ("pengelola", "auditor", "pyb", "pejabat_pembina", "admin")
BELUM_DIBUKA = "belum_dibuka"
BELUM_SAMPAI = "belum_sampai"
SARINGAN = ("terlambat", "terbuka", "dinilai", "ditetapkan", BELUM_SAMPAI, "disampaikan", "final")


#: (path of the unit or None for all, new deadline)
Perpanjangan = list[tuple[str | None, dt.date]]


@dataclass(slots=True)
class Angka:
    """Counts of one unit and everything below it."""

    unit_id: int
    nama: str
    status: Counter[str] = field(default_factory=Counter)
    predikat: Counter[str] = field(default_factory=Counter)
    swakaji: int = 0
    belum_sampai: int = 0
    terlambat: int = 0
    terlambat_belum_dibuka: int = 0

    @property
    def jumlah(self) -> int:
        """Everyone who is to be evaluated."""
        return self.status.total()

    @property
    def dinilai(self) -> int:
        """Those whose ratings were given, set or not."""
        return self.jumlah - self.status[BELUM_DIBUKA] - self.status[Evaluasi.Status.TERBUKA]

    @property
    def ditetapkan(self) -> int:
        """Those whose predikat was set."""
        return sum(self.status[satu] for satu in SUDAH_DITETAPKAN)

    def banyak(self, saring: str) -> int:
        """Return how many people one filter of the page names."""
        if saring == "terlambat":
            return self.terlambat - self.terlambat_belum_dibuka
        return self.belum_sampai if saring == BELUM_SAMPAI else self.status[saring]

    @property
    def disampaikan(self) -> int:
        """Those whose result was delivered."""
        return self.ditetapkan - self.status[Evaluasi.Status.DITETAPKAN]

    def persen(self) -> float:
        """Share whose predikat was set, percent."""
        return 100 * self.ditetapkan / self.jumlah if self.jumlah else 0.0


@dataclass(frozen=True, slots=True)
class Pantauan:
    """A unit's counts and its children's."""

    unit: UnitKerja
    total: Angka
    daftar_anak: tuple[Angka, ...]


def unit_pantau(*, aktor: Aktor) -> QuerySet[UnitKerja]:
    """Return the units the aktor may follow: those of an officer, those one leads, and below."""
    return UnitKerja.objects.filter(
        jangkauan(aktor=aktor, pada=aktor.hari_ini).unit(PERAN_PANTAU),
        instansi_id=aktor.instansi_id,
    ).order_by("path")


def pantau_unit(
    *,
    unit: UnitKerja,
    periode: Periode,
    pilihan: str,
    pada: dt.date,
    hari_sampai: int,
    perpanjangan: Perpanjangan,
) -> Pantauan:
    """Count ``unit`` and its children in a period: three queries whatever the size."""
    anak = {
        f"{satu.pk}": Angka(satu.pk, satu.nama)
        for satu in UnitKerja.objects.filter(induk=unit).order_by("urut", "nama")
    }
    sendiri = Angka(unit.pk, unit.nama)
    lewat = batas_lewat(periode=periode, pada=pada, perpanjangan=perpanjangan)
    for path, status, predikat, n, swakaji, belum in (
        Evaluasi.objects.filter(di_bawah(unit.path, "unit__path"), periode=periode)
        .order_by()
        .values_list("unit__path", "status", "predikat")
        .annotate(
            n=Count("pk"),
            swakaji_terkirim=Count("pk", filter=Q(swakaji__dikirim_at__isnull=False)),
            belum_sampai=Count("pk", filter=syarat_belum_sampai(pada=pada, hari=hari_sampai)),
        )
    ):
        for angka in (sendiri, _anak(anak, unit, path)):
            if angka is None:
                continue
            angka.status[status] += n
            angka.swakaji += swakaji
            angka.belum_sampai += belum
            if predikat:
                angka.predikat[predikat] += n
            if status in {Evaluasi.Status.TERBUKA, Evaluasi.Status.DINILAI} and lewat(path):
                angka.terlambat += n
    for path, n in (
        skp_dievaluasi(periode=periode, pilihan=pilihan)
        .filter(di_bawah(unit.path, "penugasan__unit__path"))
        .order_by()
        .values_list("penugasan__unit__path")
        .annotate(n=Count("pk"))
    ):
        for angka in (sendiri, _anak(anak, unit, path)):
            if angka is not None:
                angka.status[BELUM_DIBUKA] += n
                if lewat(path):
                    angka.terlambat += n
                    angka.terlambat_belum_dibuka += n
    return Pantauan(unit, sendiri, tuple(satu for satu in anak.values() if satu.jumlah))


def _anak(anak: Mapping[str, Angka], unit: UnitKerja, path: str) -> Angka | None:
    return anak.get(path[len(unit.path) :].split("/")[0])


def syarat_belum_sampai(*, pada: dt.date, hari: int) -> Q:
    """Return the condition "set so many days ago and not delivered"."""
    return Q(status=Evaluasi.Status.DITETAPKAN, ditetapkan_pada__lt=pada - dt.timedelta(days=hari))


def perpanjangan_evaluasi(*, periode: Periode) -> Perpanjangan:
    """Return the extensions of a period's evaluation deadline: one query."""
    return list(
        PerpanjanganBatas.objects.filter(
            periode=periode, tahap=PerpanjanganBatas.Tahap.EVALUASI
        ).values_list("unit__path", "batas_baru")
    )


def batas_lewat(*, periode: Periode, pada: dt.date, perpanjangan: Perpanjangan) -> Any:
    """Return a test by unit path: is the deadline of the evaluation over there?"""

    def lewat(path: str) -> bool:
        batas = max(
            [
                periode.batas_evaluasi,
                *(
                    baru
                    for awalan, baru in perpanjangan
                    if awalan is None or path.startswith(awalan)
                ),
            ]
        )
        return pada > batas

    return lewat


def orang_pantau(
    *,
    unit: UnitKerja,
    periode: Periode,
    saring: str,
    pada: dt.date,
    hari_sampai: int,
    perpanjangan: Perpanjangan,
) -> QuerySet[Evaluasi]:
    """Return the people below ``unit`` in one state, by name; no rating is read for the list."""
    daftar = Evaluasi.objects.filter(di_bawah(unit.path, "unit__path"), periode=periode)
    if saring == "terlambat":
        daftar = daftar.filter(status__in=[Evaluasi.Status.TERBUKA, Evaluasi.Status.DINILAI])
        tunda = Q(pk__in=[])
        semua = False
        for path, baru in perpanjangan:
            if pada <= baru:
                semua = semua or path is None
                tunda |= di_bawah(path, "unit__path") if path else Q()
        masih = semua or pada <= periode.batas_evaluasi
        daftar = daftar.none() if masih else daftar.exclude(tunda)
    elif saring == BELUM_SAMPAI:
        daftar = daftar.filter(syarat_belum_sampai(pada=pada, hari=hari_sampai))
    else:
        daftar = daftar.filter(status=saring)
    return daftar.select_related("pegawai", "penilai", "unit", "skp__penugasan__jabatan").order_by(
        "pegawai__nama", "pk"
    )


def permintaan_buka(*, unit: UnitKerja) -> QuerySet[Evaluasi]:
    """Return the set results below ``unit`` whose rater asks to take them back."""
    return (
        Evaluasi.objects.filter(
            di_bawah(unit.path, "unit__path"),
            status=Evaluasi.Status.DITETAPKAN,
            buka_kembali_disetujui_oleh__isnull=True,
        )
        .exclude(alasan_buka_kembali="")
        .select_related("pegawai", "penilai", "periode", "unit")
        .order_by("pk")
    )
