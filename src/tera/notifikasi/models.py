"""Tables of the notifications: what a person is told, by which mail, and what they chose."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tera.organisasi.models import Instansi, Pegawai


class KelompokNotifikasi(models.TextChoices):
    """What a person chooses by: groups of kinds, not single kinds."""

    TUGAS = "tugas", _("Yang menunggu Anda")
    HASIL = "hasil", _("SKP, realisasi, dan hasil evaluasi Anda")
    TIM = "tim", _("Pekerjaan tim Anda")
    PENGINGAT = "pengingat", _("Pengingat batas waktu")
    DATA = "data", _("Data Anda dibuka petugas")


class CaraSurel(models.TextChoices):
    """When mail goes out about a group."""

    SEGERA = "segera", _("Segera")
    HARIAN = "harian", _("Sekali sehari, diringkas")
    TIDAK = "tidak", _("Tidak dikirim")


class PengirimanSurel(models.Model):
    """One mail to one person; its Message-ID is made of this row, so sending again repeats it."""

    class Status(models.TextChoices):
        MENUNGGU = "menunggu", _("Menunggu")
        TERKIRIM = "terkirim", _("Terkirim")
        GAGAL = "gagal", _("Gagal")
        # Everything it would have said was read before it left.
        TIDAK_PERLU = "tidak_perlu", _("Tidak perlu lagi")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.CASCADE, related_name="+")
    kunci = models.CharField(max_length=120, unique=True)
    cara = models.CharField(max_length=8, choices=CaraSurel.choices)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.MENUNGGU)
    percobaan = models.PositiveSmallIntegerField(default=0)
    kirim_at = models.DateTimeField()
    terkirim_at = models.DateTimeField(null=True, blank=True)
    # The class of what went wrong, never its text: a mail server's answer may hold an address.
    galat = models.CharField(max_length=80, blank=True)
    dibuat_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["kirim_at"], name="surel_menunggu", condition=Q(status="menunggu")
            ),
            models.Index(
                fields=["instansi", "-id"], name="surel_gagal", condition=Q(status="gagal")
            ),
        ]

    def __str__(self) -> str:
        return f"surel {self.pk} {self.status}"


class Notifikasi(models.Model):
    """One thing one person is told, once; the sentence is made of ids when it is shown."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.CASCADE, related_name="notifikasi")
    jenis = models.CharField(max_length=48)
    kelompok = models.CharField(max_length=12, choices=KelompokNotifikasi.choices)
    # The event or the deadline: the same one told again finds this row.
    kunci = models.CharField(max_length=120)
    # Ids, days and years only: names are read when shown, in the reader's language.
    muatan = models.JSONField(default=dict)
    terjadi_at = models.DateTimeField()
    dibaca_at = models.DateTimeField(null=True, blank=True)
    surel = models.ForeignKey(
        PengirimanSurel,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="daftar_notifikasi",
    )

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["pegawai", "kunci"], name="notifikasi_sekali")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["pegawai", "-id"], name="notifikasi_milik"),
            models.Index(
                fields=["pegawai"], name="notifikasi_belum", condition=Q(dibaca_at__isnull=True)
            ),
            models.Index(
                fields=["dibaca_at"], name="notifikasi_usang", condition=Q(dibaca_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.jenis} {self.pegawai_id}"


class PilihanNotifikasi(models.Model):
    """How one person wants mail about one group; without a row the default holds."""

    pegawai = models.ForeignKey(Pegawai, on_delete=models.CASCADE, related_name="+")
    kelompok = models.CharField(max_length=12, choices=KelompokNotifikasi.choices)
    surel = models.CharField(max_length=8, choices=CaraSurel.choices)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["pegawai", "kelompok"], name="pilihan_notifikasi_satu")
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} {self.kelompok}: {self.surel}"


class JamTenang(models.Model):
    """Hours in which one person gets no mail, in the zone of the instansi; equal hours: none."""

    pegawai = models.OneToOneField(Pegawai, on_delete=models.CASCADE, related_name="+")
    mulai = models.PositiveSmallIntegerField()
    selesai = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(mulai__lte=23) & Q(selesai__lte=23), name="jam_tenang_sehari"
            )
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} {self.mulai}–{self.selesai}"
