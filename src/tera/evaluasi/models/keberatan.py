"""Tables of the objection: one per evaluation, what both sides said, what they showed."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tera.core.models import Berkas
from tera.evaluasi.models.inti import CaraPenyampaian, Evaluasi, LevelRating, PilihanPredikat
from tera.organisasi.models import Instansi, Pegawai


class Keberatan(models.Model):
    """A person's objection against one result; one per evaluation, and its decision is final."""

    class Status(models.TextChoices):
        DIAJUKAN = "diajukan", _("Diajukan")
        KLARIFIKASI = "klarifikasi", _("Klarifikasi")
        DIPUTUS = "diputus", _("Diputus")

    class DasarPemutus(models.TextChoices):
        """Why it is this person who decides."""

        ATASAN_PENILAI = "atasan_penilai", _("Atasan pejabat penilai")
        DI_ATASNYA = "di_atasnya", _("Pejabat di atas atasan penilai")
        TANPA_ATASAN = "tanpa_atasan", _("Menurut kebijakan instansi")
        BELUM_ADA = "belum_ada", _("Belum ada yang bisa memutus")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    evaluasi = models.OneToOneField(Evaluasi, on_delete=models.PROTECT, related_name="keberatan")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DIAJUKAN)
    alasan = models.TextField()
    diajukan_pada = models.DateField()
    # On screen by the person, or typed in by the pengelola from the signed paper that is scanned.
    cara = models.CharField(
        max_length=6, choices=CaraPenyampaian.choices, default=CaraPenyampaian.LAYAR
    )
    berkas_kertas = models.ForeignKey(
        Berkas, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    nama_pencatat = models.CharField(max_length=200)
    # What on the scan proves the day a paper was handed in; asked for where the result had become
    # final before it was typed in.
    bukti_terima = models.CharField(max_length=200, blank=True)
    sesudah_final = models.BooleanField(default=False)
    # The window as it stood: the 14th day, the day of the agency's own calendar, and the last day
    # that counts (on a day off the next working day, or the calendar's day when that is later).
    # Empty where the days off of the year weren't decreed yet.
    batas_hari = models.DateField(null=True, blank=True)
    jadwal_instansi = models.DateField(null=True, blank=True)
    batas = models.DateField(null=True, blank=True)
    batas_sementara = models.BooleanField(default=False)
    # Who decides, why that person, and until when as a service target (no rule).
    kepada = models.ForeignKey(
        Pegawai,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="keberatan_diputus",
    )
    dasar_kepada = models.CharField(max_length=14, choices=DasarPemutus.choices)
    penjelasan_kepada = models.TextField(blank=True)
    target_pada = models.DateField(null=True, blank=True)
    klarifikasi_pada = models.DateField(null=True, blank=True)
    # The first result, kept whole beside the new one.
    rating_hasil_awal = models.CharField(max_length=10, choices=LevelRating.choices)
    rating_perilaku_awal = models.CharField(max_length=10, choices=LevelRating.choices)
    predikat_awal = models.CharField(max_length=16, choices=PilihanPredikat.choices)
    rekaman_awal = models.JSONField(default=dict)
    # The decision.
    rating_hasil_putusan = models.CharField(max_length=10, choices=LevelRating.choices, blank=True)
    rating_perilaku_putusan = models.CharField(
        max_length=10, choices=LevelRating.choices, blank=True
    )
    predikat_putusan = models.CharField(max_length=16, choices=PilihanPredikat.choices, blank=True)
    alasan_hasil = models.TextField(blank=True)
    alasan_perilaku = models.TextField(blank=True)
    pertimbangan = models.TextField(blank=True)
    diputus_pada = models.DateField(null=True, blank=True)
    pemutus = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # The rater's next rating of this person, which waits for a look from above.
    penilaian_berikut = models.ForeignKey(
        Evaluasi, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["kepada", "status"], name="keberatan_per_pemutus"),
            models.Index(fields=["instansi", "status"], name="keberatan_terbuka"),
        ]

    def __str__(self) -> str:
        return f"keberatan {self.evaluasi_id} {self.status}"

    @property
    def berubah(self) -> bool:
        """Whether the decision changed a rating."""
        return bool(self.predikat_putusan) and (
            self.rating_hasil_putusan,
            self.rating_perilaku_putusan,
        ) != (self.rating_hasil_awal, self.rating_perilaku_awal)


class KeteranganKeberatan(models.Model):
    """What one side said about an objection: written by itself, or heard by who decides."""

    class Pihak(models.TextChoices):
        PEGAWAI = "pegawai", _("Pegawai")
        PENILAI = "penilai", _("Pejabat penilai")
        LAIN = "lain", _("Pihak lain")

    class Cara(models.TextChoices):
        TERTULIS = "tertulis", _("Tertulis")
        LISAN = "lisan", _("Lisan, dicatat pemutus")

    keberatan = models.ForeignKey(
        Keberatan, on_delete=models.CASCADE, related_name="daftar_keterangan"
    )
    pihak = models.CharField(max_length=8, choices=Pihak.choices)
    cara = models.CharField(max_length=8, choices=Cara.choices)
    nama_pemberi = models.CharField(max_length=200)
    teks = models.TextField()
    tanggal = models.DateField()
    pencatat = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    nama_pencatat = models.CharField(max_length=200)
    dicatat_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["tanggal", "pk"]

    def __str__(self) -> str:
        return f"{self.keberatan_id} {self.pihak} {self.cara}"


class BuktiKeberatan(models.Model):
    """A file one side lays beside an objection."""

    keberatan = models.ForeignKey(Keberatan, on_delete=models.CASCADE, related_name="daftar_bukti")
    pihak = models.CharField(max_length=8, choices=KeteranganKeberatan.Pihak.choices)
    judul = models.CharField(max_length=200)
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, related_name="+")
    pengunggah = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    nama_pengunggah = models.CharField(max_length=200)
    diunggah_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{self.keberatan_id} {self.judul}"
