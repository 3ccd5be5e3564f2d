"""Work agreements of PPPK: from a day to a day, with the letter's number."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tera.organisasi.models.instansi import Instansi
from tera.organisasi.models.pegawai import Pegawai


class PerjanjianKerja(models.Model):
    """One agreement of one PPPK; an extension is a new row."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="daftar_perjanjian_kerja"
    )
    nomor = models.CharField(max_length=100)
    mulai = models.DateField()
    selesai = models.DateField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["pegawai", "mulai"], name="perjanjian_sekali"),
            models.CheckConstraint(
                condition=Q(selesai__gt=models.F("mulai")), name="perjanjian_masa"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "selesai"], name="perjanjian_selesai")
        ]

    def __str__(self) -> str:
        return f"{self.nomor} {self.selesai}"
