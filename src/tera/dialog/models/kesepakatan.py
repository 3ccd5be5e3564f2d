"""What was agreed, who does it and until when."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tera.dialog.models.pertemuan import Pertemuan
from tera.dialog.models.sesi import SesiDiskusi
from tera.organisasi.models import Instansi, Pegawai


class Kesepakatan(models.Model):
    """An agreement of a meeting or a session; changed only when the other side agrees."""

    class Status(models.TextChoices):
        TERBUKA = "terbuka", _("Terbuka")
        SELESAI = "selesai", _("Selesai")
        DIUBAH = "diubah", _("Diubah dengan persetujuan")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pertemuan = models.ForeignKey(
        Pertemuan, null=True, blank=True, on_delete=models.CASCADE,
        related_name="daftar_kesepakatan",
    )  # fmt: skip
    sesi = models.ForeignKey(
        SesiDiskusi, null=True, blank=True, on_delete=models.CASCADE,
        related_name="daftar_kesepakatan",
    )  # fmt: skip
    uraian = models.CharField(max_length=500)
    penanggung_jawab = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    # The other side: of a meeting the other person, of a session its leader.
    pihak_lain = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    tenggat = models.DateField()
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.TERBUKA)
    selesai_pada = models.DateField(null=True, blank=True)
    # A proposed change waits here for the other side.
    usul_uraian = models.CharField(max_length=500, blank=True)
    usul_tenggat = models.DateField(null=True, blank=True)
    pengusul = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    menggantikan = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="pengganti"
    )
    diingatkan_pada = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(pertemuan__isnull=True, sesi__isnull=False)
                | models.Q(pertemuan__isnull=False, sesi__isnull=True),
                name="kesepakatan_satu_asal",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["penanggung_jawab", "tenggat"],
                condition=models.Q(status="terbuka"),
                name="kesepakatan_terbuka",
            ),
            models.Index(
                fields=["pihak_lain", "tenggat"],
                condition=models.Q(status="terbuka"),
                name="kesepakatan_ditunggu",
            ),
            models.Index(
                fields=["tenggat"],
                condition=models.Q(status="terbuka", diingatkan_pada__isnull=True),
                name="kesepakatan_jatuh_tempo",
            ),
        ]

    def __str__(self) -> str:
        return f"kesepakatan {self.pk} {self.status}"
