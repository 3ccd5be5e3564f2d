"""Continuous feedback: what was said to a person about a piece of work, and who was asked for it.

A row hangs on the receiver's assignment and on the key of the RHK, not on one version of the plan.
Whoever gave it stands with name and relation as of that day: people move.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tera.organisasi.models import Instansi, Pegawai, Penugasan
from tera.pelaksanaan.models import BuktiDukung


class HubunganPemberi(models.TextChoices):
    """What the giver was to the receiver on the day."""

    PENILAI = "penilai", _("Pimpinan")
    ATASAN_PENILAI = "atasan_penilai", _("Atasan pejabat penilai")
    KETUA_TIM = "ketua_tim", _("Ketua tim")
    BAWAHAN = "bawahan", _("Bawahan")
    ANGGOTA_TIM = "anggota_tim", _("Anggota tim")
    REKAN = "rekan", pgettext_lazy("seorang", "Rekan kerja")
    DIMINTA = "diminta", _("Yang dimintai")


class SasaranUmpanBalik(models.TextChoices):
    """What of the work it is about."""

    RHK = "rhk", _("Rencana hasil kerja")
    PERILAKU = "perilaku", _("Perilaku kerja")
    BUKTI = "bukti", _("Bukti dukung")
    UMUM = "umum", _("Pekerjaan secara umum")


class _Sasaran(models.Model):
    """The piece of work: one of four forms, with its words as they stood."""

    sasaran = models.CharField(max_length=8, choices=SasaranUmpanBalik.choices)
    rhk_kunci = models.UUIDField(null=True, blank=True)
    nilai = models.CharField(max_length=3, blank=True)
    bukti = models.ForeignKey(
        BuktiDukung, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    tentang = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True


def _satu_sasaran(nama: str) -> models.CheckConstraint:
    """Each form carries its own key: evidence may also name the RHK it belongs to."""
    return models.CheckConstraint(
        condition=Q(sasaran="rhk", rhk_kunci__isnull=False, nilai="", bukti__isnull=True)
        | (Q(sasaran="perilaku", rhk_kunci__isnull=True, bukti__isnull=True) & ~Q(nilai=""))
        | Q(sasaran="bukti", nilai="", bukti__isnull=False)
        | Q(sasaran="umum", rhk_kunci__isnull=True, nilai="", bukti__isnull=True),
        name=nama,
    )


class UmpanBalik(_Sasaran):
    """One piece of feedback, read by its receiver the moment it is sent."""

    class Jenis(models.TextChoices):
        APRESIASI = "apresiasi", _("Apresiasi")
        SARAN = "saran", pgettext_lazy("satu", "Saran")
        PERBAIKAN = "perbaikan", _("Perlu diperbaiki")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    penerima = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="umpan_balik_diterima"
    )
    penugasan = models.ForeignKey(
        Penugasan, on_delete=models.PROTECT, related_name="daftar_umpan_balik"
    )
    pemberi = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="umpan_balik_diberikan"
    )
    hubungan = models.CharField(max_length=14, choices=HubunganPemberi.choices)
    nama_pemberi = models.CharField(max_length=300)
    jenis = models.CharField(max_length=9, choices=Jenis.choices)
    teks = models.TextField()
    # When it was seen, not when it was written: it decides the period it belongs to.
    tanggal = models.DateField()
    dikirim_at = models.DateTimeField()
    diubah_at = models.DateTimeField(null=True, blank=True)
    ditarik_at = models.DateTimeField(null=True, blank=True)
    dibaca_at = models.DateTimeField(null=True, blank=True)
    tanggapan = models.TextField(blank=True)
    ditanggapi_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-dikirim_at", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            _satu_sasaran("umpan_balik_satu_sasaran"),
            models.CheckConstraint(
                condition=~Q(penerima=models.F("pemberi")), name="umpan_balik_orang_lain"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["penerima", "-dikirim_at"], name="umpan_balik_penerima"),
            models.Index(fields=["pemberi", "-dikirim_at"], name="umpan_balik_pemberi"),
            models.Index(fields=["penugasan", "tanggal"], name="umpan_balik_tugas"),
        ]

    def __str__(self) -> str:
        return self.teks[:60]


class VersiUmpanBalik(models.Model):
    """Words that were corrected, as they stood before."""

    umpan_balik = models.ForeignKey(
        UmpanBalik, on_delete=models.CASCADE, related_name="daftar_versi"
    )
    urut = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=9, choices=UmpanBalik.Jenis.choices)
    teks = models.TextField()
    sampai_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["urut"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["umpan_balik", "urut"], name="versi_umpan_balik_urut")
        ]

    def __str__(self) -> str:
        return f"{self.umpan_balik_id} versi {self.urut}"


class PermintaanUmpanBalik(_Sasaran):
    """Somebody asks for feedback. Open until answered, declined, taken back, or its last day."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    peminta = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="permintaan_umpan_balik"
    )
    penugasan = models.ForeignKey(Penugasan, on_delete=models.PROTECT, related_name="+")
    kepada = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="dimintai_umpan_balik"
    )
    pesan = models.CharField(max_length=500, blank=True)
    diminta_at = models.DateTimeField()
    batas = models.DateField()
    jawaban = models.OneToOneField(
        UmpanBalik, null=True, blank=True, on_delete=models.PROTECT, related_name="permintaan"
    )
    ditolak_at = models.DateTimeField(null=True, blank=True)
    alasan = models.CharField(max_length=500, blank=True)
    dibatalkan_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-diminta_at", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            _satu_sasaran("permintaan_satu_sasaran"),
            models.CheckConstraint(
                condition=~Q(peminta=models.F("kepada")), name="permintaan_orang_lain"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["kepada", "batas"],
                condition=Q(
                    jawaban__isnull=True, ditolak_at__isnull=True, dibatalkan_at__isnull=True
                ),
                name="permintaan_terbuka",
            ),
            models.Index(fields=["peminta", "-diminta_at"], name="permintaan_peminta"),
        ]

    def __str__(self) -> str:
        return f"{self.peminta_id} meminta {self.kepada_id}"
