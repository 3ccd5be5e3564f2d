"""The product's own courses and cases: complete, balanced, without a name of the demo."""

import csv
import re
import tomllib
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from tera.bimtek.isi import KODE_NILAI, TINGKAT, Kasus
from tera.bimtek.pemuat import DATA, PENANDA, daftar_kasus, daftar_kursus
from tera.evaluasi.saran import saran_perilaku

GAMBAR = Path(DATA).parent / "static" / "bimtek" / "gambar"
SEMUA_KASUS = list(daftar_kasus().values())


@pytest.fixture(scope="module")
def nama_contoh() -> set[str]:
    """Every word that is part of a name in the demo."""
    contoh = files("tera.contoh") / "data"
    daftar = tomllib.loads((contoh / "nama.toml").read_text(encoding="utf-8"))
    kata = {satu for teks in daftar.values() for satu in str(teks).split()}
    pegawai = csv.DictReader((contoh / "pegawai.csv").read_text(encoding="utf-8").splitlines())
    return kata | {satu for baris in pegawai for satu in re.findall(r"\w+", baris["NAMA"])}


def test_jenis_pekerjaan_kali_tingkat() -> None:
    """At least eight kinds of work, each with one case of every level, and all three ranks."""
    hitung = Counter((satu.rumpun, satu.tingkat_kunci) for satu in SEMUA_KASUS)
    rumpun = {satu.rumpun for satu in SEMUA_KASUS}
    assert len(rumpun) >= 8
    assert set(hitung) == {(satu, tingkat) for satu in rumpun for tingkat in TINGKAT}
    assert {satu.jenjang for satu in SEMUA_KASUS} == {"staf", "ahli", "pengawas"}


@pytest.mark.parametrize("kasus", SEMUA_KASUS, ids=lambda satu: satu.kode)
def test_kunci_kasus(kasus: Kasus, nama_contoh: set[str]) -> None:
    """No halo key, reasons that say something, and a whole level that is the product's reading."""
    assert tuple(satu.nilai for satu in kasus.kunci) == KODE_NILAI
    assert kasus.penanda == PENANDA
    assert 6 <= len(kasus.bukti) <= 9
    assert sum(satu.tingkat != kasus.tingkat_kunci for satu in kasus.kunci) >= 2
    assert len({satu.alasan for satu in kasus.kunci}) == len(KODE_NILAI)
    assert min(len(satu.alasan) for satu in kasus.kunci) >= 30
    saran = saran_perilaku(
        daftar={satu.nilai: satu.tingkat for satu in kasus.kunci},
        jumlah_nilai=len(KODE_NILAI),
        batas_atas=4,
    )
    assert saran.level == kasus.tingkat_kunci
    teks = " ".join([kasus.judul, kasus.uraian, *(satu.teks for satu in kasus.bukti)])
    assert not set(re.findall(r"\b[A-Z]\w+", teks)) & nama_contoh


def test_tiap_nilai_mendapat_ketiga_tingkat() -> None:
    """Over all cases every value is seen on every level, so that none can be guessed."""
    terlihat = {(satu.nilai, satu.tingkat) for kasus in SEMUA_KASUS for satu in kasus.kunci}
    assert terlihat == {(nilai, tingkat) for nilai in KODE_NILAI for tingkat in TINGKAT}


def test_isi_kursus(nama_contoh: set[str]) -> None:
    """Each module is short, asks two or three questions, and points at pictures that exist."""
    dipakai = set()
    for kursus in daftar_kursus().values():
        for modul in kursus.modul:
            tempat = f"{kursus.kode}/{modul.kode}"
            assert 3 <= modul.menit <= 8, tempat
            assert 2 <= len(modul.periksa) <= 3, tempat
            assert "*" not in modul.isi.replace("**", ""), tempat
            assert not set(re.findall(r"\b[A-Z]\w+", modul.isi)) & nama_contoh, tempat
            gambar = set(re.findall(r"!\[[^\]]+\]\(gambar:([a-z0-9-]+)\)", modul.isi))
            assert modul.isi.count("](gambar:") == len(gambar), tempat
            dipakai |= gambar
    assert dipakai == {satu.stem for satu in GAMBAR.glob("*.svg")}


def test_soal_tidak_tertebak() -> None:
    """The right answer is neither always in one place nor nearly always the longest one."""
    soal = [
        satu
        for kursus in daftar_kursus().values()
        for modul in kursus.modul
        for satu in modul.periksa
    ]
    letak = Counter(satu.kunci for satu in soal)
    assert max(letak.values()) < 0.6 * len(soal), letak
    terpanjang = [max(satu.pilihan, key=lambda pilihan: len(pilihan.teks)) for satu in soal]
    assert sum(satu.benar for satu in terpanjang) < 0.6 * len(soal)
