"""The pejabat pembina's decision: without one that is in force there is no run and no advice."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from tera.core.models import Berkas
from tera.organisasi.models import Instansi, Pegawai


class PengaktifanAnalisis(models.Model):
    """A dated decision with its impact assessment and the day employees were told."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    nomor = models.CharField(max_length=100)
    # The day of the decision.
    tanggal = models.DateField()
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, related_name="+")
    penilaian_dampak = models.TextField()
    berkas_dampak = models.ForeignKey(
        Berkas, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    diumumkan_pada = models.DateField()
    # The first day of analyses, and the last day of "untuk pembinaan saja".
    sejak = models.DateField()
    pembinaan_sampai = models.DateField()
    # Ended from this day on.
    berakhir_pada = models.DateField(null=True, blank=True)
    alasan_akhir = models.TextField(blank=True)
    pencatat = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    nama_pencatat = models.CharField(max_length=200)
    dicatat_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["instansi"],
                condition=Q(berakhir_pada__isnull=True),
                name="pengaktifan_satu_terbuka",
            ),
            models.CheckConstraint(
                condition=Q(
                    tanggal__lte=F("sejak"),
                    diumumkan_pada__lte=F("sejak"),
                    pembinaan_sampai__gt=F("sejak"),
                ),
                name="pengaktifan_urutan_tanggal",
            ),
        ]

    def __str__(self) -> str:
        return f"pengaktifan {self.nomor}"
