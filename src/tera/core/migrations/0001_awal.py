"""All tables of the room as they stand at the first release."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from tera.core.migrasi import MigrasiAwal


class Migration(MigrasiAwal):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Pengguna",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                ("nama_akun", models.CharField(max_length=64, unique=True)),
                ("nama_tampil", models.CharField(max_length=200)),
                ("surel", models.EmailField(blank=True, max_length=254)),
                ("bahasa", models.CharField(blank=True, default="", max_length=5)),
                ("instansi_id", models.BigIntegerField(db_index=True)),
                ("is_active", models.BooleanField(default=True)),
                ("diaktifkan_at", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AkarAudit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tanggal", models.DateField(unique=True)),
                ("batas_id", models.BigIntegerField()),
                ("jumlah_rantai", models.PositiveIntegerField()),
                ("jumlah_baris", models.PositiveBigIntegerField()),
                ("akar", models.CharField(max_length=64)),
                ("dibuat_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Berkas",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("instansi_id", models.BigIntegerField(db_index=True)),
                ("kunci", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("nama", models.CharField(max_length=200)),
                ("jenis_isi", models.CharField(max_length=100)),
                ("ukuran", models.PositiveBigIntegerField()),
                ("sidik", models.CharField(max_length=64)),
                ("keperluan", models.CharField(max_length=40)),
                ("pengguna_id", models.BigIntegerField(null=True)),
                ("dibuat_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Kejadian",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("instansi_id", models.BigIntegerField()),
                ("nama", models.CharField(max_length=64)),
                ("muatan", models.JSONField(default=dict)),
                ("terjadi_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Draf",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("pengguna_id", models.BigIntegerField()),
                ("kunci", models.CharField(max_length=120)),
                ("isi", models.JSONField(default=dict)),
                ("versi", models.PositiveIntegerField(default=1)),
                ("disimpan_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("pengguna_id", "kunci"), name="draf_satu")
                ],
            },
        ),
        migrations.CreateModel(
            name="JadwalJalan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=64)),
                ("jatuh_tempo", models.DateField()),
                ("mulai_at", models.DateTimeField()),
                ("selesai_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("nama", "jatuh_tempo"), name="jadwal_sekali")
                ],
            },
        ),
        migrations.CreateModel(
            name="JejakAudit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("instansi_id", models.BigIntegerField(db_index=True)),
                ("rantai", models.CharField(max_length=64)),
                ("urut", models.PositiveIntegerField()),
                ("aksi", models.CharField(max_length=48)),
                ("jenis", models.CharField(max_length=40)),
                ("objek_id", models.BigIntegerField()),
                ("pengguna_id", models.BigIntegerField(null=True)),
                ("pegawai_id", models.BigIntegerField(null=True)),
                ("mode_petugas_id", models.BigIntegerField(null=True)),
                ("sidik_bidang", models.JSONField(default=dict)),
                ("garam", models.CharField(max_length=32)),
                ("terjadi_at", models.DateTimeField(db_index=True)),
                ("sidik_sebelum", models.CharField(max_length=64)),
                ("sidik", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("rantai", "urut"), name="jejak_rantai_urut")
                ],
            },
        ),
        migrations.CreateModel(
            name="KunciIdempoten",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("pengirim", models.CharField(max_length=64)),
                ("kunci", models.UUIDField()),
                ("jalur", models.CharField(max_length=300)),
                ("sidik_isi", models.CharField(max_length=64)),
                ("status", models.PositiveSmallIntegerField(null=True)),
                ("lokasi", models.CharField(blank=True, max_length=500)),
                ("dibuat_at", models.DateTimeField(db_index=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("pengirim", "kunci"), name="kunci_sekali")
                ],
            },
        ),
        migrations.CreateModel(
            name="RiwayatStatus",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("instansi_id", models.BigIntegerField()),
                ("jenis", models.CharField(max_length=40)),
                ("objek_id", models.BigIntegerField()),
                ("aksi", models.CharField(max_length=40)),
                ("dari", models.CharField(max_length=24)),
                ("ke", models.CharField(max_length=24)),
                ("pengguna_id", models.BigIntegerField(null=True)),
                ("pegawai_id", models.BigIntegerField(null=True)),
                ("nama_aktor", models.CharField(max_length=200)),
                ("peran", models.CharField(max_length=24)),
                ("mode_petugas_id", models.BigIntegerField(null=True)),
                ("alasan", models.TextField(blank=True)),
                ("pada", models.DateField()),
                ("terjadi_at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["jenis", "objek_id", "id"], name="riwayat_per_objek"),
                    models.Index(
                        fields=["instansi_id", "jenis", "terjadi_at"], name="riwayat_waktu"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SesiPetugas",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("instansi_id", models.BigIntegerField(db_index=True)),
                ("alasan", models.CharField(max_length=500)),
                ("mulai_at", models.DateTimeField()),
                ("sampai_at", models.DateTimeField()),
                ("diakhiri_at", models.DateTimeField(blank=True, null=True)),
                (
                    "pengguna",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TandaTerima",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("instansi_id", models.BigIntegerField()),
                ("nomor", models.CharField(max_length=32, unique=True)),
                ("token", models.CharField(max_length=32, unique=True)),
                ("jenis", models.CharField(max_length=40)),
                ("objek_id", models.BigIntegerField()),
                ("aksi", models.CharField(max_length=48)),
                ("pengguna_id", models.BigIntegerField(db_index=True, null=True)),
                ("pegawai_id", models.BigIntegerField(db_index=True, null=True)),
                ("sidik_isi", models.CharField(max_length=64)),
                ("sidik_jejak", models.CharField(max_length=64)),
                ("terjadi_at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["jenis", "objek_id"], name="terima_per_objek")],
            },
        ),
        migrations.CreateModel(
            name="KodeAktivasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sidik", models.CharField(max_length=64)),
                (
                    "keperluan",
                    models.CharField(
                        choices=[("aktivasi", "Aktivasi"), ("reset", "Reset tatap muka")],
                        max_length=16,
                    ),
                ),
                ("dibuat_at", models.DateTimeField()),
                ("berlaku_sampai", models.DateTimeField()),
                ("dipakai_at", models.DateTimeField(blank=True, null=True)),
                ("dicabut_at", models.DateTimeField(blank=True, null=True)),
                ("percobaan_gagal", models.PositiveSmallIntegerField(default=0)),
                ("catatan", models.CharField(blank=True, max_length=300)),
                (
                    "dibuat_oleh",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kode_dibuat",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pengguna",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_kode",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["pengguna", "-dibuat_at"], name="kode_per_pengguna")
                ],
            },
        ),
        migrations.CreateModel(
            name="PengirimanKejadian",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("penerima", models.CharField(max_length=120)),
                ("selesai_at", models.DateTimeField(blank=True, null=True)),
                ("percobaan", models.PositiveSmallIntegerField(default=0)),
                ("coba_lagi_at", models.DateTimeField()),
                ("galat", models.TextField(blank=True)),
                (
                    "kejadian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pengiriman",
                        to="core.kejadian",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("selesai_at__isnull", True)),
                        fields=["coba_lagi_at"],
                        name="kirim_menunggu",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("kejadian", "penerima"), name="kirim_sekali")
                ],
            },
        ),
        migrations.CreateModel(
            name="RiwayatMasuk",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sidik_nama", models.CharField(max_length=32)),
                ("waktu", models.DateTimeField(db_index=True)),
                ("berhasil", models.BooleanField()),
                (
                    "cara",
                    models.CharField(
                        choices=[
                            ("sandi", "Sandi"),
                            ("passkey", "Passkey"),
                            ("kode", "Kode sekali pakai"),
                            ("faktor_kedua", "Kode autentikator"),
                        ],
                        max_length=16,
                    ),
                ),
                ("alamat", models.CharField(blank=True, max_length=43)),
                ("perangkat", models.CharField(blank=True, max_length=80)),
                (
                    "akun",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="riwayat_masuk",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["sidik_nama", "-waktu"], name="masuk_per_nama"),
                    models.Index(fields=["akun", "-waktu"], name="masuk_per_akun"),
                ],
            },
        ),
    ]
