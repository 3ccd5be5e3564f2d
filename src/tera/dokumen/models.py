"""What was printed: a number and a token per content, so that anyone can check a print."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tera.core.models import Berkas
from tera.organisasi.models import Instansi, Periode, UnitKerja


class CetakanDokumen(models.Model):
    """One content of one document that was printed; the same content keeps its number."""

    class Jenis(models.TextChoices):
        SKP = "skp", "SKP"
        MATRIKS = "matriks", "Matriks Peran Hasil"
        SAMPUL_EVALUASI = "sampul_evaluasi", "Dokumen Evaluasi Kinerja"
        EVALUASI = "evaluasi", "Evaluasi Kinerja Pegawai"
        BERKAS_KARIER = "berkas_karier", "Berkas Karier Pegawai"
        KONVERSI_AK = "konversi_ak", "Konversi Predikat Kinerja ke Angka Kredit"
        AKUMULASI_AK = "akumulasi_ak", "Akumulasi Angka Kredit"
        PENETAPAN_AK = "penetapan_ak", "Penetapan Angka Kredit"
        SURAT_PENGHARGAAN = "surat_penghargaan", "Surat Penghargaan"
        DAFTAR_PENGHARGAAN = "daftar_penghargaan", "Daftar Penghargaan"
        PETA_TALENTA = "peta_talenta", "Peta Talenta"
        SERTIFIKAT = "sertifikat", "Sertifikat Latihan Menilai"
        NOTULEN = "notulen", "Notulen Rapat Kalibrasi"

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    token = models.CharField(max_length=32, unique=True)
    nomor = models.CharField(max_length=40, unique=True)
    jenis = models.CharField(max_length=20, choices=Jenis.choices)
    objek_id = models.BigIntegerField()
    sidik_isi = models.CharField(max_length=64)
    dicetak_at = models.DateTimeField()
    pengguna_id = models.BigIntegerField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["jenis", "objek_id", "sidik_isi"], name="cetakan_isi")
        ]

    def __str__(self) -> str:
        return self.nomor


class PaketCetakan(models.Model):
    """All documents of one unit and period in one ZIP, made by a job from the frozen records."""

    class Status(models.TextChoices):
        MENUNGGU = "menunggu", _("Menunggu")
        BERJALAN = "berjalan", _("Berjalan")
        SELESAI = "selesai", _("Selesai")
        GAGAL = "gagal", _("Gagal")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.MENUNGGU)
    jumlah = models.PositiveIntegerField(default=0)
    selesai = models.PositiveIntegerField(default=0)
    berkas = models.ForeignKey(Berkas, null=True, blank=True, on_delete=models.SET_NULL)
    pesan = models.CharField(max_length=300, blank=True)
    pengguna_id = models.BigIntegerField(null=True, db_index=True)
    pegawai_id = models.BigIntegerField(null=True)
    nama_aktor = models.CharField(max_length=200)
    dibuat_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"paket {self.unit_id} {self.periode_id} {self.status}"
