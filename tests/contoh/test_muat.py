"""The demo: the same kabupaten each time, every row accepted, its past verifies."""

import datetime as dt
from collections import Counter

import pytest

from tera.contoh import keramaian, peristiwa
from tera.contoh.penduduk import JUDUL_ORANG, bangun
from tera.contoh.services import muat
from tera.core import audit, clock, tanda_terima
from tera.core.models import TandaTerima
from tera.evaluasi.models import Evaluasi
from tera.organisasi.models import Instansi, Pegawai, Penugasan
from tera.pelaksanaan.models import Realisasi
from tera.regulasi.kategori import Rating
from tera.regulasi.nip import baca_nip
from tera.regulasi.predikat import predikat_kinerja
from tera.skp.models import SKP

SAAT = dt.datetime(2026, 9, 10, 2, 0, tzinfo=dt.UTC)


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


def test_every_number_is_well_formed_and_outside_the_issued_serials() -> None:
    for baris in bangun(jumlah=1000, tahun=2026).daftar_orang:
        hasil = baca_nip(baris[0], pada=dt.date(2026, 9, 10))
        assert int(hasil.urut) > 700, baris[:2]


@pytest.mark.django_db
def test_the_stories_load_twice_with_one_effect_and_verify() -> None:
    with clock.jam_beku(SAAT):
        pertama = muat(jumlah=0)
        jumlah = (SKP.objects.count(), Realisasi.objects.count(), TandaTerima.objects.count())
        assert muat(jumlah=0) == pertama
    assert (SKP.objects.count(), Realisasi.objects.count(), TandaTerima.objects.count()) == jumlah
    assert audit.verifikasi().utuh
    for satu in TandaTerima.objects.order_by("?")[:40]:
        assert tanda_terima.sah(satu.token) == satu


@pytest.mark.django_db
def test_the_crowd_plans_works_and_moves_by_the_rules() -> None:
    with clock.jam_beku(SAAT):
        muat(jumlah=160)
    instansi = Instansi.objects.get(kode="9499")
    assert Pegawai.objects.filter(instansi=instansi).count() > 160
    lalu = SKP.objects.filter(instansi=instansi, tahun=2025)
    assert set(lalu.values_list("status", flat=True)) == {"ditetapkan"}
    kini = Counter(SKP.objects.filter(tahun=2026).values_list("status", flat=True))
    assert kini["ditetapkan"] > 140
    assert {"draf", "diajukan", "dikembalikan", "ditutup"} <= set(kini)
    assert lalu.filter(terlambat=True).exists()
    assert not SKP.objects.filter(status="ditetapkan", rekaman={}).exists()
    plt = Penugasan.objects.get(jenis="plt")
    assert (plt.unit.kode, plt.memimpin_unit) == (peristiwa.UNIT_LOWONG, True)
    (pindah,) = SKP.objects.filter(tahun=2026, status="ditutup")
    assert pindah.selesai == dt.date(2026, 6, 30)
    baru = SKP.objects.get(pegawai=pindah.pegawai, mulai=dt.date(2026, 7, 1))
    assert baru.penilai_id != pindah.penilai_id
    assert audit.verifikasi().utuh
    satu = Realisasi.objects.filter(status="diverifikasi").latest("pk")
    tanda = TandaTerima.objects.get(jenis="realisasi", objek_id=satu.pk, aksi="verifikasi")
    assert tanda_terima.sah(tanda.token) == tanda
    evaluasi = Counter(
        Evaluasi.objects.filter(periode__tahun=2026).values_list("status", flat=True)
    )
    assert {"dinilai", "ditetapkan", "disampaikan", "final"} <= set(evaluasi)
    for satu in Evaluasi.objects.exclude(predikat=""):
        assert (
            satu.predikat
            == predikat_kinerja(
                hasil_kerja=Rating(satu.rating_hasil_kerja),
                perilaku_kerja=Rating(satu.rating_perilaku_kerja),
                pada=satu.ditetapkan_pada,
            ).predikat
        )
    assert (
        Evaluasi.objects.filter(
            periode__tahun=2025, periode__jenis="tahunan", status="final"
        ).count()
        > 150
    )
    orang = keramaian.daftar_orang(instansi, 2026)
    assert all(satu.penilai is not None for satu in orang)
