"""Relations between people: teams, delegation, helpers, officers, close relations, reports."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tera.core.models import Berkas
from tera.organisasi.models.instansi import Instansi, UnitKerja
from tera.organisasi.models.pegawai import Pegawai, Penugasan


class TimKerja(models.Model):
    """A working team; its leader gives work and feedback, the atasan rates."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="daftar_tim")
    nama = models.CharField(max_length=200)
    ketua = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="tim_dipimpin")
    sejak = models.DateField()
    sampai = models.DateField(null=True, blank=True)
    dasar = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.nama


class AnggotaTim(models.Model):
    """A member of a team, from a day to a day; may come from another unit."""

    tim = models.ForeignKey(TimKerja, on_delete=models.CASCADE, related_name="daftar_anggota")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="tim_diikuti")
    sejak = models.DateField()
    sampai = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["tim", "pegawai", "sejak"], name="anggota_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.tim_id}: {self.pegawai_id}"


class Delegasi(models.Model):
    """The power to rate, delegated by one letter that may cover many heads."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    pemberi = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    nomor_surat = models.CharField(max_length=100)
    tanggal_surat = models.DateField()
    berkas = models.ForeignKey(Berkas, null=True, blank=True, on_delete=models.PROTECT)
    sejak = models.DateField()
    sampai = models.DateField(null=True, blank=True)
    dibuat_at = models.DateTimeField()
    nama_aktor = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.nomor_surat


class CakupanDelegasi(models.Model):
    """One head (JF with tugas tambahan) who may rate under the letter, in one unit."""

    delegasi = models.ForeignKey(Delegasi, on_delete=models.CASCADE, related_name="daftar_cakupan")
    penerima = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["delegasi", "penerima", "unit"], name="cakupan_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.delegasi_id} → {self.penerima_id}"


class HubunganPenilai(models.Model):
    """Who rates the holder of an assignment, from a day to a day, and why.

    Derived from assignments, tree, delegation and policy by ``segarkan_penilai``; never typed.
    """

    class Dasar(models.TextChoices):
        ATASAN_LANGSUNG = "atasan_langsung", _("Pimpinan unit terdekat")
        KEPALA_DAERAH = "kepala_daerah", _("Pimpinan instansi menilai JPT")
        DELEGASI = "delegasi", _("Surat delegasi kewenangan menilai")
        KHUSUS = "khusus", _("Surat penetapan penilai")
        NAIK = "naik", _("Pimpinan unit di atasnya")
        TIDAK_DINILAI = "tidak_dinilai", _("Tidak dinilai di sini")
        TIDAK_ADA = "tidak_ada", _("Belum ada penilai")

    class Kendala(models.TextChoices):
        LOWONG = "lowong", _("Jabatan pimpinan unit lowong")
        MERANGKAP = "merangkap", _("Pejabat yang sama memegang jabatan atasannya")
        PERLU_DELEGASI = "perlu_delegasi", _("Pimpinan unit perlu surat delegasi")
        TIDAK_AKTIF = "tidak_aktif", _("Pimpinan unit sedang tidak aktif")
        PIMPINAN_BELUM_ADA = "pimpinan_belum_ada", _("Pimpinan instansi belum tercatat")
        DI_LUAR_INSTANSI = "di_luar_instansi", _("Penilai menurut aturan ada di luar instansi")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    penugasan = models.ForeignKey(
        Penugasan, on_delete=models.CASCADE, related_name="daftar_hubungan"
    )
    penilai = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="hubungan_menilai"
    )
    atasan_penilai = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="hubungan_diawasi"
    )
    dasar = models.CharField(max_length=16, choices=Dasar.choices)
    penjelasan = models.TextField()
    kendala = models.CharField(max_length=20, choices=Kendala.choices, blank=True)
    sejak = models.DateField()
    sampai = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["penugasan", "sejak"], name="hubungan_sejak"),
            models.CheckConstraint(
                condition=Q(penilai__isnull=True) | ~Q(penilai=models.F("atasan_penilai")),
                name="hubungan_dua_orang",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "dasar"], name="hubungan_dasar"),
            models.Index(
                fields=["instansi"],
                condition=Q(penilai__isnull=True),
                name="hubungan_tanpa_penilai",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.penugasan_id} dinilai {self.penilai_id} sejak {self.sejak}"


class PeranPetugas(models.Model):
    """An officer's part in a unit and everything below it, with its letter and days."""

    class Peran(models.TextChoices):
        PENGELOLA = "pengelola", _("Pengelola kinerja")
        PYB = "pyb", _("Pejabat yang berwenang")
        PEJABAT_PEMBINA = "pejabat_pembina", _("Pejabat pembina kepegawaian")
        AUDITOR = "auditor", _("Auditor")
        PELATIH = "pelatih", _("Pelatih bimtek")
        ADMIN = "admin", _("Admin sistem")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="peran_petugas")
    peran = models.CharField(max_length=20, choices=Peran.choices)
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT)
    sejak = models.DateField()
    sampai = models.DateField(null=True, blank=True)
    dasar = models.CharField(max_length=200)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["pegawai", "peran", "unit", "sejak"], name="peran_sekali"
            )
        ]

    def __str__(self) -> str:
        return f"{self.peran} {self.pegawai_id}"


class Penyiap(models.Model):
    """A named helper who may draft for an official or a teacher; only the official sets."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    pejabat = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_penyiap")
    penyiap = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="disiapkan_untuk")
    sejak = models.DateField()
    sampai = models.DateField(null=True, blank=True)
    dasar = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~Q(pejabat=models.F("penyiap")), name="penyiap_orang_lain"
            )
        ]

    def __str__(self) -> str:
        return f"{self.penyiap_id} untuk {self.pejabat_id}"


class HubunganDekat(models.Model):
    """A close relation declared by either side: kind only; stricter class, each read logged."""

    class Jenis(models.TextChoices):
        KELUARGA = "keluarga", _("Hubungan keluarga atau semenda")
        EKONOMI = "ekonomi", _("Kepentingan ekonomi bersama")
        LAIN = "lain", _("Hubungan dekat lain")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    penyata = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    pihak = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    jenis = models.CharField(max_length=10, choices=Jenis.choices)
    sejak = models.DateField()
    sampai = models.DateField(null=True, blank=True)
    dibuat_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~Q(penyata=models.F("pihak")), name="hubungan_orang_lain"
            ),
            models.UniqueConstraint(
                fields=["penyata", "pihak"],
                condition=Q(sampai__isnull=True),
                name="hubungan_sekali",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.penyata_id}–{self.pihak_id}"


class LaporanPenilai(models.Model):
    """ "Penilai saya salah": from the first screen to a queue with history."""

    class Status(models.TextChoices):
        DILAPORKAN = "dilaporkan", _("Dilaporkan")
        DIPROSES = "diproses", _("Diproses")
        DIPERBAIKI = "diperbaiki", _("Diperbaiki")
        DITOLAK = "ditolak", _("Ditolak")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="laporan_penilai")
    penugasan = models.ForeignKey(Penugasan, on_delete=models.PROTECT)
    penilai_tercatat = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    penilai_seharusnya = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    keterangan = models.TextField()
    jawaban = models.TextField(blank=True)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DILAPORKAN)
    dibuat_at = models.DateTimeField()
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"laporan {self.pk} {self.status}"


class ImporData(models.Model):
    """One import: what, by whom, as of which day, with its report; the file waits for consent."""

    class Status(models.TextChoices):
        DIPERIKSA = "diperiksa", _("Sudah diperiksa, belum diimpor")
        BERJALAN = "berjalan", _("Sedang berjalan")
        SELESAI = "selesai", _("Selesai")
        TANPA_PERUBAHAN = "tanpa_perubahan", _("Tidak ada perubahan")
        DITOLAK = "ditolak", _("Ditolak")
        DIBATALKAN = "dibatalkan", _("Dibatalkan")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    jenis = models.CharField(max_length=20)
    status = models.CharField(max_length=16, choices=Status.choices, default=Status.SELESAI)
    berkas = models.ForeignKey(Berkas, null=True, blank=True, on_delete=models.PROTECT)
    lewati_salah = models.BooleanField(default=False)
    nama_berkas = models.CharField(max_length=200)
    sidik_berkas = models.CharField(max_length=64)
    berlaku = models.DateField()
    ringkasan = models.JSONField(default=dict)
    pengguna_id = models.BigIntegerField(null=True)
    nama_aktor = models.CharField(max_length=200)
    dibuat_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.jenis} {self.nama_berkas}"


class AksesPetugas(models.Model):
    """One request made in *mode petugas*, shown to the person it concerned."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    sesi_id = models.BigIntegerField(db_index=True)
    pengguna_id = models.BigIntegerField()
    nama_petugas = models.CharField(max_length=200)
    alasan = models.CharField(max_length=500)
    pegawai = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="akses_petugas"
    )
    metode = models.CharField(max_length=8)
    jalur = models.CharField(max_length=300)
    terjadi_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.nama_petugas} {self.jalur}"
