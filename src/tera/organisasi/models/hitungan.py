"""Counts kept per unit, and the marks that say which of them are no longer right."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tera.organisasi.models.instansi import UnitKerja


class TandaBasi(models.Model):
    """One change that may alter a count; written by database triggers only, never changed.

    No foreign keys: a mark must not lock the row it is about, nor wait for anyone.
    """

    instansi_id = models.BigIntegerField()
    # The room whose table changed; one mark serves every roll-up that depends on it.
    lingkup = models.CharField(max_length=12)
    # What ``nomor`` is the key of: the unit is looked up when the mark is consumed, see ADR 0017.
    asal = models.CharField(max_length=12)
    nomor = models.BigIntegerField()
    diambil = models.BooleanField(default=False)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi_id", "lingkup"], name="tanda_basi_lingkup")
        ]

    def __str__(self) -> str:
        return f"{self.lingkup} {self.asal} {self.nomor}"


class HitunganUnit(models.Model):
    """What one roll-up counted in one unit itself, without those below it.

    Right only while ``segar``, from ``sejak`` to ``sampai``, and for the query named by ``sidik``.
    """

    unit = models.ForeignKey(UnitKerja, on_delete=models.CASCADE, related_name="%(class)s")
    # A year, or the key of a period.
    kunci = models.BigIntegerField()
    segar = models.BooleanField(default=False)
    sidik = models.CharField(max_length=16, blank=True)
    sejak = models.DateField(null=True)
    sampai = models.DateField(null=True)

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["unit", "kunci"], name="%(class)s_sekali"),
            models.CheckConstraint(
                condition=Q(segar=False) | Q(sejak__isnull=False, sampai__isnull=False),
                name="%(class)s_masa",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.kunci}"
