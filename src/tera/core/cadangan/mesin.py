"""What differs between the two databases: taking a snapshot, putting one back."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from tera.core.cadangan.arsip import rusak
from tera.core.galat import MasukanSalahError

# What Django itself writes while migrating: a database with only these is empty.
TABEL_BAWAAN = frozenset({"django_migrations", "django_content_type", "auth_permission"})


def daftar_tabel() -> list[str]:
    """Return the names of all tables of this database."""
    return connection.introspection.table_names()


@contextmanager
def potret(tujuan: Path) -> Iterator[Any]:
    """Write a consistent copy of the database to ``tujuan`` while others go on working.

    Yields a cursor that sees exactly what was copied.
    """
    if connection.vendor == "sqlite":
        yield from _potret_sqlite(tujuan)
    else:
        yield from _potret_postgres(tujuan)


def _potret_sqlite(tujuan: Path) -> Iterator[Any]:
    nama = str(connection.settings_dict["NAME"])
    with closing(sqlite3.connect(f"file:{nama}?mode=ro", uri=True, timeout=20)) as asal:
        # One statement, one read transaction, no lock on writers (WAL); the copy has no slack.
        asal.execute("VACUUM INTO ?", (str(tujuan),))
    with closing(sqlite3.connect(tujuan)) as salinan:
        yield salinan.cursor()


def _potret_postgres(tujuan: Path) -> Iterator[Any]:
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        kursor.execute("SELECT pg_export_snapshot()")
        (tanda,) = kursor.fetchone()
        _jalankan(
            "pg_dump",
            "--format=custom", "--no-owner", "--no-privileges", "--schema=public",
            f"--snapshot={tanda}", f"--file={tujuan}",
        )  # fmt: skip
        yield kursor


def pulihkan_basis_data(asal: Path, *, simpan_lama: Path | None) -> None:
    """Replace the database by the snapshot; with ``simpan_lama`` the old SQLite file is kept there.

    Raises:
        MasukanSalahError: the snapshot can't be read; nothing was changed.
    """
    connection.close()
    if connection.vendor == "sqlite":
        _pulihkan_sqlite(asal, simpan_lama)
    else:
        _pulihkan_postgres(asal)


def _pulihkan_sqlite(asal: Path, simpan_lama: Path | None) -> None:
    try:
        with closing(sqlite3.connect(asal)) as salinan:
            (jawaban,) = salinan.execute("PRAGMA integrity_check").fetchone()
    except sqlite3.DatabaseError as galat:
        raise rusak("basis datanya tidak terbaca") from galat
    if jawaban != "ok":
        raise rusak("basis datanya tidak utuh")
    tujuan = Path(connection.settings_dict["NAME"])
    if tujuan.exists():
        # Fold the write-ahead log into the file before it is set aside.
        with closing(sqlite3.connect(tujuan, timeout=20)) as lama:
            lama.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if simpan_lama is not None:
            tujuan.replace(simpan_lama)
    for akhiran in ("-wal", "-shm"):
        Path(f"{tujuan}{akhiran}").unlink(missing_ok=True)
    asal.replace(tujuan)


def _pulihkan_postgres(asal: Path) -> None:
    skrip = asal.with_suffix(".sql")
    _jalankan("pg_restore", "--no-owner", "--no-privileges", f"--file={skrip}", str(asal))
    bersih = asal.with_name("bersih.sql")
    bersih.write_text("DROP SCHEMA IF EXISTS public CASCADE;\n")
    if "CREATE SCHEMA public" not in _awal(skrip):
        bersih.write_text("DROP SCHEMA IF EXISTS public CASCADE;\nCREATE SCHEMA public;\n")
    # One transaction: either the whole snapshot is there, or the old database as it was.
    _jalankan(
        "psql", "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1",
        f"--file={bersih}", f"--file={skrip}",
    )  # fmt: skip


def _awal(skrip: Path) -> str:
    with skrip.open(encoding="utf-8", errors="replace") as baca:
        return baca.read(20_000)


def _jalankan(program: str, *argumen: str) -> None:
    """Run a program of PostgreSQL against this database; passwords go by environment."""
    jalur = shutil.which(program)
    if jalur is None:
        raise MasukanSalahError(
            f"Program {program} tidak ada di server ini, padahal basis datanya PostgreSQL. Pasang "
            "paket klien PostgreSQL yang versinya sama atau lebih baru daripada servernya (Debian: "
            "apt install postgresql-client), lalu ulangi.",
            kode="program_tidak_ada",
        )
    hasil = subprocess.run(
        [jalur, *argumen],
        env={**os.environ, **_lingkungan_pg()},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if hasil.returncode:
        raise MasukanSalahError(
            f"{program} menolak: {hasil.stderr.strip()[-600:] or hasil.returncode}. Periksa "
            "TERA_DATABASE_URL, hak penggunanya, dan versi program itu, lalu ulangi.",
            kode="program_gagal",
        )


def _lingkungan_pg() -> dict[str, str]:
    setelan = connection.settings_dict
    nama = {
        "PGHOST": setelan["HOST"],
        "PGPORT": setelan["PORT"],
        "PGUSER": setelan["USER"],
        "PGPASSWORD": setelan["PASSWORD"],
        "PGDATABASE": setelan["NAME"],
    }
    return {kunci: str(nilai) for kunci, nilai in nama.items() if nilai}


def sudah_terisi() -> bool:
    """Whether the database holds anything besides what a migration writes."""
    with connection.cursor() as kursor:
        for tabel in daftar_tabel():
            if tabel not in TABEL_BAWAAN:
                kursor.execute(f'SELECT 1 FROM "{tabel}" LIMIT 1')  # noqa: S608
                if kursor.fetchone():
                    return True
    return False
