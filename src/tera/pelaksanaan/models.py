"""Tables of pelaksanaan.

Rows hang on the assignment and on the keys of RHK and indikator, not on one version of the plan:
a new version of the plan keeps its keys, so what was reported stays with its row.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tera.core.models import Berkas
from tera.organisasi.models import HitunganUnit, Instansi, Pegawai, Penugasan, Periode
from tera.skp.models import SKP


class _BarisKerja(models.Model):
    """What every row carries: whose it is, in which assignment, under which plan."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    penugasan = models.ForeignKey(Penugasan, on_delete=models.PROTECT, related_name="+")
    # The version in force when the row was written.
    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


class RencanaAksi(_BarisKerja):
    """What a person will do for one RHK in one period, with its target."""

    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="+")
    rhk_kunci = models.UUIDField()
    urut = models.PositiveSmallIntegerField(default=0)
    teks = models.TextField()
    target = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["urut", "id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["penugasan", "periode"], name="rencana_per_tugas"),
        ]

    def __str__(self) -> str:
        return self.teks


class StatusLaporan(models.TextChoices):
    """Where a reported row stands between the person and the one who verifies."""

    DILAPORKAN = "dilaporkan", _("Dilaporkan")
    DIVERIFIKASI = "diverifikasi", _("Diverifikasi")
    DIKEMBALIKAN = "dikembalikan", _("Dikembalikan")


class Realisasi(_BarisKerja):
    """What one indicator reached by the end of one period, counted from the start of the plan."""

    class Asal(models.TextChoices):
        DILAPORKAN_SENDIRI = "dilaporkan_sendiri", _("Dilaporkan sendiri")
        DARI_DATA = "dari_data", _("Dari data")

    class Arah(models.TextChoices):
        NAIK = "naik", _("Makin besar makin baik")
        TURUN = "turun", _("Makin kecil makin baik")
        TEPAT = "tepat", _("Makin dekat ke target makin baik")

    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="+")
    rhk_kunci = models.UUIDField()
    indikator_kunci = models.UUIDField()
    teks = models.TextField(blank=True)
    nilai = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    satuan = models.CharField(max_length=60, blank=True)
    arah = models.CharField(max_length=5, choices=Arah.choices, default=Arah.NAIK)
    # The target as it stood when this was reported, as text and, where it can be read, as a number.
    target = models.CharField(max_length=200, blank=True)
    angka_target = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    # Percent of the target, None where either side is no number; never a rating.
    persen = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    target_tercapai = models.BooleanField(default=False)
    asal = models.CharField(max_length=20, choices=Asal.choices, default=Asal.DILAPORKAN_SENDIRI)
    sumber_data = models.CharField(max_length=200, blank=True)
    data_per = models.DateField(null=True, blank=True)
    # What the person objects to in a figure from data: the figure itself isn't theirs to change.
    sanggahan = models.TextField(blank=True)
    status = models.CharField(
        max_length=14, choices=StatusLaporan.choices, default=StatusLaporan.DILAPORKAN
    )
    catatan = models.TextField(blank=True)
    pelapor = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    pemeriksa = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    dilaporkan_at = models.DateTimeField()
    diperiksa_at = models.DateTimeField(null=True, blank=True)
    revisi = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["penugasan", "periode", "indikator_kunci"], name="realisasi_sekali"
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["pegawai", "periode"], name="realisasi_per_pegawai"),
            models.Index(
                fields=["instansi", "target_tercapai", "status"], name="realisasi_tercapai"
            ),
        ]

    def __str__(self) -> str:
        return self.teks or str(self.nilai)


class PembacaanRealisasi(models.Model):
    """That a rater opened this state of a figure in a session: bulk verification asks for it."""

    realisasi = models.ForeignKey(
        Realisasi, on_delete=models.CASCADE, related_name="daftar_pembacaan"
    )
    pegawai = models.ForeignKey(Pegawai, on_delete=models.CASCADE, related_name="+")
    revisi = models.PositiveIntegerField()
    sesi = models.CharField(max_length=64)
    dibaca_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["realisasi", "pegawai", "revisi", "sesi"], name="baca_realisasi_sekali"
            )
        ]

    def __str__(self) -> str:
        return f"{self.realisasi_id} rev {self.revisi}"


class CapaianPegawai(_BarisKerja):
    """A notable achievement with its measured effect, verified by the atasan before it counts."""

    rhk_kunci = models.UUIDField(null=True, blank=True)
    tanggal = models.DateField()
    judul = models.CharField(max_length=200)
    keadaan_sebelum = models.TextField()
    keadaan_sesudah = models.TextField()
    nilai_sebelum = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    nilai_sesudah = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    satuan = models.CharField(max_length=60, blank=True)
    cara = models.TextField()
    status = models.CharField(
        max_length=14, choices=StatusLaporan.choices, default=StatusLaporan.DILAPORKAN
    )
    catatan = models.TextField(blank=True)
    pemeriksa = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    diperiksa_at = models.DateTimeField(null=True, blank=True)
    revisi = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["-tanggal", "-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["penugasan", "tanggal"], name="capaian_per_tugas"),
        ]

    def __str__(self) -> str:
        return self.judul


class BuktiDukung(_BarisKerja):
    """Evidence for an RHK: a stored file, or a link that the server never opens."""

    class Jenis(models.TextChoices):
        BERKAS = "berkas", _("Berkas")
        TAUTAN = "tautan", _("Tautan")

    rhk_kunci = models.UUIDField(null=True, blank=True)
    periode = models.ForeignKey(
        Periode, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    rencana_aksi = models.ForeignKey(
        RencanaAksi, null=True, blank=True, on_delete=models.SET_NULL, related_name="daftar_bukti"
    )
    realisasi = models.ForeignKey(
        Realisasi, null=True, blank=True, on_delete=models.CASCADE, related_name="daftar_bukti"
    )
    capaian = models.ForeignKey(
        CapaianPegawai, null=True, blank=True, on_delete=models.CASCADE, related_name="daftar_bukti"
    )
    nama = models.CharField(max_length=200)
    jenis = models.CharField(max_length=6, choices=Jenis.choices)
    berkas = models.ForeignKey(
        Berkas, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    url = models.URLField(max_length=500, blank=True)
    # Evidence a decision stood on is not deleted; it is withdrawn and stays readable.
    ditarik_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(jenis="berkas", berkas__isnull=False, url="")
                | (Q(jenis="tautan", berkas__isnull=True) & ~Q(url="")),
                name="bukti_satu_bentuk",
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["penugasan", "rhk_kunci"], name="bukti_per_rhk"),
        ]

    def __str__(self) -> str:
        return self.nama


class ProgresHarian(_BarisKerja):
    """One line of the day in the fields of e-Kinerja BKN; never rated by itself."""

    rencana_aksi = models.ForeignKey(
        RencanaAksi, null=True, blank=True, on_delete=models.PROTECT, related_name="daftar_progres"
    )
    rhk_kunci = models.UUIDField(null=True, blank=True)
    tanggal = models.DateField()
    jam_mulai = models.TimeField()
    jam_selesai = models.TimeField()
    kegiatan = models.TextField()
    realisasi = models.PositiveIntegerField(default=0)
    satuan = models.CharField(max_length=60)
    bukti_url = models.URLField(max_length=500, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-tanggal", "-jam_mulai", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(jam_selesai__gt=models.F("jam_mulai")), name="progres_jam"
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["pegawai", "tanggal"], name="progres_per_hari"),
        ]

    def __str__(self) -> str:
        return self.kegiatan


class FaktorLuarKendali(_BarisKerja):
    """What the person could not control in one RHK and period, for the rater to weigh."""

    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="+")
    rhk_kunci = models.UUIDField()
    uraian = models.TextField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["penugasan", "periode", "rhk_kunci"], name="faktor_sekali"
            )
        ]

    def __str__(self) -> str:
        return self.uraian


class PenutupanBahan(models.Model):
    """A decision stands on what was reported by this period: it is written by the appraisal."""

    penugasan = models.ForeignKey(Penugasan, on_delete=models.CASCADE, related_name="+")
    periode = models.ForeignKey(Periode, on_delete=models.CASCADE, related_name="+")
    ditutup_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["penugasan", "periode"], name="penutupan_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.penugasan_id} {self.periode_id}"


class HitunganKerja(HitunganUnit):
    """How many people of one unit have work in a period (``kunci``), and what they reported."""

    orang = models.PositiveIntegerField(default=0)
    melapor = models.PositiveIntegerField(default=0)
    dilaporkan = models.PositiveIntegerField(default=0)
    diverifikasi = models.PositiveIntegerField(default=0)
    tercapai = models.PositiveIntegerField(default=0)
