"""A PostgreSQL server of the test's own, that may be killed and have its replica promoted."""

import os
import pwd
import shutil
import subprocess
from pathlib import Path

from ketahanan.mesin import port_kosong

# The servers of Debian; the newest one that is installed.
BIN = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda satu: int(satu.parent.name))


def _jalankan(*perintah: str) -> None:
    """Run a command of the server as a user that isn't root: the server refuses root."""
    sebagai = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    hasil = subprocess.run(
        [*sebagai, *perintah],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=60,
        cwd="/",
        check=False,
    )
    assert hasil.returncode == 0, hasil.stdout


def _folder(letak: Path) -> Path:
    letak.mkdir()
    if os.geteuid() == 0:
        milik = pwd.getpwnam("postgres")
        os.chown(letak, milik.pw_uid, milik.pw_gid)
    letak.chmod(0o700)
    return letak


class Gugus:
    """A primary and its synchronous replica; both answer on the one address of the installation.

    ``letak`` must be a folder that the server's user can reach.
    """

    def __init__(self, letak: Path) -> None:
        letak.chmod(0o755)
        self.port = port_kosong()
        self.port_replika = port_kosong()
        self.utama = _folder(letak / "utama")
        self.replika = _folder(letak / "replika")
        self.jalan: set[Path] = set()
        _jalankan(f"{BIN}/initdb", "-D", str(self.utama), "-U", "postgres", "-A", "trust")
        with (self.utama / "postgresql.conf").open("a") as tulis:
            tulis.write(
                "listen_addresses = '127.0.0.1'\nunix_socket_directories = ''\n"
                "shared_buffers = 32MB\n"
            )
        self.mulai(self.utama)
        _jalankan(
            f"{BIN}/pg_basebackup", "-D", str(self.replika), "-R", "-X", "stream", "-c", "fast",
            "-d", f"host=127.0.0.1 port={self.port} user=postgres application_name=replika",
        )  # fmt: skip
        self.mulai(self.replika, self.port_replika)
        # From here on an answered write is on both.
        self.sql("ALTER SYSTEM SET synchronous_standby_names = '*'", "SELECT pg_reload_conf()")

    @property
    def url(self) -> str:
        """The address of the database as the installation knows it."""
        return f"postgres://postgres@127.0.0.1:{self.port}/postgres"

    def sql(self, *daftar: str) -> None:
        """Run statements on the server that answers."""
        import psycopg

        with psycopg.connect(self.url, autocommit=True) as basis:
            for satu in daftar:
                basis.execute(satu)

    def mulai(self, folder: Path, port: int = 0) -> None:
        """Start one server, on the address of the installation unless told otherwise."""
        _jalankan(
            f"{BIN}/pg_ctl", "-D", str(folder), "-w", "-l", str(folder / "server.log"),
            "-o", f"-p {port or self.port}", "start",
        )  # fmt: skip
        self.jalan.add(folder)

    def matikan(self, folder: Path, cara: str = "immediate") -> None:
        """Stop one server; ``immediate`` is what a crash leaves behind."""
        _jalankan(f"{BIN}/pg_ctl", "-D", str(folder), "-w", "-m", cara, "stop")
        self.jalan.discard(folder)

    def angkat_replika(self) -> None:
        """The primary is gone: its replica takes over its address and becomes the primary."""
        self.matikan(self.replika, "fast")
        self.mulai(self.replika)
        _jalankan(f"{BIN}/pg_ctl", "-D", str(self.replika), "-w", "promote")
        self.sql("ALTER SYSTEM RESET synchronous_standby_names", "SELECT pg_reload_conf()")

    def tutup(self) -> None:
        """Stop what runs and remove the files."""
        for folder in list(self.jalan):
            self.matikan(folder)
        for folder in (self.utama, self.replika):
            shutil.rmtree(folder, ignore_errors=True)
