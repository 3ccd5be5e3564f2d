"""Served files: built from their sources, small, and the vendored ones unchanged."""

import gzip
import hashlib
import json
import re
import subprocess
from pathlib import Path

import pytest

import tera.antarmuka
from tera.antarmuka import aset
from tera.antarmuka.ikon import FOLDER_IKON, IkonTidakAdaError, gambar_ikon

RUANG = Path(tera.antarmuka.__file__).parent
STATIS = RUANG / "static" / "antarmuka"
AKAR = RUANG.parents[2]
BATAS_BYTE = 10 * 1024


@pytest.mark.parametrize(
    ("nama", "susun"), [("tera.css", aset.susun_css), ("tera.js", aset.susun_js)]
)
def test_the_served_file_is_built_from_its_sources(nama: str, susun: object) -> None:
    assert callable(susun)
    pesan = "Jalankan: python -m tera.antarmuka.aset"
    assert (STATIS / nama).read_text(encoding="utf-8") == susun(), pesan


@pytest.mark.parametrize("nama", ["tera.css", "tera.js"])
def test_the_served_file_fits_its_budget_on_a_weak_network(nama: str) -> None:
    assert len(gzip.compress((STATIS / nama).read_bytes(), 9)) <= BATAS_BYTE


def test_every_module_is_part_of_the_script() -> None:
    assert {p.stem for p in (STATIS / "js").glob("*.js")} == set(aset.DAFTAR_MODUL)
    assert "import " not in re.sub(r"//.*", "", aset.susun_js())


def test_top_level_names_are_unique_across_modules() -> None:
    daftar = re.findall(
        r"^(?:async )?(?:function|const|let|class) ([A-Za-z$_]+)",
        "\n".join(
            re.sub(r"^export ", "", p.read_text(encoding="utf-8"), flags=re.MULTILINE)
            for p in (STATIS / "js").glob("*.js")
        ),
        re.MULTILINE,
    )
    assert len(daftar) > 20
    assert len(daftar) == len(set(daftar))


def test_every_style_file_stays_inside_a_layer() -> None:
    for berkas in sorted((STATIS / "css").glob("*.css")):
        isi = re.sub(r"/\*.*?\*/", "", berkas.read_text(encoding="utf-8"), flags=re.DOTALL).strip()
        for bagian in re.split(r"(?m)^(?=@layer )", isi):
            assert not bagian.strip() or bagian.startswith("@layer "), berkas.name
        assert isi.count("{") == isi.count("}"), berkas.name


def test_the_dark_set_redefines_every_colour_of_the_light_set() -> None:
    terang = (
        (STATIS / "css" / "10-token.css")
        .read_text(encoding="utf-8")
        .split("color-scheme: light;")[1]
    )
    terang = terang.split("}")[0]
    gelap = (STATIS / "css" / "gelap.tetes").read_text(encoding="utf-8")
    nama = re.compile(r"^\s*(--[\w-]+):", re.MULTILINE)
    assert set(nama.findall(terang)) - set(nama.findall(gelap)) == set()
    assert len(nama.findall(gelap)) > 20


def test_every_token_that_is_used_is_defined() -> None:
    css = aset.susun_css()
    dipakai = set(re.findall(r"var\((--[\w-]+)", css))
    assert dipakai <= set(re.findall(r"(--[\w-]+):", css))


def test_vendored_files_have_the_recorded_hashes() -> None:
    folder = STATIS / "vendor"
    manifes = json.loads((folder / "manifes.json").read_text(encoding="utf-8"))
    ada = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert ada == set(manifes["sha256"]) | {"manifes.json"}
    for nama, sidik in manifes["sha256"].items():
        assert hashlib.sha256((folder / nama).read_bytes()).hexdigest() == sidik, nama
    assert {p["nama"]: p["versi"] for p in manifes["paket"]} == {
        "htmx.org": "4.0.1",
        "@tabler/icons": "3.51.0",
    }


def test_every_icon_a_template_or_view_names_is_vendored() -> None:
    pola = re.compile(
        r"""{% ikon ["']([a-z0-9-]+)["']|(?:ikon=|["']ikon["']: )["']([a-z0-9-]+)["']"""
    )
    dipakai = set()
    for berkas in [*RUANG.parent.rglob("*.html"), *RUANG.parent.rglob("*.py")]:
        for satu in pola.findall(berkas.read_text(encoding="utf-8")):
            dipakai.add(satu[0] or satu[1])
    assert len(dipakai) > 20
    assert {n for n in dipakai if not (FOLDER_IKON / f"{n}.svg").is_file()} == set()


def test_an_unknown_icon_is_refused_with_what_to_do() -> None:
    for nama in ("tidak-ada", "../ikon", ""):
        with pytest.raises(IkonTidakAdaError, match=r"skrip/ikon\.txt"):
            gambar_ikon(nama)


def test_no_registry_host_is_written_in_the_lock_file() -> None:
    kunci = json.loads((AKAR / "package-lock.json").read_text(encoding="utf-8"))
    assert all("resolved" not in paket for paket in kunci["packages"].values())
    assert all(
        p.get("integrity", "sha512-").startswith("sha512-") for p in kunci["packages"].values()
    )


def test_vendored_files_can_be_derived_again_from_their_packages() -> None:
    if not (AKAR / "node_modules").is_dir():
        pytest.skip("node_modules is not installed: npm ci")
    hasil = subprocess.run(
        ["node", "skrip/vendor.mjs", "--periksa"],
        cwd=AKAR,
        capture_output=True,
        text=True,
        check=False,
    )
    assert hasil.returncode == 0, hasil.stderr


def test_templates_hold_no_inline_style_script_or_handler() -> None:
    larangan = re.compile(
        r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=|hx-on|javascript:|js:"
    )
    for berkas in RUANG.rglob("*.html"):
        temu = larangan.search(berkas.read_text(encoding="utf-8"))
        assert temu is None, f"{berkas.name}: {temu and temu.group()}"


def test_no_file_of_this_room_is_fetched_from_another_host() -> None:
    for berkas in [*(STATIS / "css").glob("*"), *(STATIS / "js").glob("*"), STATIS / "sw.js"]:
        isi = berkas.read_text(encoding="utf-8")
        assert not re.search(r"(?:url\(|@import|https?:)", isi), berkas.name
