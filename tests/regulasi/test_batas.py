"""Exactly on the border and one beside it: what a small slip in a rule would move."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tera.regulasi.angka_kredit import angka_kredit
from tera.regulasi.arsip_pp30 import DESIMAL_TERBANYAK, BobotPP30, nilai_pp30
from tera.regulasi.distribusi import Batas, periksa_distribusi
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.golongan import GOLONGAN_PPPK, daftar_golongan
from tera.regulasi.jabatan import jenis_jabatan
from tera.regulasi.kalender import PolaKerja, hari_kerja, isi_pola, status_tetap, tambah_hari_kerja
from tera.regulasi.kasus import jawab, jawab_baris
from tera.regulasi.kategori import (
    CapaianOrganisasi,
    JenisInstansi,
    JenisJabatan,
    JenisPegawai,
    Jenjang,
    Predikat,
)
from tera.regulasi.nip import CatatanNIP, NIPSalahError, baca_nip, sebutan_nomor
from tera.regulasi.penilai import penetap_skp

HARI_INI = date(2026, 11, 22)


def _arsip(nilai: Decimal) -> Decimal:
    return nilai_pp30(
        nilai_skp=nilai, nilai_perilaku=nilai, bobot=BobotPP30.TANPA_PENDAPAT, ide_baru=True
    ).nilai


def test_an_archive_number_may_be_the_highest_and_have_the_most_decimals() -> None:
    assert _arsip(Decimal(120)) == 120
    terkecil = Decimal(1).scaleb(-DESIMAL_TERBANYAK)
    assert DESIMAL_TERBANYAK == 20
    assert _arsip(100 + terkecil) > 100
    for salah in (120 + terkecil, terkecil / 10, Decimal(-1)):
        with pytest.raises(MasukanSalahError):
            _arsip(salah)


def test_a_least_share_of_a_large_unit_is_a_share_of_a_hundred() -> None:
    batas = Batas((Predikat.BUTUH_PERBAIKAN,), paling_sedikit_persen=60)
    assert batas.pelanggaran({Predikat.BUTUH_PERBAIKAN: 120}, 200) == ""
    assert "paling sedikit 120" in batas.pelanggaran({Predikat.BUTUH_PERBAIKAN: 119}, 200)


def test_a_predikat_that_is_not_named_counts_nobody() -> None:
    satu = periksa_distribusi(
        capaian_organisasi=CapaianOrganisasi.ISTIMEWA, jumlah={Predikat.BAIK: 1}, pada=HARI_INI
    )
    assert satu.catatan[-1].startswith("Sangat Baik 0 orang bukan kelompok terbesar: Baik 1 orang")
    kosong = periksa_distribusi(
        capaian_organisasi=CapaianOrganisasi.ISTIMEWA, jumlah={}, pada=HARI_INI
    )
    assert not any("kelompok terbesar" in satu for satu in kosong.catatan)


def test_golongan_of_one_kind_are_only_of_that_kind() -> None:
    pppk = daftar_golongan(JenisPegawai.PPPK)
    assert [satu.kode for satu in pppk] == list(GOLONGAN_PPPK.terakhir.nilai)
    assert {satu.jenis for satu in daftar_golongan(JenisPegawai.PNS)} == {JenisPegawai.PNS}
    assert JenisPegawai.PPPK.label == "PPPK"


def test_an_unknown_kind_of_jabatan_is_refused_by_its_code() -> None:
    with pytest.raises(MasukanSalahError, match="Jenis jabatan “9” tidak dikenal"):
        jenis_jabatan("9", "II.a")


def test_the_weeks_of_five_and_six_days_and_the_borders_of_any_week() -> None:
    assert isi_pola(PolaKerja.SENIN_JUMAT) == set(range(1, 6))
    assert isi_pola(PolaKerja.SENIN_SABTU) == set(range(1, 7))
    assert isi_pola(range(1, 8)) == {1, 2, 3, 4, 5, 6, 7}
    # Monday 5 to Sunday 11 January 2026 has no day off but the Sunday.
    seminggu = hari_kerja(date(2026, 1, 5), date(2026, 1, 11), pola=PolaKerja.SENIN_SABTU)
    assert len(seminggu.daftar) == 6
    assert tambah_hari_kerja(date(2026, 1, 11), 1, pola=PolaKerja.SENIN_SABTU).tanggal == date(
        2026, 1, 12
    )


def test_a_single_day_that_is_not_decreed_yet_is_provisional() -> None:
    # 9 March 2027 is the first of the days off that may still change.
    assert status_tetap(date(2027, 3, 8), date(2027, 3, 8))
    assert not status_tetap(date(2027, 3, 9), date(2027, 3, 9))


def test_a_year_has_twelve_months_of_angka_kredit() -> None:
    def nilai(bulan: int) -> Decimal:
        return angka_kredit(
            jenjang=Jenjang.AHLI_MUDA, predikat=Predikat.BAIK, bulan=bulan, pada=HARI_INI
        ).nilai

    assert nilai(12) == 25
    for salah in (0, 13):
        with pytest.raises(MasukanSalahError, match="bulan 1 sampai 12"):
            nilai(salah)


def _jumlah(banyak: int) -> dict[str, Any]:
    return {
        "aturan": "distribusi",
        "masukan": {"capaian_organisasi": "baik", "jumlah": {"baik": banyak}, "pada": "2026-01-31"},
    }


def test_a_count_may_be_nought_or_ten_million_and_no_more() -> None:
    assert "keluaran" in jawab(_jumlah(0))
    assert "keluaran" in jawab(_jumlah(10_000_000))
    assert "galat" in jawab(_jumlah(10_000_001))
    assert "galat" in jawab(_jumlah(-1))


def test_a_huge_number_of_an_archive_is_refused_as_huge() -> None:
    masukan = {"nilai_perilaku": 90, "bobot": "70_30", "ide_baru": True}
    for nilai, pesan in ((10_000_000, "0 sampai 120"), (10_000_001, "terlalu besar")):
        jawaban = jawab({"aturan": "arsip_pp30", "masukan": {**masukan, "nilai_skp": nilai}})
        assert pesan in jawaban["galat"]["pesan"]


def test_sixty_characters_are_repeated_whole_and_more_are_cut() -> None:
    assert f"“{'x' * 60}”" in jawab({"aturan": "x" * 60, "masukan": {}})["galat"]["pesan"]
    assert f"“{'x' * 60}…”" in jawab({"aturan": "x" * 61, "masukan": {}})["galat"]["pesan"]


def test_a_case_without_masukan_or_with_nan_says_so() -> None:
    assert jawab({"aturan": "nip"})["galat"]["pesan"] == "`masukan` wajib ada."
    for baris in ('{"aturan": "nip", "masukan": NaN}', '{"aturan": "nip", "id": Infinity}'):
        pesan = json.loads(jawab_baris(baris))["galat"]["pesan"]
        assert pesan == "Baris ini bukan JSON yang sah."


def test_an_answer_is_written_with_its_letters_and_not_with_codes() -> None:
    assert "“é”" in jawab_baris('{"aturan": "é", "masukan": {}}')


@pytest.mark.parametrize(
    ("nip", "pesan"),
    [
        ("198609262015053001", r"angka ke-15 \(3\)"),
        ("198609262015301001", r"angka 13 dan 14 \(30\)"),
        ("202701012043011001", "sesudah 2026-11-22"),
        # A NI PPPK at the age of fifteen.
        ("200912312024211001", "paling muda 16 tahun"),
        ("199001012028211001", "lebih dari setahun"),
    ],
)
def test_a_refused_number_names_the_wrong_figures(nip: str, pesan: str) -> None:
    with pytest.raises(NIPSalahError, match=pesan):
        baca_nip(nip, pada=HARI_INI)


def test_a_contract_of_next_year_may_be_known_already() -> None:
    assert baca_nip("199001012027211001", pada=HARI_INI).tahun_pengangkatan == 2027
    assert sebutan_nomor("19900101 202721 1 001") == "NI PPPK"
    assert sebutan_nomor("199203142015032915") == sebutan_nomor("nomor lama") == "NIP"


def test_the_age_of_a_pppk_is_counted_to_the_end_of_the_year() -> None:
    enam_belas = baca_nip("200812312024211001", pada=HARI_INI)
    assert CatatanNIP.USIA_PENGANGKATAN_RENDAH in enam_belas.catatan
    delapan_belas = baca_nip("200612312024211001", pada=HARI_INI)
    assert CatatanNIP.USIA_PENGANGKATAN_RENDAH not in delapan_belas.catatan


def test_nobody_is_taken_for_the_head_of_an_independent_unit_unasked() -> None:
    def penetap(**lain: Any) -> str:
        return penetap_skp(
            jenis_jabatan=JenisJabatan.ADMINISTRATOR,
            jenis_instansi=JenisInstansi.DAERAH,
            pada=HARI_INI,
            **lain,
        ).penetap

    assert penetap() == penetap(pimpinan_unit_mandiri=False)
    assert penetap() != penetap(pimpinan_unit_mandiri=True)
