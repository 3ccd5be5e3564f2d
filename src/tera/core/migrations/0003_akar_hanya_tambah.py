"""The database itself refuses to change or delete a daily audit root.

Reversible: going back removes the triggers. On PostgreSQL the function is that of 0002.
"""

from django.db import migrations

TABEL = "core_akaraudit"


def pasang(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            f"CREATE TRIGGER {TABEL}_hanya_tambah BEFORE UPDATE OR DELETE ON {TABEL} "
            "FOR EACH ROW EXECUTE FUNCTION tera_hanya_tambah()"
        )
    else:
        for aksi in ("UPDATE", "DELETE"):
            schema_editor.execute(
                f"CREATE TRIGGER {TABEL}_tolak_{aksi.lower()} BEFORE {aksi} ON {TABEL} "
                f"BEGIN SELECT RAISE(ABORT, 'tera: baris {TABEL} hanya boleh ditambah'); END"
            )


def lepas(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {TABEL}_hanya_tambah ON {TABEL}")
    else:
        for aksi in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {TABEL}_tolak_{aksi}")


class Migration(migrations.Migration):
    dependencies = [("core", "0002_jejak_hanya_tambah")]
    operations = [migrations.RunPython(pasang, lepas)]
