"""What was printed: a number and a token per content, so that anyone can check a print."""

from typing import ClassVar

from django.db import models

from tera.organisasi.models import Instansi


class CetakanDokumen(models.Model):
    """One content of one document that was printed; the same content keeps its number."""

    class Jenis(models.TextChoices):
        SKP = "skp", "SKP"
        MATRIKS = "matriks", "Matriks Peran Hasil"
        SAMPUL_EVALUASI = "sampul_evaluasi", "Dokumen Evaluasi Kinerja"

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    token = models.CharField(max_length=32, unique=True)
    nomor = models.CharField(max_length=40, unique=True)
    jenis = models.CharField(max_length=20, choices=Jenis.choices)
    objek_id = models.BigIntegerField()
    sidik_isi = models.CharField(max_length=64)
    dicetak_at = models.DateTimeField()
    pengguna_id = models.BigIntegerField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["jenis", "objek_id", "sidik_isi"], name="cetakan_isi")
        ]

    def __str__(self) -> str:
        return self.nomor
