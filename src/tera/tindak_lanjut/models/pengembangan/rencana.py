"""Rencana pengembangan individu: one per person and year, with its activities."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tera.core.models import Berkas
from tera.evaluasi.models import Evaluasi
from tera.organisasi.models import Instansi, Pegawai, UnitKerja


class Kesenjangan(models.TextChoices):
    """What a gap is about: the three competences of an ASN, and behaviour."""

    TEKNIS = "teknis", _("Kompetensi teknis")
    MANAJERIAL = "manajerial", _("Kompetensi manajerial")
    SOSIAL_KULTURAL = "sosial_kultural", _("Kompetensi sosial kultural")
    PERILAKU = "perilaku", _("Perilaku kerja BerAKHLAK")


class PorsiBelajar(models.TextChoices):
    """Where one learns, words of ``tera.regulasi.pengembangan.Porsi``."""

    PENGALAMAN = "pengalaman", _("Pengalaman kerja (70)")
    SOSIAL = "sosial", _("Dari orang lain (20)")
    FORMAL = "formal", _("Pelatihan formal (10)")


class RencanaPengembangan(models.Model):
    """One person's development plan (RPI) of one year, agreed with the rater."""

    class Status(models.TextChoices):
        DRAF = "draf", _("Draf")
        DIAJUKAN = "diajukan", _("Diajukan")
        DIKEMBALIKAN = "dikembalikan", _("Dikembalikan")
        DISETUJUI = "disetujui", _("Disetujui")
        DITUTUP = "ditutup", _("Ditutup")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="daftar_rencana_pengembangan"
    )
    # Where the person worked when the plan was begun: the planners count by it.
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=14, choices=Status.choices, default=Status.DRAF)
    catatan_pengembalian = models.TextField(blank=True)
    penyetuju = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    diajukan_pada = models.DateField(null=True, blank=True)
    disetujui_pada = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["pegawai", "tahun"], name="rencana_sekali_setahun")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["unit", "tahun"], name="rencana_per_unit"),
            models.Index(fields=["instansi", "tahun", "status"], name="rencana_per_instansi"),
        ]

    def __str__(self) -> str:
        return f"rencana pengembangan {self.pegawai_id} {self.tahun}"


class KegiatanPengembangan(models.Model):
    """One row of a plan: gap, activity, JP, date, mentor, evidence, result."""

    class Status(models.TextChoices):
        DIRENCANAKAN = "direncanakan", _("Direncanakan")
        BERJALAN = "berjalan", _("Berjalan")
        SELESAI = "selesai", _("Selesai, menunggu verifikasi")
        DIVERIFIKASI = "diverifikasi", _("Diverifikasi")
        DIBATALKAN = "dibatalkan", _("Dibatalkan")

    class Asal(models.TextChoices):
        RHK = "rhk", _("Hasil kerja")
        PERILAKU = "perilaku", _("Perilaku kerja")
        UMPAN_BALIK = "umpan_balik", _("Umpan balik")
        CATATAN = "catatan", _("Catatan penilai")
        HASIL = "hasil", _("Hasil evaluasi")
        SENDIRI = "sendiri", _("Keinginan sendiri")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    rencana = models.ForeignKey(
        RencanaPengembangan, on_delete=models.CASCADE, related_name="daftar_kegiatan"
    )
    kesenjangan = models.CharField(max_length=16, choices=Kesenjangan.choices)
    uraian_kesenjangan = models.CharField(max_length=500)
    asal = models.CharField(max_length=12, choices=Asal.choices, default=Asal.SENDIRI)
    # Which finding of the map it answers ("12:rhk:…"), so that nothing is offered twice.
    rujukan = models.CharField(max_length=80, blank=True)
    evaluasi = models.ForeignKey(
        Evaluasi, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # What the activity is meant to improve ("rhk:…", "indikator:…", "perilaku:…") and its words
    # then: the effect is measured at it.
    sasaran = models.CharField(max_length=50, blank=True)
    sasaran_teks = models.CharField(max_length=300, blank=True)
    kegiatan = models.CharField(max_length=300)
    # A word of the law data: tera.regulasi.pengembangan.JENIS_BELAJAR.
    jenis = models.CharField(max_length=60)
    porsi = models.CharField(max_length=10, choices=PorsiBelajar.choices)
    jp = models.PositiveSmallIntegerField(default=0)
    target_pada = models.DateField()
    pembimbing = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DIRENCANAKAN)
    # Agreed with the plan it was in when the rater agreed; a row added later waits for the next.
    disetujui_pada = models.DateField(null=True, blank=True)
    mulai_pada = models.DateField(null=True, blank=True)
    selesai_pada = models.DateField(null=True, blank=True)
    diverifikasi_pada = models.DateField(null=True, blank=True)
    hasil = models.TextField(blank=True)
    jp_diperoleh = models.PositiveSmallIntegerField(default=0)
    tautan = models.URLField(max_length=500, blank=True)
    berkas = models.ForeignKey(
        Berkas, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    catatan_penilai = models.TextField(blank=True)
    alasan_batal = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["rencana", "rujukan"],
                condition=~models.Q(rujukan=""),
                name="kegiatan_sekali_per_temuan",
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "status"], name="kegiatan_per_status")
        ]

    def __str__(self) -> str:
        return self.kegiatan
