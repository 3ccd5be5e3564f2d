"""Figures of the import: seconds and memory for n people from XLSX into a fresh database.

Run: ``python bench/impor.py [--jumlah 100000]`` with ``TERA_DATA`` naming an empty folder (one is
made when unset). Prints JSON lines: name, value, unit, n, commit, python, database.
"""

import argparse
import datetime as dt
import io
import json
import os
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))
PADA = dt.date(2026, 11, 1)
JUDUL = [
    "NIP", "NAMA", "GELAR DEPAN", "GELAR BELAKANG", "TEMPAT LAHIR", "TANGGAL LAHIR",
    "JENIS KELAMIN", "NIK", "STATUS", "GOLONGAN", "TMT GOLONGAN", "JENIS JABATAN", "JABATAN",
    "JENJANG", "ESELON", "TMT JABATAN", "UNOR ID", "UNOR NAMA", "UNOR INDUK", "KEDUDUKAN HUKUM",
    "TMT CPNS", "PENDIDIKAN", "EMAIL", "NO HP",
]  # fmt: skip


def nip_ke(nomor: int, acak: random.Random) -> tuple[str, str]:
    """Return one invented NIP, unique per number, and its birth date."""
    lahir = dt.date(1968, 1, 1) + dt.timedelta(days=nomor % 11_000)
    mulai = lahir.year + 22 + acak.randrange(4)
    urut = 1 + nomor // 11_000
    nip = f"{lahir:%Y%m%d}{mulai}{1 + nomor % 12:02d}{1 + nomor % 2}{urut:03d}"
    return nip, f"{lahir:%d-%m-%Y}"


def berkas(jumlah: int) -> tuple[bytes, bytes]:
    """Return the unor and pegawai workbooks of an invented agency of ``jumlah`` people."""
    import xlsxwriter

    acak = random.Random(7)
    # About 40 people to a unit at any size, so that a team is the same at 1,000 and at 100,000.
    jumlah_opd = max(1, jumlah // 800)
    jumlah_bidang = max(1, jumlah // 40 // jumlah_opd - 1)
    unit: list[list[str]] = [["U1", "", "Pemerintah Uji", "Bupati", "", "U1", "", "instansi"]]
    for opd in range(jumlah_opd):
        induk = f"D{opd}"
        unit.append([induk, "U1", f"Dinas {opd}", f"Kepala Dinas {opd}", "II.b", induk, "", "opd"])
        for bidang in range(jumlah_bidang):
            nama = f"Bidang {bidang} Dinas {opd}"
            unit.append(
                [f"{induk}-{bidang}", induk, nama, f"Kepala {nama}", "III.b", induk, "", "bidang"]
            )
    orang: list[list[str]] = []
    for nomor in range(jumlah):
        nip, lahir = nip_ke(nomor, acak)
        if nomor + 1 < len(unit):
            satu = unit[nomor + 1]
            satu[6] = nip
            jenis, jabatan, eselon = "1", satu[3], satu[4]
        else:
            satu = unit[1 + nomor % (len(unit) - 1)]
            jenis, eselon = "4", ""
            jabatan = f"Pengolah Data {nomor % 40}"
        orang.append([
            nip, f"Orang Uji {nomor}", "", "S.E.", "Kota Uji", lahir,
            "M" if nip[14] == "1" else "F", "9900000000000000", "PNS", "III/c", "01-04-2022",
            jenis, jabatan, "", eselon, f"01-{1 + nomor % 12:02d}-{2019 + nomor % 8}", satu[0],
            satu[2], "", "Aktif", "01-03-2010", "S-1", f"{nip}@uji.invalid", "0899",
        ])  # fmt: skip
    judul_unor = [
        "ID", "ID ATASAN", "NAMA UNOR", "NAMA JABATAN", "ESELON", "INDUK UNOR", "PEMIMPIN NIP",
        "JENIS",
    ]  # fmt: skip
    hasil = []
    for judul, baris in ((judul_unor, unit), (JUDUL, orang)):
        keluar = io.BytesIO()
        buku = xlsxwriter.Workbook(keluar, {"constant_memory": True})
        lembar = buku.add_worksheet()
        for letak, isi in enumerate([judul, *baris]):
            for kolom, teks in enumerate(isi):
                lembar.write_string(letak, kolom, teks)
        buku.close()
        hasil.append(keluar.getvalue())
    return hasil[0], hasil[1]


def main() -> None:
    """Write the files in a process of their own, then measure the import alone."""
    urai = argparse.ArgumentParser()
    urai.add_argument("--jumlah", type=int, default=100_000)
    urai.add_argument("--tulis", type=Path, default=None, help="only write the two files")
    argumen = urai.parse_args()
    os.environ.setdefault("TERA_MODE", "uji")
    folder = Path(os.environ.setdefault("TERA_DATA", tempfile.mkdtemp(prefix="tera-bench-")))
    folder.mkdir(parents=True, exist_ok=True)
    if argumen.tulis:
        unor, pegawai = berkas(argumen.jumlah)
        (argumen.tulis / "unor.xlsx").write_bytes(unor)
        (argumen.tulis / "pegawai.xlsx").write_bytes(pegawai)
        return
    subprocess.run(
        [sys.executable, __file__, "--jumlah", str(argumen.jumlah), "--tulis", str(folder)],
        check=True,
    )
    os.environ["DJANGO_SETTINGS_MODULE"] = "tera.config.settings"
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from tera.core.aktor import Aktor
    from tera.organisasi.models import HubunganPenilai
    from tera.organisasi.services import impor_pegawai, impor_unor, tambah_instansi

    call_command("migrate", verbosity=0)
    kode = f"B{int(time.time()) % 10**8}"
    instansi = tambah_instansi(kode=kode, nama=f"Uji {kode}", pada=PADA)
    aktor = Aktor.sistem(instansi.pk, instansi.zona)

    def catat(nama: str, nilai: float, satuan: str) -> None:
        commit = subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
        )
        print(
            json.dumps(
                {
                    "name": nama,
                    "value": round(nilai, 2),
                    "unit": satuan,
                    "n": argumen.jumlah,
                    "commit": commit.stdout.strip(),
                    "python": platform.python_version(),
                    "database": connection.vendor,
                }
            ),
            flush=True,
        )

    unor = (folder / "unor.xlsx").read_bytes()
    pegawai = (folder / "pegawai.xlsx").read_bytes()
    awal = time.perf_counter()
    impor_unor(aktor=aktor, nama_berkas="unor.xlsx", isi=unor, pada=PADA)
    catat("impor_unor", time.perf_counter() - awal, "s")
    for nama in ("impor_pegawai", "impor_pegawai_ulang"):
        awal = time.perf_counter()
        hasil = impor_pegawai(aktor=aktor, nama_berkas="pegawai.xlsx", isi=pegawai, pada=PADA)
        catat(nama, time.perf_counter() - awal, "s")
        if not hasil.diimpor:
            raise SystemExit(f"ditolak: {dict(hasil.alasan)} {hasil.rincian[:3]}")
    catat("memori_puncak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB")
    catat("hubungan_penilai", HubunganPenilai.objects.filter(instansi=instansi).count(), "baris")


if __name__ == "__main__":
    main()
