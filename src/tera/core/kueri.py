"""Prepared queries: a query of fixed shape is compiled once, each call gives only its values.

Building and compiling a queryset costs more than the database's answer. For the few questions that
every page asks, the shape never changes: ``KueriSiap`` keeps the SQL that Django wrote for it. Why
and where not to use it: ``docs/adr/0014-kueri-siap.md``.
"""

import json
import re
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db import connections
from django.db.backends.utils import CursorWrapper
from django.db.models import (
    BigIntegerField,
    CharField,
    Field,
    IntegerField,
    Model,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    ValuesListIterable,
)
from django.db.transaction import TransactionManagementError

from tera.core.bentuk import pembentuk_model


class DaftarNomor(BigIntegerField):  # type: ignore[type-arg]
    """The kind of an ``Isian`` that stands for ids: ``penugasan__in=isian``.

    However many they are it is one value of the query, so the shape stays the same.
    """

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """Return the ids as the database unpacks them: an array, on SQLite JSON."""
        daftar = [int(satu) for satu in value]
        return json.dumps(daftar) if connection.vendor == "sqlite" else daftar


class DaftarTeks(CharField):  # type: ignore[type-arg]
    """The same for texts: ``rantai__in=isian``."""

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """Return the texts as the database unpacks them: an array, on SQLite JSON."""
        daftar = [str(satu) for satu in value]
        return json.dumps(daftar) if connection.vendor == "sqlite" else daftar


#: A constant that may stand in the SQL as it is.
_KATA_TETAP = re.compile(r"[A-Za-z0-9_.-]*")
#: How PostgreSQL unpacks a list of the kind.
_JENIS_LARIK = {DaftarNomor: "bigint[]", DaftarTeks: "text[]"}


class Banyaknya(Subquery):
    """How many rows a query of its own has, as a column."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS dihitung)"
    output_field = IntegerField()


class Isian(Value):
    """The place of a value in a prepared query; ``output_field`` says how it is written."""

    def __init__(self, nama: str, output_field: Field[Any, Any]) -> None:
        super().__init__(None, output_field=output_field)
        self.nama = nama

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """Return a placeholder, and itself where the value will stand."""
        larik = _JENIS_LARIK.get(type(self.output_field))
        if larik is None:
            return "%s", [self]
        if connection.vendor == "sqlite":
            return "(SELECT value FROM json_each(%s))", [self]
        return f"(SELECT unnest(%s::{larik}))", [self]


def _muat(nilai: Any) -> Any:
    """The value, brought within what a column holds: an absurd id of an address is nobody's."""
    if type(nilai) is int:
        return max(-BigIntegerField.MAX_BIGINT, min(nilai, BigIntegerField.MAX_BIGINT))
    return nilai


class KueriSiap:
    """A question whose SQL is compiled once per thread; called with the values, returns a list.

    ``susun`` builds the queryset from one ``Isian`` per name in ``bidang``: model instances (with
    ``select_related``), or ``values_list`` tuples, also of a union. A value never decides the
    shape: ids for ``__in`` are one ``DaftarNomor``; no ``startswith``, no prefetch, nothing that
    may be None.
    """

    def __init__(
        self,
        susun: Callable[..., QuerySet[Any, Any]],
        bidang: dict[str, Field[Any, Any]],
        *,
        bersama: bool = False,
    ) -> None:
        self.susun = susun
        self.bidang = bidang
        self.bersama = bersama
        self._per_thread = threading.local()

    def __call__(self, **nilai: Any) -> list[Any]:
        """Return the rows for these values: one query."""
        siap: _Tersusun | None = getattr(self._per_thread, "siap", None)
        if siap is None:
            siap = self._per_thread.siap = _Tersusun(
                self.susun(**{nama: Isian(nama, bidang) for nama, bidang in self.bidang.items()}),
                bersama=self.bersama,
            )
        return siap.jawaban(
            {nama: _muat(bidang.get_db_prep_value(nilai[nama], siap.koneksi))
             for nama, bidang in self.bidang.items()}
        )  # fmt: skip

    def teks(self) -> str:
        """Return what is asked: the SQL with its constants, the values by name."""
        susunan = self.susun(**{nama: Isian(nama, satu) for nama, satu in self.bidang.items()})
        sql, isi = susunan.query.get_compiler(using=susunan.db).as_sql()
        return repr((sql, [satu.nama if isinstance(satu, Isian) else satu for satu in isi]))

    def satu(self, **nilai: Any) -> Any:
        """Return the first row, or None."""
        daftar = self(**nilai)
        return daftar[0] if daftar else None


def kueri_siap(
    **bidang: Field[Any, Any],
) -> Callable[[Callable[..., QuerySet[Any, Any]]], KueriSiap]:
    """Make a prepared query of a function that builds a queryset from the named values."""
    return lambda susun: KueriSiap(susun, bidang)


def kunci_bersama(
    **bidang: Field[Any, Any],
) -> Callable[[Callable[..., QuerySet[Any, Any]]], KueriSiap]:
    """Make a prepared query whose ``select_for_update`` holds the rows together with others.

    Readers who rely on a row don't wait for each other, only for who changes it: FOR SHARE, which
    Django has no word for.
    """
    return lambda susun: KueriSiap(susun, bidang, bersama=True)


class Senarai:
    """A list that a ``Paginator`` cuts into pages: the first page asks a prepared query.

    ``pertama`` returns at least as many rows as a page has; ``semua`` the queryset for the others.
    ``jumlah`` tells how many rows there are in all, where the paginator isn't told its ``count``.
    """

    def __init__(
        self,
        pertama: Callable[[], list[Any]],
        semua: Callable[[], QuerySet[Any, Any]],
        jumlah: Callable[[], int] | None = None,
    ) -> None:
        self.pertama = pertama
        self.semua = semua
        self.jumlah = jumlah

    def __len__(self) -> int:
        """Return how many rows there are in all: one more query."""
        return self.jumlah() if self.jumlah else self.semua().count()

    def __iter__(self) -> Iterator[Any]:
        """Iterate over all rows."""
        return iter(self.semua())

    def __getitem__(self, irisan: Any) -> Any:
        """Return the rows of one page."""
        if irisan.start == irisan.stop:
            return []
        return list((self.semua() if irisan.start else self.pertama())[irisan])


def titipkan(objek: Model, nama: str, daftar: list[Any]) -> None:
    """Let ``objek.<nama>.all()`` answer with rows read already, as ``prefetch_related`` does."""
    pengelola = getattr(objek, nama)
    for satu in daftar:
        setattr(satu, pengelola.field.name, objek)
    kumpulan = pengelola.get_queryset()
    kumpulan._result_cache = daftar
    kumpulan._prefetch_done = True
    vars(objek).setdefault("_prefetched_objects_cache", {})[nama] = kumpulan


class _Tersusun:
    """One compiled queryset and how its rows become answers."""

    def __init__(self, daftar: QuerySet[Any, Any], *, bersama: bool) -> None:
        self.db = daftar.db
        self.koneksi = connections[self.db]
        compiler = daftar.query.get_compiler(using=self.db)
        self.sql, self.isi = _tulis_tetapan(*compiler.as_sql())
        self.mengunci = (
            daftar.query.select_for_update and self.koneksi.features.has_select_for_update
        )
        if bersama and self.mengunci:
            kepala, kunci, ekor = self.sql.rpartition(" FOR UPDATE")
            assert kunci, "kunci bersama tanpa select_for_update"
            self.sql = f"{kepala} FOR SHARE{ekor}"
        # The values in their order: where one is filled in, its name.
        self.letak = [
            (satu.nama, None) if isinstance(satu, Isian) else ("", satu) for satu in self.isi
        ]
        self.tanya = self._tanya_sqlite if self.koneksi.vendor == "sqlite" else self._tanya
        # With the placeholders of SQLite: Django looks for its own in the whole text at every call.
        self.sql_sqlite = self.sql.replace("%s", "?").replace("%%", "%")
        self.apply_converters = compiler.apply_converters
        self.converters = compiler.get_converters(
            [kolom[0] for kolom in compiler.select[: compiler.col_count]]
        )
        jenis = daftar._iterable_class
        self.bentuk: Callable[[Any], Any]
        if jenis is ModelIterable:
            self.bentuk = pembentuk_model(compiler, self.db)
        elif jenis is FlatValuesListIterable:
            self.bentuk = lambda baris: baris[0]
        elif jenis is ValuesListIterable:
            self.bentuk = tuple
        else:
            raise TypeError(f"KueriSiap tidak mengenal {jenis.__name__}")

    def jawaban(self, nilai: dict[str, Any]) -> list[Any]:
        # What compiling refuses, at every call: a lock outside a transaction holds nothing.
        if self.mengunci and self.koneksi.get_autocommit():
            raise TransactionManagementError("select_for_update di luar transaksi")
        isi = tuple([nilai[nama] if nama else tetap for nama, tetap in self.letak])
        with self.koneksi.cursor() as kursor:
            self.tanya(kursor, isi)
            semua: Iterator[Any] = iter(kursor.fetchall())
        if self.converters:
            semua = self.apply_converters(semua, self.converters)
        return [self.bentuk(baris) for baris in semua]

    def _tanya(self, kursor: Any, isi: tuple[Any, ...]) -> None:
        kursor.execute(self.sql, isi)

    def _tanya_sqlite(self, kursor: Any, isi: tuple[Any, ...]) -> None:
        if type(kursor) is not CursorWrapper or self.koneksi.execute_wrappers:
            # Somebody counts or watches the queries.
            self._tanya(kursor, isi)
            return
        self.koneksi.validate_no_broken_transaction()
        with self.koneksi.wrap_database_errors:
            sqlite3.Cursor.execute(kursor.cursor, self.sql_sqlite, isi)


def _tulis_tetapan(sql: str, isi: Iterable[Any]) -> tuple[str, tuple[Any, ...]]:
    """Write the constant texts of a query into its SQL; what is left are its values.

    A status given as a value hides from SQLite that an index of just that status answers: it looks
    again at every call (eight times the cost of home's union). Only plain words are written so:
    no quoting to get wrong, and never a number, which after ORDER BY would mean a column.
    """
    awal, *potongan = sql.split("%s")
    hasil, sisa = [awal], []
    for nilai, potong in zip(isi, potongan, strict=True):
        if isinstance(nilai, str) and _KATA_TETAP.fullmatch(nilai):
            hasil.append(f"'{nilai}'{potong}")
        else:
            sisa.append(nilai)
            hasil.append(f"%s{potong}")
    return "".join(hasil), tuple(sisa)
