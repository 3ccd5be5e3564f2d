"""Puts a backup back: everything is checked before anything is changed, and again afterwards."""

import shutil
import tempfile
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from tera.core import akar as akar_harian
from tera.core import audit, clock
from tera.core.cadangan import arsip as isi_arsip
from tera.core.cadangan import mesin
from tera.core.galat import MasukanSalahError


@dataclass(frozen=True, slots=True)
class HasilPulih:
    """What was put back, and what the check afterwards found."""

    manifes: isi_arsip.Manifes
    jumlah_migrasi: int
    jumlah_jejak: int
    jumlah_akar: int
    rahasia: str  # "dari_arsip", "cocok" or "berbeda"
    daftar_salah: tuple[str, ...]
    lama: Path | None


def pulihkan(*, asal: Path, timpa: bool = False) -> HasilPulih:
    """Restore ``asal`` into this installation (``TERA_DATA``, ``TERA_DATABASE_URL``).

    Nothing may be serving meanwhile. With ``timpa`` a filled installation is replaced; the old
    SQLite file is kept beside the new one. ``daftar_salah`` names what does not agree afterwards.

    Raises:
        MasukanSalahError: the archive is damaged, of another engine or a newer version, or the
            installation is not empty. Nothing was changed.
    """
    data = Path(settings.TERA_DATA)
    folder_berkas = Path(settings.TERA_FOLDER_BERKAS)
    terisi = mesin.sudah_terisi() or any(folder_berkas.glob("*/*"))
    if terisi and not timpa:
        raise MasukanSalahError(
            f"Pemasangan ini ({data}) sudah berisi data, jadi tidak ditimpa. Pulihkan ke TERA_DATA "
            "dan basis data yang kosong, atau ulangi dengan --timpa bila memang harus diganti.",
            kode="sudah_berisi",
        )
    with tempfile.TemporaryDirectory(prefix=".pulih-", dir=data) as nama_sementara:
        sementara = Path(nama_sementara)
        manifes = _bongkar(asal, sementara)
        lama = None
        tanda = f"sebelum-pulih-{clock.sekarang():%Y%m%dT%H%M%S}"
        if terisi and connection.vendor == "sqlite":
            lama = data / f"tera.sqlite3.{tanda}"
        if terisi and manifes.memuat_rahasia:
            # A key that was overwritten can't be made again.
            shutil.copytree(data / "rahasia", data / f"rahasia.{tanda}")
        mesin.pulihkan_basis_data(sementara / isi_arsip.BASIS_DATA[manifes.mesin], simpan_lama=lama)
        rahasia = _pindahkan(sementara, data, folder_berkas, manifes)
    salah = _bandingkan(manifes)
    menunggu = _jumlah_menunggu()
    call_command("migrate", interactive=False, verbosity=0)
    rantai = audit.verifikasi()
    harian = akar_harian.periksa_akar()
    salah += [f"jejak {r} #{u}: {sebab}" for r, u, sebab in rantai.daftar_putus]
    salah += [f"akar {tanggal}: {sebab}" for tanggal, sebab in harian.daftar_salah]
    return HasilPulih(
        manifes, menunggu, rantai.jumlah_baris, harian.jumlah, rahasia, tuple(salah), lama
    )


def _bongkar(asal: Path, tujuan: Path) -> isi_arsip.Manifes:
    """Check the whole archive and unpack it aside."""
    try:
        with zipfile.ZipFile(asal) as arsip:
            manifes = isi_arsip.baca_manifes(arsip)
            _periksa_cocok(manifes)
            perlu = sum(int(baris["ukuran"]) for baris in manifes.daftar_isi.values())
            if perlu > isi_arsip.ruang_kosong(tujuan):
                raise MasukanSalahError(
                    f"Ruang kosong di {tujuan.parent} kurang: arsip ini perlu {perlu // 10**6 + 1} "
                    "MB. Kosongkan tempat, lalu ulangi.",
                    kode="ruang_kurang",
                )
            isi_arsip.keluarkan(arsip, manifes, tujuan)
    except FileNotFoundError as galat:
        raise MasukanSalahError(
            f"Arsip {asal} tidak ada. Periksa nama dan foldernya.", kode="tidak_ada"
        ) from galat
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as galat:
        raise isi_arsip.rusak(str(galat)[:120] or type(galat).__name__) from galat
    return manifes


def _periksa_cocok(manifes: isi_arsip.Manifes) -> None:
    if manifes.mesin != connection.vendor:
        raise MasukanSalahError(
            f"Arsip ini dari {manifes.mesin}, sedangkan pemasangan ini memakai {connection.vendor}."
            " Setel TERA_DATABASE_URL sesuai arsipnya: kosong untuk SQLite, postgres://… untuk "
            "PostgreSQL.",
            kode="mesin_lain",
        )
    dikenal = {".".join(kunci) for kunci in MigrationLoader(None).disk_migrations or {}}
    asing = sorted(set(manifes.daftar_migrasi) - dikenal)
    if asing:
        raise MasukanSalahError(
            f"Arsip ini dari Tera {manifes.versi} yang lebih baru: migrasi {asing[0]} tidak dikenal"
            f" versi {settings.TERA_VERSI}. Pasang versi itu atau yang lebih baru, lalu ulangi.",
            kode="versi_lebih_baru",
        )


def _pindahkan(sementara: Path, data: Path, folder_berkas: Path, manifes: isi_arsip.Manifes) -> str:
    """Move the files to their place; returns how the secrets stand."""
    for nama in manifes.daftar_isi:
        bagian, _, sisa = nama.partition("/")
        if bagian in {"berkas", "rahasia"}:
            jalur = (folder_berkas if bagian == "berkas" else data / "rahasia") / sisa
            jalur.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            (sementara / nama).replace(jalur)
    if manifes.memuat_rahasia:
        return "dari_arsip"
    kini = isi_arsip.sidik_kunci_audit(settings.TERA_KUNCI_AUDIT)
    return "cocok" if kini == manifes.kunci_audit else "berbeda"


def _bandingkan(manifes: isi_arsip.Manifes) -> list[str]:
    """Return where the database, before migrating, differs from what was saved."""
    with connection.cursor() as kursor:
        jumlah, jumlah_rantai, akar = isi_arsip.hitung_isi(kursor, mesin.daftar_tabel())
    salah = [
        f"tabel {tabel}: {jumlah.get(tabel, 0)} baris, dalam cadangan {manifes.jumlah.get(tabel)}"
        for tabel in sorted(jumlah.keys() | manifes.jumlah.keys())
        if jumlah.get(tabel) != manifes.jumlah.get(tabel)
    ]
    if (jumlah_rantai, akar) != (manifes.jumlah_rantai, manifes.akar):
        salah.append("akar jejak audit lain daripada waktu dicadangkan")
    return salah


def _jumlah_menunggu() -> int:
    """Return how many migrations this program has that the archive had not."""
    pemuat = MigrationLoader(connection)
    return len(set(pemuat.disk_migrations or {}) - set(pemuat.applied_migrations or {}))
