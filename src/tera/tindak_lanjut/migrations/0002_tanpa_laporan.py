"""A month without any daily report: the cut of a rule, and the mark of a month."""

from decimal import Decimal

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tindak_lanjut", "0001_awal"),
    ]

    operations = [
        migrations.AddField(
            model_name="aturantunjangan",
            name="potongan_tanpa_laporan",
            field=models.DecimalField(
                decimal_places=2,
                default=Decimal("0"),
                max_digits=5,
                validators=[
                    django.core.validators.MinValueValidator(0),
                    django.core.validators.MaxValueValidator(100),
                ],
            ),
        ),
        migrations.AddField(
            model_name="aturantunjangan",
            name="tanpa_laporan_dikenai",
            field=models.CharField(
                choices=[("bobot_kinerja", "Bagian kinerja saja"), ("jumlah", "Jumlah seluruhnya")],
                default="bobot_kinerja",
                max_length=14,
            ),
        ),
        migrations.AddField(
            model_name="databulanan",
            name="tanpa_laporan",
            field=models.BooleanField(default=False),
        ),
    ]
