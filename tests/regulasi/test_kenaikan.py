"""Invariants of the tables, what is not known, and the look ahead."""

from dataclasses import replace
from datetime import date
from decimal import ROUND_CEILING, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tera.regulasi.akumulasi import GOLONGAN_JENJANG, MasaPredikat
from tera.regulasi.angka_kredit import (
    AKK_KENAIKAN_JENJANG,
    AKK_KENAIKAN_PANGKAT,
    KOEFISIEN_TAHUNAN,
    angka_kredit,
)
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.kategori import Jenjang, Predikat
from tera.regulasi.kenaikan import (
    FaktaJF,
    HasilSyarat,
    Putusan,
    jenjang_berikut,
    kelayakan_kenaikan,
    tambah_tahun,
    tmt_kenaikan_pangkat,
)
from tera.regulasi.masa_jf import AK_DASAR, MasaJF, bagi_masa
from tera.regulasi.proyeksi import proyeksi

D = Decimal
PADA = date(2026, 11, 10)
JENJANG = st.sampled_from(list(Jenjang))
PREDIKAT = st.sampled_from(list(Predikat))
LENGKAP = FaktaJF(
    tmt_pangkat=date(2022, 4, 1),
    tmt_jenjang=date(2020, 4, 1),
    predikat={2024: Predikat.BAIK, 2025: Predikat.BAIK},
    lowongan=True,
    lulus_uji=True,
    pernah_tanpa_lowongan=False,
)


@given(jenjang=JENJANG)
def test_t08_four_years_of_baik_make_one_pangkat_in_every_jenjang(jenjang: Jenjang) -> None:
    koefisien = KOEFISIEN_TAHUNAN.pada(PADA).nilai[jenjang]
    pangkat = AKK_KENAIKAN_PANGKAT.pada(PADA).nilai[jenjang]
    naik = AKK_KENAIKAN_JENJANG.pada(PADA).nilai[jenjang]
    golongan = GOLONGAN_JENJANG.pada(PADA).nilai[jenjang]
    assert pangkat == 4 * koefisien
    assert naik == (pangkat * len(golongan) if jenjang_berikut(jenjang) else 0)
    sebulan = D("1.5") * koefisien / 12
    assert (pangkat / sebulan).to_integral_value(ROUND_CEILING) == 32


@given(jenjang=JENJANG)
def test_ak_dasar_is_what_the_golongan_before_needed(jenjang: Jenjang) -> None:
    pangkat = AKK_KENAIKAN_PANGKAT.pada(PADA).nilai[jenjang]
    for letak, golongan in enumerate(GOLONGAN_JENJANG.pada(PADA).nilai[jenjang]):
        assert AK_DASAR.pada(PADA).nilai[golongan] == pangkat * letak


@given(
    jenjang=JENJANG,
    predikat=PREDIKAT,
    tmt=st.dates(date(2023, 1, 2), date(2027, 12, 31)),
    terpakai=st.sets(st.integers(1, 12)),
    tahun=st.integers(2023, 2027),
)
def test_no_month_is_lost_or_counted_twice(
    jenjang: Jenjang, predikat: Predikat, tmt: date, terpakai: set[int], tahun: int
) -> None:
    bagian = bagi_masa(
        daftar_masa=[
            MasaJF(jenjang, date(2020, 1, 1), date.fromordinal(tmt.toordinal() - 1)),
            MasaJF(jenjang, tmt),
        ],
        predikat=MasaPredikat(tahun, 1, 12, predikat),
        terpakai={(tahun, bulan) for bulan in terpakai},
    )
    bulan = [
        b for satu in bagian for b in range(satu.masa.bulan_mulai, satu.masa.bulan_selesai + 1)
    ]
    assert len(bulan) == len(set(bulan))
    assert set(bulan) == set(range(1, 13)) - terpakai
    for satu in bagian:
        assert satu.konversi == angka_kredit(
            jenjang=jenjang,
            predikat=predikat,
            bulan=satu.masa.bulan_selesai - satu.masa.bulan_mulai + 1,
            pada=date(tahun, 12, 28),
        )


@given(jumlah=st.decimals(0, 1000, places=2), jenjang=JENJANG, data=st.data())
def test_more_angka_kredit_never_takes_a_rise_away(
    jumlah: Decimal, jenjang: Jenjang, data: st.DataObject
) -> None:
    golongan = data.draw(st.sampled_from(GOLONGAN_JENJANG.pada(PADA).nilai[jenjang]))

    def jawab(nilai: Decimal) -> set[str]:
        return set(
            kelayakan_kenaikan(
                jenjang=jenjang, golongan=golongan, jumlah=nilai, fakta=LENGKAP, pada=PADA
            ).urutan
        )

    assert jawab(jumlah) <= jawab(jumlah + 10)


@given(pada=st.dates(date(2023, 1, 1), date(2035, 1, 1)))
def test_a_tmt_is_the_first_of_a_month_and_not_before_the_day(pada: date) -> None:
    hari, dasar = tmt_kenaikan_pangkat(pada)
    assert hari.day == 1
    assert hari >= pada
    assert dasar


@pytest.mark.parametrize(
    ("kosong", "kunci"),
    [
        ({"tmt_pangkat": None}, "masa_pangkat"),
        ({"predikat": {2025: Predikat.BAIK}}, "predikat"),
        ({"predikat": None}, "predikat"),
    ],
)
def test_what_is_not_known_is_neither_met_nor_refused(kosong: dict, kunci: str) -> None:
    jawaban = kelayakan_kenaikan(
        jenjang=Jenjang.AHLI_MUDA,
        golongan="III/c",
        jumlah=D(120),
        fakta=replace(LENGKAP, **kosong),
        pada=PADA,
    )
    assert jawaban.pangkat.putusan is Putusan.BELUM
    satu = next(s for s in jawaban.pangkat.syarat if s.kunci == kunci)
    assert satu.hasil is HasilSyarat.BELUM_DIKETAHUI
    assert satu.dasar


def test_a_vacancy_nobody_recorded_leaves_both_rises_open() -> None:
    jawaban = kelayakan_kenaikan(
        jenjang=Jenjang.AHLI_MUDA,
        golongan="III/d",
        jumlah=D(205),
        fakta=replace(LENGKAP, lowongan=None),
        pada=PADA,
    )
    assert jawaban.urutan == ()
    assert jawaban.pangkat.putusan is Putusan.BELUM
    assert {s.hasil for s in jawaban.pangkat.syarat if s.kunci == "jenjang_dahulu"} == {
        HasilSyarat.BELUM_DIKETAHUI
    }


def test_without_a_vacancy_the_uji_kompetensi_is_asked_first() -> None:
    jawaban = kelayakan_kenaikan(
        jenjang=Jenjang.AHLI_MUDA,
        golongan="III/d",
        jumlah=D(205),
        fakta=replace(LENGKAP, lowongan=False, lulus_uji=False),
        pada=PADA,
    )
    assert jawaban.pangkat.putusan is Putusan.BELUM


def test_a_golongan_outside_the_jenjang_is_left_to_an_official() -> None:
    jawaban = kelayakan_kenaikan(
        jenjang=Jenjang.AHLI_PERTAMA, golongan="IV/a", jumlah=D(100), fakta=LENGKAP, pada=PADA
    )
    assert jawaban.pangkat.putusan is Putusan.KEPUTUSAN_PEJABAT
    assert jawaban.urutan == ("jenjang",)


def test_a_negative_sum_is_refused() -> None:
    with pytest.raises(MasukanSalahError):
        kelayakan_kenaikan(
            jenjang=Jenjang.AHLI_MUDA, golongan="III/c", jumlah=D(-1), fakta=LENGKAP, pada=PADA
        )


def test_a_leap_day_ends_on_the_first_of_march() -> None:
    assert tambah_tahun(date(2024, 2, 29), 2) == date(2026, 3, 1)


def _maju(**lain):
    return proyeksi(
        **{
            "jenjang": Jenjang.AHLI_MUDA,
            "jumlah": D("87.50"),
            "kebutuhan_pangkat": D(100),
            "kebutuhan_jenjang": D(200),
            "bulan_mulai": date(2026, 1, 1),
            "harapan": {},
            "bawaan": Predikat.BAIK,
            "predikat": {2024: Predikat.BAIK, 2025: Predikat.BAIK},
            "tmt_pangkat": date(2022, 4, 1),
            "tmt_jenjang": date(2022, 4, 1),
            "pada": date(2026, 2, 1),
            **lain,
        }
    )


def test_e3_six_months_of_baik_reach_the_pangkat_on_the_first_of_july() -> None:
    jawaban = _maju()
    assert jawaban.tmt_pangkat == date(2026, 7, 1)
    assert [satu.jumlah for satu in jawaban.titik[:3]] == [D("112.50"), D("137.50"), D("162.50")]
    assert jawaban.tmt_jenjang == date(2030, 7, 1)


def test_the_look_ahead_waits_for_two_years_in_the_pangkat() -> None:
    assert _maju(tmt_pangkat=date(2025, 4, 1)).tmt_pangkat == date(2027, 4, 1)


def test_a_weak_year_ahead_pushes_the_rise_behind_two_good_ones() -> None:
    jawaban = _maju(jumlah=D("80.00"), harapan={2026: Predikat.KURANG})
    # 2026 gives 12.50; the need is met in 2027, but 2026 stays among the last two until 2029.
    assert jawaban.tmt_pangkat == date(2029, 1, 1)


def test_enough_already_means_the_next_first_of_a_month() -> None:
    assert _maju(jumlah=D(120), pada=date(2026, 2, 10)).tmt_pangkat == date(2026, 3, 1)


def test_at_the_top_there_is_nothing_to_reach() -> None:
    jawaban = _maju(kebutuhan_pangkat=None, kebutuhan_jenjang=None)
    assert (jawaban.tmt_pangkat, jawaban.tmt_jenjang) == (None, None)


@given(
    mulai=st.dates(date(2023, 1, 1), date(2027, 12, 31)),
    pada=st.dates(date(2023, 1, 1), date(2027, 12, 31)),
    predikat=st.dictionaries(st.integers(2020, 2027), PREDIKAT),
    bawaan=PREDIKAT,
)
def test_the_look_ahead_never_fails_and_never_falls(
    mulai: date, pada: date, predikat: dict[int, Predikat], bawaan: Predikat
) -> None:
    jawaban = _maju(bulan_mulai=mulai.replace(day=1), pada=pada, predikat=predikat, bawaan=bawaan)
    jumlah = [satu.jumlah for satu in jawaban.titik]
    assert jumlah == sorted(jumlah)
    for hari in (jawaban.tmt_pangkat, jawaban.tmt_jenjang):
        assert hari is None or (hari.day == 1 and hari >= pada)


def test_without_the_ledger_left_behind_an_official_decides_the_pangkat() -> None:
    jawaban = kelayakan_kenaikan(
        jenjang=Jenjang.AHLI_MADYA,
        golongan="III/d",
        jumlah=D(0),
        fakta=replace(LENGKAP, jenjang_asal=Jenjang.AHLI_MUDA),
        pada=PADA,
    )
    assert jawaban.pangkat.putusan is Putusan.KEPUTUSAN_PEJABAT
    assert jawaban.pangkat.syarat[0].hasil is HasilSyarat.BELUM_DIKETAHUI
    assert jawaban.urutan == ()


@pytest.mark.parametrize(
    ("pernah", "putusan"), [(True, Putusan.BELUM), (None, Putusan.KEPUTUSAN_PEJABAT)]
)
def test_a_pangkat_above_the_jenjang_is_given_once(pernah: bool | None, putusan: Putusan) -> None:
    jawaban = kelayakan_kenaikan(
        jenjang=Jenjang.AHLI_MUDA,
        golongan="IV/a",
        jumlah=D(300),
        fakta=replace(LENGKAP, lowongan=False, pernah_tanpa_lowongan=pernah),
        pada=PADA,
    )
    assert jawaban.pangkat.putusan is putusan
