"""The matrix of a year: assessments of potensial, the unit's ranking, one frozen row per person."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tera.core.models import Berkas
from tera.organisasi.models import Instansi, JenisJabatan, Pegawai, UnitKerja


class LevelKinerja(models.TextChoices):
    """Levels of the axis kinerja, words of ``tera.regulasi.kategori.Rating``."""

    DI_ATAS = "di_atas", _("Di atas ekspektasi")
    SESUAI = "sesuai", _("Sesuai ekspektasi")
    DI_BAWAH = "di_bawah", _("Di bawah ekspektasi")


class LevelPotensial(models.TextChoices):
    """Levels of the axis potensial, words of ``tera.regulasi.talenta.Potensial``."""

    TINGGI = "tinggi", _("Tinggi")
    MENENGAH = "menengah", _("Menengah")
    RENDAH = "rendah", _("Rendah")


class PenilaianPotensi(models.Model):
    """One imported assessment of one person; stricter class: each read of it is logged."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    tanggal = models.DateField()
    kompetensi = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    potensi = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    rekam_jejak = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    total = models.DecimalField(max_digits=5, decimal_places=2)
    # Whether the file gave the total itself, else how the parts were weighed: "1:1:1".
    bobot = models.CharField(max_length=12, blank=True)
    sumber = models.CharField(max_length=200)
    nama_berkas = models.CharField(max_length=200)
    nama_aktor = models.CharField(max_length=200)
    dicatat_pada = models.DateField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["pegawai", "tanggal"], name="potensi_sehari_sekali"),
            models.CheckConstraint(
                condition=models.Q(total__gte=0, total__lte=100), name="potensi_0_100"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "tanggal"], name="potensi_per_instansi")
        ]

    def __str__(self) -> str:
        return f"potensi {self.pegawai_id} {self.tanggal}"


class PeringkatKinerja(models.Model):
    """The status a unit's Tim Penilai Kinerja gave a person for a year, where units rank."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=8, choices=LevelKinerja.choices)
    dasar = models.CharField(max_length=300)
    nama_aktor = models.CharField(max_length=200)
    dicatat_pada = models.DateField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["tahun", "pegawai"], name="peringkat_setahun_sekali")
        ]

    def __str__(self) -> str:
        return f"peringkat {self.pegawai_id} {self.tahun}: {self.level}"


class PetaTalenta(models.Model):
    """The matrix of one year of one instansi, with the rules it was made by."""

    class Status(models.TextChoices):
        DISUSUN = "disusun", _("Disusun")
        DITELAAH = "ditelaah", _("Ditelaah Komite Talenta")
        DITETAPKAN = "ditetapkan", _("Ditetapkan")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DISUSUN)
    # The policy of the day it was last made: a frozen matrix keeps its own rules.
    aturan = models.JSONField(default=dict)
    disusun_pada = models.DateField()
    anggota_komite = models.TextField(blank=True)
    catatan_komite = models.TextField(blank=True)
    ditelaah_pada = models.DateField(null=True, blank=True)
    nomor_dokumen = models.CharField(max_length=100, blank=True)
    tanggal_dokumen = models.DateField(null=True, blank=True)
    berkas_dokumen = models.ForeignKey(
        Berkas, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ditetapkan_pada = models.DateField(null=True, blank=True)
    nama_penetap = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["instansi", "tahun"], name="peta_talenta_setahun")
        ]

    def __str__(self) -> str:
        return f"peta talenta {self.tahun}"


class KotakTalenta(models.Model):
    """Where one person stands in the matrix: inputs, law and advice, written together."""

    class Keadaan(models.TextChoices):
        LENGKAP = "lengkap", _("Lengkap")
        BELUM_POTENSI = "belum_potensi", _("Belum dinilai potensinya")
        BELUM_KINERJA = "belum_kinerja", _("Belum ada hasil kinerja")
        BELUM_KEDUANYA = "belum_keduanya", _("Belum ada kinerja dan potensi")

    peta = models.ForeignKey(PetaTalenta, on_delete=models.CASCADE, related_name="daftar_kotak")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    # People move: the matrix keeps them as they were.
    nama = models.CharField(max_length=300)
    nip = models.CharField(max_length=18, blank=True)
    golongan = models.CharField(max_length=8, blank=True)
    jabatan = models.CharField(max_length=300)
    jenis_jabatan = models.CharField(max_length=20, choices=JenisJabatan.choices)
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    nama_unit = models.CharField(max_length=300)
    path = models.CharField(max_length=400)
    keadaan = models.CharField(max_length=14, choices=Keadaan.choices)
    predikat = models.CharField(max_length=20, blank=True)
    sumber_kinerja = models.CharField(max_length=300, blank=True)
    kinerja = models.CharField(max_length=8, choices=LevelKinerja.choices, blank=True)
    nilai_potensi = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    tanggal_potensi = models.DateField(null=True, blank=True)
    sumber_potensi = models.CharField(max_length=200, blank=True)
    potensial = models.CharField(max_length=8, choices=LevelPotensial.choices, blank=True)
    # The regulation numbers the boxes 1 to 9; empty: not placed.
    kotak = models.PositiveSmallIntegerField(null=True, blank=True)
    krs = models.BooleanField(default=False)
    rekomendasi = models.JSONField(default=list)
    dasar = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["peta", "pegawai"], name="kotak_talenta_sekali"),
            models.CheckConstraint(
                condition=models.Q(kotak__isnull=True)
                | models.Q(kotak__gte=1, kotak__lte=9, keadaan="lengkap"),
                name="kotak_talenta_1_9",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["peta", "path"], name="kotak_talenta_unit"),
            models.Index(fields=["pegawai"], name="kotak_talenta_orang"),
        ]

    def __str__(self) -> str:
        return f"kotak {self.kotak or '-'}: {self.pegawai_id}"
