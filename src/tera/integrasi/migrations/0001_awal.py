"""All tables of the room as they stand at the first release."""

import django.db.models.deletion
from django.db import migrations, models

from tera.core.migrasi import MigrasiAwal


class Migration(MigrasiAwal):
    initial = True

    dependencies = [
        ("evaluasi", "0001_awal"),
        ("organisasi", "0001_awal"),
    ]

    operations = [
        migrations.CreateModel(
            name="PengenalSIASN",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nilai", models.CharField(max_length=36)),
                (
                    "pegawai",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pengenal_siasn",
                        to="organisasi.pegawai",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ArsipPenilaian",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("nilai_skp", models.DecimalField(decimal_places=2, max_digits=6)),
                ("nilai_perilaku", models.DecimalField(decimal_places=2, max_digits=6)),
                (
                    "bobot",
                    models.CharField(
                        choices=[
                            ("70_30", "SKP 70%, perilaku 30%"),
                            ("60_40", "SKP 60%, perilaku 40%"),
                        ],
                        max_length=5,
                    ),
                ),
                ("ide_baru", models.BooleanField(default=False)),
                ("nilai", models.DecimalField(decimal_places=2, max_digits=6)),
                (
                    "predikat",
                    models.CharField(
                        choices=[
                            ("sangat_baik", "Sangat Baik"),
                            ("baik", "Baik"),
                            ("butuh_perbaikan", "Butuh Perbaikan"),
                            ("kurang", "Kurang"),
                            ("sangat_kurang", "Sangat Kurang"),
                        ],
                        max_length=16,
                    ),
                ),
                ("dasar", models.JSONField(default=list)),
                ("sumber", models.CharField(max_length=200)),
                ("diimpor_at", models.DateTimeField()),
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
                        related_name="daftar_arsip",
                        to="organisasi.pegawai",
                    ),
                ),
            ],
            options={
                "ordering": ["-tahun"],
                "constraints": [
                    models.UniqueConstraint(fields=("pegawai", "tahun"), name="arsip_sekali")
                ],
            },
        ),
        migrations.CreateModel(
            name="CatatanEKinerja",
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
                        choices=[
                            ("sudah", "Sudah di e-Kinerja"),
                            ("berbeda", "Berbeda dengan e-Kinerja"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "sumber",
                    models.CharField(
                        choices=[
                            ("rekap", "Rekap Penilaian BKN"),
                            ("pernyataan", "Dinyatakan petugas atau penilai"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "rating_hasil_kerja",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("di_atas", "Di Atas Ekspektasi"),
                            ("sesuai", "Sesuai Ekspektasi"),
                            ("di_bawah", "Di Bawah Ekspektasi"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "rating_perilaku_kerja",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("di_atas", "Di Atas Ekspektasi"),
                            ("sesuai", "Sesuai Ekspektasi"),
                            ("di_bawah", "Di Bawah Ekspektasi"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "predikat",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("sangat_baik", "Sangat Baik"),
                            ("baik", "Baik"),
                            ("butuh_perbaikan", "Butuh Perbaikan"),
                            ("kurang", "Kurang"),
                            ("sangat_kurang", "Sangat Kurang"),
                        ],
                        max_length=16,
                    ),
                ),
                ("nama_aktor", models.CharField(max_length=200)),
                ("dicatat_at", models.DateTimeField()),
                (
                    "evaluasi",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="catatan_ekinerja",
                        to="evaluasi.evaluasi",
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
            ],
            options={
                "indexes": [models.Index(fields=["instansi", "status"], name="ekinerja_status")],
            },
        ),
    ]
