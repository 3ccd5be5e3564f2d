"""All tables of the room as they stand at the first release."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from tera.core.migrasi import MigrasiAwal


class Migration(MigrasiAwal):
    initial = True

    dependencies = [
        ("core", "0001_awal"),
        ("core", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Instansi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.CharField(max_length=16, unique=True)),
                ("nama", models.CharField(max_length=200)),
                (
                    "jenis",
                    models.CharField(
                        choices=[("pusat", "Instansi pusat"), ("daerah", "Instansi daerah")],
                        default="daerah",
                        max_length=8,
                    ),
                ),
                (
                    "zona",
                    models.CharField(
                        choices=[
                            ("Asia/Jakarta", "WIB"),
                            ("Asia/Makassar", "WITA"),
                            ("Asia/Jayapura", "WIT"),
                        ],
                        default="Asia/Jakarta",
                        max_length=32,
                    ),
                ),
                ("tempat", models.CharField(blank=True, max_length=100)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name="ButirPerencanaan",
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
                        choices=[
                            ("visi", "Visi"),
                            ("misi", "Misi"),
                            ("tujuan", "Tujuan"),
                            ("sasaran", "Sasaran"),
                            ("perjanjian", "Sasaran perjanjian kinerja"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "sumber",
                    models.CharField(
                        choices=[
                            ("rpjmd", "RPJMD"),
                            ("renstra", "Renstra"),
                            ("perjanjian_kinerja", "Perjanjian kinerja"),
                        ],
                        max_length=20,
                    ),
                ),
                ("nomor", models.CharField(blank=True, max_length=20)),
                ("teks", models.TextField()),
                ("sejak", models.DateField()),
                ("sampai", models.DateField(blank=True, null=True)),
                (
                    "induk",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_anak",
                        to="organisasi.butirperencanaan",
                    ),
                ),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisasi.instansi"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_butir",
                        to="organisasi.unitkerja",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["instansi", "jenis"], name="butir_jenis")],
            },
        ),
        migrations.CreateModel(
            name="IndikatorPerjanjian",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("teks", models.TextField()),
                ("target", models.CharField(max_length=100)),
                ("satuan", models.CharField(blank=True, max_length=60)),
                (
                    "butir",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_indikator",
                        to="organisasi.butirperencanaan",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ImporData",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("jenis", models.CharField(max_length=20)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diperiksa", "Sudah diperiksa, belum diimpor"),
                            ("berjalan", "Sedang berjalan"),
                            ("selesai", "Selesai"),
                            ("tanpa_perubahan", "Tidak ada perubahan"),
                            ("ditolak", "Ditolak"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="selesai",
                        max_length=16,
                    ),
                ),
                ("lewati_salah", models.BooleanField(default=False)),
                ("nama_berkas", models.CharField(max_length=200)),
                ("sidik_berkas", models.CharField(max_length=64)),
                ("berlaku", models.DateField()),
                ("ringkasan", models.JSONField(default=dict)),
                ("pengguna_id", models.BigIntegerField(null=True)),
                ("nama_aktor", models.CharField(max_length=200)),
                ("dibuat_at", models.DateTimeField()),
                (
                    "berkas",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="core.berkas",
                    ),
                ),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisasi.instansi"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Jabatan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=300)),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("pejabat_negara", "Kepala daerah atau pejabat negara"),
                            ("jpt_utama", "JPT utama"),
                            ("jpt_madya", "JPT madya"),
                            ("jpt_pratama", "JPT pratama"),
                            ("administrator", "Administrator"),
                            ("pengawas", "Pengawas"),
                            ("fungsional", "Jabatan fungsional"),
                            ("pelaksana", "Pelaksana"),
                        ],
                        max_length=20,
                    ),
                ),
                ("jenjang", models.CharField(blank=True, max_length=20)),
                ("eselon", models.CharField(blank=True, max_length=8)),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="organisasi.instansi"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("instansi", "nama", "jenis"), name="jabatan_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KebijakanInstansi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kunci", models.CharField(max_length=64)),
                ("nilai", models.JSONField()),
                ("sejak", models.DateField()),
                ("dasar", models.CharField(max_length=300)),
                ("pengguna_id", models.BigIntegerField(null=True)),
                ("nama_aktor", models.CharField(max_length=200)),
                ("dibuat_at", models.DateTimeField()),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kebijakan",
                        to="organisasi.instansi",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("instansi", "kunci", "sejak"), name="kebijakan_sejak"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Pegawai",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kunci", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("nip", models.CharField(blank=True, max_length=18)),
                ("nama", models.CharField(max_length=200)),
                ("gelar_depan", models.CharField(blank=True, max_length=60)),
                ("gelar_belakang", models.CharField(blank=True, max_length=100)),
                ("tempat_lahir", models.CharField(blank=True, max_length=100)),
                ("tanggal_lahir", models.DateField(blank=True, null=True)),
                (
                    "jenis_kelamin",
                    models.CharField(
                        blank=True,
                        choices=[("laki_laki", "Laki-laki"), ("perempuan", "Perempuan")],
                        max_length=10,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("pns", "PNS"),
                            ("cpns", "CPNS"),
                            ("pppk", "PPPK"),
                            ("pppk_paruh_waktu", "PPPK Paruh Waktu"),
                            ("pejabat_negara", "Pejabat negara atau kepala daerah"),
                            ("non_asn", "Pejabat non-ASN"),
                        ],
                        max_length=20,
                    ),
                ),
                ("golongan", models.CharField(blank=True, max_length=8)),
                ("tmt_golongan", models.DateField(blank=True, null=True)),
                ("tmt_cpns", models.DateField(blank=True, null=True)),
                ("kedudukan_hukum", models.CharField(default="aktif", max_length=40)),
                ("pendidikan", models.CharField(blank=True, max_length=40)),
                ("surel", models.EmailField(blank=True, max_length=254)),
                ("no_hp", models.CharField(blank=True, max_length=20)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "akun",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="pegawai",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_pegawai",
                        to="organisasi.instansi",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["instansi", "nama"], name="pegawai_nama")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("nip", ""), _negated=True),
                        fields=("instansi", "nip"),
                        name="pegawai_nip",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NomorInduk",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nomor", models.CharField(db_index=True, max_length=18)),
                (
                    "jenis",
                    models.CharField(choices=[("pns", "NIP"), ("pppk", "NI PPPK")], max_length=8),
                ),
                ("sejak", models.DateField()),
                ("sampai", models.DateField(blank=True, null=True)),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_nomor",
                        to="organisasi.pegawai",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("pegawai", "nomor"), name="nomor_sekali")
                ],
            },
        ),
        migrations.CreateModel(
            name="HubunganDekat",
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
                        choices=[
                            ("keluarga", "Hubungan keluarga atau semenda"),
                            ("ekonomi", "Kepentingan ekonomi bersama"),
                            ("lain", "Hubungan dekat lain"),
                        ],
                        max_length=10,
                    ),
                ),
                ("sejak", models.DateField()),
                ("sampai", models.DateField(blank=True, null=True)),
                ("dibuat_at", models.DateTimeField()),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisasi.instansi"
                    ),
                ),
                (
                    "penyata",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "pihak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("penyata", models.F("pihak")), _negated=True),
                        name="hubungan_orang_lain",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("sampai__isnull", True)),
                        fields=("penyata", "pihak"),
                        name="hubungan_sekali",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Delegasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nomor_surat", models.CharField(max_length=100)),
                ("tanggal_surat", models.DateField()),
                ("sejak", models.DateField()),
                ("sampai", models.DateField(blank=True, null=True)),
                ("dibuat_at", models.DateTimeField()),
                ("nama_aktor", models.CharField(max_length=200)),
                (
                    "berkas",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="core.berkas",
                    ),
                ),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisasi.instansi"
                    ),
                ),
                (
                    "pemberi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AksesPetugas",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sesi_id", models.BigIntegerField(db_index=True)),
                ("pengguna_id", models.BigIntegerField()),
                ("nama_petugas", models.CharField(max_length=200)),
                ("alasan", models.CharField(max_length=500)),
                ("metode", models.CharField(max_length=8)),
                ("jalur", models.CharField(max_length=300)),
                ("terjadi_at", models.DateTimeField()),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisasi.instansi"
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="akses_petugas",
                        to="organisasi.pegawai",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Penugasan",
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
                        choices=[
                            ("definitif", "Definitif"),
                            ("plt", "Pelaksana tugas (Plt)"),
                            ("plh", "Pelaksana harian (Plh)"),
                            ("pj", "Penjabat (Pj)"),
                            ("tugas_tambahan", "Tugas tambahan"),
                        ],
                        default="definitif",
                        max_length=16,
                    ),
                ),
                ("memimpin_unit", models.BooleanField(default=False)),
                ("sejak", models.DateField()),
                ("sampai", models.DateField(blank=True, null=True)),
                ("surat_penilai", models.CharField(blank=True, max_length=200)),
                ("penilai_khusus_sejak", models.DateField(blank=True, null=True)),
                ("penilai_khusus_sampai", models.DateField(blank=True, null=True)),
                ("dasar", models.CharField(blank=True, max_length=200)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "berkas_dasar",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.berkas",
                    ),
                ),
                (
                    "berkas_surat",
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
                        on_delete=django.db.models.deletion.PROTECT, to="organisasi.instansi"
                    ),
                ),
                (
                    "jabatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisasi.jabatan"
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_penugasan",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "penilai_khusus",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_penugasan",
                        to="organisasi.unitkerja",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["unit", "sampai"], name="penugasan_unit"),
                    models.Index(fields=["instansi", "sampai"], name="penugasan_instansi"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sampai__isnull", True),
                            ("sampai__gte", models.F("sejak")),
                            _connector="OR",
                        ),
                        name="penugasan_masa",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("jenis", "definitif"), ("sampai__isnull", True)),
                        fields=("pegawai",),
                        name="definitif_tunggal",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LaporanPenilai",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("keterangan", models.TextField()),
                ("jawaban", models.TextField(blank=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("dilaporkan", "Dilaporkan"),
                            ("diproses", "Diproses"),
                            ("diperbaiki", "Diperbaiki"),
                            ("ditolak", "Ditolak"),
                        ],
                        default="dilaporkan",
                        max_length=12,
                    ),
                ),
                ("dibuat_at", models.DateTimeField()),
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
                        related_name="laporan_penilai",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "penilai_seharusnya",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "penilai_tercatat",
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
                        on_delete=django.db.models.deletion.PROTECT, to="organisasi.penugasan"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="HubunganPenilai",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "dasar",
                    models.CharField(
                        choices=[
                            ("atasan_langsung", "Pimpinan unit terdekat"),
                            ("kepala_daerah", "Pimpinan instansi menilai JPT"),
                            ("delegasi", "Surat delegasi kewenangan menilai"),
                            ("khusus", "Surat penetapan penilai"),
                            ("naik", "Pimpinan unit di atasnya"),
                            ("tidak_dinilai", "Tidak dinilai di sini"),
                            ("tidak_ada", "Belum ada penilai"),
                        ],
                        max_length=16,
                    ),
                ),
                ("penjelasan", models.TextField()),
                (
                    "kendala",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("lowong", "Jabatan pimpinan unit lowong"),
                            ("merangkap", "Pejabat yang sama memegang jabatan atasannya"),
                            ("perlu_delegasi", "Pimpinan unit perlu surat delegasi"),
                            ("tidak_aktif", "Pimpinan unit sedang tidak aktif"),
                            ("pimpinan_belum_ada", "Pimpinan instansi belum tercatat"),
                            ("di_luar_instansi", "Penilai menurut aturan ada di luar instansi"),
                        ],
                        max_length=20,
                    ),
                ),
                ("sejak", models.DateField()),
                ("sampai", models.DateField(blank=True, null=True)),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisasi.instansi"
                    ),
                ),
                (
                    "atasan_penilai",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hubungan_diawasi",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "penilai",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hubungan_menilai",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "penugasan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_hubungan",
                        to="organisasi.penugasan",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["instansi", "dasar"], name="hubungan_dasar"),
                    models.Index(
                        condition=models.Q(("penilai__isnull", True)),
                        fields=["instansi"],
                        name="hubungan_tanpa_penilai",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("penugasan", "sejak"), name="hubungan_sejak"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("penilai__isnull", True),
                            models.Q(("penilai", models.F("atasan_penilai")), _negated=True),
                            _connector="OR",
                        ),
                        name="hubungan_dua_orang",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Penyiap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sejak", models.DateField()),
                ("sampai", models.DateField(blank=True, null=True)),
                ("dasar", models.CharField(blank=True, max_length=200)),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisasi.instansi"
                    ),
                ),
                (
                    "pejabat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_penyiap",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "penyiap",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disiapkan_untuk",
                        to="organisasi.pegawai",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pejabat", models.F("penyiap")), _negated=True),
                        name="penyiap_orang_lain",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Periode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("tahunan", "Tahunan"),
                            ("triwulan", "Triwulan"),
                            ("bulanan", "Bulanan"),
                        ],
                        max_length=12,
                    ),
                ),
                ("urut", models.PositiveSmallIntegerField(default=1)),
                ("mulai", models.DateField()),
                ("selesai", models.DateField()),
                ("batas_skp", models.DateField(blank=True, null=True)),
                ("batas_evaluasi", models.DateField()),
                ("dibuka_pada", models.DateField()),
                ("keberatan_sampai", models.DateField(blank=True, null=True)),
                ("dasar_keberatan", models.CharField(blank=True, max_length=300)),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_periode",
                        to="organisasi.instansi",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("instansi", "tahun", "jenis", "urut"), name="periode_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("selesai__gte", models.F("mulai"))), name="periode_masa"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PerjanjianKerja",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nomor", models.CharField(max_length=100)),
                ("mulai", models.DateField()),
                ("selesai", models.DateField()),
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
                        related_name="daftar_perjanjian_kerja",
                        to="organisasi.pegawai",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["instansi", "selesai"], name="perjanjian_selesai")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("pegawai", "mulai"), name="perjanjian_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(("selesai__gt", models.F("mulai"))),
                        name="perjanjian_masa",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TandaBasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("instansi_id", models.BigIntegerField()),
                ("lingkup", models.CharField(max_length=12)),
                ("asal", models.CharField(max_length=12)),
                ("nomor", models.BigIntegerField()),
                ("diambil", models.BooleanField(default=False)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["instansi_id", "lingkup"], name="tanda_basi_lingkup")
                ],
            },
        ),
        migrations.CreateModel(
            name="TimKerja",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=200)),
                ("sejak", models.DateField()),
                ("sampai", models.DateField(blank=True, null=True)),
                ("dasar", models.CharField(blank=True, max_length=200)),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisasi.instansi"
                    ),
                ),
                (
                    "ketua",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tim_dipimpin",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_tim",
                        to="organisasi.unitkerja",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AnggotaTim",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sejak", models.DateField()),
                ("sampai", models.DateField(blank=True, null=True)),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tim_diikuti",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "tim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_anggota",
                        to="organisasi.timkerja",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tim", "pegawai", "sejak"), name="anggota_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="UnitKerja",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.CharField(max_length=40)),
                ("nama", models.CharField(max_length=300)),
                ("nama_jabatan_pimpinan", models.CharField(blank=True, max_length=300)),
                ("eselon", models.CharField(blank=True, max_length=8)),
                ("jenis", models.CharField(blank=True, max_length=40)),
                ("pimpinan_nip", models.CharField(blank=True, max_length=18)),
                ("path", models.CharField(db_index=True, max_length=400)),
                (
                    "pola_hari_kerja",
                    models.CharField(
                        choices=[("senin_jumat", "Senin–Jumat"), ("senin_sabtu", "Senin–Sabtu")],
                        default="senin_jumat",
                        max_length=16,
                    ),
                ),
                ("punya_perjanjian_kinerja", models.BooleanField(default=False)),
                ("urut", models.PositiveIntegerField(default=0)),
                ("sejak", models.DateField()),
                ("sampai", models.DateField(blank=True, null=True)),
                (
                    "induk",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_anak",
                        to="organisasi.unitkerja",
                    ),
                ),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_unit",
                        to="organisasi.instansi",
                    ),
                ),
                (
                    "opd",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_bawahan_opd",
                        to="organisasi.unitkerja",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("instansi", "kode"), name="unit_kode"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sampai__isnull", True),
                            ("sampai__gte", models.F("sejak")),
                            _connector="OR",
                        ),
                        name="unit_masa",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RiwayatInduk",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("path", models.CharField(max_length=400)),
                ("nama", models.CharField(max_length=300)),
                ("sejak", models.DateField()),
                ("sampai", models.DateField(blank=True, null=True)),
                ("dasar", models.CharField(blank=True, max_length=200)),
                (
                    "induk",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.unitkerja",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="riwayat_induk",
                        to="organisasi.unitkerja",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "sejak"), name="induk_sejak")
                ],
            },
        ),
        migrations.CreateModel(
            name="PerpanjanganBatas",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "tahap",
                    models.CharField(
                        choices=[("skp", "Penetapan SKP"), ("evaluasi", "Evaluasi kinerja")],
                        max_length=12,
                    ),
                ),
                ("batas_lama", models.DateField()),
                ("batas_baru", models.DateField()),
                ("alasan", models.CharField(max_length=500)),
                ("pengguna_id", models.BigIntegerField(null=True)),
                ("nama_aktor", models.CharField(max_length=200)),
                ("dibuat_at", models.DateTimeField()),
                (
                    "periode",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="perpanjangan",
                        to="organisasi.periode",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="organisasi.unitkerja",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PeranPetugas",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "peran",
                    models.CharField(
                        choices=[
                            ("pengelola", "Pengelola kinerja"),
                            ("pyb", "Pejabat yang berwenang"),
                            ("pejabat_pembina", "Pejabat pembina kepegawaian"),
                            ("auditor", "Auditor"),
                            ("admin", "Admin sistem"),
                        ],
                        max_length=20,
                    ),
                ),
                ("sejak", models.DateField()),
                ("sampai", models.DateField(blank=True, null=True)),
                ("dasar", models.CharField(max_length=200)),
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
                        related_name="peran_petugas",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisasi.unitkerja"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("pegawai", "peran", "unit", "sejak"), name="peran_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CakupanDelegasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "delegasi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_cakupan",
                        to="organisasi.delegasi",
                    ),
                ),
                (
                    "penerima",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisasi.unitkerja"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("delegasi", "penerima", "unit"), name="cakupan_sekali"
                    )
                ],
            },
        ),
    ]
