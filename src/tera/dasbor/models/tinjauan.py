"""The instansi's yearly review of its own process, and the dated agreements it ends in."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tera.core.models import Pengguna
from tera.organisasi.models import Instansi, Pegawai, Periode


class TinjauanTahunan(models.Model):
    """One year looked back at: figures frozen when it is written, what they mean, what follows."""

    class Status(models.TextChoices):
        DISUSUN = "disusun", _("Disusun")
        DITETAPKAN = "ditetapkan", _("Ditetapkan")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    periode = models.OneToOneField(Periode, on_delete=models.PROTECT, related_name="tinjauan")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DISUSUN)
    # What was counted on ``dibekukan_pada``: lateness, objections, taking part, the five questions.
    isi = models.JSONField(default=dict)
    dibekukan_pada = models.DateField()
    catatan = models.TextField(blank=True)
    revisi = models.PositiveIntegerField(default=0)
    penyusun = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    nama_penyusun = models.CharField(max_length=200)
    ditetapkan_pada = models.DateField(null=True, blank=True)
    nama_penetap = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"tinjauan {self.periode_id}"


class KesepakatanTinjauan(models.Model):
    """What will be done about it, by whom, until when; what stays open returns next year."""

    class Status(models.TextChoices):
        TERBUKA = "terbuka", _("Terbuka")
        SELESAI = "selesai", _("Selesai")
        DIBAWA = "dibawa", _("Dibawa ke tahun berikutnya")
        DIBATALKAN = "dibatalkan", _("Dibatalkan")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    tinjauan = models.ForeignKey(
        TinjauanTahunan, on_delete=models.PROTECT, related_name="daftar_kesepakatan"
    )
    uraian = models.CharField(max_length=500)
    penanggung_jawab = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    tenggat = models.DateField()
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.TERBUKA)
    hasil = models.CharField(max_length=500, blank=True)
    selesai_pada = models.DateField(null=True, blank=True)
    # The agreement of an earlier year that this one goes on with.
    asal = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="lanjutan"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["tenggat", "pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["penanggung_jawab", "tenggat"],
                condition=models.Q(status="terbuka"),
                name="kesepakatan_tinjauan_buka",
            )
        ]

    def __str__(self) -> str:
        return self.uraian


class PandanganHukum(models.Model):
    """The last day on which a person said: I have read what changed in the law."""

    pengguna = models.OneToOneField(
        Pengguna, on_delete=models.CASCADE, related_name="pandangan_hukum"
    )
    pada = models.DateField()

    def __str__(self) -> str:
        return f"{self.pengguna_id} {self.pada}"
