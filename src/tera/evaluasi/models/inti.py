"""Tables of the appraisal: a unit's capaian and a person's evaluation for one period."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from tera.core.models import Berkas
from tera.organisasi.models import HitunganUnit, Instansi, Pegawai, Periode, UnitKerja
from tera.skp.models import SKP

#: Reasons the system writes: kept in Indonesian, said by a page in the language of its reader.
ALASAN_UBAH_NILAI = gettext_noop("nilai diperbaiki sebelum ditetapkan")
ALASAN_FINAL = gettext_noop("Masa keberatan berakhir tanpa keberatan.")


class LevelRating(models.TextChoices):
    """The three levels of both ratings."""

    DI_ATAS = "di_atas", _("Di Atas Ekspektasi")
    SESUAI = "sesuai", _("Sesuai Ekspektasi")
    DI_BAWAH = "di_bawah", _("Di Bawah Ekspektasi")


class PilihanPredikat(models.TextChoices):
    """The five predikat."""

    SANGAT_BAIK = "sangat_baik", _("Sangat Baik")
    BAIK = "baik", _("Baik")
    BUTUH_PERBAIKAN = "butuh_perbaikan", _("Butuh Perbaikan")
    KURANG = "kurang", _("Kurang")
    SANGAT_KURANG = "sangat_kurang", _("Sangat Kurang")


class CaraPenyampaian(models.TextChoices):
    """How the document reached the person."""

    LAYAR = "layar", _("Di layar")
    KERTAS = "kertas", _("Di atas kertas")


class SebabTandaTangan(models.TextChoices):
    """Why a rating waits for the atasan penilai's look."""

    HUBUNGAN_DEKAT = "hubungan_dekat", _("Pernyataan hubungan dekat")
    SESUDAH_KEBERATAN = "sesudah_keberatan", _("Penilaian pertama sesudah keberatan")


class CapaianOrganisasi(models.Model):
    """What a unit achieved in a period, set by the level above before any predikat."""

    class Level(models.TextChoices):
        ISTIMEWA = "istimewa", _("Istimewa")
        BAIK = "baik", _("Baik")
        BUTUH_PERBAIKAN = "butuh_perbaikan", _("Butuh Perbaikan")
        KURANG = "kurang", _("Kurang")
        SANGAT_KURANG = "sangat_kurang", _("Sangat Kurang")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="daftar_capaian")
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="daftar_capaian")
    level = models.CharField(max_length=16, choices=Level.choices)
    alasan = models.TextField(blank=True)
    # What the level stands on (SE MenPANRB 3/2023): in a part of the year the rencana aksi against
    # target periodik, in the year the perjanjian kinerja; then the ekspektasi of the level above.
    uraian_hasil = models.TextField(blank=True)
    uraian_ekspektasi = models.TextField(blank=True)
    nomor_keputusan = models.CharField(max_length=100, blank=True)
    berkas_keputusan = models.ForeignKey(Berkas, null=True, blank=True, on_delete=models.PROTECT)
    penetap = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    nama_penetap = models.CharField(max_length=200)
    ditetapkan_pada = models.DateField()
    ditetapkan_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["unit", "periode"], name="capaian_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.level}"


class Evaluasi(models.Model):
    """One person's evaluation in one period; the predikat always equals the matrix."""

    class Status(models.TextChoices):
        TERBUKA = "terbuka", _("Terbuka")
        DINILAI = "dinilai", _("Dinilai")
        DITETAPKAN = "ditetapkan", _("Ditetapkan")
        DISAMPAIKAN = "disampaikan", _("Disampaikan")
        KEBERATAN = "keberatan", _("Keberatan")
        DIPUTUS = "diputus", _("Diputus")
        FINAL = "final", _("Final")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="daftar_evaluasi")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_evaluasi")
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="daftar_evaluasi")
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="daftar_evaluasi")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.TERBUKA)
    rating_hasil_kerja = models.CharField(max_length=10, choices=LevelRating.choices, blank=True)
    rating_perilaku_kerja = models.CharField(max_length=10, choices=LevelRating.choices, blank=True)
    alasan_hasil_kerja = models.TextField(blank=True)
    alasan_perilaku_kerja = models.TextField(blank=True)
    # Why the year's predikat is unlike the last or the most frequent periodic one.
    alasan_beda = models.TextField(blank=True)
    catatan = models.TextField(blank=True)
    predikat = models.CharField(max_length=16, choices=PilihanPredikat.choices, blank=True)
    penilai = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="evaluasi_dinilai"
    )
    # The written criteria both sides have read since planning; named with the rating.
    versi_rubrik = models.CharField(max_length=40, blank=True)
    # A declared close relation, or an objection against the rater's last result, asks for the
    # atasan penilai's counter-signature; an empty reason is the former.
    perlu_tanda_tangan_atasan = models.BooleanField(default=False)
    sebab_tanda_tangan = models.CharField(
        max_length=18, choices=SebabTandaTangan.choices, blank=True
    )
    disetujui_oleh = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    disetujui_at = models.DateTimeField(null=True, blank=True)
    ditetapkan_pada = models.DateField(null=True, blank=True)
    disampaikan_pada = models.DateField(null=True, blank=True)
    # On screen, or on paper: then the day, the witness and the scan are the proof of receipt.
    cara_penyampaian = models.CharField(
        max_length=6, choices=CaraPenyampaian.choices, default=CaraPenyampaian.LAYAR
    )
    saksi_penyampaian = models.CharField(max_length=200, blank=True)
    berkas_penyampaian = models.ForeignKey(
        Berkas, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    diterima_pada = models.DateField(null=True, blank=True)
    # The atasan penilai was asked, or drawn, to mark this person without seeing the rater's marks.
    tanda_buta = models.BooleanField(default=False)
    # Agreed by the pengelola with a reason: a set result, not yet delivered, goes back to rated.
    buka_kembali_disetujui_oleh = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    alasan_buka_kembali = models.TextField(blank=True)
    # Everything the decision stood on: people, law with articles, capaian, rubrik version.
    rekaman = models.JSONField(default=dict)
    revisi = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["skp", "periode"], name="evaluasi_sekali")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["unit", "periode", "status"], name="evaluasi_per_unit"),
            models.Index(fields=["penilai", "periode"], name="evaluasi_per_penilai"),
        ]

    def __str__(self) -> str:
        return f"evaluasi {self.pegawai_id} {self.periode_id}"


class Swakaji(models.Model):
    """The person's own look at the period: beside the rating, never mixed in."""

    evaluasi = models.OneToOneField(Evaluasi, on_delete=models.CASCADE, related_name="swakaji")
    ringkasan = models.TextField(blank=True)
    kendala = models.TextField(blank=True)
    kebutuhan = models.TextField(blank=True)
    dikirim_at = models.DateTimeField(null=True, blank=True)
    revisi = models.PositiveIntegerField(default=0)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"swakaji {self.evaluasi_id}"


class PembacaanEvaluasi(models.Model):
    """One rater opened one evaluation in one session: only what was read is rated in bulk."""

    evaluasi = models.ForeignKey(
        Evaluasi, on_delete=models.CASCADE, related_name="daftar_pembacaan"
    )
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    sesi = models.CharField(max_length=64)
    dibaca_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["evaluasi", "pegawai", "sesi"], name="pembacaan_evaluasi_sekali"
            )
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} membaca {self.evaluasi_id}"


class CatatanKerja(models.Model):
    """One mark on one RHK or one BerAKHLAK value: working paper, never a rating by itself."""

    class Oleh(models.TextChoices):
        PEGAWAI = "pegawai", _("Pegawai (swakaji)")
        PENILAI = "penilai", _("Pejabat penilai")
        ATASAN_PENILAI = "atasan_penilai", _("Atasan pejabat penilai")

    class Unsur(models.TextChoices):
        RHK = "rhk", _("Rencana hasil kerja")
        PERILAKU = "perilaku", _("Nilai BerAKHLAK")

    evaluasi = models.ForeignKey(Evaluasi, on_delete=models.CASCADE, related_name="daftar_catatan")
    oleh = models.CharField(max_length=14, choices=Oleh.choices)
    unsur = models.CharField(max_length=8, choices=Unsur.choices)
    # The key of the RHK as text, or the code of the value (BP, AKU, KOM, HAR, LOY, ADA, KOL).
    kunci = models.CharField(max_length=36)
    level = models.CharField(max_length=10, choices=LevelRating.choices)
    teks = models.TextField(blank=True)
    penanda = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ditandai_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["evaluasi", "oleh", "unsur", "kunci"], name="catatan_kerja_sekali"
            )
        ]

    def __str__(self) -> str:
        return f"{self.evaluasi_id} {self.unsur} {self.kunci}: {self.level}"


class EvaluasiKeluar(models.Model):
    """What a penilai who moves away leaves about a person: material, never a predikat."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="daftar_evaluasi_keluar")
    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="daftar_evaluasi_keluar"
    )
    penilai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    mulai = models.DateField()
    selesai = models.DateField()
    rating_hasil_kerja = models.CharField(max_length=10, choices=LevelRating.choices, blank=True)
    rating_perilaku_kerja = models.CharField(max_length=10, choices=LevelRating.choices, blank=True)
    catatan = models.TextField(blank=True)
    diisi_at = models.DateTimeField(null=True, blank=True)
    dibuat_at = models.DateTimeField()
    revisi = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["skp", "penilai", "selesai"], name="keluar_sekali")
        ]

    def __str__(self) -> str:
        return f"evaluasi keluar {self.pegawai_id} oleh {self.penilai_id}"


class PenjelasanDistribusi(models.Model):
    """Why a unit's predikat depart from the pattern: asked once, with a name, never a block."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="+")
    level_capaian = models.CharField(max_length=16, choices=CapaianOrganisasi.Level.choices)
    jumlah = models.JSONField(default=dict)
    pelanggaran = models.JSONField(default=list)
    alasan = models.TextField()
    pegawai = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    nama_aktor = models.CharField(max_length=200)
    dibuat_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["unit", "periode"], name="penjelasan_per_unit")
        ]

    def __str__(self) -> str:
        return f"penjelasan {self.unit_id} {self.periode_id}"


class HitunganEvaluasi(HitunganUnit):
    """How many people of one unit are where in a period (``kunci``): states and predikat."""

    belum_dibuka = models.PositiveIntegerField(default=0)
    terbuka = models.PositiveIntegerField(default=0)
    dinilai = models.PositiveIntegerField(default=0)
    ditetapkan = models.PositiveIntegerField(default=0)
    disampaikan = models.PositiveIntegerField(default=0)
    keberatan = models.PositiveIntegerField(default=0)
    diputus = models.PositiveIntegerField(default=0)
    final = models.PositiveIntegerField(default=0)
    sangat_baik = models.PositiveIntegerField(default=0)
    baik = models.PositiveIntegerField(default=0)
    butuh_perbaikan = models.PositiveIntegerField(default=0)
    kurang = models.PositiveIntegerField(default=0)
    sangat_kurang = models.PositiveIntegerField(default=0)
    swakaji = models.PositiveIntegerField(default=0)
    # Set before the day ``sejak``..``sampai`` allow, and not delivered.
    belum_sampai = models.PositiveIntegerField(default=0)
