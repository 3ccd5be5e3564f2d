"""The first migration of a room makes all its tables in one step."""

import pytest
from django.apps import apps
from django.db import connection, migrations
from django.db.migrations.exceptions import IrreversibleError
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from tera.core.migrasi import MigrasiAwal


def test_every_room_begins_with_one_step() -> None:
    awal = {
        kunci[0]: langkah
        for kunci, langkah in MigrationLoader(None).disk_migrations.items()
        if kunci[1] == "0001_awal" and langkah.__module__.startswith("tera.")
    }
    ruang = {c.label for c in apps.get_app_configs() if c.name.startswith("tera.") and c.models}
    assert set(awal) == ruang
    for langkah in awal.values():
        assert isinstance(langkah, MigrasiAwal)
        assert all(isinstance(satu, migrations.CreateModel) for satu in langkah.operations)


def test_it_takes_only_whole_tables_and_is_not_turned_back() -> None:
    salah = type("Migration", (MigrasiAwal,), {"operations": [migrations.RunSQL("select 1")]})
    langkah = salah("0001_awal", "core")
    with pytest.raises(TypeError, match="CreateModel alone"):
        langkah.apply(ProjectState(), connection.schema_editor())
    with pytest.raises(IrreversibleError, match="empty database"):
        langkah.unapply(ProjectState(), connection.schema_editor())
