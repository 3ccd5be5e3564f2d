"""A trainer is an officer."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisasi", "0003_sertifikat_penilai"),
    ]

    operations = [
        migrations.AlterField(
            model_name="peranpetugas",
            name="peran",
            field=models.CharField(
                choices=[
                    ("pengelola", "Pengelola kinerja"),
                    ("pyb", "Pejabat yang berwenang"),
                    ("pejabat_pembina", "Pejabat pembina kepegawaian"),
                    ("auditor", "Auditor"),
                    ("pelatih", "Pelatih bimtek"),
                    ("admin", "Admin sistem"),
                ],
                max_length=20,
            ),
        ),
    ]
