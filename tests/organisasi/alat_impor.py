"""Small invented spreadsheets for the import tests."""

import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from tera.core.aktor import Aktor
from tera.organisasi.models import Instansi
from tera.organisasi.services import impor_pegawai, impor_unor, tambah_instansi

CONTOH = Path(__file__).resolve().parent.parent / "data" / "contoh_instansi"
PADA = dt.date(2026, 11, 2)
JUDUL_UNOR = [
    "ID", "ID ATASAN", "NAMA UNOR", "NAMA JABATAN", "ESELON", "INDUK UNOR", "PEMIMPIN NIP", "JENIS",
]  # fmt: skip
POHON = [
    ["A", "", "Pemerintah Uji", "Bupati", "", "A", "", "instansi"],
    ["B", "A", "Dinas Uji", "Kepala Dinas Uji", "II.b", "B", "197001011995011001", "opd"],
    ["C", "B", "Bidang Satu", "Kepala Bidang Satu", "III.b", "B", "197502022000011002", "bidang"],
    ["D", "B", "SD Uji", "Kepala SD Uji", "", "B", "198001012005011005", "sekolah"],
]
JUDUL = [
    "NIP", "NAMA", "TANGGAL LAHIR", "JENIS KELAMIN", "STATUS", "GOLONGAN", "JENIS JABATAN",
    "JABATAN", "JENJANG", "ESELON", "TMT JABATAN", "UNOR ID", "KEDUDUKAN HUKUM", "EMAIL", "NIK",
]  # fmt: skip


def orang(**ganti: Any) -> list[Any]:
    """Return one good row; keywords (header names with _) replace cells."""
    isi: dict[str, Any] = dict(
        zip(
            JUDUL,
            [
                "199003032015011003", "Andi Uji", "03-03-1990", "M", "PNS", "III/c", "4",
                "Pengolah Data", "", "", "01-02-2026", "C", "Aktif", "andi@uji.invalid",
                "9900000000000001",
            ],
            strict=True,
        )
    )  # fmt: skip
    isi |= {kunci.replace("_", " "): nilai for kunci, nilai in ganti.items()}
    return [isi[kunci] for kunci in JUDUL]


def kepala_dinas(**ganti: Any) -> list[Any]:
    """Return the row of the head of the Dinas."""
    return orang(**({
        "NIP": "197001011995011001", "NAMA": "Fajar Kepala", "TANGGAL_LAHIR": "01-01-1970",
        "JENIS_JABATAN": "1", "JABATAN": "Kepala Dinas Uji", "ESELON": "II.b", "UNOR_ID": "B",
    } | ganti))  # fmt: skip


def kepala_bidang(**ganti: Any) -> list[Any]:
    """Return the row of the head of the Bidang."""
    return orang(**({
        "NIP": "197502022000011002", "NAMA": "Budi Penilai", "TANGGAL_LAHIR": "02-02-1975",
        "JENIS_JABATAN": "1", "JABATAN": "Kepala Bidang Satu", "ESELON": "III.b",
    } | ganti))  # fmt: skip


def kepala_sekolah(**ganti: Any) -> list[Any]:
    """Return the row of the head of the school: a JF."""
    return orang(**({
        "NIP": "198001012005011005", "NAMA": "Hasan Kepsek", "TANGGAL_LAHIR": "01-01-1980",
        "JENIS_JABATAN": "2", "JABATAN": "Kepala SD Uji", "JENJANG": "Ahli Madya", "UNOR_ID": "D",
    } | ganti))  # fmt: skip


def guru(**ganti: Any) -> list[Any]:
    """Return the row of a teacher of the school."""
    return orang(**({
        "NIP": "199505052020012006", "NAMA": "Indah Guru", "TANGGAL_LAHIR": "05-05-1995",
        "JENIS_KELAMIN": "F", "JENIS_JABATAN": "2", "JABATAN": "Guru Ahli Pertama",
        "JENJANG": "Ahli Pertama", "UNOR_ID": "D",
    } | ganti))  # fmt: skip


SEMUA = [kepala_dinas(), kepala_bidang(), kepala_sekolah(), guru(), orang()]


def xlsx(baris: Sequence[Sequence[Any]]) -> bytes:
    """Return a workbook of these rows as they are: text as text, numbers as numbers."""
    keluar = io.BytesIO()
    buku = xlsxwriter.Workbook(keluar, {"in_memory": True})
    tanggal = buku.add_format({"num_format": "dd-mm-yyyy"})
    lembar = buku.add_worksheet()
    for letak, satu in enumerate(baris):
        for kolom, isi in enumerate(satu):
            if isinstance(isi, dt.date):
                lembar.write_datetime(letak, kolom, isi, tanggal)
            elif isinstance(isi, (int, float)):
                lembar.write_number(letak, kolom, isi)
            elif isi not in (None, ""):
                lembar.write_string(letak, kolom, isi)
    buku.close()
    return keluar.getvalue()


def instansi_uji(kode: str = "99") -> Instansi:
    """Register an instansi."""
    return tambah_instansi(kode=kode, nama=f"Uji {kode}", pada=PADA)


def aktor_sistem(instansi: Instansi) -> Aktor:
    """Return the command line's aktor."""
    return Aktor.sistem(instansi.pk, instansi.zona)


def impor_pohon(instansi: Instansi, baris: Sequence[Sequence[Any]] = POHON, **opsi: Any) -> Any:
    """Import a tree."""
    return impor_unor(
        aktor=aktor_sistem(instansi),
        nama_berkas="unor.xlsx",
        isi=xlsx([JUDUL_UNOR, *baris]),
        pada=opsi.pop("pada", PADA),
        **opsi,
    )


def impor_orang(instansi: Instansi, baris: Sequence[Sequence[Any]], **opsi: Any) -> Any:
    """Import people."""
    return impor_pegawai(
        aktor=aktor_sistem(instansi),
        nama_berkas="pegawai.xlsx",
        isi=xlsx([JUDUL, *baris]),
        pada=opsi.pop("pada", PADA),
        **opsi,
    )
