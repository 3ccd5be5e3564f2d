"""From result to action: the follow-up, the improvement plan with its reviews, the decisions."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tera.core.models import Berkas
from tera.evaluasi.models import Evaluasi, HasilTerdahulu, PilihanPredikat
from tera.organisasi.models import Instansi, Pegawai, UnitKerja


class TindakLanjut(models.Model):
    """What one final result asks for; the system proposes, a named person decides."""

    class Jenis(models.TextChoices):
        PRIORITAS = "prioritas", _("Daftar prioritas")
        PEMBINAAN = "pembinaan", _("Pembinaan")
        PERBAIKAN = "perbaikan", _("Masa perbaikan")

    class Asal(models.TextChoices):
        TAHUNAN = "tahunan", _("Hasil tahunan")
        PERIODIK = "periodik", _("Hasil periodik")

    class Status(models.TextChoices):
        DIUSULKAN = "diusulkan", _("Diusulkan")
        PERBAIKAN = "perbaikan", _("Masa perbaikan")
        UJI_KOMPETENSI = "uji_kompetensi", _("Uji kompetensi")
        PINDAH_JABATAN = "pindah_jabatan", _("Pindah jabatan")
        TURUN_JABATAN = "turun_jabatan", _("Jabatan lebih rendah")
        PENEMPATAN_SEMENTARA = "penempatan_sementara", _("Penempatan sementara")
        USUL_PEMBERHENTIAN = "usul_pemberhentian", _("Diusulkan berhenti")
        DIBERHENTIKAN = "diberhentikan", _("Berhenti dengan hormat")
        SELESAI = "selesai", _("Selesai")
        DITUTUP = "ditutup", _("Ditutup")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="daftar_tindak_lanjut"
    )
    # The unit of the result: officers reach it by its path.
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    # What it follows: a result of Tera, or one of the year before Tera.
    evaluasi = models.ForeignKey(
        Evaluasi, null=True, blank=True, on_delete=models.PROTECT,
        related_name="daftar_tindak_lanjut",
    )  # fmt: skip
    terdahulu = models.ForeignKey(
        HasilTerdahulu, null=True, blank=True, on_delete=models.PROTECT,
        related_name="daftar_tindak_lanjut",
    )  # fmt: skip
    jenis = models.CharField(max_length=10, choices=Jenis.choices)
    asal = models.CharField(max_length=8, choices=Asal.choices)
    tahun = models.PositiveSmallIntegerField()
    predikat = models.CharField(max_length=16, choices=PilihanPredikat.choices)
    predikat_lalu = models.CharField(max_length=16, choices=PilihanPredikat.choices, blank=True)
    status = models.CharField(max_length=22, choices=Status.choices, default=Status.DIUSULKAN)
    dibuat_pada = models.DateField()
    # The day on which improvement is looked at; of a temporary placement the day it ends.
    tenggat = models.DateField(null=True, blank=True)
    sementara_sampai = models.DateField(null=True, blank=True)
    # The law it was proposed under, with its certainty: later data never changes it.
    dasar = models.JSONField(default=list)
    # Why it is proposed outside the ordinary course, in Indonesian; empty for the ordinary one.
    sebab = models.CharField(max_length=200, blank=True)
    diingatkan_pada = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["evaluasi", "jenis"], name="tindak_lanjut_sekali"),
            models.UniqueConstraint(
                fields=["terdahulu", "jenis"], name="tindak_lanjut_terdahulu_sekali"
            ),
            models.CheckConstraint(
                condition=models.Q(evaluasi__isnull=True, terdahulu__isnull=False)
                | models.Q(evaluasi__isnull=False, terdahulu__isnull=True),
                name="tindak_lanjut_satu_asal",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["pegawai", "status"], name="tindak_lanjut_pegawai"),
            models.Index(fields=["unit", "jenis", "status"], name="tindak_lanjut_unit"),
            models.Index(fields=["instansi", "jenis", "tahun"], name="tindak_lanjut_tahun"),
        ]

    def __str__(self) -> str:
        return f"tindak lanjut {self.pegawai_id} {self.jenis} {self.tahun}"


class KeputusanTindakan(models.Model):
    """One arrow of the path: who decided, with which letter, on which day."""

    tindakan = models.ForeignKey(
        TindakLanjut, on_delete=models.PROTECT, related_name="daftar_keputusan"
    )
    aksi = models.CharField(max_length=30)
    nomor = models.CharField(max_length=100)
    tanggal = models.DateField()
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, related_name="+")
    keterangan = models.TextField()
    pemutus = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    nama_pemutus = models.CharField(max_length=200)
    dicatat_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.aksi} {self.nomor}"


class RencanaPerbaikan(models.Model):
    """What must improve, who supports it and when it is looked at: made by rater and person."""

    class Status(models.TextChoices):
        DISUSUN = "disusun", _("Disusun")
        DIAJUKAN = "diajukan", _("Menunggu jawaban")
        BERJALAN = "berjalan", _("Berjalan")
        MEMBAIK = "membaik", _("Membaik")
        BELUM_MEMBAIK = "belum_membaik", _("Belum membaik")
        DIBATALKAN = "dibatalkan", _("Tidak dilanjutkan")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    tindakan = models.OneToOneField(TindakLanjut, on_delete=models.PROTECT, related_name="rencana")
    status = models.CharField(max_length=14, choices=Status.choices, default=Status.DISUSUN)
    penyusun = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    pengantar = models.TextField(blank=True)
    diajukan_pada = models.DateField(null=True, blank=True)
    # What the person wants changed, or said on agreeing.
    catatan_pegawai = models.TextField(blank=True)
    tanpa_jawaban = models.BooleanField(default=False)
    mulai = models.DateField(null=True, blank=True)
    selesai = models.DateField()
    kesimpulan = models.TextField(blank=True)
    disimpulkan_pada = models.DateField(null=True, blank=True)
    tanggapan_akhir = models.TextField(blank=True)
    revisi = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"rencana perbaikan {self.tindakan_id}"


class ButirPerbaikan(models.Model):
    """One thing to improve, tied to what it comes from, with the support it gets."""

    class Asal(models.TextChoices):
        HASIL_KERJA = "hasil_kerja", _("Hasil kerja")
        PERILAKU = "perilaku", _("Perilaku kerja")
        LAIN = "lain", _("Hal lain")

    rencana = models.ForeignKey(
        RencanaPerbaikan, on_delete=models.CASCADE, related_name="daftar_butir"
    )
    urut = models.PositiveIntegerField()
    asal = models.CharField(max_length=12, choices=Asal.choices)
    # The words of the RHK or of the value as they stood in the result.
    rujukan = models.CharField(max_length=500, blank=True)
    uraian = models.CharField(max_length=500)
    bukti = models.CharField(max_length=500)
    ukuran = models.CharField(max_length=500)
    dukungan = models.CharField(max_length=500)
    tenggat = models.DateField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["rencana", "urut"], name="butir_perbaikan_urut")
        ]

    def __str__(self) -> str:
        return f"butir {self.rencana_id}.{self.urut}"


class TinjauanPerbaikan(models.Model):
    """One review date: what the person says of the progress, what the rater says of it."""

    rencana = models.ForeignKey(
        RencanaPerbaikan, on_delete=models.CASCADE, related_name="daftar_tinjauan"
    )
    urut = models.PositiveIntegerField()
    tanggal = models.DateField()
    kemajuan = models.TextField(blank=True)
    kemajuan_pada = models.DateField(null=True, blank=True)
    catatan = models.TextField(blank=True)
    ditinjau_pada = models.DateField(null=True, blank=True)
    peninjau = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["rencana", "urut"], name="tinjauan_perbaikan_urut")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["tanggal"],
                condition=models.Q(ditinjau_pada__isnull=True),
                name="tinjauan_menunggu",
            )
        ]

    def __str__(self) -> str:
        return f"tinjauan {self.rencana_id}.{self.urut}"
