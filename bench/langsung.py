"""What an open page costs that waits for news: requests and CPU, for the argument of ADR 0022.

Run: ``python bench/langsung.py [--jumlah 2000] [--kali 2000] [--halaman 10000]``; SQLite by
default, PostgreSQL through ``TERA_DATABASE_URL``. Prints JSON lines.

- **tanya_304**, **tanya_200**: CPU of one question through the WSGI handler as a server calls it
  (session, account, one indexed query), unchanged and changed; a twentieth of the people have
  notifications, the asked one 500.
- **utas_sse**: memory of one thread that only waits, as each open page would hold one under WSGI.
- **inti_polling**: cores that ``--halaman`` open pages use at one question a minute.
"""

import argparse
import io
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

AKAR = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(AKAR / "src"), str(AKAR)]
JEDA = 60
KELOMPOK = 10


def siapkan(jumlah: int) -> Any:
    """Write ``jumlah`` people of one instansi with their notifications; returns who asks."""
    from django.core.management import call_command

    from tera.core import clock
    from tera.core.models import Pengguna
    from tera.notifikasi.models import Notifikasi
    from tera.organisasi.models import Instansi, Pegawai

    call_command("migrate", verbosity=0)
    instansi = Instansi.objects.create(
        kode=f"L{int(time.time()) % 10**8}", nama="Uji", zona="Asia/Jakarta"
    )
    akun = Pengguna.objects.create_user(
        f"uji{instansi.pk}",
        nama_tampil="Uji",
        instansi_id=instansi.pk,
        diaktifkan_at=clock.sekarang(),
    )  # fmt: skip
    orang = Pegawai.objects.bulk_create(
        [
            Pegawai(instansi=instansi, nama=f"Orang {n}", status="pns", akun=None if n else akun)
            for n in range(jumlah)
        ],
        batch_size=500,
    )
    Notifikasi.objects.bulk_create(
        [
            Notifikasi(
                instansi=instansi, pegawai=satu, jenis="skp.ditetapkan", kelompok="hasil",
                kunci=f"{n}", muatan={"id": n, "tahun": 2026}, terjadi_at=clock.sekarang(),
                dibaca_at=clock.sekarang() if n % 10 else None,
            )
            for satu in orang[:: 20]
            for n in range(500 if satu is orang[0] else 60)
        ],
        batch_size=500,
    )  # fmt: skip
    return akun


def penanya(akun: Any) -> tuple[Callable[[str], tuple[int, str]], int]:
    """Return a function that asks once with an ETag, and the number of queries it costs."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from tera.config.wsgi import application

    klien = Client()
    klien.force_login(akun)
    kuki = "; ".join(f"{nama}={satu.value}" for nama, satu in klien.cookies.items())

    def tanya(tanda: str) -> tuple[int, str]:
        hasil: dict[str, Any] = {}

        def mulai(status: str, kepala: list[tuple[str, str]], *_lain: object) -> None:
            hasil.update(status=int(status[:3]), tanda=dict(kepala).get("ETag", ""))

        lingkungan = {
            "REQUEST_METHOD": "GET", "PATH_INFO": "/notifikasi/kabar/", "SCRIPT_NAME": "",
            "QUERY_STRING": "", "SERVER_NAME": "localhost", "SERVER_PORT": "8000",
            "HTTP_HOST": "localhost:8000", "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_ACCEPT": "application/json", "HTTP_COOKIE": kuki, "HTTP_IF_NONE_MATCH": tanda,
            "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(), "wsgi.errors": sys.stderr,
            "wsgi.version": (1, 0), "wsgi.multithread": True, "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        }  # fmt: skip
        jawaban = application(lingkungan, mulai)
        b"".join(jawaban)
        jawaban.close()
        return hasil["status"], hasil["tanda"]

    tanya("")
    with CaptureQueriesContext(connection) as tangkap:
        tanya("")
    return tanya, len(tangkap)


def cpu(tanya: Callable[[str], tuple[int, str]], tanda: str, harap: int, kali: int) -> float:
    """Return milliseconds of process time per question, median of the batches."""
    hasil = []
    for _kelompok in range(KELOMPOK):
        awal = time.process_time()
        for _kali in range(kali // KELOMPOK):
            assert tanya(tanda)[0] == harap
        hasil.append((time.process_time() - awal) / (kali // KELOMPOK) * 1000)
    return statistics.median(hasil)


def memori_utas(jumlah: int = 400) -> float:
    """Return kB of resident memory per thread that only waits."""

    def kb() -> int:
        baris = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        return next(int(satu.split()[1]) for satu in baris if satu.startswith("VmRSS"))

    selesai = threading.Event()
    sebelum = kb()
    daftar = [threading.Thread(target=selesai.wait) for _nomor in range(jumlah)]
    for satu in daftar:
        satu.start()
    sesudah = kb()
    selesai.set()
    for satu in daftar:
        satu.join()
    return (sesudah - sebelum) / jumlah


def utama() -> None:
    """Measure and print."""
    pengurai = argparse.ArgumentParser()
    pengurai.add_argument("--jumlah", type=int, default=2000)
    pengurai.add_argument("--kali", type=int, default=2000)
    pengurai.add_argument("--halaman", type=int, default=10_000)
    isi = pengurai.parse_args()
    os.environ.setdefault("TERA_DATA", tempfile.mkdtemp(prefix="tera-langsung-"))
    os.environ["TERA_MODE"] = "uji"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tera.config.settings")
    import django

    django.setup()
    from django.db import connection

    akun = siapkan(isi.jumlah)
    tanya, jumlah_kueri = penanya(akun)
    tanda = tanya("")[1]
    tetap = cpu(tanya, tanda, 304, isi.kali)
    berubah = cpu(tanya, '"lama"', 200, isi.kali)
    laju = isi.halaman / JEDA
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=AKAR
    ).stdout.strip()
    for nama, nilai, satuan in (
        ("kueri_per_tanya", jumlah_kueri, "kueri"),
        ("tanya_304", round(tetap, 3), "ms CPU"),
        ("tanya_200", round(berubah, 3), "ms CPU"),
        ("utas_sse", round(memori_utas(), 1), "kB per utas"),
        ("laju_polling", round(laju, 1), "permintaan/detik"),
        ("inti_polling", round(laju * tetap / 1000, 3), "inti"),
    ):
        print(
            json.dumps(
                {
                    "nama": nama, "nilai": nilai, "satuan": satuan, "n": isi.jumlah,
                    "halaman": isi.halaman, "commit": commit, "python": platform.python_version(),
                    "basis_data": connection.vendor, "beban": os.getloadavg()[0],
                }
            )
        )  # fmt: skip


if __name__ == "__main__":
    utama()
