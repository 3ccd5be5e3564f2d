"""Citizens' answers per second and core: nothing lost, one flooding source held, a village served.

Run: ``python bench/publik.py [--jumlah 2000]``. Two ways:

- **proses**: the whole WSGI application (every middleware) in this process, on a SQLite file; CPU
  of this process. The forms are filled beforehand, as citizens' devices do.
- **server**: the product's own server with one worker process, asked by four clients; CPU of that
  server, children included. Clients and server share the machine.

After each, the rows of the database are counted: **hilang** is what was answered 200 and isn't
there. Then one source floods without proof (**banjir_ditahan**: share answered 429) while a village
behind the same address sends forms with proof (**desa_diterima**: share answered 200).
"""

from __future__ import annotations

import argparse
import http.client
import io
import json
import os
import platform
import resource
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

AKAR = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(AKAR / "src"), str(AKAR)]
KLIEN = 4


def siapkan() -> str:
    """Write an instansi with one service point; returns its code."""
    import datetime as dt

    from tera.organisasi.models import Instansi, KebijakanInstansi, UnitKerja
    from tera.umpan_balik.models import TitikLayanan

    instansi = Instansi.objects.create(kode="9901", nama="Kabupaten Uji", zona="Asia/Jayapura")
    hari = dt.date(2026, 1, 1)
    unit = UnitKerja.objects.create(
        instansi=instansi, kode="01", nama="Dinas Uji", path=f"{instansi.pk}/1/", sejak=hari
    )
    KebijakanInstansi.objects.create(
        instansi=instansi, kunci="publik.anggaran_jam", nilai=5000, sejak=hari, dasar="uji",
        nama_aktor="uji", dibuat_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    )  # fmt: skip
    titik = TitikLayanan.objects.create(
        instansi=instansi, unit=unit, nama="Loket Uji", jenis_layanan="Uji", kode="k7m2q9xd",
        sejak=hari,
    )  # fmt: skip
    return titik.kode


def isian(kode: str, *, lancar: bool = True) -> bytes:
    """Return the body of a filled form with a puzzle of eight bits, solved or not."""
    from tera.umpan_balik.publik_tantangan import baca_tantangan, buat_tantangan, pecahkan

    teks = buat_tantangan(kode=kode, bit=8)
    tantangan = baca_tantangan(kode=kode, teks=teks)
    assert tantangan is not None
    data = {f"u{n}": str(1 + (n * 7) % 4) for n in range(1, 10)}
    data |= {
        "tantangan": teks, "bukti": pecahkan(tantangan) if lancar else "", "bahasa": "id",
        "kanal": "qr", "teks": "Loketnya cepat, kursi tunggu perlu ditambah.",
    }  # fmt: skip
    return urlencode(data).encode()


class Aplikasi:
    """The WSGI application asked in this process."""

    def __init__(self, kode: str) -> None:
        from django.core.wsgi import get_wsgi_application

        self.aplikasi = get_wsgi_application()
        self.jalur = f"/umpan-balik/l/{kode}/"

    def kirim(self, badan: bytes, alamat: str = "203.0.113.7") -> int:
        """Send one form; returns the status."""
        lingkungan = {
            "REQUEST_METHOD": "POST", "PATH_INFO": self.jalur, "SERVER_NAME": "localhost",
            "SERVER_PORT": "8000", "HTTP_HOST": "localhost:8000", "REMOTE_ADDR": alamat,
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(badan)), "wsgi.input": io.BytesIO(badan),
            "wsgi.url_scheme": "http", "wsgi.errors": sys.stderr, "wsgi.version": (1, 0),
            "wsgi.multithread": False, "wsgi.multiprocess": False, "wsgi.run_once": False,
            "QUERY_STRING": "", "SERVER_PROTOCOL": "HTTP/1.1",
        }  # fmt: skip
        status: list[int] = []
        jawaban = self.aplikasi(
            lingkungan, lambda teks, _kepala, _salah=None: status.append(int(teks[:3]))
        )
        b"".join(jawaban)
        if hasattr(jawaban, "close"):
            jawaban.close()
        return status[0]


def proses(kode: str, jumlah: int) -> tuple[float, int]:
    """Send ``jumlah`` forms in this process; returns CPU seconds and how many answered 200."""
    aplikasi = Aplikasi(kode)
    for _n in range(20):
        aplikasi.kirim(isian(kode))
    daftar = [isian(kode) for _n in range(jumlah)]
    awal = time.process_time()
    diterima = sum(aplikasi.kirim(badan) == 200 for badan in daftar)
    return time.process_time() - awal, diterima + 20


def layani() -> tuple[subprocess.Popen[bytes], int]:
    """Start the product's own server with one worker; returns it and its port."""
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        port = soket.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "tera.cli", "jalan", "--port", str(port), "--tanpa-pekerja",
         "--pekerja-web", "1"],
        env={**os.environ, "PYTHONPATH": str(AKAR / "src")}, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    for _n in range(300):
        try:
            with socket.create_connection(("127.0.0.1", port), 1):
                return server, port
        except OSError:
            time.sleep(0.2)
    raise SystemExit("server tidak menjawab")


def lewat_server(kode: str, jumlah: int) -> tuple[float, float, int]:
    """Send forms to a server from four clients; returns wall and CPU seconds, and how many 200."""
    daftar = [isian(kode) for _n in range(jumlah)]
    server, port = layani()
    sebelum = resource.getrusage(resource.RUSAGE_CHILDREN)
    diterima = [0] * KLIEN

    def klien(nomor: int) -> None:
        sambungan = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for badan in daftar[nomor::KLIEN]:
            sambungan.request(
                "POST", f"/umpan-balik/l/{kode}/", badan,
                {"Content-Type": "application/x-www-form-urlencoded", "Host": "localhost:8000"},
            )  # fmt: skip
            jawaban = sambungan.getresponse()
            jawaban.read()
            diterima[nomor] += jawaban.status == 200

    utas = [threading.Thread(target=klien, args=(nomor,)) for nomor in range(KLIEN)]
    awal = time.perf_counter()
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    lama = time.perf_counter() - awal
    server.terminate()
    server.wait()
    sesudah = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = sesudah.ru_utime + sesudah.ru_stime - sebelum.ru_utime - sebelum.ru_stime
    return lama, cpu, sum(diterima)


def banjir(kode: str) -> tuple[float, float]:
    """One source floods without proof, a village sends with proof from the same address."""
    aplikasi = Aplikasi(kode)
    ditahan = diterima = 0
    for _n in range(500):
        ditahan += aplikasi.kirim(isian(kode, lancar=False), "198.51.100.9") == 429
        diterima += aplikasi.kirim(isian(kode), "198.51.100.9") == 200
    return ditahan / 500, diterima / 500


def _cetak(nama: str, nilai: float, satuan: str, n: int) -> None:
    versi = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    ).stdout.strip()
    baris: dict[str, Any] = {
        "nama": nama, "nilai": round(nilai, 3), "satuan": satuan, "n": n, "commit": versi,
        "python": platform.python_version(), "basis_data": "sqlite",
    }  # fmt: skip
    print(json.dumps(baris), flush=True)


def utama() -> None:
    """Print one JSON line per figure."""
    pilih = argparse.ArgumentParser()
    pilih.add_argument("--jumlah", type=int, default=2000)
    jumlah = pilih.parse_args().jumlah
    os.environ["TERA_MODE"] = "pengembangan"
    os.environ["TERA_LOG"] = "ERROR"
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TERA_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "tera.config.settings"
        import django
        from django.conf import settings
        from django.core.management import call_command

        django.setup()
        settings.DEBUG = False  # otherwise every query is kept in memory
        call_command("migrate", verbosity=0)
        from tera.umpan_balik.models import JawabanSKM, MasukanMasyarakat

        kode = siapkan()
        cpu, diterima = proses(kode, jumlah)
        ada = min(JawabanSKM.objects.count(), MasukanMasyarakat.objects.count())
        _cetak("publik.proses.jawaban_per_detik_cpu", jumlah / cpu, "per detik per inti", jumlah)
        _cetak("publik.proses.hilang", diterima - ada, "jawaban", diterima)
        lama, cpu, diterima_lain = lewat_server(kode, jumlah)
        ada_lain = JawabanSKM.objects.count() - ada
        _cetak("publik.server.jawaban_per_detik", jumlah / lama, "per detik", jumlah)
        _cetak("publik.server.jawaban_per_detik_cpu", jumlah / cpu, "per detik per inti", jumlah)
        _cetak("publik.server.hilang", diterima_lain - ada_lain, "jawaban", diterima_lain)
        ditahan, desa = banjir(kode)
        _cetak("publik.banjir_ditahan", ditahan, "bagian", 500)
        _cetak("publik.desa_diterima", desa, "bagian", 500)


if __name__ == "__main__":
    utama()
