"""Bimbingan and konseling kinerja, and the review of a PPPK's agreement before it ends."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tera.core.models import Berkas
from tera.evaluasi.models import PilihanPredikat
from tera.organisasi.models import Instansi, Pegawai, PerjanjianKerja, UnitKerja
from tera.tindak_lanjut.models.tindakan import TindakLanjut


class BimbinganKinerja(models.Model):
    """One coaching session: what was spoken of, what was agreed; both read it, nobody else."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    tindakan = models.ForeignKey(
        TindakLanjut, on_delete=models.PROTECT, related_name="daftar_bimbingan"
    )
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    pembimbing = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    tanggal = models.DateField()
    uraian = models.TextField()
    kesepakatan = models.TextField()
    tanggapan = models.TextField(blank=True)
    ditanggapi_pada = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["tindakan", "tanggal"], name="bimbingan_tindakan")
        ]

    def __str__(self) -> str:
        return f"bimbingan {self.pegawai_id} {self.tanggal}"


class Konseling(models.Model):
    """Counselling: the notes are for the counsellor and the person alone; each read is kept.

    Who is reported to sees the recommendation and nothing else.
    """

    class Konselor(models.TextChoices):
        PENILAI = "penilai", _("Pejabat penilai yang terlatih")
        FUNGSIONAL = "fungsional", _("Pejabat dengan tugas konseling")
        INDEPENDEN = "independen", _("Konselor independen yang ditunjuk")

    class Rekomendasi(models.TextChoices):
        BIMBINGAN = "bimbingan", _("Bimbingan kinerja")
        PELATIHAN = "pelatihan", _("Pelatihan")
        PENUGASAN_KHUSUS = "penugasan_khusus", _("Penugasan khusus")
        USUL_MUTASI = "usul_mutasi", _("Usul mutasi")
        PEMERIKSAAN_DISIPLIN = "pemeriksaan_disiplin", _("Rekomendasi hukuman disiplin")

    class Status(models.TextChoices):
        DIJADWALKAN = "dijadwalkan", _("Dijadwalkan")
        DILAKSANAKAN = "dilaksanakan", _("Dilaksanakan")
        DILAPORKAN = "dilaporkan", _("Rekomendasi dilaporkan")
        DIBATALKAN = "dibatalkan", _("Dibatalkan")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    # None: the person asked for it, no result did.
    tindakan = models.ForeignKey(
        TindakLanjut, null=True, blank=True, on_delete=models.PROTECT,
        related_name="daftar_konseling",
    )  # fmt: skip
    konselor = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    jenis_konselor = models.CharField(max_length=10, choices=Konselor.choices)
    # A counsellor without an account, with where one works: ``konselor`` then writes it down.
    konselor_luar = models.CharField(max_length=200, blank=True)
    penerima_laporan = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    # The letter that names a counsellor with that function, or an independent one.
    dasar = models.CharField(max_length=200, blank=True)
    tanggal = models.DateField()
    jam = models.TimeField()
    tempat = models.CharField(max_length=200)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DIJADWALKAN)
    masalah = models.TextField(blank=True)
    penyebab = models.TextField(blank=True)
    pemecahan = models.TextField(blank=True)
    rekomendasi = models.JSONField(default=list, blank=True)
    uraian_rekomendasi = models.TextField(blank=True)
    dilaksanakan_pada = models.DateField(null=True, blank=True)
    dilaporkan_pada = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~models.Q(pegawai=models.F("konselor")), name="konseling_dua_orang"
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["konselor", "status"], name="konseling_konselor"),
            models.Index(fields=["pegawai", "tanggal"], name="konseling_pegawai"),
        ]

    def __str__(self) -> str:
        return f"konseling {self.pk}"


class PermintaanKonseling(models.Model):
    """A person asks to be counselled: what about is for the counsellor, not for who names one."""

    class Tujuan(models.TextChoices):
        PENILAI = "penilai", _("Pejabat penilai saya")
        PENGELOLA = "pengelola", _("Pengelola kinerja, tanpa lewat penilai saya")

    class Status(models.TextChoices):
        DIAJUKAN = "diajukan", _("Menunggu konselor ditunjuk")
        DIJADWALKAN = "dijadwalkan", _("Dijadwalkan")
        DITARIK = "ditarik", _("Ditarik")
        DITOLAK = "ditolak", _("Belum bisa dijadwalkan")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    tujuan = models.CharField(max_length=9, choices=Tujuan.choices)
    uraian = models.TextField()
    status = models.CharField(max_length=11, choices=Status.choices, default=Status.DIAJUKAN)
    konseling = models.OneToOneField(
        Konseling, null=True, blank=True, on_delete=models.PROTECT, related_name="permintaan"
    )
    jawaban = models.TextField(blank=True)
    diajukan_pada = models.DateField()
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["pegawai"],
                condition=models.Q(status="diajukan"),
                name="permintaan_konseling_satu",
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "status"], name="permintaan_konseling_instansi")
        ]

    def __str__(self) -> str:
        return f"permintaan konseling {self.pk}"


class BacaanKonseling(models.Model):
    """Who opened which part of a counselling, and when: shown to the person."""

    class Bagian(models.TextChoices):
        JADWAL = "jadwal", _("Jadwal dan tempat")
        PERMINTAAN = "permintaan", _("Isi permintaan")
        CATATAN = "catatan", _("Catatan konseling")
        REKOMENDASI = "rekomendasi", _("Rekomendasi")
        CETAKAN = "cetakan", _("Formulir cetak")

    konseling = models.ForeignKey(Konseling, on_delete=models.CASCADE, related_name="daftar_bacaan")
    pembaca = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    bagian = models.CharField(max_length=12, choices=Bagian.choices)
    dibaca_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.pembaca_id} membaca {self.konseling_id}"


class TinjauanPerjanjian(models.Model):
    """A PPPK's agreement near its end: the rater recommends, the pejabat pembina decides."""

    class Status(models.TextChoices):
        TERBUKA = "terbuka", _("Perlu rekomendasi")
        DIREKOMENDASIKAN = "direkomendasikan", _("Perlu keputusan")
        DIPUTUS = "diputus", _("Diputus")
        DITUTUP = "ditutup", _("Ditutup")

    class Pilihan(models.TextChoices):
        PERPANJANGAN = "perpanjangan", _("Perpanjangan perjanjian kerja")
        DIPERTAHANKAN = "dipertahankan", _("Dipertahankan sampai akhir perjanjian")
        PEMUTUSAN = "pemutusan", _("Pemutusan perjanjian kerja dengan hormat")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    perjanjian = models.OneToOneField(
        PerjanjianKerja, on_delete=models.PROTECT, related_name="tinjauan"
    )
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=16, choices=Status.choices, default=Status.TERBUKA)
    dibuka_pada = models.DateField()
    usul_paling_lambat = models.DateField()
    # The newest yearly result when the recommendation was written.
    predikat_terakhir = models.CharField(max_length=16, choices=PilihanPredikat.choices, blank=True)
    tahun_predikat = models.PositiveSmallIntegerField(null=True, blank=True)
    rekomendasi = models.CharField(max_length=14, choices=Pilihan.choices, blank=True)
    alasan = models.TextField(blank=True)
    target_tercapai = models.BooleanField(null=True, blank=True)
    dinilai_tim = models.BooleanField(default=False)
    perekomendasi = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    direkomendasikan_pada = models.DateField(null=True, blank=True)
    catatan_pengembalian = models.TextField(blank=True)
    keputusan = models.CharField(max_length=14, choices=Pilihan.choices, blank=True)
    alasan_keputusan = models.TextField(blank=True)
    nomor_keputusan = models.CharField(max_length=100, blank=True)
    tanggal_keputusan = models.DateField(null=True, blank=True)
    berkas_keputusan = models.ForeignKey(
        Berkas, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    pemutus = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["unit", "status"], name="tinjauan_perjanjian_unit")
        ]

    def __str__(self) -> str:
        return f"tinjauan perjanjian {self.perjanjian_id}"
