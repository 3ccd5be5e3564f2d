"""The mass issue at year's end: conversions of n JF proposed by the job, then established.

Run: ``python bench/angka_kredit.py [--jumlah 5000]``; SQLite by default, PostgreSQL through
``TERA_DATABASE_URL``. Prints JSON lines: name, value, unit, n, commit, python, database, load.

Everybody has a jenjang and a final yearly result; twenty people share a penilai.

- **usulkan**: seconds of the job, its batches and progress. **ulangi**: the same job once more; it
  finds nothing to do. **tetapkan**: each penilai establishes all at once, with state rows, audit
  links, receipts and the rows of the ledger. **daftar**: the first page of the unit's list.
"""

import argparse
import datetime as dt
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
PADA = dt.date(2026, 3, 2)
SAAT = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
PER_PENILAI = 20


def siapkan(jumlah: int) -> Any:
    """Write ``jumlah`` JF with a result of 2025 and their penilai; returns the cast."""
    from django.core.management import call_command

    from pemeran import buat_pemeran
    from tera.angka_kredit.models import MasaJenjang
    from tera.evaluasi.models import HasilTerdahulu
    from tera.organisasi.models import HubunganPenilai, Jabatan, Pegawai, Penugasan

    call_command("migrate", verbosity=0)
    para = buat_pemeran()
    jabatan = Jabatan.objects.create(
        instansi=para.instansi, nama="Perawat Ahli Muda", jenis="fungsional", jenjang="ahli_muda"
    )

    def orang(awalan: str, banyak: int) -> list[Pegawai]:
        return Pegawai.objects.bulk_create(
            [
                Pegawai(
                    instansi=para.instansi, nama=f"{awalan} {n:06d}", status="pns",
                    golongan="III/c", tmt_golongan=dt.date(2022, 4, 1),
                )
                for n in range(banyak)
            ],
            batch_size=500,
        )  # fmt: skip

    penilai = orang("Penilai", -(-jumlah // PER_PENILAI))
    daftar = orang("Orang", jumlah)
    tugas = Penugasan.objects.bulk_create(
        [
            Penugasan(
                instansi=para.instansi, pegawai=satu, unit=para.bidang, jabatan=jabatan,
                sejak=dt.date(2022, 1, 1),
            )
            for satu in daftar
        ],
        batch_size=500,
    )  # fmt: skip
    HubunganPenilai.objects.bulk_create(
        [
            HubunganPenilai(
                instansi=para.instansi, penugasan=satu, penilai=penilai[n // PER_PENILAI],
                dasar="atasan_langsung", penjelasan="-", sejak=dt.date(2022, 1, 1),
            )
            for n, satu in enumerate(tugas)
        ],
        batch_size=500,
    )  # fmt: skip
    HasilTerdahulu.objects.bulk_create(
        [
            HasilTerdahulu(
                instansi=para.instansi, pegawai=satu, tahun=2025, predikat="baik",
                rating_hasil_kerja="sesuai", rating_perilaku_kerja="sesuai", sumber="uji",
                nama_aktor="uji", diimpor_at=SAAT,
            )
            for satu in daftar
        ],
        batch_size=500,
    )  # fmt: skip
    MasaJenjang.objects.bulk_create(
        [
            MasaJenjang(
                instansi=para.instansi, pegawai=satu, jabatan=jabatan.nama, jenjang="ahli_muda",
                golongan="III/c", cara_masuk="promosi", mulai=dt.date(2023, 1, 1), nomor_sk="1",
                tanggal_sk=dt.date(2022, 12, 1), nama_pencatat="uji", dicatat_at=SAAT,
            )
            for satu in daftar
        ],
        batch_size=500,
    )  # fmt: skip
    return para


def terbitkan(para: Any) -> None:
    """One mass issue of the whole kabupaten."""
    from tera.angka_kredit.models import PenerbitanMassal
    from tera.angka_kredit.services.massal import kerjakan_penerbitan

    satu = PenerbitanMassal.objects.create(
        instansi=para.instansi, unit=para.kabupaten, tahun=2025, nama_aktor="uji", dibuat_at=SAAT
    )
    kerjakan_penerbitan(satu.pk, pada=PADA)


def tetapkan(para: Any) -> None:
    """Every penilai establishes what waits, in one go."""
    from collections import defaultdict

    from tera.angka_kredit.models import KonversiPredikat
    from tera.angka_kredit.services import tetapkan_konversi
    from tera.core.aktor import Aktor

    per_penilai: defaultdict[int, list[int]] = defaultdict(list)
    for penilai, pk in KonversiPredikat.objects.values_list("penilai_id", "pk"):
        per_penilai[penilai or 0].append(pk)
    for penilai, nomor in per_penilai.items():
        aktor = Aktor(None, para.instansi.pk, penilai, "Penilai", para.instansi.zona)
        tetapkan_konversi(aktor=aktor, daftar_pk=nomor, pada=PADA)


def daftar(para: Any) -> None:
    """The first page of the unit's list."""
    from tera.angka_kredit.selectors.unit import baris_unit, masa_unit

    baris_unit(daftar=list(masa_unit(unit=para.kabupaten, pada=PADA)[:50]), pada=PADA)


def main() -> None:
    """Run it and print its lines."""
    argumen = argparse.ArgumentParser(description=__doc__)
    argumen.add_argument("--jumlah", type=int, default=5000)
    jumlah = argumen.parse_args().jumlah
    os.environ.setdefault("TERA_MODE", "uji")
    os.environ.setdefault("TERA_DATA", tempfile.mkdtemp(prefix="tera-angka-kredit-"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tera.config.settings")
    import django

    django.setup()
    from django.db import connection

    para = siapkan(jumlah)
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=AKAR,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    kerja: tuple[tuple[str, Callable[[Any], None]], ...] = (
        ("usulkan", terbitkan),
        ("ulangi", terbitkan),
        ("tetapkan", tetapkan),
        ("daftar", daftar),
    )
    for nama, lakukan in kerja:
        mulai = time.perf_counter()
        lakukan(para)
        print(
            json.dumps(
                {
                    "nama": f"angka_kredit.{nama}",
                    "nilai": round(time.perf_counter() - mulai, 3),
                    "satuan": "detik",
                    "n": jumlah,
                    "commit": commit,
                    "python": platform.python_version(),
                    "basis_data": connection.vendor,
                    "beban": os.getloadavg()[0],
                }
            ),
            flush=True,
        )


if __name__ == "__main__":
    main()
