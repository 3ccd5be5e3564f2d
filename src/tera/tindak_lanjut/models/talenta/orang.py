"""What a person sees of oneself: who looked, and facts that one asks to be put right."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tera.core.models import Berkas
from tera.organisasi.models import Instansi, Pegawai, UnitKerja
from tera.tindak_lanjut.models.talenta.karier import UsulKarier


class PembacaanTalenta(models.Model):
    """Somebody read a person's talent file; the person sees who, when and what for."""

    class Hal(models.TextChoices):
        BERKAS = "berkas", _("Berkas talenta")
        CETAKAN = "cetakan", _("Berkas karier tercetak")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    hal = models.CharField(max_length=10, choices=Hal.choices)
    keperluan = models.CharField(max_length=300, blank=True)
    pembaca_id = models.BigIntegerField(null=True)
    nama_pembaca = models.CharField(max_length=200)
    peran = models.CharField(max_length=20)
    hari = models.DateField()
    dibaca_at = models.DateTimeField()
    # Of a print: the file it was made for, and what it said, as it said it.
    usul = models.ForeignKey(
        UsulKarier, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    rekaman = models.JSONField(default=dict)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["pegawai", "dibaca_at"], name="pembacaan_talenta_orang")
        ]

    def __str__(self) -> str:
        return f"{self.hal} {self.pegawai_id} oleh {self.pembaca_id}"


class KoreksiFakta(models.Model):
    """A person says which fact about oneself is wrong, and what is right."""

    class Fakta(models.TextChoices):
        PANGKAT = "pangkat", _("Pangkat dan golongan")
        JABATAN = "jabatan", _("Riwayat jabatan dan unit")
        PENDIDIKAN = "pendidikan", _("Pendidikan")
        PREDIKAT = "predikat", _("Hasil evaluasi kinerja tahun lalu")
        POTENSI = "potensi", _("Penilaian kompetensi dan potensi")
        PELATIHAN = "pelatihan", _("Pelatihan dan sertifikat")
        CAPAIAN = "capaian", _("Capaian dan penghargaan")
        LAIN = "lain", _("Fakta lain")

    class Status(models.TextChoices):
        DIAJUKAN = "diajukan", _("Menunggu pengelola")
        DIPERBAIKI = "diperbaiki", _("Sudah diperbaiki")
        DITOLAK = "ditolak", _("Tidak diubah")
        DIBATALKAN = "dibatalkan", _("Dibatalkan")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    # Where the person was when asking: its pengelola answers.
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    fakta = models.CharField(max_length=12, choices=Fakta.choices)
    tertulis = models.CharField(max_length=500)
    seharusnya = models.CharField(max_length=500)
    bukti = models.CharField(max_length=500)
    berkas = models.ForeignKey(
        Berkas, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DIAJUKAN)
    jawaban = models.CharField(max_length=1000, blank=True)
    diajukan_pada = models.DateField()
    dijawab_pada = models.DateField(null=True, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "status"], name="koreksi_fakta_antrean"),
            models.Index(fields=["pegawai"], name="koreksi_fakta_orang"),
        ]

    def __str__(self) -> str:
        return f"koreksi {self.fakta} {self.pegawai_id}"
