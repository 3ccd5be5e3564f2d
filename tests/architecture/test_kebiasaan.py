"""Habits that a build must keep: one clock, idempotent forms, a glossary, cited workflows."""

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver

from architecture.rumah import AKAR, SUMBER, daftar_templat
from tera.regulasi.alur import ALUR

PERAN = {
    "pegawai", "penilai", "atasan_penilai", "pengelola", "ketua_tim", "penyiap", "pyb",
    "pejabat_pembina", "auditor", "admin", "sistem", "peserta", "pemimpin_diskusi",
    "konselor",
}  # fmt: skip


def _berkas_python() -> list[str]:
    return sorted(str(p.relative_to(SUMBER)) for p in SUMBER.glob("**/*.py"))


@pytest.mark.parametrize("nama", _berkas_python())
def test_only_the_clock_reads_the_time(nama: str) -> None:
    if nama == "core/clock.py":
        return
    pohon = ast.parse((SUMBER / nama).read_text(encoding="utf-8"))
    for simpul in ast.walk(pohon):
        if isinstance(simpul, ast.Attribute) and simpul.attr in {"utcnow", "today"}:
            pytest.fail(f"{nama}:{simpul.lineno} membaca waktu; pakai tera.core.clock")
        if isinstance(simpul, ast.Attribute) and simpul.attr == "now":
            pytest.fail(f"{nama}:{simpul.lineno} membaca waktu; pakai tera.core.clock")


@pytest.mark.parametrize("nama", _berkas_python())
def test_a_file_stays_under_400_lines(nama: str) -> None:
    if "/migrations/" in nama:
        return
    jumlah = len((SUMBER / nama).read_text(encoding="utf-8").splitlines())
    assert jumlah <= 400, f"{nama}: {jumlah} baris; jadikan folder bernama sama"


@pytest.mark.parametrize("nama", _berkas_python())
def test_every_module_says_what_it_is_for(nama: str) -> None:
    if "/migrations/" in nama:
        return
    teks = (SUMBER / nama).read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(teks)), f"{nama} belum punya docstring modul"


@pytest.mark.parametrize("nama", [n for n in _berkas_python() if not n.startswith("core/")])
def test_the_chain_of_an_object_is_named_by_one_helper(nama: str) -> None:
    # The rubrik has one chain per agency, not per version.
    if nama == "skp/services/rubrik.py":
        return
    for simpul in ast.walk(ast.parse((SUMBER / nama).read_text(encoding="utf-8"))):
        if isinstance(simpul, ast.Call) and isinstance(simpul.func, ast.Attribute):
            assert ast.unparse(simpul.func) != "audit.catat", (
                f"{nama}:{simpul.lineno} menulis nama rantainya sendiri; pakai audit.catat_objek"
            )


@pytest.mark.parametrize("jalur", sorted(SUMBER.glob("*/services/**/*.py")), ids=lambda p: p.name)
def test_services_never_read_the_clock_for_a_legal_date(jalur) -> None:
    assert "hari_ini(" not in jalur.read_text(encoding="utf-8"), (
        f"{jalur}: tanggal hukum diterima sebagai `pada`, bukan dibaca"
    )


def _rute(pola, awalan: str = "") -> Iterator[tuple[str, URLPattern]]:
    for satu in pola:
        if isinstance(satu, URLResolver):
            ruang = f"{satu.namespace}:" if satu.namespace else ""
            yield from _rute(satu.url_patterns, awalan + ruang)
        else:
            yield awalan + (satu.name or str(satu.pattern)), satu


def test_every_mutating_view_of_ours_carries_an_idempotency_key() -> None:
    lalai = []
    for nama, pola in _rute(get_resolver().url_patterns):
        view = pola.callback
        if not view.__module__.startswith("tera."):
            continue
        sumber = inspect.getsource(inspect.unwrap(view))
        menulis = re.search(r"method\s*(==|in|!=)|require_POST|require_http_methods", sumber)
        lapis = view
        idempoten, bebas = False, ""
        while lapis is not None:
            idempoten = idempoten or getattr(lapis, "wajib_idempoten", False)
            bebas = bebas or getattr(lapis, "tanpa_kunci", "")
            lapis = getattr(lapis, "__wrapped__", None)
        if menulis and not idempoten and not bebas:
            lalai.append(nama)
    assert not lalai, f"beri @idempoten pada {lalai}"


def test_every_workflow_step_is_cited_and_played_by_known_parts() -> None:
    for jenis, daftar in ALUR.items():
        for langkah in daftar:
            assert langkah.dasar, f"{jenis}.{langkah.aksi} tanpa dasar"
            assert langkah.oleh <= PERAN, f"{jenis}.{langkah.aksi}: {langkah.oleh - PERAN}"


def _istilah_kode() -> list[str]:
    daftar = []
    for model in apps.get_models():
        if model.__module__.startswith("tera."):
            daftar.append(model.__name__)
            daftar += [
                kelas.__name__
                for kelas in vars(model).values()
                if inspect.isclass(kelas) and issubclass(kelas, models.TextChoices)
            ]
    return sorted(set(daftar))


@pytest.mark.parametrize("istilah", _istilah_kode())
def test_the_glossary_knows_every_model_and_choice(istilah: str) -> None:
    isi = (AKAR / "docs" / "glosarium.md").read_text(encoding="utf-8")
    assert f"`{istilah}`" in isi, f"tambahkan `{istilah}` ke docs/glosarium.md"


def _laman_berkerangka() -> list[Path]:
    """Pages inside the frame, home aside: the navigation alone doesn't say where one stands."""
    return [
        jalur
        for _, jalur in daftar_templat()
        if 'extends "antarmuka/dasar.html"' in jalur.read_text(encoding="utf-8")
        and "gaya" not in jalur.parts
        and jalur.name != "beranda.html"
    ]


@pytest.mark.parametrize("jalur", _laman_berkerangka(), ids=lambda p: "/".join(p.parts[-2:]))
def test_every_page_in_the_frame_says_where_it_stands(jalur: Path) -> None:
    isi = jalur.read_text(encoding="utf-8")
    blok = re.search(r"{% block remah %}(.+?){% endblock %}", isi, re.DOTALL)
    assert blok, f"{jalur.name}: isi block remah, mulai dari Beranda"
    if "{% include" not in blok[1]:
        assert 'remah _("Beranda")' in blok[1], f"{jalur.name}: remah mulai dari Beranda"


def test_a_file_handed_out_is_kept_by_no_cache() -> None:
    # The public manual alone may be kept: it says nothing of anybody.
    for nama in _berkas_python():
        teks = (SUMBER / nama).read_text(encoding="utf-8")
        if '["Content-Disposition"]' in teks and nama != "web/views/bantuan.py":
            assert "no-store" in teks, f"{nama}: pakai tera.antarmuka.unduh.unduh_isi"
