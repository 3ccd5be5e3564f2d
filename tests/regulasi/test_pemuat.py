"""The loader refuses law that is not dated, cited, registered and of a known category."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tera.regulasi.dasar import TabelBertanggal, gabung_dasar
from tera.regulasi.galat import BelumDiaturError, DataHukumError, MasukanSalahError
from tera.regulasi.kategori import Mutu
from tera.regulasi.pemuat import PUSTAKA, Pustaka, angka_desimal, peraturan, periksa_semua

DAFTAR = """
[contoh-1-2020]
nama = "Peraturan Contoh"
nomor = "1"
tahun = 2020
judul = "Contoh"
status = "berlaku"
catatan = "-"
"""
DASAR = '{ peraturan = "contoh-1-2020", letak = "Pasal 1", diperiksa = 2026-01-02, mutu = "teks" }'
INGATAN = DASAR.replace("teks", "ingatan").replace("Pasal 1", "Pasal 2")
SATU = f"""
[tarif]
uraian = "Contoh"
[[tarif.ketentuan]]
sejak = 2020-01-01
dasar = [{DASAR}]
nilai = 1.5
"""
DUA = f"""
[[tarif.ketentuan]]
sejak = 2021-01-01
dasar = [{DASAR}, {INGATAN}]
nilai = 2.5
catatan = "naik"
"""
BERKUNCI = f"""
[tarif]
uraian = "Contoh"
kunci = "rating"
[[tarif.ketentuan]]
sejak = 2020-01-01
dasar = [{DASAR}]
nilai = {{ di_atas = 1, sesuai = 2, di_bawah = 3 }}
"""


def _pustaka(akar: Path, isi: str, daftar: str = DAFTAR) -> Pustaka:
    (akar / "peraturan.toml").write_text(daftar, encoding="utf-8")
    (akar / "uji.toml").write_text(isi, encoding="utf-8")
    return Pustaka(akar)


def _tabel(akar: Path, isi: str, bentuk: Any = angka_desimal) -> TabelBertanggal[Any]:
    return _pustaka(akar, isi).tabel("uji.toml", "tarif", bentuk)


def test_the_value_of_a_day_comes_with_its_basis_on_both_sides_of_a_change(tmp_path: Path) -> None:
    tabel = _tabel(tmp_path, SATU + DUA)
    assert tabel.pada(date(2020, 1, 1)).nilai == Decimal("1.5")
    assert tabel.pada(date(2020, 12, 31)).nilai == Decimal("1.5")
    baru = tabel.pada(date(2021, 1, 1))
    assert (baru.nilai, baru.catatan, baru.mutu) == (Decimal("2.5"), "naik", Mutu.INGATAN)
    assert baru.dasar[0].letak == "Pasal 1"
    assert tabel.terakhir is baru


def test_before_the_first_value_an_error_says_since_when(tmp_path: Path) -> None:
    with pytest.raises(BelumDiaturError, match="sejak 2020-01-01"):
        _tabel(tmp_path, SATU).pada(date(2019, 12, 31))


def test_an_instant_is_no_day_of_law(tmp_path: Path) -> None:
    with pytest.raises(MasukanSalahError, match="bukan waktu"):
        _tabel(tmp_path, SATU).pada(datetime(2026, 1, 1, 8))


def test_bases_are_joined_once_each(tmp_path: Path) -> None:
    lama, baru = _tabel(tmp_path, SATU + DUA).daftar
    assert gabung_dasar(lama.dasar, baru.dasar) == baru.dasar


@pytest.mark.parametrize(
    ("asal", "ganti", "pesan"),
    [
        ('"contoh-1-2020"', '"lain-9-2020"', "tidak terdaftar"),
        ('"contoh-1-2020"', '["x"]', "tidak terdaftar"),
        (f"dasar = [{DASAR}]", "", "kurang dasar"),
        (f"dasar = [{DASAR}]", "dasar = []", "tanpa dasar"),
        (f"dasar = [{DASAR}]", 'dasar = "Pasal 1"', "tanpa dasar"),
        (f"dasar = [{DASAR}]", 'dasar = ["Pasal 1"]', "bukan tabel"),
        (', mutu = "teks"', "", "kurang mutu"),
        ('"teks"', '"yakin"', "mutu 'yakin' tidak dikenal"),
        ('"Pasal 1"', '" "', "letak"),
        ('"Pasal 1"', "1", "letak"),
        ("2026-01-02", '"2026-01-02"', "bukan tanggal"),
        ("2026-01-02", "2026-01-02T00:00:00", "bukan tanggal"),
        ("sejak = 2020-01-01", 'sejak = "2020-01-01"', "bukan tanggal"),
        ("sejak = 2020-01-01", "sejak = 2020-01-01T00:00:00", "bukan tanggal"),
        ("sejak = 2020-01-01", "", "kurang sejak"),
        ("sejak = 2020-01-01", "sejak = 2020-02-30", "tidak terbaca"),
        ("nilai = 1.5", "", "kurang nilai"),
        ("nilai = 1.5", "nilai = 1.5\nberlaku = true", "tidak dikenal berlaku"),
        ("nilai = 1.5", 'nilai = "banyak"', "salah bentuk"),
        ('uraian = "Contoh"', "", "kurang uraian"),
        ('uraian = "Contoh"', 'uraian = "Contoh"\nkunci = "warna"', "kategori 'warna'"),
        ('uraian = "Contoh"', 'uraian = "Contoh"\nkunci = "rating"', "bukan tabel"),
    ],
)
def test_a_flawed_record_is_refused(tmp_path: Path, asal: str, ganti: str, pesan: str) -> None:
    assert asal in SATU
    with pytest.raises(DataHukumError, match=pesan):
        _ = _tabel(tmp_path, SATU.replace(asal, ganti)).daftar


def test_a_table_without_records_is_refused(tmp_path: Path) -> None:
    for ketentuan in ("[]", '"x"'):
        with pytest.raises(DataHukumError, match="belum punya ketentuan"):
            _ = _tabel(tmp_path, f'[tarif]\nuraian = "x"\nketentuan = {ketentuan}').daftar


def test_a_missing_table_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    pustaka = _pustaka(tmp_path, SATU)
    with pytest.raises(DataHukumError, match="tabel tidak ada"):
        _ = pustaka.tabel("uji.toml", "lain", angka_desimal).daftar
    with pytest.raises(DataHukumError, match="tidak terbaca"):
        _ = pustaka.tabel("hilang.toml", "tarif", angka_desimal).daftar


@pytest.mark.parametrize("sejak", ["2020-01-01", "2019-06-01"])
def test_first_days_must_rise(tmp_path: Path, sejak: str) -> None:
    with pytest.raises(DataHukumError, match="ganda atau tidak berurutan"):
        _ = _tabel(tmp_path, SATU + DUA.replace("2021-01-01", sejak)).daftar


def test_a_category_must_be_complete_and_known(tmp_path: Path) -> None:
    assert _tabel(tmp_path, BERKUNCI, dict).terakhir.nilai["sesuai"] == 2
    with pytest.raises(DataHukumError, match="kurang di_bawah"):
        _ = _tabel(tmp_path, BERKUNCI.replace(", di_bawah = 3", ""), dict).daftar
    with pytest.raises(DataHukumError, match="tidak dikenal hebat"):
        _ = _tabel(
            tmp_path, BERKUNCI.replace("di_bawah = 3", "di_bawah = 3, hebat = 4"), dict
        ).daftar


@pytest.mark.parametrize(
    ("asal", "ganti", "pesan"),
    [
        ('judul = "Contoh"\n', "", "kurang judul"),
        ("tahun = 2020", 'tahun = "2020"', "tahun salah jenis"),
        ("tahun = 2020", "tahun = true", "tahun salah jenis"),
        ('"berlaku"', '"mungkin"', "status 'mungkin'"),
        ('catatan = "-"', 'catatan = "-"\nharga = 1', "tidak dikenal harga"),
    ],
)
def test_a_flawed_register_is_refused(tmp_path: Path, asal: str, ganti: str, pesan: str) -> None:
    with pytest.raises(DataHukumError, match=pesan):
        _ = _pustaka(tmp_path, SATU, DAFTAR.replace(asal, ganti)).peraturan


def test_a_register_entry_must_be_a_table(tmp_path: Path) -> None:
    with pytest.raises(DataHukumError, match="bukan tabel"):
        _ = _pustaka(tmp_path, SATU, 'contoh = "x"').peraturan


def test_a_number_of_a_data_file_is_no_text_and_no_truth() -> None:
    assert angka_desimal(5) == Decimal(5)
    for salah in ("5", True, 0.5):
        with pytest.raises(TypeError):
            angka_desimal(salah)


def test_all_shipped_law_loads_and_every_instrument_is_used() -> None:
    assert periksa_semua() > 180
    dipakai = set()
    for berkas in PUSTAKA.akar.rglob("*.toml"):
        teks = berkas.read_text(encoding="utf-8")
        dipakai |= {k for k in PUSTAKA.peraturan if f'peraturan = "{k}"' in teks}
    libur = (PUSTAKA.akar / "kalender" / "libur.csv").read_text(encoding="utf-8")
    dipakai |= {k for k in PUSTAKA.peraturan if f",{k}," in libur}
    assert set(PUSTAKA.peraturan) == dipakai


def test_an_instrument_is_found_by_its_key() -> None:
    assert peraturan("permenpanrb-6-2022").tahun == 2022
    with pytest.raises(DataHukumError, match="tidak terdaftar"):
        peraturan("permenpanrb-99-2099")
