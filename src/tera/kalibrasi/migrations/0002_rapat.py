"""The calibration meeting, and the band of a unit's pattern that a run leaves."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("evaluasi", "0001_awal"),
        ("kalibrasi", "0001_awal"),
        ("organisasi", "0003_sertifikat_penilai"),
    ]

    operations = [
        migrations.CreateModel(
            name="RapatKalibrasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "tanpa_bukti",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Memakai analisis"),
                            (
                                "belum_dijalankan",
                                "belum ada analisis yang selesai untuk periode ini",
                            ),
                            (
                                "pembinaan",
                                "tahun pertama analisis untuk pembinaan saja, jadi tidak dipakai dalam keputusan",
                            ),
                            ("belum_cukup", "analisis periode ini menjawab belum cukup bukti"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("disusun", "Disusun"),
                            ("berlangsung", "Berlangsung"),
                            ("ditutup", "Ditutup"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="disusun",
                        max_length=12,
                    ),
                ),
                ("tanggal", models.DateField()),
                ("tempat", models.CharField(max_length=200)),
                ("rahasia", models.CharField(max_length=32)),
                ("salah_dari_seratus", models.PositiveSmallIntegerField(default=0)),
                ("standar", models.JSONField(default=list)),
                ("catatan", models.TextField(blank=True)),
                ("alasan_batal", models.TextField(blank=True)),
                ("dibuka_pada", models.DateField(blank=True, null=True)),
                ("ditutup_pada", models.DateField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "analisis",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_rapat",
                        to="kalibrasi.analisis",
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
                    "ketua",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "notulis",
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
                        related_name="daftar_rapat",
                        to="organisasi.periode",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PesertaRapat",
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
                            ("ketua", "Ketua"),
                            ("notulis", "Notulis"),
                            ("anggota", "Anggota rapat"),
                        ],
                        max_length=8,
                    ),
                ),
                ("nama", models.CharField(max_length=200)),
                ("jabatan", models.CharField(blank=True, max_length=300)),
                ("hadir", models.BooleanField(blank=True, null=True)),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "rapat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_peserta",
                        to="kalibrasi.rapatkalibrasi",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="UnitRapat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama_unit", models.CharField(max_length=200)),
                ("urut", models.PositiveIntegerField()),
                ("sebab", models.JSONField(default=list)),
                (
                    "level",
                    models.CharField(
                        blank=True,
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
                ("belum", models.PositiveIntegerField(default=0)),
                ("hasil", models.CharField(blank=True, max_length=12)),
                ("pelanggaran", models.JSONField(default=list)),
                ("pita", models.SmallIntegerField(default=-1)),
                (
                    "alasan_pita",
                    models.CharField(
                        blank=True,
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
                (
                    "rapat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_unit",
                        to="kalibrasi.rapatkalibrasi",
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
                "ordering": ["urut"],
            },
        ),
        migrations.CreateModel(
            name="MundurRapat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sebab",
                    models.CharField(
                        choices=[
                            ("penilai", "Menilai pegawai unit ini: boleh didengar, tidak memutus"),
                            ("kepentingan", "Ada kepentingan pada unit ini: menepi"),
                        ],
                        max_length=11,
                    ),
                ),
                (
                    "peserta",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="kalibrasi.pesertarapat",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_mundur",
                        to="kalibrasi.unitrapat",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="KartuRapat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.CharField(max_length=2)),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("hampir_tanpa", "Hampir tidak didukung bukti lain"),
                            ("perbatasan", "Di perbatasan"),
                            ("pola", "Ikut membentuk susunan predikat unit"),
                        ],
                        max_length=12,
                    ),
                ),
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
                ("bukti", models.JSONField(default=dict)),
                (
                    "keputusan",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("tetap", "Putusan tetap"),
                            ("tinjau", "Minta penilai meninjau kembali"),
                        ],
                        max_length=6,
                    ),
                ),
                ("alasan", models.TextField(blank=True)),
                ("nama_pemutus", models.CharField(blank=True, max_length=200)),
                ("diputus_at", models.DateTimeField(blank=True, null=True)),
                (
                    "jawaban",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("tetap", "Tetap pada putusan"),
                            ("ditinjau", "Rating sudah diubah"),
                        ],
                        max_length=8,
                    ),
                ),
                ("alasan_jawaban", models.TextField(blank=True)),
                ("dijawab_at", models.DateTimeField(blank=True, null=True)),
                (
                    "evaluasi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_kartu",
                        to="evaluasi.evaluasi",
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
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_kartu",
                        to="kalibrasi.unitrapat",
                    ),
                ),
            ],
            options={
                "ordering": ["kode"],
            },
        ),
        migrations.CreateModel(
            name="PolaUnit",
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
                ("pita", models.SmallIntegerField(default=-1)),
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
                (
                    "analisis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_pola",
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
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("analisis", "unit"), name="pola_unit_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("alasan", "cukup"), ("pita__range", (0, 9))),
                            models.Q(("pita", -1), models.Q(("alasan", "cukup"), _negated=True)),
                            _connector="OR",
                        ),
                        name="pola_unit_pita_atau_alasan",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="rapatkalibrasi",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ["disusun", "berlangsung"])),
                fields=("periode",),
                name="rapat_satu_terbuka",
            ),
        ),
        migrations.AddConstraint(
            model_name="pesertarapat",
            constraint=models.UniqueConstraint(
                fields=("rapat", "pegawai"), name="peserta_rapat_sekali"
            ),
        ),
        migrations.AddConstraint(
            model_name="unitrapat",
            constraint=models.UniqueConstraint(fields=("rapat", "unit"), name="unit_rapat_sekali"),
        ),
        migrations.AddConstraint(
            model_name="mundurrapat",
            constraint=models.UniqueConstraint(fields=("unit", "peserta"), name="mundur_sekali"),
        ),
        migrations.AddIndex(
            model_name="karturapat",
            index=models.Index(
                condition=models.Q(("jawaban", ""), ("keputusan", "tinjau")),
                fields=["penilai"],
                name="kartu_menunggu_penilai",
            ),
        ),
        migrations.AddConstraint(
            model_name="karturapat",
            constraint=models.UniqueConstraint(fields=("unit", "kode"), name="kartu_kode_sekali"),
        ),
        migrations.AddConstraint(
            model_name="karturapat",
            constraint=models.UniqueConstraint(
                fields=("unit", "evaluasi"), name="kartu_evaluasi_sekali"
            ),
        ),
        migrations.AddConstraint(
            model_name="karturapat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("keputusan", ""), models.Q(("alasan", ""), _negated=True), _connector="OR"
                ),
                name="kartu_putusan_beralasan",
            ),
        ),
    ]
