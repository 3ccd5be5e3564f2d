"""All tables of the room as they stand at the first release."""

import django.db.models.deletion
from django.db import migrations, models

from tera.core.migrasi import MigrasiAwal


class Migration(MigrasiAwal):
    initial = True

    dependencies = [
        ("core", "0001_awal"),
        ("organisasi", "0001_awal"),
        ("skp", "0001_awal"),
    ]

    operations = [
        migrations.CreateModel(
            name="CapaianPegawai",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("rhk_kunci", models.UUIDField(blank=True, null=True)),
                ("tanggal", models.DateField()),
                ("judul", models.CharField(max_length=200)),
                ("keadaan_sebelum", models.TextField()),
                ("keadaan_sesudah", models.TextField()),
                (
                    "nilai_sebelum",
                    models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True),
                ),
                (
                    "nilai_sesudah",
                    models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True),
                ),
                ("satuan", models.CharField(blank=True, max_length=60)),
                ("cara", models.TextField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("dilaporkan", "Dilaporkan"),
                            ("diverifikasi", "Diverifikasi"),
                            ("dikembalikan", "Dikembalikan"),
                        ],
                        default="dilaporkan",
                        max_length=14,
                    ),
                ),
                ("catatan", models.TextField(blank=True)),
                ("diperiksa_at", models.DateTimeField(blank=True, null=True)),
                ("revisi", models.PositiveIntegerField(default=0)),
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
                    "pemeriksa",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "penugasan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.penugasan",
                    ),
                ),
                (
                    "skp",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="skp.skp"
                    ),
                ),
            ],
            options={
                "ordering": ["-tanggal", "-id"],
                "indexes": [
                    models.Index(fields=["penugasan", "tanggal"], name="capaian_per_tugas")
                ],
            },
        ),
        migrations.CreateModel(
            name="FaktorLuarKendali",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("rhk_kunci", models.UUIDField()),
                ("uraian", models.TextField()),
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
                    "penugasan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.penugasan",
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
                    "skp",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="skp.skp"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("penugasan", "periode", "rhk_kunci"), name="faktor_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HitunganKerja",
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
                ("orang", models.PositiveIntegerField(default=0)),
                ("melapor", models.PositiveIntegerField(default=0)),
                ("dilaporkan", models.PositiveIntegerField(default=0)),
                ("diverifikasi", models.PositiveIntegerField(default=0)),
                ("tercapai", models.PositiveIntegerField(default=0)),
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
                    models.UniqueConstraint(fields=("unit", "kunci"), name="hitungankerja_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("segar", False),
                            models.Q(("sampai__isnull", False), ("sejak__isnull", False)),
                            _connector="OR",
                        ),
                        name="hitungankerja_masa",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PenutupanBahan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ditutup_at", models.DateTimeField()),
                (
                    "penugasan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organisasi.penugasan",
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
                    models.UniqueConstraint(
                        fields=("penugasan", "periode"), name="penutupan_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Realisasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("rhk_kunci", models.UUIDField()),
                ("indikator_kunci", models.UUIDField()),
                ("teks", models.TextField(blank=True)),
                (
                    "nilai",
                    models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True),
                ),
                ("satuan", models.CharField(blank=True, max_length=60)),
                (
                    "arah",
                    models.CharField(
                        choices=[
                            ("naik", "Makin besar makin baik"),
                            ("turun", "Makin kecil makin baik"),
                            ("tepat", "Makin dekat ke target makin baik"),
                        ],
                        default="naik",
                        max_length=5,
                    ),
                ),
                ("target", models.CharField(blank=True, max_length=200)),
                (
                    "angka_target",
                    models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True),
                ),
                (
                    "persen",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True),
                ),
                ("target_tercapai", models.BooleanField(default=False)),
                (
                    "asal",
                    models.CharField(
                        choices=[
                            ("dilaporkan_sendiri", "Dilaporkan sendiri"),
                            ("dari_data", "Dari data"),
                        ],
                        default="dilaporkan_sendiri",
                        max_length=20,
                    ),
                ),
                ("sumber_data", models.CharField(blank=True, max_length=200)),
                ("data_per", models.DateField(blank=True, null=True)),
                ("sanggahan", models.TextField(blank=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("dilaporkan", "Dilaporkan"),
                            ("diverifikasi", "Diverifikasi"),
                            ("dikembalikan", "Dikembalikan"),
                        ],
                        default="dilaporkan",
                        max_length=14,
                    ),
                ),
                ("catatan", models.TextField(blank=True)),
                ("dilaporkan_at", models.DateTimeField()),
                ("diperiksa_at", models.DateTimeField(blank=True, null=True)),
                ("revisi", models.PositiveIntegerField(default=0)),
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
                    "pelapor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "pemeriksa",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "penugasan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.penugasan",
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
                    "skp",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="skp.skp"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["pegawai", "periode"], name="realisasi_per_pegawai"),
                    models.Index(
                        fields=["instansi", "target_tercapai", "status"], name="realisasi_tercapai"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("penugasan", "periode", "indikator_kunci"), name="realisasi_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PembacaanRealisasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("revisi", models.PositiveIntegerField()),
                ("sesi", models.CharField(max_length=64)),
                ("dibaca_at", models.DateTimeField()),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "realisasi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_pembacaan",
                        to="pelaksanaan.realisasi",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("realisasi", "pegawai", "revisi", "sesi"),
                        name="baca_realisasi_sekali",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RencanaAksi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("rhk_kunci", models.UUIDField()),
                ("urut", models.PositiveSmallIntegerField(default=0)),
                ("teks", models.TextField()),
                ("target", models.CharField(blank=True, max_length=200)),
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
                    "penugasan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.penugasan",
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
                    "skp",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="skp.skp"
                    ),
                ),
            ],
            options={
                "ordering": ["urut", "id"],
                "indexes": [
                    models.Index(fields=["penugasan", "periode"], name="rencana_per_tugas")
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgresHarian",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("rhk_kunci", models.UUIDField(blank=True, null=True)),
                ("tanggal", models.DateField()),
                ("jam_mulai", models.TimeField()),
                ("jam_selesai", models.TimeField()),
                ("kegiatan", models.TextField()),
                ("realisasi", models.PositiveIntegerField(default=0)),
                ("satuan", models.CharField(max_length=60)),
                ("bukti_url", models.URLField(blank=True, max_length=500)),
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
                    "penugasan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.penugasan",
                    ),
                ),
                (
                    "skp",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="skp.skp"
                    ),
                ),
                (
                    "rencana_aksi",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_progres",
                        to="pelaksanaan.rencanaaksi",
                    ),
                ),
            ],
            options={
                "ordering": ["-tanggal", "-jam_mulai", "-id"],
                "indexes": [models.Index(fields=["pegawai", "tanggal"], name="progres_per_hari")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("jam_selesai__gt", models.F("jam_mulai"))),
                        name="progres_jam",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BuktiDukung",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("rhk_kunci", models.UUIDField(blank=True, null=True)),
                ("nama", models.CharField(max_length=200)),
                (
                    "jenis",
                    models.CharField(
                        choices=[("berkas", "Berkas"), ("tautan", "Tautan")], max_length=6
                    ),
                ),
                ("url", models.URLField(blank=True, max_length=500)),
                ("ditarik_at", models.DateTimeField(blank=True, null=True)),
                (
                    "berkas",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
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
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "penugasan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.penugasan",
                    ),
                ),
                (
                    "periode",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.periode",
                    ),
                ),
                (
                    "skp",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="skp.skp"
                    ),
                ),
                (
                    "capaian",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_bukti",
                        to="pelaksanaan.capaianpegawai",
                    ),
                ),
                (
                    "realisasi",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_bukti",
                        to="pelaksanaan.realisasi",
                    ),
                ),
                (
                    "rencana_aksi",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="daftar_bukti",
                        to="pelaksanaan.rencanaaksi",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "indexes": [models.Index(fields=["penugasan", "rhk_kunci"], name="bukti_per_rhk")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("berkas__isnull", False), ("jenis", "berkas"), ("url", "")),
                            models.Q(
                                ("berkas__isnull", True),
                                ("jenis", "tautan"),
                                models.Q(("url", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="bukti_satu_bentuk",
                    )
                ],
            },
        ),
    ]
