"""Settings from the environment: clear refusals, and with only TERA_DATA everything works."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tera.config.lingkungan import PengaturanSalahError, baca_lingkungan, rahasia


@pytest.fixture
def bersih(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    for nama in list(os.environ):
        if nama.startswith("TERA_"):
            monkeypatch.delenv(nama)
    monkeypatch.setenv("TERA_DATA", str(tmp_path / "data"))
    return monkeypatch


def test_only_the_data_folder_is_enough(bersih: pytest.MonkeyPatch, tmp_path: Path) -> None:
    hasil = baca_lingkungan()
    assert hasil.mode == "produksi"
    assert hasil.basis_data["NAME"] == tmp_path / "data" / "tera.sqlite3"
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("nama", "nilai", "pesan"),
    [
        ("TERA_MODE", "cepat", "TERA_MODE='cepat' tidak dikenal"),
        ("TERA_PORT", "delapan", "TERA_PORT='delapan' harus bilangan bulat"),
        ("TERA_PORT", "70000", "harus bilangan bulat dari 1 sampai 65535"),
        ("TERA_ALAMAT", "kinerja.go.id", "bukan alamat web"),
        ("TERA_DATABASE_URL", "mysql://a/b", "hanya menerima PostgreSQL"),
        ("TERA_PROXY_TLS", "mungkin", "harus 'ya' atau 'tidak'"),
        ("TERA_DATABSE_URL", "x", "TERA_DATABSE_URL tidak dikenal"),
    ],
)
def test_a_wrong_setting_is_refused_by_name(
    bersih: pytest.MonkeyPatch, nama: str, nilai: str, pesan: str
) -> None:
    bersih.setenv(nama, nilai)
    with pytest.raises(PengaturanSalahError, match=pesan.replace("(", r"\(")):
        baca_lingkungan()


def test_a_secret_is_made_once_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    pertama = rahasia(tmp_path, "kunci")
    assert rahasia(tmp_path, "kunci") == pertama
    assert len(pertama) >= 32
    assert stat.S_IMODE((tmp_path / "rahasia" / "kunci").stat().st_mode) == 0o600


def test_a_secret_that_others_can_read_is_refused(tmp_path: Path) -> None:
    rahasia(tmp_path, "kunci")
    (tmp_path / "rahasia" / "kunci").chmod(0o644)
    with pytest.raises(PengaturanSalahError, match="chmod 600"):
        rahasia(tmp_path, "kunci")


def _tera(tmp_path: Path, *argumen: str, **lingkungan: str) -> subprocess.CompletedProcess[str]:
    env = {k: v for k, v in os.environ.items() if not k.startswith(("TERA_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, "-m", "tera.cli", *argumen],
        env={**env, "TERA_DATA": str(tmp_path), **lingkungan},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_program_refuses_a_wrong_setting_with_exit_code_1(tmp_path: Path) -> None:
    hasil = _tera(tmp_path, "migrate", TERA_MODE="cepat")
    assert hasil.returncode == 1
    assert "TERA_MODE='cepat'" in hasil.stderr
    assert "Traceback" not in hasil.stderr


def test_wrong_usage_gives_exit_code_2(tmp_path: Path) -> None:
    hasil = _tera(tmp_path, "impor", "unor")
    assert hasil.returncode == 2
    assert "salah pakai" in hasil.stderr


def test_cases_are_answered_without_a_database(tmp_path: Path) -> None:
    berkas = tmp_path / "kasus.jsonl"
    berkas.write_text(
        '{"aturan": "angka_kredit", "masukan": {"jenjang": "ahli_muda", "predikat": '
        '"butuh_perbaikan", "bulan": 6, "pada": "2026-01-05"}}\n\nrusak\n'
    )
    hasil = _tera(tmp_path / "tanpa", "regulasi", "kasus", str(berkas))
    baris = hasil.stdout.splitlines()
    assert hasil.returncode == 0
    assert '"angka_kredit": "9.38"' in baris[0]
    assert '"masukan_salah"' in baris[1]
    assert not (tmp_path / "tanpa").exists()


def test_a_fresh_folder_migrates_and_takes_an_instansi(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert _tera(data, "migrate", "--json").returncode == 0
    for _ in range(2):
        hasil = _tera(data, "instansi", "tambah", "9901", "--nama", "Kabupaten Uji", "--json")
        assert hasil.returncode == 0, hasil.stderr
    assert '"kode": "9901"' in hasil.stdout
    lain = _tera(data, "instansi", "tambah", "9901", "--nama", "Nama Lain")
    assert lain.returncode == 1
    assert "9901" in lain.stderr
    periksa = _tera(data, "periksa", "--json")
    assert periksa.returncode == 0, periksa.stdout


def test_a_database_that_is_not_prepared_is_said_without_a_traceback(tmp_path: Path) -> None:
    hasil = _tera(tmp_path / "data", "instansi", "daftar")
    assert hasil.returncode == 1
    assert "tera migrate" in hasil.stderr
    assert "Traceback" not in hasil.stderr
