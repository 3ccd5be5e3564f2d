"""From the click to the stored result: one run of the analysis over an agency of n people.

Run: ``python bench/kalibrasi.py [--jumlah 10000] [--kali 1] [--profil]``; SQLite by default,
PostgreSQL through ``TERA_DATABASE_URL``. Prints JSON lines: name, value, unit, n, commit, python,
database, load. With ``TERA_DATA`` (or the same PostgreSQL) the agency of an earlier run is used
again.

Before the clock starts everybody has an evaluation with a level decided, seven marks of the
penilai, and a closed round per OPD with the sealed answers of four colleagues (heads: of four
subordinates too); half have the blind marks of the second superior. Then the pengelola asks
(``minta_analisis``) and the job does the run (``kerjakan_analisis``), database included:

- **minta**, **membaca**, **menghitung**, **memeriksa**, **menyimpan**: wall and CPU per stage.
- **seluruh**: their sum, the figure with a target (20 s at 10,000). **basis_data**: CPU of the
  connection's PostgreSQL backend, where it runs on this machine.
- **pita**: evaluations that got bands, of **penilaian** ratings read: that there was work to do.
- **sidik**: the first digits of the outcome's digest under the fixed seed, to compare two versions.
"""

import argparse
import cProfile
import datetime as dt
import io
import json
import os
import pstats
import random
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any
from unittest.mock import patch

AKAR = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(AKAR / "src"), str(AKAR)]
AWAL = dt.date(2026, 1, 1)
PADA = dt.date(2026, 12, 10)
BENIH = 20261129
REKAN = 4
TINGKAT = ("di_bawah", "sesuai", "di_atas")
BATAS = (-1.2, 0.9)


def siapkan(jumlah: int) -> tuple[Any, Any]:
    """Write the agency, or find it again; returns instansi and period."""
    from bench.impor import berkas
    from django.core.management import call_command
    from django.db import connection, transaction

    from tera.core.aktor import Aktor
    from tera.core.sisip import jeda_gc
    from tera.kalibrasi.models import PengaktifanAnalisis
    from tera.organisasi.models import Periode, UnitKerja
    from tera.organisasi.services import impor_pegawai, impor_unor, tambah_instansi
    from tera.organisasi.services.penugasan import tambah_pejabat
    from tera.organisasi.services.periode import buat_periode_tahun

    call_command("migrate", verbosity=0)
    for aktif in PengaktifanAnalisis.objects.select_related("instansi"):
        if abs(aktif.instansi.daftar_pegawai.count() - jumlah) <= 2:
            return aktif.instansi, Periode.objects.get(instansi=aktif.instansi, jenis="tahunan")
    kode = f"K{int(time.time()) % 10**8}"
    instansi = tambah_instansi(
        aktor=None, kode=kode, nama=f"Uji {kode}", zona="Asia/Jakarta", jenis="daerah", pada=AWAL
    )
    sistem = Aktor.sistem(instansi.pk, instansi.zona)
    unor, orang = berkas(jumlah)
    impor_unor(aktor=sistem, nama_berkas="unor.xlsx", isi=unor, pada=AWAL, berlaku=AWAL)
    impor_pegawai(aktor=sistem, nama_berkas="pegawai.xlsx", isi=orang, pada=AWAL, berlaku=AWAL)
    akar = UnitKerja.objects.get(instansi=instansi, induk__isnull=True)
    tambah_pejabat(
        aktor=sistem, nama="Bupati Uji", gelar_belakang="", status="pejabat_negara",
        jabatan="Bupati", unit_id=akar.pk, sejak=AWAL, dasar="uji", pada=AWAL,
    )  # fmt: skip
    periode = buat_periode_tahun(aktor=sistem, tahun=2026, jenis_bagian="triwulan", pada=AWAL)
    with transaction.atomic(), jeda_gc():
        _tulis_penilaian(instansi, periode)
    if connection.vendor == "postgresql":
        with connection.cursor() as kursor:
            kursor.execute("ANALYZE")  # as autovacuum does within minutes
    return instansi, periode


def _tulis_penilaian(instansi: Any, periode: Any) -> None:
    from tera.core import clock
    from tera.core.models import Berkas
    from tera.core.sisip import sisip_massal
    from tera.evaluasi.models import CatatanKerja, Evaluasi
    from tera.kalibrasi.models import PengaktifanAnalisis
    from tera.organisasi.models import HubunganPenilai, Penugasan
    from tera.organisasi.selectors import berlaku_pada
    from tera.regulasi.berakhlak import daftar_nilai
    from tera.skp.models import SKP

    saat = clock.sekarang()
    acak = random.Random(11)
    kode = [satu.kode for satu in daftar_nilai(pada=periode.selesai)]
    nilai: defaultdict[int, float] = defaultdict(lambda: acak.gauss(0, 1))
    ketat: defaultdict[int, float] = defaultdict(lambda: acak.gauss(0, 0.6))

    def jawab(siapa: int, orang: int) -> list[int]:
        rasa = nilai[orang] - ketat[siapa] + acak.gauss(0, 0.7)
        butir = [rasa + acak.gauss(0, 1) for _ in kode]
        return [(satu > BATAS[0]) + (satu > BATAS[1]) for satu in butir]

    atas = {
        tugas: (penilai, atasan)
        for tugas, penilai, atasan in HubunganPenilai.objects.filter(
            berlaku_pada(PADA), penugasan__instansi=instansi, penilai__isnull=False
        ).values_list("penugasan_id", "penilai_id", "atasan_penilai_id")
    }
    daftar = [
        SKP(
            instansi=instansi, pegawai_id=tugas.pegawai_id, penugasan=tugas, tahun=2026,
            mulai=AWAL, selesai=periode.selesai, keluarga="ja_jf", pendekatan="kuantitatif",
            status="ditetapkan", penilai_id=atas[tugas.pk][0],
        )
        for tugas in Penugasan.objects.filter(instansi=instansi, pk__in=atas).select_related("unit")
    ]  # fmt: skip
    sisip_massal(daftar)
    evaluasi, catatan = [], []
    for skp in daftar:
        milik = jawab(skp.penilai_id, skp.pegawai_id)
        satu = Evaluasi(
            instansi=instansi, skp=skp, pegawai_id=skp.pegawai_id, periode=periode,
            unit_id=skp.penugasan.unit_id, status="dinilai", penilai_id=skp.penilai_id,
            rating_hasil_kerja="sesuai", rating_perilaku_kerja=TINGKAT[sorted(milik)[3]],
            revisi=1,
        )  # fmt: skip
        evaluasi.append(satu)
        atasan = atas[skp.penugasan_id][1]
        for oleh, siapa, isi in (
            ("penilai", skp.penilai_id, milik),
            ("atasan_penilai", atasan, jawab(atasan, skp.pegawai_id) if atasan else []),
        ):
            if siapa is None or (oleh != "penilai" and skp.pegawai_id % 2):
                continue
            catatan += [
                (satu, oleh, kunci, TINGKAT[level], siapa)
                for kunci, level in zip(kode, isi, strict=True)
            ]
    sisip_massal(evaluasi)
    sisip_massal(
        [
            CatatanKerja(
                evaluasi=satu, oleh=oleh, unsur="perilaku", kunci=kunci, level=level,
                penanda_id=siapa, ditandai_at=saat,
            )
            for satu, oleh, kunci, level, siapa in catatan
        ]
    )  # fmt: skip
    _tulis_putaran(instansi, periode, daftar, jawab, acak)
    berkas = Berkas.objects.create(
        instansi_id=instansi.pk, nama="keputusan.pdf", jenis_isi="application/pdf", ukuran=1,
        sidik="0" * 64, keperluan="uji", dibuat_at=saat,
    )  # fmt: skip
    PengaktifanAnalisis.objects.create(
        instansi=instansi, nomor="800/1/2026", tanggal=AWAL, berkas=berkas,
        penilaian_dampak="uji", diumumkan_pada=AWAL, sejak=AWAL,
        pembinaan_sampai=dt.date(2026, 12, 31), nama_pencatat="uji", dicatat_at=saat,
    )  # fmt: skip


def _tulis_putaran(
    instansi: Any, periode: Any, daftar: list[Any], jawab: Any, acak: random.Random
) -> None:
    from tera.core import clock
    from tera.core.sisip import sisip_massal
    from tera.organisasi.models import UnitKerja
    from tera.umpan_balik.models import KunciPasangan, PutaranPegawai, PutaranUmpanBalik, Responden
    from tera.umpan_balik.services.putaran import butir_bawaan
    from tera.umpan_balik.services.putaran_segel import kunci_baru, segel

    opd = list(UnitKerja.objects.filter(instansi=instansi, jenis="opd").order_by("pk"))
    putaran = [
        PutaranUmpanBalik(
            instansi=instansi, periode=periode, unit=satu, nama="Umpan balik 2026",
            butir=butir_bawaan(periode.selesai), k=4, mulai=dt.date(2026, 10, 1),
            selesai=dt.date(2026, 10, 21), kunci_tersegel=kunci_baru(), nama_aktor="uji",
            dibuat_at=clock.sekarang(),
        )
        for satu in opd
    ]  # fmt: skip
    sisip_massal(putaran)
    peserta = []
    per_unit: defaultdict[int, list[int]] = defaultdict(list)
    bawahan: defaultdict[int, list[int]] = defaultdict(list)
    for skp in daftar:
        unit = skp.penugasan.unit
        letak = next((n for n, satu in enumerate(opd) if unit.path.startswith(satu.path)), None)
        per_unit[unit.pk].append(skp.pegawai_id)
        bawahan[skp.penilai_id].append(skp.pegawai_id)
        if letak is not None:
            peserta.append(
                PutaranPegawai(
                    instansi=instansi, putaran=putaran[letak], pegawai_id=skp.pegawai_id,
                    penugasan=skp.penugasan, unit=unit, status="hasil_dibuka", kemajuan="semua",
                )
            )  # fmt: skip
    sisip_massal(peserta)
    responden = []
    for satu in peserta:
        rekan = [pk for pk in per_unit[satu.unit_id] if pk != satu.pegawai_id]
        for hubungan, calon in (("rekan", rekan), ("bawahan", bawahan[satu.pegawai_id])):
            responden += [
                Responden(
                    putaran_pegawai=satu, pegawai_id=pk, hubungan=hubungan, asal="undian",
                    sudah_mengisi=True,
                )
                for pk in acak.sample(calon, min(REKAN, len(calon)))
                if hubungan == "bawahan" or pk not in bawahan[satu.pegawai_id]
            ]  # fmt: skip
    sisip_massal(responden)
    sisip_massal(
        [
            KunciPasangan(
                responden=satu,
                isi_tersegel=segel(
                    satu.putaran_pegawai.putaran,
                    {"nilai": jawab(satu.pegawai_id, satu.putaran_pegawai.pegawai_id)},
                ),
            )
            for satu in responden
        ]
    )


def ukur(instansi: Any, periode: Any) -> tuple[dict[str, tuple[float, float]], float, Any]:
    """Do one run; returns wall and CPU per stage, the database's CPU, the run."""
    from bench.halaman import cpu_basis_data

    from tera.core.aktor import Aktor
    from tera.kalibrasi.models import Analisis
    from tera.kalibrasi.services import jalan, minta_analisis

    titik: list[tuple[str, float, float]] = []

    def catat(tahap: str) -> None:
        titik.append((tahap, time.perf_counter(), time.process_time()))

    asli = jalan._sampai

    def sampai(analisis_id: int, tahap: str) -> None:
        catat(tahap)
        asli(analisis_id, tahap)

    basis = cpu_basis_data()
    catat("minta")
    # A fixed seed; and the job is done below, not by the test mode's queue inside the request.
    with (
        patch.object(jalan, "antrekan"),
        patch.object(jalan.secrets, "randbelow", return_value=BENIH),
    ):
        satu = minta_analisis(
            aktor=Aktor.sistem(instansi.pk, instansi.zona), periode=periode, pada=PADA
        )
    catat(Analisis.Tahap.MEMBACA)
    with patch.object(jalan, "_sampai", sampai):
        jalan.kerjakan_analisis(satu.pk)
    catat("")
    tahap = {
        str(nama): (titik[n + 1][1] - wall, titik[n + 1][2] - cpu)
        for n, (nama, wall, cpu) in enumerate(titik[:-1])
    }
    satu.refresh_from_db()
    return tahap, cpu_basis_data() - basis, satu


def main() -> None:
    """Prepare, run, print."""
    urai = argparse.ArgumentParser()
    urai.add_argument("--jumlah", type=int, default=10_000)
    urai.add_argument("--kali", type=int, default=1)
    urai.add_argument("--profil", action="store_true", help="print where the time goes instead")
    argumen = urai.parse_args()
    os.environ["TERA_MODE"] = "uji"
    os.environ.setdefault("TERA_DATA", tempfile.mkdtemp(prefix="tera-bench-"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "tera.config.settings"
    import django

    django.setup()
    from bench.halaman import keterangan
    from django.conf import settings

    from tera.core import clock

    settings.DEBUG = False
    with clock.jam_beku(dt.datetime(2026, 12, 10, 3, tzinfo=dt.UTC)):
        instansi, periode = siapkan(argumen.jumlah)
        umum = keterangan(argumen.jumlah)
        for _ in range(argumen.kali):
            if argumen.profil:
                profil = cProfile.Profile()
                profil.runcall(ukur, instansi, periode)
                keluar = io.StringIO()
                pstats.Stats(profil, stream=keluar).sort_stats("cumulative").print_stats(70)
                print(keluar.getvalue())
                continue
            tahap, basis, satu = ukur(instansi, periode)
            if satu.status != "selesai":
                raise SystemExit(f"analisis {satu.status}: {satu.pesan}")
            jumlah = [sum(nilai) for nilai in zip(*tahap.values(), strict=True)]
            baris: list[tuple[str, Any, str]] = []
            for nama, (wall, cpu) in [*tahap.items(), ("seluruh", jumlah)]:
                baris += [(nama, round(wall, 2), "s"), (f"{nama}_cpu", round(cpu, 2), "s")]
            baris += [
                ("basis_data_cpu", round(basis, 2), "s"),
                ("pita", satu.ringkasan["berpita"], "evaluasi"),
                ("penilaian", satu.jumlah_penilaian, "penilaian"),
                ("sidik", satu.sidik_hasil[:16], "sha256"),
            ]
            for nama, nilai, satuan in baris:
                satu_angka = {"name": f"kalibrasi.{nama}", "value": nilai, "unit": satuan}
                beban = {"load": round(os.getloadavg()[0], 1)}
                print(json.dumps(satu_angka | umum | beban), flush=True)


if __name__ == "__main__":
    main()
