"""How far a unit is with its evaluations: counts by unit, lateness, distribution, who waits.

Aggregates by the path in the tree: the same queries whatever the size.
"""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    DateField,
    ExpressionWrapper,
    F,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.lookups import Exact

from tera.core.aktor import Aktor
from tera.core.kueri import Isian, KueriSiap, Senarai, kueri_siap
from tera.evaluasi.hitungan import (
    BELUM_DIBUKA,
    BELUM_SAMPAI,
    REKAP_EVALUASI,
    syarat_belum_sampai,
)
from tera.evaluasi.models import Evaluasi, HitunganEvaluasi, PilihanPredikat
from tera.evaluasi.selectors.jangkauan import PIMPINAN, jangkauan
from tera.evaluasi.selectors.kertas import SUDAH_DITETAPKAN
from tera.evaluasi.selectors.pembukaan import status_jenis
from tera.organisasi import kebijakan
from tera.organisasi.hitungan import daftar_anak, telusuri_nama
from tera.organisasi.models import JenisPeriode, Periode, PerpanjanganBatas, UnitKerja
from tera.organisasi.selectors.umum import di_bawah
from tera.organisasi.selectors.wilayah import boleh_induk, unit_di

PERAN_PANTAU = ("pengelola", "auditor", "pyb", "pejabat_pembina", "admin")
BELUM_DITETAPKAN = (Evaluasi.Status.TERBUKA, Evaluasi.Status.DINILAI)
SARINGAN = ("terlambat", "terbuka", "dinilai", "ditetapkan", BELUM_SAMPAI, "disampaikan", "final")

#: People on one page of the list, and requests shown above it.
BARIS, PERMINTAAN = 25, 20
KEBIJAKAN = "evaluasi.hari_penyampaian"
DITAMPILKAN = (
    "status", "unit__nama", "skp__penugasan__jabatan__nama",
    *(f"{satu}__{kolom}" for satu in ("pegawai", "penilai")
      for kolom in ("nama", "gelar_depan", "gelar_belakang")),
)  # fmt: skip
SEMUA_STATUS, PREDIKAT = (BELUM_DIBUKA, *Evaluasi.Status.values), PilihanPredikat.values
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

    def tambah(self, satu: Counter[str], *, lewat: bool) -> None:
        """Add what was counted in one part; ``lewat``: its deadline is over."""
        for kata in SEMUA_STATUS:
            self.status[kata] += satu[kata]
        for kata in PREDIKAT:
            self.predikat[kata] += satu[kata]
        self.swakaji += satu["swakaji"]
        self.belum_sampai += satu[BELUM_SAMPAI]
        if lewat:
            belum = satu[BELUM_DIBUKA]
            self.terlambat += belum + sum(satu[kata] for kata in BELUM_DITETAPKAN)
            self.terlambat_belum_dibuka += belum

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
    tersimpan: bool = False


def unit_pantau(*, aktor: Aktor) -> QuerySet[UnitKerja]:
    """Return the units the aktor may follow: those of an officer, those one leads, and below."""
    return UnitKerja.objects.filter(
        jangkauan(aktor=aktor, pada=aktor.hari_ini).unit(PERAN_PANTAU),
        instansi_id=aktor.instansi_id,
    ).order_by("path")


@dataclass(frozen=True, slots=True)
class LetakPantau:
    """A unit that may be followed, whether the one above too, and the days a result may wait."""

    unit: UnitKerja
    induk: int | None
    hari_sampai: int


def letak_pantau(*, aktor: Aktor, pk: int | None) -> LetakPantau | None:
    """Return one of ``unit_pantau``, without ``pk`` the first; None for nobody's: two queries."""
    wilayah = jangkauan(aktor=aktor, pada=aktor.hari_ini)
    jalur = [path for kata, path in wilayah.daftar if kata in {PIMPINAN, *PERAN_PANTAU}]
    unit = unit_di(
        instansi_id=aktor.instansi_id,
        jalur=jalur,
        pk=pk,
        per_pk=_unit_per_pk,
        per_path=_unit_per_path,
        pada=aktor.hari_ini,
    )
    if unit is None:
        return None
    return LetakPantau(
        unit,
        unit.induk_id if boleh_induk(unit, jalur) else None,
        int(kebijakan.dari_kolom(KEBIJAKAN, unit.hari_sampai)),
    )


@kueri_siap(instansi_id=BigIntegerField(), pk=BigIntegerField(), pada=DateField())
def _unit_per_pk(instansi_id: Isian, pk: Isian, pada: Isian) -> QuerySet[Any, Any]:
    return _berkebijakan(instansi_id, pada).filter(pk=pk)


@kueri_siap(instansi_id=BigIntegerField(), path=CharField(), pada=DateField())
def _unit_per_path(instansi_id: Isian, path: Isian, pada: Isian) -> QuerySet[Any, Any]:
    return _berkebijakan(instansi_id, pada).filter(path=path)


def _berkebijakan(instansi_id: Isian, pada: Isian) -> QuerySet[Any, Any]:
    return UnitKerja.objects.filter(instansi_id=instansi_id).annotate(
        hari_sampai=Subquery(
            kebijakan.kolom_nilai(instansi_id=instansi_id, kunci=KEBIJAKAN, pada=pada)
        )
    )


def pantau_unit(
    *,
    unit: UnitKerja,
    periode: Periode,
    pilihan: str,
    pada: dt.date,
    hari_sampai: int,
    perpanjangan: Perpanjangan,
) -> Pantauan:
    """Count ``unit`` and its children in a period: the same queries whatever the size."""
    anak = {str(pk): Angka(pk, nama) for pk, nama in daftar_anak(induk_id=unit.pk)}
    sendiri = Angka(unit.pk, unit.nama)
    lewat = batas_lewat(periode=periode, pada=pada, perpanjangan=perpanjangan)
    # An unit's own longer deadline, still running: only then it matters where exactly people are.
    rinci = any(path is not None and pada <= baru for path, baru in perpanjangan)
    hasil = REKAP_EVALUASI.jumlah(
        unit=unit,
        kunci=periode.pk,
        hari=pada - dt.timedelta(days=hari_sampai),
        varian=status_jenis(periode=periode, pilihan=pilihan)
        if periode.jenis != JenisPeriode.TAHUNAN
        else None,
        rinci=rinci,
        tahun=periode.tahun,
        mulai=periode.mulai,
        selesai=periode.selesai,
    )
    for bagian, satu in hasil.bagian.items():
        path = bagian if rinci else unit.path
        kata = path[len(unit.path) :].split("/")[0] if rinci else bagian
        for angka in (sendiri, anak.get(kata)):
            if angka is not None:
                angka.tambah(satu, lewat=lewat(path))
    return Pantauan(
        unit, sendiri, tuple(satu for satu in anak.values() if satu.jumlah), hasil.tersimpan
    )


def perpanjangan_evaluasi(*, periode: Periode) -> Perpanjangan:
    """Return the extensions of a period's evaluation deadline: one query."""
    return _perpanjangan(periode_id=periode.pk)


@kueri_siap(periode_id=BigIntegerField())
def _perpanjangan(periode_id: Isian) -> QuerySet[Any, Any]:
    return PerpanjanganBatas.objects.filter(
        periode_id=periode_id, tahap=PerpanjanganBatas.Tahap.EVALUASI
    ).values_list("unit__path", "batas_baru")


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
    hasil: Pantauan | None = None,
) -> QuerySet[Evaluasi]:
    """Return the people below ``unit`` in one state, by name; no rating is read for the list.

    ``hasil`` says where to look: see ``skp.selectors.unit.orang_unit``.
    """
    daftar = _orang(
        _cara(unit, saring, hasil), saring, **_isi_orang(unit, periode, pada, hari_sampai)
    )
    if saring == "terlambat":
        tunda = Q(pk__in=[])
        for path, baru in perpanjangan:
            if pada <= baru:
                tunda |= di_bawah(path, "unit__path") if path else Q()
        masih = not batas_lewat(periode=periode, pada=pada, perpanjangan=perpanjangan)("")
        daftar = daftar.none() if masih else daftar.exclude(tunda)
    return daftar


def senarai_pantau(
    *,
    unit: UnitKerja,
    periode: Periode,
    saring: str,
    pada: dt.date,
    hari_sampai: int,
    perpanjangan: Perpanjangan,
    hasil: Pantauan,
) -> Senarai | QuerySet[Evaluasi]:
    """Return ``orang_pantau`` for a paginator of ``BARIS`` people."""
    isi: dict[str, Any] = {
        "unit": unit,
        "periode": periode,
        "saring": saring,
        "pada": pada,
        "hari_sampai": hari_sampai,
        "perpanjangan": perpanjangan,
        "hasil": hasil,
    }
    if saring == "terlambat" and (perpanjangan or pada <= periode.batas_evaluasi):
        # Who is late depends on each unit's own deadline: a shape of its own.
        return orang_pantau(**isi)
    siap = _orang_siap(_cara(unit, saring, hasil), saring)
    return Senarai(
        lambda: siap(**_isi_orang(unit, periode, pada, hari_sampai)), lambda: orang_pantau(**isi)
    )


def _cara(unit: UnitKerja, saring: str, hasil: Pantauan | None) -> str:
    if hasil is None:
        return "semua"
    dicari = hasil.total.banyak(saring)
    if telusuri_nama(unit=unit, dicari=dicari, biaya=dicari / (hasil.total.jumlah or 1)):
        return "nama"
    return "unit" if hasil.tersimpan else "semua"


def _isi_orang(
    unit: UnitKerja, periode: Periode, pada: dt.date, hari_sampai: int
) -> dict[str, Any]:
    return {
        "instansi_id": unit.instansi_id,
        "awal": unit.path,
        "akhir": unit.path + "~",
        "periode_id": periode.pk,
        "batas": pada - dt.timedelta(days=hari_sampai),
    }


@cache
def _orang_siap(cara: str, saring: str) -> KueriSiap:
    return kueri_siap(
        instansi_id=BigIntegerField(),
        awal=CharField(),
        akhir=CharField(),
        periode_id=BigIntegerField(),
        batas=DateField(),
    )(lambda **isi: _orang(cara, saring, **isi)[:BARIS])


def _orang(
    cara: str,
    saring: str,
    *,
    instansi_id: Any,
    awal: Any,
    akhir: Any,
    periode_id: Any,
    batas: Any,
) -> QuerySet[Evaluasi]:
    daftar = Evaluasi.objects.filter(unit__path__gte=awal, unit__path__lt=akhir)
    if cara == "nama":
        # A sum, not the column: an index of the period would win over the names.
        jumlah = ExpressionWrapper(F("periode_id") + 0, output_field=BigIntegerField())
        daftar = daftar.filter(Exact(jumlah, periode_id), pegawai__instansi_id=instansi_id)
    elif cara == "unit":
        syarat = Q(pk__in=[])
        for satu in BELUM_DITETAPKAN if saring == "terlambat" else (saring,):
            syarat |= Q(**{f"{satu}__gt": 0})
        daftar = daftar.filter(
            periode_id=periode_id,
            unit_id__in=HitunganEvaluasi.objects.filter(
                syarat,
                unit__path__gte=awal,
                unit__path__lt=akhir,
                unit__instansi_id=instansi_id,
                kunci=periode_id,
            ).values("unit_id"),
        )
    else:
        daftar = daftar.filter(periode_id=periode_id)
    if saring == "terlambat":
        daftar = daftar.filter(status__in=BELUM_DITETAPKAN)
    elif saring == BELUM_SAMPAI:
        daftar = daftar.filter(syarat_belum_sampai(batas))
    else:
        daftar = daftar.filter(status=saring)
    return (
        daftar.select_related("pegawai", "penilai", "unit", "skp__penugasan__jabatan")
        .only(*DITAMPILKAN)
        .order_by("pegawai__nama", "pk")
    )


def permintaan_buka(*, unit: UnitKerja) -> list[Evaluasi]:
    """Return set results below ``unit`` whose rater asks to take them back, oldest first."""
    return _permintaan(awal=unit.path, akhir=unit.path + "~")


@kueri_siap(awal=CharField(), akhir=CharField())
def _permintaan(awal: Isian, akhir: Isian) -> QuerySet[Any, Any]:
    return (
        Evaluasi.objects.filter(
            unit__path__gte=awal,
            unit__path__lt=akhir,
            status=Evaluasi.Status.DITETAPKAN,
            buka_kembali_disetujui_oleh__isnull=True,
        )
        .exclude(alasan_buka_kembali="")
        .select_related("pegawai", "penilai", "periode", "unit")
        .order_by("pk")[:PERMINTAAN]
    )
