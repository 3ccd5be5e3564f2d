"""Locks that die with their holder: what a killed process held is free at once.

On PostgreSQL an advisory lock of a connection of its own, which ends with the process; on SQLite
(one machine) a lock of the kernel on a file in the data folder. No heartbeat, no clock.
"""

import contextlib
import fcntl
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection

# The server notices within a minute that a whole machine is gone, not only a process of it.
_HIDUP = (
    "SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3"
)


@contextlib.contextmanager
def coba(nama: str) -> Iterator[bool]:
    """Hold the lock ``nama`` inside the block; yields whether nobody else holds it."""
    pegang = _postgres if connection.vendor == "postgresql" else _berkas
    with pegang(nama) as dapat:
        yield dapat


@contextlib.contextmanager
def _postgres(nama: str) -> Iterator[bool]:
    import psycopg

    kunci = int.from_bytes(hashlib.sha256(nama.encode()).digest()[:8], signed=True)
    # Outside the pool: a lock of a pooled connection would outlive the block.
    isi = connection.get_connection_params() | {"autocommit": True}
    with contextlib.closing(psycopg.connect(**isi)) as sambungan:
        sambungan.execute(_HIDUP)
        baris = sambungan.execute(f"SELECT pg_try_advisory_lock({kunci})").fetchone()
        dapat = bool(baris and baris[0])
        try:
            yield dapat
        finally:
            # The server notices a closed connection a moment later: the next holder needn't wait.
            if dapat:
                with contextlib.suppress(psycopg.Error):
                    sambungan.execute(f"SELECT pg_advisory_unlock({kunci})")


@contextlib.contextmanager
def _berkas(nama: str) -> Iterator[bool]:
    # The database is part of the name: test databases share a data folder.
    basis = str(connection.settings_dict["NAME"])
    sidik = hashlib.sha256(f"{basis}\x1f{nama}".encode()).hexdigest()[:32]
    folder = Path(settings.TERA_DATA) / "kunci"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    jalur = folder / sidik
    tangan = _kunci_berkas(jalur)
    if tangan is None:
        yield False
        return
    try:
        yield True
    finally:
        jalur.unlink(missing_ok=True)
        os.close(tangan)


def _kunci_berkas(jalur: Path) -> int | None:
    while True:
        tangan = os.open(jalur, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(tangan, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(tangan)
            return None
        # Whoever held it may have removed the file between our two calls: then try its successor.
        with contextlib.suppress(FileNotFoundError):
            if os.fstat(tangan).st_ino == jalur.stat().st_ino:
                return tangan
        os.close(tangan)
