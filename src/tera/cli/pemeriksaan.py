"""Commands that check: settings before use, the audit chains."""

import argparse
import stat
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tera.cli import cetak


@dataclass(frozen=True, slots=True)
class Temuan:
    """One line of the check."""

    kode: str
    baik: bool
    pesan: str


def periksa(argumen: argparse.Namespace) -> int:
    """Check settings, secrets, database and static files; exit 1 when something is weak."""
    daftar = [
        *_pengaturan(),
        *_rahasia(),
        *_basis_data(),
        *_latihan(),
        *_peraturan(),
    ]
    baik = all(temuan.baik for temuan in daftar)
    cetak(
        argumen,
        {
            "baik": baik,
            "temuan": [{"kode": t.kode, "baik": t.baik, "pesan": t.pesan} for t in daftar],
        },
        "\n".join(f"{'baik ' if t.baik else 'LEMAH'}  {t.kode}: {t.pesan}" for t in daftar),
    )
    return 0 if baik else 1


def verifikasi_audit(argumen: argparse.Namespace) -> int:
    """Check every chain and every daily root; exit 1 and name what is broken."""
    from tera.core import akar, audit

    hasil = audit.verifikasi()
    harian = akar.periksa_akar()
    putus = [{"rantai": r, "urut": u, "sebab": s} for r, u, s in hasil.daftar_putus]
    teks = f"{hasil.jumlah_baris} baris jejak diperiksa: " + (
        "utuh."
        if hasil.utuh
        else "RUSAK.\n" + "\n".join(f"  {p['rantai']} #{p['urut']}: {p['sebab']}" for p in putus)
    )
    salah = [{"tanggal": tanggal, "sebab": sebab} for tanggal, sebab in harian.daftar_salah]
    teks += f"\n{harian.jumlah} akar harian dihitung ulang: " + (
        "cocok."
        if harian.cocok
        else "TIDAK COCOK.\n" + "\n".join(f"  {s['tanggal']}: {s['sebab']}" for s in salah)
    )
    terbaru = harian.terbaru
    if terbaru is not None:
        teks += (
            f"\nAkar {terbaru.tanggal}: {terbaru.akar}\nBandingkan dengan yang disimpan di luar "
            "sistem ini (surel inspektorat atau halaman /verifikasi/akar/ yang dicetak)."
        )
    utuh = hasil.utuh and harian.cocok
    cetak(
        argumen,
        {
            "baris": hasil.jumlah_baris,
            "utuh": utuh,
            "putus": putus,
            "akar": {
                "jumlah": harian.jumlah,
                "salah": salah,
                "terbaru": terbaru and {"tanggal": terbaru.tanggal, "akar": terbaru.akar},
            },
        },
        teks,
    )
    return 0 if utuh else 1


def _pengaturan() -> list[Temuan]:
    from django.conf import settings

    alamat = urlsplit(settings.TERA_ALAMAT)
    lokal = alamat.hostname in {"localhost", "127.0.0.1", "::1"}
    return [
        Temuan(
            "mode",
            settings.LINGKUNGAN.mode == "produksi",
            "TERA_MODE=produksi."
            if settings.LINGKUNGAN.mode == "produksi"
            else f"TERA_MODE={settings.LINGKUNGAN.mode}: hanya untuk mencoba. Setel ke produksi.",
        ),
        Temuan(
            "alamat",
            settings.LINGKUNGAN.https or lokal,
            f"TERA_ALAMAT={settings.TERA_ALAMAT}"
            + (
                ""
                if settings.LINGKUNGAN.https or lokal
                else ": tanpa TLS sandi bisa dibaca di jaringan. Pakai https://."
            ),
        ),
        Temuan(
            "host",
            "*" not in settings.ALLOWED_HOSTS,
            f"host yang dilayani: {', '.join(settings.ALLOWED_HOSTS)}",
        ),
    ]


def _rahasia() -> list[Temuan]:
    from django.conf import settings

    daftar = []
    for berkas in sorted((Path(settings.TERA_DATA) / "rahasia").iterdir()):
        mode = stat.S_IMODE(berkas.stat().st_mode)
        daftar.append(
            Temuan(f"rahasia/{berkas.name}", mode & 0o077 == 0, f"izin berkas {mode:04o}")
        )
    return daftar


def _basis_data() -> list[Temuan]:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        pelaksana = MigrationExecutor(connection)
        menunggu = pelaksana.migration_plan(pelaksana.loader.graph.leaf_nodes())
    except Exception as galat:
        return [Temuan("basis_data", False, f"tidak bisa dibuka: {type(galat).__name__}")]
    return [
        Temuan(
            "basis_data",
            not menunggu,
            f"{connection.vendor}, "
            + ("mutakhir" if not menunggu else f"{len(menunggu)} migrasi menunggu: tera migrate"),
        )
    ]


def _latihan() -> list[Temuan]:
    """In practice nobody needs a password: nothing but the demo may lie in that database."""
    from django.conf import settings
    from django.db import DatabaseError

    from tera.contoh.services import KODE
    from tera.organisasi.models import Instansi

    if not settings.TERA_LATIHAN:
        return []
    try:
        lain = sorted(Instansi.objects.exclude(kode=KODE).values_list("kode", flat=True))
    except DatabaseError as galat:
        return [Temuan("latihan", False, f"isinya tidak terbaca: {type(galat).__name__}")]
    return [
        Temuan(
            "latihan",
            not lain,
            "TERA_LATIHAN=ya, hanya instansi contoh."
            if not lain
            else f"TERA_LATIHAN=ya, tetapi ada instansi lain: {', '.join(lain)}. Halaman masuknya "
            "tanpa sandi. Atur ulang: tera latihan atur-ulang.",
        )
    ]


def _peraturan() -> list[Temuan]:
    from tera.regulasi.pemuat import periksa_semua

    jumlah = periksa_semua()
    return [Temuan("regulasi", True, f"{jumlah} catatan hukum bertanggal termuat, semua berdasar")]
