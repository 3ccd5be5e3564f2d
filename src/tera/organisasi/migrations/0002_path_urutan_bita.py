"""On PostgreSQL the tree's path compares by bytes, so a range lookup finds exactly a subtree.

Reversible: going back restores the default collation.
"""

from django.db import migrations

TABEL = ("organisasi_unitkerja", "organisasi_riwayatinduk")


def pasang(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for tabel in TABEL:
            schema_editor.execute(
                f'ALTER TABLE {tabel} ALTER COLUMN path TYPE varchar(400) COLLATE "C"'
            )


def lepas(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for tabel in TABEL:
            schema_editor.execute(
                f'ALTER TABLE {tabel} ALTER COLUMN path TYPE varchar(400) COLLATE "default"'
            )


class Migration(migrations.Migration):
    dependencies = [("organisasi", "0001_awal")]
    operations = [migrations.RunPython(pasang, lepas)]
