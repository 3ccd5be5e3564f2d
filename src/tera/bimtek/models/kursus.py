"""How far somebody is in a course."""

from typing import ClassVar

from django.db import models

from tera.organisasi.models import Instansi, Pegawai


class KemajuanModul(models.Model):
    """A module somebody has read, in which version of its course, with the answers given last."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    kursus = models.CharField(max_length=60)
    modul = models.CharField(max_length=60)
    versi = models.PositiveIntegerField()
    # The place of the answer chosen for each check question, from 0.
    jawaban = models.JSONField(default=list)
    jumlah_benar = models.PositiveSmallIntegerField(default=0)
    selesai_pada = models.DateField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["pegawai", "kursus", "modul"], name="kemajuan_modul_sekali"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kursus}/{self.modul}"
