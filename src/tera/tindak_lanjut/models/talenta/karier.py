"""Searching for a post by recorded criteria, and files of promotion, mutation and rotation."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tera.core.models import Berkas
from tera.organisasi.models import Instansi, JenisJabatan, Pegawai, UnitKerja


class PencarianJabatan(models.Model):
    """One search "who fits this post": its criteria are kept, so that it can be asked about."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    jabatan_target = models.CharField(max_length=300)
    unit = models.ForeignKey(
        UnitKerja, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    keperluan = models.CharField(max_length=500)
    kriteria = models.JSONField(default=dict)
    pencari = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    nama_pencari = models.CharField(max_length=200)
    dibuat_pada = models.DateField()
    jumlah_terakhir = models.PositiveIntegerField(default=0)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "dibuat_pada"], name="pencarian_jabatan_hari")
        ]

    def __str__(self) -> str:
        return self.jabatan_target


class UsulKarier(models.Model):
    """A proposal to promote, move or rotate one person, until somebody entitled decided it."""

    class Jenis(models.TextChoices):
        PROMOSI = "promosi", _("Promosi")
        MUTASI = "mutasi", _("Mutasi")
        ROTASI = "rotasi", _("Rotasi")

    class Status(models.TextChoices):
        DISUSUN = "disusun", _("Disusun")
        DIAJUKAN = "diajukan", _("Diajukan")
        DIKEMBALIKAN = "dikembalikan", _("Dikembalikan")
        DITELAAH = "ditelaah", _("Ditelaah")
        DISETUJUI = "disetujui", _("Disetujui")
        DITOLAK = "ditolak", _("Ditolak")
        DIBATALKAN = "dibatalkan", _("Dibatalkan")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    jenis = models.CharField(max_length=8, choices=Jenis.choices)
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    unit_asal = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    jabatan_target = models.CharField(max_length=300)
    jenis_jabatan = models.CharField(max_length=20, choices=JenisJabatan.choices)
    unit_target = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    pengusul = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    nama_pengusul = models.CharField(max_length=200)
    alasan = models.CharField(max_length=2000)
    bukti = models.CharField(max_length=1000)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DISUSUN)
    dibuat_pada = models.DateField()
    diajukan_pada = models.DateField(null=True, blank=True)
    catatan_telaah = models.CharField(max_length=2000, blank=True)
    penelaah_id = models.BigIntegerField(null=True)
    alasan_putusan = models.CharField(max_length=1000, blank=True)
    nomor_dokumen = models.CharField(max_length=100, blank=True)
    tanggal_dokumen = models.DateField(null=True, blank=True)
    berkas_dokumen = models.ForeignKey(
        Berkas, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    nama_pemutus = models.CharField(max_length=200, blank=True)
    diputus_pada = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~models.Q(pegawai=models.F("pengusul")), name="usul_karier_orang_lain"
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "status"], name="usul_karier_status"),
            models.Index(fields=["pegawai"], name="usul_karier_orang"),
        ]

    def __str__(self) -> str:
        return f"{self.jenis} {self.pegawai_id}: {self.jabatan_target}"
