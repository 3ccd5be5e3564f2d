"""The drill: a running installation is saved, put back elsewhere, and shown to be the same.

Every command runs as the operator runs it, in a process and a data folder of its own, on the
database of this leg (SQLite, or two databases made on the PostgreSQL of TERA_DATABASE_URL).
"""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import templat
from tera.core.cadangan import mesin
from tera.core.galat import MasukanSalahError

URL = os.environ.get("TERA_DATABASE_URL", "")
SUMBER = Path(__file__).resolve().parents[2] / "src"
ISI_BERKAS = b"%PDF-1.7 surat pendelegasian rekaan"


@dataclass(frozen=True)
class Pemasangan:
    """One installation: its data folder and its database."""

    data: Path
    url: str

    def lingkungan(self) -> dict[str, str]:
        bersih = {k: v for k, v in os.environ.items() if not k.startswith("TERA_")}
        basis = {"TERA_DATABASE_URL": self.url} if self.url else {}
        return {
            **bersih, **basis,
            "TERA_DATA": str(self.data), "TERA_MODE": "pengembangan", "PYTHONPATH": str(SUMBER),
        }  # fmt: skip

    def tera(self, *argumen: str) -> tuple[int, dict[str, Any]]:
        """Run one command with --json; returns its exit code and its answer."""
        hasil = subprocess.run(
            [sys.executable, "-m", "tera.cli", *argumen, "--json"],
            env=self.lingkungan(), capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert hasil.stdout.strip(), hasil.stderr
        return hasil.returncode, json.loads(hasil.stdout)

    def python(self, naskah: str) -> str:
        """Run a few lines inside the installation."""
        awal = "import os; os.environ['DJANGO_SETTINGS_MODULE']='tera.config.settings'\n"
        return subprocess.run(
            [sys.executable, "-c", f"{awal}import django; django.setup()\n{naskah}"],
            env=self.lingkungan(), capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip


@contextmanager
def _basis_data(nama: str) -> Iterator[str]:
    """Make a database for one installation; SQLite needs none."""
    if not URL:
        yield ""
        return
    import psycopg

    dasar, _, asal = URL.rpartition("/")
    penuh = f"test_{asal}_{nama}_{os.getpid()}"
    with psycopg.connect(URL, dbname="postgres", autocommit=True) as admin:
        admin.execute(f'DROP DATABASE IF EXISTS "{penuh}" WITH (FORCE)')
        admin.execute(f"CREATE DATABASE \"{penuh}\" ENCODING 'UTF8'")
        try:
            yield f"{dasar}/{penuh}"
        finally:
            admin.execute(f'DROP DATABASE IF EXISTS "{penuh}" WITH (FORCE)')


@pytest.fixture(scope="module")
def pasang(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Pemasangan]]:
    """Give a new, empty installation."""
    with ExitStack() as tumpukan:
        yield lambda nama: Pemasangan(
            tmp_path_factory.mktemp(nama), tumpukan.enter_context(_basis_data(nama))
        )


def _siapkan(satu: Pemasangan, *isi: str) -> Pemasangan:
    """Migrate an installation; fill it by a command; one stored letter, one daily root."""
    with templat.giliran():
        templat.salin(satu.url.rpartition("/")[2] or str(satu.data / "tera.sqlite3"))
    assert satu.tera("migrate")[0] == 0
    assert satu.tera(*isi)[0] == 0
    satu.python(
        "from tera.core import akar, aktor, berkas\n"
        f"berkas.simpan_isi(aktor=aktor.Aktor.sistem(1, 'Asia/Jakarta'), nama='surat.pdf', "
        f"isi={ISI_BERKAS!r}, jenis_isi='application/pdf', keperluan='uji')\n"
        "assert akar.terbitkan_akar()"
    )
    return satu


def _cadangkan(asal: Pemasangan, folder: Path) -> Path:
    berkas = folder / "tera.zip"
    kode, jawaban = asal.tera("cadangkan", str(berkas), "--dengan-rahasia")
    assert (kode, jawaban["berkas_hilang"]) == (0, [])
    return berkas


@pytest.fixture(scope="module")
def asal(pasang: Callable[[str], Pemasangan]) -> Pemasangan:
    """The installation that is saved again and again: one new instansi."""
    return _siapkan(pasang("asal"), "instansi", "tambah", "9499", "--nama", "Kabupaten Uji")


@pytest.fixture(scope="module")
def arsip(asal: Pemasangan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _cadangkan(asal, tmp_path_factory.mktemp("arsip"))


@pytest.fixture(scope="module")
def kosong(pasang: Callable[[str], Pemasangan]) -> Pemasangan:
    """An empty installation that every refusal must leave empty."""
    return pasang("kosong")


def _ubah(arsip: Path, tujuan: Path, ubah: Callable[[str, bytes], bytes]) -> Path:
    """Copy the archive with some members changed: a whole zip, but not what was saved."""
    with zipfile.ZipFile(arsip) as lama, zipfile.ZipFile(tujuan, "w") as baru:
        for nama in lama.namelist():
            baru.writestr(nama, ubah(nama, lama.read(nama)))
    return tujuan


def _manifes(**ganti: Any) -> Callable[[str, bytes], bytes]:
    def ubah(nama: str, isi: bytes) -> bytes:
        return json.dumps(json.loads(isi) | ganti).encode() if nama == "manifes.json" else isi

    return ubah


def _ditolak(kosong: Pemasangan, *daftar: Path) -> list[str]:
    """The code of the refusal of each archive; afterwards the installation is as empty as before.

    One process for all of them: starting one costs more than a refusal.
    """
    keluaran = kosong.python(
        "from tera.cli import main; from tera.core.cadangan import mesin\n"
        f"for nama in {[str(satu) for satu in daftar]!r}:\n"
        "    assert main(['pulihkan', nama, '--json']) == 1\n"
        "assert not mesin.sudah_terisi()"
    )
    assert not list(kosong.data.glob(".pulih-*"))
    return [json.loads(baris)["galat"]["kode"] for baris in keluaran.splitlines()]


def test_what_was_saved_stands_again_elsewhere_and_is_shown_to_be_the_same(
    pasang: Callable[[str], Pemasangan], tmp_path: Path
) -> None:
    asal = _siapkan(pasang("demo"), "contoh", "muat", "--orang", "0")
    arsip = _cadangkan(asal, tmp_path)
    tujuan = pasang("tujuan")
    kode, jawaban = tujuan.tera("pulihkan", str(arsip))
    assert (kode, jawaban["utuh"], jawaban["salah"]) == (0, True, [])
    assert jawaban["rahasia"] == "dari_arsip"
    assert jawaban["jumlah_berkas"] == jawaban["jumlah"]["core_berkas"] > 1
    assert jawaban["jumlah_jejak"] == jawaban["jumlah"]["core_jejakaudit"] > 0
    for nama in ("kunci_audit", "kunci_sesi", "kunci_faktor"):
        lama, baru = (satu.data / "rahasia" / nama for satu in (asal, tujuan))
        assert lama.read_bytes() == baru.read_bytes()
        assert baru.stat().st_mode & 0o077 == 0
    baca = (
        "from tera.core.models import Berkas; from tera.core import berkas\n"
        "print(berkas.baca_berkas(Berkas.objects.get(keperluan='uji')).decode())"
    )
    assert tujuan.python(baca).strip() == ISI_BERKAS.decode()
    assert tujuan.tera("instansi", "daftar") == asal.tera("instansi", "daftar")
    assert tujuan.tera("audit", "verifikasi") == asal.tera("audit", "verifikasi")
    hapus = "from tera.core.models import JejakAudit; JejakAudit.objects.all().delete()"
    with pytest.raises(subprocess.CalledProcessError):
        tujuan.python(hapus)


def test_an_archive_is_readable_by_its_owner_only_and_never_written_over(
    asal: Pemasangan, arsip: Path
) -> None:
    assert arsip.stat().st_mode & 0o077 == 0
    isi = arsip.read_bytes()
    kode, jawaban = asal.tera("cadangkan", str(arsip))
    assert (kode, jawaban["galat"]["kode"]) == (1, "sudah_ada")
    assert arsip.read_bytes() == isi
    assert [satu.name for satu in arsip.parent.iterdir()] == [arsip.name]


def test_secrets_stay_out_unless_asked_for_and_a_wrong_key_is_told(
    asal: Pemasangan, pasang: Callable[[str], Pemasangan], tmp_path: Path
) -> None:
    tanpa = tmp_path / "tanpa.zip"
    assert asal.tera("cadangkan", str(tanpa))[1]["memuat_rahasia"] is False
    with zipfile.ZipFile(tanpa) as isi:
        assert not [nama for nama in isi.namelist() if nama.startswith("rahasia")]
        kunci = (asal.data / "rahasia" / "kunci_audit").read_text()
        assert kunci not in isi.read("manifes.json").decode()
    tujuan = pasang("tanpa_rahasia")
    kode, jawaban = tujuan.tera("pulihkan", str(tanpa))
    assert (kode, jawaban["rahasia"]) == (0, "berbeda")


def test_a_filled_installation_is_not_replaced_unless_told(asal: Pemasangan, arsip: Path) -> None:
    kode, jawaban = asal.tera("pulihkan", str(arsip))
    assert (kode, jawaban["galat"]["kode"]) == (1, "sudah_berisi")
    sebelum = asal.tera("audit", "verifikasi")
    kode, jawaban = asal.tera("pulihkan", str(arsip), "--timpa")
    assert (kode, jawaban["utuh"]) == (0, True)
    assert asal.tera("audit", "verifikasi") == sebelum
    if not URL:
        assert Path(jawaban["lama"]).exists()


def test_a_damaged_archive_is_refused_and_nothing_is_changed(
    arsip: Path, kosong: Pemasangan, tmp_path: Path
) -> None:
    isi = arsip.read_bytes()
    terpotong = tmp_path / "terpotong.zip"
    terpotong.write_bytes(isi[: len(isi) // 2])
    bukan = tmp_path / "bukan.zip"
    bukan.write_bytes(b"bukan arsip")
    lain = _ubah(
        arsip,
        tmp_path / "lain.zip",
        lambda nama, isi: isi[:-1] + b"?" if nama.startswith("basis_data") else isi,
    )
    assert _ditolak(kosong, terpotong, bukan, lain) == ["arsip_rusak"] * 3
    assert _ditolak(kosong, tmp_path / "tidak-ada.zip") == ["tidak_ada"]


def test_a_member_that_the_manifest_does_not_name_or_that_points_elsewhere_is_refused(
    arsip: Path, kosong: Pemasangan, tmp_path: Path
) -> None:
    with zipfile.ZipFile(arsip) as lama:
        daftar = json.loads(lama.read("manifes.json"))["daftar_isi"]
    daftar["../luar.txt"] = {"sha256": "0" * 64, "ukuran": 1}
    lebih = _ubah(arsip, tmp_path / "lebih.zip", lambda _nama, isi: isi)
    keluar = _ubah(arsip, tmp_path / "keluar.zip", _manifes(daftar_isi=daftar))
    for satu in (lebih, keluar):
        with zipfile.ZipFile(satu, "a") as tambah:
            tambah.writestr("../luar.txt", "x")
    assert _ditolak(kosong, lebih, keluar) == ["arsip_rusak"] * 2
    assert not (kosong.data.parent / "luar.txt").exists()


def test_an_archive_of_another_engine_or_a_newer_version_is_refused(
    arsip: Path, kosong: Pemasangan, tmp_path: Path
) -> None:
    with zipfile.ZipFile(arsip) as lama:
        manifes = json.loads(lama.read("manifes.json"))
    nama_kini, nama_lain = "basis_data.sqlite3", "basis_data.dump"
    mesin_lain = "postgresql"
    if URL:
        nama_kini, nama_lain, mesin_lain = nama_lain, nama_kini, "sqlite"
    daftar = {nama_lain if k == nama_kini else k: v for k, v in manifes["daftar_isi"].items()}
    ganti = _manifes(mesin=mesin_lain, daftar_isi=daftar)
    lain = tmp_path / "mesin.zip"
    with zipfile.ZipFile(arsip) as lama, zipfile.ZipFile(lain, "w") as baru:
        for nama in lama.namelist():
            baru.writestr(nama_lain if nama == nama_kini else nama, ganti(nama, lama.read(nama)))
    migrasi = [*manifes["daftar_migrasi"], "core.9999_kelak"]
    kelak = _ubah(arsip, tmp_path / "kelak.zip", _manifes(daftar_migrasi=migrasi))
    assert _ditolak(kosong, lain, kelak) == ["mesin_lain", "versi_lebih_baru"]


def test_a_restored_trail_that_is_not_the_saved_one_is_told(
    arsip: Path, pasang: Callable[[str], Pemasangan], tmp_path: Path
) -> None:
    with zipfile.ZipFile(arsip) as lama:
        jumlah = json.loads(lama.read("manifes.json"))["jumlah"]
    jumlah["core_pengguna"] += 1
    lain = _ubah(arsip, tmp_path / "lain.zip", _manifes(akar="0" * 64, jumlah=jumlah))
    kode, jawaban = pasang("lain").tera("pulihkan", str(lain))
    assert (kode, jawaban["utuh"]) == (1, False)
    assert any("core_pengguna" in satu for satu in jawaban["salah"])
    assert any("akar jejak" in satu for satu in jawaban["salah"])


def test_without_the_programs_of_postgresql_the_refusal_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(mesin.shutil, "which", lambda _nama: None)
    with pytest.raises(MasukanSalahError, match="postgresql-client"):
        mesin._jalankan("pg_dump")
