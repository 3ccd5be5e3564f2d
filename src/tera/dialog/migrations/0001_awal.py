"""All tables of the room as they stand at the first release."""

import uuid

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
            name="Pertanyaan",
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
                            ("umum", "Hasil secara umum"),
                            ("rhk", "Rencana hasil kerja"),
                            ("perilaku", "Perilaku kerja"),
                            ("rating", "Rating dan predikat"),
                            ("catatan", "Catatan penilai"),
                        ],
                        max_length=8,
                    ),
                ),
                ("kunci", models.CharField(blank=True, max_length=36)),
                ("baris", models.CharField(blank=True, max_length=500)),
                ("teks", models.TextField()),
                (
                    "status",
                    models.CharField(
                        choices=[("terbuka", "Menunggu jawaban"), ("terjawab", "Terjawab")],
                        default="terbuka",
                        max_length=8,
                    ),
                ),
                ("diajukan_at", models.DateTimeField()),
                ("jawaban_dibaca_at", models.DateTimeField(blank=True, null=True)),
                (
                    "evaluasi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
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
                    "penanya",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
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
            ],
            options={
                "indexes": [
                    models.Index(fields=["penanya", "-diajukan_at"], name="pertanyaan_penanya"),
                    models.Index(fields=["penilai", "-diajukan_at"], name="pertanyaan_penilai"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Jawaban",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("teks", models.TextField()),
                ("ditulis_at", models.DateTimeField()),
                (
                    "penulis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "pertanyaan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_jawaban",
                        to="dialog.pertanyaan",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Pertemuan",
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
                            ("rutin", "Dialog kinerja"),
                            ("hasil", "Pembahasan hasil evaluasi"),
                        ],
                        default="rutin",
                        max_length=8,
                    ),
                ),
                (
                    "hubungan",
                    models.CharField(
                        choices=[
                            ("penilai_pegawai", "Penilai dan pegawai"),
                            ("ketua_anggota", "Ketua tim dan anggota"),
                            ("kesepakatan", "Kesepakatan berdua"),
                        ],
                        max_length=16,
                    ),
                ),
                ("tanggal", models.DateField()),
                ("jam_mulai", models.TimeField()),
                ("jam_selesai", models.TimeField(blank=True, null=True)),
                ("tempat", models.CharField(blank=True, max_length=200)),
                ("tautan", models.URLField(blank=True, max_length=500)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("dijadwalkan", "Dijadwalkan"),
                            ("berlangsung", "Berlangsung"),
                            ("selesai", "Selesai"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="dijadwalkan",
                        max_length=12,
                    ),
                ),
                ("dilaksanakan_pada", models.DateField(blank=True, null=True)),
                ("revisi", models.PositiveIntegerField(default=0)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "evaluasi",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
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
                    "mitra",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
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
                    "pengundang",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["pegawai", "tanggal"], name="pertemuan_pegawai"),
                    models.Index(fields=["mitra", "tanggal"], name="pertemuan_mitra"),
                    models.Index(
                        fields=["instansi", "dilaksanakan_pada"], name="pertemuan_per_instansi"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pegawai", models.F("mitra")), _negated=True),
                        name="pertemuan_dua_orang",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CatatanPertemuan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versi", models.PositiveIntegerField()),
                ("teks", models.TextField()),
                ("ditulis_at", models.DateTimeField()),
                (
                    "penulis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "pertemuan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_catatan",
                        to="dialog.pertemuan",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("pertemuan", "versi"), name="catatan_pertemuan_versi"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ButirAgenda",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "asal",
                    models.CharField(
                        choices=[
                            ("sendiri", "Usul sendiri"),
                            ("rhk", "Rencana hasil kerja"),
                            ("realisasi", "Realisasi"),
                            ("rencana_aksi", "Rencana aksi"),
                            ("umpan_balik", "Umpan balik"),
                            ("hasil", "Hasil evaluasi"),
                            ("pertanyaan", "Pertanyaan"),
                            ("kesepakatan", "Kesepakatan lalu"),
                        ],
                        default="sendiri",
                        max_length=12,
                    ),
                ),
                ("rujukan", models.CharField(blank=True, max_length=60)),
                ("teks", models.CharField(max_length=500)),
                ("sudah_dibahas", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "pengusul",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "pertemuan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_agenda",
                        to="dialog.pertemuan",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("rujukan", ""), _negated=True),
                        fields=("pertemuan", "rujukan"),
                        name="agenda_sekali",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SesiDiskusi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("topik", models.CharField(max_length=200)),
                ("tanggal", models.DateField()),
                ("jam_mulai", models.TimeField()),
                ("jam_selesai", models.TimeField(blank=True, null=True)),
                ("tempat", models.CharField(blank=True, max_length=200)),
                ("tautan", models.URLField(blank=True, max_length=500)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("dijadwalkan", "Dijadwalkan"),
                            ("selesai", "Selesai"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="dijadwalkan",
                        max_length=12,
                    ),
                ),
                ("revisi", models.PositiveIntegerField(default=0)),
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
                    "lanjutan_dari",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lanjutan",
                        to="dialog.sesidiskusi",
                    ),
                ),
                (
                    "pemimpin",
                    models.ForeignKey(
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
            ],
            options={
                "indexes": [
                    models.Index(fields=["unit", "tanggal"], name="sesi_per_unit"),
                    models.Index(fields=["pemimpin", "tanggal"], name="sesi_per_pemimpin"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PesertaSesi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("hadir", models.BooleanField(null=True)),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "sesi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_peserta",
                        to="dialog.sesidiskusi",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("sesi", "pegawai"), name="peserta_sekali")
                ],
            },
        ),
        migrations.CreateModel(
            name="NotulenSesi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versi", models.PositiveIntegerField()),
                ("teks", models.TextField()),
                ("ditulis_at", models.DateTimeField()),
                (
                    "penulis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "sesi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_notulen",
                        to="dialog.sesidiskusi",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("sesi", "versi"), name="notulen_versi")
                ],
            },
        ),
        migrations.CreateModel(
            name="MasukanDiskusi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("teks", models.TextField()),
                ("ditulis_at", models.DateTimeField()),
                (
                    "kepada",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "penulis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "sesi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_masukan",
                        to="dialog.sesidiskusi",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kepada__isnull", True),
                            models.Q(("kepada", models.F("penulis")), _negated=True),
                            _connector="OR",
                        ),
                        name="masukan_kepada_orang_lain",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Kesepakatan",
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
                            ("diubah", "Diubah dengan persetujuan"),
                        ],
                        default="terbuka",
                        max_length=8,
                    ),
                ),
                ("selesai_pada", models.DateField(blank=True, null=True)),
                ("usul_uraian", models.CharField(blank=True, max_length=500)),
                ("usul_tenggat", models.DateField(blank=True, null=True)),
                ("diingatkan_pada", models.DateField(blank=True, null=True)),
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
                    "menggantikan",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pengganti",
                        to="dialog.kesepakatan",
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
                    "pengusul",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "pihak_lain",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "pertemuan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_kesepakatan",
                        to="dialog.pertemuan",
                    ),
                ),
                (
                    "sesi",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_kesepakatan",
                        to="dialog.sesidiskusi",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("status", "terbuka")),
                        fields=["penanggung_jawab", "tenggat"],
                        name="kesepakatan_terbuka",
                    ),
                    models.Index(
                        condition=models.Q(("status", "terbuka")),
                        fields=["pihak_lain", "tenggat"],
                        name="kesepakatan_ditunggu",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("diingatkan_pada__isnull", True), ("status", "terbuka")
                        ),
                        fields=["tenggat"],
                        name="kesepakatan_jatuh_tempo",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("pertemuan__isnull", True), ("sesi__isnull", False)),
                            models.Q(("pertemuan__isnull", False), ("sesi__isnull", True)),
                            _connector="OR",
                        ),
                        name="kesepakatan_satu_asal",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TanggapanInstansi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("teks", models.TextField()),
                ("nama_penulis", models.CharField(max_length=200)),
                ("ditulis_pada", models.DateField()),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.instansi",
                    ),
                ),
                (
                    "penulis",
                    models.ForeignKey(
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
            ],
            options={
                "indexes": [models.Index(fields=["periode", "-id"], name="tanggapan_per_periode")],
            },
        ),
        migrations.CreateModel(
            name="HasilProses",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama_unit", models.CharField(max_length=300)),
                ("path", models.CharField(max_length=400)),
                ("jumlah", models.PositiveIntegerField()),
                ("isi", models.JSONField()),
                ("dibekukan_pada", models.DateField()),
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
            options={
                "indexes": [models.Index(fields=["periode", "path"], name="hasil_proses_urut")],
                "constraints": [
                    models.UniqueConstraint(fields=("periode", "unit"), name="hasil_proses_sekali")
                ],
            },
        ),
        migrations.CreateModel(
            name="JawabanProses",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("butir", models.CharField(max_length=16)),
                (
                    "pilihan",
                    models.CharField(
                        choices=[("ya", "Ya"), ("sebagian", "Sebagian"), ("tidak", "Tidak")],
                        max_length=8,
                    ),
                ),
                ("jumlah", models.PositiveIntegerField(default=0)),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("periode", "unit", "butir", "pilihan"), name="jawaban_proses_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KeikutsertaanProses",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("tanggal", models.DateField()),
                (
                    "pegawai",
                    models.ForeignKey(
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
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("periode", "pegawai"), name="keikutsertaan_sekali"
                    )
                ],
            },
        ),
    ]
