"""What the import contract can't see: relations, migrations, templates keep to the floors."""

import re

import pytest
from django.apps import apps
from django.db.migrations.loader import MigrationLoader

from architecture.rumah import (
    LANTAI,
    SUMBER,
    boleh_memakai,
    daftar_ruang,
    daftar_templat,
    rujukan_templat,
    rujukan_url,
)


def test_every_room_has_its_floor() -> None:
    tanpa_lantai = [ruang for ruang in daftar_ruang() if ruang not in LANTAI]
    assert not tanpa_lantai, f"beri lantai pada {tanpa_lantai} di tests/architecture/rumah.py"


def test_model_relations_only_go_down() -> None:
    salah = []
    for model in apps.get_models():
        if not model.__module__.startswith("tera."):
            continue
        ruang = model._meta.app_label
        for bidang in model._meta.get_fields():
            tujuan = getattr(bidang, "related_model", None)
            if not bidang.concrete or tujuan is None or isinstance(tujuan, str):
                continue
            if not tujuan.__module__.startswith("tera."):
                continue
            if not boleh_memakai(ruang, tujuan._meta.app_label):
                salah.append(f"{model.__name__}.{bidang.name} → {tujuan._meta.label}")
    assert not salah, salah


def test_migrations_only_depend_downwards() -> None:
    salah = []
    for (ruang, nama), migrasi in MigrationLoader(None).disk_migrations.items():
        if ruang not in LANTAI:
            continue
        for lain, _ in migrasi.dependencies:
            if lain in LANTAI and not boleh_memakai(ruang, lain):
                salah.append(f"{ruang}.{nama} → {lain}")
    assert not salah, salah


def test_migrations_import_no_living_code() -> None:
    salah = [
        str(jalur.relative_to(SUMBER))
        for jalur in SUMBER.glob("*/migrations/*.py")
        for baris in jalur.read_text().splitlines()
        if re.match(r"\s*(from|import)\s+tera\.", baris)
        # Django's own writer names the manager and callables of a field by import.
        and not re.match(r"import tera\.\w+\.models", baris)
    ]
    assert not salah, salah


@pytest.mark.parametrize(("ruang", "jalur"), daftar_templat(), ids=lambda x: getattr(x, "name", x))
def test_a_template_uses_only_templates_of_lower_floors(ruang: str, jalur) -> None:
    isi = jalur.read_text(encoding="utf-8")
    for nama in rujukan_templat(isi):
        lain = nama.split("/")[0]
        if lain in LANTAI:
            assert boleh_memakai(ruang, lain), f"{jalur.name} memakai {nama}"


@pytest.mark.parametrize(("ruang", "jalur"), daftar_templat(), ids=lambda x: getattr(x, "name", x))
def test_a_template_has_no_inline_script_or_style(ruang: str, jalur) -> None:
    if jalur.suffix != ".html":
        return
    isi = jalur.read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|hx-on|javascript:", isi), jalur
    for naskah in re.findall(r"<script\b[^>]*>", isi):
        assert " src=" in naskah or 'type="application/json"' in naskah, f"{jalur}: {naskah}"


@pytest.mark.parametrize(("ruang", "jalur"), daftar_templat(), ids=lambda x: getattr(x, "name", x))
def test_links_to_a_higher_room_only_from_composed_pages(ruang: str, jalur) -> None:
    # A lower room may link upward only through an address it is given (web composes those pages).
    for lain in rujukan_url(jalur.read_text(encoding="utf-8")):
        if lain in LANTAI and LANTAI[lain] > LANTAI[ruang] and lain != "web":
            pytest.fail(f"{jalur.name} ({ruang}) menaut ke ruang lebih tinggi {lain}")
