"""Across instansi: only who agreed, 30 and more, and nothing hidden follows from a difference."""

import datetime as dt
from itertools import combinations

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from dasbor.test_laman import buka, hitung
from pemeran import Pemeran
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.dasbor import services
from tera.dasbor.models import HakPembina, PotretPembina
from tera.dasbor.selectors.pembina import (
    N_TERKECIL,
    UKURAN,
    bagian,
    gabung,
    gambaran_pembina,
    hak_pembina,
)
from tera.organisasi.models import Instansi, KebijakanInstansi, Periode

PADA = dt.date(2026, 11, 20)


def ikut(instansi: Instansi, nilai: bool = True, sejak: dt.date = dt.date(2026, 1, 1)) -> None:
    KebijakanInstansi.objects.update_or_create(
        instansi=instansi, kunci="dasbor.pembina", sejak=sejak,
        defaults={"nilai": nilai, "dasar": "Surat 1", "nama_aktor": "Citra",
                  "dibuat_at": dt.datetime(2026, 1, 1, tzinfo=dt.UTC)},
    )  # fmt: skip


def beri(para: Pemeran, awalan: str = "") -> HakPembina:
    """Dewi, of the other instansi, becomes a pembina."""
    return services.beri_hak(
        aktor=Aktor.sistem(para.instansi_lain.pk, "Asia/Jakarta"), pegawai=para.dewi,
        awalan_kode=awalan, dasar="Surat Menteri 7", sejak=PADA,
    )  # fmt: skip


def potret(instansi: Instansi, orang: int, baik: int) -> None:
    periode, _ = Periode.objects.get_or_create(
        instansi=instansi, tahun=2026, jenis="tahunan", urut=1,
        defaults={"mulai": dt.date(2026, 1, 1), "selesai": dt.date(2026, 12, 31),
                  "batas_evaluasi": dt.date(2027, 1, 31), "dibuka_pada": dt.date(2025, 12, 1)},
    )  # fmt: skip
    PotretPembina.objects.update_or_create(
        periode=periode,
        defaults={
            "instansi": instansi, "bulan": dt.date(2026, 11, 1), "diambil_pada": PADA,
            "isi": {kata: [baik, orang, orang] for kata in UKURAN},
        },
    )  # fmt: skip


def test_without_a_grant_there_is_no_page(para: Pemeran) -> None:
    ikut(para.instansi)
    for orang in (para.andi, para.citra, para.eka, para.dewi):
        buka(orang, reverse("dasbor:pembina"), 404)
    beri(para)
    buka(para.dewi, reverse("dasbor:pembina"))
    assert reverse("dasbor:pembina") in buka(para.dewi, "/")


def test_only_the_owner_of_the_installation_gives_and_ends_a_grant(para: Pemeran) -> None:
    for orang in (para.citra, para.dewi):
        with pytest.raises(TidakBerwenangError, match="pemilik pemasangan"):
            services.beri_hak(
                aktor=para.aktor(orang), pegawai=para.dewi, awalan_kode="", dasar="x", sejak=PADA
            )
    with pytest.raises(MasukanSalahError, match="nomor suratnya"):
        services.beri_hak(
            aktor=Aktor.sistem(para.instansi.pk, "Asia/Jakarta"), pegawai=para.dewi,
            awalan_kode="", dasar=" ", sejak=PADA,
        )  # fmt: skip
    hak = beri(para)
    with pytest.raises(TidakBerwenangError):
        services.akhiri_hak(aktor=para.aktor(para.citra), hak=hak, pada=PADA)
    services.akhiri_hak(aktor=Aktor.sistem(para.instansi.pk, "Asia/Jakarta"), hak=hak, pada=PADA)
    buka(para.dewi, reverse("dasbor:pembina"), 404)


def test_an_instansi_that_did_not_agree_is_never_seen(para: Pemeran) -> None:
    beri(para)
    potret(para.instansi, 40, 20)
    assert para.instansi.nama not in buka(para.dewi, reverse("dasbor:pembina"))
    ikut(para.instansi)
    assert para.instansi.nama in buka(para.dewi, reverse("dasbor:pembina"))
    ikut(para.instansi, False, dt.date(2026, 11, 1))
    assert para.instansi.nama not in buka(para.dewi, reverse("dasbor:pembina"))


def test_a_province_sees_only_codes_of_its_own(para: Pemeran) -> None:
    beri(para, awalan="88")
    ikut(para.instansi)
    potret(para.instansi, 40, 20)
    assert para.instansi.nama not in buka(para.dewi, reverse("dasbor:pembina"))
    HakPembina.objects.update(awalan_kode="99")
    assert para.instansi.nama in buka(para.dewi, reverse("dasbor:pembina"))


def test_fewer_than_thirty_people_are_hidden_whatever_they_counted(para: Pemeran) -> None:
    assert bagian("skp", 5, 29, 29).persen is None
    assert bagian("skp", 15, 30, 30).persen == 50
    # Thirty indicators of six people are still six people.
    assert bagian("target", 15, 30, 6).persen is None


def test_a_share_of_results_never_says_all_or_nobody() -> None:
    semua, kosong = bagian("baik", 40, 40, 40), bagian("baik", 0, 40, 40)
    assert (semua.persen, semua.ujung) == (95, "atas")
    assert (kosong.persen, kosong.ujung) == (5, "bawah")
    # Whether plans were set says nothing about anybody's result.
    assert bagian("skp", 40, 40, 40).persen == 100


@given(
    st.lists(
        st.tuples(st.integers(0, 120), st.integers(0, 100)).map(lambda t: (t[0], min(t[0], t[1]))),
        min_size=1,
        max_size=6,
    )
)
def test_what_is_hidden_changes_no_sum_so_no_difference_tells_it(
    daftar: list[tuple[int, int]],
) -> None:
    isi = [{kata: [n, orang, orang] for kata in UKURAN} for orang, n in daftar]
    tampak = [satu for satu, (orang, _n) in zip(isi, daftar, strict=True) if orang >= N_TERKECIL]
    assert gabung(isi) == gabung(tampak)
    # Also for whoever sees only some of them: a province beside the ministry.
    for banyak in range(len(isi)):
        for sebagian in combinations(range(len(isi)), banyak):
            pilih = [isi[i] for i in sebagian]
            tersembunyi = [isi[i] for i in sebagian if daftar[i][0] < N_TERKECIL]
            tanpa = [satu for satu in pilih if satu not in tersembunyi]
            assert gabung(pilih) == gabung(tanpa)


def test_the_picture_is_taken_once_a_month_and_dropped_when_the_instansi_leaves(
    para: Pemeran,
) -> None:
    assert services.ambil_potret(pada=PADA) == 0
    ikut(para.instansi)
    assert services.ambil_potret(pada=PADA) == 1
    assert services.ambil_potret(pada=PADA + dt.timedelta(days=5)) == 0
    satu = PotretPembina.objects.get()
    assert satu.isi["skp"] == [0, 5, 5]
    assert services.ambil_potret(pada=dt.date(2026, 12, 1)) == 1
    ikut(para.instansi, False, dt.date(2026, 12, 2))
    services.ambil_potret(pada=dt.date(2026, 12, 3))
    assert not PotretPembina.objects.exists()


def test_the_page_costs_the_same_whatever_the_number_of_instansi(para: Pemeran) -> None:
    beri(para)
    hasil = []
    for n, banyak in ((0, 2), (2, 9)):
        for nomor in range(n, banyak):
            lain = Instansi.objects.create(kode=f"77{nomor:02d}", nama=f"Kabupaten {nomor}")
            ikut(lain)
            potret(lain, 20 + 10 * nomor, 15)
        hasil.append(hitung(para.dewi, reverse("dasbor:pembina")))
    assert hasil[0] == hasil[1]
    aktor = para.aktor(para.dewi)
    gambaran = gambaran_pembina(aktor=aktor, hak=hak_pembina(aktor=aktor))
    assert len(gambaran.baris) == 9
    assert [satu.bagian["skp"].tampak for satu in gambaran.baris[:2]] == [False, True]
