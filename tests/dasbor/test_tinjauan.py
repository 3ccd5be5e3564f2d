"""The yearly review: frozen figures, a note, agreements that return; each step to its own."""

import datetime as dt
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from dasbor.test_laman import buka, hitung
from evaluasi import panggung
from pemeran import Pemeran
from tera.core import clock
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.dasbor import services
from tera.dasbor.models import KesepakatanTinjauan, TinjauanTahunan
from tera.organisasi.models import PeranPetugas, Periode

PADA = dt.date(2027, 2, 15)
SAAT = dt.datetime(2027, 2, 15, 2, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _februari(_jam: None):
    with clock.jam_beku(SAAT):
        yield


def susun(para: Pemeran) -> TinjauanTahunan:
    return services.susun_tinjauan(aktor=para.aktor(para.citra), periode=para.periode, pada=PADA)


def sepakat(para: Pemeran, satu: TinjauanTahunan, **bidang: object) -> KesepakatanTinjauan:
    isi = {
        "uraian": "Latih penilai menulis alasan", "penanggung_jawab_id": para.budi.pk,
        "tenggat": dt.date(2027, 6, 30), **bidang,
    }  # fmt: skip
    return services.catat_kesepakatan(aktor=para.aktor(para.citra), tinjauan=satu, pada=PADA, **isi)


def tahun_depan(para: Pemeran) -> Periode:
    return Periode.objects.create(
        instansi=para.instansi, tahun=2027, jenis="tahunan", urut=1, mulai=dt.date(2027, 1, 1),
        selesai=dt.date(2027, 12, 31), batas_skp=dt.date(2027, 1, 31),
        batas_evaluasi=dt.date(2028, 1, 31), dibuka_pada=dt.date(2026, 12, 1),
    )  # fmt: skip


def test_a_review_freezes_the_figures_of_a_year_that_is_over(para: Pemeran) -> None:
    panggung.tetapkan(para)
    with pytest.raises(StatusTidakSesuaiError, match="masih berjalan"):
        services.susun_tinjauan(
            aktor=para.aktor(para.citra), periode=para.periode, pada=dt.date(2026, 12, 31)
        )
    satu = susun(para)
    assert satu.isi["skp"]["wajib"] == 5
    assert satu.isi["evaluasi"] == {
        "jumlah": 1, "ditetapkan": 1, "disampaikan": 0, "terlambat": 0
    }  # fmt: skip
    assert satu.isi["keberatan"] is None
    with pytest.raises(StatusTidakSesuaiError, match="sudah disusun"):
        susun(para)


def test_only_officers_of_the_whole_instansi_write_it(para: Pemeran) -> None:
    for orang in (para.andi, para.budi, para.fajar, para.eka, para.dewi):
        with pytest.raises(TidakBerwenangError):
            services.susun_tinjauan(aktor=para.aktor(orang), periode=para.periode, pada=PADA)
    # A pengelola of one Dinas isn't the instansi's.
    PeranPetugas.objects.create(
        instansi=para.instansi, pegawai=para.andi, peran="pengelola", unit=para.dinas,
        sejak=dt.date(2026, 1, 1), dasar="SK",
    )  # fmt: skip
    with pytest.raises(TidakBerwenangError):
        services.susun_tinjauan(aktor=para.aktor(para.andi), periode=para.periode, pada=PADA)


def test_it_is_set_only_with_a_note_and_an_agreement_and_then_stands(para: Pemeran) -> None:
    satu, aktor = susun(para), para.aktor(para.citra)
    with pytest.raises(MasukanSalahError, match="catatannya kosong"):
        services.tetapkan_tinjauan(aktor=aktor, tinjauan=satu, pada=PADA)
    satu = services.tulis_catatan(
        aktor=aktor, tinjauan=satu, catatan="Penilaian tepat waktu.", revisi=0, pada=PADA
    )
    with pytest.raises(StatusTidakSesuaiError, match="disimpan orang lain"):
        services.tulis_catatan(aktor=aktor, tinjauan=satu, catatan="Lain", revisi=0, pada=PADA)
    with pytest.raises(MasukanSalahError, match="belum ada kesepakatan"):
        services.tetapkan_tinjauan(aktor=aktor, tinjauan=satu, pada=PADA)
    sepakat(para, satu)
    hasil = services.tetapkan_tinjauan(aktor=aktor, tinjauan=satu, pada=PADA)
    assert hasil.tanda_terima.nomor
    for tolak in (
        lambda: services.bekukan_ulang(aktor=aktor, tinjauan=satu, pada=PADA),
        lambda: services.tulis_catatan(
            aktor=aktor, tinjauan=satu, catatan="x", revisi=1, pada=PADA
        ),
        lambda: services.tetapkan_tinjauan(aktor=aktor, tinjauan=satu, pada=PADA),
    ):
        with pytest.raises(StatusTidakSesuaiError):
            tolak()


def test_what_stays_open_returns_in_the_next_years_review(para: Pemeran) -> None:
    satu = susun(para)
    terbuka, selesai = sepakat(para, satu), sepakat(para, satu, uraian="Satukan jadwal")
    services.selesaikan_kesepakatan(
        aktor=para.aktor(para.budi), kesepakatan=selesai, hasil="Jadwal satu", pada=PADA
    )
    depan = services.susun_tinjauan(
        aktor=para.aktor(para.citra), periode=tahun_depan(para), pada=dt.date(2028, 2, 1)
    )
    terbuka.refresh_from_db()
    assert terbuka.status == "dibawa"
    (lanjutan,) = depan.daftar_kesepakatan.all()
    assert (lanjutan.asal_id, lanjutan.uraian, lanjutan.status) == (
        terbuka.pk, terbuka.uraian, "terbuka"
    )  # fmt: skip
    with pytest.raises(StatusTidakSesuaiError):
        services.selesaikan_kesepakatan(
            aktor=para.aktor(para.budi), kesepakatan=terbuka, hasil="Sudah", pada=PADA
        )


def test_the_owner_ends_an_agreement_and_only_an_officer_gives_it_up(para: Pemeran) -> None:
    satu = sepakat(para, susun(para))
    for orang in (para.andi, para.fajar, para.eka):
        with pytest.raises(TidakBerwenangError):
            services.selesaikan_kesepakatan(
                aktor=para.aktor(orang), kesepakatan=satu, hasil="x", pada=PADA
            )
    with pytest.raises(TidakBerwenangError):
        services.batalkan_kesepakatan(
            aktor=para.aktor(para.budi), kesepakatan=satu, hasil="Tidak perlu", pada=PADA
        )
    with pytest.raises(MasukanSalahError, match="Belum ada yang ditulis"):
        services.selesaikan_kesepakatan(
            aktor=para.aktor(para.budi), kesepakatan=satu, hasil=" ", pada=PADA
        )
    services.selesaikan_kesepakatan(
        aktor=para.aktor(para.budi), kesepakatan=satu, hasil="Dilatih 3 Maret", pada=PADA
    )
    satu.refresh_from_db()
    assert (satu.status, satu.hasil, satu.selesai_pada) == ("selesai", "Dilatih 3 Maret", PADA)


def test_an_agreement_needs_a_person_of_the_instansi_and_a_day_ahead(para: Pemeran) -> None:
    satu = susun(para)
    for bidang, pesan in (
        ({"tenggat": PADA - dt.timedelta(days=1)}, "sudah lewat"),
        ({"tenggat": PADA + dt.timedelta(days=800)}, "dua tahun"),
        ({"penanggung_jawab_id": para.dewi.pk}, "NIP itu"),
        ({"uraian": " "}, "Belum ada"),
    ):
        with pytest.raises(MasukanSalahError, match=pesan):
            sepakat(para, satu, **bidang)


def test_the_pages_lead_from_a_year_to_its_agreements(para: Pemeran) -> None:
    panggung.tetapkan(para)
    klien = Client()
    klien.force_login(para.citra.akun)
    daftar = reverse("dasbor:tinjauan_daftar")
    assert "Susun tinjauan" in klien.get(daftar).content.decode()
    kirim = lambda alamat, **isi: klien.post(  # noqa: E731
        alamat, {"kunci_idempoten": str(uuid.uuid4()), **isi}
    )
    jawab = kirim(reverse("dasbor:tinjauan_susun", args=[para.periode.pk]))
    satu = TinjauanTahunan.objects.get()
    halaman = reverse("dasbor:tinjauan", args=[satu.pk])
    assert jawab["Location"] == halaman
    assert kirim(halaman, catatan="Cukup baik", revisi="0").status_code == 302
    salah = kirim(
        reverse("dasbor:tinjauan_sepakati", args=[satu.pk]),
        uraian="Perbaiki", nip="123", tenggat="2027-06-01",
    )  # fmt: skip
    assert salah.status_code == 422
    assert "NIP itu" in salah.content.decode()
    benar = kirim(
        reverse("dasbor:tinjauan_sepakati", args=[satu.pk]),
        uraian="Perbaiki", nip=para.budi.nip, tenggat="2027-06-01", x="y",
    )  # fmt: skip
    assert benar.status_code == 302
    assert kirim(reverse("dasbor:tinjauan_tetapkan", args=[satu.pk])).status_code == 302
    kesepakatan = KesepakatanTinjauan.objects.get()
    saya = buka(para.budi, reverse("dasbor:kesepakatan_saya"))
    assert "Perbaiki" in saya
    buka(para.budi, reverse("dasbor:kesepakatan", args=[kesepakatan.pk]))
    buka(para.andi, reverse("dasbor:kesepakatan", args=[kesepakatan.pk]), 404)
    for orang in (para.andi, para.budi, para.fajar, para.dewi):
        buka(orang, daftar, 404)
    assert "Tetapkan" not in buka(para.eka, halaman)


def test_the_pages_cost_the_same_at_two_sizes(para: Pemeran) -> None:
    satu = susun(para)
    hasil = []
    for banyak in (2, 9):
        for n in range(banyak):
            kini = sepakat(para, satu, uraian=f"Hal {n}")
        hasil.append(
            [
                hitung(para.citra, reverse("dasbor:tinjauan", args=[satu.pk])),
                hitung(para.citra, reverse("dasbor:tinjauan_daftar")),
                hitung(para.budi, reverse("dasbor:kesepakatan_saya")),
                hitung(para.budi, reverse("dasbor:kesepakatan", args=[kini.pk])),
            ]
        )
    assert hasil[0] == hasil[1]


def test_an_open_agreement_waits_on_the_home_page_of_its_owner(para: Pemeran) -> None:
    satu = susun(para)
    sepakat(para, satu)
    sepakat(para, satu, uraian="Satukan jadwal", tenggat=dt.date(2027, 3, 1))
    beranda = buka(para.budi, "/")
    assert "2 kesepakatan tinjauan tahunan menunggu Anda" in beranda
    assert "1 Maret 2027" in beranda
    for orang in (para.andi, para.citra):
        assert "kesepakatan tinjauan tahunan" not in buka(orang, "/")
    for lain in KesepakatanTinjauan.objects.all():
        services.selesaikan_kesepakatan(
            aktor=para.aktor(para.budi), kesepakatan=lain, hasil="Sudah", pada=PADA
        )
    assert "kesepakatan tinjauan tahunan" not in buka(para.budi, "/")
