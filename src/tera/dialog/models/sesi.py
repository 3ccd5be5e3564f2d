"""A group discussion of a unit: its people, what they told each other, the minutes."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tera.organisasi.models import Instansi, Pegawai, UnitKerja


class SesiDiskusi(models.Model):
    """A discussion of a unit's people on one day, led by its head, a team lead or an appointee."""

    class Status(models.TextChoices):
        DIJADWALKAN = "dijadwalkan", _("Dijadwalkan")
        SELESAI = "selesai", _("Selesai")
        DIBATALKAN = "dibatalkan", _("Dibatalkan")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    pemimpin = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    topik = models.CharField(max_length=200)
    tanggal = models.DateField()
    jam_mulai = models.TimeField()
    jam_selesai = models.TimeField(null=True, blank=True)
    tempat = models.CharField(max_length=200, blank=True)
    tautan = models.URLField(max_length=500, blank=True)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DIJADWALKAN)
    # The session it repeats: "jadwalkan bulan depan" makes at most one.
    lanjutan_dari = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="lanjutan"
    )
    revisi = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["unit", "tanggal"], name="sesi_per_unit"),
            models.Index(fields=["pemimpin", "tanggal"], name="sesi_per_pemimpin"),
        ]

    def __str__(self) -> str:
        return f"sesi {self.unit_id} {self.tanggal}"


class PesertaSesi(models.Model):
    """One person asked to a session."""

    sesi = models.ForeignKey(SesiDiskusi, on_delete=models.CASCADE, related_name="daftar_peserta")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    hadir = models.BooleanField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["sesi", "pegawai"], name="peserta_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} pada sesi {self.sesi_id}"


class NotulenSesi(models.Model):
    """One version of the minutes; older ones stay readable."""

    sesi = models.ForeignKey(SesiDiskusi, on_delete=models.CASCADE, related_name="daftar_notulen")
    versi = models.PositiveIntegerField()
    teks = models.TextField()
    penulis = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    ditulis_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["sesi", "versi"], name="notulen_versi")
        ]

    def __str__(self) -> str:
        return f"notulen {self.sesi_id} v{self.versi}"


class MasukanDiskusi(models.Model):
    """What one participant gave another, or all; named, and read by every participant."""

    sesi = models.ForeignKey(SesiDiskusi, on_delete=models.CASCADE, related_name="daftar_masukan")
    penulis = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    kepada = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    teks = models.TextField()
    ditulis_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(kepada__isnull=True) | ~models.Q(kepada=models.F("penulis")),
                name="masukan_kepada_orang_lain",
            )
        ]

    def __str__(self) -> str:
        return f"masukan {self.penulis_id} pada sesi {self.sesi_id}"
