"""Working days, week patterns, decrees; the open `holidays` package as a second opinion."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tera.regulasi.galat import BelumDiaturError, DataHukumError, MasukanSalahError
from tera.regulasi.kalender import (
    POLA_BAWAAN,
    JenisLibur,
    PolaKerja,
    StatusLibur,
    daftar_libur,
    hari_kerja,
    hari_kerja_berikutnya,
    isi_pola,
    muat_libur,
    status_tetap,
    sudah_ada_keputusan,
    tambah_hari_kerja,
    termasuk_hari_kerja,
)
from tera.regulasi.keberatan import batas_keberatan, batas_penyerahan
from tera.regulasi.pemuat import Pustaka

DAFTAR_TAHUN = (2023, 2024, 2025, 2026, 2027)


@pytest.mark.parametrize(
    ("tahun", "jumlah"), [(2023, 239), (2024, 238), (2025, 237), (2026, 240), (2027, 242)]
)
def test_a_year_has_its_published_number_of_working_days(tahun: int, jumlah: int) -> None:
    assert hari_kerja(date(tahun, 1, 1), date(tahun, 12, 31)).jumlah == jumlah


@pytest.mark.parametrize("tahun", DAFTAR_TAHUN)
def test_days_off_agree_with_the_open_holidays_package(tahun: int) -> None:
    libur = holidays.country_holidays("ID", years=tahun, categories=("public", "government"))
    assert {hari.tanggal for hari in daftar_libur(tahun)} == set(libur)


def test_both_kinds_of_days_off_are_complete() -> None:
    semua = [hari for tahun in DAFTAR_TAHUN for hari in daftar_libur(tahun)]
    assert sum(hari.jenis is JenisLibur.LIBUR_NASIONAL for hari in semua) == 87
    assert sum(hari.jenis is JenisLibur.CUTI_BERSAMA for hari in semua) == 48
    belum = {hari.tanggal.year for hari in semua if hari.status is not StatusLibur.TETAP}
    assert belum == {2025, 2027}


@pytest.mark.parametrize("tahun", [2022, 2028])
def test_a_year_without_a_decree_is_an_error_and_not_an_empty_list(tahun: int) -> None:
    assert not sudah_ada_keputusan(tahun)
    with pytest.raises(BelumDiaturError, match="belum diatur"):
        daftar_libur(tahun)
    with pytest.raises(BelumDiaturError):
        hari_kerja(date(tahun, 5, 1), date(tahun, 5, 31))
    with pytest.raises(BelumDiaturError):
        tambah_hari_kerja(date(2027, 12, 31), 1)


def test_the_six_day_week_counts_saturday() -> None:
    sabtu = date(2026, 1, 10)
    assert not termasuk_hari_kerja(sabtu)
    assert termasuk_hari_kerja(sabtu, pola=PolaKerja.SENIN_SABTU)
    assert tambah_hari_kerja(date(2026, 1, 9), 1, pola=PolaKerja.SENIN_SABTU).tanggal == sabtu


def test_a_unit_may_have_any_week_but_not_none() -> None:
    assert termasuk_hari_kerja(date(2026, 1, 11), pola={7})
    assert not termasuk_hari_kerja(date(2026, 1, 12), pola={7})
    for salah in (set(), {0}, {1, 8}):
        with pytest.raises(MasukanSalahError, match="Pola kerja"):
            isi_pola(salah)


def test_the_default_week_is_the_one_of_the_presidential_regulation() -> None:
    assert POLA_BAWAAN.pada(date(2026, 1, 1)).nilai == isi_pola(PolaKerja.SENIN_JUMAT)


def test_an_agency_holiday_is_no_working_day() -> None:
    hari_jadi = date(2026, 1, 13)
    assert tambah_hari_kerja(date(2026, 1, 12), 1).tanggal == hari_jadi
    hasil = tambah_hari_kerja(date(2026, 1, 12), 1, libur_tambahan=[hari_jadi])
    assert hasil.tanggal == date(2026, 1, 14)
    assert hari_jadi not in hari_kerja(hari_jadi, hari_jadi, libur_tambahan={hari_jadi}).daftar


def test_only_ranges_that_touch_days_not_decreed_are_provisional() -> None:
    sebelum = hari_kerja(date(2027, 1, 5), date(2027, 1, 25))
    melewati = hari_kerja(date(2027, 3, 4), date(2027, 4, 2))
    assert (sebelum.sementara, melewati.sementara) == (False, True)
    assert sebelum.tahun_belum_tetap == melewati.tahun_belum_tetap == (2027,)
    assert hari_kerja(date(2026, 1, 1), date(2026, 12, 31)).tahun_belum_tetap == ()
    for hari, goyah in ((8, False), (9, True), (15, True), (16, False)):
        assert hari_kerja(date(2027, 3, hari), date(2027, 3, hari)).sementara is goyah
    assert status_tetap(date(2027, 3, 4), date(2027, 3, 8))
    assert not status_tetap(date(2027, 3, 8), date(2027, 3, 9))
    assert not status_tetap(date(2027, 12, 31), date(2028, 1, 3))


def test_an_answer_names_the_decrees_of_its_years() -> None:
    dasar = hari_kerja(date(2025, 12, 29), date(2026, 1, 5)).dasar
    assert [d.peraturan for d in dasar] == [
        "perpres-21-2023", "pp-11-2017", "pp-49-2018",
        "SKB-2025", "SKB-2025-P", "KEPPRES-2025", "SKB-2026", "KEPPRES-2026",
    ]  # fmt: skip


def test_an_empty_range_has_no_working_days() -> None:
    assert hari_kerja(date(2026, 1, 6), date(2026, 1, 5)).jumlah == 0


@pytest.mark.parametrize("jumlah", [0, -1])
def test_a_count_of_working_days_starts_at_one(jumlah: int) -> None:
    with pytest.raises(MasukanSalahError, match="sedikitnya 1"):
        tambah_hari_kerja(date(2026, 1, 5), jumlah)


def test_the_objection_window_follows_the_week_of_the_unit() -> None:
    diterima_pada = date(2026, 1, 10)
    assert batas_keberatan(diterima_pada=diterima_pada).batas == date(2026, 1, 26)
    enam_hari = batas_keberatan(diterima_pada=diterima_pada, pola=PolaKerja.SENIN_SABTU)
    assert enam_hari.batas == enam_hari.batas_hari == date(2026, 1, 24)
    libur = [date(2026, 1, 26)]
    tambahan = batas_keberatan(diterima_pada=diterima_pada, libur_tambahan=libur)
    assert tambahan.batas == date(2026, 1, 27)
    assert batas_penyerahan(mulai=date(2026, 1, 12), libur_tambahan=libur).tanggal == date(
        2026, 2, 3
    )


def test_an_agency_holiday_in_a_year_without_a_decree_still_moves_the_window() -> None:
    hasil = batas_keberatan(diterima_pada=date(2027, 12, 20), libur_tambahan=[date(2028, 1, 3)])
    assert (hasil.batas, hasil.sementara) == (date(2028, 1, 4), True)


def test_the_agencys_calendar_lengthens_the_window_and_never_shortens_it() -> None:
    diterima_pada = date(2026, 3, 9)  # the 14th day, 23 March, is a day off: taken until the 25th
    for jadwal in (date(2026, 3, 16), date(2026, 3, 24), date(2026, 3, 25)):
        hasil = batas_keberatan(diterima_pada=diterima_pada, jadwal=jadwal)
        assert (hasil.batas, hasil.batas_hukum, hasil.menurut_jadwal) == (
            date(2026, 3, 25), date(2026, 3, 25), False,
        )  # fmt: skip
    # Taken as written, also a Saturday.
    hasil = batas_keberatan(diterima_pada=diterima_pada, jadwal=date(2026, 3, 28))
    assert (hasil.batas, hasil.batas_hukum, hasil.menurut_jadwal) == (
        date(2026, 3, 28), date(2026, 3, 25), True,
    )  # fmt: skip
    assert hasil.masih_boleh(date(2026, 3, 28))
    assert not hasil.masih_boleh(date(2026, 3, 29))
    assert hasil.batas_hari == date(2026, 3, 23)


_hari = st.dates(date(2023, 1, 1), date(2027, 6, 30))


@settings(max_examples=60, deadline=None)
@given(mulai=_hari, jumlah=st.integers(1, 40))
def test_adding_working_days_is_counting_them(mulai: date, jumlah: int) -> None:
    tanggal = tambah_hari_kerja(mulai, jumlah).tanggal
    daftar = hari_kerja(mulai + timedelta(days=1), tanggal).daftar
    assert len(daftar) == jumlah
    assert daftar[-1] == tanggal


@settings(max_examples=60, deadline=None)
@given(diterima_pada=_hari)
def test_the_objection_window_never_ends_early_or_on_a_day_off(diterima_pada: date) -> None:
    hasil = batas_keberatan(diterima_pada=diterima_pada)
    assert hasil.batas_hari == diterima_pada + timedelta(days=14)
    assert hasil.batas == hari_kerja_berikutnya(hasil.batas_hari)
    assert hasil.masih_boleh(hasil.batas)
    assert not hasil.masih_boleh(hasil.batas + timedelta(days=1))


KEPALA = "tanggal,hari,jenis,nama,dasar,status\n"
BARIS = "2026-01-01,Kam,LN,Tahun Baru,SKB-2026,tetap\n"


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ("tanggal,nama\n" + BARIS, "kolom harus"),
        ("", "kolom harus"),
        (KEPALA + BARIS.replace("Kam", "Jum"), "hari tidak cocok"),
        (KEPALA + BARIS.replace("SKB-2026", "SKB-1945"), "tidak terdaftar"),
        (KEPALA + BARIS.replace("LN", "XX"), "baris 2"),
        (KEPALA + BARIS.replace("tetap", "mungkin"), "baris 2"),
        (KEPALA + BARIS.replace("2026-01-01", "2026-13-01"), "baris 2"),
        (KEPALA + BARIS + BARIS, "baris 3: tanggal ganda"),
        (KEPALA + "2026-01-01\n", "baris 2"),
    ],
)
def test_a_flawed_calendar_is_refused(tmp_path: Path, isi: str, pesan: str) -> None:
    (tmp_path / "libur.csv").write_text(isi, encoding="utf-8")
    (tmp_path / "peraturan.toml").write_text(
        '[SKB-2026]\nnama = "SKB"\nnomor = "1"\ntahun = 2025\njudul = "x"\n'
        'status = "berlaku"\ncatatan = "-"\n',
        encoding="utf-8",
    )
    with pytest.raises(DataHukumError, match=pesan):
        muat_libur(Pustaka(tmp_path), "libur.csv")
