"""How long the worker takes to tell everybody of a job's many events: n results become final.

Run: ``python bench/kejadian.py [--jumlah 10000] [--batas 500]``; SQLite by default, PostgreSQL
through ``TERA_DATABASE_URL``. Prints JSON lines: name, value, unit, n, commit, python, database,
load.

Everybody has an account with an address and mail is switched on, so that each event ends as one
notification and one mail that waits. The daily job of the appraisal publishes the events; what is
measured is ``antar_tertunda``, called as the worker calls it until nothing waits, without the
worker's pause between rounds.

- **finalkan**: seconds of the job itself. **antar**: seconds of all deliveries, **antar_cpu** of
  our process alone. **kueri**: queries per thousand deliveries.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

AKAR = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(AKAR / "src"), str(AKAR), str(AKAR / "tests")]


def siapkan(jumlah: int) -> None:
    """Write ``jumlah`` people whose delivered results may become final today."""
    from django.core.management import call_command

    from ketahanan.pentas import hari_tutup
    from tera.core import clock
    from tera.core.models import Pengguna
    from tera.organisasi.models import Pegawai

    call_command("migrate", verbosity=0)
    hari_tutup(jumlah)
    daftar = list(Pegawai.objects.filter(nama__startswith="Orang ", akun__isnull=True))
    akun = Pengguna.objects.bulk_create(
        [
            Pengguna(
                nama_akun=f"orang{satu.pk}",
                nama_tampil=satu.nama,
                instansi_id=satu.instansi_id,
                surel=f"orang{satu.pk}@uji.test",
                diaktifkan_at=clock.sekarang(),
            )
            for satu in daftar
        ],
        batch_size=500,
    )
    for satu, milik in zip(daftar, akun, strict=True):
        satu.akun = milik
    Pegawai.objects.bulk_update(daftar, ["akun"], batch_size=500)


def antar(batas: int) -> None:
    """Deliver until nothing waits."""
    from tera.core import kejadian

    while kejadian.antar_tertunda(batas):
        pass


def main() -> None:
    """Run it and print its lines."""
    argumen = argparse.ArgumentParser(description=__doc__)
    argumen.add_argument("--jumlah", type=int, default=10_000)
    argumen.add_argument("--batas", type=int, default=500)
    pilihan = argumen.parse_args()
    os.environ.setdefault("TERA_MODE", "uji")
    os.environ.setdefault("TERA_DATA", tempfile.mkdtemp(prefix="tera-kejadian-"))
    os.environ.setdefault("TERA_SUREL_URL", "smtp://127.0.0.1:1")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tera.config.settings")
    import django

    django.setup()
    from django.db import connection

    from tera.core.models import PengirimanKejadian
    from tera.evaluasi.penerima import finalkan_semua
    from tera.notifikasi.models import Notifikasi, PengirimanSurel

    siapkan(pilihan.jumlah)
    awal = time.perf_counter()
    finalkan_semua()
    hasil = [("finalkan", time.perf_counter() - awal, "s")]
    menunggu = PengirimanKejadian.objects.filter(selesai_at__isnull=True)
    jumlah = menunggu.count()
    kueri = 0

    def hitung(jalankan: Callable[..., Any], *isi: Any) -> Any:
        nonlocal kueri
        kueri += 1
        return jalankan(*isi)

    awal, cpu = time.perf_counter(), time.process_time()
    with connection.execute_wrapper(hitung):
        antar(pilihan.batas)
    hasil += [
        ("antar", time.perf_counter() - awal, "s"),
        ("antar_cpu", time.process_time() - cpu, "s"),
        ("kueri", kueri / jumlah * 1000, "per 1.000"),
    ]
    assert not menunggu.exists()
    final = Notifikasi.objects.filter(jenis="evaluasi.final").count()
    assert final == PengirimanSurel.objects.count() == pilihan.jumlah, final
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=AKAR,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    for nama, nilai, satuan in hasil:
        print(
            json.dumps(
                {
                    "name": nama,
                    "value": round(nilai, 2),
                    "unit": satuan,
                    "n": jumlah,
                    "commit": commit,
                    "python": platform.python_version(),
                    "database": connection.vendor,
                    "load": os.getloadavg()[0],
                }
            )
        )


if __name__ == "__main__":
    main()
