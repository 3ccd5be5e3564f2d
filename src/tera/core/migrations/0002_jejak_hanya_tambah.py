"""The database itself refuses to change or delete an audit link, a state row or a receipt.

Reversible: going back removes the triggers.
"""

from django.db import migrations

TABEL = ("core_jejakaudit", "core_riwayatstatus", "core_tandaterima")


def pasang(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE OR REPLACE FUNCTION tera_hanya_tambah() RETURNS trigger AS $$ "
            "BEGIN RAISE EXCEPTION 'tera: baris % hanya boleh ditambah', TG_TABLE_NAME; END; "
            "$$ LANGUAGE plpgsql",
            params=None,
        )
        for tabel in TABEL:
            schema_editor.execute(
                f"CREATE TRIGGER {tabel}_hanya_tambah BEFORE UPDATE OR DELETE ON {tabel} "
                "FOR EACH ROW EXECUTE FUNCTION tera_hanya_tambah()"
            )
    else:
        for tabel in TABEL:
            for aksi in ("UPDATE", "DELETE"):
                schema_editor.execute(
                    f"CREATE TRIGGER {tabel}_tolak_{aksi.lower()} BEFORE {aksi} ON {tabel} "
                    f"BEGIN SELECT RAISE(ABORT, 'tera: baris {tabel} hanya boleh ditambah'); END"
                )


def lepas(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for tabel in TABEL:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {tabel}_hanya_tambah ON {tabel}")
        schema_editor.execute("DROP FUNCTION IF EXISTS tera_hanya_tambah()")
    else:
        for tabel in TABEL:
            for aksi in ("update", "delete"):
                schema_editor.execute(f"DROP TRIGGER IF EXISTS {tabel}_tolak_{aksi}")


class Migration(migrations.Migration):
    dependencies = [("core", "0001_awal")]
    operations = [migrations.RunPython(pasang, lepas)]
