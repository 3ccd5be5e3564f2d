"""All tables of the room as they stand at the first release."""

import django.db.models.deletion
from django.db import migrations, models

from tera.core.migrasi import MigrasiAwal


class Migration(MigrasiAwal):
    initial = True

    dependencies = [
        ("core", "0001_awal"),
        ("evaluasi", "0001_awal"),
        ("organisasi", "0001_awal"),
    ]

    operations = [
        migrations.CreateModel(
            name="PengaktifanAnalisis",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                ("nomor", models.CharField(max_length=100)),
                ("tanggal", models.DateField()),
                (
                    "berkas",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.berkas",
                    ),
                ),
                ("penilaian_dampak", models.TextField()),
                (
                    "berkas_dampak",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.berkas",
                    ),
                ),
                ("diumumkan_pada", models.DateField()),
                ("sejak", models.DateField()),
                ("pembinaan_sampai", models.DateField()),
                ("berakhir_pada", models.DateField(blank=True, null=True)),
                ("alasan_akhir", models.TextField(blank=True)),
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
                ("nama_pencatat", models.CharField(max_length=200)),
                ("dicatat_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("berakhir_pada__isnull", True)),
                        fields=("instansi",),
                        name="pengaktifan_satu_terbuka",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("diumumkan_pada__lte", models.F("sejak")),
                            ("pembinaan_sampai__gt", models.F("sejak")),
                            ("tanggal__lte", models.F("sejak")),
                        ),
                        name="pengaktifan_urutan_tanggal",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Analisis",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                        related_name="daftar_analisis",
                        to="organisasi.periode",
                    ),
                ),
                (
                    "pengaktifan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_analisis",
                        to="kalibrasi.pengaktifananalisis",
                    ),
                ),
                ("versi", models.PositiveIntegerField()),
                ("benih", models.PositiveIntegerField()),
                ("versi_mesin", models.CharField(max_length=20)),
                ("sidik_masukan", models.CharField(blank=True, max_length=64)),
                ("sidik_hasil", models.CharField(blank=True, max_length=64)),
                ("jumlah_pegawai", models.PositiveIntegerField(default=0)),
                ("jumlah_penilai", models.PositiveIntegerField(default=0)),
                ("jumlah_penilaian", models.PositiveIntegerField(default=0)),
                ("standar", models.JSONField(default=list)),
                ("standar_bawaan", models.BooleanField(default=True)),
                ("k", models.PositiveSmallIntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diminta", "Diminta"),
                            ("berjalan", "Berjalan"),
                            ("selesai", "Selesai"),
                            ("gagal", "Gagal"),
                        ],
                        default="diminta",
                        max_length=8,
                    ),
                ),
                (
                    "tahap",
                    models.CharField(
                        choices=[
                            ("menunggu", "Menunggu giliran"),
                            ("membaca", "Membaca penilaian"),
                            ("menghitung", "Menghitung"),
                            ("memeriksa", "Memeriksa jaringan penilai"),
                            ("menyimpan", "Menyimpan hasil"),
                            ("rampung", "Rampung"),
                        ],
                        default="menunggu",
                        max_length=10,
                    ),
                ),
                ("ringkasan", models.JSONField(default=dict)),
                ("pesan", models.CharField(blank=True, max_length=300)),
                (
                    "peminta",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                ("nama_peminta", models.CharField(max_length=200)),
                ("diminta_at", models.DateTimeField()),
                ("mulai_at", models.DateTimeField(blank=True, null=True)),
                ("selesai_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("periode", "versi"), name="analisis_versi"),
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ["diminta", "berjalan"])),
                        fields=("instansi",),
                        name="analisis_satu_berjalan",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AlasanPutusan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "evaluasi",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="alasan_putusan",
                        to="evaluasi.evaluasi",
                    ),
                ),
                (
                    "analisis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kalibrasi.analisis",
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
                ("dicatat_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="KeketatanPenilai",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "analisis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_keketatan",
                        to="kalibrasi.analisis",
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
                ("nilai", models.SmallIntegerField(blank=True, null=True)),
                ("bawah", models.SmallIntegerField(blank=True, null=True)),
                ("atas", models.SmallIntegerField(blank=True, null=True)),
                ("jumlah_pegawai", models.PositiveIntegerField(default=0)),
                ("jumlah_lain", models.PositiveIntegerField(default=0)),
                ("jumlah_serupa", models.PositiveIntegerField(default=0)),
                (
                    "alasan",
                    models.CharField(
                        choices=[
                            ("cukup", "Bukti cukup"),
                            ("tanpa_penilaian", "belum ada jawaban penilai lain"),
                            (
                                "satu_penilai",
                                "hanya satu penilai, jadi ketatnya penilai dan kinerja orangnya tidak terpisahkan",
                            ),
                            (
                                "terputus",
                                "kelompok ini terlalu kecil dan tidak terhubung dengan penilai kelompok lain",
                            ),
                            ("satu_butir", "hanya satu butir yang dijawab"),
                            (
                                "semua_sama",
                                "semua jawaban sama, jadi tidak ada perbedaan yang terukur",
                            ),
                            ("ujung_skala", "semua jawaban di satu ujung skala"),
                            (
                                "tanpa_pembanding",
                                "pegawai yang dinilai tidak dinilai orang lain, jadi tidak ada pembanding",
                            ),
                            ("sedikit_penilaian", "kurang dari tiga penilaian"),
                            ("sedikit_orang", "terlalu sedikit orang untuk mempelajari model"),
                            (
                                "tidak_sepakat",
                                "model tidak sepakat: dua cara hitung memberi jawaban berbeda",
                            ),
                            (
                                "sedikit_penilai",
                                "kurang dari tiga penilai dari dua arah, dan tanpa atasan berjenjang",
                            ),
                            (
                                "tanpa_kelompok",
                                "salah satu kelompok terlalu kecil atau dinilai terlalu sedikit orang",
                            ),
                            (
                                "banyak_belum",
                                "kurang dari separuh orang di unit ini punya bukti yang cukup",
                            ),
                            (
                                "sedikit_jawaban",
                                "jawaban rekan, bawahan, dan pihak luar terlalu sedikit untuk tetap tidak dikenali",
                            ),
                            (
                                "sedikit_serupa",
                                "terlalu sedikit penilai unit serupa yang ketatnya dapat diperkirakan",
                            ),
                        ],
                        max_length=18,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("analisis", "penilai"), name="keketatan_sekali")
                ],
            },
        ),
        migrations.CreateModel(
            name="SaranPegawai",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "evaluasi",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saran_bukti",
                        to="evaluasi.evaluasi",
                    ),
                ),
                (
                    "analisis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_saran",
                        to="kalibrasi.analisis",
                    ),
                ),
                ("pita_di_bawah", models.SmallIntegerField(default=-1)),
                ("pita_sesuai", models.SmallIntegerField(default=-1)),
                ("pita_di_atas", models.SmallIntegerField(default=-1)),
                (
                    "alasan",
                    models.CharField(
                        choices=[
                            ("cukup", "Bukti cukup"),
                            ("tanpa_penilaian", "belum ada jawaban penilai lain"),
                            (
                                "satu_penilai",
                                "hanya satu penilai, jadi ketatnya penilai dan kinerja orangnya tidak terpisahkan",
                            ),
                            (
                                "terputus",
                                "kelompok ini terlalu kecil dan tidak terhubung dengan penilai kelompok lain",
                            ),
                            ("satu_butir", "hanya satu butir yang dijawab"),
                            (
                                "semua_sama",
                                "semua jawaban sama, jadi tidak ada perbedaan yang terukur",
                            ),
                            ("ujung_skala", "semua jawaban di satu ujung skala"),
                            (
                                "tanpa_pembanding",
                                "pegawai yang dinilai tidak dinilai orang lain, jadi tidak ada pembanding",
                            ),
                            ("sedikit_penilaian", "kurang dari tiga penilaian"),
                            ("sedikit_orang", "terlalu sedikit orang untuk mempelajari model"),
                            (
                                "tidak_sepakat",
                                "model tidak sepakat: dua cara hitung memberi jawaban berbeda",
                            ),
                            (
                                "sedikit_penilai",
                                "kurang dari tiga penilai dari dua arah, dan tanpa atasan berjenjang",
                            ),
                            (
                                "tanpa_kelompok",
                                "salah satu kelompok terlalu kecil atau dinilai terlalu sedikit orang",
                            ),
                            (
                                "banyak_belum",
                                "kurang dari separuh orang di unit ini punya bukti yang cukup",
                            ),
                            (
                                "sedikit_jawaban",
                                "jawaban rekan, bawahan, dan pihak luar terlalu sedikit untuk tetap tidak dikenali",
                            ),
                            (
                                "sedikit_serupa",
                                "terlalu sedikit penilai unit serupa yang ketatnya dapat diperkirakan",
                            ),
                        ],
                        max_length=18,
                    ),
                ),
                ("tanya_alasan", models.JSONField(default=list)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("alasan", "cukup"),
                                ("pita_di_atas__range", (0, 9)),
                                ("pita_di_bawah__range", (0, 9)),
                                ("pita_sesuai__range", (0, 9)),
                            ),
                            models.Q(
                                ("pita_di_atas", -1),
                                ("pita_di_bawah", -1),
                                ("pita_sesuai", -1),
                                models.Q(("alasan", "cukup"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="saran_pita_atau_alasan",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TandaUnit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "analisis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_tanda",
                        to="kalibrasi.analisis",
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
                    "arah",
                    models.CharField(
                        choices=[
                            ("ketat", "Penilainya cenderung lebih ketat"),
                            ("longgar", "Penilainya cenderung lebih longgar"),
                            ("lebih_tinggi", "Ada keputusan di atas yang didukung bukti lain"),
                            ("lebih_rendah", "Ada keputusan di bawah yang didukung bukti lain"),
                        ],
                        max_length=12,
                    ),
                ),
                ("jumlah", models.PositiveIntegerField(default=0)),
                ("salah_dari_seratus", models.PositiveSmallIntegerField()),
                ("urut", models.PositiveIntegerField()),
            ],
            options={
                "ordering": ["urut", "arah"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("analisis", "unit", "arah"), name="tanda_unit_sekali"
                    )
                ],
            },
        ),
    ]
