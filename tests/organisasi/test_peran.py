"""Officers' parts: given by letter, never to oneself, the last admin stays."""

import datetime as dt

import pytest
from django.urls import reverse

from organisasi.orang_uji import PADA, jadikan_admin, kirim, lihat, masuk
from pemeran import Pemeran, buat_pemeran
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.models import PeranPetugas
from tera.organisasi.permissions import peran_petugas
from tera.organisasi.selectors.peran import peran_terlihat, petugas_unit
from tera.organisasi.services.peran import akhiri_peran, beri_peran

BESOK = PADA + dt.timedelta(days=1)


@pytest.fixture
def orang(db: None) -> Pemeran:
    orang = buat_pemeran()
    jadikan_admin(orang, orang.fajar)
    return orang


def beri(orang: Pemeran, **ganti: object) -> PeranPetugas:
    isi = {
        "aktor": orang.aktor(orang.fajar),
        "pegawai_id": orang.andi.pk,
        "peran": "pengelola",
        "unit_id": orang.bidang.pk,
        "sejak": PADA,
        "sampai": None,
        "dasar": "SK 7",
        "pada": PADA,
    } | ganti
    return beri_peran(**isi)  # type: ignore[arg-type]


def test_a_part_holds_from_its_day(orang: Pemeran) -> None:
    beri(orang, sejak=BESOK)
    aktor = orang.aktor(orang.andi)
    assert peran_petugas(aktor=aktor, pada=PADA) == frozenset()
    assert peran_petugas(aktor=aktor, pada=BESOK) == {"pengelola"}
    daftar = petugas_unit(
        instansi_id=orang.instansi.pk, path=orang.bidang.path, peran="pengelola", pada=BESOK
    )
    assert [satu.pegawai for satu in daftar] == [orang.andi, orang.citra]


def test_nobody_gives_a_part_to_oneself(orang: Pemeran) -> None:
    with pytest.raises(TidakBerwenangError, match="diri sendiri"):
        beri(orang, pegawai_id=orang.fajar.pk)


@pytest.mark.parametrize("siapa", ["andi", "budi", "citra", "eka"])
def test_only_an_admin_gives_parts(orang: Pemeran, siapa: str) -> None:
    with pytest.raises(TidakBerwenangError):
        beri(orang, aktor=orang.aktor(getattr(orang, siapa)), pegawai_id=orang.bupati.pk)


def test_an_admin_of_a_part_of_the_tree_gives_nothing_above_it(orang: Pemeran) -> None:
    PeranPetugas.objects.filter(pegawai=orang.fajar).update(unit=orang.dinas)
    assert beri(orang).unit == orang.bidang
    with pytest.raises(TidakBerwenangError):
        beri(orang, unit_id=orang.kabupaten.pk)


@pytest.mark.parametrize(
    "ganti", [{"dasar": ""}, {"peran": "raja"}, {"sampai": PADA - dt.timedelta(days=1)}]
)
def test_no_letter_no_part(orang: Pemeran, ganti: dict[str, object]) -> None:
    with pytest.raises(MasukanSalahError):
        beri(orang, **ganti)


def test_the_same_part_is_held_once(orang: Pemeran) -> None:
    beri(orang)
    with pytest.raises(MasukanSalahError):
        beri(orang)


def test_the_last_admin_stays_until_there_is_another(orang: Pemeran) -> None:
    aktor = orang.aktor(orang.fajar)
    terakhir = PeranPetugas.objects.get(pegawai=orang.fajar)
    with pytest.raises(MasukanSalahError, match="admin terakhir"):
        akhiri_peran(aktor=aktor, baris=terakhir, sampai=PADA, dasar="SK 8", pada=PADA)
    beri(orang, peran="admin", unit_id=orang.kabupaten.pk)
    akhiri_peran(aktor=aktor, baris=terakhir, sampai=PADA, dasar="SK 8", pada=PADA)
    assert peran_petugas(aktor=aktor, pada=BESOK) == frozenset()


def test_a_part_ends_once(orang: Pemeran) -> None:
    baris = beri(orang)
    aktor = orang.aktor(orang.fajar)
    akhiri_peran(aktor=aktor, baris=baris, sampai=PADA, dasar="SK 8", pada=PADA)
    with pytest.raises(StatusTidakSesuaiError):
        akhiri_peran(aktor=aktor, baris=baris, sampai=BESOK, dasar="SK 9", pada=PADA)


def test_one_sees_ones_own_parts_and_officers_those_of_their_units(orang: Pemeran) -> None:
    beri(orang)

    def jumlah(siapa: object) -> int:
        return peran_terlihat(aktor=orang.aktor(siapa), pada=PADA).count()  # type: ignore[arg-type]

    assert (jumlah(orang.citra), jumlah(orang.andi), jumlah(orang.budi)) == (4, 1, 0)
    assert jumlah(orang.dewi) == 0


def test_the_admin_gives_and_ends_a_part_on_the_pages(orang: Pemeran) -> None:
    klien = masuk(orang.fajar)
    isi = {
        "pegawai": "Andi Pegawai (199003032015011003)",
        "peran": "pengelola",
        "unit": "Bidang Data (010101)",
        "sejak": "2026-06-01",
        "dasar": "SK 7",
    }
    assert kirim(klien, reverse("organisasi:peran_baru"), isi).status_code == 302
    baris = PeranPetugas.objects.get(pegawai=orang.andi)
    akhiri = reverse("organisasi:peran_akhiri", args=[baris.pk])
    assert lihat(masuk(orang.citra), akhiri).status_code == 403
    assert lihat(masuk(orang.dewi), akhiri).status_code == 404
    assert kirim(klien, akhiri, {"sampai": "2026-06-30", "dasar": "SK 8"}).status_code == 302


def test_the_list_costs_the_same_for_few_and_many(
    orang: Pemeran, django_assert_max_num_queries
) -> None:
    klien = masuk(orang.citra)
    hitung = []
    for mulai in (0, 1):
        for n in range(mulai * 20):
            beri(orang, pegawai_id=orang.budi.pk, sejak=PADA + dt.timedelta(days=2 * n),
                 sampai=PADA + dt.timedelta(days=2 * n))  # fmt: skip
        with django_assert_max_num_queries(12) as tangkap:
            assert lihat(klien, reverse("organisasi:peran")).status_code == 200
        hitung.append(len(tangkap.captured_queries))
    assert hitung[0] == hitung[1]
