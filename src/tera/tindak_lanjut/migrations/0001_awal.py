"""All tables of the room as they stand at the first release."""

from decimal import Decimal

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

from tera.core.migrasi import MigrasiAwal


class Migration(MigrasiAwal):
    initial = True

    dependencies = [
        ("core", "0001_awal"),
        ("dialog", "0001_awal"),
        ("evaluasi", "0001_awal"),
        ("organisasi", "0001_awal"),
    ]

    operations = [
        migrations.CreateModel(
            name="AnggotaTimPenghargaan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "jabatan",
                    models.CharField(
                        choices=[
                            ("ketua", "Ketua"),
                            ("sekretaris", "Sekretaris"),
                            ("anggota", "Anggota"),
                        ],
                        default="anggota",
                        max_length=10,
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
                    "putaran",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_anggota",
                        to="tindak_lanjut.putaranpenghargaan",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("putaran", "pegawai"), name="anggota_penghargaan_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CalonPenghargaan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sumber",
                    models.CharField(
                        choices=[("dihitung", "Dari data"), ("usulan", "Usulan penilai")],
                        max_length=10,
                    ),
                ),
                ("alasan", models.TextField(blank=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("dicalonkan", "Dicalonkan"),
                            ("ditetapkan", "Ditetapkan"),
                            ("tidak_ditetapkan", "Tidak ditetapkan"),
                            ("mundur", "Mengundurkan diri"),
                        ],
                        default="dicalonkan",
                        max_length=18,
                    ),
                ),
                ("rekaman", models.JSONField(default=dict)),
                ("alasan_putusan", models.TextField(blank=True)),
                ("nomor_surat", models.CharField(blank=True, max_length=100)),
                ("setuju_nama", models.BooleanField(null=True)),
                ("alasan_publik", models.TextField(blank=True)),
                ("disetujui_at", models.DateTimeField(blank=True, null=True)),
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
                    "penugasan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.penugasan",
                    ),
                ),
                (
                    "putaran",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_calon",
                        to="tindak_lanjut.putaranpenghargaan",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["pegawai", "status"], name="calon_penghargaan_orang")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("putaran", "pegawai"), name="calon_penghargaan_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="JenisPenghargaan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=160)),
                (
                    "aturan",
                    models.CharField(
                        choices=[
                            ("satyalancana_x", "Satyalancana Karya Satya X"),
                            ("satyalancana_xx", "Satyalancana Karya Satya XX"),
                            ("satyalancana_xxx", "Satyalancana Karya Satya XXX"),
                            ("unit_terbaik", "Pegawai terbaik unit, menurut kriteria terbuka"),
                            ("capaian_istimewa", "Capaian istimewa yang tercatat"),
                            ("lain", "Lainnya, menurut usulan"),
                        ],
                        max_length=20,
                    ),
                ),
                ("kriteria", models.TextField()),
                ("dasar", models.CharField(max_length=200)),
                (
                    "berkala",
                    models.CharField(
                        choices=[
                            ("tahunan", "Setahun sekali"),
                            ("semesteran", "Dua kali setahun"),
                            ("triwulanan", "Tiap triwulan"),
                            ("sewaktu", "Sewaktu-waktu"),
                        ],
                        default="tahunan",
                        max_length=12,
                    ),
                ),
                ("kuota", models.PositiveIntegerField(blank=True, null=True)),
                ("boleh_publik", models.BooleanField(default=False)),
                ("aktif", models.BooleanField(default=True)),
                ("kode_siasn", models.CharField(blank=True, max_length=4)),
                (
                    "predikat_minimal",
                    models.CharField(
                        blank=True,
                        choices=[("sangat_baik", "Sangat Baik"), ("baik", "Baik atau lebih")],
                        default="",
                        max_length=12,
                    ),
                ),
                ("jumlah_tahun_predikat", models.PositiveSmallIntegerField(default=2)),
                ("capaian_minimal", models.PositiveSmallIntegerField(default=0)),
                ("masa_kerja_minimal", models.PositiveSmallIntegerField(default=0)),
                ("bersih_disiplin", models.BooleanField(default=True)),
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
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("instansi", "nama"), name="jenis_penghargaan_nama"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KegiatanPengembangan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kesenjangan",
                    models.CharField(
                        choices=[
                            ("teknis", "Kompetensi teknis"),
                            ("manajerial", "Kompetensi manajerial"),
                            ("sosial_kultural", "Kompetensi sosial kultural"),
                            ("perilaku", "Perilaku kerja BerAKHLAK"),
                        ],
                        max_length=16,
                    ),
                ),
                ("uraian_kesenjangan", models.CharField(max_length=500)),
                (
                    "asal",
                    models.CharField(
                        choices=[
                            ("rhk", "Hasil kerja"),
                            ("perilaku", "Perilaku kerja"),
                            ("umpan_balik", "Umpan balik"),
                            ("catatan", "Catatan penilai"),
                            ("hasil", "Hasil evaluasi"),
                            ("sendiri", "Keinginan sendiri"),
                        ],
                        default="sendiri",
                        max_length=12,
                    ),
                ),
                ("rujukan", models.CharField(blank=True, max_length=80)),
                ("sasaran", models.CharField(blank=True, max_length=50)),
                ("sasaran_teks", models.CharField(blank=True, max_length=300)),
                ("kegiatan", models.CharField(max_length=300)),
                ("jenis", models.CharField(max_length=60)),
                (
                    "porsi",
                    models.CharField(
                        choices=[
                            ("pengalaman", "Pengalaman kerja (70)"),
                            ("sosial", "Dari orang lain (20)"),
                            ("formal", "Pelatihan formal (10)"),
                        ],
                        max_length=10,
                    ),
                ),
                ("jp", models.PositiveSmallIntegerField(default=0)),
                ("target_pada", models.DateField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("direncanakan", "Direncanakan"),
                            ("berjalan", "Berjalan"),
                            ("selesai", "Selesai, menunggu verifikasi"),
                            ("diverifikasi", "Diverifikasi"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="direncanakan",
                        max_length=12,
                    ),
                ),
                ("disetujui_pada", models.DateField(blank=True, null=True)),
                ("mulai_pada", models.DateField(blank=True, null=True)),
                ("selesai_pada", models.DateField(blank=True, null=True)),
                ("diverifikasi_pada", models.DateField(blank=True, null=True)),
                ("hasil", models.TextField(blank=True)),
                ("jp_diperoleh", models.PositiveSmallIntegerField(default=0)),
                ("tautan", models.URLField(blank=True, max_length=500)),
                ("catatan_penilai", models.TextField(blank=True)),
                ("alasan_batal", models.TextField(blank=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
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
                    "pembimbing",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "rencana",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_kegiatan",
                        to="tindak_lanjut.rencanapengembangan",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["instansi", "status"], name="kegiatan_per_status")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("rujukan", ""), _negated=True),
                        fields=("rencana", "rujukan"),
                        name="kegiatan_sekali_per_temuan",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KelompokSuksesi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("jabatan_target", models.CharField(max_length=300)),
                (
                    "jenis_jabatan",
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
                ("alasan", models.CharField(max_length=1000)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("disusun", "Disusun"),
                            ("ditetapkan", "Ditetapkan"),
                            ("ditutup", "Ditutup"),
                        ],
                        default="disusun",
                        max_length=12,
                    ),
                ),
                ("nomor_dokumen", models.CharField(blank=True, max_length=100)),
                ("tanggal_dokumen", models.DateField(blank=True, null=True)),
                ("ditetapkan_pada", models.DateField(blank=True, null=True)),
                ("tinjau_sebelum", models.DateField(blank=True, null=True)),
                ("dibuat_pada", models.DateField()),
                ("nama_pembuat", models.CharField(max_length=200)),
                (
                    "berkas_dokumen",
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
                    models.Index(fields=["instansi", "status"], name="kelompok_suksesi_status")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "ditutup"), _negated=True),
                        fields=("unit", "jabatan_target"),
                        name="kelompok_suksesi_satu",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AnggotaSuksesi",
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
                            ("kotak", "Dari peta talenta"),
                            ("putusan", "Putusan komite dengan alasan"),
                        ],
                        max_length=8,
                    ),
                ),
                ("tahun_kotak", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("kotak", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "kesiapan",
                    models.CharField(
                        choices=[
                            ("siap_sekarang", "Siap sekarang"),
                            ("satu_dua_tahun", "Siap dalam 1–2 tahun"),
                        ],
                        max_length=16,
                    ),
                ),
                ("alasan", models.CharField(max_length=1000)),
                ("sejak", models.DateField()),
                ("sampai", models.DateField(blank=True, null=True)),
                ("alasan_keluar", models.CharField(blank=True, max_length=500)),
                ("nama_aktor", models.CharField(max_length=200)),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "kelompok",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_anggota",
                        to="tindak_lanjut.kelompoksuksesi",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["pegawai"], name="anggota_suksesi_orang")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("sampai__isnull", True)),
                        fields=("kelompok", "pegawai"),
                        name="anggota_suksesi_sekali",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KetidakhadiranTahunan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("hari", models.PositiveSmallIntegerField()),
                ("berturut", models.PositiveSmallIntegerField(default=0)),
                ("sumber", models.CharField(max_length=200)),
                ("dicatat_at", models.DateTimeField()),
                ("diperiksa_pada", models.DateField(blank=True, null=True)),
                (
                    "hasil_periksa",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("alasan_sah", "Ada alasan yang sah; tidak ada usul"),
                            ("diusulkan", "Diusulkan kepada pejabat yang berwenang menghukum"),
                        ],
                        max_length=10,
                    ),
                ),
                ("nomor_periksa", models.CharField(blank=True, max_length=100)),
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
            ],
            options={
                "indexes": [
                    models.Index(fields=["instansi", "tahun", "hari"], name="ketidakhadiran_tahun")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("pegawai", "tahun"), name="ketidakhadiran_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("berturut__lte", models.F("hari"))),
                        name="ketidakhadiran_berturut",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Konseling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "jenis_konselor",
                    models.CharField(
                        choices=[
                            ("penilai", "Pejabat penilai yang terlatih"),
                            ("fungsional", "Pejabat dengan tugas konseling"),
                            ("independen", "Konselor independen yang ditunjuk"),
                        ],
                        max_length=10,
                    ),
                ),
                ("konselor_luar", models.CharField(blank=True, max_length=200)),
                ("dasar", models.CharField(blank=True, max_length=200)),
                ("tanggal", models.DateField()),
                ("jam", models.TimeField()),
                ("tempat", models.CharField(max_length=200)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("dijadwalkan", "Dijadwalkan"),
                            ("dilaksanakan", "Dilaksanakan"),
                            ("dilaporkan", "Rekomendasi dilaporkan"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="dijadwalkan",
                        max_length=12,
                    ),
                ),
                ("masalah", models.TextField(blank=True)),
                ("penyebab", models.TextField(blank=True)),
                ("pemecahan", models.TextField(blank=True)),
                ("rekomendasi", models.JSONField(blank=True, default=list)),
                ("uraian_rekomendasi", models.TextField(blank=True)),
                ("dilaksanakan_pada", models.DateField(blank=True, null=True)),
                ("dilaporkan_pada", models.DateField(blank=True, null=True)),
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
                    "konselor",
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
                    "penerima_laporan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "tindakan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_konseling",
                        to="tindak_lanjut.tindaklanjut",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["konselor", "status"], name="konseling_konselor"),
                    models.Index(fields=["pegawai", "tanggal"], name="konseling_pegawai"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pegawai", models.F("konselor")), _negated=True),
                        name="konseling_dua_orang",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BacaanKonseling",
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
                            ("jadwal", "Jadwal dan tempat"),
                            ("permintaan", "Isi permintaan"),
                            ("catatan", "Catatan konseling"),
                            ("rekomendasi", "Rekomendasi"),
                            ("cetakan", "Formulir cetak"),
                        ],
                        max_length=12,
                    ),
                ),
                ("dibaca_at", models.DateTimeField()),
                (
                    "pembaca",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "konseling",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_bacaan",
                        to="tindak_lanjut.konseling",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="KoreksiFakta",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "fakta",
                    models.CharField(
                        choices=[
                            ("pangkat", "Pangkat dan golongan"),
                            ("jabatan", "Riwayat jabatan dan unit"),
                            ("pendidikan", "Pendidikan"),
                            ("predikat", "Hasil evaluasi kinerja tahun lalu"),
                            ("potensi", "Penilaian kompetensi dan potensi"),
                            ("pelatihan", "Pelatihan dan sertifikat"),
                            ("capaian", "Capaian dan penghargaan"),
                            ("lain", "Fakta lain"),
                        ],
                        max_length=12,
                    ),
                ),
                ("tertulis", models.CharField(max_length=500)),
                ("seharusnya", models.CharField(max_length=500)),
                ("bukti", models.CharField(max_length=500)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diajukan", "Menunggu pengelola"),
                            ("diperbaiki", "Sudah diperbaiki"),
                            ("ditolak", "Tidak diubah"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="diajukan",
                        max_length=12,
                    ),
                ),
                ("jawaban", models.CharField(blank=True, max_length=1000)),
                ("diajukan_pada", models.DateField()),
                ("dijawab_pada", models.DateField(blank=True, null=True)),
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
                    models.Index(fields=["instansi", "status"], name="koreksi_fakta_antrean"),
                    models.Index(fields=["pegawai"], name="koreksi_fakta_orang"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PandanganAnggota",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "pandangan",
                    models.CharField(
                        choices=[
                            ("mendukung", "Mendukung"),
                            ("tidak_mendukung", "Tidak mendukung"),
                            ("abstain", "Abstain"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "benturan",
                    models.CharField(
                        choices=[
                            ("tidak_ada", "Tidak ada"),
                            ("calon", "Saya sendiri calonnya"),
                            ("penilai", "Saya penilai atau atasan penilainya"),
                            ("pengusul", "Saya pengusulnya"),
                            ("dekat", "Ada hubungan dekat"),
                            ("lain", "Benturan lain"),
                        ],
                        default="tidak_ada",
                        max_length=10,
                    ),
                ),
                ("alasan", models.TextField()),
                ("dicatat_at", models.DateTimeField()),
                (
                    "anggota",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_pandangan",
                        to="tindak_lanjut.anggotatimpenghargaan",
                    ),
                ),
                (
                    "calon",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_pandangan",
                        to="tindak_lanjut.calonpenghargaan",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("calon", "anggota"), name="pandangan_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("benturan", "tidak_ada"), ("pandangan", "abstain"), _connector="OR"
                        ),
                        name="pandangan_benturan_abstain",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pelatihan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("judul", models.CharField(max_length=200)),
                ("jenis", models.CharField(max_length=60)),
                ("program", models.CharField(blank=True, max_length=20)),
                (
                    "kesenjangan",
                    models.CharField(
                        choices=[
                            ("teknis", "Kompetensi teknis"),
                            ("manajerial", "Kompetensi manajerial"),
                            ("sosial_kultural", "Kompetensi sosial kultural"),
                            ("perilaku", "Perilaku kerja BerAKHLAK"),
                        ],
                        max_length=16,
                    ),
                ),
                ("jp", models.PositiveSmallIntegerField()),
                ("penyelenggara", models.CharField(max_length=200)),
                (
                    "cara",
                    models.CharField(
                        choices=[
                            ("luring", "Tatap muka"),
                            ("daring", "Daring"),
                            ("campuran", "Campuran"),
                        ],
                        max_length=10,
                    ),
                ),
                ("sasaran", models.CharField(blank=True, max_length=300)),
                ("uraian", models.TextField(blank=True)),
                ("aktif", models.BooleanField(default=True)),
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
            ],
            options={
                "indexes": [
                    models.Index(fields=["instansi", "aktif"], name="pelatihan_per_instansi")
                ],
            },
        ),
        migrations.CreateModel(
            name="PencarianJabatan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("jabatan_target", models.CharField(max_length=300)),
                ("keperluan", models.CharField(max_length=500)),
                ("kriteria", models.JSONField(default=dict)),
                ("nama_pencari", models.CharField(max_length=200)),
                ("dibuat_pada", models.DateField()),
                ("jumlah_terakhir", models.PositiveIntegerField(default=0)),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.instansi",
                    ),
                ),
                (
                    "pencari",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.unitkerja",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["instansi", "dibuat_pada"], name="pencarian_jabatan_hari")
                ],
            },
        ),
        migrations.CreateModel(
            name="Pendampingan",
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
                        choices=[("mentoring", "Mentoring"), ("coaching", "Coaching")],
                        max_length=10,
                    ),
                ),
                ("tujuan", models.TextField()),
                ("mulai", models.DateField()),
                ("selesai", models.DateField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diusulkan", "Menunggu kesepakatan"),
                            ("berjalan", "Berjalan"),
                            ("selesai", "Selesai"),
                            ("ditolak", "Ditolak"),
                            ("dihentikan", "Dihentikan"),
                        ],
                        default="diusulkan",
                        max_length=10,
                    ),
                ),
                ("pembimbing_setuju_pada", models.DateField(blank=True, null=True)),
                ("pegawai_setuju_pada", models.DateField(blank=True, null=True)),
                ("hasil", models.TextField(blank=True)),
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
                    "kegiatan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="tindak_lanjut.kegiatanpengembangan",
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_dibimbing",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "pembimbing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_membimbing",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "pengusul",
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
                        condition=models.Q(("pembimbing", models.F("pegawai")), _negated=True),
                        name="pendampingan_dua_orang",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("selesai__gte", models.F("mulai"))),
                        name="pendampingan_masa",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PenilaianPotensi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tanggal", models.DateField()),
                (
                    "kompetensi",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True),
                ),
                (
                    "potensi",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True),
                ),
                (
                    "rekam_jejak",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True),
                ),
                ("total", models.DecimalField(decimal_places=2, max_digits=5)),
                ("bobot", models.CharField(blank=True, max_length=12)),
                ("sumber", models.CharField(max_length=200)),
                ("nama_berkas", models.CharField(max_length=200)),
                ("nama_aktor", models.CharField(max_length=200)),
                ("dicatat_pada", models.DateField()),
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
            ],
            options={
                "indexes": [
                    models.Index(fields=["instansi", "tanggal"], name="potensi_per_instansi")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("pegawai", "tanggal"), name="potensi_sehari_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("total__gte", 0), ("total__lte", 100)),
                        name="potensi_0_100",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PeringkatKinerja",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("di_atas", "Di atas ekspektasi"),
                            ("sesuai", "Sesuai ekspektasi"),
                            ("di_bawah", "Di bawah ekspektasi"),
                        ],
                        max_length=8,
                    ),
                ),
                ("dasar", models.CharField(max_length=300)),
                ("nama_aktor", models.CharField(max_length=200)),
                ("dicatat_pada", models.DateField()),
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
                        fields=("tahun", "pegawai"), name="peringkat_setahun_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PermintaanKonseling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "tujuan",
                    models.CharField(
                        choices=[
                            ("penilai", "Pejabat penilai saya"),
                            ("pengelola", "Pengelola kinerja, tanpa lewat penilai saya"),
                        ],
                        max_length=9,
                    ),
                ),
                ("uraian", models.TextField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diajukan", "Menunggu konselor ditunjuk"),
                            ("dijadwalkan", "Dijadwalkan"),
                            ("ditarik", "Ditarik"),
                            ("ditolak", "Belum bisa dijadwalkan"),
                        ],
                        default="diajukan",
                        max_length=11,
                    ),
                ),
                ("jawaban", models.TextField(blank=True)),
                ("diajukan_pada", models.DateField()),
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
                    "konseling",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="permintaan",
                        to="tindak_lanjut.konseling",
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
                "indexes": [
                    models.Index(
                        fields=["instansi", "status"], name="permintaan_konseling_instansi"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "diajukan")),
                        fields=("pegawai",),
                        name="permintaan_konseling_satu",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PesertaPelatihan",
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
                            ("menunggu", "Daftar tunggu"),
                            ("terdaftar", "Terdaftar"),
                            ("lulus", "Lulus"),
                            ("tidak_lulus", "Tidak lulus"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="menunggu",
                        max_length=12,
                    ),
                ),
                ("hadir", models.BooleanField(blank=True, null=True)),
                ("jp", models.PositiveSmallIntegerField(default=0)),
                ("nomor_sertifikat", models.CharField(blank=True, max_length=100)),
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
                    "kegiatan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="tindak_lanjut.kegiatanpengembangan",
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_pelatihan_diikuti",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "sertifikat",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.berkas",
                    ),
                ),
                (
                    "sesi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_peserta",
                        to="tindak_lanjut.sesipelatihan",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["pegawai", "status"], name="peserta_per_pegawai")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "dibatalkan"), _negated=True),
                        fields=("sesi", "pegawai"),
                        name="peserta_sekali_per_sesi",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DampakPelatihan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sisi",
                    models.CharField(
                        choices=[("pegawai", "Pegawai"), ("penilai", "Pejabat penilai")],
                        max_length=8,
                    ),
                ),
                (
                    "pakai",
                    models.CharField(
                        choices=[
                            ("dipakai", "Ya, dipakai dalam pekerjaan"),
                            ("sebagian", "Sebagian"),
                            ("belum", "Belum"),
                        ],
                        max_length=10,
                    ),
                ),
                ("contoh", models.TextField(blank=True)),
                ("dijawab_pada", models.DateField()),
                (
                    "penjawab",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "peserta",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_dampak",
                        to="tindak_lanjut.pesertapelatihan",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("peserta", "sisi"), name="dampak_sekali_per_sisi"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PetaTalenta",
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
                            ("disusun", "Disusun"),
                            ("ditelaah", "Ditelaah Komite Talenta"),
                            ("ditetapkan", "Ditetapkan"),
                        ],
                        default="disusun",
                        max_length=12,
                    ),
                ),
                ("aturan", models.JSONField(default=dict)),
                ("disusun_pada", models.DateField()),
                ("anggota_komite", models.TextField(blank=True)),
                ("catatan_komite", models.TextField(blank=True)),
                ("ditelaah_pada", models.DateField(blank=True, null=True)),
                ("nomor_dokumen", models.CharField(blank=True, max_length=100)),
                ("tanggal_dokumen", models.DateField(blank=True, null=True)),
                ("ditetapkan_pada", models.DateField(blank=True, null=True)),
                ("nama_penetap", models.CharField(blank=True, max_length=200)),
                (
                    "berkas_dokumen",
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
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("instansi", "tahun"), name="peta_talenta_setahun"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KotakTalenta",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=300)),
                ("nip", models.CharField(blank=True, max_length=18)),
                ("golongan", models.CharField(blank=True, max_length=8)),
                ("jabatan", models.CharField(max_length=300)),
                (
                    "jenis_jabatan",
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
                ("nama_unit", models.CharField(max_length=300)),
                ("path", models.CharField(max_length=400)),
                (
                    "keadaan",
                    models.CharField(
                        choices=[
                            ("lengkap", "Lengkap"),
                            ("belum_potensi", "Belum dinilai potensinya"),
                            ("belum_kinerja", "Belum ada hasil kinerja"),
                            ("belum_keduanya", "Belum ada kinerja dan potensi"),
                        ],
                        max_length=14,
                    ),
                ),
                ("predikat", models.CharField(blank=True, max_length=20)),
                ("sumber_kinerja", models.CharField(blank=True, max_length=300)),
                (
                    "kinerja",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("di_atas", "Di atas ekspektasi"),
                            ("sesuai", "Sesuai ekspektasi"),
                            ("di_bawah", "Di bawah ekspektasi"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "nilai_potensi",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True),
                ),
                ("tanggal_potensi", models.DateField(blank=True, null=True)),
                ("sumber_potensi", models.CharField(blank=True, max_length=200)),
                (
                    "potensial",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("tinggi", "Tinggi"),
                            ("menengah", "Menengah"),
                            ("rendah", "Rendah"),
                        ],
                        max_length=8,
                    ),
                ),
                ("kotak", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("krs", models.BooleanField(default=False)),
                ("rekomendasi", models.JSONField(default=list)),
                ("dasar", models.JSONField(default=list)),
                (
                    "pegawai",
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
                (
                    "peta",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_kotak",
                        to="tindak_lanjut.petatalenta",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["peta", "path"], name="kotak_talenta_unit"),
                    models.Index(fields=["pegawai"], name="kotak_talenta_orang"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("peta", "pegawai"), name="kotak_talenta_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kotak__isnull", True),
                            models.Q(("keadaan", "lengkap"), ("kotak__gte", 1), ("kotak__lte", 9)),
                            _connector="OR",
                        ),
                        name="kotak_talenta_1_9",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PutaranPenghargaan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=160)),
                ("tahun", models.PositiveIntegerField()),
                ("tanggal_usul", models.DateField()),
                ("usul_sampai", models.DateField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("dibuka", "Menerima usulan"),
                            ("ditelaah", "Ditelaah tim"),
                            ("diputuskan", "Diputuskan"),
                            ("diumumkan", "Diumumkan"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="dibuka",
                        max_length=12,
                    ),
                ),
                ("nomor_tim", models.CharField(blank=True, max_length=100)),
                ("tanggal_tim", models.DateField(blank=True, null=True)),
                ("nomor_keputusan", models.CharField(blank=True, max_length=100)),
                ("tanggal_keputusan", models.DateField(blank=True, null=True)),
                ("rekaman_pemutus", models.JSONField(default=dict)),
                ("diumumkan_pada", models.DateField(blank=True, null=True)),
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
                    "jenis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_putaran",
                        to="tindak_lanjut.jenispenghargaan",
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
                    models.Index(fields=["instansi", "status"], name="putaran_penghargaan_status")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "dibatalkan"), _negated=True),
                        fields=("jenis", "nama"),
                        name="putaran_penghargaan_nama",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RekamDisiplin",
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
                            ("hukdis_ringan", "Hukuman disiplin ringan"),
                            ("hukdis_sedang", "Hukuman disiplin sedang"),
                            ("hukdis_berat", "Hukuman disiplin berat"),
                            ("cltn", "Cuti di luar tanggungan negara"),
                            ("bersih", "Keterangan tidak pernah dihukum dan tidak pernah CLTN"),
                        ],
                        max_length=14,
                    ),
                ),
                ("mulai", models.DateField()),
                ("selesai", models.DateField(blank=True, null=True)),
                ("nomor_surat", models.CharField(max_length=100)),
                ("tanggal_surat", models.DateField()),
                ("dicatat_at", models.DateTimeField()),
                ("dicabut_at", models.DateTimeField(blank=True, null=True)),
                ("alasan_cabut", models.TextField(blank=True)),
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
            ],
            options={
                "indexes": [
                    models.Index(fields=["instansi", "mulai"], name="rekam_disiplin_instansi")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("selesai__isnull", True),
                            ("selesai__gte", models.F("mulai")),
                            _connector="OR",
                        ),
                        name="rekam_disiplin_masa",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("dicabut_at__isnull", True)),
                        fields=("pegawai", "jenis", "nomor_surat"),
                        name="rekam_disiplin_sekali",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KoreksiRekam",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uraian", models.TextField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diajukan", "Menunggu jawaban"),
                            ("diterima", "Diterima"),
                            ("ditolak", "Ditolak"),
                        ],
                        default="diajukan",
                        max_length=10,
                    ),
                ),
                ("jawaban", models.TextField(blank=True)),
                ("diajukan_pada", models.DateField()),
                ("dijawab_pada", models.DateField(blank=True, null=True)),
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
                    "rekam",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_koreksi",
                        to="tindak_lanjut.rekamdisiplin",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "diajukan")),
                        fields=("pegawai", "rekam"),
                        name="koreksi_rekam_terbuka",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("rekam__isnull", True), ("status", "diajukan")),
                        fields=("pegawai",),
                        name="koreksi_rekam_kurang",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RencanaPengembangan",
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
                            ("draf", "Draf"),
                            ("diajukan", "Diajukan"),
                            ("dikembalikan", "Dikembalikan"),
                            ("disetujui", "Disetujui"),
                            ("ditutup", "Ditutup"),
                        ],
                        default="draf",
                        max_length=14,
                    ),
                ),
                ("catatan_pengembalian", models.TextField(blank=True)),
                ("diajukan_pada", models.DateField(blank=True, null=True)),
                ("disetujui_pada", models.DateField(blank=True, null=True)),
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
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_rencana_pengembangan",
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
                    models.Index(fields=["unit", "tahun"], name="rencana_per_unit"),
                    models.Index(
                        fields=["instansi", "tahun", "status"], name="rencana_per_instansi"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("pegawai", "tahun"), name="rencana_sekali_setahun"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RencanaPerbaikan",
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
                            ("diajukan", "Menunggu jawaban"),
                            ("berjalan", "Berjalan"),
                            ("membaik", "Membaik"),
                            ("belum_membaik", "Belum membaik"),
                            ("dibatalkan", "Tidak dilanjutkan"),
                        ],
                        default="disusun",
                        max_length=14,
                    ),
                ),
                ("pengantar", models.TextField(blank=True)),
                ("diajukan_pada", models.DateField(blank=True, null=True)),
                ("catatan_pegawai", models.TextField(blank=True)),
                ("tanpa_jawaban", models.BooleanField(default=False)),
                ("mulai", models.DateField(blank=True, null=True)),
                ("selesai", models.DateField()),
                ("kesimpulan", models.TextField(blank=True)),
                ("disimpulkan_pada", models.DateField(blank=True, null=True)),
                ("tanggapan_akhir", models.TextField(blank=True)),
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
                    "penyusun",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "tindakan",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rencana",
                        to="tindak_lanjut.tindaklanjut",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ButirPerbaikan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("urut", models.PositiveIntegerField()),
                (
                    "asal",
                    models.CharField(
                        choices=[
                            ("hasil_kerja", "Hasil kerja"),
                            ("perilaku", "Perilaku kerja"),
                            ("lain", "Hal lain"),
                        ],
                        max_length=12,
                    ),
                ),
                ("rujukan", models.CharField(blank=True, max_length=500)),
                ("uraian", models.CharField(max_length=500)),
                ("bukti", models.CharField(max_length=500)),
                ("ukuran", models.CharField(max_length=500)),
                ("dukungan", models.CharField(max_length=500)),
                ("tenggat", models.DateField()),
                (
                    "rencana",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_butir",
                        to="tindak_lanjut.rencanaperbaikan",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("rencana", "urut"), name="butir_perbaikan_urut")
                ],
            },
        ),
        migrations.CreateModel(
            name="SesiPelatihan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mulai", models.DateField()),
                ("selesai", models.DateField()),
                ("tempat", models.CharField(blank=True, max_length=200)),
                ("kursi", models.PositiveSmallIntegerField()),
                ("batas_daftar", models.DateField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("dibuka", "Dibuka"),
                            ("selesai", "Selesai"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="dibuka",
                        max_length=12,
                    ),
                ),
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
                    "pelatihan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_sesi",
                        to="tindak_lanjut.pelatihan",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["instansi", "status", "mulai"], name="sesi_pelatihan_mulai"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("selesai__gte", models.F("mulai"))),
                        name="sesi_pelatihan_masa",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Nominasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("alasan", models.TextField()),
                ("bukti", models.JSONField(default=list)),
                ("diusulkan_pada", models.DateField()),
                ("alasan_putusan", models.TextField(blank=True)),
                ("nomor_surat", models.CharField(blank=True, max_length=100)),
                ("diputus_pada", models.DateField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("pelatihan", "Pelatihan"),
                            ("kepemimpinan", "Pelatihan kepemimpinan"),
                            ("tugas_belajar", "Tugas belajar"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diusulkan", "Diusulkan"),
                            ("disetujui", "Disetujui"),
                            ("ditolak", "Ditolak"),
                            ("ditarik", "Ditarik"),
                        ],
                        default="diusulkan",
                        max_length=10,
                    ),
                ),
                ("program", models.CharField(blank=True, max_length=20)),
                ("uraian", models.CharField(blank=True, max_length=300)),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.instansi",
                    ),
                ),
                (
                    "kegiatan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="tindak_lanjut.kegiatanpengembangan",
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
                    "pengusul",
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
                (
                    "sesi",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tindak_lanjut.sesipelatihan",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["instansi", "status"], name="nominasi_per_status"),
                    models.Index(fields=["pegawai", "status"], name="nominasi_per_pegawai"),
                ],
            },
        ),
        migrations.CreateModel(
            name="TemuPendampingan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "pendampingan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_temu",
                        to="tindak_lanjut.pendampingan",
                    ),
                ),
                (
                    "pertemuan",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dialog.pertemuan",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TindakLanjut",
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
                            ("prioritas", "Daftar prioritas"),
                            ("pembinaan", "Pembinaan"),
                            ("perbaikan", "Masa perbaikan"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "asal",
                    models.CharField(
                        choices=[("tahunan", "Hasil tahunan"), ("periodik", "Hasil periodik")],
                        max_length=8,
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
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
                (
                    "predikat_lalu",
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
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diusulkan", "Diusulkan"),
                            ("perbaikan", "Masa perbaikan"),
                            ("uji_kompetensi", "Uji kompetensi"),
                            ("pindah_jabatan", "Pindah jabatan"),
                            ("turun_jabatan", "Jabatan lebih rendah"),
                            ("penempatan_sementara", "Penempatan sementara"),
                            ("usul_pemberhentian", "Diusulkan berhenti"),
                            ("diberhentikan", "Berhenti dengan hormat"),
                            ("selesai", "Selesai"),
                            ("ditutup", "Ditutup"),
                        ],
                        default="diusulkan",
                        max_length=22,
                    ),
                ),
                ("dibuat_pada", models.DateField()),
                ("tenggat", models.DateField(blank=True, null=True)),
                ("sementara_sampai", models.DateField(blank=True, null=True)),
                ("dasar", models.JSONField(default=list)),
                ("sebab", models.CharField(blank=True, max_length=200)),
                ("diingatkan_pada", models.DateField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "evaluasi",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_tindak_lanjut",
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
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_tindak_lanjut",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "terdahulu",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_tindak_lanjut",
                        to="evaluasi.hasilterdahulu",
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
                    models.Index(fields=["pegawai", "status"], name="tindak_lanjut_pegawai"),
                    models.Index(fields=["unit", "jenis", "status"], name="tindak_lanjut_unit"),
                    models.Index(fields=["instansi", "jenis", "tahun"], name="tindak_lanjut_tahun"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("evaluasi", "jenis"), name="tindak_lanjut_sekali"
                    ),
                    models.UniqueConstraint(
                        fields=("terdahulu", "jenis"), name="tindak_lanjut_terdahulu_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("evaluasi__isnull", True), ("terdahulu__isnull", False)),
                            models.Q(("evaluasi__isnull", False), ("terdahulu__isnull", True)),
                            _connector="OR",
                        ),
                        name="tindak_lanjut_satu_asal",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KeputusanTindakan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("aksi", models.CharField(max_length=30)),
                ("nomor", models.CharField(max_length=100)),
                ("tanggal", models.DateField()),
                ("keterangan", models.TextField()),
                ("nama_pemutus", models.CharField(max_length=200)),
                ("dicatat_at", models.DateTimeField()),
                (
                    "berkas",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.berkas",
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
                    "tindakan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_keputusan",
                        to="tindak_lanjut.tindaklanjut",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="BimbinganKinerja",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tanggal", models.DateField()),
                ("uraian", models.TextField()),
                ("kesepakatan", models.TextField()),
                ("tanggapan", models.TextField(blank=True)),
                ("ditanggapi_pada", models.DateField(blank=True, null=True)),
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
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "pembimbing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "tindakan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="daftar_bimbingan",
                        to="tindak_lanjut.tindaklanjut",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["tindakan", "tanggal"], name="bimbingan_tindakan")
                ],
            },
        ),
        migrations.CreateModel(
            name="TinjauanPerbaikan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("urut", models.PositiveIntegerField()),
                ("tanggal", models.DateField()),
                ("kemajuan", models.TextField(blank=True)),
                ("kemajuan_pada", models.DateField(blank=True, null=True)),
                ("catatan", models.TextField(blank=True)),
                ("ditinjau_pada", models.DateField(blank=True, null=True)),
                (
                    "peninjau",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "rencana",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daftar_tinjauan",
                        to="tindak_lanjut.rencanaperbaikan",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("ditinjau_pada__isnull", True)),
                        fields=["tanggal"],
                        name="tinjauan_menunggu",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("rencana", "urut"), name="tinjauan_perbaikan_urut"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TinjauanPerjanjian",
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
                            ("terbuka", "Perlu rekomendasi"),
                            ("direkomendasikan", "Perlu keputusan"),
                            ("diputus", "Diputus"),
                            ("ditutup", "Ditutup"),
                        ],
                        default="terbuka",
                        max_length=16,
                    ),
                ),
                ("dibuka_pada", models.DateField()),
                ("usul_paling_lambat", models.DateField()),
                (
                    "predikat_terakhir",
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
                ("tahun_predikat", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "rekomendasi",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("perpanjangan", "Perpanjangan perjanjian kerja"),
                            ("dipertahankan", "Dipertahankan sampai akhir perjanjian"),
                            ("pemutusan", "Pemutusan perjanjian kerja dengan hormat"),
                        ],
                        max_length=14,
                    ),
                ),
                ("alasan", models.TextField(blank=True)),
                ("target_tercapai", models.BooleanField(blank=True, null=True)),
                ("dinilai_tim", models.BooleanField(default=False)),
                ("direkomendasikan_pada", models.DateField(blank=True, null=True)),
                ("catatan_pengembalian", models.TextField(blank=True)),
                (
                    "keputusan",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("perpanjangan", "Perpanjangan perjanjian kerja"),
                            ("dipertahankan", "Dipertahankan sampai akhir perjanjian"),
                            ("pemutusan", "Pemutusan perjanjian kerja dengan hormat"),
                        ],
                        max_length=14,
                    ),
                ),
                ("alasan_keputusan", models.TextField(blank=True)),
                ("nomor_keputusan", models.CharField(blank=True, max_length=100)),
                ("tanggal_keputusan", models.DateField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "berkas_keputusan",
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
                    "perekomendasi",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "perjanjian",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tinjauan",
                        to="organisasi.perjanjiankerja",
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
                    models.Index(fields=["unit", "status"], name="tinjauan_perjanjian_unit")
                ],
            },
        ),
        migrations.CreateModel(
            name="UsulKarier",
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
                            ("promosi", "Promosi"),
                            ("mutasi", "Mutasi"),
                            ("rotasi", "Rotasi"),
                        ],
                        max_length=8,
                    ),
                ),
                ("jabatan_target", models.CharField(max_length=300)),
                (
                    "jenis_jabatan",
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
                ("nama_pengusul", models.CharField(max_length=200)),
                ("alasan", models.CharField(max_length=2000)),
                ("bukti", models.CharField(max_length=1000)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("disusun", "Disusun"),
                            ("diajukan", "Diajukan"),
                            ("dikembalikan", "Dikembalikan"),
                            ("ditelaah", "Ditelaah"),
                            ("disetujui", "Disetujui"),
                            ("ditolak", "Ditolak"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="disusun",
                        max_length=12,
                    ),
                ),
                ("dibuat_pada", models.DateField()),
                ("diajukan_pada", models.DateField(blank=True, null=True)),
                ("catatan_telaah", models.CharField(blank=True, max_length=2000)),
                ("penelaah_id", models.BigIntegerField(null=True)),
                ("alasan_putusan", models.CharField(blank=True, max_length=1000)),
                ("nomor_dokumen", models.CharField(blank=True, max_length=100)),
                ("tanggal_dokumen", models.DateField(blank=True, null=True)),
                ("nama_pemutus", models.CharField(blank=True, max_length=200)),
                ("diputus_pada", models.DateField(blank=True, null=True)),
                (
                    "berkas_dokumen",
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
                    "pengusul",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "unit_asal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.unitkerja",
                    ),
                ),
                (
                    "unit_target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.unitkerja",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["instansi", "status"], name="usul_karier_status"),
                    models.Index(fields=["pegawai"], name="usul_karier_orang"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pegawai", models.F("pengusul")), _negated=True),
                        name="usul_karier_orang_lain",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PembacaanTalenta",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "hal",
                    models.CharField(
                        choices=[
                            ("berkas", "Berkas talenta"),
                            ("cetakan", "Berkas karier tercetak"),
                        ],
                        max_length=10,
                    ),
                ),
                ("keperluan", models.CharField(blank=True, max_length=300)),
                ("pembaca_id", models.BigIntegerField(null=True)),
                ("nama_pembaca", models.CharField(max_length=200)),
                ("peran", models.CharField(max_length=20)),
                ("hari", models.DateField()),
                ("dibaca_at", models.DateTimeField()),
                ("rekaman", models.JSONField(default=dict)),
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
                    "usul",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tindak_lanjut.usulkarier",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["pegawai", "dibaca_at"], name="pembacaan_talenta_orang")
                ],
            },
        ),
        migrations.CreateModel(
            name="UsulTugas",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("alasan", models.TextField()),
                ("bukti", models.JSONField(default=list)),
                ("diusulkan_pada", models.DateField()),
                ("alasan_putusan", models.TextField(blank=True)),
                ("nomor_surat", models.CharField(blank=True, max_length=100)),
                ("diputus_pada", models.DateField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("pimpin_tim", "Memimpin tim atau proyek"),
                            ("tugas_tambahan", "Tugas tambahan yang menantang"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diusulkan", "Diusulkan"),
                            ("disetujui", "Disetujui"),
                            ("ditolak", "Ditolak"),
                            ("ditarik", "Ditarik"),
                        ],
                        default="diusulkan",
                        max_length=10,
                    ),
                ),
                ("judul", models.CharField(max_length=200)),
                ("mulai", models.DateField()),
                ("selesai", models.DateField()),
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
                    "pengusul",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
                (
                    "penugasan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.penugasan",
                    ),
                ),
                (
                    "tim",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.timkerja",
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
                    models.Index(fields=["instansi", "status"], name="usul_tugas_per_status"),
                    models.Index(fields=["pegawai", "status"], name="usul_tugas_per_pegawai"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("selesai__gte", models.F("mulai"))),
                        name="usul_tugas_masa",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AturanTunjangan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=160)),
                ("dasar", models.CharField(max_length=200)),
                ("berlaku_mulai", models.DateField()),
                (
                    "bobot_kinerja",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("60"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                    ),
                ),
                (
                    "bobot_kehadiran",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("40"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                    ),
                ),
                (
                    "faktor_sangat_baik",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("100"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(200),
                        ],
                    ),
                ),
                (
                    "faktor_baik",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("100"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(200),
                        ],
                    ),
                ),
                (
                    "faktor_butuh_perbaikan",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("100"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(200),
                        ],
                    ),
                ),
                (
                    "faktor_kurang",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("100"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(200),
                        ],
                    ),
                ),
                (
                    "faktor_sangat_kurang",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("100"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(200),
                        ],
                    ),
                ),
                (
                    "dikenai",
                    models.CharField(
                        choices=[
                            ("bobot_kinerja", "Bagian kinerja saja"),
                            ("jumlah", "Jumlah seluruhnya"),
                        ],
                        default="bobot_kinerja",
                        max_length=14,
                    ),
                ),
                (
                    "saat_berlaku",
                    models.CharField(
                        choices=[
                            ("bulan_sama", "Bulan-bulan periode itu sendiri"),
                            ("bulan_berikut", "Mulai bulan sesudah periodenya berakhir"),
                            ("tahun_berikut", "Sepanjang tahun berikutnya"),
                        ],
                        default="bulan_berikut",
                        max_length=14,
                    ),
                ),
                (
                    "sumber_capaian",
                    models.CharField(
                        choices=[
                            ("lembar", "Kolom CAPAIAN pada lembar bulanan"),
                            ("laporan", "Indikator yang laporannya sudah diverifikasi"),
                        ],
                        default="lembar",
                        max_length=7,
                    ),
                ),
                (
                    "tabel_laporan",
                    models.CharField(
                        choices=[
                            ("tidak", "Tidak dihitung"),
                            ("lh_bplh", "Menurut Permen LH/BPLH 6/2025"),
                        ],
                        default="tidak",
                        max_length=7,
                    ),
                ),
                (
                    "faktor_cpns",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("80"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                    ),
                ),
                (
                    "potongan_hukdis",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("25"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                    ),
                ),
                (
                    "pembulatan",
                    models.CharField(
                        choices=[
                            ("terdekat", "Ke rupiah terdekat"),
                            ("ke_bawah", "Ke bawah"),
                            ("ke_atas", "Ke atas"),
                        ],
                        default="terdekat",
                        max_length=10,
                    ),
                ),
                ("dicatat_at", models.DateTimeField()),
                ("dicabut_at", models.DateTimeField(blank=True, null=True)),
                (
                    "instansi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.instansi",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("dicabut_at__isnull", True)),
                        fields=("instansi", "berlaku_mulai"),
                        name="aturan_tunjangan_mulai",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BacaanFaktor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bulan", models.DateField()),
                (
                    "tujuan",
                    models.CharField(
                        choices=[
                            ("layar", "Dibuka di layar"),
                            ("ekspor", "Diunduh untuk penggajian"),
                        ],
                        max_length=6,
                    ),
                ),
                ("dibaca_at", models.DateTimeField()),
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
                    "pembaca",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["instansi", "pegawai"], name="bacaan_faktor_pegawai")
                ],
            },
        ),
        migrations.CreateModel(
            name="DataBulanan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bulan", models.DateField()),
                (
                    "potongan_kehadiran",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                    ),
                ),
                (
                    "capaian",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("100"),
                        max_digits=5,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                    ),
                ),
                ("laporan_tidak_sesuai", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("berkas", models.CharField(blank=True, max_length=200)),
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
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.pegawai",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["instansi", "bulan"], name="data_bulanan_instansi")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("pegawai", "bulan"), name="data_bulanan_sekali")
                ],
            },
        ),
    ]
