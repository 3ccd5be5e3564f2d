"""Periods and deadlines: parts, policy, zone, extensions."""

import datetime as dt

import pytest
from django.urls import reverse

from organisasi.orang_uji import PADA, kirim, lihat, masuk
from pemeran import Pemeran, buat_pemeran
from tera.core import clock
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.core.models import JejakAudit
from tera.organisasi.models import Periode, PerpanjanganBatas, UnitKerja
from tera.organisasi.selectors.periode import (
    batas_berlaku,
    daftar_tahun,
    keadaan_periode,
    periode_dibuka,
)
from tera.organisasi.services.kebijakan import ubah_kebijakan
from tera.organisasi.services.periode import (
    atur_jadwal_keberatan,
    buat_periode_tahun,
    perpanjang_batas,
)

SAAT = dt.datetime(2026, 6, 1, 14, 30, tzinfo=dt.UTC)


@pytest.fixture
def orang(db: None) -> Pemeran:
    return buat_pemeran()


def perpanjang(orang: Pemeran, unit: UnitKerja | None, batas: dt.date) -> PerpanjanganBatas:
    return perpanjang_batas(
        aktor=orang.aktor(orang.citra),
        periode=orang.periode,
        tahap="skp",
        unit=unit,
        batas_baru=batas,
        alasan="Gangguan jaringan",
        pada=PADA,
    )


def test_a_year_opens_with_four_quarters_and_the_deadlines_of_the_policy(orang: Pemeran) -> None:
    periode = buat_periode_tahun(
        aktor=orang.aktor(orang.citra), tahun=2027, jenis_bagian="", pada=dt.date(2026, 11, 2)
    )
    assert periode.batas_skp == dt.date(2027, 1, 31)
    assert periode.batas_evaluasi == dt.date(2028, 1, 31)
    assert periode.dibuka_pada == dt.date(2026, 11, 2)
    bagian = Periode.objects.filter(tahun=2027, jenis="triwulan").order_by("urut")
    assert [(b.mulai, b.selesai) for b in bagian] == [
        (dt.date(2027, 1, 1), dt.date(2027, 3, 31)),
        (dt.date(2027, 4, 1), dt.date(2027, 6, 30)),
        (dt.date(2027, 7, 1), dt.date(2027, 9, 30)),
        (dt.date(2027, 10, 1), dt.date(2027, 12, 31)),
    ]
    assert bagian[0].batas_evaluasi == dt.date(2027, 4, 14)


def test_a_leap_year_in_months_ends_february_on_the_29th(orang: Pemeran) -> None:
    buat_periode_tahun(
        aktor=orang.aktor(orang.citra),
        tahun=2028,
        jenis_bagian="bulanan",
        pada=dt.date(2027, 12, 1),
    )
    bagian = Periode.objects.filter(tahun=2028, jenis="bulanan").order_by("urut")
    assert bagian.count() == 12
    assert bagian[1].selesai == dt.date(2028, 2, 29)


def test_the_deadline_follows_a_policy_that_starts_with_the_year(orang: Pemeran) -> None:
    ubah_kebijakan(
        aktor=orang.aktor(orang.citra),
        kunci="skp.batas_hari",
        nilai=10,
        sejak=dt.date(2027, 1, 1),
        dasar="SK Uji",
        pada=PADA,
    )
    periode = buat_periode_tahun(
        aktor=orang.aktor(orang.citra), tahun=2027, jenis_bagian="", pada=PADA
    )
    assert periode.batas_skp == dt.date(2027, 1, 10)


def test_a_year_opens_once(orang: Pemeran) -> None:
    with pytest.raises(MasukanSalahError, match="sudah dibuka"):
        buat_periode_tahun(aktor=orang.aktor(orang.citra), tahun=2026, jenis_bagian="", pada=PADA)
    assert Periode.objects.filter(instansi=orang.instansi).count() == 1


@pytest.mark.parametrize(("tahun", "boleh"), [(2027, True), (2028, False)])
def test_only_the_next_year_opens_early(orang: Pemeran, tahun: int, boleh: bool) -> None:
    def buka() -> Periode:
        return buat_periode_tahun(
            aktor=orang.aktor(orang.citra), tahun=tahun, jenis_bagian="", pada=PADA
        )

    if boleh:
        assert buka().tahun == tahun
    else:
        with pytest.raises(MasukanSalahError):
            buka()


@pytest.mark.parametrize("siapa", ["andi", "fajar", "eka", "dewi"])
def test_only_officers_of_the_instansi_open_a_year(orang: Pemeran, siapa: str) -> None:
    with pytest.raises(TidakBerwenangError):
        buat_periode_tahun(
            aktor=orang.aktor(getattr(orang, siapa)), tahun=2027, jenis_bagian="", pada=PADA
        )


def test_the_deadline_ends_at_midnight_of_the_instansi_not_of_the_server(orang: Pemeran) -> None:
    batas = batas_berlaku(periode=orang.periode, tahap="skp", unit=None, pada=PADA)
    assert batas.singkatan == "WIT"
    assert batas.berakhir_at == dt.datetime(2026, 1, 31, 15, 0, tzinfo=dt.UTC)
    assert not batas.terlambat(batas.berakhir_at - dt.timedelta(seconds=1))
    assert batas.terlambat(batas.berakhir_at)


def test_an_extension_of_a_unit_reaches_below_it_and_not_beside_it(orang: Pemeran) -> None:
    with clock.jam_beku(SAAT):
        perpanjang(orang, orang.dinas, dt.date(2026, 2, 28))

    def batas(unit: UnitKerja | None) -> dt.date:
        return batas_berlaku(periode=orang.periode, tahap="skp", unit=unit, pada=PADA).tanggal

    assert batas(orang.bidang) == batas(orang.dinas) == dt.date(2026, 2, 28)
    assert batas(orang.kabupaten) == batas(None) == dt.date(2026, 1, 31)


def test_the_latest_of_two_extensions_counts(orang: Pemeran) -> None:
    with clock.jam_beku(SAAT):
        perpanjang(orang, None, dt.date(2026, 2, 10))
        perpanjang(orang, orang.dinas, dt.date(2026, 2, 20))
    batas = batas_berlaku(periode=orang.periode, tahap="skp", unit=orang.bidang, pada=PADA)
    assert batas.tanggal == dt.date(2026, 2, 20)
    assert batas.semula == dt.date(2026, 1, 31)


@pytest.mark.parametrize(
    ("batas", "boleh"), [(dt.date(2026, 1, 31), False), (dt.date(2026, 2, 1), True)]
)
def test_a_deadline_only_moves_later(orang: Pemeran, batas: dt.date, boleh: bool) -> None:
    if boleh:
        assert perpanjang(orang, None, batas).batas_lama == dt.date(2026, 1, 31)
    else:
        with pytest.raises(MasukanSalahError, match="dimundurkan"):
            perpanjang(orang, None, batas)


def test_an_extension_counts_from_the_day_it_was_made(orang: Pemeran) -> None:
    with clock.jam_beku(dt.datetime(2026, 2, 5, 3, 0, tzinfo=dt.UTC)):
        perpanjang(orang, None, dt.date(2026, 2, 28))

    def batas(pada: dt.date) -> dt.date:
        return batas_berlaku(periode=orang.periode, tahap="skp", unit=None, pada=pada).tanggal

    assert batas(dt.date(2026, 2, 4)) == dt.date(2026, 1, 31)
    assert batas(dt.date(2026, 2, 5)) == dt.date(2026, 2, 28)


def test_a_part_of_a_year_has_no_skp_deadline(orang: Pemeran) -> None:
    buat_periode_tahun(aktor=orang.aktor(orang.citra), tahun=2027, jenis_bagian="", pada=PADA)
    bagian = Periode.objects.filter(tahun=2027, jenis="triwulan")[0]
    with pytest.raises(ValueError):
        batas_berlaku(periode=bagian, tahap="skp", unit=None, pada=PADA)


@pytest.mark.parametrize(
    ("pada", "keadaan"),
    [
        (dt.date(2025, 11, 30), "belum_dibuka"),
        (dt.date(2025, 12, 1), "dibuka"),
        (dt.date(2025, 12, 31), "dibuka"),
        (dt.date(2026, 1, 1), "berjalan"),
        (dt.date(2026, 12, 31), "berjalan"),
        (dt.date(2027, 1, 1), "evaluasi"),
        (dt.date(2027, 1, 31), "evaluasi"),
        (dt.date(2027, 2, 1), "selesai"),
    ],
)
def test_where_a_period_stands(orang: Pemeran, pada: dt.date, keadaan: str) -> None:
    assert keadaan_periode(orang.periode, pada) == keadaan
    dibuka = periode_dibuka(aktor=orang.aktor(orang.andi), pada=pada).exists()
    assert dibuka is (keadaan != "belum_dibuka")


def test_strangers_see_no_period(orang: Pemeran) -> None:
    assert daftar_tahun(aktor=orang.aktor(orang.dewi), pada=PADA) == []
    alamat = reverse("organisasi:periode_rincian", args=[orang.periode.pk])
    assert lihat(masuk(orang.dewi), alamat).status_code == 404


def test_the_year_page_costs_the_same_for_four_and_twelve_parts(
    orang: Pemeran, django_assert_max_num_queries
) -> None:
    buat_periode_tahun(
        aktor=orang.aktor(orang.citra), tahun=2027, jenis_bagian="triwulan", pada=PADA
    )
    kecil = Periode.objects.get(tahun=2027, jenis="tahunan")
    buat_periode_tahun(
        aktor=orang.aktor(orang.citra), tahun=2025, jenis_bagian="bulanan", pada=PADA
    )
    besar = Periode.objects.get(tahun=2025, jenis="tahunan")
    klien = masuk(orang.citra)
    hitung = []
    for periode in (kecil, besar):
        with django_assert_max_num_queries(12) as tangkap:
            jawaban = lihat(klien, reverse("organisasi:periode_rincian", args=[periode.pk]))
        assert jawaban.status_code == 200
        hitung.append(len(tangkap.captured_queries))
    assert hitung[0] == hitung[1]


def test_the_pengelola_opens_a_year_and_extends_it_on_the_pages(orang: Pemeran) -> None:
    klien = masuk(orang.citra)
    isi = {"tahun": "2027", "jenis_bagian": "triwulan", "dibuka_pada": "2026-06-01"}
    jawaban = kirim(klien, reverse("organisasi:periode_baru"), isi)
    assert jawaban.status_code == 302, jawaban.content.decode()
    periode = Periode.objects.get(tahun=2027, jenis="tahunan")
    isi = {"tahap": "skp", "unit": "Bidang Data", "batas_baru": "2027-02-15", "alasan": "Banjir"}
    alamat = reverse("organisasi:periode_perpanjang", args=[periode.pk])
    assert kirim(klien, alamat, isi).status_code == 302
    halaman = lihat(klien, reverse("organisasi:periode_rincian", args=[periode.pk]))
    assert "Banjir" in halaman.content.decode()


def jadwalkan(
    orang: Pemeran, sampai: dt.date, siapa: str = "citra", dasar: str = "SE 12"
) -> Periode:
    return atur_jadwal_keberatan(
        aktor=orang.aktor(getattr(orang, siapa)),
        periode=orang.periode,
        sampai=sampai,
        dasar=dasar,
        pada=PADA,
    )


@pytest.mark.parametrize(
    ("sampai", "boleh"),
    [
        (dt.date(2026, 12, 31), False),  # the period's last day: no result of it exists yet
        (dt.date(2027, 1, 1), True),
        (dt.date(2028, 1, 1), True),
        (dt.date(2028, 1, 2), False),
    ],
)
def test_a_calendar_of_objections_lies_after_the_period(
    orang: Pemeran, sampai: dt.date, boleh: bool
) -> None:
    if boleh:
        assert jadwalkan(orang, sampai).keberatan_sampai == sampai
        assert JejakAudit.objects.filter(aksi="jadwal_keberatan").exists()
        return
    with pytest.raises(MasukanSalahError) as galat:
        jadwalkan(orang, sampai)
    assert "01-01-2027 sampai 01-01-2028" in galat.value.pesan


def test_a_calendar_of_objections_needs_its_letter_and_only_moves_later(orang: Pemeran) -> None:
    akhir = dt.date(2027, 2, 10)
    with pytest.raises(MasukanSalahError) as galat:
        jadwalkan(orang, akhir, dasar=" ")
    assert set(galat.value.per_bidang) == {"dasar"}
    jadwalkan(orang, akhir)
    for sampai in (akhir - dt.timedelta(days=1), akhir):
        with pytest.raises(MasukanSalahError, match="dimundurkan"):
            jadwalkan(orang, sampai)
    assert jadwalkan(orang, akhir + dt.timedelta(days=1)).keberatan_sampai == dt.date(2027, 2, 11)


def test_a_day_gone_by_is_no_calendar(orang: Pemeran) -> None:
    Periode.objects.filter(pk=orang.periode.pk).update(selesai=PADA - dt.timedelta(days=30))
    orang.periode.refresh_from_db()
    with pytest.raises(MasukanSalahError, match="sudah lewat"):
        jadwalkan(orang, PADA - dt.timedelta(days=1))
    assert jadwalkan(orang, PADA).keberatan_sampai == PADA


@pytest.mark.parametrize("siapa", ["andi", "fajar", "eka", "dewi"])
def test_only_officers_of_the_instansi_set_the_calendar(orang: Pemeran, siapa: str) -> None:
    with pytest.raises(TidakBerwenangError):
        jadwalkan(orang, dt.date(2027, 2, 10), siapa)


def test_the_calendar_is_set_on_its_page_and_read_by_all(orang: Pemeran) -> None:
    alamat = reverse("organisasi:periode_keberatan", args=[orang.periode.pk])
    klien = masuk(orang.citra)
    isi = {"sampai": "2026-06-30", "dasar": "SE Sekda 12/2026"}
    tolak = kirim(klien, alamat, isi)
    assert tolak.status_code == 422
    assert "SE Sekda 12/2026" in tolak.content.decode()
    assert kirim(klien, alamat, {**isi, "sampai": "2027-02-10"}).status_code == 302
    tahun = reverse("organisasi:periode_rincian", args=[orang.periode.pk])
    for pegawai, tautan in ((orang.citra, True), (orang.andi, False)):
        teks = lihat(masuk(pegawai), tahun).content.decode()
        assert "sampai 10 Februari 2027 WIT" in teks
        assert "SE Sekda 12/2026" in teks
        assert (alamat in teks) is tautan
