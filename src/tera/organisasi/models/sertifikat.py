"""The right to rate where the instansi asks for training: a record written by a higher room."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from tera.organisasi.models.instansi import Instansi
from tera.organisasi.models.pegawai import Pegawai


class SertifikatPenilai(models.Model):
    """From a day to a day somebody has shown what the instansi asks of its raters."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    # Where it comes from, as "<room>:<number>".
    asal = models.CharField(max_length=60)
    sejak = models.DateField()
    sampai = models.DateField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["pegawai", "asal"], name="sertifikat_penilai_asal"),
            models.CheckConstraint(
                condition=Q(sampai__gte=F("sejak")), name="sertifikat_penilai_masa"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["pegawai", "sampai"], name="sertifikat_penilai_orang")
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} {self.asal}"
