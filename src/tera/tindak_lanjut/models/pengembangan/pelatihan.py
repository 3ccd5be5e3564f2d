"""The catalogue of training: sessions with seats, participants, certificates, effect."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tera.core.models import Berkas
from tera.organisasi.models import Instansi, Pegawai
from tera.tindak_lanjut.models.pengembangan.rencana import KegiatanPengembangan, Kesenjangan


class Pelatihan(models.Model):
    """One training of the catalogue: what it is, how many JP, for whom."""

    class Cara(models.TextChoices):
        LURING = "luring", _("Tatap muka")
        DARING = "daring", _("Daring")
        CAMPURAN = "campuran", _("Campuran")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    judul = models.CharField(max_length=200)
    jenis = models.CharField(max_length=60)
    # A word of tera.regulasi.pengembangan.PROGRAM_KEPEMIMPINAN; empty: none of them.
    program = models.CharField(max_length=20, blank=True)
    kesenjangan = models.CharField(max_length=16, choices=Kesenjangan.choices)
    jp = models.PositiveSmallIntegerField()
    penyelenggara = models.CharField(max_length=200)
    cara = models.CharField(max_length=10, choices=Cara.choices)
    sasaran = models.CharField(max_length=300, blank=True)
    uraian = models.TextField(blank=True)
    aktif = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "aktif"], name="pelatihan_per_instansi")
        ]

    def __str__(self) -> str:
        return self.judul


class SesiPelatihan(models.Model):
    """One time a training is held, with its seats."""

    class Status(models.TextChoices):
        DIBUKA = "dibuka", _("Dibuka")
        SELESAI = "selesai", _("Selesai")
        DIBATALKAN = "dibatalkan", _("Dibatalkan")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pelatihan = models.ForeignKey(Pelatihan, on_delete=models.PROTECT, related_name="daftar_sesi")
    mulai = models.DateField()
    selesai = models.DateField()
    tempat = models.CharField(max_length=200, blank=True)
    kursi = models.PositiveSmallIntegerField()
    batas_daftar = models.DateField()
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DIBUKA)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(selesai__gte=models.F("mulai")), name="sesi_pelatihan_masa"
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "status", "mulai"], name="sesi_pelatihan_mulai")
        ]

    def __str__(self) -> str:
        return f"sesi {self.pelatihan_id} {self.mulai}"


class PesertaPelatihan(models.Model):
    """One person in one session: waiting for a seat, in it, passed or not."""

    class Status(models.TextChoices):
        MENUNGGU = "menunggu", _("Daftar tunggu")
        TERDAFTAR = "terdaftar", _("Terdaftar")
        LULUS = "lulus", _("Lulus")
        TIDAK_LULUS = "tidak_lulus", _("Tidak lulus")
        DIBATALKAN = "dibatalkan", _("Dibatalkan")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    sesi = models.ForeignKey(SesiPelatihan, on_delete=models.PROTECT, related_name="daftar_peserta")
    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="daftar_pelatihan_diikuti"
    )
    kegiatan = models.ForeignKey(
        KegiatanPengembangan, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.MENUNGGU)
    # None: attendance isn't recorded yet.
    hadir = models.BooleanField(null=True, blank=True)
    jp = models.PositiveSmallIntegerField(default=0)
    nomor_sertifikat = models.CharField(max_length=100, blank=True)
    sertifikat = models.ForeignKey(
        Berkas, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["sesi", "pegawai"],
                condition=~models.Q(status="dibatalkan"),
                name="peserta_sekali_per_sesi",
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["pegawai", "status"], name="peserta_per_pegawai")
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} di {self.sesi_id}"


class DampakPelatihan(models.Model):
    """Whether what was learnt is used at work, asked once the next result is set: both sides."""

    class Pakai(models.TextChoices):
        DIPAKAI = "dipakai", _("Ya, dipakai dalam pekerjaan")
        SEBAGIAN = "sebagian", _("Sebagian")
        BELUM = "belum", _("Belum")

    class Sisi(models.TextChoices):
        PEGAWAI = "pegawai", _("Pegawai")
        PENILAI = "penilai", _("Pejabat penilai")

    peserta = models.ForeignKey(
        PesertaPelatihan, on_delete=models.CASCADE, related_name="daftar_dampak"
    )
    sisi = models.CharField(max_length=8, choices=Sisi.choices)
    penjawab = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    pakai = models.CharField(max_length=10, choices=Pakai.choices)
    contoh = models.TextField(blank=True)
    dijawab_pada = models.DateField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["peserta", "sisi"], name="dampak_sekali_per_sisi")
        ]

    def __str__(self) -> str:
        return f"dampak {self.peserta_id} {self.sisi}"
