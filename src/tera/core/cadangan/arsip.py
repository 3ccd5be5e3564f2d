"""The archive: a zip whose manifest names every member with its size and SHA-256.

Members: ``manifes.json``, ``basis_data.sqlite3`` or ``basis_data.dump``, ``berkas/<2>/<64>``, and
``rahasia/<nama>`` only when asked for. Nothing else is accepted.
"""

import hashlib
import json
import re
import shutil
import zipfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from tera.core import akar
from tera.core.galat import MasukanSalahError

BENTUK = 1
MANIFES = "manifes.json"
BASIS_DATA = {"sqlite": "basis_data.sqlite3", "postgresql": "basis_data.dump"}
_NAMA = re.compile(
    r"basis_data\.(sqlite3|dump)|berkas/([0-9a-f]{2})/([0-9a-f]{64})|rahasia/[a-z][a-z_]{0,40}"
)
_POTONG = 1 << 20


@dataclass(frozen=True, slots=True)
class Manifes:
    """What the archive holds and what must be true after it is restored."""

    bentuk: int
    versi: str
    mesin: str
    dibuat_at: str
    daftar_migrasi: list[str]
    jumlah: dict[str, int]
    jumlah_rantai: int
    akar: str
    kunci_audit: str
    daftar_isi: dict[str, dict[str, Any]]

    @property
    def jumlah_berkas(self) -> int:
        """How many stored files there are."""
        return sum(nama.startswith("berkas/") for nama in self.daftar_isi)

    @property
    def memuat_rahasia(self) -> bool:
        """Whether the secrets of the installation are inside."""
        return any(nama.startswith("rahasia/") for nama in self.daftar_isi)


def rusak(sebab: str) -> MasukanSalahError:
    """Return the refusal of an archive that can't be trusted."""
    return MasukanSalahError(
        f"Arsip rusak atau bukan cadangan Tera: {sebab}. Tidak ada yang diubah. Pakai cadangan "
        "lain, atau salin ulang arsip ini dari tempat asalnya.",
        kode="arsip_rusak",
    )


def sidik_kunci_audit(kunci: str) -> str:
    """Return what tells two audit keys apart without telling the key (it has 384 random bits)."""
    return hashlib.sha256(f"tera-cadangan\x1f{kunci}".encode()).hexdigest()[:16]


def hitung_isi(kursor: Any, daftar_tabel: Iterable[str]) -> tuple[dict[str, int], int, str]:
    """Return rows per table, audit chains and their root; any DB-API cursor will do.

    The same question is asked of the snapshot when saving and of the database when restored.
    """
    jumlah: dict[str, int] = {}
    for tabel in sorted(daftar_tabel):
        kursor.execute(f'SELECT COUNT(*) FROM "{tabel}"')  # noqa: S608 (names of our own tables)
        jumlah[tabel] = kursor.fetchone()[0]
    daftar_daun: list[bytes] = []
    if "core_jejakaudit" in jumlah:
        kursor.execute(
            "SELECT rantai, urut, sidik FROM core_jejakaudit WHERE id IN "
            "(SELECT MAX(id) FROM core_jejakaudit GROUP BY rantai)"
        )
        while potong := kursor.fetchmany(5000):
            daftar_daun += [akar.daun((r, u, s)) for r, u, s in potong]
    return jumlah, len(daftar_daun), akar.akar(daftar_daun)


def masukkan(arsip: zipfile.ZipFile, nama: str, asal: Path) -> dict[str, Any]:
    """Copy one file into the archive; returns its line of the manifest."""
    sidik, ukuran = hashlib.sha256(), 0
    # A dump is compressed already, and so are PDF, PNG and JPEG.
    cara = zipfile.ZIP_DEFLATED if nama.endswith(".sqlite3") else zipfile.ZIP_STORED
    keterangan = zipfile.ZipInfo(nama)
    keterangan.compress_type, keterangan.external_attr = cara, 0o600 << 16
    with asal.open("rb") as baca, arsip.open(keterangan, "w", force_zip64=True) as tulis:
        while potong := baca.read(_POTONG):
            sidik.update(potong)
            ukuran += len(potong)
            tulis.write(potong)
    return {"sha256": sidik.hexdigest(), "ukuran": ukuran}


def tulis_manifes(arsip: zipfile.ZipFile, manifes: Manifes) -> None:
    """Write the manifest, last: only now is everything known."""
    arsip.writestr(MANIFES, json.dumps(asdict(manifes), indent=1, sort_keys=True))


def baca_manifes(arsip: zipfile.ZipFile) -> Manifes:
    """Return the manifest, checked for shape and against the list of members."""
    nama_isi = arsip.namelist()
    try:
        isi = json.loads(arsip.read(MANIFES))
        manifes = Manifes(**isi)
        if manifes.bentuk != BENTUK:
            raise rusak(f"bentuk arsip {manifes.bentuk!r} tidak dikenal versi ini")
        lengkap = sorted([*manifes.daftar_isi, MANIFES]) == sorted(nama_isi)
    except (KeyError, TypeError, ValueError) as galat:
        raise rusak("manifesnya tidak ada atau tidak terbaca") from galat
    if not lengkap:
        raise rusak("isinya tidak sama dengan daftar pada manifes")
    for nama, baris in manifes.daftar_isi.items():
        cocok = _NAMA.fullmatch(nama)
        if cocok is None:
            raise rusak(f"nama {nama[:80]!r} tidak dikenal")
        if cocok[3] and (cocok[3][:2] != cocok[2] or cocok[3] != baris["sha256"]):
            raise rusak(f"{nama} tidak sesuai dengan sidiknya")
    if BASIS_DATA.get(manifes.mesin) not in manifes.daftar_isi:
        raise rusak("basis datanya tidak ada")
    return manifes


def keluarkan(arsip: zipfile.ZipFile, manifes: Manifes, tujuan: Path) -> None:
    """Write every member below ``tujuan``, checking size and digest on the way."""
    for nama, baris in manifes.daftar_isi.items():
        jalur = tujuan / nama
        jalur.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        sidik, sisa = hashlib.sha256(), int(baris["ukuran"])
        with arsip.open(nama) as baca, jalur.open("xb") as tulis:
            jalur.chmod(0o600)
            sisa -= _salin(baca, tulis, sidik, sisa)
        if sisa or sidik.hexdigest() != baris["sha256"]:
            raise rusak(f"{nama} berubah sejak dicadangkan")


def _salin(baca: IO[bytes], tulis: IO[bytes], sidik: Any, paling_banyak: int) -> int:
    jumlah = 0
    while potong := baca.read(_POTONG):
        jumlah += len(potong)
        if jumlah > paling_banyak:
            break
        sidik.update(potong)
        tulis.write(potong)
    return jumlah


def sidik_berkas(jalur: Path) -> str:
    """Return the SHA-256 of a file, hex."""
    with jalur.open("rb") as baca:
        return hashlib.file_digest(baca, "sha256").hexdigest()


def ruang_kosong(folder: Path) -> int:
    """Return the free bytes where ``folder`` lives."""
    return shutil.disk_usage(folder).free
