"""Five anonymous questions at period close: tallies without people, frozen results, the answer.

Why tallies and not rows: ``docs/adr/0023-lima-pertanyaan.md``.
"""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tera.organisasi.models import Instansi, Pegawai, Periode, UnitKerja


class JawabanProses(models.Model):
    """How often one answer was given to one question in one unit: no person, time or order.

    The five answers of a person are five tallies that grew by one: nothing joins them again.
    """

    class Pilihan(models.TextChoices):
        YA = "ya", _("Ya")
        SEBAGIAN = "sebagian", _("Sebagian")
        TIDAK = "tidak", _("Tidak")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    butir = models.CharField(max_length=16)
    pilihan = models.CharField(max_length=8, choices=Pilihan.choices)
    jumlah = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["periode", "unit", "butir", "pilihan"], name="jawaban_proses_sekali"
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.butir}"


class KeikutsertaanProses(models.Model):
    """That somebody answered, no time finer than the day; never what."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    tanggal = models.DateField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["periode", "pegawai"], name="keikutsertaan_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} {self.periode_id}"


class HasilProses(models.Model):
    """The frozen result of one unit: itself and what below it was shown, at least k answers."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    nama_unit = models.CharField(max_length=300)
    path = models.CharField(max_length=400)
    jumlah = models.PositiveIntegerField()
    # {butir: {pilihan: jumlah}}
    isi = models.JSONField()
    dibekukan_pada = models.DateField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["periode", "unit"], name="hasil_proses_sekali")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["periode", "path"], name="hasil_proses_urut")
        ]

    def __str__(self) -> str:
        return f"hasil proses {self.unit_id} {self.periode_id}"


class TanggapanInstansi(models.Model):
    """What the instansi says to the result and will do; a later one stands above, none goes."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="+")
    teks = models.TextField()
    penulis = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    nama_penulis = models.CharField(max_length=200)
    ditulis_pada = models.DateField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["periode", "-id"], name="tanggapan_per_periode")
        ]

    def __str__(self) -> str:
        return f"tanggapan {self.periode_id}"
