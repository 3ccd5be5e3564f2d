"""Numbers in targets: read as written, compared in their direction."""

from decimal import Decimal

import pytest

from tera.pelaksanaan.hitung import angka_dari, arah_indikator, hitung_kemajuan


@pytest.mark.parametrize(
    ("teks", "angka"),
    [
        ("1.200 data", "1200"),
        ("95 persen", "95"),
        ("95%", "95"),
        ("paling lama 2,5 hari", "2.5"),
        ("Rp1.250.000,50", "1250000.5"),
        ("1.2 hari", None),
        ("12.000", "12000"),
        ("Rp 1.250.000,50", "1250000.5"),
        ("12 dokumen pada tahun 2026", "12"),
        ("tahun 2026", None),
        ("2 sampai 3 hari", None),
        ("tanpa temuan", None),
        ("", None),
        ("0 keluhan", "0"),
    ],
)
def test_a_target_is_read_as_people_write_it(teks: str, angka: str | None) -> None:
    assert angka_dari(teks) == (None if angka is None else Decimal(angka))


@pytest.mark.parametrize(
    ("aspek", "teks", "target", "arah"),
    [
        ("kuantitas", "Jumlah dokumen terbit", "400 dokumen", "naik"),
        ("waktu", "Waktu penyelesaian permohonan", "2 hari", "turun"),
        ("waktu", "Persentase permohonan tepat waktu", "95 persen", "naik"),
        ("biaya", "Biaya cetak per dokumen", "5.000 rupiah", "turun"),
        ("kualitas", "Rata-rata waktu tunggu", "15 menit", "turun"),
        ("kualitas", "Indeks kepuasan", "85", "naik"),
    ],
)
def test_the_direction_is_guessed_from_the_wording(
    aspek: str, teks: str, target: str, arah: str
) -> None:
    assert arah_indikator(kode_pustaka="", aspek=aspek, teks=teks, target=target) == arah


@pytest.mark.parametrize(
    ("nilai", "target", "arah", "persen", "tercapai", "melampaui"),
    [
        ("300", "400", "naik", "75.00", False, False),
        ("400", "400", "naik", "100.00", True, False),
        ("450", "400", "naik", "112.50", True, True),
        ("12", "15", "turun", "125.00", True, True),
        ("15", "15", "turun", "100.00", True, False),
        ("20", "15", "turun", "75.00", False, False),
        ("0", "15", "turun", None, True, True),
        ("3", "0", "naik", None, True, True),
        ("1", "3", "naik", "33.33", False, False),
        ("100", "100", "tepat", "100.00", True, False),
        ("110", "100", "tepat", "90.00", False, False),
        ("300", "100", "tepat", "0.00", False, False),
        (None, "100", "naik", None, False, False),
        ("100", None, "turun", None, False, False),
    ],
)
def test_progress_is_a_percentage_of_the_target(
    nilai: str | None,
    target: str | None,
    arah: str,
    persen: str | None,
    tercapai: bool,
    melampaui: bool,
) -> None:
    hasil = hitung_kemajuan(
        nilai=None if nilai is None else Decimal(nilai),
        target=None if target is None else Decimal(target),
        arah=arah,
    )
    assert hasil.persen == (None if persen is None else Decimal(persen))
    assert (hasil.tercapai, hasil.melampaui) == (tercapai, melampaui)
