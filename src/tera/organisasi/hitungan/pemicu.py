"""Database triggers that mark a kept count as no longer right.

They stand in the database, so nothing that writes can forget them: services, bulk writes, imports,
a command, an operator's own SQL. They are put up by every ``tera migrate`` (a signal of
``django.db``, not by a numbered migration): on SQLite a later migration that rebuilds a table drops
that table's triggers without a word. Each ``migrate`` also declares every kept count stale, so what
an upgrade wrote while a trigger was away is counted again. And no kept count is read unless all
triggers stand (``cacah_sql``): without them the pages count everything, as slowly as it takes.

Roll-ups that depend on the same key of the same table share one trigger and one mark: a changed
plan leaves one, not one for each page. The mark names the room of the table (``lingkup``) and the
kind of key (``asal``); who depends on it is looked up when it is consumed.

A trigger writes the changed row's own columns and looks nothing up. Looking up (the unit of an
assignment, the assignments of a person) happens when a mark is consumed, after the change is
committed: a trigger that looked up would miss a neighbour's change that isn't committed yet.

On PostgreSQL one statement writes each distinct mark once (transition tables); on SQLite each row.
"""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import connections, transaction
from django.db.models import Model

from tera.organisasi.models import TandaBasi

AWALAN = "basi_"
POLA = f"{AWALAN}%"
_terdaftar: dict[tuple[str, str, str], "Pemicu"] = {}


@dataclass(frozen=True, slots=True)
class Pemicu:
    """Marks for ``lingkup`` when ``kolom`` of a row of ``model`` change, come or go.

    Attributes:
        lingkup: the roll-up; of a shared trigger, as of its marks, the room of the table.
        asal, nomor: what is marked, and the column that holds its key.
        ubah_saja: rows that come or go alter nothing (nobody refers to a person without a post).
        induk: for a table without ``instansi_id``, the model that ``nomor`` is the key of.
    """

    lingkup: str
    model: type[Model]
    asal: str
    nomor: str
    kolom: tuple[str, ...]
    ubah_saja: bool = False
    induk: type[Model] | None = None

    @property
    def nama(self) -> str:
        """Name of the trigger without its event; unique, under PostgreSQL's 63 bytes."""
        return f"{AWALAN}{self.tabel}_{self.asal}"

    @property
    def tabel(self) -> str:
        """Name of the table."""
        return self.model._meta.db_table

    @property
    def ruang(self) -> str:
        """The room of the table."""
        return self.model._meta.app_label

    @property
    def daftar_peristiwa(self) -> tuple[str, ...]:
        """The events that the trigger watches."""
        return ("UPDATE",) if self.ubah_saja else ("INSERT", "UPDATE", "DELETE")


def daftarkan(*daftar: Pemicu) -> None:
    """Register triggers of a room's roll-up; ``pasang`` puts them up."""
    for satu in daftar:
        _terdaftar[satu.lingkup, satu.tabel, satu.asal] = satu
    bersama.cache_clear()
    jumlah.cache_clear()


@cache
def bersama() -> tuple[Pemicu, ...]:
    """Return the triggers that stand: one per table and kind of key, for all who depend on it."""
    hasil: dict[tuple[str, str], Pemicu] = {}
    for satu in _terdaftar.values():
        lama = hasil.get((satu.tabel, satu.asal))
        if lama is None:
            hasil[satu.tabel, satu.asal] = replace(satu, lingkup=satu.ruang)
            continue
        if (lama.nomor, lama.induk) != (satu.nomor, satu.induk):
            raise ImproperlyConfigured(f"{satu.nama}: satu asal, dua kunci")
        hasil[satu.tabel, satu.asal] = replace(
            lama,
            kolom=tuple(dict.fromkeys(lama.kolom + satu.kolom)),
            ubah_saja=lama.ubah_saja and satu.ubah_saja,
        )
    return tuple(hasil.values())


@cache
def jumlah() -> int:
    """Return how many triggers must stand."""
    return sum(len(satu.daftar_peristiwa) for satu in bersama())


def cacah_sql(vendor: str) -> str:
    """Return the SQL that counts the standing triggers; its one value is ``POLA``."""
    if vendor == "postgresql":
        # In replica mode ordinary triggers don't fire, whatever the catalogue says.
        return (
            "(SELECT COUNT(*) FROM pg_catalog.pg_trigger WHERE tgname LIKE %s AND tgenabled "
            "IN ('O', 'A') AND current_setting('session_replication_role') <> 'replica')"
        )
    return "(SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s)"


def pasang(using: str = "default") -> bool:
    """Put up every registered trigger anew; False when a table isn't there (yet): then none."""
    koneksi = connections[using]
    if not _ada_semua(using):
        return False
    with transaction.atomic(using=using), koneksi.cursor() as kursor:
        susun = _sql_postgresql if koneksi.vendor == "postgresql" else _sql_sqlite
        _lepas(kursor, koneksi.vendor)
        for satu in bersama():
            for peristiwa in satu.daftar_peristiwa:
                for sql in susun(satu, peristiwa):
                    kursor.execute(sql)
    return True


def lepas(using: str = "default") -> None:
    """Take every registered trigger down: kept counts are no longer read."""
    koneksi = connections[using]
    with transaction.atomic(using=using), koneksi.cursor() as kursor:
        _lepas(kursor, koneksi.vendor)


def _ada_semua(using: str) -> bool:
    koneksi = connections[using]
    tabel = set(koneksi.introspection.table_names())
    model: set[type[Model]] = {TandaBasi, *(satu.model for satu in _terdaftar.values())}
    return all(satu._meta.db_table in tabel for satu in model)


def _lepas(kursor: Any, vendor: str) -> None:
    """Take down what stands, also what another release put up under names of its own."""
    if vendor == "postgresql":
        kursor.execute(
            "SELECT proname FROM pg_catalog.pg_proc WHERE proname LIKE %s AND prorettype = "
            "'trigger'::regtype AND pronamespace = current_schema()::regnamespace",
            [POLA],
        )
        lepas_sql = "DROP FUNCTION IF EXISTS {}() CASCADE"
    else:
        kursor.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s", [POLA]
        )
        lepas_sql = "DROP TRIGGER IF EXISTS {}"
    for (nama,) in kursor.fetchall():
        if nama.startswith(AWALAN):
            kursor.execute(lepas_sql.format(nama))


def _tujuan() -> str:
    return f"INSERT INTO {TandaBasi._meta.db_table} (instansi_id, lingkup, asal, nomor, diambil) "


def _pilih(satu: Pemicu, baris: str, dari: str) -> str:
    """One mark of a row called ``baris``; ``dari``: the relation it stands in, if any."""
    tetap = f"'{satu.lingkup}', '{satu.asal}', {baris}.{satu.nomor}, FALSE"
    if satu.induk is None:
        kepala = f"SELECT DISTINCT {baris}.instansi_id, {tetap} FROM {dari}"  # noqa: S608
        return kepala if dari else f"SELECT {baris}.instansi_id, {tetap}"
    sambung = f"induk.id = {baris}.{satu.nomor}"
    induk = f"{satu.induk._meta.db_table} induk"
    dari = f"{dari} JOIN {induk} ON {sambung}" if dari else f"{induk} WHERE {sambung}"
    return f"SELECT DISTINCT induk.instansi_id, {tetap} FROM {dari}"  # noqa: S608 own names


def _sql_postgresql(satu: Pemicu, peristiwa: str) -> list[str]:
    nama = f"{satu.nama}_{peristiwa.lower()}"
    baru, lama = "NEW TABLE AS baru", "OLD TABLE AS lama"
    if peristiwa == "UPDATE":
        beda = " OR ".join(f"lama.{k} IS DISTINCT FROM baru.{k}" for k in satu.kolom)
        dari = f"lama JOIN baru ON baru.id = lama.id AND ({beda})"
        # UNION: the old and the new place, once each.
        isi = f"{_pilih(satu, 'baru', dari)} UNION {_pilih(satu, 'lama', dari)}"
        tabel = f"{lama} {baru}"
    else:
        baris, tabel = ("baru", baru) if peristiwa == "INSERT" else ("lama", lama)
        isi = _pilih(satu, baris, baris)
    return [
        f"CREATE FUNCTION {nama}() RETURNS trigger AS $$ BEGIN {_tujuan()}{isi}; RETURN NULL; END; "
        "$$ LANGUAGE plpgsql",
        f"CREATE TRIGGER {nama} AFTER {peristiwa} ON {satu.model._meta.db_table} "
        f"REFERENCING {tabel} FOR EACH STATEMENT EXECUTE FUNCTION {nama}()",
    ]


def _sql_sqlite(satu: Pemicu, peristiwa: str) -> list[str]:
    nama, tabel = f"{satu.nama}_{peristiwa.lower()}", satu.model._meta.db_table
    daftar: list[str] = []
    syarat, kepala = "", peristiwa
    if peristiwa != "DELETE":
        daftar.append(_pilih(satu, "NEW", ""))
    if peristiwa != "INSERT":
        daftar.append(_pilih(satu, "OLD", ""))
    if peristiwa == "UPDATE":
        kepala = f"UPDATE OF {', '.join(satu.kolom)}"
        syarat = "WHEN " + " OR ".join(f"OLD.{k} IS NOT NEW.{k}" for k in satu.kolom)
        # UNION: the old and the new place, once each.
        daftar = [" UNION ".join(daftar)]
    isi = " ".join(f"{_tujuan()}{satu_pilih};" for satu_pilih in daftar)
    return [f"CREATE TRIGGER {nama} AFTER {kepala} ON {tabel} {syarat} BEGIN {isi} END"]


def sesudah_migrate(sender: Any, using: str, **kwargs: Any) -> None:
    """Receive ``post_migrate`` of ``organisasi``'s last app: all triggers anew, all counts stale.

    A flush sends the same signal, without a plan: the triggers stand, nothing to do.
    """
    if "plan" not in kwargs:
        return
    from tera.organisasi.hitungan import nyatakan_basi  # stands on this module

    if pasang(using):
        nyatakan_basi(using=using)
