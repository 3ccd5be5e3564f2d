"""All tables of the room as they stand at the first release."""

import django.db.models.deletion
from django.db import migrations, models

from tera.core.migrasi import MigrasiAwal


class Migration(MigrasiAwal):
    initial = True

    dependencies = [
        ("organisasi", "0001_awal"),
    ]

    operations = [
        migrations.CreateModel(
            name="PengirimanSurel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kunci", models.CharField(max_length=120, unique=True)),
                (
                    "cara",
                    models.CharField(
                        choices=[
                            ("segera", "Segera"),
                            ("harian", "Sekali sehari, diringkas"),
                            ("tidak", "Tidak dikirim"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("menunggu", "Menunggu"),
                            ("terkirim", "Terkirim"),
                            ("gagal", "Gagal"),
                            ("tidak_perlu", "Tidak perlu lagi"),
                        ],
                        default="menunggu",
                        max_length=12,
                    ),
                ),
                ("percobaan", models.PositiveSmallIntegerField(default=0)),
                ("kirim_at", models.DateTimeField()),
                ("terkirim_at", models.DateTimeField(blank=True, null=True)),
                ("galat", models.CharField(blank=True, max_length=80)),
                ("dibuat_at", models.DateTimeField()),
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("status", "menunggu")),
                        fields=["kirim_at"],
                        name="surel_menunggu",
                    ),
                    models.Index(
                        condition=models.Q(("status", "gagal")),
                        fields=["instansi", "-id"],
                        name="surel_gagal",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Notifikasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("jenis", models.CharField(max_length=48)),
                (
                    "kelompok",
                    models.CharField(
                        choices=[
                            ("tugas", "Yang menunggu Anda"),
                            ("hasil", "SKP, realisasi, dan hasil evaluasi Anda"),
                            ("tim", "Pekerjaan tim Anda"),
                            ("pengingat", "Pengingat batas waktu"),
                            ("data", "Data Anda dibuka petugas"),
                        ],
                        max_length=12,
                    ),
                ),
                ("kunci", models.CharField(max_length=120)),
                ("muatan", models.JSONField(default=dict)),
                ("terjadi_at", models.DateTimeField()),
                ("dibaca_at", models.DateTimeField(blank=True, null=True)),
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notifikasi",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "surel",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="daftar_notifikasi",
                        to="notifikasi.pengirimansurel",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["pegawai", "-id"], name="notifikasi_milik"),
                    models.Index(
                        condition=models.Q(("dibaca_at__isnull", True)),
                        fields=["pegawai"],
                        name="notifikasi_belum",
                    ),
                    models.Index(
                        condition=models.Q(("dibaca_at__isnull", False)),
                        fields=["dibaca_at"],
                        name="notifikasi_usang",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("pegawai", "kunci"), name="notifikasi_sekali")
                ],
            },
        ),
        migrations.CreateModel(
            name="PilihanNotifikasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kelompok",
                    models.CharField(
                        choices=[
                            ("tugas", "Yang menunggu Anda"),
                            ("hasil", "SKP, realisasi, dan hasil evaluasi Anda"),
                            ("tim", "Pekerjaan tim Anda"),
                            ("pengingat", "Pengingat batas waktu"),
                            ("data", "Data Anda dibuka petugas"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "surel",
                    models.CharField(
                        choices=[
                            ("segera", "Segera"),
                            ("harian", "Sekali sehari, diringkas"),
                            ("tidak", "Tidak dikirim"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("pegawai", "kelompok"), name="pilihan_notifikasi_satu"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="JamTenang",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mulai", models.PositiveSmallIntegerField()),
                ("selesai", models.PositiveSmallIntegerField()),
                (
                    "pegawai",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("mulai__lte", 23), ("selesai__lte", 23)),
                        name="jam_tenang_sehari",
                    )
                ],
            },
        ),
    ]
