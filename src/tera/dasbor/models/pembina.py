"""Who looks across instansi, and the monthly picture each instansi that agreed is seen by."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tera.organisasi.models import Instansi, Pegawai, Periode


class HakPembina(models.Model):
    """A person of a ministry or province who may see aggregates of instansi that agreed.

    Given and ended from the command line by the owner of the installation: no instansi can make
    itself the pembina of another.
    """

    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    # Codes of the instansi that may be seen begin with this; empty: every code.
    awalan_kode = models.CharField(max_length=16, blank=True)
    sejak = models.DateField()
    sampai = models.DateField(null=True, blank=True)
    dasar = models.CharField(max_length=200)
    dibuat_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(sampai__isnull=True) | Q(sampai__gte=models.F("sejak")),
                name="hak_pembina_masa",
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["pegawai", "sejak"], name="hak_pembina_orang")
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} {self.awalan_kode}"


class PotretPembina(models.Model):
    """The counts of an instansi in a year, taken once a month; the only thing a pembina reads.

    Live numbers would tell, looked at twice in a day, what one person did in between.
    """

    instansi = models.ForeignKey(Instansi, on_delete=models.CASCADE, related_name="+")
    periode = models.ForeignKey(Periode, on_delete=models.CASCADE, related_name="+")
    bulan = models.DateField()
    # {nama ukuran: [n, dari, orang]}
    isi = models.JSONField(default=dict)
    diambil_pada = models.DateField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["periode"], name="potret_pembina_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.instansi_id} {self.bulan}"
