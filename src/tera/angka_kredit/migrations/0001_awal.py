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
            name="FaktaJF",
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
                            ("lowongan", "Lowongan jenjang berikutnya"),
                            ("uji_kompetensi", "Uji kompetensi"),
                            ("ijazah", "Ijazah lebih tinggi"),
                            ("tanpa_lowongan", "Kenaikan pangkat tanpa lowongan (satu kali)"),
                            ("karpeg", "Nomor seri KARPEG"),
                        ],
                        max_length=16,
                    ),
                ),
                ("positif", models.BooleanField(default=True)),
                (
                    "tingkat",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("sma", "SMA sederajat"),
                            ("d1", "D-I"),
                            ("d2", "D-II"),
                            ("d3", "D-III"),
                            ("s1", "S1/D-IV"),
                            ("s2", "S2"),
                            ("s3", "S3"),
                        ],
                        max_length=4,
                    ),
                ),
                ("keterangan", models.CharField(blank=True, max_length=300)),
                ("nomor", models.CharField(max_length=100)),
                ("tanggal", models.DateField()),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("tercatat", "Tercatat"),
                            ("dipersoalkan", "Dilaporkan keliru"),
                            ("dicabut", "Dicabut"),
                        ],
                        default="tercatat",
                        max_length=12,
                    ),
                ),
                ("laporan", models.CharField(blank=True, max_length=1000)),
                ("jawaban", models.CharField(blank=True, max_length=1000)),
                ("nama_pencatat", models.CharField(max_length=200)),
                ("dicatat_pada", models.DateField()),
                ("dicatat_at", models.DateTimeField()),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.instansi",
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_fakta_jf",
                        to="organisasi.pegawai",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["pegawai", "jenis", "-tanggal"], name="fakta_jf_pegawai"),
                    models.Index(
                        condition=models.Q(("status", "dipersoalkan")),
                        fields=["instansi"],
                        name="fakta_jf_dipersoalkan",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("jenis", "ijazah"), models.Q(("status", "dicabut"), _negated=True)
                        ),
                        fields=("pegawai", "tingkat"),
                        name="fakta_ijazah_sekali",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("jenis", "ijazah"), ("tingkat__gt", "")),
                            models.Q(models.Q(("jenis", "ijazah"), _negated=True), ("tingkat", "")),
                            _connector="OR",
                        ),
                        name="fakta_tingkat",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KonversiPredikat",
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
                            ("diusulkan", "Menunggu penetapan"),
                            ("ditetapkan", "Ditetapkan"),
                            ("dikoreksi", "Dikoreksi"),
                            ("dibatalkan", "Usul ditarik"),
                        ],
                        default="diusulkan",
                        max_length=12,
                    ),
                ),
                ("sumber", models.CharField(max_length=200)),
                (
                    "jenis",
                    models.CharField(
                        choices=[("tahunan", "Tahunan"), ("periodik", "Periodik")], max_length=8
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("bulan_mulai", models.PositiveSmallIntegerField()),
                ("bulan_selesai", models.PositiveSmallIntegerField()),
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
                ("koefisien", models.DecimalField(decimal_places=2, max_digits=6)),
                ("persentase", models.DecimalField(decimal_places=2, max_digits=6)),
                ("nilai", models.DecimalField(decimal_places=2, max_digits=8)),
                ("hukum", models.JSONField(default=list)),
                ("rekaman", models.JSONField(default=dict)),
                ("diusulkan_pada", models.DateField()),
                ("ditetapkan_pada", models.DateField(blank=True, null=True)),
                ("alasan_koreksi", models.CharField(blank=True, max_length=500)),
                ("created_at", models.DateTimeField()),
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
                    "menggantikan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pengganti",
                        to="angka_kredit.konversipredikat",
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_konversi",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "penilai",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "masa",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_konversi",
                        to="angka_kredit.masajenjang",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["penilai", "status"], name="konversi_penilai"),
                    models.Index(fields=["instansi", "status", "tahun"], name="konversi_instansi"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("bulan_mulai__gte", 1),
                            ("bulan_mulai__lte", models.F("bulan_selesai")),
                            ("bulan_selesai__lte", 12),
                        ),
                        name="konversi_bulan",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("nilai__gte", 0)), name="konversi_tidak_negatif"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BulanKonversi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("bulan", models.PositiveSmallIntegerField()),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "konversi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_bulan",
                        to="angka_kredit.konversipredikat",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("pegawai", "tahun", "bulan"), name="bulan_konversi_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MasaJenjang",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("jabatan", models.CharField(max_length=300)),
                (
                    "jenjang",
                    models.CharField(
                        choices=[
                            ("pemula", "Pemula"),
                            ("terampil", "Terampil"),
                            ("mahir", "Mahir"),
                            ("penyelia", "Penyelia"),
                            ("ahli_pertama", "Ahli Pertama"),
                            ("ahli_muda", "Ahli Muda"),
                            ("ahli_madya", "Ahli Madya"),
                            ("ahli_utama", "Ahli Utama"),
                        ],
                        max_length=16,
                    ),
                ),
                ("golongan", models.CharField(max_length=8)),
                (
                    "cara_masuk",
                    models.CharField(
                        choices=[
                            ("pengangkatan_pertama", "Pengangkatan pertama"),
                            ("perpindahan", "Perpindahan dari jabatan lain"),
                            ("penyesuaian", "Penyesuaian atau penyetaraan"),
                            ("promosi", "Promosi"),
                            ("kenaikan_jenjang", "Kenaikan jenjang"),
                        ],
                        max_length=20,
                    ),
                ),
                ("mulai", models.DateField()),
                ("selesai", models.DateField(blank=True, null=True)),
                ("ak_dasar", models.DecimalField(decimal_places=2, default=0, max_digits=8)),
                ("ak_lama", models.DecimalField(decimal_places=2, default=0, max_digits=8)),
                ("ak_penyesuaian", models.DecimalField(decimal_places=2, default=0, max_digits=8)),
                ("ak_perpindahan", models.DecimalField(decimal_places=2, default=0, max_digits=8)),
                ("perpindahan", models.JSONField(blank=True, default=dict)),
                ("nomor_sk", models.CharField(max_length=100)),
                ("tanggal_sk", models.DateField()),
                ("nama_pencatat", models.CharField(max_length=200)),
                ("dicatat_at", models.DateTimeField()),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.instansi",
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_masa_jenjang",
                        to="organisasi.pegawai",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["instansi", "selesai"], name="masa_jenjang_instansi")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("selesai__isnull", True),
                            ("selesai__gte", models.F("mulai")),
                            _connector="OR",
                        ),
                        name="masa_jenjang_hari",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ak_dasar__gte", 0),
                            ("ak_lama__gte", 0),
                            ("ak_penyesuaian__gte", 0),
                            ("ak_perpindahan__gte", 0),
                        ),
                        name="masa_jenjang_tidak_negatif",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("selesai__isnull", True)),
                        fields=("pegawai",),
                        name="masa_jenjang_tunggal",
                    ),
                    models.UniqueConstraint(fields=("pegawai", "mulai"), name="masa_jenjang_mulai"),
                ],
            },
        ),
        migrations.CreateModel(
            name="BarisAngkaKredit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "unsur",
                    models.CharField(
                        choices=[
                            ("konversi", "Konversi predikat kinerja"),
                            ("pendidikan", "Peningkatan pendidikan"),
                            ("pembalikan", "Pembalikan"),
                        ],
                        max_length=12,
                    ),
                ),
                ("nilai", models.DecimalField(decimal_places=2, max_digits=8)),
                ("alasan", models.CharField(blank=True, max_length=500)),
                ("hukum", models.JSONField(default=list)),
                ("dicatat_pada", models.DateField()),
                ("nama_pencatat", models.CharField(max_length=200)),
                ("dicatat_at", models.DateTimeField()),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.instansi",
                    ),
                ),
                (
                    "membalik",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pembalik",
                        to="angka_kredit.barisangkakredit",
                    ),
                ),
                (
                    "fakta",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_baris",
                        to="angka_kredit.faktajf",
                    ),
                ),
                (
                    "konversi",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_baris",
                        to="angka_kredit.konversipredikat",
                    ),
                ),
                (
                    "masa",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_baris",
                        to="angka_kredit.masajenjang",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("membalik__isnull", False),
                                ("nilai__lte", 0),
                                ("unsur", "pembalikan"),
                            ),
                            models.Q(
                                models.Q(("unsur", "pembalikan"), _negated=True),
                                ("membalik__isnull", True),
                                ("nilai__gte", 0),
                            ),
                            _connector="OR",
                        ),
                        name="baris_ak_tanda",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("fakta__isnull", True), ("konversi__isnull", False)),
                            models.Q(("fakta__isnull", False), ("konversi__isnull", True)),
                            _connector="OR",
                        ),
                        name="baris_ak_sumber",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("unsur", "konversi")),
                        fields=("konversi",),
                        name="baris_ak_konversi_sekali",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("unsur", "pendidikan")),
                        fields=("fakta",),
                        name="baris_ak_ijazah_sekali",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PenerbitanMassal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
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
                ("sampai_pegawai", models.BigIntegerField(default=0)),
                ("diusulkan", models.PositiveIntegerField(default=0)),
                ("pesan", models.CharField(blank=True, max_length=300)),
                ("pengguna_id", models.BigIntegerField(null=True)),
                ("pegawai_id", models.BigIntegerField(null=True)),
                ("nama_aktor", models.CharField(max_length=200)),
                ("dibuat_at", models.DateTimeField()),
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
                        related_name="+",
                        to="organisasi.unitkerja",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ["menunggu", "berjalan"])),
                        fields=("instansi", "unit", "tahun"),
                        name="penerbitan_satu_berjalan",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PenetapanAngkaKredit",
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
                            ("ditetapkan", "Ditetapkan"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="disusun",
                        max_length=12,
                    ),
                ),
                ("nomor", models.CharField(max_length=100)),
                ("mulai", models.DateField()),
                ("selesai", models.DateField()),
                ("jumlah", models.DecimalField(decimal_places=2, max_digits=8)),
                ("rekaman", models.JSONField(default=dict)),
                ("disusun_pada", models.DateField()),
                ("ditetapkan_pada", models.DateField(blank=True, null=True)),
                ("created_at", models.DateTimeField()),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.instansi",
                    ),
                ),
                (
                    "masa",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_pak",
                        to="angka_kredit.masajenjang",
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_pak",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "penilai",
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
                "indexes": [models.Index(fields=["penilai", "status"], name="pak_penilai")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "dibatalkan"), _negated=True),
                        fields=("instansi", "nomor"),
                        name="pak_nomor_sekali",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "disusun")),
                        fields=("masa",),
                        name="pak_disusun_tunggal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("selesai__gte", models.F("mulai"))),
                        name="pak_masa_penilaian",
                    ),
                ],
            },
        ),
    ]
