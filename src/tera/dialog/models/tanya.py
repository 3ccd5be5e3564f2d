"""Tanya-jawab about a delivered result: one thread per question."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tera.evaluasi.models import Evaluasi
from tera.organisasi.models import Instansi, Pegawai


class Pertanyaan(models.Model):
    """What the person asks about one line of the result; it never stops the objection's clock."""

    class Bagian(models.TextChoices):
        UMUM = "umum", _("Hasil secara umum")
        RHK = "rhk", _("Rencana hasil kerja")
        PERILAKU = "perilaku", _("Perilaku kerja")
        RATING = "rating", _("Rating dan predikat")
        CATATAN = "catatan", _("Catatan penilai")

    class Status(models.TextChoices):
        TERBUKA = "terbuka", _("Menunggu jawaban")
        TERJAWAB = "terjawab", _("Terjawab")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    evaluasi = models.ForeignKey(Evaluasi, on_delete=models.PROTECT, related_name="+")
    penanya = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    # Who is asked: the penilai of the result.
    penilai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    bagian = models.CharField(max_length=8, choices=Bagian.choices)
    kunci = models.CharField(max_length=36, blank=True)
    # The line as it stood in the result.
    baris = models.CharField(max_length=500, blank=True)
    teks = models.TextField()
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.TERBUKA)
    diajukan_at = models.DateTimeField()
    # The newest answer was shown to the one who asked.
    jawaban_dibaca_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["penanya", "-diajukan_at"], name="pertanyaan_penanya"),
            models.Index(fields=["penilai", "-diajukan_at"], name="pertanyaan_penilai"),
        ]

    def __str__(self) -> str:
        return f"pertanyaan {self.pk} {self.status}"


class Jawaban(models.Model):
    """One message of a thread, by either side."""

    pertanyaan = models.ForeignKey(
        Pertanyaan, on_delete=models.CASCADE, related_name="daftar_jawaban"
    )
    penulis = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    teks = models.TextField()
    ditulis_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"jawaban {self.pertanyaan_id} oleh {self.penulis_id}"
