"""Criteria of an instansi's own awards: met, not met, or nobody knows yet."""

from datetime import date

from tera.regulasi.kategori import Predikat
from tera.regulasi.penghargaan import (
    JUDUL_SYARAT,
    SUMBER_SYARAT,
    Jawaban,
    TingkatSatyalancana,
    kriteria_belum_pernah,
    kriteria_bersih,
    kriteria_capaian,
    kriteria_masa_kerja,
    kriteria_predikat,
    tingkat_tercapai,
)

SB, B, BP = Predikat.SANGAT_BAIK, Predikat.BAIK, Predikat.BUTUH_PERBAIKAN


def _predikat(hasil: dict[int, Predikat], minimal: Predikat = B, jumlah: int = 2) -> Jawaban:
    return kriteria_predikat(hasil=hasil, tahun=2026, jumlah=jumlah, minimal=minimal).jawaban


def test_the_year_of_the_round_counts_only_when_it_is_final() -> None:
    assert _predikat({2024: B, 2025: B}) is Jawaban.TERPENUHI
    assert _predikat({2024: B, 2025: B, 2026: BP}) is Jawaban.TIDAK_TERPENUHI
    assert _predikat({2024: BP, 2025: B, 2026: B}) is Jawaban.TERPENUHI


def test_a_missing_year_is_a_question_and_a_low_one_an_answer() -> None:
    assert _predikat({2025: B}) is Jawaban.BELUM_DIKETAHUI
    assert _predikat({2025: BP}) is Jawaban.TIDAK_TERPENUHI
    assert _predikat({}) is Jawaban.BELUM_DIKETAHUI


def test_sangat_baik_asks_for_nothing_less() -> None:
    assert _predikat({2024: SB, 2025: SB}, minimal=SB) is Jawaban.TERPENUHI
    assert _predikat({2024: SB, 2025: B}, minimal=SB) is Jawaban.TIDAK_TERPENUHI


def test_a_record_nobody_looked_at_is_neither_clean_nor_not() -> None:
    assert kriteria_bersih(hukdis=None).jawaban is Jawaban.BELUM_DIKETAHUI
    assert kriteria_bersih(hukdis=False).jawaban is Jawaban.TERPENUHI
    assert kriteria_bersih(hukdis=True).jawaban is Jawaban.TIDAK_TERPENUHI


def test_service_and_achievements_stand_on_both_sides_of_their_border() -> None:
    for pada, jawaban in (
        (date(2026, 2, 28), Jawaban.TIDAK_TERPENUHI),
        (date(2026, 3, 1), Jawaban.TERPENUHI),
    ):
        satu = kriteria_masa_kerja(tmt_cpns=date(2021, 3, 1), pada=pada, tahun=5)
        assert satu.jawaban is jawaban
    tanpa = kriteria_masa_kerja(tmt_cpns=None, pada=date(2026, 3, 1), tahun=5)
    assert tanpa.jawaban is Jawaban.BELUM_DIKETAHUI
    for jumlah, jawaban in ((1, Jawaban.TIDAK_TERPENUHI), (2, Jawaban.TERPENUHI)):
        assert kriteria_capaian(jumlah=jumlah, minimal=2, tahun=2026).jawaban is jawaban
    assert kriteria_belum_pernah(sudah=True).jawaban is Jawaban.TIDAK_TERPENUHI


def test_the_highest_degree_reached_is_the_one_sought() -> None:
    pada = date(2026, 3, 1)
    for mulai, tingkat in (
        (date(2016, 4, 1), None),
        (date(2016, 3, 1), TingkatSatyalancana.X),
        (date(2006, 3, 1), TingkatSatyalancana.XX),
        (date(1990, 1, 1), TingkatSatyalancana.XXX),
    ):
        assert tingkat_tercapai(tmt_cpns=mulai, pada=pada) is tingkat


def test_every_criterion_has_a_name_and_a_source() -> None:
    assert JUDUL_SYARAT.keys() == SUMBER_SYARAT.keys()
