"""The folder of a practice installation: what it refuses, what it deletes, when it begins anew."""

import argparse
import datetime as dt
import os
import runpy
from pathlib import Path

import pytest

import tera.config
from tera.cli import latihan, main, pemeriksaan
from tera.config.lingkungan import TANDA_LATIHAN, PengaturanSalahError, baca_lingkungan
from tera.organisasi.models import Instansi


@pytest.fixture
def bersih(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    for nama in list(os.environ):
        if nama.startswith("TERA_"):
            monkeypatch.delenv(nama)
    monkeypatch.setenv("TERA_DATA", str(tmp_path / "latihan"))
    return monkeypatch


def test_postgresql_is_refused_before_a_folder_is_made(
    bersih: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bersih.setenv("TERA_DATABASE_URL", "postgres://a:b@127.0.0.1/sungguhan")
    for aksi in ("jalan", "atur-ulang"):
        assert main(["latihan", aksi]) == 1
        assert "hanya memakai SQLite" in capsys.readouterr().err
    assert not (tmp_path / "latihan").exists()


def test_a_folder_that_holds_something_else_is_refused_and_left_as_it_is(
    bersih: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "latihan"
    data.mkdir()
    (data / "tera.sqlite3").write_text("sungguhan")
    for aksi in ("jalan", "atur-ulang"):
        assert main(["latihan", aksi]) == 1
        assert "bukan folder latihan" in capsys.readouterr().err
    assert [satu.name for satu in data.iterdir()] == ["tera.sqlite3"]


def test_a_swap_deletes_only_what_carries_the_mark(
    bersih: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = latihan.siapkan_folder(os.environ)
    for nama in (latihan.KINI, latihan.BARU):
        (folder / nama).mkdir()
        (folder / nama / TANDA_LATIHAN).write_text("{}")
        (folder / nama / "isi").write_text(nama)
    latihan.tukar(folder)
    assert (folder / latihan.KINI / "isi").read_text() == latihan.BARU
    assert not (folder / latihan.LAMA).exists()
    asing = folder / latihan.BARU
    asing.mkdir()
    (asing / "isi").write_text("bukan latihan")
    with pytest.raises(PengaturanSalahError, match="tidak bertanda latihan"):
        latihan.bangun(folder, {}, 0)
    assert (asing / "isi").exists()


def test_a_folder_is_for_practice_or_for_work_never_both(
    bersih: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bersih.setenv("TERA_LATIHAN", "ya")
    with pytest.raises(PengaturanSalahError, match="bukan folder latihan"):
        baca_lingkungan()
    folder = latihan.siapkan_folder(os.environ)
    bersih.setenv("TERA_SUREL_URL", "smtp://127.0.0.1:25")
    hasil = baca_lingkungan()
    assert hasil.latihan
    assert not hasil.surel
    bersih.setenv("TERA_DATABASE_URL", "postgres://a:b@127.0.0.1/sungguhan")
    with pytest.raises(PengaturanSalahError, match="TERA_DATABASE_URL"):
        baca_lingkungan()
    bersih.delenv("TERA_DATABASE_URL")
    bersih.delenv("TERA_LATIHAN")
    with pytest.raises(PengaturanSalahError, match="milik instansi latihan"):
        baca_lingkungan()
    anak = latihan.lingkungan_anak(os.environ | {"TERA_ALAMAT_LATIHAN": "x"}, port=8136)
    assert (anak["TERA_LATIHAN"], anak["TERA_PORT"]) == ("ya", "8136")
    assert "TERA_SUREL_URL" not in anak
    assert "TERA_ALAMAT_LATIHAN" not in anak
    assert folder.stat().st_mode & 0o077 == 0


def test_it_begins_anew_at_two_in_the_night_of_its_zone() -> None:
    saat = dt.datetime(2026, 11, 29, 18, 59, tzinfo=dt.UTC)
    assert latihan.jam_berikut(saat, "Asia/Jakarta") == saat + dt.timedelta(minutes=1)
    saat += dt.timedelta(minutes=1)
    assert latihan.jam_berikut(saat, "Asia/Jakarta") == saat + dt.timedelta(days=1)


def test_a_running_one_is_asked_and_a_failed_renewal_is_said(
    bersih: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = latihan.siapkan_folder(os.environ)
    # Whoever serves it takes the request and fails to build.
    bersih.setattr(latihan.time, "sleep", lambda _detik: (folder / latihan.MINTA).unlink())
    with latihan._pegang(folder) as dapat:
        assert dapat
        assert main(["latihan", "atur-ulang"]) == 1
        assert "yang lama tetap berjalan" in capsys.readouterr().err
        assert main(["latihan", "jalan"]) == 1
        assert "sudah berjalan" in capsys.readouterr().err
    bersih.setattr(latihan, "_tera", _gagal)
    assert not latihan._bangun_atau_biarkan(folder, {}, 0)
    assert "belum diatur ulang" in capsys.readouterr().err


def _gagal(*_argumen: object) -> None:
    raise PengaturanSalahError("tera migrate gagal")


@pytest.mark.django_db
def test_the_check_names_an_instansi_that_is_not_the_demo(settings, capsys) -> None:
    settings.TERA_LATIHAN = True
    Instansi.objects.create(kode="9901", nama="Kabupaten Sungguhan", zona="Asia/Jakarta")
    assert pemeriksaan.periksa(argparse.Namespace(json=False)) == 1
    assert "ada instansi lain: 9901" in capsys.readouterr().out


def test_the_settings_of_practice_write_to_nobody_and_share_no_cookie(
    bersih: pytest.MonkeyPatch,
) -> None:
    folder = latihan.siapkan_folder(os.environ)
    for nama, nilai in {
        "TERA_LATIHAN": "ya",
        "TERA_SUREL_URL": "smtp://surel.contoh.go.id:25",
        "TERA_SUREL_AKAR": "inspektorat@contoh.go.id",
        "TERA_ALAMAT_LATIHAN": "https://latihan.contoh.go.id",
    }.items():
        bersih.setenv(nama, nilai)
    isi = runpy.run_path(str(Path(tera.config.__file__).with_name("settings.py")))
    assert isi["EMAIL_BACKEND"] == "django.core.mail.backends.dummy.EmailBackend"
    assert (isi["TERA_SUREL_AKTIF"], isi["TERA_SUREL_AKAR"]) == (False, [])
    assert isi["TERA_ALAMAT_LATIHAN"] == ""
    assert {isi["SESSION_COOKIE_NAME"], isi["CSRF_COOKIE_NAME"]} == {
        "latihan_sesi",
        "latihan_csrf",
    }
    assert isi["TERA_DATA"] == folder
