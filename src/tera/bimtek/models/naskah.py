"""Cases and courses of an instansi's own, version by version, and where they came from."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tera.organisasi.models import Instansi, Pegawai


class JenisNaskah(models.TextChoices):
    """What a text is."""

    KASUS = "kasus", _("Kasus")
    KURSUS = "kursus", _("Kursus bimtek")


class StatusNaskah(models.TextChoices):
    """Where a version of a text is; ``alur.naskah`` says who moves it."""

    DRAF = "draf", _("Draf")
    DIAJUKAN = "diajukan", _("Menunggu diperiksa")
    TERBIT = "diterbitkan", _("Terbit")
    DIGANTIKAN = "digantikan", _("Digantikan versi baru")
    DICABUT = "dicabut", _("Dicabut")


class Naskah(models.Model):
    """One version of a case or course as the TOML that ``pemuat`` reads; published, it stays."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    jenis = models.CharField(max_length=8, choices=JenisNaskah.choices)
    kode = models.CharField(max_length=60)
    versi = models.PositiveIntegerField()
    judul = models.CharField(max_length=200)
    isi = models.TextField()
    # SHA-256 of ``isi``, which names neither version nor panel: the same content, the same digest.
    sidik = models.CharField(max_length=64)
    status = models.CharField(
        max_length=12, choices=StatusNaskah.choices, default=StatusNaskah.DRAF
    )
    # Empty: brought by the owner of the installation.
    penyusun = models.ForeignKey(Pegawai, null=True, on_delete=models.PROTECT, related_name="+")
    nama_penyusun = models.CharField(max_length=200)
    pemeriksa = models.ForeignKey(Pegawai, null=True, on_delete=models.PROTECT, related_name="+")
    nama_pemeriksa = models.CharField(max_length=200, blank=True)
    terbit_pada = models.DateField(null=True, blank=True)
    # What a file said of itself: instansi, versi, tanggal, lisensi, panel; empty: written here.
    asal = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["instansi", "jenis", "kode", "versi"], name="naskah_versi_sekali"
            ),
            models.UniqueConstraint(
                fields=["instansi", "jenis", "kode"],
                condition=Q(status="diterbitkan"),
                name="naskah_satu_terbit",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.jenis} {self.kode} {self.versi}"
