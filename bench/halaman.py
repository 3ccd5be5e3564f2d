"""CPU per page at n people, beside its floor measured in the same run.

Run: ``python bench/halaman.py [--jumlah 10000] [--kali 40]``; SQLite by default, PostgreSQL through
``TERA_DATABASE_URL``. The floor runs the page's own SQL through a bare cursor and renders the
page's own templates with the values already in hand. Prints JSON lines: name, value, unit, n,
commit, python, database.
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
from pathlib import Path
from typing import Any

AKAR = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(AKAR / "src"), str(AKAR)]
PADA = dt.date(2026, 11, 1)


def siapkan(jumlah: int) -> dict[str, Any]:
    """Write an agency of ``jumlah`` people, each with a plan in force; returns who asks what."""
    from bench.impor import berkas
    from django.core.management import call_command

    from tera.core.aktor import Aktor
    from tera.organisasi.models import HubunganPenilai, Pegawai, Penugasan, PeranPetugas, UnitKerja
    from tera.organisasi.services import impor_pegawai, impor_unor, tambah_instansi
    from tera.organisasi.services.penugasan import tambah_pejabat
    from tera.organisasi.services.periode import buat_periode_tahun
    from tera.skp.models import SKP, IndikatorKinerja, RencanaHasilKerja

    call_command("migrate", verbosity=0)
    kode = f"H{int(time.time()) % 10**8}"
    instansi = tambah_instansi(
        aktor=None, kode=kode, nama=f"Uji {kode}", zona="Asia/Jakarta", jenis="daerah", pada=PADA
    )
    sistem = Aktor.sistem(instansi.pk, instansi.zona)
    unor, orang = berkas(jumlah)
    impor_unor(aktor=sistem, nama_berkas="unor.xlsx", isi=unor, pada=PADA, berlaku=PADA)
    impor_pegawai(aktor=sistem, nama_berkas="pegawai.xlsx", isi=orang, pada=PADA, berlaku=PADA)
    akar = UnitKerja.objects.get(instansi=instansi, induk__isnull=True)
    tambah_pejabat(
        aktor=sistem, nama="Bupati Uji", gelar_belakang="", status="pejabat_negara",
        jabatan="Bupati", unit_id=akar.pk, sejak=PADA, dasar="uji", pada=PADA,
    )  # fmt: skip
    periode = buat_periode_tahun(aktor=sistem, tahun=2026, jenis_bagian="triwulan", pada=PADA)
    daftar = list(
        Penugasan.objects.filter(instansi=instansi, pegawai__akun__isnull=False).select_related(
            "pegawai"
        )
    )
    penilai = dict(
        HubunganPenilai.objects.filter(penugasan__instansi=instansi).values_list(
            "penugasan_id", "penilai_id"
        )
    )
    SKP.objects.bulk_create(
        [
            SKP(
                instansi=instansi, pegawai=p.pegawai, penugasan=p, tahun=2026, mulai=PADA,
                selesai=dt.date(2026, 12, 31), keluarga="ja_jf", pendekatan="kuantitatif",
                status="ditetapkan" if n % 5 else "diajukan", penilai_id=penilai.get(p.pk),
            )
            for n, p in enumerate(daftar)
        ],
        batch_size=500,
    )  # fmt: skip
    semua = list(SKP.objects.filter(instansi=instansi).values_list("pk", flat=True))
    RencanaHasilKerja.objects.bulk_create(
        [
            RencanaHasilKerja(skp_id=pk, teks=f"Terlayaninya pemohon kelompok {n}", urut=n)
            for pk in semua
            for n in range(4)
        ],
        batch_size=2000,
    )
    IndikatorKinerja.objects.bulk_create(
        [
            IndikatorKinerja(rhk_id=pk, aspek=aspek, teks="Persentase permohonan selesai tepat "
                             "waktu", target="95 persen", urut=n)
            for pk in RencanaHasilKerja.objects.filter(skp__instansi=instansi).values_list(
                "pk", flat=True
            )
            for n, aspek in enumerate(("kuantitas", "kualitas", "waktu"))
        ],
        batch_size=5000,
    )  # fmt: skip
    biasa = (
        SKP.objects.filter(instansi=instansi, status="ditetapkan")
        .select_related("pegawai__akun")
        .order_by("-pk")[0]
    )
    atasan = Pegawai.objects.select_related("akun").get(pk=biasa.penilai_id)
    PeranPetugas.objects.create(
        instansi=instansi, pegawai=biasa.pegawai, peran="pengelola", unit=akar, sejak=PADA,
        dasar="uji",
    )  # fmt: skip
    biasa_lain = (
        SKP.objects.filter(instansi=instansi, status="ditetapkan")
        .select_related("pegawai__akun")
        .order_by("-pk")[1]
    )
    return {
        "pegawai": biasa_lain.pegawai.akun,
        "penilai": atasan.akun,
        "pengelola": biasa.pegawai.akun,
        "skp": biasa_lain,
        "skp_tim": SKP.objects.filter(penilai=atasan, status="ditetapkan").first(),
        "periode": periode,
    }


def ukur(nama: str, akun: Any, alamat: str, kali: int, umum: dict[str, Any]) -> None:
    """Measure one page and its floor; prints one line per figure."""
    from django.db import connection
    from django.template.base import Template
    from django.test import Client, signals
    from django.test.utils import (
        CaptureQueriesContext,
        setup_test_environment,
        teardown_test_environment,
    )

    klien = Client()
    klien.force_login(akun)
    jawaban = klien.get(alamat)
    assert jawaban.status_code == 200, (alamat, jawaban.status_code)
    setup_test_environment(debug=False)
    potret: list[tuple[Template, Any]] = []

    def tangkap(sender: object, template: Template, context: Any, **_lain: object) -> None:
        if not potret:
            potret.append((template, context))

    signals.template_rendered.connect(tangkap)
    with CaptureQueriesContext(connection) as kueri:
        jawaban = klien.get(alamat)
    signals.template_rendered.disconnect(tangkap)
    teardown_test_environment()
    sql = [
        satu["sql"] for satu in kueri.captured_queries if satu["sql"].lstrip().startswith("SELECT")
    ]
    # Read now: the next request clears the log.
    jumlah_kueri = len(kueri)
    templat, konteks = potret[0]
    halaman = jawaban.content

    def lantai() -> None:
        with connection.cursor() as kursor:
            for satu in sql:
                kursor.execute(satu.replace("%", "%%"), [])
                kursor.fetchall()
        templat.render(konteks)

    def cpu(apa: Any) -> float:
        apa()
        mulai = time.process_time()
        for _ in range(kali):
            apa()
        return (time.process_time() - mulai) / kali * 1000

    penuh, dasar = cpu(lambda: klien.get(alamat)), cpu(lantai)
    for akhiran, nilai, satuan in (
        ("cpu", round(penuh, 2), "ms"),
        ("lantai", round(dasar, 2), "ms"),
        ("banding_lantai", round(penuh / dasar, 2), "kali"),
        ("kueri", jumlah_kueri, "kueri"),
        ("html", len(halaman), "bita"),
    ):
        print(json.dumps({"name": f"halaman.{nama}.{akhiran}", "value": nilai, "unit": satuan,
                          **umum}))  # fmt: skip


def main() -> None:
    """Measure every page of the list."""
    urai = argparse.ArgumentParser()
    urai.add_argument("--jumlah", type=int, default=10_000)
    urai.add_argument("--kali", type=int, default=40)
    argumen = urai.parse_args()
    os.environ["TERA_MODE"] = "uji"
    os.environ.setdefault("TERA_DATA", tempfile.mkdtemp(prefix="tera-bench-"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "tera.config.settings"
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.urls import reverse

    # As in production: templates are compiled once.
    settings.DEBUG = False
    orang = siapkan(argumen.jumlah)
    commit = subprocess.run(
        ["git", "-C", str(AKAR), "rev-parse", "--short", "HEAD"],
        capture_output=True, text=True, check=False,
    ).stdout.strip()  # fmt: skip
    umum = {
        "n": argumen.jumlah,
        "commit": commit,
        "python": platform.python_version(),
        "database": connection.vendor,
    }
    for nama, akun, alamat in (
        ("beranda_pegawai", orang["pegawai"], "/"),
        ("beranda_penilai", orang["penilai"], "/"),
        ("skp_rincian", orang["pegawai"], reverse("skp:rincian", args=[orang["skp"].pk])),
        ("skp_antrean", orang["penilai"], reverse("skp:antrean")),
        ("skp_ringkasan_unit", orang["pengelola"], reverse("skp:unit")),
        (
            "evaluasi_tim",
            orang["penilai"],
            reverse("evaluasi:tim", args=[orang["periode"].pk]),
        ),
        ("pegawai_daftar", orang["pengelola"], reverse("organisasi:pegawai")),
    ):
        ukur(nama, akun, alamat, argumen.kali, umum)


if __name__ == "__main__":
    main()
