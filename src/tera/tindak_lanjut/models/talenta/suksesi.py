"""Kelompok rencana suksesi: who could follow in one post, how ready, on whose word."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tera.core.models import Berkas
from tera.organisasi.models import Instansi, JenisJabatan, Pegawai, UnitKerja


class KelompokSuksesi(models.Model):
    """The group for one critical or strategic post, reviewed every year."""

    class Status(models.TextChoices):
        DISUSUN = "disusun", _("Disusun")
        DITETAPKAN = "ditetapkan", _("Ditetapkan")
        DITUTUP = "ditutup", _("Ditutup")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    jabatan_target = models.CharField(max_length=300)
    jenis_jabatan = models.CharField(max_length=20, choices=JenisJabatan.choices)
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    alasan = models.CharField(max_length=1000)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DISUSUN)
    nomor_dokumen = models.CharField(max_length=100, blank=True)
    tanggal_dokumen = models.DateField(null=True, blank=True)
    berkas_dokumen = models.ForeignKey(
        Berkas, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ditetapkan_pada = models.DateField(null=True, blank=True)
    tinjau_sebelum = models.DateField(null=True, blank=True)
    dibuat_pada = models.DateField()
    nama_pembuat = models.CharField(max_length=200)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["unit", "jabatan_target"],
                condition=~models.Q(status="ditutup"),
                name="kelompok_suksesi_satu",
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "status"], name="kelompok_suksesi_status")
        ]

    def __str__(self) -> str:
        return self.jabatan_target


class AnggotaSuksesi(models.Model):
    """One person in a group: why, how ready, since when; who left stays readable."""

    class Asal(models.TextChoices):
        KOTAK = "kotak", _("Dari peta talenta")
        PUTUSAN = "putusan", _("Putusan komite dengan alasan")

    class Kesiapan(models.TextChoices):
        SIAP_SEKARANG = "siap_sekarang", _("Siap sekarang")
        SATU_DUA_TAHUN = "satu_dua_tahun", _("Siap dalam 1–2 tahun")

    kelompok = models.ForeignKey(
        KelompokSuksesi, on_delete=models.CASCADE, related_name="daftar_anggota"
    )
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    asal = models.CharField(max_length=8, choices=Asal.choices)
    tahun_kotak = models.PositiveSmallIntegerField(null=True, blank=True)
    kotak = models.PositiveSmallIntegerField(null=True, blank=True)
    kesiapan = models.CharField(max_length=16, choices=Kesiapan.choices)
    alasan = models.CharField(max_length=1000)
    sejak = models.DateField()
    sampai = models.DateField(null=True, blank=True)
    alasan_keluar = models.CharField(max_length=500, blank=True)
    nama_aktor = models.CharField(max_length=200)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["kelompok", "pegawai"],
                condition=models.Q(sampai__isnull=True),
                name="anggota_suksesi_sekali",
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["pegawai"], name="anggota_suksesi_orang")
        ]

    def __str__(self) -> str:
        return f"{self.kelompok_id}: {self.pegawai_id}"
