"""CPU per page at n people, beside its floor measured in the same run.

Run: ``python bench/halaman.py [--jumlah 10000] [--kali 40]``; SQLite by default, PostgreSQL through
``TERA_DATABASE_URL``. Prints JSON lines: name, value, unit, n, commit, python, database, load.

- **cpu**: process time of one request through the WSGI handler as a server calls it (all
  middleware, a signed-in session, the body read to its end), with a prepared environ. The server's
  own parsing of HTTP is not in it; neither is Django's test client, which no server runs.
- **lantai**, the floor: the page's own SQL through a bare cursor, rows fetched and thrown away,
  then the page's own templates rendered with every value in hand, those of the context processors
  too. No middleware, session, permission or model in it.
- **basis_data**, on a PostgreSQL of this machine only: CPU of the connection's backend, from
  ``/proc``. On SQLite the database works in our process and is part of ``cpu``.

Page and floor take turns in batches; the figure is the median of the batches, because a shared
machine disturbs some of them.
"""

import argparse
import datetime as dt
import io
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

AKAR = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(AKAR / "src"), str(AKAR)]
PADA = dt.date(2026, 11, 1)
KELOMPOK = 5


def siapkan(jumlah: int) -> dict[str, Any]:
    """Write an agency of ``jumlah`` people, each with a plan in force; returns who asks what."""
    from bench.impor import berkas
    from django.core.management import call_command

    from tera.core.aktor import Aktor
    from tera.evaluasi.services import buka_evaluasi
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
    skp_tim = SKP.objects.filter(penilai=atasan, status="ditetapkan").first()
    bagian = isi_kerja(instansi=instansi, penilai=atasan, skp=biasa_lain)
    evaluasi = buka_evaluasi(
        aktor=Aktor(atasan.akun_id, instansi.pk, atasan.pk, atasan.nama_lengkap, instansi.zona),
        skp=skp_tim, periode=periode, pada=PADA,
    )  # fmt: skip
    return {
        "evaluasi": evaluasi,
        "pegawai": biasa_lain.pegawai.akun,
        "penilai": atasan.akun,
        "pengelola": biasa.pegawai.akun,
        "skp": biasa_lain,
        "periode": periode,
        "bagian": bagian,
    }


def isi_kerja(*, instansi: Any, penilai: Any, skp: Any) -> Any:
    """Report one indicator of every RHK of everyone, the first of each not verified yet.

    Rencana aksi and evidence only where a measured page shows them: in the team of ``penilai`` and
    in ``skp``. Returns the quarter.
    """
    from django.db.models import Q
    from django.utils import timezone

    from tera.organisasi.models import Periode
    from tera.pelaksanaan.models import BuktiDukung, Realisasi, RencanaAksi
    from tera.skp.models import SKP, IndikatorKinerja, RencanaHasilKerja

    bagian = Periode.objects.get(
        instansi=instansi, jenis="triwulan", mulai__lte=PADA, selesai__gte=PADA
    )
    saat = timezone.now()
    Realisasi.objects.bulk_create(
        [
            Realisasi(
                instansi_id=instansi.pk, pegawai_id=pegawai, penugasan_id=tugas, skp_id=pk,
                periode_id=bagian.pk, rhk_kunci=rhk, indikator_kunci=kunci, nilai=97,
                satuan="persen", target="95 persen", angka_target=95, persen="102.11",
                target_tercapai=True, pelapor_id=pegawai, dilaporkan_at=saat,
                status="diverifikasi" if urut else "dilaporkan",
                pemeriksa_id=oleh if urut else None, diperiksa_at=saat if urut else None,
            )
            for pk, pegawai, tugas, oleh, rhk, kunci, urut in IndikatorKinerja.objects.filter(
                rhk__skp__instansi=instansi, rhk__skp__status="ditetapkan", aspek="kuantitas"
            ).values_list(
                "rhk__skp_id", "rhk__skp__pegawai_id", "rhk__skp__penugasan_id",
                "rhk__skp__penilai_id", "rhk__kunci", "kunci", "rhk__urut",
            )
        ],
        batch_size=2000,
    )  # fmt: skip
    baris = list(
        RencanaHasilKerja.objects.filter(
            skp__in=SKP.objects.filter(Q(penilai=penilai) | Q(pk=skp.pk), status="ditetapkan")
        ).select_related("skp")
    )
    milik = [
        {
            "instansi_id": instansi.pk, "pegawai_id": rhk.skp.pegawai_id, "skp": rhk.skp,
            "penugasan_id": rhk.skp.penugasan_id, "periode": bagian, "rhk_kunci": rhk.kunci,
        }
        for rhk in baris
    ]  # fmt: skip
    RencanaAksi.objects.bulk_create(
        [RencanaAksi(**satu, teks="Menutup permohonan yang tertunda") for satu in milik]
    )
    BuktiDukung.objects.bulk_create(
        [
            BuktiDukung(**satu, nama="Rekap loket", jenis="tautan", url="https://contoh.example/")
            for satu in milik
        ]
    )
    return bagian


def ukur(nama: str, akun: Any, alamat: str, kali: int, umum: dict[str, Any]) -> None:
    """Measure one page and its floor; prints one line per figure."""
    from django.db import connection

    minta = peminta(akun, alamat)
    halaman = minta()
    templat, isi, kueri = potret(minta)
    sql = [satu.replace("%", "%%") for satu in kueri if satu.lstrip().startswith("SELECT")]

    def lantai() -> None:
        from django.template import Context

        with connection.cursor() as kursor:
            for satu in sql:
                kursor.execute(satu, [])
                kursor.fetchall()
        templat.render(Context(isi))

    per_kelompok = max(1, kali // KELOMPOK)
    penuh, dasar, basis_data = [], [], 0.0
    minta(), lantai()
    for _ in range(KELOMPOK):
        awal = cpu_basis_data()
        penuh.append(cpu(minta, per_kelompok))
        basis_data += cpu_basis_data() - awal
        dasar.append(cpu(lantai, per_kelompok))
    angka = [
        ("cpu", round(statistics.median(penuh), 2), "ms"),
        ("lantai", round(statistics.median(dasar), 2), "ms"),
        ("banding_lantai", round(statistics.median(penuh) / statistics.median(dasar), 2), "kali"),
        ("kueri", len(kueri), "kueri"),
        ("html", len(halaman), "bita"),
    ]
    if pid_basis_data():
        kali_semua = per_kelompok * KELOMPOK
        angka.insert(1, ("basis_data", round(basis_data / kali_semua * 1000, 2), "ms"))
    for akhiran, nilai, satuan in angka:
        print(json.dumps({"name": f"halaman.{nama}.{akhiran}", "value": nilai, "unit": satuan,
                          **umum, "load": round(os.getloadavg()[0], 1)}))  # fmt: skip


def peminta(akun: Any, alamat: str) -> Callable[[], bytes]:
    """Return the request of a signed-in person: each call goes through the WSGI handler once."""
    from django.test import Client

    from tera.config.wsgi import application

    klien = Client()
    klien.force_login(akun)
    kuki = "; ".join(f"{satu.key}={satu.value}" for satu in klien.cookies.values())
    jalur, _tanya, kueri = alamat.partition("?")

    def minta() -> bytes:
        status: list[str] = []
        jawaban = application(
            {
                "REQUEST_METHOD": "GET", "PATH_INFO": jalur, "QUERY_STRING": kueri,
                "SERVER_NAME": "testserver", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1",
                "REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "testserver", "HTTP_COOKIE": kuki,
                "HTTP_ACCEPT_LANGUAGE": "id", "wsgi.url_scheme": "http",
                "wsgi.input": io.BytesIO(b""), "wsgi.errors": sys.stderr,
            },
            lambda kata, _kepala, _galat=None: status.append(kata),
        )  # fmt: skip
        badan = b"".join(jawaban)
        # Not ``jawaban.close()``: it would end the connection that a server keeps.
        assert status[0].startswith("200"), (alamat, status)
        return badan

    return minta


def potret(minta: Callable[[], bytes]) -> tuple[Any, dict[str, Any], list[str]]:
    """Return the page's template, every value it was given, and its SQL."""
    from django.db import connection
    from django.test import signals
    from django.test.utils import (
        CaptureQueriesContext,
        setup_test_environment,
        teardown_test_environment,
    )

    daftar: list[tuple[Any, dict[str, Any]]] = []

    def tangkap(sender: object, template: Any, context: Any, **_lain: object) -> None:
        if not daftar:
            daftar.append((template, context.flatten()))

    setup_test_environment(debug=False)
    signals.template_rendered.connect(tangkap)
    with CaptureQueriesContext(connection) as kueri:
        minta()
    signals.template_rendered.disconnect(tangkap)
    teardown_test_environment()
    return *daftar[0], [satu["sql"] for satu in kueri.captured_queries]


def cpu(apa: Callable[[], object], kali: int) -> float:
    """Return milliseconds of this process's CPU for one call."""
    mulai = time.process_time()
    for _ in range(kali):
        apa()
    return (time.process_time() - mulai) / kali * 1000


def pid_basis_data() -> int:
    """Return the process of our PostgreSQL connection when it runs on this machine, else 0."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_backend_pid()")
        pid = int(kursor.fetchone()[0])
    nama = Path(f"/proc/{pid}/comm")
    return pid if nama.is_file() and nama.read_text().startswith("postgres") else 0


def cpu_basis_data() -> float:
    """Return seconds of CPU that the connection's backend has used so far; 0 when unknown."""
    pid = pid_basis_data()
    if not pid:
        return 0.0
    kolom = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(kolom[11]) + int(kolom[12])) / os.sysconf("SC_CLK_TCK")


def keterangan(jumlah: int) -> dict[str, Any]:
    """Return what every figure carries: size, commit, versions."""
    from django.db import connection

    commit = subprocess.run(
        ["git", "-C", str(AKAR), "rev-parse", "--short", "HEAD"],
        capture_output=True, text=True, check=False,
    ).stdout.strip()  # fmt: skip
    return {
        "n": jumlah,
        "commit": commit,
        "python": platform.python_version(),
        "database": connection.vendor,
    }


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
    from django.urls import reverse

    # As in production: templates are compiled once.
    settings.DEBUG = False
    orang = siapkan(argumen.jumlah)
    umum = keterangan(argumen.jumlah)
    for nama, akun, alamat in (
        ("beranda_pegawai", orang["pegawai"], "/"),
        ("beranda_penilai", orang["penilai"], "/"),
        ("skp_rincian", orang["pegawai"], reverse("skp:rincian", args=[orang["skp"].pk])),
        ("skp_antrean", orang["penilai"], reverse("skp:antrean")),
        ("skp_ringkasan_unit", orang["pengelola"], reverse("skp:unit")),
        (
            "evaluasi_pantau",
            orang["pengelola"],
            reverse("evaluasi:pantau", args=[orang["periode"].pk]),
        ),
        ("pelaksanaan_unit", orang["pengelola"], reverse("pelaksanaan:unit")),
        (
            "evaluasi_tim",
            orang["penilai"],
            reverse("evaluasi:tim", args=[orang["periode"].pk]),
        ),
        (
            "evaluasi_menilai",
            orang["penilai"],
            reverse("evaluasi:rincian", args=[orang["evaluasi"].pk]),
        ),
        ("pegawai_daftar", orang["pengelola"], reverse("organisasi:pegawai")),
        (
            "pelaksanaan_saya",
            orang["pegawai"],
            reverse("pelaksanaan:lembar", args=[orang["skp"].pk, orang["bagian"].pk]),
        ),
        ("pelaksanaan_tim", orang["penilai"], reverse("pelaksanaan:tim")),
    ):
        ukur(nama, akun, alamat, argumen.kali, umum)


if __name__ == "__main__":
    main()
