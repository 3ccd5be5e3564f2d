"""The practice installation: a folder of its own, the demo in it, built anew each night.

This process opens no database: it lays the folders, runs ``tera`` in them with ``TERA_LATIHAN``
set, and swaps a fresh folder for the one in use. It deletes only what carries its own mark.
"""

import argparse
import contextlib
import datetime as dt
import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from tera import VERSI
from tera.cli import cetak
from tera.config.lingkungan import TANDA_LATIHAN, PengaturanSalahError
from tera.core import clock

KINI, BARU, LAMA = "kini", "baru", "lama"
KUNCI, MINTA = "kunci", "minta-atur-ulang"
JAM = 2
PORT = 8100
ZONA = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
# What belongs to the real installation and has no place in the processes of this one.
DILEPAS = ("TERA_SUREL_URL", "TERA_SUREL_AKAR", "TERA_ALAMAT_LATIHAN")
LAMA_TUNGGU = 30 * 60


def jalan(argumen: argparse.Namespace) -> int:
    """Serve the practice installation; each night at two it begins anew."""
    folder = siapkan_folder(os.environ)
    with _pegang(folder) as dapat:
        if not dapat:
            raise PengaturanSalahError(
                f"Instansi latihan di {folder} sudah berjalan. Hentikan dulu, atau setel TERA_DATA "
                "ke folder lain."
            )
        # Whatever child runs when we are stopped ends with us.
        signal.signal(signal.SIGTERM, _berhenti)
        signal.signal(signal.SIGINT, _berhenti)
        lingkungan = lingkungan_anak(os.environ, port=argumen.port)
        (folder / MINTA).unlink(missing_ok=True)
        if not (folder / KINI).exists():
            bangun(folder, lingkungan, argumen.orang)
            tukar(folder)
        else:
            _tera(folder / KINI, lingkungan, "migrate")
        return _layani(folder, lingkungan, argumen)


def atur_ulang(argumen: argparse.Namespace) -> int:
    """Begin anew at once: by ourselves, or by asking the process that serves it."""
    folder = siapkan_folder(os.environ)
    with _pegang(folder) as dapat:
        if dapat:
            bangun(folder, lingkungan_anak(os.environ, port=None), argumen.orang)
            tukar(folder)
    if not dapat:
        _minta(folder)
    cetak(
        argumen,
        {"data": str(folder), "dibuat": _dibuat(folder).isoformat()},
        f"Instansi latihan di {folder} sudah diatur ulang.",
    )
    return 0


def siapkan_folder(lingkungan: Mapping[str, str]) -> Path:
    """Return the folder for practice, made and marked when it is new.

    Raises:
        PengaturanSalahError: PostgreSQL is asked for, or the folder holds something else.
    """
    if lingkungan.get("TERA_DATABASE_URL"):
        raise PengaturanSalahError(
            "Instansi latihan hanya memakai SQLite di foldernya sendiri, karena isinya dihapus "
            "tiap malam. Jalankan tanpa TERA_DATABASE_URL."
        )
    nama = lingkungan.get("TERA_DATA") or "~/.local/share/tera-latihan"
    folder = Path(nama).expanduser().absolute()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not (folder / TANDA_LATIHAN).exists():
            if any(folder.iterdir()):
                raise PengaturanSalahError(
                    f"Folder {folder} sudah berisi dan bukan folder latihan (tidak ada "
                    f"{TANDA_LATIHAN}). Tidak ada yang diubah. Setel TERA_DATA ke folder baru yang "
                    "kosong, misalnya /var/lib/tera-latihan."
                )
            _tandai(folder)
    except OSError as galat:
        raise PengaturanSalahError(
            f"Folder latihan {folder} tidak bisa dipakai ({galat.strerror}). Setel TERA_DATA ke "
            "folder yang boleh ditulis."
        ) from galat
    return folder


def lingkungan_anak(asal: Mapping[str, str], *, port: int | None) -> dict[str, str]:
    """Return the environment of the processes that serve and fill it, but for ``TERA_DATA``."""
    bersih = {nama: isi for nama, isi in asal.items() if nama not in DILEPAS}
    return bersih | {
        "TERA_LATIHAN": "ya",
        "TERA_PORT": str(port or asal.get("TERA_PORT") or PORT),
    }


def bangun(folder: Path, lingkungan: Mapping[str, str], orang: int) -> None:
    """Build a fresh installation beside the one in use."""
    print("tera: menyiapkan instansi latihan yang baru", file=sys.stderr, flush=True)
    baru = folder / BARU
    _hapus(baru)
    baru.mkdir(mode=0o700)
    _tandai(baru)
    _tera(baru, lingkungan, "migrate")
    _tera(baru, lingkungan, "contoh", "muat", "--orang", str(orang))


def tukar(folder: Path) -> None:
    """Put the fresh installation in the place of the one in use, which is deleted."""
    kini, baru, lama = folder / KINI, folder / BARU, folder / LAMA
    _hapus(lama)
    if kini.exists():
        kini.rename(lama)
    baru.rename(kini)
    _hapus(lama)


def jam_berikut(sesudah: dt.datetime, zona: str) -> dt.datetime:
    """Return the first two o'clock at night in ``zona`` after an instant."""
    setempat = sesudah.astimezone(ZoneInfo(zona))
    jam = setempat.replace(hour=JAM, minute=0, second=0, microsecond=0)
    return jam if jam > setempat else jam + dt.timedelta(days=1)


def _layani(folder: Path, lingkungan: dict[str, str], argumen: argparse.Namespace) -> int:
    zona = ZONA[argumen.zona]
    # One that slept through a night is renewed as soon as it serves.
    saat = jam_berikut(_dibuat(folder), zona)
    perintah = [sys.executable, "-m", "tera.cli", "jalan", "--alamat-ikat", argumen.alamat_ikat]
    perintah += ["--pekerja-web", str(argumen.pekerja_web)]
    isi = {**lingkungan, "TERA_DATA": str(folder / KINI)}
    server = subprocess.Popen(perintah, env=isi)
    try:
        while True:
            with contextlib.suppress(subprocess.TimeoutExpired):
                return server.wait(1)
            diminta = (folder / MINTA).exists()
            if not diminta and clock.sekarang() < saat:
                continue
            if _bangun_atau_biarkan(folder, lingkungan, argumen.orang):
                _hentikan(server)
                tukar(folder)
                server = subprocess.Popen(perintah, env=isi)
            (folder / MINTA).unlink(missing_ok=True)
            saat = jam_berikut(clock.sekarang(), zona)
    finally:
        _hentikan(server)


def _bangun_atau_biarkan(folder: Path, lingkungan: Mapping[str, str], orang: int) -> bool:
    """Build anew; when that fails the one in use stays, and the next night tries again."""
    try:
        bangun(folder, lingkungan, orang)
    except (OSError, PengaturanSalahError) as galat:
        print(f"tera: latihan belum diatur ulang: {galat}", file=sys.stderr, flush=True)
        return False
    return True


def _minta(folder: Path) -> None:
    """Ask the serving process and wait for it.

    Raises:
        PengaturanSalahError: it gave up, or took too long.
    """
    lama = (folder / KINI).stat().st_ino if (folder / KINI).exists() else None
    (folder / MINTA).touch()
    for _detik in range(LAMA_TUNGGU):
        if not (folder / MINTA).exists():
            break
        time.sleep(1)
    if not (folder / KINI).exists() or (folder / KINI).stat().st_ino == lama:
        raise PengaturanSalahError(
            "Instansi latihan belum diatur ulang; yang lama tetap berjalan. Sebabnya ada pada "
            "catatan proses tera latihan jalan."
        )


def _tera(data: Path, lingkungan: Mapping[str, str], *argumen: str) -> None:
    # Passwords of the demo are printed on standard output: nobody needs them here.
    hasil = subprocess.run(
        [sys.executable, "-m", "tera.cli", *argumen],
        env={**lingkungan, "TERA_DATA": str(data)},
        stdout=subprocess.DEVNULL,
        preexec_fn=lambda: os.nice(10),
        check=False,
    )
    if hasil.returncode:
        raise PengaturanSalahError(
            f"tera {' '.join(argumen)} gagal dengan kode {hasil.returncode}; sebabnya tertulis di "
            "atas."
        )


def _tandai(folder: Path) -> None:
    isi = {"tera": VERSI, "dibuat": clock.sekarang().isoformat()}
    (folder / TANDA_LATIHAN).write_text(json.dumps(isi))


def _dibuat(folder: Path) -> dt.datetime:
    isi = json.loads((folder / KINI / TANDA_LATIHAN).read_text())
    return dt.datetime.fromisoformat(isi["dibuat"])


def _hapus(folder: Path) -> None:
    """Delete a folder of ours; one without the mark is refused."""
    if not folder.exists():
        return
    if not (folder / TANDA_LATIHAN).exists():
        raise PengaturanSalahError(
            f"Folder {folder} tidak bertanda latihan ({TANDA_LATIHAN}), jadi tidak dihapus. "
            "Pindahkan bila memang tidak dipakai."
        )
    shutil.rmtree(folder)


@contextlib.contextmanager
def _pegang(folder: Path) -> Iterator[bool]:
    """Hold the folder while it is served or renewed; yields whether nobody else does."""
    with (folder / KUNCI).open("w") as tangan:
        try:
            fcntl.flock(tangan, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


def _hentikan(server: "subprocess.Popen[bytes]") -> None:
    if server.poll() is None:
        server.terminate()
    try:
        server.wait(20)
    except subprocess.TimeoutExpired:
        server.kill()


def _berhenti(nomor: int, _bingkai: object) -> None:
    raise SystemExit(128 + nomor if nomor != signal.SIGINT else 0)
