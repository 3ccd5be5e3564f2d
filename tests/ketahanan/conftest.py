"""Installations for the tests: migrated once per process, copied for each test."""

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import templat
from ketahanan.mesin import URL_BASIS, Pemasangan, admin_postgres


@pytest.fixture(scope="session")
def induk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pemasangan]:
    """A migrated, empty installation that nothing runs on."""
    nama = f"tera_ketahanan_{os.getpid()}" if URL_BASIS else ""
    folder = tmp_path_factory.mktemp("induk")
    with templat.giliran():
        ada = templat.salin(nama or str(folder / "tera.sqlite3"))
    if nama and not ada:
        with admin_postgres() as basis:
            basis.execute(f'CREATE DATABASE "{nama}"')
    satu = Pemasangan(folder, nama)
    try:
        hasil = satu.tera("migrate")
        assert hasil.returncode == 0, hasil.stderr
        yield satu
    finally:
        satu.tutup()


@pytest.fixture
def pasang(induk: Pemasangan, tmp_path: Path) -> Iterator[Callable[..., Pemasangan]]:
    """Make installations of the test's own; keywords are settings (``TERA_…``)."""
    daftar: list[Pemasangan] = []

    def buat(**lingkungan: str) -> Pemasangan:
        nomor = len(daftar)
        nama = f"{induk.nama_basis}_{nomor}" if URL_BASIS else ""
        folder = tmp_path / f"data-{nomor}"
        shutil.copytree(induk.folder, folder, ignore=shutil.ignore_patterns("proses.log"))
        if nama:
            with admin_postgres() as basis:
                basis.execute(f'CREATE DATABASE "{nama}" TEMPLATE "{induk.nama_basis}"')
        satu = Pemasangan(folder, nama, **lingkungan)
        daftar.append(satu)
        return satu

    with contextlib.ExitStack() as tumpukan:
        tumpukan.callback(lambda: [satu.tutup() for satu in daftar])
        yield buat


@pytest.fixture
def tera(pasang: Callable[..., Pemasangan]) -> Pemasangan:
    """One installation."""
    return pasang()
