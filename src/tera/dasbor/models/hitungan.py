"""The kept counts of the dashboard: see ``tera.organisasi.hitungan``."""

from django.db import models

from tera.organisasi.models import HitunganUnit


class HitunganDasbor(HitunganUnit):
    """What one unit did in a period (``kunci``): taking part, targets, achievements, objections,

    and what citizens said of its service.
    """

    # People with a plan in force in the period, and those of them who took part.
    wajib = models.PositiveIntegerField(default=0)
    ikut = models.PositiveIntegerField(default=0)
    # Of the same people those who reported anything; the indicators that were reported, and those
    # whose target was reached.
    melapor = models.PositiveIntegerField(default=0)
    indikator = models.PositiveIntegerField(default=0)
    target = models.PositiveIntegerField(default=0)
    # Notable achievements: verified, and waiting for a look.
    capaian = models.PositiveIntegerField(default=0)
    capaian_tunggu = models.PositiveIntegerField(default=0)
    # Objections: all, decided without change, decided with another rating.
    keberatan = models.PositiveIntegerField(default=0)
    keberatan_tetap = models.PositiveIntegerField(default=0)
    keberatan_berubah = models.PositiveIntegerField(default=0)
    # Answers of citizens, and the sum of each of the nine unsur.
    warga = models.PositiveIntegerField(default=0)
    u1 = models.PositiveIntegerField(default=0)
    u2 = models.PositiveIntegerField(default=0)
    u3 = models.PositiveIntegerField(default=0)
    u4 = models.PositiveIntegerField(default=0)
    u5 = models.PositiveIntegerField(default=0)
    u6 = models.PositiveIntegerField(default=0)
    u7 = models.PositiveIntegerField(default=0)
    u8 = models.PositiveIntegerField(default=0)
    u9 = models.PositiveIntegerField(default=0)
