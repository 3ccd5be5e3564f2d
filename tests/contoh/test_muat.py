"""The people of the demo: the same each time, in the national shares, with invented numbers."""

import datetime as dt
from collections import Counter

from tera.contoh import peristiwa
from tera.contoh.penduduk import JUDUL_ORANG, bangun
from tera.regulasi.nip import baca_nip


def test_the_same_seed_gives_the_same_people_within_the_national_shares() -> None:
    satu, dua = bangun(jumlah=1000, tahun=2026), bangun(jumlah=1000, tahun=2026)
    assert satu.csv_unit() == dua.csv_unit()
    assert satu.daftar_orang == dua.daftar_orang
    assert len(satu.daftar_orang) == 1000
    kolom = {nama: urut for urut, nama in enumerate(JUDUL_ORANG)}
    assert len({baris[kolom["NIP"]] for baris in satu.daftar_orang}) == 1000
    status = Counter(baris[kolom["STATUS"]] for baris in satu.daftar_orang)
    assert 0.55 < status["PNS"] / 1000 < 0.7
    assert status["CPNS"] > 10
    assert status["PPPK Paruh Waktu"] > 50
    jenis = Counter(baris[kolom["JENIS JABATAN"]] for baris in satu.daftar_orang)
    assert 0.5 < jenis["2"] / 1000 < 0.7
    guru = sum(baris[kolom["JABATAN"]].startswith("Guru") for baris in satu.daftar_orang)
    assert 0.35 < guru / 1000 < 0.5
    sehat = ("Perawat", "Bidan", "Dokter", "Apoteker", "Nutrisionis", "Perekam Medis")
    kesehatan = sum(baris[kolom["JABATAN"]].startswith(sehat) for baris in satu.daftar_orang)
    assert 0.08 < kesehatan / 1000 < 0.2
    kelamin = Counter(baris[kolom["JENIS KELAMIN"]] for baris in satu.daftar_orang)
    assert 0.5 < kelamin["F"] / 1000 < 0.65
    assert satu.lowong == [peristiwa.UNIT_LOWONG]


def test_every_number_is_well_formed_and_outside_the_issued_serials() -> None:
    for baris in bangun(jumlah=1000, tahun=2026).daftar_orang:
        hasil = baca_nip(baris[0], pada=dt.date(2026, 9, 10))
        assert int(hasil.urut) > 700, baris[:2]
