"""All tables of the room as they stand at the first release."""

import uuid

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
            name="RencanaHasilKerja",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kunci", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("urut", models.PositiveSmallIntegerField(default=0)),
                (
                    "jenis",
                    models.CharField(
                        choices=[("utama", "Utama"), ("tambahan", "Tambahan")],
                        default="utama",
                        max_length=8,
                    ),
                ),
                (
                    "klasifikasi",
                    models.CharField(
                        choices=[("organisasi", "Organisasi"), ("individu", "Individu")],
                        default="individu",
                        max_length=10,
                    ),
                ),
                ("teks", models.TextField(blank=True)),
                (
                    "perspektif",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("penerima_layanan", "Penerima Layanan"),
                            ("proses_bisnis", "Proses Bisnis"),
                            ("penguatan_internal", "Penguatan Internal"),
                            ("anggaran", "Anggaran"),
                        ],
                        max_length=20,
                    ),
                ),
                ("penugasan_dari", models.CharField(blank=True, max_length=200)),
                ("penugasan_khusus", models.BooleanField(default=False)),
                ("tautkan_nanti", models.BooleanField(default=False)),
                (
                    "butir_perencanaan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_rhk",
                        to="organisasi.butirperencanaan",
                    ),
                ),
                (
                    "rhk_pimpinan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_turunan",
                        to="skp.rencanahasilkerja",
                    ),
                ),
                (
                    "skp",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_rhk",
                        to="skp.skp",
                    ),
                ),
            ],
            options={
                "ordering": ["-jenis", "urut", "id"],
                "constraints": [models.UniqueConstraint(fields=("skp", "kunci"), name="rhk_kunci")],
            },
        ),
        migrations.CreateModel(
            name="IndikatorKinerja",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kunci", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("urut", models.PositiveSmallIntegerField(default=0)),
                (
                    "aspek",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("kuantitas", "Kuantitas"),
                            ("kualitas", "Kualitas"),
                            ("waktu", "Waktu"),
                            ("biaya", "Biaya"),
                        ],
                        max_length=10,
                    ),
                ),
                ("teks", models.TextField(blank=True)),
                ("target", models.CharField(blank=True, max_length=200)),
                ("satuan", models.CharField(blank=True, max_length=60)),
                ("kode_pustaka", models.CharField(blank=True, max_length=80)),
                (
                    "rhk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_indikator",
                        to="skp.rencanahasilkerja",
                    ),
                ),
            ],
            options={
                "ordering": ["urut", "id"],
            },
        ),
        migrations.CreateModel(
            name="SKP",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("mulai", models.DateField()),
                ("selesai", models.DateField()),
                (
                    "keluarga",
                    models.CharField(
                        choices=[
                            ("jpt_mandiri", "JPT dan pimpinan unit kerja mandiri"),
                            ("ja_jf", "Pejabat administrasi dan pejabat fungsional"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "pendekatan",
                    models.CharField(
                        choices=[("kuantitatif", "Kuantitatif"), ("kualitatif", "Kualitatif")],
                        max_length=12,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draf", "Draf"),
                            ("diajukan", "Diajukan"),
                            ("dikembalikan", "Dikembalikan"),
                            ("ditetapkan", "Ditetapkan"),
                            ("digantikan", "Digantikan versi baru"),
                            ("ditutup", "Ditutup"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="draf",
                        max_length=14,
                    ),
                ),
                ("versi", models.PositiveSmallIntegerField(default=1)),
                ("revisi", models.PositiveIntegerField(default=0)),
                ("terlambat", models.BooleanField(default=False)),
                ("pertama_disunting_at", models.DateTimeField(blank=True, null=True)),
                ("diajukan_at", models.DateTimeField(blank=True, null=True)),
                ("ditetapkan_at", models.DateTimeField(blank=True, null=True)),
                ("ditetapkan_pada", models.DateField(blank=True, null=True)),
                ("dikembalikan_at", models.DateTimeField(blank=True, null=True)),
                ("disunting_at", models.DateTimeField(blank=True, null=True)),
                ("nama_penyunting", models.CharField(blank=True, max_length=200)),
                ("diambil_alih_at", models.DateTimeField(blank=True, null=True)),
                ("catatan_pengajuan", models.JSONField(blank=True, default=list)),
                ("catatan_pengembalian", models.TextField(blank=True)),
                ("alasan_perubahan", models.TextField(blank=True)),
                ("rekaman", models.JSONField(default=dict)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisasi.instansi"
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_skp",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "pengelola_penetap",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "pengelola_penyusun",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "penilai",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="skp_dinilai",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "penugasan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_skp",
                        to="organisasi.penugasan",
                    ),
                ),
                (
                    "penyiap",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="skp_disiapkan",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "sebelumnya",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_sesudah",
                        to="skp.skp",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["pegawai", "tahun"], name="skp_per_pegawai"),
                    models.Index(fields=["penilai", "status"], name="skp_per_penilai"),
                    models.Index(fields=["instansi", "tahun", "status"], name="skp_per_instansi"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("penugasan", "tahun", "versi"), name="skp_versi"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "ditetapkan")),
                        fields=("penugasan", "tahun"),
                        name="skp_satu_ditetapkan",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ["draf", "diajukan", "dikembalikan"])),
                        fields=("penugasan", "tahun"),
                        name="skp_satu_berjalan",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PengirimanSKP",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sebagai",
                    models.CharField(
                        choices=[
                            ("pegawai", "Pegawai"),
                            ("penilai", "Pejabat penilai"),
                            ("pimpinan_unit", "Pimpinan unit"),
                        ],
                        max_length=14,
                    ),
                ),
                ("dikirim_at", models.DateTimeField()),
                ("dibaca_at", models.DateTimeField(blank=True, null=True)),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kiriman_skp",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "skp",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_pengiriman",
                        to="skp.skp",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("dibaca_at__isnull", True)),
                        fields=["pegawai"],
                        name="pengiriman_belum",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("skp", "pegawai"), name="pengiriman_sekali")
                ],
            },
        ),
        migrations.CreateModel(
            name="PembacaanSKP",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "skp",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_pembacaan",
                        to="skp.skp",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("skp", "pegawai", "revisi", "sesi"), name="pembacaan_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EkspektasiPerilaku",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nilai", models.CharField(max_length=3)),
                ("ekspektasi_khusus", models.TextField(blank=True)),
                (
                    "skp",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_perilaku",
                        to="skp.skp",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("skp", "nilai"), name="perilaku_sekali")
                ],
            },
        ),
        migrations.CreateModel(
            name="CatatanDialog",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rhk_kunci", models.UUIDField(blank=True, null=True)),
                ("teks", models.TextField()),
                ("dibuat_at", models.DateTimeField()),
                (
                    "penulis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "skp",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_catatan",
                        to="skp.skp",
                    ),
                ),
            ],
            options={
                "ordering": ["dibuat_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="ButirLampiran",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "bagian",
                    models.CharField(
                        choices=[
                            ("dukungan_sumber_daya", "Dukungan sumber daya"),
                            ("skema_pertanggungjawaban", "Skema pertanggungjawaban"),
                            ("konsekuensi", "Konsekuensi"),
                        ],
                        max_length=28,
                    ),
                ),
                ("urut", models.PositiveSmallIntegerField(default=0)),
                ("teks", models.TextField()),
                (
                    "skp",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_lampiran",
                        to="skp.skp",
                    ),
                ),
            ],
            options={
                "ordering": ["bagian", "urut", "id"],
            },
        ),
        migrations.CreateModel(
            name="VersiRubrik",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versi", models.CharField(max_length=40)),
                ("sejak", models.DateField()),
                ("isi", models.JSONField()),
                ("sifat", models.CharField(default="usulan, bukan peraturan", max_length=60)),
                ("dasar", models.CharField(blank=True, max_length=300)),
                ("nama_aktor", models.CharField(max_length=200)),
                ("dibuat_at", models.DateTimeField()),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisasi.instansi"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("instansi", "sejak"), name="rubrik_sejak")
                ],
            },
        ),
        migrations.CreateModel(
            name="HitunganSKP",
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
                ("belum", models.PositiveIntegerField(default=0)),
                ("draf", models.PositiveIntegerField(default=0)),
                ("diajukan", models.PositiveIntegerField(default=0)),
                ("dikembalikan", models.PositiveIntegerField(default=0)),
                ("ditetapkan", models.PositiveIntegerField(default=0)),
                ("ditutup", models.PositiveIntegerField(default=0)),
                ("terlambat", models.PositiveIntegerField(default=0)),
                ("lama_susun", models.BinaryField(default=bytes)),
                ("lama_tetap", models.BinaryField(default=bytes)),
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
                    models.UniqueConstraint(fields=("unit", "kunci"), name="hitunganskp_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("segar", False),
                            models.Q(("sampai__isnull", False), ("sejak__isnull", False)),
                            _connector="OR",
                        ),
                        name="hitunganskp_masa",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PesertaMatriks",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisasi.instansi"
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
                    "pimpinan",
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
                        fields=("pimpinan", "tahun", "pegawai"), name="peserta_matriks_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("pimpinan", models.F("pegawai")), _negated=True),
                        name="peserta_matriks_orang_lain",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SelMatriks",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("teks", models.TextField()),
                (
                    "sifat",
                    models.CharField(
                        choices=[
                            ("bagian", "Bagian dari RHK pimpinan"),
                            ("sendiri", "RHK sendiri"),
                        ],
                        default="bagian",
                        max_length=8,
                    ),
                ),
                ("rhk_kunci", models.UUIDField(blank=True, null=True)),
                ("teks_usulan", models.TextField(blank=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sel_matriks",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "rhk_pimpinan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_sel",
                        to="skp.rencanahasilkerja",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("rhk_pimpinan", "pegawai"), name="sel_sekali")
                ],
            },
        ),
    ]
