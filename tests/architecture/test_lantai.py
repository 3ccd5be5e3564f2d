"""What the import contract can't see: relations, migrations, templates keep to the floors."""

import re

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
        # Django's own writer names the manager and callables of a field by import; how the
        # tables of a room are made at once doesn't change with its models.
        and not re.match(r"import tera\.\w+\.models|from tera\.core\.migrasi import", baris)
    ]
    assert not salah, salah


def test_a_template_uses_only_templates_of_lower_floors() -> None:
    salah = [
        f"{jalur.relative_to(SUMBER)} memakai {nama}"
        for ruang, jalur in daftar_templat()
        for nama in rujukan_templat(jalur.read_text(encoding="utf-8"))
        if nama.split("/")[0] in LANTAI and not boleh_memakai(ruang, nama.split("/")[0])
    ]
    assert not salah, salah


def test_a_template_has_no_inline_script_or_style() -> None:
    salah = []
    for _, jalur in daftar_templat():
        if jalur.suffix != ".html":
            continue
        isi = jalur.read_text(encoding="utf-8")
        nama = jalur.relative_to(SUMBER)
        sisip = re.findall(r"<style|\sstyle=|\son[a-z]+=|hx-on|javascript:", isi)
        salah += [f"{nama}: {satu}" for satu in sisip]
        for naskah in re.findall(r"<script\b[^>]*>", isi):
            if " src=" not in naskah and 'type="application/json"' not in naskah:
                salah.append(f"{nama}: {naskah}")
    assert not salah, salah


def test_links_to_a_higher_room_only_from_composed_pages() -> None:
    # A lower room may link upward only through an address it is given (web composes those pages).
    salah = [
        f"{jalur.relative_to(SUMBER)} menaut ke {lain}"
        for ruang, jalur in daftar_templat()
        for lain in rujukan_url(jalur.read_text(encoding="utf-8"))
        if lain in LANTAI and LANTAI[lain] > LANTAI[ruang] and lain != "web"
    ]
    assert not salah, salah


def test_the_rules_of_templates_see_them_all() -> None:
    semua = {satu for ruang, satu in daftar_templat() if ruang in LANTAI}
    assert {ruang for ruang, _ in daftar_templat()} <= set(LANTAI)
    assert len(semua) > 300
