"""Inserts and changes many rows fast: no SQL built per row.

One prepared statement; on PostgreSQL one stream of new rows, one statement per batch of changes.
"""

import datetime as dt
import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from django.db import connection, models

POTONG = 5000
#: Rows of one changing statement: with a dozen columns far from PostgreSQL's 65,535 values.
POTONG_UBAH = 500
_T = TypeVar("_T")


class TeksJSON(str):
    """The text of a JSON value, encoded already: written as it stands."""

    __slots__ = ()


@contextmanager
def jeda_gc() -> Iterator[None]:
    """Pause the cycle collector while hundreds of thousands of small rows are alive.

    It would walk all of them again and again and find no cycle: half of the import's time. Plain
    reference counting still frees what is dropped; the pause is of the whole process.
    """
    hidup = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if hidup:
            gc.enable()


def sisip_massal(daftar: Sequence[models.Model]) -> None:
    """Insert unsaved rows of one model inside the caller's transaction and give them their keys.

    About three times as fast as ``bulk_create`` on a hundred thousand rows: that builds a statement
    of a few dozen rows each time (SQLite's parameter limit). No signals; constraints hold.
    """
    if not daftar:
        return
    model = type(daftar[0])
    medan = model._meta.concrete_fields
    otomatis = _otomatis(medan)
    # A key that the row brings itself (a UUID) is kept.
    if isinstance(model._meta.pk, models.AutoField):
        for baris, kunci in zip(daftar, _kunci_baru(model, len(daftar)), strict=True):
            baris.pk = kunci
    _tulis_baru(model, medan, daftar, lambda baris: _isi(baris, medan, otomatis))
    for baris in daftar:
        baris._state.adding = False
        baris._state.db = connection.alias


def sisip_baris(
    model: type[models.Model],
    daftar: Sequence[Mapping[str, Any]],
    *,
    lewati_kembar: bool = False,
) -> list[int]:
    """Insert rows that nobody needs as objects; returns their keys, in order.

    As ``sisip_massal`` at half the cost. Each row names every column but the key: nothing is
    filled in, not a default and not the instant of a field that sets itself. ``lewati_kembar``:
    a row whose unique values stand already is left out, and its key belongs to nobody.
    """
    if not daftar:
        return []
    kunci = _kunci_baru(model, len(daftar))
    medan = [satu for satu in model._meta.concrete_fields if not satu.primary_key]
    # Rows written together share their day and instant: each is prepared once per column.
    kolom: list[tuple[Any, str, dict[Any, Any]]] = [(satu, satu.attname, {}) for satu in medan]

    def isi(baris: tuple[int, Mapping[str, Any]]) -> list[Any]:
        hasil: list[Any] = [baris[0]]
        for satu, nama, siap in kolom:
            nilai = baris[1][nama]
            if isinstance(nilai, dt.date):
                if nilai not in siap:
                    siap[nilai] = _siap_tulis(satu, nilai)
                hasil.append(siap[nilai])
            else:
                hasil.append(_siap_tulis(satu, nilai))
        return hasil

    _tulis_baru(
        model,
        [model._meta.pk, *medan],
        list(zip(kunci, daftar, strict=True)),
        isi,
        " ON CONFLICT DO NOTHING" if lewati_kembar else "",
    )
    return kunci


def _tulis_baru(
    model: type[models.Model],
    medan: Sequence["models.Field[Any, Any]"],
    daftar: Sequence[_T],
    isi: Callable[[_T], list[Any]],
    akhir: str = "",
) -> None:
    """Insert one row per item, its values given by ``isi`` in the order of ``medan``."""
    tabel = connection.ops.quote_name(model._meta.db_table)
    kolom = ", ".join(connection.ops.quote_name(str(satu.column)) for satu in medan)
    tanda = ", ".join(["%s"] * len(medan))
    with connection.cursor() as kursor:
        for awal in range(0, len(daftar), POTONG):
            # Before a stream begins: a row that can't be written must not break it half-way.
            potong = [isi(satu) for satu in daftar[awal : awal + POTONG]]
            if connection.vendor == "postgresql" and not akhir:
                # One stream, one statement: a tenth of the server's work of single inserts.
                copy = kursor.copy(f"COPY {tabel} ({kolom}) FROM STDIN")
                with connection.wrap_database_errors, copy as salin:
                    for baris in potong:
                        salin.write_row(baris)
            else:
                kursor.executemany(
                    f"INSERT INTO {tabel} ({kolom}) VALUES ({tanda}){akhir}",  # noqa: S608
                    potong,
                )


def tulis_kolom(model: type[models.Model], daftar: Mapping[int, Mapping[str, Any]]) -> None:
    """Write columns of many rows, by their keys, inside the caller's transaction.

    Rows may differ in which columns they write. Several times as fast as ``bulk_update``, which
    builds one CASE with a branch for each value; no signals, and nobody's object is touched.

    Args:
        daftar: key of the row → column (or foreign key) → value.
    """
    kelompok: dict[tuple[str, ...], list[tuple[int, Mapping[str, Any]]]] = {}
    for kunci, isi in daftar.items():
        kelompok.setdefault(tuple(sorted(isi)), []).append((kunci, isi))
    for kolom, baris in kelompok.items():
        if not kolom:
            continue
        medan: list[Any] = [model._meta.get_field(nama) for nama in kolom]
        daftar_isi = [
            [
                kunci,
                *(_siap_tulis(m, isi[nama]) for m, nama in zip(medan, kolom, strict=True)),
            ]
            for kunci, isi in baris
        ]
        if connection.vendor == "postgresql":
            _ubah_postgresql(model, medan, daftar_isi)
        else:
            _ubah_satu_satu(model, medan, daftar_isi)


def _ubah_satu_satu(
    model: type[models.Model], medan: Sequence[Any], daftar: Sequence[list[Any]]
) -> None:
    """One prepared statement, run per row: on SQLite nothing is faster."""
    nama = connection.ops.quote_name
    tulis = ", ".join(f"{nama(satu.column)} = %s" for satu in medan)
    perintah = (
        f"UPDATE {nama(model._meta.db_table)} SET {tulis} "  # noqa: S608
        f"WHERE {nama(str(model._meta.pk.column))} = %s"
    )
    with connection.cursor() as kursor:
        kursor.executemany(perintah, [[*isi, kunci] for kunci, *isi in daftar])


def _ubah_postgresql(
    model: type[models.Model], medan: Sequence[Any], daftar: Sequence[list[Any]]
) -> None:
    """One statement per batch: the triggers of a table run per statement, not per row."""
    nama = connection.ops.quote_name
    kunci: Any = model._meta.pk
    kolom = [nama(satu.column) for satu in (kunci, *medan)]
    # The first row says the types; a cast to a text of a length would cut it without a word.
    jenis = [
        "text" if isinstance(satu, models.CharField) else satu.rel_db_type(connection)
        if satu is kunci else satu.db_type(connection)
        for satu in (kunci, *medan)
    ]  # fmt: skip
    awal_baris = f"({', '.join(f'%s::{satu}' for satu in jenis)})"
    baris = f"({', '.join(['%s'] * len(jenis))})"
    tulis = ", ".join(f"{satu} = isi.{satu}" for satu in kolom[1:])
    with connection.cursor() as kursor:
        for awal in range(0, len(daftar), POTONG_UBAH):
            potong = daftar[awal : awal + POTONG_UBAH]
            kursor.execute(
                f"UPDATE {nama(model._meta.db_table)} AS tabel SET {tulis} "  # noqa: S608
                f"FROM (VALUES {', '.join([awal_baris, *([baris] * (len(potong) - 1))])}) "
                f"AS isi ({', '.join(kolom)}) WHERE tabel.{kolom[0]} = isi.{kolom[0]}",
                [nilai for satu in potong for nilai in satu],
            )


def ubah_massal(daftar: Sequence[models.Model], kolom: Sequence[str]) -> None:
    """Write these columns of stored rows of one model: as ``tulis_kolom``.

    Names of ``kolom`` are fields; ``updated_at`` is left alone, as by ``bulk_update``.
    """
    if not daftar:
        return
    model = type(daftar[0])
    nama = [str(model._meta.get_field(satu).attname) for satu in kolom]  # type: ignore[union-attr]
    tulis_kolom(
        model, {baris.pk: {satu: getattr(baris, satu) for satu in nama} for baris in daftar}
    )


def _siap_tulis(medan: "models.Field[Any, Any]", nilai: Any) -> Any:
    # Plain values need no preparation, and they are nine of ten.
    if nilai is None or type(nilai) is str or type(nilai) is int:
        return nilai
    if isinstance(nilai, TeksJSON):
        return str(nilai)
    if isinstance(nilai, models.Model):
        nilai = nilai.pk
    return medan.get_db_prep_save(nilai, connection)


def _otomatis(medan: Sequence["models.Field[Any, Any]"]) -> dict[str, "models.Field[Any, Any]"]:
    """The fields that set themselves when a row is added."""
    return {
        satu.attname: satu
        for satu in medan
        if getattr(satu, "auto_now", False) or getattr(satu, "auto_now_add", False)
    }


def _isi(
    baris: models.Model,
    medan: Sequence["models.Field[Any, Any]"],
    otomatis: dict[str, "models.Field[Any, Any]"],
) -> list[Any]:
    """The values of one row as the database takes them."""
    for satu in otomatis.values():
        satu.pre_save(baris, add=True)
    isi = baris.__dict__
    hasil = []
    for satu in medan:
        nilai = isi[satu.attname] if satu.attname in isi else getattr(baris, satu.attname)
        hasil.append(_siap_tulis(satu, nilai))
    return hasil


def _kunci_baru(model: type[models.Model], jumlah: int) -> list[int]:
    """Reserve keys: from the sequence, or after the last one on SQLite (one writer at a time)."""
    tabel = model._meta.db_table
    with connection.cursor() as kursor:
        if connection.vendor == "postgresql":
            kursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [f'"{tabel}"', jumlah],
            )
            return [baris[0] for baris in kursor.fetchall()]
        kursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [tabel])
        baris = kursor.fetchone()
        awal = int(baris[0]) if baris else 0
    return list(range(awal + 1, awal + jumlah + 1))
