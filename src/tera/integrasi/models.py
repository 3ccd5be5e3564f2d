"""Tables of the exchange: what e-Kinerja BKN holds beside our record; the archive before 2022."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tera.evaluasi.models import Evaluasi, LevelRating, PilihanPredikat
from tera.organisasi.models import Instansi, Pegawai


class CatatanEKinerja(models.Model):
    """What is known of one evaluation in e-Kinerja BKN: entered by hand there, or read from Rekap.

    The official record is there; ours is never corrected from it.
    """

    class Status(models.TextChoices):
        SUDAH = "sudah", _("Sudah di e-Kinerja")
        BERBEDA = "berbeda", _("Berbeda dengan e-Kinerja")

    class Sumber(models.TextChoices):
        REKAP = "rekap", _("Rekap Penilaian BKN")
        PERNYATAAN = "pernyataan", _("Dinyatakan petugas atau penilai")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    evaluasi = models.OneToOneField(
        Evaluasi, on_delete=models.CASCADE, related_name="catatan_ekinerja"
    )
    status = models.CharField(max_length=8, choices=Status.choices)
    sumber = models.CharField(max_length=12, choices=Sumber.choices)
    rating_hasil_kerja = models.CharField(max_length=10, choices=LevelRating.choices, blank=True)
    rating_perilaku_kerja = models.CharField(max_length=10, choices=LevelRating.choices, blank=True)
    predikat = models.CharField(max_length=16, choices=PilihanPredikat.choices, blank=True)
    nama_aktor = models.CharField(max_length=200)
    dicatat_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "status"], name="ekinerja_status")
        ]

    def __str__(self) -> str:
        return f"{self.evaluasi_id} {self.status}"

    @property
    def perlu_dinyatakan(self) -> bool:
        """Whether a person said it is there, and the result changed afterwards: they say it again.

        What a Rekap showed is answered by another Rekap.
        """
        return self.status == self.Status.BERBEDA and self.sumber == self.Sumber.PERNYATAAN


class PengenalSIASN(models.Model):
    """The id of a person in SIASN: its services ask for it instead of the NIP."""

    pegawai = models.OneToOneField(Pegawai, on_delete=models.CASCADE, related_name="pengenal_siasn")
    nilai = models.CharField(max_length=36)

    def __str__(self) -> str:
        return self.nilai


class ArsipPenilaian(models.Model):
    """One year under PP 30/2019, as it was: read-only, never part of the present method."""

    class Bobot(models.TextChoices):
        TUJUH_TIGA = "70_30", _("SKP 70%, perilaku 30%")
        ENAM_EMPAT = "60_40", _("SKP 60%, perilaku 40%")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_arsip")
    tahun = models.PositiveSmallIntegerField()
    nilai_skp = models.DecimalField(max_digits=6, decimal_places=2)
    nilai_perilaku = models.DecimalField(max_digits=6, decimal_places=2)
    bobot = models.CharField(max_length=5, choices=Bobot.choices)
    ide_baru = models.BooleanField(default=False)
    nilai = models.DecimalField(max_digits=6, decimal_places=2)
    predikat = models.CharField(max_length=16, choices=PilihanPredikat.choices)
    dasar = models.JSONField(default=list)
    sumber = models.CharField(max_length=200)
    diimpor_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-tahun"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["pegawai", "tahun"], name="arsip_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} {self.tahun}"
