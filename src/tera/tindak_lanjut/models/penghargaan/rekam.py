"""Records of discipline and leave without pay: stricter class, each read logged."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tera.organisasi.models import Instansi, Pegawai


class RekamDisiplin(models.Model):
    """A hukuman disiplin or CLTN with its letter, or a statement that there was none."""

    class Jenis(models.TextChoices):
        HUKDIS_RINGAN = "hukdis_ringan", _("Hukuman disiplin ringan")
        HUKDIS_SEDANG = "hukdis_sedang", _("Hukuman disiplin sedang")
        HUKDIS_BERAT = "hukdis_berat", _("Hukuman disiplin berat")
        CLTN = "cltn", _("Cuti di luar tanggungan negara")
        BERSIH = "bersih", _("Keterangan tidak pernah dihukum dan tidak pernah CLTN")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    jenis = models.CharField(max_length=14, choices=Jenis.choices)
    # Of a statement: the day up to which it speaks.
    mulai = models.DateField()
    selesai = models.DateField(null=True, blank=True)
    nomor_surat = models.CharField(max_length=100)
    tanggal_surat = models.DateField()
    dicatat_at = models.DateTimeField()
    # A record that was wrong is withdrawn with a reason and stays readable to its person.
    dicabut_at = models.DateTimeField(null=True, blank=True)
    alasan_cabut = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(selesai__isnull=True) | Q(selesai__gte=F("mulai")),
                name="rekam_disiplin_masa",
            ),
            models.UniqueConstraint(
                fields=["pegawai", "jenis", "nomor_surat"],
                condition=Q(dicabut_at__isnull=True),
                name="rekam_disiplin_sekali",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "mulai"], name="rekam_disiplin_instansi")
        ]

    def __str__(self) -> str:
        return f"rekam {self.pk}"


class KoreksiRekam(models.Model):
    """The person asks that their record be corrected; the pengelola answers with words."""

    class Status(models.TextChoices):
        DIAJUKAN = "diajukan", _("Menunggu jawaban")
        DITERIMA = "diterima", _("Diterima")
        DITOLAK = "ditolak", _("Ditolak")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    # None: something is missing.
    rekam = models.ForeignKey(
        RekamDisiplin,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="daftar_koreksi",
    )
    uraian = models.TextField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DIAJUKAN)
    jawaban = models.TextField(blank=True)
    diajukan_pada = models.DateField()
    dijawab_pada = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["pegawai", "rekam"],
                condition=Q(status="diajukan"),
                name="koreksi_rekam_terbuka",
            ),
            models.UniqueConstraint(
                fields=["pegawai"],
                condition=Q(status="diajukan", rekam__isnull=True),
                name="koreksi_rekam_kurang",
            ),
        ]

    def __str__(self) -> str:
        return f"koreksi {self.pk} {self.status}"
