"""Properties of the rules: what must hold for every input, and the refusals of each module."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tera.regulasi.angka_kredit import (
    AKK_KENAIKAN_JENJANG,
    AKK_KENAIKAN_PANGKAT,
    KOEFISIEN_TAHUNAN,
    PERSENTASE_PREDIKAT,
    angka_kredit,
)
from tera.regulasi.arsip_pp30 import BobotPP30, nilai_pp30
from tera.regulasi.capaian import ARTI_CAPAIAN, rating_hasil_pimpinan
from tera.regulasi.distribusi import (
    PIMPINAN_DIHITUNG,
    POLA_DISTRIBUSI,
    SUMBU_KURVA,
    Batas,
    HasilPeriksa,
    Pembulatan,
    bentuk_kurva,
    periksa_distribusi,
)
from tera.regulasi.galat import BelumDiaturError, MasukanSalahError
from tera.regulasi.jabatan import JENJANG_JF
from tera.regulasi.kategori import CapaianOrganisasi, Jenjang, Predikat, Rating
from tera.regulasi.keberatan import TARGET_LAYANAN_PUTUSAN
from tera.regulasi.predikat import (
    baca_predikat,
    baca_rating,
    kode_siasn_predikat,
    kode_siasn_rating,
    predikat_dari_kode,
    predikat_kinerja,
    rating_dari_kode,
)

HARI_INI = date(2026, 11, 22)
RATING = st.sampled_from(Rating)


def _predikat(hasil: Rating, perilaku: Rating) -> Predikat:
    return predikat_kinerja(hasil_kerja=hasil, perilaku_kerja=perilaku, pada=HARI_INI).predikat


@given(hasil=RATING, perilaku=RATING)
def test_the_matrix_equals_its_closed_form(hasil: Rating, perilaku: Rating) -> None:
    if perilaku is Rating.DI_BAWAH:
        harapan = Predikat.SANGAT_KURANG if hasil is Rating.DI_BAWAH else Predikat.KURANG
    elif hasil is Rating.DI_BAWAH:
        harapan = Predikat.BUTUH_PERBAIKAN
    elif hasil is perilaku is Rating.DI_ATAS:
        harapan = Predikat.SANGAT_BAIK
    else:
        harapan = Predikat.BAIK
    assert _predikat(hasil, perilaku) is harapan


def test_a_better_rating_never_makes_the_predikat_worse() -> None:
    urut = list(Rating)
    nilai = {p: i for i, p in enumerate(Predikat)}
    for hasil, perilaku in product(urut, urut):
        for lain in urut[: urut.index(hasil)]:
            assert nilai[_predikat(lain, perilaku)] <= nilai[_predikat(hasil, perilaku)]
        for lain in urut[: urut.index(perilaku)]:
            assert nilai[_predikat(hasil, lain)] <= nilai[_predikat(hasil, perilaku)]


@pytest.mark.parametrize("salah", [None, "hebat", [], 1])
def test_a_missing_or_unknown_rating_gives_no_predikat(salah: Any) -> None:
    with pytest.raises(MasukanSalahError, match="belum bisa ditentukan"):
        predikat_kinerja(hasil_kerja=salah, perilaku_kerja=Rating.SESUAI, pada=HARI_INI)


def test_siasn_codes_go_both_ways() -> None:
    for rating in Rating:
        assert rating_dari_kode(kode_siasn_rating(rating, pada=HARI_INI), pada=HARI_INI) is rating
    for predikat in Predikat:
        kode = kode_siasn_predikat(predikat, pada=HARI_INI)
        assert predikat_dari_kode(kode, pada=HARI_INI) is predikat
    with pytest.raises(MasukanSalahError, match="1, 2, atau 3"):
        rating_dari_kode(4, pada=HARI_INI)
    with pytest.raises(MasukanSalahError, match="1 sampai 5"):
        predikat_dari_kode(0, pada=HARI_INI)


def test_t59_labels_are_read_in_all_known_spellings_and_others_refused() -> None:
    assert baca_rating("Diatas Ekspektasi", pada=HARI_INI) is Rating.DI_ATAS
    assert baca_rating(" DIBAWAH  ESPEKTASI\u00a0", pada=HARI_INI) is Rating.DI_BAWAH
    for teks in ("Cukup", "Perlu Perbaikan", "butuh perbaikan", "Cukup / Butuh Perbaikan"):
        assert baca_predikat(teks, pada=HARI_INI) is Predikat.BUTUH_PERBAIKAN
    assert baca_predikat("Kurang/Misconduct", pada=HARI_INI) is Predikat.KURANG
    for rating in Rating:
        assert baca_rating(rating.label, pada=HARI_INI) is rating
    for predikat in Predikat:
        assert baca_predikat(predikat.label, pada=HARI_INI) is predikat
    with pytest.raises(MasukanSalahError, match="Cukup Baik"):
        baca_predikat("Cukup Baik", pada=HARI_INI)
    with pytest.raises(MasukanSalahError, match="tidak dikenal"):
        baca_rating("Luar Biasa", pada=HARI_INI)


def test_every_level_of_capaian_has_a_meaning_and_a_rating_for_the_head() -> None:
    arti = ARTI_CAPAIAN.pada(HARI_INI).nilai
    assert len(set(arti.values())) == len(CapaianOrganisasi)
    daftar = [rating_hasil_pimpinan(c, pada=HARI_INI).rating for c in CapaianOrganisasi]
    assert daftar == [Rating.DI_ATAS, Rating.SESUAI, *[Rating.DI_BAWAH] * 3]
    with pytest.raises(MasukanSalahError, match="Capaian organisasi"):
        rating_hasil_pimpinan("hebat", pada=HARI_INI)  # type: ignore[arg-type]


_jumlah = st.dictionaries(st.sampled_from(Predikat), st.integers(0, 60))


@settings(deadline=None)
@given(capaian=st.sampled_from(CapaianOrganisasi), jumlah=_jumlah)
def test_the_pattern_check_agrees_with_fractions(
    capaian: CapaianOrganisasi, jumlah: dict[Predikat, int]
) -> None:
    hasil = periksa_distribusi(capaian_organisasi=capaian, jumlah=jumlah, pada=HARI_INI)
    n = sum(jumlah.values())
    langgar = 0
    for batas in POLA_DISTRIBUSI.pada(HARI_INI).nilai[capaian].batas:
        ada = sum(jumlah.get(p, 0) for p in batas.predikat)
        langgar += any(
            (
                batas.paling_banyak_persen is not None
                and ada > Fraction(batas.paling_banyak_persen * n, 100),
                batas.paling_sedikit_persen is not None
                and ada < Fraction(batas.paling_sedikit_persen * n, 100),
                batas.paling_banyak_orang is not None and ada > batas.paling_banyak_orang,
                batas.paling_sedikit_orang is not None and ada < batas.paling_sedikit_orang,
            )
        )
    if n < 5:
        assert hasil.hasil is HasilPeriksa.PERTIMBANGAN
        assert hasil.pelanggaran == ()
        assert len(hasil.catatan) > langgar
    else:
        assert len(hasil.pelanggaran) == langgar
        assert (hasil.hasil is HasilPeriksa.MELANGGAR) is bool(langgar)


@pytest.mark.parametrize("capaian", list(CapaianOrganisasi))
@pytest.mark.parametrize("n", [5, 6, 7, 11])
def test_every_unit_that_is_not_small_can_meet_its_pattern(
    capaian: CapaianOrganisasi, n: int
) -> None:
    # Four free counts, the fifth fills up: small enough to try all.
    for a, b, c, d in product(range(n + 1), repeat=4):
        if a + b + c + d > n:
            continue
        jumlah = dict(zip(Predikat, (a, b, c, d, n - a - b - c - d), strict=True))
        hasil = periksa_distribusi(capaian_organisasi=capaian, jumlah=jumlah, pada=HARI_INI)
        if hasil.hasil is HasilPeriksa.SESUAI and not hasil.catatan:
            return
    pytest.fail("tidak ada susunan yang memenuhi pola")


@pytest.mark.parametrize("jumlah", [{"hebat": 1}, {"baik": -1}, {"baik": True}, {"baik": 1.0}])
def test_wrong_counts_are_refused(jumlah: Any) -> None:
    with pytest.raises(MasukanSalahError, match="Jumlah untuk predikat"):
        periksa_distribusi(capaian_organisasi=CapaianOrganisasi.BAIK, jumlah=jumlah, pada=HARI_INI)


def test_an_unknown_capaian_is_refused() -> None:
    with pytest.raises(MasukanSalahError, match="Capaian organisasi"):
        periksa_distribusi(capaian_organisasi="hebat", jumlah={}, pada=HARI_INI)  # type: ignore[arg-type]


def test_a_bound_names_exactly_one_number() -> None:
    for angka in ({}, {"paling_banyak_persen": 1, "paling_sedikit_orang": 1}):
        with pytest.raises(ValueError, match="tepat satu"):
            Batas((Predikat.BAIK,), **angka)


@pytest.mark.parametrize(
    ("capaian", "puncak"), list(zip(CapaianOrganisasi, reversed(SUMBU_KURVA), strict=True))
)
def test_the_curve_peaks_where_the_form_draws_it(
    capaian: CapaianOrganisasi, puncak: Predikat
) -> None:
    titik = bentuk_kurva(capaian, pada=HARI_INI)
    assert tuple(titik) == SUMBU_KURVA
    assert max(titik, key=lambda p: titik[p]) is puncak


def test_the_head_of_a_unit_is_not_counted_by_default() -> None:
    assert PIMPINAN_DIHITUNG.pada(HARI_INI).nilai is False


@given(
    jenjang=st.sampled_from(Jenjang), predikat=st.sampled_from(Predikat), bulan=st.integers(1, 12)
)
def test_angka_kredit_is_the_exact_fraction_rounded_half_up(
    jenjang: Jenjang, predikat: Predikat, bulan: int
) -> None:
    hasil = angka_kredit(jenjang=jenjang, predikat=predikat, bulan=bulan, pada=HARI_INI)
    tepat = Fraction(hasil.koefisien) * Fraction(hasil.persentase) * bulan / 1200
    assert Fraction(hasil.nilai) * 100 == int(tepat * 100 + Fraction(1, 2))
    assert hasil.nilai.as_tuple().exponent == -2


def test_t08_cumulative_needs_follow_from_coefficient_and_golongan() -> None:
    koefisien = KOEFISIEN_TAHUNAN.pada(HARI_INI).nilai
    pangkat = AKK_KENAIKAN_PANGKAT.pada(HARI_INI).nilai
    naik = AKK_KENAIKAN_JENJANG.pada(HARI_INI).nilai
    for jenjang, isi in JENJANG_JF.pada(HARI_INI).nilai.items():
        assert pangkat[jenjang] == 4 * koefisien[jenjang]
        if jenjang not in {Jenjang.PENYELIA, Jenjang.AHLI_UTAMA}:
            assert naik[jenjang] == pangkat[jenjang] * len(isi.golongan)


def test_32_months_of_sangat_baik_make_one_pangkat_in_every_jenjang() -> None:
    persen = PERSENTASE_PREDIKAT.pada(HARI_INI).nilai[Predikat.SANGAT_BAIK]
    for jenjang, koefisien in KOEFISIEN_TAHUNAN.pada(HARI_INI).nilai.items():
        sebulan = Fraction(koefisien) * Fraction(persen) / 1200
        assert 31 * sebulan < AKK_KENAIKAN_PANGKAT.pada(HARI_INI).nilai[jenjang] <= 32 * sebulan


def test_t03_rounded_rows_add_up_as_in_the_example_of_bkn() -> None:
    setahun = angka_kredit(
        jenjang=Jenjang.AHLI_PERTAMA, predikat=Predikat.SANGAT_BAIK, bulan=12, pada=HARI_INI
    )
    dua_bulan = angka_kredit(
        jenjang=Jenjang.AHLI_PERTAMA, predikat=Predikat.BAIK, bulan=2, pada=HARI_INI
    )
    assert setahun.nilai + dua_bulan.nilai == Decimal("20.83")


@pytest.mark.parametrize(
    "salah",
    [{"bulan": 0}, {"bulan": True}, {"bulan": 1.0}, {"jenjang": "x"}, {"predikat": None},
     {"predikat": []}],
)  # fmt: skip
def test_wrong_facts_earn_no_angka_kredit(salah: dict[str, Any]) -> None:
    fakta: dict[str, Any] = {"jenjang": Jenjang.MAHIR, "predikat": Predikat.BAIK, "bulan": 12}
    with pytest.raises(MasukanSalahError):
        angka_kredit(**(fakta | salah), pada=HARI_INI)


@given(
    skp=st.decimals(0, 120, places=3), perilaku=st.decimals(0, 120, places=3),
    bobot=st.sampled_from(BobotPP30), ide=st.booleans(),
)  # fmt: skip
def test_an_archive_number_lies_between_its_two_parts(
    skp: Decimal, perilaku: Decimal, bobot: BobotPP30, ide: bool
) -> None:
    hasil = nilai_pp30(nilai_skp=skp, nilai_perilaku=perilaku, bobot=bobot, ide_baru=ide)
    assert min(skp, perilaku) <= hasil.nilai <= max(skp, perilaku)
    assert (hasil.predikat is Predikat.SANGAT_BAIK) is (ide and hasil.nilai >= 110)
    assert hasil.sebutan == (
        "Cukup" if hasil.predikat is Predikat.BUTUH_PERBAIKAN else hasil.predikat.label
    )


def test_the_service_target_is_marked_as_ours() -> None:
    target = TARGET_LAYANAN_PUTUSAN.pada(HARI_INI)
    assert (target.nilai, target.dasar[0].peraturan) == (14, "rancangan-tera")
    with pytest.raises(BelumDiaturError):
        TARGET_LAYANAN_PUTUSAN.pada(date(2022, 2, 2))


def test_an_agency_may_choose_the_small_unit_and_the_rounding() -> None:
    jumlah = {Predikat.SANGAT_BAIK: 8, Predikat.BAIK: 3}
    bawaan = periksa_distribusi(
        capaian_organisasi=CapaianOrganisasi.ISTIMEWA, jumlah=jumlah, pada=HARI_INI
    )
    assert "paling banyak 7 (70% dari 11 pegawai, dibulatkan ke bawah)" in bawaan.pelanggaran[0]
    terdekat = periksa_distribusi(
        capaian_organisasi=CapaianOrganisasi.ISTIMEWA,
        jumlah=jumlah,
        pada=HARI_INI,
        pembulatan=Pembulatan.TERDEKAT,
    )
    assert terdekat.pelanggaran == ()
    kecil = periksa_distribusi(
        capaian_organisasi=CapaianOrganisasi.ISTIMEWA,
        jumlah=jumlah,
        pada=HARI_INI,
        unit_kecil=12,
    )
    assert kecil.pelanggaran == ()
    assert kecil.catatan[0].startswith("Unit dengan 11 pegawai dinilai kurang dari 12")


def test_a_minimum_also_rounds_to_the_nearest() -> None:
    for sepuluh, pembulatan in ((True, Pembulatan.TERDEKAT), (False, Pembulatan.TERDEKAT)):
        n = 9 if sepuluh else 11
        jumlah = {Predikat.BUTUH_PERBAIKAN: 6 if not sepuluh else 5, Predikat.BAIK: n - 6}
        hasil = periksa_distribusi(
            capaian_organisasi=CapaianOrganisasi.BUTUH_PERBAIKAN,
            jumlah=jumlah,
            pada=HARI_INI,
            pembulatan=pembulatan,
        )
        # 60% of 8 is 4.8 → 5; of 11 is 6.6 → 7.
        assert bool(hasil.pelanggaran) is not sepuluh
