"""A course that people of a unit are asked to read, until when, by whom."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tera.organisasi.models import Instansi, Pegawai, UnitKerja


class Sosialisasi(models.Model):
    """A course given to a unit and everything below it; done when all its modules were read."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    kursus = models.CharField(max_length=60)
    # As they were on the day: a newer version of the course asks nothing again here.
    judul = models.CharField(max_length=200)
    versi = models.PositiveIntegerField()
    jumlah_modul = models.PositiveSmallIntegerField()
    tenggat = models.DateField()
    pesan = models.CharField(max_length=500, blank=True)
    pemberi = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    nama_pemberi = models.CharField(max_length=200)
    diberikan_pada = models.DateField()
    diingatkan_pada = models.DateField(null=True, blank=True)
    dihentikan_pada = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["unit", "kursus"],
                condition=Q(dihentikan_pada__isnull=True),
                name="sosialisasi_satu_berjalan",
            ),
            models.CheckConstraint(
                condition=Q(tenggat__gte=models.F("diberikan_pada")), name="sosialisasi_masa"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "dihentikan_pada"], name="sosialisasi_instansi")
        ]

    def __str__(self) -> str:
        return f"{self.kursus} untuk {self.unit_id}"
