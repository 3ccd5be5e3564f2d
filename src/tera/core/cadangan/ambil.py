"""Takes a backup while the service runs: database first, then the files it names."""

import os
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from tera.core import clock
from tera.core.cadangan import arsip as isi_arsip
from tera.core.cadangan import mesin
from tera.core.galat import MasukanSalahError


@dataclass(frozen=True, slots=True)
class HasilCadangan:
    """The archive that was written."""

    berkas: Path
    sha256: str
    ukuran: int
    manifes: isi_arsip.Manifes
    daftar_hilang: tuple[str, ...]


def cadangkan(*, tujuan: Path, dengan_rahasia: bool = False) -> HasilCadangan:
    """Write one archive of database and stored files to ``tujuan``, mode 0600.

    A stored file never changes and is written before the row that names it, so files copied after
    the snapshot are complete for it. ``daftar_hilang`` names those a row speaks of and the folder
    no longer has.

    Raises:
        MasukanSalahError: the target exists, can't be written, or a program is missing.
    """
    _periksa_tujuan(tujuan)
    data = Path(settings.TERA_DATA)
    with tempfile.TemporaryDirectory(prefix=".cadangan-", dir=tujuan.parent) as sementara:
        nama_basis = isi_arsip.BASIS_DATA[connection.vendor]
        potret = Path(sementara) / nama_basis
        with mesin.potret(potret) as kursor:
            jumlah, jumlah_rantai, akar = isi_arsip.hitung_isi(kursor, mesin.daftar_tabel())
            kursor.execute("SELECT DISTINCT sidik FROM core_berkas")
            wajib = {baris[0] for baris in kursor.fetchall()}
        jadi = Path(sementara) / "arsip.zip"
        with zipfile.ZipFile(jadi, "x", compresslevel=6) as arsip:
            jadi.chmod(0o600)
            daftar = {nama_basis: isi_arsip.masukkan(arsip, nama_basis, potret)}
            for jalur in _daftar_berkas(Path(settings.TERA_FOLDER_BERKAS)):
                nama = f"berkas/{jalur.parent.name}/{jalur.name}"
                daftar[nama] = isi_arsip.masukkan(arsip, nama, jalur)
                if daftar[nama]["sha256"] != jalur.name:
                    raise MasukanSalahError(
                        f"Berkas tersimpan {nama} isinya sudah berubah (sidiknya lain). Cadangan "
                        "tidak dibuat. Pulihkan berkas itu dari cadangan lama, lalu ulangi.",
                        kode="berkas_berubah",
                    )
            if dengan_rahasia:
                for jalur in sorted((data / "rahasia").iterdir()):
                    if not jalur.name.startswith("."):
                        nama = f"rahasia/{jalur.name}"
                        daftar[nama] = isi_arsip.masukkan(arsip, nama, jalur)
            manifes = isi_arsip.Manifes(
                bentuk=isi_arsip.BENTUK,
                versi=settings.TERA_VERSI,
                mesin=connection.vendor,
                dibuat_at=clock.sekarang().isoformat(timespec="seconds"),
                daftar_migrasi=sorted(
                    ".".join(satu) for satu in MigrationRecorder(connection).applied_migrations()
                ),
                jumlah=jumlah,
                jumlah_rantai=jumlah_rantai,
                akar=akar,
                kunci_audit=isi_arsip.sidik_kunci_audit(settings.TERA_KUNCI_AUDIT),
                daftar_isi=daftar,
            )
            isi_arsip.tulis_manifes(arsip, manifes)
        _tetapkan(jadi, tujuan)
    hilang = sorted(s for s in wajib if f"berkas/{s[:2]}/{s}" not in daftar)
    return HasilCadangan(
        tujuan,
        isi_arsip.sidik_berkas(tujuan),
        tujuan.stat().st_size,
        manifes,
        tuple(hilang),
    )


def _periksa_tujuan(tujuan: Path) -> None:
    if tujuan.exists():
        raise MasukanSalahError(
            f"{tujuan} sudah ada, jadi tidak ditimpa. Pilih nama lain, misalnya dengan tanggal.",
            kode="sudah_ada",
        )
    if not tujuan.parent.is_dir() or not os.access(tujuan.parent, os.W_OK | os.X_OK):
        raise MasukanSalahError(
            f"Folder {tujuan.parent} tidak ada atau tidak boleh ditulis. Buat foldernya dulu, atau "
            "pilih tempat lain.",
            kode="folder_tidak_bisa",
        )


def _tetapkan(jadi: Path, tujuan: Path) -> None:
    """Give the finished archive its name: on the disk for good, and never over another file."""
    with jadi.open("rb+") as tulis:
        os.fsync(tulis.fileno())
    try:
        os.link(jadi, tujuan)
    except FileExistsError:
        _periksa_tujuan(tujuan)
    except OSError:  # a file system without hard links
        jadi.replace(tujuan)


def _daftar_berkas(folder: Path) -> list[Path]:
    """Return the stored files; half-written ones have another suffix."""
    if not folder.is_dir():
        return []
    return sorted(j for j in folder.glob("[0-9a-f][0-9a-f]/*") if len(j.name) == 64)
