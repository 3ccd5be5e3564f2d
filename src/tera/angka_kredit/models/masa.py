"""The past of a JF, jenjang by jenjang, and the ledger of each: rows are added, never edited."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tera.core.models import Berkas
from tera.organisasi.models import Instansi, Pegawai


class PilihanJenjang(models.TextChoices):
    """The jenjang of a JF, words of ``tera.regulasi.kategori.Jenjang``."""

    PEMULA = "pemula", _("Pemula")
    TERAMPIL = "terampil", _("Terampil")
    MAHIR = "mahir", _("Mahir")
    PENYELIA = "penyelia", _("Penyelia")
    AHLI_PERTAMA = "ahli_pertama", _("Ahli Pertama")
    AHLI_MUDA = "ahli_muda", _("Ahli Muda")
    AHLI_MADYA = "ahli_madya", _("Ahli Madya")
    AHLI_UTAMA = "ahli_utama", _("Ahli Utama")


class CaraMasuk(models.TextChoices):
    """How a person came into the jenjang."""

    PENGANGKATAN_PERTAMA = "pengangkatan_pertama", _("Pengangkatan pertama")
    PERPINDAHAN = "perpindahan", _("Perpindahan dari jabatan lain")
    PENYESUAIAN = "penyesuaian", _("Penyesuaian atau penyetaraan")
    PROMOSI = "promosi", _("Promosi")
    KENAIKAN_JENJANG = "kenaikan_jenjang", _("Kenaikan jenjang")


class MasaJenjang(models.Model):
    """One person in one jenjang of a JF, from its TMT on; what was brought in stands here."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="daftar_masa_jenjang"
    )
    jabatan = models.CharField(max_length=300)
    jenjang = models.CharField(max_length=16, choices=PilihanJenjang.choices)
    # The golongan on the day of the TMT.
    golongan = models.CharField(max_length=8)
    cara_masuk = models.CharField(max_length=20, choices=CaraMasuk.choices)
    mulai = models.DateField()
    selesai = models.DateField(null=True, blank=True)
    # Why somebody left the JF; empty when a kenaikan jenjang closed it.
    alasan_selesai = models.CharField(max_length=500, blank=True)
    ak_dasar = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    ak_lama = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    ak_penyesuaian = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    # Moving in from another post: the predikat of the last golongan, converted; and how that was
    # computed (rows, law, what was unknown, why the letter deviates).
    ak_perpindahan = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    perpindahan = models.JSONField(default=dict, blank=True)
    nomor_sk = models.CharField(max_length=100)
    tanggal_sk = models.DateField()
    berkas = models.ForeignKey(Berkas, null=True, blank=True, on_delete=models.PROTECT)
    nama_pencatat = models.CharField(max_length=200)
    dicatat_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(selesai__isnull=True) | Q(selesai__gte=models.F("mulai")),
                name="masa_jenjang_hari",
            ),
            models.CheckConstraint(
                condition=Q(ak_dasar__gte=0)
                & Q(ak_lama__gte=0)
                & Q(ak_penyesuaian__gte=0)
                & Q(ak_perpindahan__gte=0),
                name="masa_jenjang_tidak_negatif",
            ),
            # One jenjang at a time.
            models.UniqueConstraint(
                fields=["pegawai"], condition=Q(selesai__isnull=True), name="masa_jenjang_tunggal"
            ),
            models.UniqueConstraint(fields=["pegawai", "mulai"], name="masa_jenjang_mulai"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "selesai"], name="masa_jenjang_instansi")
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} {self.jenjang} sejak {self.mulai}"


class BarisAngkaKredit(models.Model):
    """One row of the ledger; a mistake is met by a row that reverses it, with its reason."""

    class Unsur(models.TextChoices):
        KONVERSI = "konversi", _("Konversi predikat kinerja")
        PENDIDIKAN = "pendidikan", _("Peningkatan pendidikan")
        PEMBALIKAN = "pembalikan", _("Pembalikan")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    masa = models.ForeignKey(MasaJenjang, on_delete=models.PROTECT, related_name="daftar_baris")
    unsur = models.CharField(max_length=12, choices=Unsur.choices)
    nilai = models.DecimalField(max_digits=8, decimal_places=2)
    # What it counts: one of the two; of a reversal, the same as of the row it reverses.
    konversi = models.ForeignKey(
        "angka_kredit.KonversiPredikat",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="daftar_baris",
    )
    fakta = models.ForeignKey(
        "angka_kredit.FaktaJF",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="daftar_baris",
    )
    membalik = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="pembalik"
    )
    alasan = models.CharField(max_length=500, blank=True)
    hukum = models.JSONField(default=list)
    dicatat_pada = models.DateField()
    nama_pencatat = models.CharField(max_length=200)
    dicatat_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(unsur="pembalikan", membalik__isnull=False, nilai__lte=0)
                | (~Q(unsur="pembalikan") & Q(membalik__isnull=True, nilai__gte=0)),
                name="baris_ak_tanda",
            ),
            models.CheckConstraint(
                condition=Q(konversi__isnull=False, fakta__isnull=True)
                | Q(konversi__isnull=True, fakta__isnull=False),
                name="baris_ak_sumber",
            ),
            models.UniqueConstraint(
                fields=["konversi"], condition=Q(unsur="konversi"), name="baris_ak_konversi_sekali"
            ),
            models.UniqueConstraint(
                fields=["fakta"], condition=Q(unsur="pendidikan"), name="baris_ak_ijazah_sekali"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.masa_id} {self.unsur} {self.nilai}"
