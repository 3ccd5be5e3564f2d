"""Results of years before Tera: imported once, read as they were decided elsewhere."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tera.evaluasi.models.inti import LevelRating, PilihanPredikat
from tera.organisasi.models import Instansi, Pegawai


class HasilTerdahulu(models.Model):
    """One predikat over whole months of one year, final in e-Kinerja or on paper."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="daftar_hasil_terdahulu"
    )
    tahun = models.PositiveSmallIntegerField()
    bulan_mulai = models.PositiveSmallIntegerField(default=1)
    bulan_selesai = models.PositiveSmallIntegerField(default=12)
    rating_hasil_kerja = models.CharField(max_length=10, choices=LevelRating.choices)
    rating_perilaku_kerja = models.CharField(max_length=10, choices=LevelRating.choices)
    predikat = models.CharField(max_length=16, choices=PilihanPredikat.choices)
    sumber = models.CharField(max_length=200)
    nama_aktor = models.CharField(max_length=200)
    diimpor_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["pegawai", "tahun", "bulan_mulai"], name="hasil_terdahulu_sekali"
            ),
            models.CheckConstraint(
                condition=Q(
                    bulan_mulai__gte=1,
                    bulan_selesai__lte=12,
                    bulan_selesai__gte=models.F("bulan_mulai"),
                ),
                name="hasil_terdahulu_masa",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "tahun"], name="hasil_terdahulu_tahun")
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} {self.tahun}: {self.predikat}"
