"""A one-on-one meeting: two people, an agenda, notes of which every version is kept."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tera.evaluasi.models import Evaluasi
from tera.organisasi.models import Instansi, Pegawai


class Pertemuan(models.Model):
    """Two people meet about the work of one of them; nobody else reads it."""

    class Jenis(models.TextChoices):
        RUTIN = "rutin", _("Dialog kinerja")
        HASIL = "hasil", _("Pembahasan hasil evaluasi")

    class Hubungan(models.TextChoices):
        PENILAI_PEGAWAI = "penilai_pegawai", _("Penilai dan pegawai")
        KETUA_ANGGOTA = "ketua_anggota", _("Ketua tim dan anggota")
        KESEPAKATAN = "kesepakatan", _("Kesepakatan berdua")

    class Status(models.TextChoices):
        DIJADWALKAN = "dijadwalkan", _("Dijadwalkan")
        BERLANGSUNG = "berlangsung", _("Berlangsung")
        SELESAI = "selesai", _("Selesai")
        DIBATALKAN = "dibatalkan", _("Dibatalkan")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    jenis = models.CharField(max_length=8, choices=Jenis.choices, default=Jenis.RUTIN)
    hubungan = models.CharField(max_length=16, choices=Hubungan.choices)
    # Whose work is spoken of; of two colleagues the one who invited.
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    mitra = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    pengundang = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    evaluasi = models.ForeignKey(
        Evaluasi, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    tanggal = models.DateField()
    jam_mulai = models.TimeField()
    jam_selesai = models.TimeField(null=True, blank=True)
    tempat = models.CharField(max_length=200, blank=True)
    tautan = models.URLField(max_length=500, blank=True)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DIJADWALKAN)
    dilaksanakan_pada = models.DateField(null=True, blank=True)
    # Also the SEQUENCE of the calendar file: a moved meeting replaces the old entry.
    revisi = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~models.Q(pegawai=models.F("mitra")), name="pertemuan_dua_orang"
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["pegawai", "tanggal"], name="pertemuan_pegawai"),
            models.Index(fields=["mitra", "tanggal"], name="pertemuan_mitra"),
            models.Index(fields=["instansi", "dilaksanakan_pada"], name="pertemuan_per_instansi"),
        ]

    def __str__(self) -> str:
        return f"pertemuan {self.pegawai_id}–{self.mitra_id} {self.tanggal}"


class ButirAgenda(models.Model):
    """One thing to speak about: typed by one of the two, or chosen from what the work shows."""

    class Asal(models.TextChoices):
        SENDIRI = "sendiri", _("Usul sendiri")
        RHK = "rhk", _("Rencana hasil kerja")
        REALISASI = "realisasi", _("Realisasi")
        RENCANA_AKSI = "rencana_aksi", _("Rencana aksi")
        UMPAN_BALIK = "umpan_balik", _("Umpan balik")
        HASIL = "hasil", _("Hasil evaluasi")
        PERTANYAAN = "pertanyaan", _("Pertanyaan")
        KESEPAKATAN = "kesepakatan", _("Kesepakatan lalu")

    pertemuan = models.ForeignKey(Pertemuan, on_delete=models.CASCADE, related_name="daftar_agenda")
    asal = models.CharField(max_length=12, choices=Asal.choices, default=Asal.SENDIRI)
    # What it was made from ("rhk:…", "pertanyaan:12"), so that nothing is offered twice.
    rujukan = models.CharField(max_length=60, blank=True)
    teks = models.CharField(max_length=500)
    pengusul = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    sudah_dibahas = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["pertemuan", "rujukan"],
                condition=~models.Q(rujukan=""),
                name="agenda_sekali",
            )
        ]

    def __str__(self) -> str:
        return f"agenda {self.pertemuan_id}: {self.asal}"


class CatatanPertemuan(models.Model):
    """One version of the shared notes: who wrote it, when; older ones stay readable."""

    pertemuan = models.ForeignKey(
        Pertemuan, on_delete=models.CASCADE, related_name="daftar_catatan"
    )
    versi = models.PositiveIntegerField()
    teks = models.TextField()
    penulis = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    ditulis_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["pertemuan", "versi"], name="catatan_pertemuan_versi")
        ]

    def __str__(self) -> str:
        return f"catatan {self.pertemuan_id} v{self.versi}"
