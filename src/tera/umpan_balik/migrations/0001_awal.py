"""All tables of the room as they stand at the first release."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import tera.umpan_balik.models.publik
from tera.core.migrasi import MigrasiAwal


class Migration(MigrasiAwal):
    initial = True

    dependencies = [
        ("organisasi", "0001_awal"),
        ("pelaksanaan", "0001_awal"),
    ]

    operations = [
        migrations.CreateModel(
            name="TantanganTerpakai",
            fields=[
                ("kunci", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("pada", models.DateField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="ForumEvaluasi",
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
                        choices=[("pertanyaan", "Pertanyaan"), ("hasil", "Hasil kinerja unit")],
                        default="pertanyaan",
                        max_length=12,
                    ),
                ),
                ("judul", models.CharField(max_length=160)),
                ("uraian", models.TextField()),
                ("kode", models.CharField(max_length=12, unique=True)),
                ("mulai", models.DateField()),
                ("selesai", models.DateField()),
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
                    "penyelenggara",
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
                        related_name="daftar_forum",
                        to="organisasi.unitkerja",
                    ),
                ),
            ],
            options={
                "ordering": ["-selesai", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("selesai__gte", models.F("mulai"))),
                        name="forum_evaluasi_masa",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="InstrumenUmpanBalik",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=200)),
                ("butir", models.JSONField(default=list)),
                ("aktif", models.BooleanField(default=True)),
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
                    models.UniqueConstraint(fields=("instansi", "nama"), name="instrumen_nama")
                ],
            },
        ),
        migrations.CreateModel(
            name="MasukanMasyarakat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "tentang",
                    models.CharField(
                        choices=[("layanan", "Layanannya"), ("petugas", "Petugas yang melayani")],
                        default="layanan",
                        max_length=8,
                    ),
                ),
                ("nama_petugas", models.CharField(blank=True, max_length=80)),
                ("teks", models.TextField()),
                ("disaring", models.CharField(blank=True, max_length=120)),
                ("pada", models.DateField()),
                (
                    "jalur",
                    models.CharField(
                        choices=[("lancar", "Lancar"), ("lambat", "Lambat")], max_length=8
                    ),
                ),
                ("bahasa", models.CharField(default="id", max_length=5)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("menunggu", "Menunggu"),
                            ("diterbitkan", "Diterbitkan"),
                            ("ditolak", "Ditolak"),
                            ("diarahkan", "Diarahkan"),
                        ],
                        default="menunggu",
                        max_length=12,
                    ),
                ),
                ("alasan", models.CharField(blank=True, max_length=500)),
                ("diarahkan_ke", models.CharField(blank=True, max_length=200)),
                ("diputus_pada", models.DateField(blank=True, null=True)),
                ("dikaitkan_pada", models.DateField(blank=True, null=True)),
                ("hak_jawab_sampai", models.DateField(blank=True, null=True)),
                ("sedang_diperiksa", models.BooleanField(default=False)),
                (
                    "forum",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_masukan",
                        to="umpan_balik.forumevaluasi",
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
                        related_name="+",
                        to="organisasi.unitkerja",
                    ),
                ),
                (
                    "titik",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_masukan",
                        to="umpan_balik.titiklayanan",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["instansi", "status", "pada"], name="masukan_antrean"),
                    models.Index(fields=["pegawai", "status"], name="masukan_pegawai"),
                    models.Index(fields=["forum", "status"], name="masukan_forum"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("forum__isnull", True), ("titik__isnull", False)),
                            models.Q(("forum__isnull", False), ("titik__isnull", True)),
                            _connector="OR",
                        ),
                        name="masukan_satu_asal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("pegawai__isnull", True),
                            models.Q(
                                ("dikaitkan_pada__isnull", False),
                                ("hak_jawab_sampai__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="masukan_hak_jawab",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JawabanForum",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("teks", models.TextField()),
                ("pada", models.DateField()),
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
                    "masukan",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="jawaban_forum",
                        to="umpan_balik.masukanmasyarakat",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PutaranPegawai",
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
                            ("disusun", "Disusun"),
                            ("responden_disetujui", "Responden disetujui"),
                            ("berjalan", "Berjalan"),
                            ("ditutup", "Ditutup"),
                            ("hasil_dibuka", "Hasil dibuka"),
                        ],
                        default="disusun",
                        max_length=20,
                    ),
                ),
                (
                    "kemajuan",
                    models.CharField(
                        choices=[
                            ("kurang", "Kurang dari separuh sudah mengisi"),
                            ("lebih", "Separuh atau lebih sudah mengisi"),
                            ("semua", "Semua sudah mengisi"),
                        ],
                        default="kurang",
                        max_length=6,
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
                        related_name="daftar_putaran",
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
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.unitkerja",
                    ),
                ),
                (
                    "putaran",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_pegawai",
                        to="umpan_balik.putaranumpanbalik",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["putaran", "status"], name="putaran_status"),
                    models.Index(fields=["penugasan", "status"], name="putaran_penugasan"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("putaran", "pegawai"), name="putaran_pegawai_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PembukaanKunci",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nomor_surat", models.CharField(max_length=100)),
                ("alasan", models.TextField()),
                ("diminta_pada", models.DateField()),
                ("disetujui_pada", models.DateField(blank=True, null=True)),
                (
                    "pemohon",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "penyetuju",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "putaran_pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_pembukaan",
                        to="umpan_balik.putaranpegawai",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("penyetuju__isnull", True),
                            models.Q(("penyetuju", models.F("pemohon")), _negated=True),
                            _connector="OR",
                        ),
                        name="pembukaan_dua_orang",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="JawabanUmpanBalik",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kelompok", models.CharField(max_length=16)),
                ("nilai", models.JSONField(default=list)),
                (
                    "putaran_pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_jawaban",
                        to="umpan_balik.putaranpegawai",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="HasilUmpanBalik",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("isi", models.JSONField(default=dict)),
                ("diri", models.JSONField(default=list)),
                ("himpunan_tersegel", models.TextField(blank=True)),
                (
                    "putaran_pegawai",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hasil",
                        to="umpan_balik.putaranpegawai",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CatatanTerbuka",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("teks", models.TextField()),
                (
                    "penulis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "putaran_pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_catatan_terbuka",
                        to="umpan_balik.putaranpegawai",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("putaran_pegawai", "penulis"), name="catatan_terbuka_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PutaranUmpanBalik",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=200)),
                ("butir", models.JSONField(default=list)),
                ("k", models.PositiveSmallIntegerField()),
                (
                    "lingkup_rekan",
                    models.CharField(
                        choices=[
                            ("unit", "Unit yang sama"),
                            ("gugus", "Gugus: unit di bawah induk yang sama"),
                            ("opd", "Seluruh perangkat daerah"),
                        ],
                        default="unit",
                        max_length=6,
                    ),
                ),
                ("mulai", models.DateField()),
                ("selesai", models.DateField()),
                ("kunci_tersegel", models.TextField(blank=True)),
                ("kunci_dimusnahkan_pada", models.DateField(blank=True, null=True)),
                ("nama_aktor", models.CharField(max_length=200)),
                ("dibuat_at", models.DateTimeField()),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisasi.instansi"
                    ),
                ),
                (
                    "instrumen",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="umpan_balik.instrumenumpanbalik",
                    ),
                ),
                (
                    "periode",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_putaran",
                        to="organisasi.periode",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_putaran",
                        to="organisasi.unitkerja",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("periode", "unit", "nama"), name="putaran_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("selesai__gt", models.F("mulai"))), name="putaran_masa"
                    ),
                    models.CheckConstraint(condition=models.Q(("k__gte", 3)), name="putaran_k"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Responden",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "hubungan",
                    models.CharField(
                        choices=[
                            ("diri", "Diri sendiri"),
                            ("atasan", "Atasan"),
                            ("atasan_penilai", "Atasan pejabat penilai"),
                            ("rekan", "Rekan kerja"),
                            ("bawahan", "Bawahan langsung"),
                            ("mitra_eksternal", "Mitra eksternal"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "asal",
                    models.CharField(
                        choices=[("usulan", "Diusulkan"), ("undian", "Diundi menurut aturan")],
                        max_length=8,
                    ),
                ),
                ("sudah_mengisi", models.BooleanField(default=False)),
                (
                    "pegawai",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_responden",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "putaran_pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_responden",
                        to="umpan_balik.putaranpegawai",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["pegawai", "sudah_mengisi"], name="responden_pegawai")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("pegawai__isnull", False)),
                        fields=("putaran_pegawai", "pegawai"),
                        name="responden_sekali",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("pegawai__isnull", False),
                            ("hubungan", "mitra_eksternal"),
                            _connector="OR",
                        ),
                        name="responden_luar_mitra",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KunciPasangan",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("isi_tersegel", models.TextField()),
                (
                    "responden",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kunci_pasangan",
                        to="umpan_balik.responden",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TanggapanPegawai",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("teks", models.TextField()),
                ("pada", models.DateField()),
                (
                    "masukan",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tanggapan",
                        to="umpan_balik.masukanmasyarakat",
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
        ),
        migrations.CreateModel(
            name="TitikLayanan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=120)),
                ("jenis_layanan", models.CharField(max_length=120)),
                ("kode", models.CharField(max_length=12, unique=True)),
                ("sejak", models.DateField()),
                ("sampai", models.DateField(blank=True, null=True)),
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
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_titik",
                        to="organisasi.unitkerja",
                    ),
                ),
            ],
            options={
                "ordering": ["nama", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sampai__isnull", True),
                            ("sampai__gte", models.F("sejak")),
                            _connector="OR",
                        ),
                        name="titik_layanan_masa",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="JawabanSKM",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        default=tera.umpan_balik.models.publik.nomor_acak,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("pada", models.DateField()),
                ("dihitung_mulai", models.DateField(blank=True, null=True)),
                ("dikesampingkan", models.BooleanField(default=False)),
                (
                    "kanal",
                    models.CharField(
                        choices=[
                            ("qr", "Kode QR"),
                            ("tautan", "Tautan"),
                            ("petugas", "Dicatatkan petugas"),
                        ],
                        default="tautan",
                        max_length=8,
                    ),
                ),
                (
                    "jalur",
                    models.CharField(
                        choices=[("lancar", "Lancar"), ("lambat", "Lambat")], max_length=8
                    ),
                ),
                ("bahasa", models.CharField(default="id", max_length=5)),
                ("u1", models.PositiveSmallIntegerField()),
                ("u2", models.PositiveSmallIntegerField()),
                ("u3", models.PositiveSmallIntegerField()),
                ("u4", models.PositiveSmallIntegerField()),
                ("u5", models.PositiveSmallIntegerField()),
                ("u6", models.PositiveSmallIntegerField()),
                ("u7", models.PositiveSmallIntegerField()),
                ("u8", models.PositiveSmallIntegerField()),
                ("u9", models.PositiveSmallIntegerField()),
                (
                    "titik",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_jawaban",
                        to="umpan_balik.titiklayanan",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["titik", "pada"], name="jawaban_skm_titik")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("u1__range", (1, 4)),
                            ("u2__range", (1, 4)),
                            ("u3__range", (1, 4)),
                            ("u4__range", (1, 4)),
                            ("u5__range", (1, 4)),
                            ("u6__range", (1, 4)),
                            ("u7__range", (1, 4)),
                            ("u8__range", (1, 4)),
                            ("u9__range", (1, 4)),
                        ),
                        name="jawaban_skm_skala",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="UmpanBalik",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sasaran",
                    models.CharField(
                        choices=[
                            ("rhk", "Rencana hasil kerja"),
                            ("perilaku", "Perilaku kerja"),
                            ("bukti", "Bukti dukung"),
                            ("umum", "Pekerjaan secara umum"),
                        ],
                        max_length=8,
                    ),
                ),
                ("rhk_kunci", models.UUIDField(blank=True, null=True)),
                ("nilai", models.CharField(blank=True, max_length=3)),
                ("tentang", models.CharField(blank=True, max_length=300)),
                (
                    "hubungan",
                    models.CharField(
                        choices=[
                            ("penilai", "Pimpinan"),
                            ("atasan_penilai", "Atasan pejabat penilai"),
                            ("ketua_tim", "Ketua tim"),
                            ("bawahan", "Bawahan"),
                            ("anggota_tim", "Anggota tim"),
                            ("rekan", "Rekan kerja"),
                            ("diminta", "Yang dimintai"),
                        ],
                        max_length=14,
                    ),
                ),
                ("nama_pemberi", models.CharField(max_length=300)),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("apresiasi", "Apresiasi"),
                            ("saran", "Saran"),
                            ("perbaikan", "Perlu diperbaiki"),
                        ],
                        max_length=9,
                    ),
                ),
                ("teks", models.TextField()),
                ("tanggal", models.DateField()),
                ("dikirim_at", models.DateTimeField()),
                ("diubah_at", models.DateTimeField(blank=True, null=True)),
                ("ditarik_at", models.DateTimeField(blank=True, null=True)),
                ("dibaca_at", models.DateTimeField(blank=True, null=True)),
                ("tanggapan", models.TextField(blank=True)),
                ("ditanggapi_at", models.DateTimeField(blank=True, null=True)),
                (
                    "bukti",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pelaksanaan.buktidukung",
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
                    "pemberi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="umpan_balik_diberikan",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "penerima",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="umpan_balik_diterima",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "penugasan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_umpan_balik",
                        to="organisasi.penugasan",
                    ),
                ),
            ],
            options={
                "ordering": ["-dikirim_at", "-id"],
                "indexes": [
                    models.Index(fields=["penerima", "-dikirim_at"], name="umpan_balik_penerima"),
                    models.Index(fields=["pemberi", "-dikirim_at"], name="umpan_balik_pemberi"),
                    models.Index(fields=["penugasan", "tanggal"], name="umpan_balik_tugas"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("bukti__isnull", True),
                                ("nilai", ""),
                                ("rhk_kunci__isnull", False),
                                ("sasaran", "rhk"),
                            ),
                            models.Q(
                                ("bukti__isnull", True),
                                ("rhk_kunci__isnull", True),
                                ("sasaran", "perilaku"),
                                models.Q(("nilai", ""), _negated=True),
                            ),
                            models.Q(("bukti__isnull", False), ("nilai", ""), ("sasaran", "bukti")),
                            models.Q(
                                ("bukti__isnull", True),
                                ("nilai", ""),
                                ("rhk_kunci__isnull", True),
                                ("sasaran", "umum"),
                            ),
                            _connector="OR",
                        ),
                        name="umpan_balik_satu_sasaran",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("penerima", models.F("pemberi")), _negated=True),
                        name="umpan_balik_orang_lain",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PermintaanUmpanBalik",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sasaran",
                    models.CharField(
                        choices=[
                            ("rhk", "Rencana hasil kerja"),
                            ("perilaku", "Perilaku kerja"),
                            ("bukti", "Bukti dukung"),
                            ("umum", "Pekerjaan secara umum"),
                        ],
                        max_length=8,
                    ),
                ),
                ("rhk_kunci", models.UUIDField(blank=True, null=True)),
                ("nilai", models.CharField(blank=True, max_length=3)),
                ("tentang", models.CharField(blank=True, max_length=300)),
                ("pesan", models.CharField(blank=True, max_length=500)),
                ("diminta_at", models.DateTimeField()),
                ("batas", models.DateField()),
                ("ditolak_at", models.DateTimeField(blank=True, null=True)),
                ("alasan", models.CharField(blank=True, max_length=500)),
                ("dibatalkan_at", models.DateTimeField(blank=True, null=True)),
                (
                    "bukti",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pelaksanaan.buktidukung",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dimintai_umpan_balik",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "peminta",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="permintaan_umpan_balik",
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
                    "jawaban",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="permintaan",
                        to="umpan_balik.umpanbalik",
                    ),
                ),
            ],
            options={
                "ordering": ["-diminta_at", "-id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(
                            ("dibatalkan_at__isnull", True),
                            ("ditolak_at__isnull", True),
                            ("jawaban__isnull", True),
                        ),
                        fields=["kepada", "batas"],
                        name="permintaan_terbuka",
                    ),
                    models.Index(fields=["peminta", "-diminta_at"], name="permintaan_peminta"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("bukti__isnull", True),
                                ("nilai", ""),
                                ("rhk_kunci__isnull", False),
                                ("sasaran", "rhk"),
                            ),
                            models.Q(
                                ("bukti__isnull", True),
                                ("rhk_kunci__isnull", True),
                                ("sasaran", "perilaku"),
                                models.Q(("nilai", ""), _negated=True),
                            ),
                            models.Q(("bukti__isnull", False), ("nilai", ""), ("sasaran", "bukti")),
                            models.Q(
                                ("bukti__isnull", True),
                                ("nilai", ""),
                                ("rhk_kunci__isnull", True),
                                ("sasaran", "umum"),
                            ),
                            _connector="OR",
                        ),
                        name="permintaan_satu_sasaran",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("peminta", models.F("kepada")), _negated=True),
                        name="permintaan_orang_lain",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Undangan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=200)),
                ("lembaga", models.CharField(max_length=200)),
                ("surel", models.EmailField(blank=True, max_length=254)),
                ("nonce", models.CharField(max_length=32)),
                ("berlaku_sampai", models.DateField()),
                (
                    "responden",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="undangan",
                        to="umpan_balik.responden",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="VersiUmpanBalik",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("urut", models.PositiveSmallIntegerField()),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("apresiasi", "Apresiasi"),
                            ("saran", "Saran"),
                            ("perbaikan", "Perlu diperbaiki"),
                        ],
                        max_length=9,
                    ),
                ),
                ("teks", models.TextField()),
                ("sampai_at", models.DateTimeField()),
                (
                    "umpan_balik",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_versi",
                        to="umpan_balik.umpanbalik",
                    ),
                ),
            ],
            options={
                "ordering": ["urut"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("umpan_balik", "urut"), name="versi_umpan_balik_urut"
                    )
                ],
            },
        ),
    ]
