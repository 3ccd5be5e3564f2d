"""Closing a year: n evaluations set, delivered and made final, with everything that proves it.

Run: ``python bench/tutup_tahun.py [--jumlah 100000] [--pekerja 1]``; SQLite by default, PostgreSQL
through ``TERA_DATABASE_URL`` (there ``--pekerja 2`` lets two processes share the units). Prints
JSON lines: name, value, unit, n, commit, python, database, load.

Before the clock starts everybody has a plan of three RHK with two indicators each, verified
realisasi, the rater's ten marks and two ratings, and every unit its capaian. Then, by the room's
own bulk services, rater by rater as they press the button:

- **tetapkan**: predikat by the matrix, the unit's distribution looked at, the whole material frozen
  into the record, state row, audit link, event and receipt of each.
- **sampaikan**: delivery on screen, with the same rows.
- **finalkan**: the daily job, after the objection window.
- **distribusi**: the pattern of every unit that counts. **angka_kredit**: one conversion each.
- **antar** (with ``--antar``): the worker's deliveries of all that happened (follow-ups,
  conversions, notifications); then **antar_kueri** per event and receiver: queries and
  milliseconds of CPU per thousand deliveries of the rounds it was in (not part of the sum).
- **verifikasi**: every chain of the audit trail read again (not part of the sum).
- **pdf**: the form Evaluasi Kinerja from the frozen record, database to bytes, one core.

Seconds of the wall clock and of CPU (all our processes; PostgreSQL's own are not in it).
"""

import argparse
import datetime as dt
import json
import multiprocessing
import os
import resource
import sys
import tempfile
import time
import uuid
from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

AKAR = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(AKAR / "src"), str(AKAR)]
AWAL = dt.date(2025, 1, 1)
AKHIR = dt.date(2025, 12, 31)
TETAPKAN = dt.date(2026, 1, 12)
TERIMA = dt.date(2026, 1, 15)
FINAL = dt.date(2026, 3, 2)
JUMLAH_PDF = 400
RATING = ("sesuai", "sesuai", "sesuai", "sesuai", "di_atas", "sesuai", "sesuai", "di_bawah")
NILAI = ("BP", "AKU", "KOM", "HAR", "LOY", "ADA", "KOL")


def siapkan(jumlah: int) -> Any:
    """Write the agency and everything that stands before the predikat; returns the instansi."""
    from bench.impor import berkas
    from django.core.management import call_command
    from django.db import connection, transaction

    from tera.core.aktor import Aktor
    from tera.core.models import Pengguna
    from tera.organisasi.models import UnitKerja
    from tera.organisasi.services import impor_pegawai, impor_unor, tambah_instansi
    from tera.organisasi.services.penugasan import tambah_pejabat
    from tera.organisasi.services.periode import buat_periode_tahun

    call_command("migrate", verbosity=0)
    kode = f"T{int(time.time()) % 10**8}"
    instansi = tambah_instansi(
        aktor=None, kode=kode, nama=f"Uji {kode}", zona="Asia/Jakarta", jenis="daerah", pada=AWAL
    )
    sistem = Aktor.sistem(instansi.pk, instansi.zona)
    unor, orang = berkas(jumlah)
    impor_unor(aktor=sistem, nama_berkas="unor.xlsx", isi=unor, pada=AWAL, berlaku=AWAL)
    impor_pegawai(aktor=sistem, nama_berkas="pegawai.xlsx", isi=orang, pada=AWAL, berlaku=AWAL)
    akar = UnitKerja.objects.get(instansi=instansi, induk__isnull=True)
    bupati = tambah_pejabat(
        aktor=sistem, nama="Bupati Uji", gelar_belakang="", status="pejabat_negara",
        jabatan="Bupati", unit_id=akar.pk, sejak=AWAL, dasar="uji", pada=AWAL,
    )  # fmt: skip
    bupati.akun = Pengguna.objects.create_user(f"bupati.{kode}", instansi_id=instansi.pk)
    bupati.save(update_fields=["akun"])
    UnitKerja.objects.filter(instansi=instansi, jenis__in=["instansi", "opd"]).update(
        punya_perjanjian_kinerja=True
    )
    periode = buat_periode_tahun(aktor=sistem, tahun=2025, jenis_bagian="triwulan", pada=AWAL)
    with transaction.atomic():
        _tulis_bahan(instansi, periode)
    if connection.vendor == "postgresql":
        with connection.cursor() as kursor:
            kursor.execute("ANALYZE")  # as autovacuum does within minutes
    return instansi, periode


def _tulis_bahan(instansi: Any, periode: Any) -> None:
    from tera.core import clock
    from tera.core.sisip import sisip_massal
    from tera.evaluasi.models import CapaianOrganisasi, CatatanKerja, Evaluasi
    from tera.organisasi.models import HubunganPenilai, Penugasan, UnitKerja
    from tera.organisasi.selectors import berlaku_pada
    from tera.pelaksanaan.models import Realisasi
    from tera.skp.models import SKP, IndikatorKinerja, RencanaHasilKerja

    saat = clock.sekarang()
    penilai = dict(
        HubunganPenilai.objects.filter(
            berlaku_pada(TETAPKAN), penugasan__instansi=instansi, penilai__isnull=False
        ).values_list("penugasan_id", "penilai_id")
    )
    daftar = [
        SKP(
            instansi=instansi, pegawai_id=tugas.pegawai_id, penugasan=tugas, tahun=2025,
            mulai=AWAL, selesai=AKHIR, keluarga="ja_jf", pendekatan="kuantitatif",
            status="ditetapkan", penilai_id=penilai[tugas.pk],
        )
        for tugas in Penugasan.objects.filter(instansi=instansi, pk__in=penilai).select_related(
            "unit"
        )
    ]  # fmt: skip
    sisip_massal(daftar)
    rhk = [
        RencanaHasilKerja(
            skp=skp, urut=n, teks=f"Terlayaninya pemohon kelompok {n} tepat waktu",
        )
        for skp in daftar
        for n in range(1, 4)
    ]  # fmt: skip
    sisip_massal(rhk)
    indikator = [
        IndikatorKinerja(
            rhk=satu, aspek=aspek, teks=teks, target=target, satuan=satuan, urut=n,
            kunci=uuid.uuid4(),
        )
        for satu in rhk
        for n, (aspek, teks, target, satuan) in enumerate(
            (
                ("kuantitas", "Jumlah permohonan yang selesai", "400", "permohonan"),
                ("kualitas", "Persentase permohonan tanpa perbaikan", "95", "persen"),
            ),
            start=1,
        )
    ]  # fmt: skip
    sisip_massal(indikator)
    per_skp = {skp.pk: skp for skp in daftar}
    sisip_massal(
        [
            Realisasi(
                instansi=instansi, pegawai_id=(skp := per_skp[satu.rhk.skp_id]).pegawai_id,
                penugasan_id=skp.penugasan_id, skp=skp, periode=periode,
                rhk_kunci=satu.rhk.kunci, indikator_kunci=satu.kunci, nilai=Decimal(96),
                satuan=satu.satuan, target=satu.target, angka_target=Decimal(satu.target),
                persen=Decimal(101), target_tercapai=True, status="diverifikasi",
                pelapor_id=skp.pegawai_id, pemeriksa_id=skp.penilai_id, dilaporkan_at=saat,
                diperiksa_at=saat, revisi=1,
            )
            for satu in indikator
        ]
    )  # fmt: skip
    evaluasi = [
        Evaluasi(
            instansi=instansi, skp=skp, pegawai_id=skp.pegawai_id, periode=periode,
            unit_id=skp.penugasan.unit_id, status="dinilai", penilai_id=skp.penilai_id,
            rating_hasil_kerja="sesuai" if skp.penugasan.memimpin_unit else RATING[n % 8],
            rating_perilaku_kerja=RATING[n % 7],
            alasan_hasil_kerja="Target terlampaui pada indikator utama.", revisi=1,
        )
        for n, skp in enumerate(daftar)
    ]  # fmt: skip
    sisip_massal(evaluasi)
    per_rhk: defaultdict[int, list[str]] = defaultdict(list)
    for satu in rhk:
        per_rhk[satu.skp_id].append(str(satu.kunci))
    sisip_massal(
        [
            CatatanKerja(
                evaluasi=satu, oleh="penilai", unsur=unsur, kunci=kunci, level="sesuai",
                penanda_id=satu.penilai_id, ditandai_at=saat,
            )
            for satu in evaluasi
            for unsur, daftar_kunci in (("rhk", per_rhk[satu.skp_id]), ("perilaku", NILAI))
            for kunci in daftar_kunci
        ]
    )  # fmt: skip
    sisip_massal(
        [
            CapaianOrganisasi(
                instansi=instansi, unit=unit, periode=periode, level="baik",
                nama_penetap="Bupati Uji", ditetapkan_pada=TETAPKAN, ditetapkan_at=saat,
            )
            for unit in UnitKerja.objects.filter(instansi=instansi, punya_perjanjian_kinerja=True)
        ]
    )  # fmt: skip


def per_penilai(
    instansi: Any, periode: Any, layanan: Callable[..., Any], status: str, bagian: int, dari: int
) -> None:
    """Let every ``dari``-th rater, from number ``bagian`` on, take one step for the whole team."""
    from tera.core.aktor import Aktor
    from tera.evaluasi.models import Evaluasi
    from tera.organisasi.models import Pegawai

    daftar = Pegawai.objects.filter(
        pk__in=Evaluasi.objects.filter(periode=periode, status=status).values("penilai_id")
    ).order_by("pk")
    for penilai in list(daftar)[bagian::dari]:
        aktor = Aktor(penilai.akun_id, instansi.pk, penilai.pk, penilai.nama_lengkap, instansi.zona)
        hasil = layanan(
            aktor=aktor,
            daftar=list(
                Evaluasi.objects.filter(periode=periode, penilai=penilai, status=status).only("pk")
            ),
            pada=TETAPKAN,
        )
        if hasil.ditolak:
            raise SystemExit(f"ditolak: {hasil.ditolak[0][1]}")


def antar(catat: Callable[..., None], batas: int = 500) -> None:
    """Deliver as the worker does until nothing waits; tell each receiver's share of the cost."""
    from django.db import connection

    from tera.core import kejadian
    from tera.core.models import PengirimanKejadian

    per_penerima: defaultdict[str, list[float]] = defaultdict(lambda: [0, 0, 0])
    kueri = 0

    def hitung(jalankan: Callable[..., Any], *isi: Any) -> Any:
        nonlocal kueri
        kueri += 1
        return jalankan(*isi)

    with connection.execute_wrapper(hitung):
        while True:
            daftar = list(
                PengirimanKejadian.objects.filter(selesai_at__isnull=True)
                .order_by("id")
                .values_list("kejadian__nama", "penerima")[:batas]
            )
            if not daftar:
                break
            # One event and one receiver at a time: their runs as the worker forms them.
            awal, awal_kueri = cpu(), kueri
            if not kejadian.antar_tertunda(batas):
                raise SystemExit(f"tidak terantar: {daftar[:3]}")
            for nama, penerima in daftar:
                satu = per_penerima[f"{nama} → {penerima}"]
                satu[0] += 1
                satu[1] += (cpu() - awal) / len(daftar)
                satu[2] += (kueri - awal_kueri) / len(daftar)
    for nama, (jumlah, lama, tanya) in sorted(per_penerima.items()):
        catat("antar_kueri", tanya / jumlah * 1000, "per 1.000", kejadian=nama,
              antaran=int(jumlah), cpu_ms=round(lama / jumlah * 1e6))  # fmt: skip


def _sebagian(nama: str, instansi_id: int, periode_id: int, bagian: int, dari: int) -> None:
    """One process of several: its share of the raters."""
    import django

    django.setup()
    from tera.evaluasi import services
    from tera.organisasi.models import Instansi, Periode

    layanan, status = {
        "tetapkan": (services.tetapkan_banyak, "dinilai"),
        "sampaikan": (services.sampaikan_banyak, "ditetapkan"),
    }[nama]
    per_penilai(
        Instansi.objects.get(pk=instansi_id),
        Periode.objects.get(pk=periode_id),
        layanan,
        status,
        bagian,
        dari,
    )


def cpu() -> float:
    """Return CPU seconds of this process and of the children that ended."""
    return sum(
        satu.ru_utime + satu.ru_stime
        for satu in (
            resource.getrusage(resource.RUSAGE_SELF),
            resource.getrusage(resource.RUSAGE_CHILDREN),
        )
    )


def main() -> None:
    """Prepare, then measure each step."""
    urai = argparse.ArgumentParser()
    urai.add_argument("--jumlah", type=int, default=100_000)
    urai.add_argument("--pekerja", type=int, default=1)
    urai.add_argument("--antar", action="store_true", help="let the worker deliver what happened")
    argumen = urai.parse_args()
    os.environ["TERA_MODE"] = "uji"
    os.environ.setdefault("TERA_DATA", tempfile.mkdtemp(prefix="tera-bench-"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "tera.config.settings"
    import django

    django.setup()
    from bench.halaman import keterangan
    from django.conf import settings
    from django.db import connection

    from tera.core import audit
    from tera.dokumen.models import CetakanDokumen
    from tera.dokumen.pdf import render_pdf
    from tera.dokumen.selectors import cetakan_evaluasi
    from tera.evaluasi.models import Evaluasi
    from tera.evaluasi.selectors.distribusi import distribusi_banyak, unit_dihitung
    from tera.evaluasi.services import finalkan_yang_lewat, sampaikan_banyak, tetapkan_banyak
    from tera.organisasi import kebijakan
    from tera.regulasi.angka_kredit import angka_kredit
    from tera.regulasi.kategori import Jenjang, Predikat

    settings.DEBUG = False
    umum = {**keterangan(argumen.jumlah), "pekerja": argumen.pekerja}

    def catat(nama: str, nilai: float, satuan: str, **lain: Any) -> None:
        print(json.dumps({"name": f"tutup_tahun.{nama}", "value": round(nilai, 2), "unit": satuan,
                          **umum, **lain, "load": round(os.getloadavg()[0], 1)}),
              flush=True)  # fmt: skip

    jumlah_waktu = jumlah_cpu = 0.0

    def ukur(nama: str, apa: Callable[[], Any], *, dihitung: bool = True) -> Any:
        nonlocal jumlah_waktu, jumlah_cpu
        awal, awal_cpu = time.perf_counter(), cpu()
        hasil = apa()
        lama, lama_cpu = time.perf_counter() - awal, cpu() - awal_cpu
        catat(nama, lama, "s", cpu=round(lama_cpu, 2))
        if dihitung:
            jumlah_waktu, jumlah_cpu = jumlah_waktu + lama, jumlah_cpu + lama_cpu
        return hasil

    def langkah(nama: str, layanan: Callable[..., Any], status: str) -> None:
        if argumen.pekerja == 1:
            per_penilai(instansi, periode, layanan, status, 0, 1)
            return
        connection.close()
        proses = [
            multiprocessing.get_context("spawn").Process(
                target=_sebagian, args=(nama, instansi.pk, periode.pk, n, argumen.pekerja)
            )
            for n in range(argumen.pekerja)
        ]
        for satu in proses:
            satu.start()
        for satu in proses:
            satu.join()

    instansi, periode = siapkan(argumen.jumlah)
    jumlah = Evaluasi.objects.filter(periode=periode).count()
    ukur("tetapkan", lambda: langkah("tetapkan", tetapkan_banyak, "dinilai"))
    ukur("sampaikan", lambda: langkah("sampaikan", sampaikan_banyak, "ditetapkan"))
    Evaluasi.objects.filter(periode=periode).update(diterima_pada=TERIMA)
    final = ukur(
        "finalkan",
        lambda: finalkan_yang_lewat(instansi_id=instansi.pk, zona=instansi.zona, pada=FINAL),
    )
    if final != jumlah or Evaluasi.objects.filter(periode=periode).exclude(status="final").exists():
        raise SystemExit(f"{final} dari {jumlah} menjadi final")
    if Evaluasi.objects.filter(periode=periode, predikat="").exists():
        raise SystemExit("ada hasil tanpa predikat")
    if argumen.antar:
        ukur("antar", lambda: antar(catat), dihitung=False)
    aturan = kebijakan.semua(instansi_id=instansi.pk, pada=TETAPKAN)
    ukur(
        "distribusi",
        lambda: distribusi_banyak(
            daftar=list(unit_dihitung(instansi_id=instansi.pk, aturan=aturan)),
            periode=periode,
            aturan=aturan,
            pada=TETAPKAN,
        ),
    )
    ukur(
        "angka_kredit",
        lambda: [
            angka_kredit(
                jenjang=Jenjang.AHLI_PERTAMA, predikat=Predikat(satu), bulan=12, pada=AKHIR
            ).nilai
            for satu in Evaluasi.objects.filter(periode=periode).values_list("predikat", flat=True)
        ],
    )
    catat("jumlah", jumlah_waktu, "s", cpu=round(jumlah_cpu, 2), orang=jumlah)
    if not ukur("verifikasi", audit.verifikasi, dihitung=False).utuh:
        raise SystemExit("jejak audit putus")
    catat("memori_puncak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB")
    pks = list(Evaluasi.objects.filter(periode=periode).values_list("pk", flat=True)[:JUMLAH_PDF])

    def cetak(pk: int) -> None:
        evaluasi = Evaluasi.objects.select_related(
            "skp__penugasan__unit", "periode", "pegawai", "penilai", "instansi", "unit"
        ).get(pk=pk)
        render_pdf(cetakan_evaluasi(evaluasi, CetakanDokumen.Jenis.EVALUASI))

    for pk in pks[:5]:
        cetak(pk)
    awal_cpu = cpu()
    for pk in pks:
        cetak(pk)
    catat("pdf_per_detik_inti", len(pks) / (cpu() - awal_cpu), "dokumen/s", cetakan=len(pks))


if __name__ == "__main__":
    main()
