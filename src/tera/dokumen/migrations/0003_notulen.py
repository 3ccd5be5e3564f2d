"""One more kind of print: the minutes of a calibration meeting."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dokumen", "0002_sertifikat"),
    ]

    operations = [
        migrations.AlterField(
            model_name="cetakandokumen",
            name="jenis",
            field=models.CharField(
                choices=[
                    ("skp", "SKP"),
                    ("matriks", "Matriks Peran Hasil"),
                    ("sampul_evaluasi", "Dokumen Evaluasi Kinerja"),
                    ("evaluasi", "Evaluasi Kinerja Pegawai"),
                    ("berkas_karier", "Berkas Karier Pegawai"),
                    ("konversi_ak", "Konversi Predikat Kinerja ke Angka Kredit"),
                    ("akumulasi_ak", "Akumulasi Angka Kredit"),
                    ("penetapan_ak", "Penetapan Angka Kredit"),
                    ("surat_penghargaan", "Surat Penghargaan"),
                    ("daftar_penghargaan", "Daftar Penghargaan"),
                    ("peta_talenta", "Peta Talenta"),
                    ("sertifikat", "Sertifikat Latihan Menilai"),
                    ("notulen", "Notulen Rapat Kalibrasi"),
                ],
                max_length=20,
            ),
        ),
    ]
