"""One question to a roll-up: its queries, the sums that are kept, the count of what is stale."""

import datetime as dt
import hashlib
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction
from django.db.models import (
    BigIntegerField,
    CharField,
    DateField,
    ExpressionWrapper,
    F,
    Field,
    FilteredRelation,
    Q,
    QuerySet,
    Value,
)
from django.db.models.lookups import Exact

from tera.core.kueri import Isian, KueriSiap, kueri_siap
from tera.organisasi.models import UnitKerja

if TYPE_CHECKING:
    from tera.organisasi.hitungan.rekap import Rekap

SEJAK_AWAL = dt.date(1900, 1, 1)
SAMPAI_AKHIR = dt.date(9999, 12, 31)
# How long a page waits for SQLite's one writer before it counts without keeping.
TUNGGU_MS = 250
CAKUPAN: dict[str, Field[Any, Any]] = {
    "instansi_id": BigIntegerField(),
    "awal": CharField(),
    "akhir": CharField(),
}
SEGAR: dict[str, Field[Any, Any]] = {
    "kunci": BigIntegerField(),
    "hari": DateField(),
    "sidik": CharField(),
}


@dataclass(slots=True)
class BarisUnit:
    """What the queries counted in one unit, and the days for which that holds."""

    angka: Counter[str] = field(default_factory=Counter)
    lain: dict[str, Any] = field(default_factory=dict)
    sejak: dt.date = SEJAK_AWAL
    sampai: dt.date = SAMPAI_AKHIR


@dataclass(frozen=True, slots=True)
class Jumlah:
    """The sums below a unit.

    Attributes:
        bagian: per part the sums by column. A part is the key of a child as text with everything
            below it, "" for the unit itself; asked with ``rinci``, the path of each unit.
        lain: the rows of the columns that aren't summed.
        n_unit: how many units there are.
        tersimpan: whether this was kept; else no kept row may be used for anything else either.
    """

    bagian: Mapping[str, Counter[str]]
    lain: list[tuple[Any, ...]]
    n_unit: int
    tersimpan: bool


class Varian:
    """The counting queries of one shape, over stale units and over all, and their digest."""

    def __init__(self, rekap: "Rekap", varian: Any) -> None:
        self.rekap = rekap
        self.varian = varian
        jumlah = len(self._susun(rekap, False, **self._contoh()))
        bidang = {**CAKUPAN, **SEGAR, **rekap.bidang}
        self.basi = [kueri_siap(**bidang)(self._ke(n, True)) for n in range(jumlah)]
        self.semua = [kueri_siap(**bidang)(self._ke(n, False)) for n in range(jumlah)]
        teks = repr([satu.teks() for satu in self.semua]) + repr(rekap.kolom + rekap.lain)
        self.sidik = hashlib.sha256(teks.encode()).hexdigest()[:16]

    def _contoh(self) -> dict[str, Isian]:
        bidang = {**CAKUPAN, **SEGAR, **self.rekap.bidang}
        return {nama: Isian(nama, satu) for nama, satu in bidang.items()}

    def _ke(self, n: int, basi: bool) -> Callable[..., QuerySet[Any, Any]]:
        return lambda **isian: self._susun(self.rekap, basi, **isian)[n]

    def _susun(self, rekap: "Rekap", basi: bool, **isian: Isian) -> tuple[QuerySet[Any, Any], ...]:
        cakupan = {nama: isian.pop(nama) for nama in CAKUPAN}
        sidik = isian.pop("sidik")
        unit: QuerySet[Any, Any]
        if basi:
            unit = rekap.model._default_manager.filter(
                basi_pada("", isian["hari"], sidik),
                unit__instansi_id=cakupan["instansi_id"],
                unit__path__gte=cakupan["awal"],
                unit__path__lt=cakupan["akhir"],
                kunci=isian["kunci"],
            ).values("unit_id")
        else:
            unit = di_bawah(**cakupan).values("pk")
        return rekap.kueri(unit, varian=self.varian, **isian)


@dataclass(frozen=True, slots=True)
class Tanya:
    """One question: the unit, year or period, day, shape, and further values."""

    rekap: "Rekap"
    unit: UnitKerja
    kunci: int
    hari: dt.date
    varian: Varian
    rinci: bool
    nilai: dict[str, Any]

    @property
    def cakupan(self) -> dict[str, Any]:
        return {
            "instansi_id": self.unit.instansi_id,
            "awal": self.unit.path,
            "akhir": self.unit.path + "~",
        }

    @property
    def segar(self) -> dict[str, Any]:
        return {"kunci": self.kunci, "hari": self.hari, "sidik": self.varian.sidik}

    def tersimpan(self) -> Jumlah | None:
        """Return the kept sums; None when a unit below has none or a stale one."""
        rekap = self.rekap
        if self.rinci:
            baris = rekap.per_unit(**self.cakupan, **self.segar)
        else:
            baris = rekap.per_anak(**self.cakupan, **self.segar, letak=len(self.unit.path) + 1)
        bagian = {}
        for kata, n_unit, n_segar, *angka in baris:
            if n_unit != n_segar:
                return None
            bagian[kata if self.rinci else kata.rstrip("/")] = Counter(
                dict(zip(rekap.kolom, angka, strict=True))
            )
        lain = rekap.isi_lain(**self.cakupan, kunci=self.kunci) if rekap.lain else []
        return Jumlah(bagian, lain, sum(satu[1] for satu in baris), True)

    def langsung(self) -> Jumlah:
        """Return the sums counted from everybody below."""
        per_unit = self._hitung(self.varian.semua)
        bagian: dict[str, Counter[str]] = {}
        awal = len(self.unit.path)
        n_unit = 0
        for pk, path in di_bawah(**self.cakupan).values_list("pk", "path"):
            n_unit += 1
            kata = path if self.rinci else path[awal:].partition("/")[0]
            satu = per_unit.get(pk)
            bagian.setdefault(kata, Counter()).update(satu.angka if satu else {})
        lain = [tuple(satu.lain[nama] for nama in self.rekap.lain) for satu in per_unit.values()]
        return Jumlah(bagian, lain if self.rekap.lain else [], n_unit, False)

    def hitung_yang_basi(self) -> None:
        """Count the stale units below and keep the answers."""
        rekap = self.rekap
        basi = rekap.daftar_basi(**self.cakupan, **self.segar)
        if not basi:
            return
        tanpa = [unit_id for unit_id, pk in basi if pk is None]
        if tanpa:
            rekap.model._default_manager.bulk_create(
                [rekap.model(unit_id=unit_id, kunci=self.kunci) for unit_id in tanpa]
            )
        per_unit = self._hitung(self.varian.basi)
        nama = ("segar", "sidik", "sejak", "sampai", *rekap.kolom, *rekap.lain)
        bidang: list[Any] = [rekap.model._meta.get_field(satu) for satu in nama]
        isi = []
        for unit_id, _pk in basi:
            satu = per_unit.get(unit_id) or BarisUnit()
            nilai = [True, self.varian.sidik, satu.sejak, satu.sampai]
            nilai += [satu.angka[kata] for kata in rekap.kolom]
            nilai += [satu.lain.get(kata, b"") for kata in rekap.lain]
            isi.append(
                [
                    *(
                        f.get_db_prep_save(n, connection)
                        for f, n in zip(bidang, nilai, strict=True)
                    ),
                    unit_id,
                    self.kunci,
                ]
            )
        kolom = ", ".join(f"{satu.column} = %s" for satu in bidang)
        with connection.cursor() as kursor:
            kursor.executemany(
                f"UPDATE {rekap.model._meta.db_table} SET {kolom} "  # noqa: S608 own names
                "WHERE unit_id = %s AND kunci = %s",
                isi,
            )

    def _hitung(self, daftar: list[KueriSiap]) -> Mapping[int, BarisUnit]:
        isi = {**self.cakupan, **self.segar, **self.nilai}
        return self.rekap.susun(*(kueri(**isi) for kueri in daftar), hari=self.hari)


@contextmanager
def giliran(instansi_id: int) -> Iterator[None]:
    """Be the one reader who counts and keeps roll-ups of an instansi, in one transaction."""
    sendiri = connection.vendor == "sqlite" and not connection.in_atomic_block
    if sendiri:
        _tunggu_sqlite(TUNGGU_MS)
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                kunci = zlib.crc32(b"hitungan") - 2**31
                with connection.cursor() as kursor:
                    kursor.execute(
                        "SELECT pg_advisory_xact_lock(%s, %s)", [kunci, instansi_id % 2**31]
                    )
            yield
    finally:
        if sendiri:
            _tunggu_sqlite(int(connection.settings_dict["OPTIONS"].get("timeout", 5) * 1000))


def _tunggu_sqlite(milidetik: int) -> None:
    with connection.cursor() as kursor:
        kursor.execute(f"PRAGMA busy_timeout = {milidetik}")


def di_instansi(unit: str, kolom: str = "instansi_id") -> Q:
    """Return the condition that a row is of the instansi of its unit.

    A difference, not an equality: an equality lures SQLite into reading the whole instansi once per
    unit.
    """
    beda = ExpressionWrapper(F(kolom) - F(f"{unit}__instansi_id"), output_field=BigIntegerField())
    return Q(Exact(beda, Value(0)))


def di_bawah(instansi_id: Any, awal: Any, akhir: Any) -> QuerySet[Any, Any]:
    return UnitKerja.objects.filter(instansi_id=instansi_id, path__gte=awal, path__lt=akhir)


def berhitungan(
    rekap: "Rekap", instansi_id: Isian, awal: Isian, akhir: Isian, kunci: Isian
) -> QuerySet[Any, Any]:
    """The units below, each with its kept row of the year or period as ``kini``."""
    daftar: QuerySet[Any, Any] = di_bawah(instansi_id, awal, akhir).annotate(
        kini=FilteredRelation(
            rekap.nama_relasi, condition=Q(**{f"{rekap.nama_relasi}__kunci": kunci})
        )
    )
    return daftar


def segar_pada(awalan: str, hari: Isian, sidik: Isian) -> Q:
    return Q(
        **{
            f"{awalan}segar": True,
            f"{awalan}sidik": sidik,
            f"{awalan}sejak__lte": hari,
            f"{awalan}sampai__gte": hari,
        }
    )


def basi_pada(awalan: str, hari: Isian, sidik: Isian) -> Q:
    return (
        Q(**{f"{awalan}segar": False})
        # Not "unlike": a negation over a relation becomes a subquery for each unit.
        | Q(**{f"{awalan}sidik__lt": sidik})
        | Q(**{f"{awalan}sidik__gt": sidik})
        | Q(**{f"{awalan}sejak__gt": hari})
        | Q(**{f"{awalan}sampai__lt": hari})
    )
