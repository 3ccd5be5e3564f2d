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
            name="Evaluasi",
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
                            ("terbuka", "Terbuka"),
                            ("dinilai", "Dinilai"),
                            ("ditetapkan", "Ditetapkan"),
                            ("disampaikan", "Disampaikan"),
                            ("keberatan", "Keberatan"),
                            ("diputus", "Diputus"),
                            ("final", "Final"),
                        ],
                        default="terbuka",
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
                ("alasan_hasil_kerja", models.TextField(blank=True)),
                ("alasan_perilaku_kerja", models.TextField(blank=True)),
                ("alasan_beda", models.TextField(blank=True)),
                ("catatan", models.TextField(blank=True)),
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
                ("versi_rubrik", models.CharField(blank=True, max_length=40)),
                ("perlu_tanda_tangan_atasan", models.BooleanField(default=False)),
                (
                    "sebab_tanda_tangan",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("hubungan_dekat", "Pernyataan hubungan dekat"),
                            ("sesudah_keberatan", "Penilaian pertama sesudah keberatan"),
                        ],
                        max_length=18,
                    ),
                ),
                ("disetujui_at", models.DateTimeField(blank=True, null=True)),
                ("ditetapkan_pada", models.DateField(blank=True, null=True)),
                ("disampaikan_pada", models.DateField(blank=True, null=True)),
                (
                    "cara_penyampaian",
                    models.CharField(
                        choices=[("layar", "Di layar"), ("kertas", "Di atas kertas")],
                        default="layar",
                        max_length=6,
                    ),
                ),
                ("saksi_penyampaian", models.CharField(blank=True, max_length=200)),
                ("diterima_pada", models.DateField(blank=True, null=True)),
                ("tanda_buta", models.BooleanField(default=False)),
                ("alasan_buka_kembali", models.TextField(blank=True)),
                ("rekaman", models.JSONField(default=dict)),
                ("revisi", models.PositiveIntegerField(default=0)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "berkas_penyampaian",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.berkas",
                    ),
                ),
                (
                    "buka_kembali_disetujui_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "disetujui_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
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
                        related_name="daftar_evaluasi",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "penilai",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluasi_dinilai",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "periode",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_evaluasi",
                        to="organisasi.periode",
                    ),
                ),
                (
                    "skp",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_evaluasi",
                        to="skp.skp",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_evaluasi",
                        to="organisasi.unitkerja",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["unit", "periode", "status"], name="evaluasi_per_unit"),
                    models.Index(fields=["penilai", "periode"], name="evaluasi_per_penilai"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("skp", "periode"), name="evaluasi_sekali")
                ],
            },
        ),
        migrations.CreateModel(
            name="CatatanKerja",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "oleh",
                    models.CharField(
                        choices=[
                            ("pegawai", "Pegawai (swakaji)"),
                            ("penilai", "Pejabat penilai"),
                            ("atasan_penilai", "Atasan pejabat penilai"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "unsur",
                    models.CharField(
                        choices=[("rhk", "Rencana hasil kerja"), ("perilaku", "Nilai BerAKHLAK")],
                        max_length=8,
                    ),
                ),
                ("kunci", models.CharField(max_length=36)),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("di_atas", "Di Atas Ekspektasi"),
                            ("sesuai", "Sesuai Ekspektasi"),
                            ("di_bawah", "Di Bawah Ekspektasi"),
                        ],
                        max_length=10,
                    ),
                ),
                ("teks", models.TextField(blank=True)),
                ("ditandai_at", models.DateTimeField()),
                (
                    "penanda",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "evaluasi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_catatan",
                        to="evaluasi.evaluasi",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("evaluasi", "oleh", "unsur", "kunci"), name="catatan_kerja_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EvaluasiKeluar",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mulai", models.DateField()),
                ("selesai", models.DateField()),
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
                ("catatan", models.TextField(blank=True)),
                ("diisi_at", models.DateTimeField(blank=True, null=True)),
                ("dibuat_at", models.DateTimeField()),
                ("revisi", models.PositiveIntegerField(default=0)),
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
                        related_name="daftar_evaluasi_keluar",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "penilai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "skp",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_evaluasi_keluar",
                        to="skp.skp",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("skp", "penilai", "selesai"), name="keluar_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HasilTerdahulu",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("bulan_mulai", models.PositiveSmallIntegerField(default=1)),
                ("bulan_selesai", models.PositiveSmallIntegerField(default=12)),
                (
                    "rating_hasil_kerja",
                    models.CharField(
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
                ("sumber", models.CharField(max_length=200)),
                ("nama_aktor", models.CharField(max_length=200)),
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
                        related_name="daftar_hasil_terdahulu",
                        to="organisasi.pegawai",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["instansi", "tahun"], name="hasil_terdahulu_tahun")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("pegawai", "tahun", "bulan_mulai"), name="hasil_terdahulu_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("bulan_mulai__gte", 1),
                            ("bulan_selesai__gte", models.F("bulan_mulai")),
                            ("bulan_selesai__lte", 12),
                        ),
                        name="hasil_terdahulu_masa",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HitunganEvaluasi",
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
                ("belum_dibuka", models.PositiveIntegerField(default=0)),
                ("terbuka", models.PositiveIntegerField(default=0)),
                ("dinilai", models.PositiveIntegerField(default=0)),
                ("ditetapkan", models.PositiveIntegerField(default=0)),
                ("disampaikan", models.PositiveIntegerField(default=0)),
                ("keberatan", models.PositiveIntegerField(default=0)),
                ("diputus", models.PositiveIntegerField(default=0)),
                ("final", models.PositiveIntegerField(default=0)),
                ("sangat_baik", models.PositiveIntegerField(default=0)),
                ("baik", models.PositiveIntegerField(default=0)),
                ("butuh_perbaikan", models.PositiveIntegerField(default=0)),
                ("kurang", models.PositiveIntegerField(default=0)),
                ("sangat_kurang", models.PositiveIntegerField(default=0)),
                ("swakaji", models.PositiveIntegerField(default=0)),
                ("belum_sampai", models.PositiveIntegerField(default=0)),
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
                    models.UniqueConstraint(
                        fields=("unit", "kunci"), name="hitunganevaluasi_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("segar", False),
                            models.Q(("sampai__isnull", False), ("sejak__isnull", False)),
                            _connector="OR",
                        ),
                        name="hitunganevaluasi_masa",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Keberatan",
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
                            ("diajukan", "Diajukan"),
                            ("klarifikasi", "Klarifikasi"),
                            ("diputus", "Diputus"),
                        ],
                        default="diajukan",
                        max_length=12,
                    ),
                ),
                ("alasan", models.TextField()),
                ("diajukan_pada", models.DateField()),
                (
                    "cara",
                    models.CharField(
                        choices=[("layar", "Di layar"), ("kertas", "Di atas kertas")],
                        default="layar",
                        max_length=6,
                    ),
                ),
                ("nama_pencatat", models.CharField(max_length=200)),
                ("bukti_terima", models.CharField(blank=True, max_length=200)),
                ("sesudah_final", models.BooleanField(default=False)),
                ("batas_hari", models.DateField(blank=True, null=True)),
                ("jadwal_instansi", models.DateField(blank=True, null=True)),
                ("batas", models.DateField(blank=True, null=True)),
                ("batas_sementara", models.BooleanField(default=False)),
                (
                    "dasar_kepada",
                    models.CharField(
                        choices=[
                            ("atasan_penilai", "Atasan pejabat penilai"),
                            ("di_atasnya", "Pejabat di atas atasan penilai"),
                            ("tanpa_atasan", "Menurut kebijakan instansi"),
                            ("belum_ada", "Belum ada yang bisa memutus"),
                        ],
                        max_length=14,
                    ),
                ),
                ("penjelasan_kepada", models.TextField(blank=True)),
                ("target_pada", models.DateField(blank=True, null=True)),
                ("klarifikasi_pada", models.DateField(blank=True, null=True)),
                (
                    "rating_hasil_awal",
                    models.CharField(
                        choices=[
                            ("di_atas", "Di Atas Ekspektasi"),
                            ("sesuai", "Sesuai Ekspektasi"),
                            ("di_bawah", "Di Bawah Ekspektasi"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "rating_perilaku_awal",
                    models.CharField(
                        choices=[
                            ("di_atas", "Di Atas Ekspektasi"),
                            ("sesuai", "Sesuai Ekspektasi"),
                            ("di_bawah", "Di Bawah Ekspektasi"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "predikat_awal",
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
                ("rekaman_awal", models.JSONField(default=dict)),
                (
                    "rating_hasil_putusan",
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
                    "rating_perilaku_putusan",
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
                    "predikat_putusan",
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
                ("alasan_hasil", models.TextField(blank=True)),
                ("alasan_perilaku", models.TextField(blank=True)),
                ("pertimbangan", models.TextField(blank=True)),
                ("diputus_pada", models.DateField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "berkas_kertas",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.berkas",
                    ),
                ),
                (
                    "evaluasi",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="keberatan",
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
                (
                    "kepada",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="keberatan_diputus",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "pemutus",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "penilaian_berikut",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="evaluasi.evaluasi",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["kepada", "status"], name="keberatan_per_pemutus"),
                    models.Index(fields=["instansi", "status"], name="keberatan_terbuka"),
                ],
            },
        ),
        migrations.CreateModel(
            name="BuktiKeberatan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "pihak",
                    models.CharField(
                        choices=[
                            ("pegawai", "Pegawai"),
                            ("penilai", "Pejabat penilai"),
                            ("lain", "Pihak lain"),
                        ],
                        max_length=8,
                    ),
                ),
                ("judul", models.CharField(max_length=200)),
                ("nama_pengunggah", models.CharField(max_length=200)),
                ("diunggah_at", models.DateTimeField()),
                (
                    "berkas",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.berkas",
                    ),
                ),
                (
                    "pengunggah",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "keberatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_bukti",
                        to="evaluasi.keberatan",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="KeteranganKeberatan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "pihak",
                    models.CharField(
                        choices=[
                            ("pegawai", "Pegawai"),
                            ("penilai", "Pejabat penilai"),
                            ("lain", "Pihak lain"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "cara",
                    models.CharField(
                        choices=[("tertulis", "Tertulis"), ("lisan", "Lisan, dicatat pemutus")],
                        max_length=8,
                    ),
                ),
                ("nama_pemberi", models.CharField(max_length=200)),
                ("teks", models.TextField()),
                ("tanggal", models.DateField()),
                ("nama_pencatat", models.CharField(max_length=200)),
                ("dicatat_at", models.DateTimeField()),
                (
                    "keberatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_keterangan",
                        to="evaluasi.keberatan",
                    ),
                ),
                (
                    "pencatat",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
            ],
            options={
                "ordering": ["tanggal", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PembacaanEvaluasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sesi", models.CharField(max_length=64)),
                ("dibaca_at", models.DateTimeField()),
                (
                    "evaluasi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_pembacaan",
                        to="evaluasi.evaluasi",
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
                        fields=("evaluasi", "pegawai", "sesi"), name="pembacaan_evaluasi_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PenjelasanDistribusi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "level_capaian",
                    models.CharField(
                        choices=[
                            ("istimewa", "Istimewa"),
                            ("baik", "Baik"),
                            ("butuh_perbaikan", "Butuh Perbaikan"),
                            ("kurang", "Kurang"),
                            ("sangat_kurang", "Sangat Kurang"),
                        ],
                        max_length=16,
                    ),
                ),
                ("jumlah", models.JSONField(default=dict)),
                ("pelanggaran", models.JSONField(default=list)),
                ("alasan", models.TextField()),
                ("nama_aktor", models.CharField(max_length=200)),
                ("dibuat_at", models.DateTimeField()),
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
                        related_name="+",
                        to="organisasi.pegawai",
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
            options={
                "indexes": [models.Index(fields=["unit", "periode"], name="penjelasan_per_unit")],
            },
        ),
        migrations.CreateModel(
            name="Swakaji",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ringkasan", models.TextField(blank=True)),
                ("kendala", models.TextField(blank=True)),
                ("kebutuhan", models.TextField(blank=True)),
                ("dikirim_at", models.DateTimeField(blank=True, null=True)),
                ("revisi", models.PositiveIntegerField(default=0)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "evaluasi",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="swakaji",
                        to="evaluasi.evaluasi",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CapaianOrganisasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("istimewa", "Istimewa"),
                            ("baik", "Baik"),
                            ("butuh_perbaikan", "Butuh Perbaikan"),
                            ("kurang", "Kurang"),
                            ("sangat_kurang", "Sangat Kurang"),
                        ],
                        max_length=16,
                    ),
                ),
                ("alasan", models.TextField(blank=True)),
                ("uraian_hasil", models.TextField(blank=True)),
                ("uraian_ekspektasi", models.TextField(blank=True)),
                ("nomor_keputusan", models.CharField(blank=True, max_length=100)),
                ("nama_penetap", models.CharField(max_length=200)),
                ("ditetapkan_pada", models.DateField()),
                ("ditetapkan_at", models.DateTimeField()),
                (
                    "berkas_keputusan",
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
                    "penetap",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "periode",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_capaian",
                        to="organisasi.periode",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_capaian",
                        to="organisasi.unitkerja",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "periode"), name="capaian_sekali")
                ],
            },
        ),
    ]
