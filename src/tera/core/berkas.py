"""The storage port: files by content digest, type and size checked before a byte is kept."""

import hashlib
from pathlib import Path
from typing import IO, Protocol

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import clock
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError
from tera.core.models import Berkas

BATAS_UKURAN = 10 * 1024 * 1024
# First bytes per accepted type: the name a browser gives is not believed.
TANDA_JENIS: tuple[tuple[bytes, str, tuple[str, ...]], ...] = (
    (b"%PDF-", "application/pdf", (".pdf",)),
    (b"\x89PNG\r\n\x1a\n", "image/png", (".png",)),
    (b"\xff\xd8\xff", "image/jpeg", (".jpg", ".jpeg")),
)


class Gudang(Protocol):
    """Where bytes live: the local folder now, an object store by another adapter."""

    def tulis(self, sidik: str, isi: bytes) -> None:
        """Keep ``isi`` under its digest."""

    def baca(self, sidik: str) -> bytes:
        """Return the bytes of ``sidik``."""

    def hapus(self, sidik: str) -> None:
        """Drop the bytes of ``sidik``; nothing happens when they are gone."""


class GudangFolder:
    """Files in ``TERA_DATA/berkas``, two levels of folders, mode 0600."""

    def __init__(self, akar: Path) -> None:
        self.akar = akar

    def _jalur(self, sidik: str) -> Path:
        return self.akar / sidik[:2] / sidik

    def tulis(self, sidik: str, isi: bytes) -> None:
        """Keep ``isi`` under its digest; the same content is kept once."""
        jalur = self._jalur(sidik)
        if jalur.exists():
            return
        jalur.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        sementara = jalur.with_suffix(".tulis")
        sementara.write_bytes(isi)
        sementara.chmod(0o600)
        sementara.replace(jalur)

    def baca(self, sidik: str) -> bytes:
        """Return the bytes of ``sidik``."""
        return self._jalur(sidik).read_bytes()

    def hapus(self, sidik: str) -> None:
        """Drop the bytes of ``sidik``; nothing happens when they are gone."""
        self._jalur(sidik).unlink(missing_ok=True)


def gudang() -> Gudang:
    """Return the store of this installation."""
    return GudangFolder(Path(settings.TERA_FOLDER_BERKAS))


def simpan_berkas(*, aktor: Aktor, nama: str, isi: IO[bytes], keperluan: str) -> Berkas:
    """Check and keep one uploaded file.

    Raises:
        MasukanSalahError: empty, larger than 10 MB, or of a type that isn't accepted.
    """
    data = isi.read(BATAS_UKURAN + 1)
    if not data:
        raise MasukanSalahError(_("Berkas “%(nama)s” kosong. Pilih berkas lain.") % {"nama": nama})
    if len(data) > BATAS_UKURAN:
        raise MasukanSalahError(
            _(
                "Berkas “%(nama)s” lebih besar dari 10 MB. Perkecil (misalnya pindai "
                "hitam putih), lalu unggah lagi."
            )
            % {"nama": nama}
        )
    akhiran = Path(nama).suffix.lower()
    jenis = next((j for tanda, j, ujung in TANDA_JENIS if data.startswith(tanda)
                  and akhiran in ujung), None)  # fmt: skip
    if jenis is None:
        raise MasukanSalahError(
            _(
                "Berkas “%(nama)s” bukan PDF, PNG, atau JPEG yang sah (isinya "
                "diperiksa, bukan hanya namanya). Simpan sebagai PDF, lalu unggah lagi."
            )
            % {"nama": nama}
        )
    return simpan_isi(aktor=aktor, nama=nama, isi=data, jenis_isi=jenis, keperluan=keperluan)


def simpan_isi(*, aktor: Aktor, nama: str, isi: bytes, jenis_isi: str, keperluan: str) -> Berkas:
    """Keep bytes whose type the caller has already judged (spreadsheets: ``core.lembar``)."""
    sidik = hashlib.sha256(isi).hexdigest()
    gudang().tulis(sidik, isi)
    return Berkas.objects.create(
        instansi_id=aktor.instansi_id,
        nama=Path(nama).name[:200],
        jenis_isi=jenis_isi,
        ukuran=len(isi),
        sidik=sidik,
        keperluan=keperluan,
        pengguna_id=aktor.pengguna_id,
        dibuat_at=clock.sekarang(),
    )


def hapus_berkas(berkas: Berkas) -> None:
    """Drop a file nobody refers to any more; its bytes go after the commit, unless shared."""
    sidik = berkas.sidik
    berkas.delete()

    def buang() -> None:
        if not Berkas.objects.filter(sidik=sidik).exists():
            gudang().hapus(sidik)

    transaction.on_commit(buang)


def baca_berkas(berkas: Berkas) -> bytes:
    """Return the bytes of a stored file."""
    return gudang().baca(berkas.sidik)
