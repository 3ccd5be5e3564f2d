"""Days away without a valid reason: a count to examine by, never a record of discipline."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tera.organisasi.models import Instansi, Pegawai


class KetidakhadiranTahunan(models.Model):
    """A person's working days away without a valid reason in one year, as attendance counted them.

    Stricter class: the person, the rater who must examine, and the officers of the unit.
    """

    class HasilPeriksa(models.TextChoices):
        ALASAN_SAH = "alasan_sah", _("Ada alasan yang sah; tidak ada usul")
        DIUSULKAN = "diusulkan", _("Diusulkan kepada pejabat yang berwenang menghukum")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    hari = models.PositiveSmallIntegerField()
    # The longest run of such days.
    berturut = models.PositiveSmallIntegerField(default=0)
    sumber = models.CharField(max_length=200)
    dicatat_at = models.DateTimeField()
    # What the superior's examination found; empty until it is held.
    diperiksa_pada = models.DateField(null=True, blank=True)
    pemeriksa = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    hasil_periksa = models.CharField(max_length=10, choices=HasilPeriksa.choices, blank=True)
    nomor_periksa = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["pegawai", "tahun"], name="ketidakhadiran_sekali"),
            models.CheckConstraint(
                condition=Q(berturut__lte=F("hari")), name="ketidakhadiran_berturut"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "tahun", "hari"], name="ketidakhadiran_tahun")
        ]

    def __str__(self) -> str:
        return f"ketidakhadiran {self.pegawai_id} {self.tahun}"
