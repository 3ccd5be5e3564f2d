"""Commands that run the service: migrate, web server, background worker."""

import argparse
import logging
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tera.cli import cetak

log = logging.getLogger(__name__)
# Longest pause, in seconds, before a worker that keeps dying is started again.
JEDA_TERLAMA = 60


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
    daftar = [perintah]
    if not argumen.tanpa_pekerja:
        daftar.append([sys.executable, "-m", "tera.cli", "pekerja"])
    return _jaga(daftar)


def _jaga(daftar: list[list[str]]) -> int:
    """Run the commands until the first (the web server) ends or we are asked to stop.

    Another that dies is started again, after a pause that doubles while it keeps dying.
    """
    proses = [subprocess.Popen(perintah) for perintah in daftar]
    jeda, menunggu = 1, 0

    def berhenti(nomor: int, _bingkai: object) -> None:
        raise SystemExit(128 + nomor if nomor != signal.SIGINT else 0)

    signal.signal(signal.SIGTERM, berhenti)
    signal.signal(signal.SIGINT, berhenti)
    try:
        while True:
            try:
                return proses[0].wait(1)
            except subprocess.TimeoutExpired:
                menunggu += 1
            if all(satu.poll() is None for satu in proses[1:]):
                if menunggu >= JEDA_TERLAMA:
                    jeda, menunggu = 1, 0
            elif menunggu >= jeda:
                jeda, menunggu = min(jeda * 2, JEDA_TERLAMA), 0
                for nomor, satu in enumerate(proses[1:], start=1):
                    if satu.poll() is not None:
                        print("tera: pekerja berhenti, dijalankan lagi", file=sys.stderr)
                        proses[nomor] = subprocess.Popen(daftar[nomor])
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
    """Run queued jobs and deliver waiting events, until stopped (or once with ``--sekali``).

    A database that is gone or held is not the end: the next round tries again.
    """
    from django.db import InterfaceError, OperationalError, close_old_connections

    from tera.core import antrean, jadwal, kejadian

    def sekali() -> bool:
        close_old_connections()
        sisa = kejadian.antar_tertunda(kejadian.BATAS_PUTARAN) >= kejadian.BATAS_PUTARAN
        antrean.kerjakan()
        jadwal.jalankan_yang_jatuh_tempo()
        jadwal.jalankan_putaran()
        return sisa

    if argumen.sekali:
        sekali()
        return 0
    berhenti = False

    def minta_berhenti(_nomor: int, _bingkai: object) -> None:
        nonlocal berhenti
        berhenti = True

    while not berhenti:
        # The queue's own worker takes the signals while it runs.
        signal.signal(signal.SIGTERM, minta_berhenti)
        signal.signal(signal.SIGINT, minta_berhenti)
        sisa = False
        try:
            sisa = sekali()
        except (OperationalError, InterfaceError) as galat:
            log.warning("pekerja: basis data belum bisa dipakai (%s); dicoba lagi", galat)
        # Events of a job about everybody take many rounds: no rest in between.
        for _ in range(0 if sisa else 4):
            if not berhenti:
                time.sleep(0.5)
    return 0
