"""An installation of its own: a data folder, a database, real processes that are killed for real.

Processes run in sessions of their own, so that SIGKILL to the group leaves nobody behind.
"""

import atexit
import contextlib
import json
import os
import random
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

UJI = Path(__file__).resolve().parent.parent
SAAT = "2026-11-20T01:00:00+00:00"
URL_BASIS = os.environ.get("TERA_DATABASE_URL", "")
BATAS_TUNGGU = 60.0
# Many short processes: where nothing is kept beside the sources, the first compiles for all.
SIMPAN_BYTECODE: dict[str, str] = {}
if sys.dont_write_bytecode:
    SIMPAN_BYTECODE["PYTHONPYCACHEPREFIX"] = tempfile.mkdtemp(prefix="tera-pyc-")
    atexit.register(shutil.rmtree, SIMPAN_BYTECODE["PYTHONPYCACHEPREFIX"], ignore_errors=True)
_T = TypeVar("_T")


def tunggu(apa: str, tanya: Callable[[], _T | None], batas: float = BATAS_TUNGGU) -> _T:
    """Ask until there is an answer; says what was waited for when it never came."""
    akhir = time.perf_counter() + batas
    while time.perf_counter() < akhir:
        jawab = tanya()
        if jawab:
            return jawab
        time.sleep(0.01)
    raise AssertionError(f"tidak terjadi dalam {batas:.0f} detik: {apa}")


def port_kosong() -> int:
    """A free port below the range the system hands out by itself."""
    acak = random.SystemRandom()
    while True:
        port = acak.randrange(20_000, 32_000)
        with socket.socket() as soket:
            if soket.connect_ex(("127.0.0.1", port)) != 0:
                return port


class Pemasangan:
    """One installation: ``TERA_DATA``, database, port; what was started ends with ``tutup``."""

    def __init__(self, folder: Path, nama_basis: str = "", **lingkungan: str) -> None:
        self.folder = folder
        self.port = port_kosong()
        self.alamat = f"http://127.0.0.1:{self.port}"
        self.nama_basis = nama_basis
        self.url = f"{URL_BASIS.rpartition('/')[0]}/{nama_basis}" if nama_basis else ""
        self.proses: list[subprocess.Popen[bytes]] = []
        bersih = {
            nama: nilai
            for nama, nilai in os.environ.items()
            if not nama.startswith(("TERA_", "DJANGO_", "PYTHON"))
        }
        self.lingkungan = bersih | {
            "TERA_DATA": str(folder),
            "TERA_PORT": str(self.port),
            "TERA_LOG": "WARNING",
            "UJI_SAAT": SAAT,
            "PYTHONPATH": os.pathsep.join([str(UJI / "ketahanan" / "hari"), str(UJI)]),
            **({"TERA_DATABASE_URL": self.url} if self.url else {}),
            **SIMPAN_BYTECODE,
            **lingkungan,
        }

    # --- commands ---------------------------------------------------------------------------
    def tera(self, *argumen: str) -> subprocess.CompletedProcess[str]:
        """Run one command of the program to its end."""
        return subprocess.run(
            [sys.executable, "-m", "tera.cli", *argumen],
            env=self.lingkungan,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def isi(self, nama: str, **isi: Any) -> Any:
        """Run a function of ``ketahanan.pentas`` inside this installation; returns its answer."""
        hasil = subprocess.run(
            [sys.executable, "-m", "ketahanan.pentas", nama, json.dumps(isi)],
            env=self.lingkungan,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert hasil.returncode == 0, hasil.stderr
        return json.loads(hasil.stdout)

    # --- processes --------------------------------------------------------------------------
    def mulai(self, *argumen: str, **lingkungan: str) -> subprocess.Popen[bytes]:
        """Start a long-running command in a group of its own; its log is in the data folder."""
        with (self.folder / "proses.log").open("ab") as catatan:
            satu = subprocess.Popen(
                [sys.executable, "-m", "tera.cli", *argumen],
                env=self.lingkungan | lingkungan,
                stdout=catatan,
                stderr=catatan,
                start_new_session=True,
            )
        self.proses.append(satu)
        return satu

    def web(self, *argumen: str) -> subprocess.Popen[bytes]:
        """Start the web server and wait until it answers."""
        satu = self.mulai("jalan", "--pekerja-web", "1", *(argumen or ("--tanpa-pekerja",)))
        tunggu(f"server menjawab\n{self.catatan()}", lambda: self.sehat() or None)
        return satu

    def sehat(self) -> bool:
        """Whether the server and its database answer."""
        try:
            with urllib.request.urlopen(f"{self.alamat}/sehat/", timeout=5) as jawab:
                return bool(jawab.status == 200)
        except OSError:
            return False

    def bunuh(self, satu: subprocess.Popen[bytes]) -> None:
        """SIGKILL the whole group of a process, and wait until it is gone."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(satu.pid, signal.SIGKILL)
        satu.wait(30)
        self.proses.remove(satu)

    def catatan(self) -> str:
        """The end of what the processes have said."""
        berkas = self.folder / "proses.log"
        return berkas.read_text(errors="replace")[-4000:] if berkas.exists() else ""

    def tutup(self) -> None:
        """Kill what still runs and drop the database."""
        for satu in list(self.proses):
            self.bunuh(satu)
        if self.nama_basis:
            with admin_postgres() as basis:
                basis.execute(f'DROP DATABASE IF EXISTS "{self.nama_basis}" WITH (FORCE)')
        shutil.rmtree(self.folder, ignore_errors=True)

    # --- the database, seen from outside ------------------------------------------------------
    @contextlib.contextmanager
    def basis(self) -> Iterator[Any]:
        """A connection of the test's own, in autocommit."""
        if self.url:
            import psycopg

            with contextlib.closing(psycopg.connect(self.url, autocommit=True)) as sambungan:
                yield sambungan
        else:
            berkas = self.folder / "tera.sqlite3"
            with contextlib.closing(
                sqlite3.connect(berkas, timeout=30, isolation_level=None)
            ) as sambungan:
                yield sambungan

    def kueri(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of one query."""
        with self.basis() as sambungan:
            return list(sambungan.execute(sql).fetchall())

    def angka(self, sql: str) -> int:
        """The one number of one query."""
        return int(self.kueri(sql)[0][0])


@contextlib.contextmanager
def admin_postgres() -> Iterator[Any]:
    """A connection to the server's own database, to make and drop others."""
    import psycopg

    with contextlib.closing(
        psycopg.connect(f"{URL_BASIS.rpartition('/')[0]}/postgres", autocommit=True)
    ) as basis:
        yield basis
