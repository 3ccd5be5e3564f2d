"""The language a person chose to read Tera in; empty means never chosen."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0004_akar_hanya_tambah")]

    operations = [
        migrations.AddField(
            model_name="pengguna",
            name="bahasa",
            field=models.CharField(blank=True, default="", max_length=5),
        ),
    ]
