"""What somebody has shown in practice, with its figures and until when it holds."""

from typing import ClassVar

from django.db import models

from tera.bimtek.models.latihan import SesiLatihan
from tera.organisasi.models import Instansi, Pegawai


class SertifikatBimtek(models.Model):
    """A certificate of one finished session; gives the right to rate only on the panel's cases."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    sesi = models.OneToOneField(SesiLatihan, on_delete=models.PROTECT, related_name="sertifikat")
    kursus = models.CharField(max_length=60)
    judul_kursus = models.CharField(max_length=200)
    versi_kursus = models.PositiveIntegerField()
    # The name and the number as they were on the day.
    nama_pegawai = models.CharField(max_length=200)
    nip = models.CharField(max_length=18, blank=True)
    # Counts that are printed: cases, ratings, the same as the key, lower, higher.
    angka = models.JSONField(default=dict)
    memberi_hak = models.BooleanField(default=False)
    terbit_pada = models.DateField()
    berlaku_sampai = models.DateField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["pegawai", "-terbit_pada"], name="sertifikat_bimtek_orang")
        ]

    def __str__(self) -> str:
        return f"sertifikat {self.pk}"
