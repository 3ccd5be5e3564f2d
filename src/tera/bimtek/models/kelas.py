"""Classes of training: who teaches, who was asked, who was there, what is frozen when it ends."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tera.bimtek.models.latihan import SesiLatihan
from tera.organisasi.models import Instansi, Pegawai, UnitKerja


class KelasBimtek(models.Model):
    """One class (angkatan) of a course; what it shows of its people is frozen once."""

    class Status(models.TextChoices):
        DISUSUN = "disusun", _("Disusun")
        TERBUKA = "terbuka", _("Terbuka")
        BERLANGSUNG = "berlangsung", _("Berlangsung")
        SELESAI = "selesai", _("Selesai")
        DIBATALKAN = "dibatalkan", _("Dibatalkan")

    class Cara(models.TextChoices):
        TATAP_MUKA = "tatap_muka", _("Tatap muka")
        DARING = "daring", _("Daring")
        CAMPURAN = "campuran", _("Tatap muka dan daring")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    # Who serves this unit or one above keeps the class.
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    kursus = models.CharField(max_length=60)
    judul = models.CharField(max_length=200)
    mulai = models.DateField()
    selesai = models.DateField()
    balas_sampai = models.DateField()
    cara = models.CharField(max_length=12, choices=Cara.choices, default=Cara.TATAP_MUKA)
    tempat = models.CharField(max_length=300, blank=True)
    kapasitas = models.PositiveSmallIntegerField()
    jp = models.PositiveSmallIntegerField(default=0)
    daftar_pelatih = models.ManyToManyField(Pegawai, related_name="+")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DISUSUN)
    # {"sebelum": …} when it begins, {"sesudah": …, "angket": …} when it is frozen: of groups only.
    ringkasan = models.JSONField(default=dict)
    dibekukan_pada = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(selesai__gte=models.F("mulai")), name="kelas_bimtek_masa"
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "-mulai"], name="kelas_bimtek_daftar")
        ]

    def __str__(self) -> str:
        return self.judul


class PesertaKelas(models.Model):
    """Somebody asked to a class, what they answered, and the two sessions of practice."""

    class Jawaban(models.TextChoices):
        DIUNDANG = "diundang", _("Belum menjawab")
        MENERIMA = "menerima", _("Bersedia hadir")
        MENOLAK = "menolak", _("Tidak bisa")

    kelas = models.ForeignKey(KelasBimtek, on_delete=models.CASCADE, related_name="daftar_peserta")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    # The unit on the day of the invitation, for the list of the trainer.
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    jawaban = models.CharField(max_length=8, choices=Jawaban.choices, default=Jawaban.DIUNDANG)
    alasan = models.CharField(max_length=300, blank=True)
    diundang_pada = models.DateField()
    dijawab_pada = models.DateField(null=True, blank=True)
    sesi_sebelum = models.OneToOneField(
        SesiLatihan, on_delete=models.SET_NULL, null=True, blank=True, related_name="sebelum_kelas"
    )
    sesi_sesudah = models.OneToOneField(
        SesiLatihan, on_delete=models.SET_NULL, null=True, blank=True, related_name="sesudah_kelas"
    )
    # That they answered, never when or what: ``HitunganAngket`` keeps counts only.
    angket_terkirim = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["kelas", "pegawai"], name="peserta_kelas_sekali")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["pegawai", "jawaban"], name="peserta_kelas_orang")
        ]

    def __str__(self) -> str:
        return f"{self.kelas_id} {self.pegawai_id}"


class HariKelas(models.Model):
    """One day of a class; while its code is open participants confirm their own attendance."""

    kelas = models.ForeignKey(KelasBimtek, on_delete=models.CASCADE, related_name="daftar_hari")
    tanggal = models.DateField()
    # Six digits while the trainer shows it; empty: closed.
    kode = models.CharField(max_length=6, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["tanggal"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["kelas", "tanggal"], name="hari_kelas_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.kelas_id} {self.tanggal}"


class KehadiranKelas(models.Model):
    """Whether a participant was there on a day, and how that came to be known."""

    class Lewat(models.TextChoices):
        PELATIH = "pelatih", _("Daftar pelatih")
        KODE = "kode", _("Kode kehadiran")
        LEMBAR = "lembar", _("Lembar XLSX")

    hari = models.ForeignKey(HariKelas, on_delete=models.CASCADE, related_name="daftar_hadir")
    peserta = models.ForeignKey(PesertaKelas, on_delete=models.CASCADE, related_name="daftar_hadir")
    hadir = models.BooleanField()
    lewat = models.CharField(max_length=8, choices=Lewat.choices)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["hari", "peserta"], name="kehadiran_kelas_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.hari_id} {self.peserta_id}"


class HitunganAngket(models.Model):
    """How many chose an answer of the questionnaire: no row, order or time of anybody's own."""

    kelas = models.ForeignKey(KelasBimtek, on_delete=models.CASCADE, related_name="daftar_angket")
    butir = models.CharField(max_length=20)
    pilihan = models.CharField(max_length=20)
    jumlah = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["kelas", "butir", "pilihan"], name="hitungan_angket_sekali"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kelas_id} {self.butir} {self.pilihan}"


class PotretBimtek(models.Model):
    """What practice showed in a semester that is over, by unit and by case; never made again."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    mulai = models.DateField()
    selesai = models.DateField()
    isi = models.JSONField(default=dict)
    dihitung_pada = models.DateField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["instansi", "mulai"], name="potret_bimtek_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.instansi_id} {self.mulai}"
