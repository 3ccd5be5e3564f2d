"""All tables of the room as they stand at the first release."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from tera.core.migrasi import MigrasiAwal


class Migration(MigrasiAwal):
    initial = True

    dependencies = [
        ("core", "__first__"),
        ("organisasi", "0001_awal"),
    ]

    operations = [
        migrations.CreateModel(
            name="PandanganHukum",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("pada", models.DateField()),
                (
                    "pengguna",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pandangan_hukum",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TinjauanTahunan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("disusun", "Disusun"), ("ditetapkan", "Ditetapkan")],
                        default="disusun",
                        max_length=12,
                    ),
                ),
                ("isi", models.JSONField(default=dict)),
                ("dibekukan_pada", models.DateField()),
                ("catatan", models.TextField(blank=True)),
                ("revisi", models.PositiveIntegerField(default=0)),
                ("nama_penyusun", models.CharField(max_length=200)),
                ("ditetapkan_pada", models.DateField(blank=True, null=True)),
                ("nama_penetap", models.CharField(blank=True, max_length=200)),
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
                    "penyusun",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "periode",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tinjauan",
                        to="organisasi.periode",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="HakPembina",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("awalan_kode", models.CharField(blank=True, max_length=16)),
                ("sejak", models.DateField()),
                ("sampai", models.DateField(blank=True, null=True)),
                ("dasar", models.CharField(max_length=200)),
                ("dibuat_at", models.DateTimeField()),
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
                "indexes": [models.Index(fields=["pegawai", "sejak"], name="hak_pembina_orang")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sampai__isnull", True),
                            ("sampai__gte", models.F("sejak")),
                            _connector="OR",
                        ),
                        name="hak_pembina_masa",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HitunganDasbor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kunci", models.BigIntegerField()),
                ("segar", models.BooleanField(default=False)),
                ("sidik", models.CharField(blank=True, max_length=16)),
                ("sejak", models.DateField(null=True)),
                ("sampai", models.DateField(null=True)),
                ("wajib", models.PositiveIntegerField(default=0)),
                ("ikut", models.PositiveIntegerField(default=0)),
                ("melapor", models.PositiveIntegerField(default=0)),
                ("indikator", models.PositiveIntegerField(default=0)),
                ("target", models.PositiveIntegerField(default=0)),
                ("capaian", models.PositiveIntegerField(default=0)),
                ("capaian_tunggu", models.PositiveIntegerField(default=0)),
                ("keberatan", models.PositiveIntegerField(default=0)),
                ("keberatan_tetap", models.PositiveIntegerField(default=0)),
                ("keberatan_berubah", models.PositiveIntegerField(default=0)),
                ("warga", models.PositiveIntegerField(default=0)),
                ("u1", models.PositiveIntegerField(default=0)),
                ("u2", models.PositiveIntegerField(default=0)),
                ("u3", models.PositiveIntegerField(default=0)),
                ("u4", models.PositiveIntegerField(default=0)),
                ("u5", models.PositiveIntegerField(default=0)),
                ("u6", models.PositiveIntegerField(default=0)),
                ("u7", models.PositiveIntegerField(default=0)),
                ("u8", models.PositiveIntegerField(default=0)),
                ("u9", models.PositiveIntegerField(default=0)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s",
                        to="organisasi.unitkerja",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "kunci"), name="hitungandasbor_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("segar", False),
                            models.Q(("sampai__isnull", False), ("sejak__isnull", False)),
                            _connector="OR",
                        ),
                        name="hitungandasbor_masa",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PotretPembina",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bulan", models.DateField()),
                ("isi", models.JSONField(default=dict)),
                ("diambil_pada", models.DateField()),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organisasi.instansi",
                    ),
                ),
                (
                    "periode",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organisasi.periode",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("periode",), name="potret_pembina_sekali")
                ],
            },
        ),
        migrations.CreateModel(
            name="KesepakatanTinjauan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uraian", models.CharField(max_length=500)),
                ("tenggat", models.DateField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("terbuka", "Terbuka"),
                            ("selesai", "Selesai"),
                            ("dibawa", "Dibawa ke tahun berikutnya"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="terbuka",
                        max_length=12,
                    ),
                ),
                ("hasil", models.CharField(blank=True, max_length=500)),
                ("selesai_pada", models.DateField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "asal",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lanjutan",
                        to="dasbor.kesepakatantinjauan",
                    ),
                ),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.instansi",
                    ),
                ),
                (
                    "penanggung_jawab",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "tinjauan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_kesepakatan",
                        to="dasbor.tinjauantahunan",
                    ),
                ),
            ],
            options={
                "ordering": ["tenggat", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("status", "terbuka")),
                        fields=["penanggung_jawab", "tenggat"],
                        name="kesepakatan_tinjauan_buka",
                    )
                ],
            },
        ),
    ]
