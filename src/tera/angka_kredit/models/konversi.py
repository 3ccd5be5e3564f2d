"""Conversion of a final predikat: proposed, established by the penilai, corrected."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tera.angka_kredit.models.masa import MasaJenjang
from tera.evaluasi.models import Evaluasi, PilihanPredikat
from tera.organisasi.models import Instansi, Pegawai


class JenisMasa(models.TextChoices):
    """Whether the predikat is of a year or of a part of it."""

    TAHUNAN = "tahunan", _("Tahunan")
    PERIODIK = "periodik", _("Periodik")


class KonversiPredikat(models.Model):
    """Whole months of one predikat in one jenjang, with the numbers and the law it stands on."""

    class Status(models.TextChoices):
        DIUSULKAN = "diusulkan", _("Menunggu penetapan")
        DITETAPKAN = "ditetapkan", _("Ditetapkan")
        DIKOREKSI = "dikoreksi", _("Dikoreksi")
        DIBATALKAN = "dibatalkan", _("Usul ditarik")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_konversi")
    masa = models.ForeignKey(MasaJenjang, on_delete=models.PROTECT, related_name="daftar_konversi")
    # The Pejabat Penilai Kinerja who establishes it.
    penilai = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DIUSULKAN)
    # Where the predikat comes from: an evaluation of ours, or a year from before (`sumber`).
    evaluasi = models.ForeignKey(
        Evaluasi, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sumber = models.CharField(max_length=200)
    jenis = models.CharField(max_length=8, choices=JenisMasa.choices)
    tahun = models.PositiveSmallIntegerField()
    bulan_mulai = models.PositiveSmallIntegerField()
    bulan_selesai = models.PositiveSmallIntegerField()
    predikat = models.CharField(max_length=16, choices=PilihanPredikat.choices)
    koefisien = models.DecimalField(max_digits=6, decimal_places=2)
    persentase = models.DecimalField(max_digits=6, decimal_places=2)
    nilai = models.DecimalField(max_digits=8, decimal_places=2)
    # The law it was computed under: instrument, place, certainty.
    hukum = models.JSONField(default=list)
    # People as they were when it was established.
    rekaman = models.JSONField(default=dict)
    menggantikan = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="pengganti"
    )
    diusulkan_pada = models.DateField()
    ditetapkan_pada = models.DateField(null=True, blank=True)
    alasan_koreksi = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(bulan_mulai__gte=1)
                & Q(bulan_mulai__lte=models.F("bulan_selesai"))
                & Q(bulan_selesai__lte=12),
                name="konversi_bulan",
            ),
            models.CheckConstraint(condition=Q(nilai__gte=0), name="konversi_tidak_negatif"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["penilai", "status"], name="konversi_penilai"),
            models.Index(fields=["instansi", "status", "tahun"], name="konversi_instansi"),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} {self.tahun}/{self.bulan_mulai}-{self.bulan_selesai}"

    @property
    def bulan(self) -> int:
        """How many months it covers."""
        return self.bulan_selesai - self.bulan_mulai + 1


class BulanKonversi(models.Model):
    """One month of one person held by one living conversion: the database counts it once."""

    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    bulan = models.PositiveSmallIntegerField()
    konversi = models.ForeignKey(
        KonversiPredikat, on_delete=models.CASCADE, related_name="daftar_bulan"
    )

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["pegawai", "tahun", "bulan"], name="bulan_konversi_sekali"
            )
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} {self.tahun}-{self.bulan:02d}"
