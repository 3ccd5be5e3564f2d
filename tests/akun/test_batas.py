"""Limits per account: both sides of each border, and nobody can lock a colleague out."""

import datetime as dt

import pytest

from akun.alat import akun
from pemeran import Pemeran
from tera.core import clock
from tera.core.akun.asal import Asal, normal_nama_akun, ringkas_alamat, ringkas_perangkat
from tera.core.akun.batas import (
    BATAS_JARINGAN,
    BATAS_NAMA,
    JENDELA_JARINGAN,
    JENDELA_NAMA,
    TerlaluSeringError,
    catat_percobaan,
    hapus_riwayat_lama,
    periksa_batas,
)
from tera.core.models import RiwayatMasuk

KANTOR = Asal("10.1.2.0/24", "Chrome di Windows")
LUAR = Asal("203.0.113.0/24", "Peramban lain di perangkat lain")
SAAT = dt.datetime(2026, 3, 2, 1, 0, tzinfo=dt.UTC)
pytestmark = pytest.mark.django_db


def gagal(nama: str, asal: Asal, kali: int) -> None:
    for _urut in range(kali):
        catat_percobaan(nama_akun=nama, akun=None, berhasil=False, cara="sandi", asal=asal)


@pytest.mark.parametrize("nama", ["199003032015011003", "tidak.ada"])
def test_the_fifth_failure_in_a_network_closes_the_name_there(nama: str) -> None:
    with clock.jam_beku(SAAT):
        gagal(nama, KANTOR, BATAS_JARINGAN - 1)
        periksa_batas(nama_akun=nama, asal=KANTOR)
        gagal(nama, KANTOR, 1)
        with pytest.raises(TerlaluSeringError, match="15 menit"):
            periksa_batas(nama_akun=nama, asal=KANTOR)
        periksa_batas(nama_akun=nama, asal=LUAR)
    with (
        clock.jam_beku(SAAT + JENDELA_JARINGAN - dt.timedelta(seconds=1)),
        pytest.raises(TerlaluSeringError),
    ):
        periksa_batas(nama_akun=nama, asal=KANTOR)
    with clock.jam_beku(SAAT + JENDELA_JARINGAN):
        periksa_batas(nama_akun=nama, asal=KANTOR)


def test_a_success_in_the_network_starts_the_count_anew() -> None:
    with clock.jam_beku(SAAT):
        gagal("andi", KANTOR, BATAS_JARINGAN - 1)
        catat_percobaan(nama_akun="andi", akun=None, berhasil=True, cara="sandi", asal=KANTOR)
        gagal("andi", KANTOR, BATAS_JARINGAN - 1)
        periksa_batas(nama_akun="andi", asal=KANTOR)


def test_a_hammered_name_closes_everywhere_but_in_the_network_it_knows() -> None:
    with clock.jam_beku(SAAT - dt.timedelta(days=3)):
        catat_percobaan(nama_akun="andi", akun=None, berhasil=True, cara="sandi", asal=KANTOR)
    with clock.jam_beku(SAAT):
        for nomor in range(BATAS_NAMA - 1):
            gagal("andi", Asal(f"198.51.{nomor}.0/24", ""), 1)
        periksa_batas(nama_akun="andi", asal=LUAR)
        gagal("andi", Asal("198.51.200.0/24", ""), 1)
        with pytest.raises(TerlaluSeringError, match="60 menit"):
            periksa_batas(nama_akun="andi", asal=LUAR)
        periksa_batas(nama_akun="andi", asal=KANTOR)
    with clock.jam_beku(SAAT + JENDELA_NAMA):
        periksa_batas(nama_akun="andi", asal=LUAR)


def test_history_is_kept_180_days() -> None:
    with clock.jam_beku(SAAT):
        gagal("andi", KANTOR, 1)
    with clock.jam_beku(SAAT + dt.timedelta(days=180)):
        assert hapus_riwayat_lama() == 0
    with clock.jam_beku(SAAT + dt.timedelta(days=180, seconds=1)):
        assert hapus_riwayat_lama() == 1


def test_the_address_is_shortened_before_it_is_stored(pemeran: Pemeran) -> None:
    assert ringkas_alamat("203.0.113.77") == "203.0.113.0/24"
    assert ringkas_alamat("2001:db8:aaaa:bbbb::1") == "2001:db8:aaaa::/48"
    assert ringkas_alamat("::ffff:203.0.113.77") == "203.0.113.0/24"
    assert ringkas_alamat("bukan alamat") == ""
    catat_percobaan(
        nama_akun="x", akun=akun(pemeran.andi), berhasil=True, cara="sandi", asal=KANTOR
    )
    assert "10.1.2.0/24" in RiwayatMasuk.objects.values_list("alamat", flat=True)


@pytest.mark.parametrize(
    ("agen", "kata"),
    [
        ("Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537", "Chrome di Android"),
        ("Mozilla/5.0 (iPhone; CPU OS 17) Version/17 Safari/604", "Safari di iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/120 Safari/537 Edg/120", "Edge di Windows"),
        ("", "Peramban lain di perangkat lain"),
    ],
)
def test_a_device_is_told_in_words(agen: str, kata: str) -> None:
    assert ringkas_perangkat(agen) == kata


@pytest.mark.parametrize(
    ("teks", "nama"),
    [
        ("19900303 201501 1 003", "199003032015011003"),
        ("19900303\u00a0201501\u00a01\u00a0003", "199003032015011003"),
        (" Gita ", "gita"),
        ("gita.bupati", "gita.bupati"),
    ],
)
def test_blanks_inside_a_nip_do_not_matter(teks: str, nama: str) -> None:
    assert normal_nama_akun(teks) == nama
