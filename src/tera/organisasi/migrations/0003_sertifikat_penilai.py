"""Where the right to rate is recorded that an instansi may ask for."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisasi", "0002_path_urutan_bita"),
    ]

    operations = [
        migrations.CreateModel(
            name="SertifikatPenilai",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("asal", models.CharField(max_length=60)),
                ("sejak", models.DateField()),
                ("sampai", models.DateField()),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.instansi",
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["pegawai", "sampai"], name="sertifikat_penilai_orang")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("pegawai", "asal"), name="sertifikat_penilai_asal"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sampai__gte", models.F("sejak"))),
                        name="sertifikat_penilai_masa",
                    ),
                ],
            },
        ),
    ]
