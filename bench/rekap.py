"""Roll-ups by size: CPU of the pages that count a whole agency, and how it grows.

Run: ``python bench/rekap.py [--jumlah 1000 10000 100000] [--kali 20]``; SQLite by default.
PostgreSQL through ``TERA_DATABASE_URL``: one size for each database. Each size runs in a process
and (on SQLite) a folder of its own; ``--folder`` keeps the folders, so that a second run measures
the same people again. Prints JSON lines as ``bench/halaman.py``, then the exponents of growth.

- **cpu**, **lantai**, **basis_data**: see ``bench/halaman.py``; nothing changed between looks.
- **sesudah_langkah**: the same page right after one more person took a step.
- **dari_kosong**: the first look of all, when nothing has been counted yet.
"""

import argparse
import datetime as dt
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

AKAR = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(AKAR / "src"), str(AKAR)]


def ramaikan(periode: Any) -> None:
    """Give the people of ``bench.halaman.siapkan`` every state: none, late, evaluated, reported."""
    from django.db import connection

    from tera.core import clock
    from tera.evaluasi.models import Evaluasi, Swakaji
    from tera.organisasi.models import Periode
    from tera.pelaksanaan.models import Realisasi
    from tera.skp.models import SKP

    acak = random.Random(5)
    kini = clock.sekarang()
    instansi = periode.instansi
    tw4 = Periode.objects.get(instansi=instansi, jenis="triwulan", urut=4)
    semua = list(SKP.objects.filter(instansi=instansi).select_related("penugasan"))
    for n, skp in enumerate(semua):
        skp.terlambat = n % 20 == 1
        if n % 10 == 3:
            skp.status = "dibatalkan"
        elif skp.status == "ditetapkan":
            skp.pertama_disunting_at = kini - dt.timedelta(days=40 * acak.random() + 20)
            skp.diajukan_at = kini - dt.timedelta(days=10 + 10 * acak.random())
            skp.ditetapkan_at = kini - dt.timedelta(days=10 * acak.random())
    SKP.objects.bulk_update(
        semua,
        ["status", "terlambat", "pertama_disunting_at", "diajukan_at", "ditetapkan_at"],
        batch_size=100,
    )
    ada = set(Evaluasi.objects.filter(periode=periode).values_list("skp_id", flat=True))
    tetap = [skp for skp in semua if skp.status == "ditetapkan"]
    status = ["terbuka", "dinilai", "ditetapkan", "ditetapkan", "disampaikan", "final"]
    nilai = ["sangat_baik", "baik", "baik", "baik", "butuh_perbaikan", "kurang"]
    daftar = []
    for n, skp in enumerate(tetap):
        if n % 3 == 0 or skp.pk in ada:
            continue
        satu = status[n % 6]
        jadi = satu not in {"terbuka", "dinilai"}
        daftar.append(
            Evaluasi(
                instansi=instansi, skp=skp, pegawai_id=skp.pegawai_id, periode=periode,
                unit_id=skp.penugasan.unit_id, status=satu, penilai_id=skp.penilai_id,
                predikat=nilai[n // 6 % 6] if jadi else "",
                ditetapkan_pada=kini.date() - dt.timedelta(days=n % 23) if jadi else None,
            )
        )  # fmt: skip
    Evaluasi.objects.bulk_create(daftar, batch_size=500)
    Swakaji.objects.bulk_create(
        [Swakaji(evaluasi=satu, dikirim_at=kini) for satu in daftar[::2]], batch_size=500
    )
    Realisasi.objects.bulk_create(
        (
            Realisasi(
                instansi=instansi, pegawai_id=skp.pegawai_id, penugasan_id=skp.penugasan_id,
                skp=skp, periode=tw4, rhk_kunci=uuid.uuid4(), indikator_kunci=uuid.uuid4(),
                nilai=90, target_tercapai=n % 3 == 0, dilaporkan_at=kini,
                status="diverifikasi" if n % 2 else "dilaporkan",
            )
            for n, skp in enumerate(tetap)
            if n % 4
            for _ in range(3)
        ),
        batch_size=500,
    )  # fmt: skip
    if connection.vendor == "postgresql":
        with connection.cursor() as kursor:
            kursor.execute("ANALYZE")


def _orang(jumlah: int) -> dict[str, Any]:
    """Return who asks: of people written earlier into this database, or written now."""
    from bench.halaman import siapkan
    from django.core.management import call_command

    from tera.organisasi.models import Instansi, PeranPetugas, Periode
    from tera.skp.models import SKP

    call_command("migrate", verbosity=0)
    for instansi in Instansi.objects.order_by("-pk"):
        if abs(instansi.daftar_pegawai.count() - jumlah) <= 2:
            break
    else:
        periode = siapkan(jumlah)["periode"]
        ramaikan(periode)
        instansi = periode.instansi
    return {
        "instansi": instansi,
        "pengelola": PeranPetugas.objects.get(instansi=instansi, peran="pengelola").pegawai.akun,
        "periode": Periode.objects.get(instansi=instansi, jenis="tahunan"),
        "skp": SKP.objects.filter(instansi=instansi, status="diajukan").order_by("pk").first(),
    }


def _satu_ukuran(jumlah: int, kali: int) -> None:
    os.environ["TERA_MODE"] = "uji"
    os.environ["DJANGO_SETTINGS_MODULE"] = "tera.config.settings"
    import django

    django.setup()
    from bench import halaman
    from django.conf import settings
    from django.db import connection
    from django.urls import reverse

    settings.DEBUG = False
    orang = _orang(jumlah)
    umum = halaman.keterangan(jumlah)
    daftar = [
        ("skp_unit", reverse("skp:unit")),
        ("skp_unit_tetap", reverse("skp:unit") + "?status=ditetapkan"),
        ("evaluasi_pantau", reverse("evaluasi:pantau", args=[orang["periode"].pk])),
        ("pelaksanaan_unit", reverse("pelaksanaan:unit")),
        ("beranda_petugas", "/"),
    ]
    for nama, alamat in daftar:
        minta = halaman.peminta(orang["pengelola"], alamat)
        kosong = halaman.cpu(minta, 1)
        _cetak(f"rekap.{nama}.dari_kosong", kosong, "ms", umum)
        halaman.ukur(nama, orang["pengelola"], alamat, kali, umum)
        _cetak(f"rekap.{nama}.sesudah_langkah", _sesudah(orang["skp"], minta), "ms", umum)
    if connection.vendor == "sqlite":
        connection.close()


def _sesudah(skp: Any, minta: Callable[[], bytes], kali: int = 5) -> float:
    """Return the page's CPU right after a step of one person, the middle of some tries."""
    from bench.halaman import cpu

    hasil = []
    for n in range(kali):
        skp.revisi += 1
        skp.status = "dikembalikan" if n % 2 == 0 else "diajukan"
        skp.save(update_fields=["revisi", "status"])
        hasil.append(cpu(minta, 1))
        time.sleep(0.01)
    return sorted(hasil)[kali // 2]


def _cetak(nama: str, nilai: float, satuan: str, umum: dict[str, Any]) -> None:
    print(json.dumps({"name": nama, "value": round(nilai, 2), "unit": satuan, **umum}), flush=True)


def main() -> None:
    """Measure each size in a process of its own, then print the exponents."""
    urai = argparse.ArgumentParser()
    urai.add_argument("--jumlah", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    urai.add_argument("--kali", type=int, default=20)
    urai.add_argument("--folder", type=Path, default=None)
    urai.add_argument("--satu", action="store_true", help="measure one size in this process")
    argumen = urai.parse_args()
    if argumen.satu:
        _satu_ukuran(argumen.jumlah[0], argumen.kali)
        return
    from bench.skala import pangkat

    folder = argumen.folder or Path(tempfile.mkdtemp(prefix="tera-bench-"))
    cpu: dict[str, dict[int, float]] = {}
    for jumlah in argumen.jumlah:
        data = folder / str(jumlah)
        data.mkdir(parents=True, exist_ok=True)
        jalan = subprocess.run(
            [sys.executable, __file__, "--satu", "--jumlah", str(jumlah), "--kali",
             str(argumen.kali)],
            env={**os.environ, "TERA_DATA": str(data)},
            stdout=subprocess.PIPE, text=True, check=True,
        )  # fmt: skip
        print(jalan.stdout, end="", flush=True)
        for baris in map(json.loads, jalan.stdout.splitlines()):
            if baris["name"].endswith(".cpu"):
                cpu.setdefault(baris["name"], {})[jumlah] = baris["value"]
    for nama, nilai in cpu.items():
        for kecil, besar in zip(argumen.jumlah, argumen.jumlah[1:], strict=False):
            naik = pangkat([(satu, nilai[satu]) for satu in (kecil, besar)])
            print(json.dumps({"name": f"{nama}.pangkat", "value": round(naik, 2),
                              "unit": "pangkat", "n": [kecil, besar]}))  # fmt: skip


if __name__ == "__main__":
    main()
