"""How far a unit and everything below it is with its plans."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet

from tera.core.aktor import Aktor
from tera.organisasi.hitungan import daftar_anak, di_instansi, telusuri_nama
from tera.organisasi.models import Penugasan, UnitKerja
from tera.organisasi.permissions import daftar_petugas
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.skp.hitungan import BELUM, MIKRODETIK_SEHARI, REKAP_SKP, RekapSKP
from tera.skp.models import HitunganSKP
from tera.skp.selectors.wajib import (
    berstatus_skp,
    hari_hitung,
    kedudukan_wajib,
    penugasan_wajib,
    yang_wajib,
)
from tera.stats.packed import median

__all__ = [
    "BELUM",
    "AngkaUnit",
    "HakRingkasan",
    "RingkasanUnit",
    "hak_ringkasan",
    "orang_unit",
    "penugasan_wajib",
    "ringkasan_unit",
    "unit_ringkasan",
    "yang_wajib",
]

PERAN_LIHAT = frozenset({"pengelola", "auditor", "pyb", "pejabat_pembina", "admin"})


@dataclass(frozen=True, slots=True)
class AngkaUnit:
    """Counts of one unit and everything below it."""

    unit_id: int
    nama: str
    wajib: int
    per_status: dict[str, int]
    terlambat: int

    @property
    def ditetapkan(self) -> int:
        """Plans that were set, also those closed since."""
        return self.per_status.get("ditetapkan", 0) + self.per_status.get("ditutup", 0)

    def jumlah(self, saring: str) -> int:
        """Return how many there are in one state; ``terlambat`` counts the late."""
        return self.terlambat if saring == "terlambat" else self.per_status.get(saring, 0)

    @property
    def persen(self) -> float:
        """Share of set plans in percent; 0 for a unit without anybody."""
        return 100 * self.ditetapkan / self.wajib if self.wajib else 0.0


@dataclass(frozen=True, slots=True)
class RingkasanUnit:
    """A unit's counts, its children's, and the median drafting time in days (None: nothing yet)."""

    unit: UnitKerja
    total: AngkaUnit
    daftar_anak: tuple[AngkaUnit, ...]
    median_hari_susun: float | None
    median_hari_tetap: float | None
    n_unit: int = field(default=1, compare=False)
    tersimpan: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class HakRingkasan:
    """Which parts of the tree the aktor may look at, asked once for the whole page."""

    instansi_id: int
    petugas: tuple[tuple[str, str], ...]
    jalur: tuple[str, ...]

    def daftar_unit(self) -> QuerySet[UnitKerja]:
        """Return the units whose summary may be opened."""
        syarat = Q(pk__in=[])
        for awalan in self.jalur:
            syarat |= Q(path__gte=awalan, path__lt=awalan + "~")
        return UnitKerja.objects.filter(syarat, instansi_id=self.instansi_id).order_by("path")

    def boleh_induk(self, unit: UnitKerja) -> bool:
        """Whether the unit above ``unit`` may be opened too: its path says so."""
        induk = unit.path[: -len(f"{unit.pk}/")]
        return unit.induk_id is not None and any(induk.startswith(satu) for satu in self.jalur)

    def pengelola(self, unit: UnitKerja) -> bool:
        """Whether the aktor is pengelola of ``unit``."""
        return any(
            peran == "pengelola" and unit.path.startswith(awalan) for peran, awalan in self.petugas
        )


def hak_ringkasan(*, aktor: Aktor) -> HakRingkasan:
    """Return the units of an officer and those one leads: two queries."""
    hari = aktor.hari_ini
    petugas = tuple(daftar_petugas(aktor=aktor, pada=hari))
    jalur = [awalan for peran, awalan in petugas if peran in PERAN_LIHAT]
    jalur += Penugasan.objects.filter(
        berlaku_pada(hari), pegawai_id=aktor.pegawai_id or 0, memimpin_unit=True
    ).values_list("unit__path", flat=True)
    return HakRingkasan(aktor.instansi_id, petugas, tuple(jalur))


def unit_ringkasan(*, aktor: Aktor) -> QuerySet[UnitKerja]:
    """Return the units whose summary the aktor may open: those of an officer, those one leads."""
    return hak_ringkasan(aktor=aktor).daftar_unit()


def ringkasan_unit(*, unit: UnitKerja, tahun: int, pada: dt.date) -> RingkasanUnit:
    """Return the counts of ``unit`` and its children: the same queries whatever the size."""
    hari = hari_hitung(tahun, pada)
    hasil = REKAP_SKP.jumlah(unit=unit, kunci=tahun, hari=hari, varian=kedudukan_wajib(hari))
    jumlah = sum(hasil.bagian.values(), Counter[str]())
    semua_anak = (
        _angka(pk, nama, hasil.bagian.get(str(pk), Counter()))
        for pk, nama in daftar_anak(induk_id=unit.pk)
    )
    susun, tetap = (
        None if tengah is None else tengah / MIKRODETIK_SEHARI
        for tengah in (median(satu[n] for satu in hasil.lain) for n in (0, 1))
    )
    return RingkasanUnit(
        unit,
        _angka(unit.pk, unit.nama, jumlah),
        tuple(satu for satu in semua_anak if satu.wajib),
        susun,
        tetap,
        hasil.n_unit,
        hasil.tersimpan,
    )


def orang_unit(
    *, ringkasan: RingkasanUnit, tahun: int, pada: dt.date, saring: str
) -> QuerySet[Any]:
    """Return the assignments below a unit in one state, by name: see ``penugasan_wajib``.

    The counts say where to look: among the units that have such people, or, when there are many, by
    walking the names.
    """
    unit, hari = ringkasan.unit, hari_hitung(tahun, pada)
    dicari = ringkasan.total.jumlah(saring)
    daftar = Penugasan.objects.filter(unit__path__gte=unit.path, unit__path__lt=unit.path + "~")
    if telusuri_nama(
        unit=unit, dicari=dicari, biaya=min(dicari, ringkasan.n_unit) / ringkasan.n_unit
    ):
        daftar = daftar.filter(di_instansi("unit"), pegawai__instansi_id=unit.instansi_id)
    elif ringkasan.tersimpan:
        daftar = daftar.filter(
            di_instansi("unit"),
            unit_id__in=HitunganSKP.objects.filter(
                **{f"{saring}__gt": 0},
                kunci=tahun,
                unit__instansi_id=unit.instansi_id,
                unit__path__gte=unit.path,
                unit__path__lt=unit.path + "~",
            ).values("unit_id"),
        )
    else:
        daftar = daftar.filter(instansi_id=unit.instansi_id)
    semua = berstatus_skp(daftar, kedudukan_wajib(hari), tahun=tahun, hari=hari)
    if saring == BELUM:
        semua = semua.filter(status_skp__isnull=True)
    elif saring == "terlambat":
        semua = semua.filter(skp_terlambat=True)
    else:
        semua = semua.filter(status_skp=saring)
    return semua.select_related("pegawai", "jabatan", "unit").order_by("pegawai__nama", "pk")


def _angka(pk: int, nama: str, angka: Counter[str]) -> AngkaUnit:
    per_status = {satu: angka[satu] for satu in RekapSKP.kolom if satu != "terlambat"}
    return AngkaUnit(
        pk,
        nama,
        sum(per_status.values()),
        {satu: n for satu, n in per_status.items() if n},
        angka["terlambat"],
    )
