"""A migrated, empty database, made once per state of the sources and copied from then on.

Running every migration costs some twelve seconds of a core; each worker of each leg and each
installation that a test drives as its operator would pay it. Keyed by the sources, so a changed
migration is run again; the copy then goes through ``migrate`` like any other database.
"""

import contextlib
import fcntl
import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]
URL = os.environ.get("TERA_DATABASE_URL", "")


def _pendek(teks: str) -> str:
    return hashlib.sha256(teks.encode()).hexdigest()[:10]


@cache
def sidik() -> str:
    """Return a digest of everything a migrated database may depend on: all our sources."""
    import django

    isi = hashlib.sha256(django.__version__.encode())
    for berkas in sorted((AKAR / "src").rglob("*.py")):
        isi.update(str(berkas).encode())
        isi.update(berkas.read_bytes())
    return isi.hexdigest()[:10]


def nama_basis() -> str:
    """Return the name of the database on PostgreSQL that is copied: one per checkout and state."""
    return f"tera_templat_{_pendek(str(AKAR))}_{sidik()}"


def folder() -> Path:
    """Return the folder of this checkout that keeps the file of SQLite and the locks."""
    letak = Path(tempfile.gettempdir()) / f"tera-templat-{os.getuid()}-{_pendek(str(AKAR))}"
    letak.mkdir(mode=0o700, exist_ok=True)
    return letak


def berkas() -> Path:
    """Return the file that is copied on SQLite."""
    return folder() / f"{sidik()}.sqlite3"


@contextlib.contextmanager
def giliran() -> Iterator[None]:
    """Hold the lock under which the template of this engine is made or copied."""
    with (folder() / ("postgres.kunci" if URL else "sqlite.kunci")).open("w") as kunci:
        fcntl.flock(kunci, fcntl.LOCK_EX)
        yield


@contextlib.contextmanager
def _admin() -> Iterator[object]:
    import psycopg

    with psycopg.connect(URL, dbname="postgres", autocommit=True) as admin:
        yield admin


def salin(tujuan: str) -> bool:
    """Copy the template to ``tujuan``, a file or a new database; False: there is none yet.

    Call it inside ``giliran``.
    """
    if not URL:
        if not berkas().exists():
            return False
        for akhiran in ("-wal", "-shm"):
            Path(tujuan + akhiran).unlink(missing_ok=True)
        shutil.copyfile(berkas(), tujuan)
        return True
    with _admin() as admin:
        ada = admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [nama_basis()])
        if ada.fetchone() is None:
            return False
        admin.execute(f'DROP DATABASE IF EXISTS "{tujuan}" WITH (FORCE)')
        admin.execute(f'CREATE DATABASE "{tujuan}" TEMPLATE "{nama_basis()}"')
    return True


def simpan(asal: str) -> None:
    """Keep ``asal``, a migrated database nobody is connected to; older ones of the checkout go.

    Call it inside ``giliran``.
    """
    if not URL:
        for lama in folder().glob("*.sqlite3*"):
            lama.unlink()
        sementara = berkas().with_suffix(".baru")
        sementara.unlink(missing_ok=True)
        with contextlib.closing(sqlite3.connect(asal)) as basis:
            basis.execute("VACUUM INTO ?", [str(sementara)])
        sementara.rename(berkas())
        return
    awalan = f"tera_templat_{_pendek(str(AKAR))}_"
    with _admin() as admin:
        for (nama,) in admin.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [awalan]
        ).fetchall():
            admin.execute(f'DROP DATABASE IF EXISTS "{nama}" WITH (FORCE)')
        admin.execute(f'CREATE DATABASE "{nama_basis()}" TEMPLATE "{asal}"')
