"""Commands that run the service: migrate, web server, background worker."""

import argparse
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tera.cli import cetak


def migrasi(argumen: argparse.Namespace) -> int:
    """Bring the database and the static files up to date."""
    from django.conf import settings
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    if not settings.PENGEMBANGAN and not settings.UJI:
        call_command("collectstatic", interactive=False, verbosity=0)
    from django.db import connection

    cetak(
        argumen,
        {"basis_data": connection.vendor, "data": str(settings.TERA_DATA)},
        f"Basis data {connection.vendor} siap; folder data {settings.TERA_DATA}.",
    )
    return 0


def jalan(argumen: argparse.Namespace) -> int:
    """Serve the pages with granian; one background worker beside it unless asked not to."""
    from django.conf import settings
    from django.core.management import call_command

    if not settings.PENGEMBANGAN and not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        call_command("collectstatic", interactive=False, verbosity=0)
    port = argumen.port or settings.LINGKUNGAN.port
    jumlah = argumen.pekerja_web or os.cpu_count() or 1
    perintah = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--host",
        argumen.alamat_ikat,
        "--port",
        str(port),
        "--workers",
        str(jumlah),
        "--blocking-threads",
        str(argumen.utas),
        # Beyond this many waiting requests a worker answers 503 instead of piling up.
        "--backpressure",
        "64",
        "--respawn-failed-workers",
        "--no-ws",
        "--log-level",
        "warning",
        "tera.config.wsgi:application",
    ]
    print(f"Tera berjalan di http://{argumen.alamat_ikat}:{port}", file=sys.stderr)
    proses = [subprocess.Popen(perintah)]
    if not argumen.tanpa_pekerja:
        proses.append(subprocess.Popen([sys.executable, "-m", "tera.cli", "pekerja"]))
    return _jaga(proses)


def _jaga(proses: list[subprocess.Popen[bytes]]) -> int:
    """Wait for the first process (the web server); stop all when it ends or we are asked to."""

    def berhenti(nomor: int, _bingkai: object) -> None:
        raise SystemExit(128 + nomor if nomor != signal.SIGINT else 0)

    signal.signal(signal.SIGTERM, berhenti)
    signal.signal(signal.SIGINT, berhenti)
    try:
        return proses[0].wait()
    finally:
        for satu in proses:
            if satu.poll() is None:
                satu.terminate()
        for satu in proses:
            try:
                satu.wait(10)
            except subprocess.TimeoutExpired:
                satu.kill()


def pekerja(argumen: argparse.Namespace) -> int:
    """Run queued jobs and deliver waiting events, until stopped (or once with ``--sekali``)."""
    from django.core.management import call_command
    from django.db import close_old_connections

    from tera.core import jadwal, kejadian

    def sekali() -> None:
        close_old_connections()
        kejadian.antar_tertunda()
        jadwal.jalankan_yang_jatuh_tempo()
        call_command("db_worker", batch=True, verbosity=0, startup_delay=False)

    if argumen.sekali:
        sekali()
        return 0
    berhenti = False

    def minta_berhenti(_nomor: int, _bingkai: object) -> None:
        nonlocal berhenti
        berhenti = True

    signal.signal(signal.SIGTERM, minta_berhenti)
    signal.signal(signal.SIGINT, minta_berhenti)
    while not berhenti:
        sekali()
        for _ in range(4):
            if not berhenti:
                time.sleep(0.5)
    return 0
