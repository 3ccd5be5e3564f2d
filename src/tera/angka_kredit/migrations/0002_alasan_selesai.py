"""Why somebody left a functional jenjang."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("angka_kredit", "0001_awal"),
    ]

    operations = [
        migrations.AddField(
            model_name="masajenjang",
            name="alasan_selesai",
            field=models.CharField(blank=True, max_length=500),
        ),
    ]
