"""PAK: the sum as established on a day; and the mass issue of conversions as a job."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tera.angka_kredit.models.masa import MasaJenjang
from tera.organisasi.models import Instansi, Pegawai, UnitKerja


class PenetapanAngkaKredit(models.Model):
    """A PAK: what stood before (lama), what came (baru), frozen when the penilai establishes it."""

    class Status(models.TextChoices):
        DISUSUN = "disusun", _("Disusun")
        DITETAPKAN = "ditetapkan", _("Ditetapkan")
        DIBATALKAN = "dibatalkan", _("Dibatalkan")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_pak")
    masa = models.ForeignKey(MasaJenjang, on_delete=models.PROTECT, related_name="daftar_pak")
    penilai = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DISUSUN)
    nomor = models.CharField(max_length=100)
    # Masa penilaian.
    mulai = models.DateField()
    selesai = models.DateField()
    jumlah = models.DecimalField(max_digits=8, decimal_places=2)
    # The whole form: people, rows, needs, law. Written when it is established.
    rekaman = models.JSONField(default=dict)
    disusun_pada = models.DateField()
    ditetapkan_pada = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["instansi", "nomor"],
                condition=~Q(status="dibatalkan"),
                name="pak_nomor_sekali",
            ),
            # One draft at a time.
            models.UniqueConstraint(
                fields=["masa"], condition=Q(status="disusun"), name="pak_disusun_tunggal"
            ),
            models.CheckConstraint(
                condition=Q(selesai__gte=models.F("mulai")), name="pak_masa_penilaian"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["penilai", "status"], name="pak_penilai")
        ]

    def __str__(self) -> str:
        return f"PAK {self.nomor}"


class PenerbitanMassal(models.Model):
    """One mass issue of proposals of a year: a job that goes on where it was interrupted."""

    class Status(models.TextChoices):
        MENUNGGU = "menunggu", _("Menunggu")
        BERJALAN = "berjalan", _("Berjalan")
        SELESAI = "selesai", _("Selesai")
        GAGAL = "gagal", _("Gagal")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.MENUNGGU)
    jumlah = models.PositiveIntegerField(default=0)
    selesai = models.PositiveIntegerField(default=0)
    # The last person that was looked at: where to go on.
    sampai_pegawai = models.BigIntegerField(default=0)
    diusulkan = models.PositiveIntegerField(default=0)
    pesan = models.CharField(max_length=300, blank=True)
    pengguna_id = models.BigIntegerField(null=True)
    pegawai_id = models.BigIntegerField(null=True)
    nama_aktor = models.CharField(max_length=200)
    dibuat_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["instansi", "unit", "tahun"],
                condition=Q(status__in=["menunggu", "berjalan"]),
                name="penerbitan_satu_berjalan",
            )
        ]

    def __str__(self) -> str:
        return f"penerbitan {self.tahun} {self.unit_id} {self.status}"
