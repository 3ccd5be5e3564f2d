"""How far a unit and everything below it is with its plans."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    DateField,
    IntegerField,
    Q,
    QuerySet,
)

from tera.core.aktor import Aktor
from tera.core.kueri import KueriSiap, Senarai, kueri_siap
from tera.organisasi.hitungan import daftar_anak, di_instansi, telusuri_nama
from tera.organisasi.models import Penugasan, UnitKerja
from tera.organisasi.permissions import daftar_petugas
from tera.organisasi.selectors.wilayah import boleh_induk, jalur_dipimpin, unit_di
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
    "BARIS",
    "BELUM",
    "AngkaUnit",
    "HakRingkasan",
    "RingkasanUnit",
    "hak_ringkasan",
    "orang_unit",
    "penugasan_wajib",
    "ringkasan_unit",
    "senarai_orang",
    "unit_ringkasan",
    "yang_wajib",
]

#: People on one page of the list.
BARIS = 25
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

    def unit(self, pk: int | None) -> UnitKerja | None:
        """Return one of ``daftar_unit``, without ``pk`` the first: one query."""
        satu: UnitKerja | None = unit_di(instansi_id=self.instansi_id, jalur=self.jalur, pk=pk)
        return satu

    def boleh_induk(self, unit: UnitKerja) -> bool:
        """Whether the unit above ``unit`` may be opened too."""
        return boleh_induk(unit, self.jalur)

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
    jalur += jalur_dipimpin(pegawai_id=aktor.pegawai_id, pada=hari)
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
    kedudukan = kedudukan_wajib(hari_hitung(tahun, pada))
    isi = _isi_orang(ringkasan.unit, tahun, pada)
    return _orang(_cara(ringkasan, saring), saring, kedudukan, **isi)


def senarai_orang(*, ringkasan: RingkasanUnit, tahun: int, pada: dt.date, saring: str) -> Senarai:
    """Return ``orang_unit`` for a paginator of ``BARIS`` people."""
    kedudukan = kedudukan_wajib(hari_hitung(tahun, pada))
    isi = _isi_orang(ringkasan.unit, tahun, pada)
    siap = _orang_siap(_cara(ringkasan, saring), saring, kedudukan)
    return Senarai(
        lambda: siap(**isi),
        lambda: orang_unit(ringkasan=ringkasan, tahun=tahun, pada=pada, saring=saring),
    )


def _cara(ringkasan: RingkasanUnit, saring: str) -> str:
    dicari, n_unit = ringkasan.total.jumlah(saring), ringkasan.n_unit
    if telusuri_nama(unit=ringkasan.unit, dicari=dicari, biaya=min(dicari, n_unit) / n_unit):
        return "nama"
    return "unit" if ringkasan.tersimpan else "semua"


def _isi_orang(unit: UnitKerja, tahun: int, pada: dt.date) -> dict[str, Any]:
    return {
        "instansi_id": unit.instansi_id,
        "awal": unit.path,
        "akhir": unit.path + "~",
        "tahun": tahun,
        "hari": hari_hitung(tahun, pada),
    }


@cache
def _orang_siap(cara: str, saring: str, kedudukan: tuple[str, ...]) -> KueriSiap:
    return kueri_siap(
        instansi_id=BigIntegerField(),
        awal=CharField(),
        akhir=CharField(),
        tahun=IntegerField(),
        hari=DateField(),
    )(lambda **isi: _orang(cara, saring, kedudukan, **isi)[:BARIS])


def _orang(
    cara: str,
    saring: str,
    kedudukan: tuple[str, ...],
    *,
    instansi_id: Any,
    awal: Any,
    akhir: Any,
    tahun: Any,
    hari: Any,
) -> QuerySet[Any]:
    daftar = Penugasan.objects.filter(unit__path__gte=awal, unit__path__lt=akhir)
    if cara == "nama":
        daftar = daftar.filter(di_instansi("unit"), pegawai__instansi_id=instansi_id)
    elif cara == "unit":
        daftar = daftar.filter(
            di_instansi("unit"),
            unit_id__in=HitunganSKP.objects.filter(
                **{f"{saring}__gt": 0},
                kunci=tahun,
                unit__instansi_id=instansi_id,
                unit__path__gte=awal,
                unit__path__lt=akhir,
            ).values("unit_id"),
        )
    else:
        daftar = daftar.filter(instansi_id=instansi_id)
    semua = berstatus_skp(daftar, kedudukan, tahun=tahun, hari=hari)
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
