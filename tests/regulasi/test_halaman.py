"""The pages of docs/regulasi say what the data say, and their examples run."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from types import ModuleType

import pytest

from tera.regulasi import (
    akumulasi,
    alur,
    angka_kredit,
    arsip_pp30,
    berakhlak,
    capaian,
    distribusi,
    golongan,
    ikm,
    jabatan,
    kalender,
    keberatan,
    kenaikan,
    masa_jf,
    nip,
    pengembangan,
    penghargaan,
    penilai,
    periodik,
    predikat,
    skp,
    talenta,
    tindak_lanjut,
    tunjangan,
)
from tera.regulasi.dasar import TabelBertanggal
from tera.regulasi.halaman import catatan, tabel_dasar
from tera.regulasi.kasus import jawab_baris
from tera.regulasi.pemuat import PUSTAKA

AKAR = Path(__file__).parents[2]
DOCS = AKAR / "docs" / "regulasi"
HALAMAN: dict[str, ModuleType] = {
    "predikat": predikat,
    "capaian": capaian,
    "distribusi": distribusi,
    "angka-kredit": angka_kredit,
    "akumulasi": akumulasi,
    "kenaikan": kenaikan,
    "masa-jf": masa_jf,
    "talenta": talenta,
    "tindak-lanjut": tindak_lanjut,
    "penghargaan": penghargaan,
    "tunjangan": tunjangan,
    "pengembangan": pengembangan,
    "keberatan": keberatan,
    "kalender": kalender,
    "nip": nip,
    "golongan": golongan,
    "jabatan": jabatan,
    "berakhlak": berakhlak,
    "penilai": penilai,
    "periodik": periodik,
    "ikm": ikm,
    "skp": skp,
    "arsip-pp30": arsip_pp30,
    "alur": alur,
}
BAGIAN = ["## Aturannya", "## Contoh", "## Yang tidak dimodelkan", "## Cara memeriksa"]


def _isi(nama: str) -> str:
    return (DOCS / f"{nama}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("nama", HALAMAN)
def test_a_page_cites_every_value_of_its_rule(nama: str) -> None:
    isi = _isi(nama)
    letak = [isi.index(judul) for judul in BAGIAN]
    assert letak == sorted(letak)
    milik = [t for t in vars(HALAMAN[nama]).values() if isinstance(t, TabelBertanggal)]
    for tabel in milik:
        baris = tabel_dasar(tabel).splitlines()[2:] + catatan(tabel).splitlines()
        for satu in baris:
            assert satu in isi, f"docs/regulasi/{nama}.md: perbarui menurut data: {satu}"


@pytest.mark.parametrize("nama", HALAMAN)
def test_the_examples_of_a_page_give_the_answers_it_prints(nama: str) -> None:
    isi = _isi(nama)
    masuk = re.findall(r"```json masukan\n(.*?)```", isi, re.DOTALL)
    keluar = re.findall(r"```json keluaran\n(.*?)```", isi, re.DOTALL)
    assert len(masuk) == len(keluar)
    for tanya, jawab in zip(masuk, keluar, strict=True):
        dihitung = [json.loads(jawab_baris(baris)) for baris in tanya.splitlines()]
        assert dihitung == [json.loads(baris) for baris in jawab.splitlines()]


def test_the_workflow_page_shows_the_diagrams_of_the_tables() -> None:
    isi = _isi("alur")
    for jenis in alur.ALUR:
        assert f"```mermaid\n{alur.diagram_mermaid(jenis)}```" in isi


def test_the_index_lists_every_page_and_every_instrument() -> None:
    isi = _isi("index")
    assert {p.stem for p in DOCS.glob("*.md")} == {*HALAMAN, "index"}
    assert all(f"({nama}.md)" in isi for nama in HALAMAN)
    assert all(f"| `{kunci}` |" in isi for kunci in PUSTAKA.peraturan)


@pytest.mark.parametrize("nama", HALAMAN)
def test_a_rule_module_names_its_instrument_and_what_it_leaves_out(nama: str) -> None:
    teks = Path(str(HALAMAN[nama].__file__)).read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(teks)) or ""
    assert "Tidak dimodelkan:" in docstring
    assert re.search(r"Instruments?:", docstring)
