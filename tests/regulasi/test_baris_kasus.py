"""The line interface never raises: every wrong case is answered with a `galat`."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tera.regulasi.kasus import DAFTAR_ATURAN, jawab, jawab_baris

BENAR: dict[str, dict[str, Any]] = {
    "predikat": {"hasil_kerja": "sesuai", "perilaku_kerja": "sesuai", "pada": "2026-01-31"},
    "distribusi": {"capaian_organisasi": "baik", "jumlah": {"baik": 5}, "pada": "2026-01-31"},
    "angka_kredit": {
        "jenjang": "ahli_muda", "predikat": "baik", "bulan": 12, "pada": "2026-01-31",
    },
    "batas_keberatan": {"diterima_pada": "2026-01-12", "pada": "2026-01-13"},
    "nip": {"nip": "198609262015051001", "pada": "2026-01-31"},
    "arsip_pp30": {"nilai_skp": 100, "nilai_perilaku": 90.5, "bobot": "70_30", "ide_baru": True},
    "ikm": {"nilai": [[3, 3, 3, 3, 3, 3, 4, 3, 3]]},
    "kotak_talenta": {"kinerja": "sesuai", "potensial": "tinggi"},
    "akumulasi_angka_kredit": {
        "jenjang": "ahli_muda", "golongan": "III/c", "ak_dasar": "0.00",
        "tambahan_pendidikan": 0, "pada": "2026-01-31",
        "baris": [{"tahun": 2025, "bulan_mulai": 1, "bulan_selesai": 12, "predikat": "baik"}],
    },
    "kelayakan_kenaikan": {
        "jenjang": "ahli_muda", "golongan": "III/c", "jumlah": "87.50", "tmt_pangkat": "2022-04-01",
        "tmt_jenjang": None, "predikat": {"2025": "baik"}, "lowongan": None, "lulus_uji": True,
        "pernah_tanpa_lowongan": False, "pada": "2026-01-31",
    },
    "konversi_masa": {
        "masa": [{"jenjang": "ahli_muda", "mulai": "2023-01-01", "selesai": None}],
        "predikat": {"tahun": 2025, "bulan_mulai": 1, "bulan_selesai": 12, "predikat": "baik"},
        "terpakai": [[2025, 1]],
    },
    "ak_pendidikan": {
        "jenjang": "ahli_muda", "tingkat": "s2", "sudah": ["s1"], "pada": "2026-01-31",
    },
    "ak_perpindahan": {
        "jenjang": "ahli_muda", "golongan": "III/d", "pangkat_tertinggi": True,
        "pada": "2026-01-31",
        "baris": [{"tahun": 2025, "bulan_mulai": 1, "bulan_selesai": 12, "predikat": "baik"}],
    },
    "tmt_kenaikan_pangkat": {"pada": "2026-01-31"},
    "tindak_lanjut": {
        "predikat": "kurang", "predikat_lalu": "baik", "jenis_jabatan": "pelaksana",
        "status": "pns", "ditetapkan_pada": "2026-01-31", "setahun_menjabat": True,
        "keadaan_kahar": False,
    },
    "perjanjian_pppk": {
        "selesai": "2027-02-28", "pada": "2026-11-28", "target_tercapai": True,
        "dinilai_tim": False,
    },
    "tidak_hadir": {"hari": 12, "berturut": 3, "pada": "2026-11-28"},
    "satyalancana": {
        "tingkat": "x", "status": "pns", "tmt_cpns": "2016-03-01", "tanggal_usul": "2026-03-01",
        "hukdis": False, "cltn": False,
    },
    "tunjangan": {
        "praset": "kementan", "aturan": {"pembulatan": "ke_bawah"}, "pagu": 10_000_000,
        "tahun": 2026, "bulan": 3, "capaian": 1, "potongan_kehadiran": 0, "cpns": False,
        "hukdis_sedang": False, "laporan_tidak_sesuai": 0,
        "predikat": [{"tahun": 2026, "bulan_mulai": 1, "bulan_selesai": 3, "predikat": "baik"}],
    },
    "pemenuhan_jp": {"status": "pns", "jp": 20, "menit": 0, "pada": "2026-12-31"},
}  # fmt: skip

ANEH: list[Any] = [
    None, True, False, 0, -1, 13, 10**30, 1.5, float("nan"), float("inf"), Decimal("1E-500"),
    "", "istimewa sekali", "2026-13-01", "2026-02-30", "20260131", "2026-W05-6", "31-01-2026",
    "x" * 5000, "\ud800", "١٢", [], {}, {"baik": -1}, {"baik": True}, {"baik": 1.0},
    {"baik": 10**30}, {"hebat": 1}, {1: 1}, b"x", object(),
]  # fmt: skip


def _kode(aturan: str, masukan: Any) -> str:
    jawaban = jawab({"aturan": aturan, "masukan": masukan})
    assert set(jawaban) == {"aturan", "galat"}
    return str(jawaban["galat"]["kode"])


def test_the_sample_of_every_rule_is_answered() -> None:
    assert set(BENAR) == set(DAFTAR_ATURAN)
    for aturan, masukan in BENAR.items():
        assert "keluaran" in jawab({"aturan": aturan, "masukan": masukan})


@pytest.mark.parametrize("aturan", DAFTAR_ATURAN)
def test_a_missing_key_is_refused(aturan: str) -> None:
    for kunci in BENAR[aturan]:
        kurang = {k: v for k, v in BENAR[aturan].items() if k != kunci}
        assert _kode(aturan, kurang) == "masukan_salah"


@pytest.mark.parametrize("aturan", DAFTAR_ATURAN)
def test_an_unknown_key_is_refused(aturan: str) -> None:
    assert _kode(aturan, BENAR[aturan] | {"catatan": "x"}) == "masukan_salah"


@pytest.mark.parametrize("aturan", DAFTAR_ATURAN)
@pytest.mark.parametrize("masukan", [None, [], "x", 1])
def test_an_input_that_is_no_object_is_refused(aturan: str, masukan: Any) -> None:
    assert _kode(aturan, masukan) == "masukan_salah"


@pytest.mark.parametrize("aturan", DAFTAR_ATURAN)
def test_a_strange_value_in_any_field_never_raises(aturan: str) -> None:
    for kunci in BENAR[aturan]:
        for nilai in ANEH:
            jawaban = jawab({"aturan": aturan, "masukan": BENAR[aturan] | {kunci: nilai}})
            assert ("keluaran" in jawaban) is not ("galat" in jawaban)


@pytest.mark.parametrize(
    ("aturan", "kunci", "nilai"),
    [
        ("predikat", "hasil_kerja", "Sesuai"),
        ("predikat", "hasil_kerja", 1),
        ("predikat", "pada", "2026-02-30"),
        ("predikat", "pada", "20260131"),
        ("predikat", "pada", 20260131),
        ("distribusi", "capaian_organisasi", "hebat"),
        ("distribusi", "jumlah", [5]),
        ("distribusi", "jumlah", {"hebat": 5}),
        ("distribusi", "jumlah", {"baik": True}),
        ("distribusi", "jumlah", {"baik": -1}),
        ("distribusi", "jumlah", {"baik": 1.0}),
        ("angka_kredit", "bulan", 0),
        ("angka_kredit", "bulan", 13),
        ("angka_kredit", "bulan", True),
        ("angka_kredit", "bulan", 6.0),
        ("angka_kredit", "jenjang", "ahli"),
        ("nip", "nip", 198609262015051001),
        ("arsip_pp30", "nilai_skp", float("nan")),
        ("arsip_pp30", "nilai_skp", float("inf")),
        ("arsip_pp30", "nilai_skp", -1),
        ("arsip_pp30", "nilai_skp", True),
        ("arsip_pp30", "nilai_skp", "100"),
        ("arsip_pp30", "nilai_skp", 10**400),
        ("arsip_pp30", "nilai_skp", Decimal("1E-30")),
        ("arsip_pp30", "ide_baru", 1),
        ("arsip_pp30", "bobot", "50_50"),
    ],
)
def test_a_wrong_value_is_refused_as_wrong_input(aturan: str, kunci: str, nilai: Any) -> None:
    assert _kode(aturan, BENAR[aturan] | {kunci: nilai}) == "masukan_salah"


def test_an_unknown_rule_is_told_apart_from_wrong_input() -> None:
    assert _kode("tukin", {}) == "tidak_dikenal"
    for kasus in ({}, {"aturan": 5}, {"aturan": "nip"}, [], None, "nip"):
        assert jawab(kasus)["galat"]["kode"] == "masukan_salah"


def test_aturan_and_id_are_echoed() -> None:
    for nomor in ("kasus-7", 7):
        jawaban = jawab({"id": nomor, "aturan": "nip", "masukan": BENAR["nip"]})
        assert (jawaban["id"], jawaban["aturan"]) == (nomor, "nip")
    assert jawab({"id": [1], "aturan": "nip", "masukan": {}})["id"] is None
    assert "id" not in jawab({"aturan": "nip", "masukan": {}})


def test_a_line_gives_one_line_and_an_empty_line_nothing() -> None:
    assert jawab_baris("  \n") == ""
    baris = jawab_baris(json.dumps({"aturan": "arsip_pp30", "masukan": BENAR["arsip_pp30"]}))
    assert json.loads(baris)["keluaran"]["nilai"] == 97.15
    assert "\n" not in baris


@pytest.mark.parametrize(
    "baris",
    [
        "{", "bukan json", '{"aturan": NaN}', '{"a": Infinity}', "[" * 100_000,
        '{"a": ' + "9" * 5000 + "}", '{"a": 1e99999999999999999999}', "\x00",
    ],
)  # fmt: skip
def test_a_line_that_is_no_json_is_answered(baris: str) -> None:
    jawaban = json.loads(jawab_baris(baris))
    assert jawaban["aturan"] is None
    assert jawaban["galat"]["kode"] == "masukan_salah"


def test_a_line_with_a_lone_surrogate_can_still_be_written() -> None:
    baris = jawab_baris('{"id": "\\ud800\\u2028", "aturan": "\\ud800", "masukan": {}}')
    assert json.loads(baris.encode("utf-8"))["galat"]["kode"] == "tidak_dikenal"
    assert len(baris.splitlines()) == 1


def test_decimals_of_a_line_are_read_exactly() -> None:
    masukan = '{"nilai_skp":%s,"nilai_perilaku":%s,"bobot":"70_30","ide_baru":true}'
    tepat = masukan % ("110.00", "110.00")
    kurang = masukan % ("109.99999999999999999", "110")
    assert "sangat_baik" in jawab_baris('{"aturan":"arsip_pp30","masukan":' + tepat + "}")
    assert "sangat_baik" not in jawab_baris('{"aturan":"arsip_pp30","masukan":' + kurang + "}")


def test_a_long_input_is_cut_in_the_message() -> None:
    jawaban = jawab({"aturan": "x" * 500, "masukan": {}})
    assert "x" * 100 not in jawaban["galat"]["pesan"]


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda isi: st.lists(isi, max_size=3) | st.dictionaries(st.text(max_size=8), isi, max_size=3),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(aturan=st.sampled_from(sorted(DAFTAR_ATURAN)) | _json, data=st.data())
def test_no_json_value_whatever_raises(aturan: Any, data: st.DataObject) -> None:
    contoh = BENAR.get(aturan, {"x": 1}) if isinstance(aturan, str) else {"x": 1}
    masukan = data.draw(st.fixed_dictionaries({k: st.just(v) | _json for k, v in contoh.items()}))
    jawaban = jawab({"aturan": aturan, "masukan": masukan})
    assert ("keluaran" in jawaban) is not ("galat" in jawaban)
