"""Habits that a build must keep: one clock, idempotent forms, a glossary, cited workflows."""

import ast
import collections
import inspect
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.apps import apps
from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver

from architecture.rumah import AKAR, SUMBER, daftar_ruang, daftar_templat
from tera.regulasi.alur import ALUR

PERAN = {
    "pegawai", "penilai", "atasan_penilai", "pengelola", "ketua_tim", "penyiap", "pyb",
    "pejabat_pembina", "auditor", "admin", "sistem", "peserta", "pemimpin_diskusi",
    "konselor", "pelatih", "ketua_rapat",
}  # fmt: skip


# Rules of a single file, each a set of findings: a thousand files are a thousand tests otherwise.
TANPA_BATAS = re.compile("/migrations/")
# The rubrik has one chain per agency, not per version.
RANTAI_SENDIRI = "skp/services/rubrik.py"


@cache
def _telaah() -> dict[str, list[str]]:
    """Read every Python file once; rule -> what breaks it, by file and line."""
    salah: dict[str, list[str]] = collections.defaultdict(list)
    for jalur in sorted(SUMBER.glob("**/*.py")):
        nama = jalur.relative_to(SUMBER).as_posix()
        teks = jalur.read_text(encoding="utf-8")
        pohon = ast.parse(teks)
        salah["dibaca"].append(nama)
        if not TANPA_BATAS.search(nama):
            if len(teks.splitlines()) > 400:
                salah["panjang"].append(f"{nama}: {len(teks.splitlines())} baris")
            if not ast.get_docstring(pohon):
                salah["docstring"].append(nama)
        if re.match(r"[^/]+/services/", nama) and "hari_ini(" in teks:
            salah["tanggal"].append(nama)
        for simpul in ast.walk(pohon):
            if isinstance(simpul, ast.Attribute):
                if simpul.attr in {"now", "utcnow", "today"} and nama != "core/clock.py":
                    salah["jam"].append(f"{nama}:{simpul.lineno}")
            elif (
                isinstance(simpul, ast.Call)
                and isinstance(simpul.func, ast.Attribute)
                and simpul.func.attr == "catat"
                and ast.unparse(simpul.func) == "audit.catat"
                and not nama.startswith("core/")
                and nama != RANTAI_SENDIRI
            ):
                salah["rantai"].append(f"{nama}:{simpul.lineno}")
    return salah


def test_every_file_of_the_house_is_looked_at() -> None:
    ruang = {nama.split("/")[0] for nama in _telaah()["dibaca"]}
    assert set(daftar_ruang()) <= ruang
    assert len(_telaah()["dibaca"]) > 1_000


def test_only_the_clock_reads_the_time() -> None:
    assert not _telaah()["jam"], "membaca waktu; pakai tera.core.clock"


def test_a_file_stays_under_400_lines() -> None:
    assert not _telaah()["panjang"], "jadikan folder bernama sama"


def test_every_module_says_what_it_is_for() -> None:
    assert not _telaah()["docstring"], "belum punya docstring modul"


def test_the_chain_of_an_object_is_named_by_one_helper() -> None:
    assert not _telaah()["rantai"], "menulis nama rantainya sendiri; pakai audit.catat_objek"


def test_services_never_read_the_clock_for_a_legal_date() -> None:
    assert not _telaah()["tanggal"], "tanggal hukum diterima sebagai `pada`, bukan dibaca"


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


def test_the_glossary_knows_every_model_and_choice() -> None:
    isi = (AKAR / "docs" / "glosarium.md").read_text(encoding="utf-8")
    kurang = [istilah for istilah in _istilah_kode() if f"`{istilah}`" not in isi]
    assert not kurang, f"tambahkan ke docs/glosarium.md: {kurang}"


def _laman_berkerangka() -> list[Path]:
    """Pages inside the frame, home aside: the navigation alone doesn't say where one stands."""
    return [
        jalur
        for _, jalur in daftar_templat()
        if 'extends "antarmuka/dasar.html"' in jalur.read_text(encoding="utf-8")
        and "gaya" not in jalur.parts
        and jalur.name != "beranda.html"
    ]


def test_every_page_in_the_frame_says_where_it_stands() -> None:
    salah = []
    for jalur in _laman_berkerangka():
        blok = re.search(
            r"{% block remah %}(.+?){% endblock %}", jalur.read_text(encoding="utf-8"), re.DOTALL
        )
        if not blok or ("{% include" not in blok[1] and 'remah _("Beranda")' not in blok[1]):
            salah.append("/".join(jalur.parts[-2:]))
    assert not salah, f"isi block remah, mulai dari Beranda: {salah}"


def test_a_file_handed_out_is_kept_by_no_cache() -> None:
    # The public manual alone may be kept: it says nothing of anybody.
    salah = []
    for jalur in SUMBER.rglob("*.py"):
        nama = str(jalur.relative_to(SUMBER))
        teks = jalur.read_text(encoding="utf-8")
        if (
            '["Content-Disposition"]' in teks
            and nama != "web/views/bantuan.py"
            and "no-store" not in teks
        ):
            salah.append(nama)
    assert not salah, f"pakai tera.antarmuka.unduh.unduh_isi: {salah}"
