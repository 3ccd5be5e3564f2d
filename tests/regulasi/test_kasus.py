"""Every case file a lawyer can read, run against the rules: one test per case."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tera.regulasi import kasus
from tera.regulasi.capaian import rating_hasil_pimpinan
from tera.regulasi.galat import RegulasiError
from tera.regulasi.jabatan import baca_kedudukan_hukum, kewajiban_skp
from tera.regulasi.kategori import CapaianOrganisasi, JenisInstansi, JenisJabatan, Rating
from tera.regulasi.keberatan import batas_penyerahan
from tera.regulasi.penilai import kewenangan_menilai, penetap_skp
from tera.regulasi.periodik import jenis_periodik
from tera.regulasi.predikat import predikat_kinerja
from tera.regulasi.skp import batas_penetapan_skp, sudah_terlambat

FOLDER = Path(__file__).parent / "kasus"


def _predikat_pimpinan(masukan: dict[str, Any]) -> dict[str, Any]:
    pada = date.fromisoformat(masukan["pada"])
    rating = rating_hasil_pimpinan(CapaianOrganisasi(masukan["capaian"]), pada=pada).rating
    perilaku = Rating(masukan["perilaku_kerja"])
    predikat = predikat_kinerja(hasil_kerja=rating, perilaku_kerja=perilaku, pada=pada)
    return {"rating": rating, "predikat": predikat.predikat}


def _penyerahan(masukan: dict[str, Any]) -> dict[str, Any]:
    hasil = batas_penyerahan(mulai=date.fromisoformat(masukan["mulai"]))
    return {"tanggal": hasil.tanggal.isoformat(), "sementara": hasil.sementara}


def _periodik(masukan: dict[str, Any]) -> dict[str, Any]:
    pada = date.fromisoformat(masukan["pada"])
    jenis = jenis_periodik(status=masukan["status"], pilihan=masukan["pilihan"], pada=pada)
    return {"jenis": jenis}


def _penilai(masukan: dict[str, Any]) -> dict[str, Any]:
    fakta = dict(masukan)
    pada = date.fromisoformat(fakta.pop("pada"))
    jenis = fakta.pop("jenis_jabatan", None)
    jawaban = kewenangan_menilai(
        jenis_jabatan=JenisJabatan(jenis) if jenis else None, pada=pada, **fakta
    )
    assert bool(jawaban.alasan) is not jawaban.boleh
    return {"boleh": jawaban.boleh}


def _penetap(masukan: dict[str, Any]) -> dict[str, Any]:
    jawaban = penetap_skp(
        jenis_jabatan=JenisJabatan(masukan["jenis_jabatan"]),
        jenis_instansi=JenisInstansi(masukan["jenis_instansi"]),
        pimpinan_unit_mandiri=masukan.get("pimpinan_unit_mandiri", False),
        pada=date(2026, 1, 2),
    )
    return {"penetap": jawaban.penetap}


def _penetapan_skp(masukan: dict[str, Any]) -> dict[str, Any]:
    ditetapkan_pada = date.fromisoformat(masukan["ditetapkan_pada"])
    return {
        "terlambat": sudah_terlambat(ditetapkan_pada, tahun=masukan["tahun"]),
        "batas": batas_penetapan_skp(masukan["tahun"]).sampai.isoformat(),
    }


def _kewajiban_skp(masukan: dict[str, Any]) -> dict[str, Any]:
    kedudukan = baca_kedudukan_hukum(masukan["kedudukan"])
    jawaban = kewajiban_skp(kedudukan, pada=date.fromisoformat(masukan["pada"]))
    return {"wajib_skp": jawaban.wajib_skp}


ATURAN_LAIN: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "predikat_pimpinan": _predikat_pimpinan,
    "penyerahan": _penyerahan,
    "penilai": _penilai,
    "periodik": _periodik,
    "penetap": _penetap,
    "penetapan_skp": _penetapan_skp,
    "kewajiban_skp": _kewajiban_skp,
}


def _jawab(aturan: str, masukan: dict[str, Any]) -> dict[str, Any]:
    if aturan not in ATURAN_LAIN:
        return kasus.jawab({"aturan": aturan, "masukan": masukan})
    try:
        return {"keluaran": ATURAN_LAIN[aturan](masukan)}
    except RegulasiError as salah:
        return {"galat": {"kode": salah.kode, "pesan": salah.pesan}}


def _daftar_kasus() -> list[Any]:
    daftar = []
    for berkas in sorted(FOLDER.glob("*.toml")):
        isi = tomllib.loads(berkas.read_text(encoding="utf-8"))
        for satu in isi["kasus"]:
            daftar.append(pytest.param(isi["aturan"], satu, id=f"{berkas.stem}: {satu['nama']}"))
    return daftar


@pytest.mark.parametrize(("aturan", "satu"), _daftar_kasus())
def test_a_case_is_answered_as_its_file_says(aturan: str, satu: dict[str, Any]) -> None:
    assert satu["letak"].strip()
    assert ("keluaran" in satu) is not ("galat" in satu)
    jawaban = _jawab(aturan, satu["masukan"])
    if "galat" in satu:
        assert jawaban["galat"]["kode"] == satu["galat"]
        assert jawaban["galat"]["pesan"].endswith(".")
    else:
        keluaran = jawaban["keluaran"]
        assert {kunci: keluaran[kunci] for kunci in satu["keluaran"]} == satu["keluaran"]


def test_every_rule_of_the_program_has_a_case_file_with_answers_and_refusals() -> None:
    for aturan in kasus.DAFTAR_ATURAN:
        isi = tomllib.loads((FOLDER / f"{aturan}.toml").read_text(encoding="utf-8"))
        assert isi["aturan"] == aturan
        assert any("keluaran" in satu for satu in isi["kasus"])
        assert any("galat" in satu for satu in isi["kasus"])


def test_case_names_are_told_apart() -> None:
    daftar = [param.id for param in _daftar_kasus()]
    assert len(set(daftar)) == len(daftar)
