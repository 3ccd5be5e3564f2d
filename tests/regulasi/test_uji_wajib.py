"""The list of required cases is complete: T01 to T63 are tested, or wait for a part that comes."""

from __future__ import annotations

import ast
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

AKAR = Path(__file__).parents[2]
FOLDER = Path(__file__).parent
# Parts of the product that come later: the word in CHANGELOG.md under “Belum ada”, and the only
# numbers that may wait for it.
BELUM_ADA: dict[str, tuple[str, set[int]]] = {}
LEWATI = {"skip", "skipif", "xfail", "importorskip"}


def _wajib() -> list[dict[str, Any]]:
    isi = tomllib.loads((FOLDER / "uji_wajib.toml").read_text(encoding="utf-8"))
    daftar: list[dict[str, Any]] = isi["wajib"]
    return daftar


WAJIB = _wajib()


@cache
def _pohon(berkas: str) -> ast.Module:
    return ast.parse((AKAR / berkas).read_text(encoding="utf-8"))


@cache
def _kasus() -> frozenset[str]:
    return frozenset(
        f"{berkas.stem}: {satu['nama']}"
        for berkas in (FOLDER / "kasus").glob("*.toml")
        for satu in tomllib.loads(berkas.read_text(encoding="utf-8"))["kasus"]
    )


def _menyebut_lewati(simpul: ast.AST) -> bool:
    return any(
        (isinstance(satu, ast.Attribute) and satu.attr in LEWATI)
        or (isinstance(satu, ast.Name) and satu.id in LEWATI)
        for satu in ast.walk(simpul)
    )


def test_all_sixty_three_numbers_stand_once_and_in_order() -> None:
    assert [satu["nomor"] for satu in WAJIB] == list(range(1, 64))
    assert len({satu["bunyi"] for satu in WAJIB}) == 63
    for satu in WAJIB:
        assert satu.keys() <= {"nomor", "bunyi", "kasus", "uji", "menunggu", "sebab"}


@pytest.mark.parametrize("satu", WAJIB, ids=lambda s: f"T{s['nomor']:02d}")
def test_a_required_case_is_tested_or_waits_for_a_part_that_comes(satu: dict[str, Any]) -> None:
    if "menunggu" in satu:
        kata, boleh = BELUM_ADA[satu["menunggu"]]
        assert satu["nomor"] in boleh
        assert satu["sebab"].strip()
        belum = (AKAR / "CHANGELOG.md").read_text(encoding="utf-8").split("### Belum ada")[1]
        assert kata in belum.split("\n#")[0].lower(), "bagiannya sudah ada: uji, jangan menunggu"
    else:
        assert satu.get("kasus") or satu.get("uji")
        assert "sebab" not in satu
    hilang = set(satu.get("kasus", ())) - _kasus()
    assert not hilang, f"kasus tidak ada: {hilang}"
    for alamat in satu.get("uji", ()):
        berkas, nama = alamat.split("::")
        pohon = _pohon(berkas)
        fungsi = [s for s in pohon.body if isinstance(s, ast.FunctionDef) and s.name == nama]
        assert len(fungsi) == 1, f"{alamat} tidak ada"
        assert nama.startswith("test_")
        assert not _menyebut_lewati(fungsi[0]), f"{alamat} dilewati"
        tanda = [
            s for s in pohon.body if isinstance(s, ast.Assign) and "pytestmark" in ast.unparse(s)
        ]
        assert not any(map(_menyebut_lewati, tanda)), f"{berkas} dilewati"


def test_a_case_file_that_carries_a_number_is_in_the_list() -> None:
    # Numbers of another dossier are called “tindak lanjut T…”.
    bernomor = {
        satu
        for satu in _kasus()
        for nomor in range(1, 64)
        if satu.split(": ", 1)[1].startswith(f"T{nomor:02d} ")
    }
    tercatat = {kasus for satu in WAJIB for kasus in satu.get("kasus", ())}
    assert bernomor == tercatat
