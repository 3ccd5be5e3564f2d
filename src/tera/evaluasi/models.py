"""Tables of the appraisal: a unit's capaian and a person's evaluation for one period."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tera.core.models import Berkas
from tera.organisasi.models import Instansi, Pegawai, Periode, UnitKerja
from tera.skp.models import SKP


class LevelRating(models.TextChoices):
    """The three levels of both ratings."""

    DI_ATAS = "di_atas", _("Di Atas Ekspektasi")
    SESUAI = "sesuai", _("Sesuai Ekspektasi")
    DI_BAWAH = "di_bawah", _("Di Bawah Ekspektasi")


class PilihanPredikat(models.TextChoices):
    """The five predikat."""

    SANGAT_BAIK = "sangat_baik", _("Sangat Baik")
    BAIK = "baik", _("Baik")
    BUTUH_PERBAIKAN = "butuh_perbaikan", _("Butuh Perbaikan")
    KURANG = "kurang", _("Kurang")
    SANGAT_KURANG = "sangat_kurang", _("Sangat Kurang")


class CapaianOrganisasi(models.Model):
    """What a unit achieved in a period, set by the level above before any predikat."""

    class Level(models.TextChoices):
        ISTIMEWA = "istimewa", _("Istimewa")
        BAIK = "baik", _("Baik")
        BUTUH_PERBAIKAN = "butuh_perbaikan", _("Butuh Perbaikan")
        KURANG = "kurang", _("Kurang")
        SANGAT_KURANG = "sangat_kurang", _("Sangat Kurang")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="daftar_capaian")
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="daftar_capaian")
    level = models.CharField(max_length=16, choices=Level.choices)
    alasan = models.TextField(blank=True)
    nomor_keputusan = models.CharField(max_length=100, blank=True)
    berkas_keputusan = models.ForeignKey(Berkas, null=True, blank=True, on_delete=models.PROTECT)
    penetap = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    nama_penetap = models.CharField(max_length=200)
    ditetapkan_pada = models.DateField()
    ditetapkan_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["unit", "periode"], name="capaian_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.level}"


class Evaluasi(models.Model):
    """One person's evaluation in one period; the predikat always equals the matrix."""

    class Status(models.TextChoices):
        TERBUKA = "terbuka", _("Terbuka")
        DINILAI = "dinilai", _("Dinilai")
        DITETAPKAN = "ditetapkan", _("Ditetapkan")
        DISAMPAIKAN = "disampaikan", _("Disampaikan")
        KEBERATAN = "keberatan", _("Keberatan")
        DIPUTUS = "diputus", _("Diputus")
        FINAL = "final", _("Final")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="daftar_evaluasi")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_evaluasi")
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="daftar_evaluasi")
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="daftar_evaluasi")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.TERBUKA)
    rating_hasil_kerja = models.CharField(max_length=10, choices=LevelRating.choices, blank=True)
    rating_perilaku_kerja = models.CharField(max_length=10, choices=LevelRating.choices, blank=True)
    alasan_hasil_kerja = models.TextField(blank=True)
    alasan_perilaku_kerja = models.TextField(blank=True)
    catatan = models.TextField(blank=True)
    predikat = models.CharField(max_length=16, choices=PilihanPredikat.choices, blank=True)
    penilai = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="evaluasi_dinilai"
    )
    # The written criteria both sides have read since planning; named with the rating.
    versi_rubrik = models.CharField(max_length=40, blank=True)
    # A declared close relation asks for the atasan penilai's counter-signature.
    perlu_tanda_tangan_atasan = models.BooleanField(default=False)
    disetujui_oleh = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    disetujui_at = models.DateTimeField(null=True, blank=True)
    ditetapkan_pada = models.DateField(null=True, blank=True)
    disampaikan_pada = models.DateField(null=True, blank=True)
    diterima_pada = models.DateField(null=True, blank=True)
    # Everything the decision stood on: people, law with articles, capaian, rubrik version.
    rekaman = models.JSONField(default=dict)
    revisi = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["skp", "periode"], name="evaluasi_sekali")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["unit", "periode", "status"], name="evaluasi_per_unit"),
            models.Index(fields=["penilai", "periode"], name="evaluasi_per_penilai"),
        ]

    def __str__(self) -> str:
        return f"evaluasi {self.pegawai_id} {self.periode_id}"
