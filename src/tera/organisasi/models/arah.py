"""The vision line: visi, misi, tujuan, sasaran, perjanjian kinerja; what an RHK serves."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tera.organisasi.models.instansi import Instansi, UnitKerja


class JenisButir(models.TextChoices):
    """Levels of the line, top down."""

    VISI = "visi", _("Visi")
    MISI = "misi", _("Misi")
    TUJUAN = "tujuan", _("Tujuan")
    SASARAN = "sasaran", _("Sasaran")
    PERJANJIAN = "perjanjian", _("Sasaran perjanjian kinerja")


class ButirPerencanaan(models.Model):
    """One line of RPJMD, Renstra or a perjanjian kinerja, with its days and its parent."""

    class Sumber(models.TextChoices):
        RPJMD = "rpjmd", _("RPJMD")
        RENSTRA = "renstra", _("Renstra")
        PERJANJIAN_KINERJA = "perjanjian_kinerja", _("Perjanjian kinerja")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="daftar_butir")
    induk = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="daftar_anak"
    )
    jenis = models.CharField(max_length=12, choices=JenisButir.choices)
    sumber = models.CharField(max_length=20, choices=Sumber.choices)
    nomor = models.CharField(max_length=20, blank=True)
    teks = models.TextField()
    sejak = models.DateField()
    sampai = models.DateField(null=True, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "jenis"], name="butir_jenis")
        ]

    def __str__(self) -> str:
        return self.teks


class IndikatorPerjanjian(models.Model):
    """An indicator of a perjanjian kinerja with its target for one year."""

    butir = models.ForeignKey(
        ButirPerencanaan, on_delete=models.CASCADE, related_name="daftar_indikator"
    )
    tahun = models.PositiveSmallIntegerField()
    teks = models.TextField()
    target = models.CharField(max_length=100)
    satuan = models.CharField(max_length=60, blank=True)

    def __str__(self) -> str:
        return self.teks
