"""All tables of the room as they stand at the first release."""

import django.db.models.deletion
from django.db import migrations, models

from tera.core.migrasi import MigrasiAwal


class Migration(MigrasiAwal):
    initial = True

    dependencies = [
        ("organisasi", "0003_sertifikat_penilai"),
    ]

    operations = [
        migrations.CreateModel(
            name="SesiLatihan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[("latihan", "Latihan"), ("panel", "Penilaian panel ahli")],
                        default="latihan",
                        max_length=8,
                    ),
                ),
                ("benih", models.BigIntegerField()),
                ("mulai_pada", models.DateField()),
                ("selesai_pada", models.DateField(blank=True, null=True)),
                ("hasil", models.JSONField(default=dict)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
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
                "indexes": [models.Index(fields=["pegawai", "-id"], name="sesi_latihan_orang")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("selesai_pada__isnull", True)),
                        fields=("pegawai", "jenis"),
                        name="sesi_latihan_satu_berjalan",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SertifikatBimtek",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kursus", models.CharField(max_length=60)),
                ("judul_kursus", models.CharField(max_length=200)),
                ("versi_kursus", models.PositiveIntegerField()),
                ("nama_pegawai", models.CharField(max_length=200)),
                ("nip", models.CharField(blank=True, max_length=18)),
                ("angka", models.JSONField(default=dict)),
                ("memberi_hak", models.BooleanField(default=False)),
                ("terbit_pada", models.DateField()),
                ("berlaku_sampai", models.DateField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
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
                (
                    "sesi",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sertifikat",
                        to="bimtek.sesilatihan",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["pegawai", "-terbit_pada"], name="sertifikat_bimtek_orang")
                ],
            },
        ),
        migrations.CreateModel(
            name="PenilaianKasus",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("urut", models.PositiveSmallIntegerField()),
                ("kasus", models.CharField(max_length=60)),
                ("versi", models.PositiveIntegerField()),
                ("tingkat", models.JSONField(default=list)),
                ("catatan", models.CharField(blank=True, max_length=1000)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "sesi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_kasus",
                        to="bimtek.sesilatihan",
                    ),
                ),
            ],
            options={
                "ordering": ["urut"],
                "indexes": [models.Index(fields=["kasus", "versi"], name="penilaian_kasus_versi")],
                "constraints": [
                    models.UniqueConstraint(fields=("sesi", "urut"), name="penilaian_kasus_urut"),
                    models.UniqueConstraint(
                        fields=("sesi", "kasus"), name="penilaian_kasus_sekali"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AhliPanel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("keahlian", models.CharField(max_length=200)),
                ("sejak", models.DateField()),
                ("sampai", models.DateField(blank=True, null=True)),
                ("nama_penunjuk", models.CharField(max_length=200)),
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
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("sampai__isnull", True)),
                        fields=("pegawai",),
                        name="ahli_panel_sekali",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KemajuanModul",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kursus", models.CharField(max_length=60)),
                ("modul", models.CharField(max_length=60)),
                ("versi", models.PositiveIntegerField()),
                ("jawaban", models.JSONField(default=list)),
                ("jumlah_benar", models.PositiveSmallIntegerField(default=0)),
                ("selesai_pada", models.DateField()),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("pegawai", "kursus", "modul"), name="kemajuan_modul_sekali"
                    )
                ],
            },
        ),
    ]
