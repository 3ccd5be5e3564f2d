"""Rating written cases: sessions of practice, blind ratings of the panel, who the experts are."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tera.organisasi.models import Instansi, Pegawai


class JenisSesi(models.TextChoices):
    """What the ratings of a session are for."""

    LATIHAN = "latihan", _("Latihan")
    PANEL = "panel", _("Penilaian panel ahli")


class AhliPanel(models.Model):
    """A local expert whose blind ratings make the key of a case; named by the pengelola."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    keahlian = models.CharField(max_length=200)
    sejak = models.DateField()
    sampai = models.DateField(null=True, blank=True)
    nama_penunjuk = models.CharField(max_length=200)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["pegawai"], condition=Q(sampai__isnull=True), name="ahli_panel_sekali"
            )
        ]

    def __str__(self) -> str:
        return f"ahli {self.pegawai_id}"


class SesiLatihan(models.Model):
    """Cases drawn for one person; finished, it keeps the figures and the key of that day."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    jenis = models.CharField(max_length=8, choices=JenisSesi.choices, default=JenisSesi.LATIHAN)
    # Seed of the draw: the same seed and cases draw the same session.
    benih = models.BigIntegerField()
    mulai_pada = models.DateField()
    selesai_pada = models.DateField(null=True, blank=True)
    # {"kunci": {case: [seven levels]}, "panel": [cases keyed by the panel], figures}
    hasil = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["pegawai", "jenis"],
                condition=Q(selesai_pada__isnull=True),
                name="sesi_latihan_satu_berjalan",
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["pegawai", "-id"], name="sesi_latihan_orang")
        ]

    def __str__(self) -> str:
        return f"sesi {self.pk}"


class PenilaianKasus(models.Model):
    """One case of a session and the seven levels given; empty until it is rated."""

    sesi = models.ForeignKey(SesiLatihan, on_delete=models.CASCADE, related_name="daftar_kasus")
    urut = models.PositiveSmallIntegerField()
    kasus = models.CharField(max_length=60)
    versi = models.PositiveIntegerField()
    # Seven levels 0, 1, 2 in the order of ``isi.KODE_NILAI``.
    tingkat = models.JSONField(default=list)
    catatan = models.CharField(max_length=1000, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["urut"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["sesi", "urut"], name="penilaian_kasus_urut"),
            models.UniqueConstraint(fields=["sesi", "kasus"], name="penilaian_kasus_sekali"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["kasus", "versi"], name="penilaian_kasus_versi")
        ]

    def __str__(self) -> str:
        return f"{self.sesi_id} {self.kasus}"
