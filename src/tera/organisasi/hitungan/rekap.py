"""One roll-up: read what is kept, count again what is stale, keep it. Why: the package."""

import datetime as dt
import logging
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, ClassVar

from django.db import InternalError, OperationalError, connection
from django.db.models import (
    BigIntegerField,
    Count,
    F,
    Field,
    IntegerField,
    Q,
    QuerySet,
    Sum,
    Value,
)
from django.db.models.functions import StrIndex, Substr

from tera.core.kueri import Isian, KueriSiap, kueri_siap
from tera.organisasi.hitungan import pemicu
from tera.organisasi.hitungan.tanya import (
    CAKUPAN,
    SEGAR,
    BarisUnit,
    Jumlah,
    Tanya,
    Varian,
    basi_pada,
    berhitungan,
    giliran,
    segar_pada,
)
from tera.organisasi.models import HitunganUnit, TandaBasi, UnitKerja

log = logging.getLogger(__name__)
_daftar: dict[str, "Rekap"] = {}


@kueri_siap(induk_id=BigIntegerField())
def daftar_anak(induk_id: Isian) -> QuerySet[Any, Any]:
    """Return key and name of the units right below one, in their order."""
    return (
        UnitKerja.objects.filter(induk_id=induk_id)
        .order_by("urut", "nama")
        .values_list("pk", "nama")
    )


def telusuri_nama(*, unit: UnitKerja, dicari: int, biaya: float, baris: int = 25) -> bool:
    """Whether to find the first ``baris`` of ``dicari`` people by walking everybody by name.

    The other way reads the units where such people are and sorts: it costs ``biaya`` of all people.
    Of the walk one can only be sure at the root, where everybody in the instansi is below.
    """
    return unit.induk_id is None and 0 < baris < dicari * biaya


def daftar_rekap() -> list["Rekap"]:
    """Return every registered roll-up."""
    return list(_daftar.values())


def lipat_semua() -> int:
    """Consume the marks nobody's look has consumed; returns how many instansi had some.

    Once a day: marks of pages that nobody opens would pile up.
    """
    daftar = list(TandaBasi.objects.order_by().values_list("instansi_id", flat=True).distinct())
    for instansi_id in daftar:
        with giliran(instansi_id):
            lipat(instansi_id)
    return len(daftar)


def lipat(instansi_id: int) -> None:
    """Turn the waiting marks into stale rows of every roll-up; see the package about the order."""
    tanda = TandaBasi.objects.filter(instansi_id=instansi_id)
    if not tanda.update(diambil=True):
        return
    diambil = tanda.filter(diambil=True)
    ada = set(diambil.order_by().values_list("lingkup", "asal").distinct())
    for rekap in daftar_rekap():
        syarat = Q()
        for ruang, kata in sorted(ada & rekap.sumber):
            nomor = diambil.filter(lingkup=ruang, asal=kata).values("nomor")
            syarat |= Q(unit__in=rekap.asal[kata](nomor))
        if syarat:
            rekap.model._default_manager.filter(syarat).update(segar=False)
    diambil.delete()


def nyatakan_basi(*, instansi_id: int | None = None, using: str = "default") -> int:
    """Declare all kept counts stale (of one instansi, or of all); returns how many."""
    n = 0
    for rekap in _daftar.values():
        daftar = rekap.model._default_manager.using(using).filter(segar=True)
        if instansi_id is not None:
            daftar = daftar.filter(unit__instansi_id=instansi_id)
        n += daftar.update(segar=False)
    return n


class Rekap(ABC):
    """A roll-up of one room. Make one instance per roll-up; it registers itself.

    Attributes:
        lingkup: its name.
        model: where it is kept; ``kolom`` are the summed columns, ``lain`` those returned per unit.
        asal: per word of ``TandaBasi.asal`` how a query of keys becomes a query of units.
        sumber: the marks it depends on, as (room of the table, word).
        bidang: the values its counting queries take besides ``kunci`` and ``hari``.
    """

    lingkup: ClassVar[str]
    model: ClassVar[type[HitunganUnit]]
    kolom: ClassVar[tuple[str, ...]]
    lain: ClassVar[tuple[str, ...]] = ()
    bidang: ClassVar[Mapping[str, Field[Any, Any]]] = {}
    asal: ClassVar[Mapping[str, Callable[[QuerySet[Any, Any]], QuerySet[Any, Any]]]]

    def __init__(self, *daftar_pemicu: pemicu.Pemicu) -> None:
        self._per_varian: dict[Any, Varian] = {}
        self.sumber = frozenset((satu.ruang, satu.asal) for satu in daftar_pemicu)
        self._ruang = sorted({ruang for ruang, _asal in self.sumber})
        _daftar[self.lingkup] = self
        pemicu.daftarkan(*daftar_pemicu)

    @abstractmethod
    def kueri(
        self, unit: QuerySet[Any, Any], *, varian: Any, **isian: Isian
    ) -> tuple[QuerySet[Any, Any], ...]:
        """Return the counting queries over the units ``unit`` (a query of keys)."""

    @abstractmethod
    def susun(self, *daftar_baris: list[tuple[Any, ...]], hari: dt.date) -> Mapping[int, BarisUnit]:
        """Make the rows of the counting queries into one answer per unit."""

    def jumlah(
        self,
        *,
        unit: UnitKerja,
        kunci: int,
        hari: dt.date,
        varian: Any = (),
        rinci: bool = False,
        **nilai: Any,
    ) -> Jumlah:
        """Return the sums of ``unit`` and everything below, by child: fixed queries.

        ``varian``: what decides the shape of the counting queries (a law's list of words).
        """
        tanya = self.tanya(unit=unit, kunci=kunci, hari=hari, varian=varian, rinci=rinci, **nilai)
        utuh, ada_tanda = self._keadaan(unit.instansi_id)
        if not utuh:
            log.error("hitungan: pemicu %s hilang", self.lingkup)
            return tanya.langsung()
        hasil = None if ada_tanda else tanya.tersimpan()
        if hasil is not None:
            return hasil
        if connection.in_atomic_block:
            return self._segarkan(tanya)
        try:
            return self._segarkan(tanya)
        except (OperationalError, InternalError) as galat:
            log.warning("hitungan %s: dihitung tanpa disimpan (%s)", self.lingkup, galat)
            return tanya.langsung()

    def tanya(
        self,
        *,
        unit: UnitKerja,
        kunci: int,
        hari: dt.date,
        varian: Any = (),
        rinci: bool = False,
        **nilai: Any,
    ) -> Tanya:
        """Return the question of ``jumlah``, to be asked together with others."""
        return Tanya(self, unit, kunci, hari, self._varian(varian), rinci, nilai)

    def langsung(
        self,
        *,
        unit: UnitKerja,
        kunci: int,
        hari: dt.date,
        varian: Any = (),
        rinci: bool = False,
        **nilai: Any,
    ) -> Jumlah:
        """Return the same sums counted from everybody, past what is kept."""
        tanya = self.tanya(unit=unit, kunci=kunci, hari=hari, varian=varian, rinci=rinci, **nilai)
        return tanya.langsung()

    def _segarkan(self, tanya: "Tanya") -> Jumlah:
        with giliran(tanya.unit.instansi_id):
            lipat(tanya.unit.instansi_id)
            tanya.hitung_yang_basi()
            return tanya.tersimpan() or tanya.langsung()

    def _varian(self, varian: Any) -> "Varian":
        if varian not in self._per_varian:
            self._per_varian[varian] = Varian(self, varian)
        return self._per_varian[varian]

    def _keadaan(self, instansi_id: int) -> tuple[bool, bool]:
        """Whether the triggers stand, and whether a mark of its tables waits: one query."""
        tabel = TandaBasi._meta.db_table
        with connection.cursor() as kursor:
            kursor.execute(
                f"SELECT {pemicu.cacah_sql(connection.vendor)}, "  # noqa: S608 own names
                f"EXISTS(SELECT 1 FROM {tabel} "
                f"WHERE instansi_id = %s AND lingkup IN ({', '.join(['%s'] * len(self._ruang))}))",
                [pemicu.POLA, instansi_id, *self._ruang],
            )
            cacah, ada = kursor.fetchone()
        return cacah == pemicu.jumlah(), bool(ada)

    @cached_property
    def nama_relasi(self) -> str:
        """The name of the kept rows, seen from the unit."""
        return str(self.model._meta.get_field("unit").related_query_name())

    @cached_property
    def per_anak(self) -> KueriSiap:
        """The kept sums by child."""
        return kueri_siap(**CAKUPAN, **SEGAR, letak=IntegerField())(self._susun_jumlah)

    @cached_property
    def per_unit(self) -> KueriSiap:
        """The kept numbers of each unit, by path."""
        return kueri_siap(**CAKUPAN, **SEGAR)(self._susun_jumlah)

    def _susun_jumlah(
        self,
        instansi_id: Isian,
        awal: Isian,
        akhir: Isian,
        kunci: Isian,
        hari: Isian,
        sidik: Isian,
        letak: Isian | None = None,
    ) -> QuerySet[Any, Any]:
        sisa = Substr("path", letak) if letak is not None else None
        bagian = Substr(sisa, 1, StrIndex(sisa, Value("/"))) if sisa is not None else F("path")
        hasil: QuerySet[Any, Any] = (
            berhitungan(self, instansi_id, awal, akhir, kunci)
            .annotate(bagian=bagian)
            .order_by()
            .values_list("bagian")
            .annotate(
                n_unit=Count("pk"),
                n_segar=Count("kini", filter=segar_pada("kini__", hari, sidik)),
                **{f"n_{nama}": Sum(f"kini__{nama}") for nama in self.kolom},
            )
        )
        return hasil

    @cached_property
    def isi_lain(self) -> KueriSiap:
        """The kept columns that aren't summed, of the units below."""

        def susun(
            instansi_id: Isian, awal: Isian, akhir: Isian, kunci: Isian
        ) -> QuerySet[Any, Any]:
            return self.model._default_manager.filter(
                unit__instansi_id=instansi_id,
                unit__path__gte=awal,
                unit__path__lt=akhir,
                kunci=kunci,
            ).values_list(*self.lain)

        return kueri_siap(**CAKUPAN, kunci=BigIntegerField())(susun)

    @cached_property
    def daftar_basi(self) -> KueriSiap:
        """The units below that must be counted, with their row's key or None."""

        def susun(
            instansi_id: Isian, awal: Isian, akhir: Isian, kunci: Isian, hari: Isian, sidik: Isian
        ) -> QuerySet[Any, Any]:
            return (
                berhitungan(self, instansi_id, awal, akhir, kunci)
                .filter(Q(kini__isnull=True) | basi_pada("kini__", hari, sidik))
                .values_list("pk", "kini__pk")
            )

        return kueri_siap(**CAKUPAN, **SEGAR)(susun)
