"""All tables of the room as they stand at the first release."""

import django.db.models.deletion
from django.db import migrations, models

from tera.core.migrasi import MigrasiAwal


class Migration(MigrasiAwal):
    initial = True

    dependencies = [
        ("core", "0001_awal"),
        ("organisasi", "0001_awal"),
    ]

    operations = [
        migrations.CreateModel(
            name="PaketCetakan",
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
                            ("menunggu", "Menunggu"),
                            ("berjalan", "Berjalan"),
                            ("selesai", "Selesai"),
                            ("gagal", "Gagal"),
                        ],
                        default="menunggu",
                        max_length=10,
                    ),
                ),
                ("jumlah", models.PositiveIntegerField(default=0)),
                ("selesai", models.PositiveIntegerField(default=0)),
                ("pesan", models.CharField(blank=True, max_length=300)),
                ("pengguna_id", models.BigIntegerField(db_index=True, null=True)),
                ("pegawai_id", models.BigIntegerField(null=True)),
                ("nama_aktor", models.CharField(max_length=200)),
                ("dibuat_at", models.DateTimeField()),
                (
                    "berkas",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="core.berkas",
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
                    "periode",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.periode",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.unitkerja",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CetakanDokumen",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.CharField(max_length=32, unique=True)),
                ("nomor", models.CharField(max_length=40, unique=True)),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("skp", "SKP"),
                            ("matriks", "Matriks Peran Hasil"),
                            ("sampul_evaluasi", "Dokumen Evaluasi Kinerja"),
                            ("evaluasi", "Evaluasi Kinerja Pegawai"),
                            ("berkas_karier", "Berkas Karier Pegawai"),
                            ("konversi_ak", "Konversi Predikat Kinerja ke Angka Kredit"),
                            ("akumulasi_ak", "Akumulasi Angka Kredit"),
                            ("penetapan_ak", "Penetapan Angka Kredit"),
                            ("surat_penghargaan", "Surat Penghargaan"),
                            ("daftar_penghargaan", "Daftar Penghargaan"),
                            ("peta_talenta", "Peta Talenta"),
                        ],
                        max_length=20,
                    ),
                ),
                ("objek_id", models.BigIntegerField()),
                ("sidik_isi", models.CharField(max_length=64)),
                ("dicetak_at", models.DateTimeField()),
                ("pengguna_id", models.BigIntegerField(null=True)),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisasi.instansi"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("jenis", "objek_id", "sidik_isi"), name="cetakan_isi"
                    )
                ],
            },
        ),
    ]
