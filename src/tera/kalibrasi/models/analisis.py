"""A run of the engine and its whole outcome: bands, own strictness, lists of units; no score."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tera.evaluasi.models import Evaluasi, LevelRating
from tera.kalibrasi.models.pengaktifan import PengaktifanAnalisis
from tera.organisasi.models import Instansi, Pegawai, Periode, UnitKerja


class PilihanAlasan(models.TextChoices):
    """Whether the evidence is enough, and if not, why: the reasons of ``tera.stats.evidence``."""

    CUKUP = "cukup", _("Bukti cukup")
    TANPA_PENILAIAN = "tanpa_penilaian", _("belum ada jawaban penilai lain")
    SATU_PENILAI = (
        "satu_penilai",
        _("hanya satu penilai, jadi ketatnya penilai dan kinerja orangnya tidak terpisahkan"),
    )
    TERPUTUS = (
        "terputus",
        _("kelompok ini terlalu kecil dan tidak terhubung dengan penilai kelompok lain"),
    )
    SATU_BUTIR = "satu_butir", _("hanya satu butir yang dijawab")
    SEMUA_SAMA = "semua_sama", _("semua jawaban sama, jadi tidak ada perbedaan yang terukur")
    UJUNG_SKALA = "ujung_skala", _("semua jawaban di satu ujung skala")
    TANPA_PEMBANDING = (
        "tanpa_pembanding",
        _("pegawai yang dinilai tidak dinilai orang lain, jadi tidak ada pembanding"),
    )
    SEDIKIT_PENILAIAN = "sedikit_penilaian", _("kurang dari tiga penilaian")
    SEDIKIT_ORANG = "sedikit_orang", _("terlalu sedikit orang untuk mempelajari model")
    TIDAK_SEPAKAT = (
        "tidak_sepakat",
        _("model tidak sepakat: dua cara hitung memberi jawaban berbeda"),
    )
    SEDIKIT_PENILAI = (
        "sedikit_penilai",
        _("kurang dari tiga penilai dari dua arah, dan tanpa atasan berjenjang"),
    )
    TANPA_KELOMPOK = (
        "tanpa_kelompok",
        _("salah satu kelompok terlalu kecil atau dinilai terlalu sedikit orang"),
    )
    BANYAK_BELUM = (
        "banyak_belum",
        _("kurang dari separuh orang di unit ini punya bukti yang cukup"),
    )
    SEDIKIT_JAWABAN = (
        "sedikit_jawaban",
        _("jawaban rekan, bawahan, dan pihak luar terlalu sedikit untuk tetap tidak dikenali"),
    )
    SEDIKIT_SERUPA = (
        "sedikit_serupa",
        _("terlalu sedikit penilai unit serupa yang ketatnya dapat diperkirakan"),
    )


class ArahUnit(models.TextChoices):
    """In which direction a unit is worth a look; both are, and neither is a finding."""

    KETAT = "ketat", _("Penilainya cenderung lebih ketat")
    LONGGAR = "longgar", _("Penilainya cenderung lebih longgar")
    LEBIH_TINGGI = "lebih_tinggi", _("Ada keputusan di atas yang didukung bukti lain")
    LEBIH_RENDAH = "lebih_rendah", _("Ada keputusan di bawah yang didukung bukti lain")


class Analisis(models.Model):
    """One run over one period: versioned, and repeatable while the pairs can still be read."""

    class Status(models.TextChoices):
        DIMINTA = "diminta", _("Diminta")
        BERJALAN = "berjalan", _("Berjalan")
        SELESAI = "selesai", _("Selesai")
        GAGAL = "gagal", _("Gagal")

    class Tahap(models.TextChoices):
        MENUNGGU = "menunggu", _("Menunggu giliran")
        MEMBACA = "membaca", _("Membaca penilaian")
        MENGHITUNG = "menghitung", _("Menghitung")
        MEMERIKSA = "memeriksa", _("Memeriksa jaringan penilai")
        MENYIMPAN = "menyimpan", _("Menyimpan hasil")
        RAMPUNG = "rampung", _("Rampung")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="daftar_analisis")
    pengaktifan = models.ForeignKey(
        PengaktifanAnalisis, on_delete=models.PROTECT, related_name="daftar_analisis"
    )
    versi = models.PositiveIntegerField()
    benih = models.PositiveIntegerField()
    versi_mesin = models.CharField(max_length=20)
    # Keyed digests of the arrays in canonical order, and of what came out of them.
    sidik_masukan = models.CharField(max_length=64, blank=True)
    sidik_hasil = models.CharField(max_length=64, blank=True)
    jumlah_pegawai = models.PositiveIntegerField(default=0)
    jumlah_penilai = models.PositiveIntegerField(default=0)
    jumlah_penilaian = models.PositiveIntegerField(default=0)
    # The standard in force: percent below, in and above expectation; and where it comes from.
    standar = models.JSONField(default=list)
    standar_bawaan = models.BooleanField(default=True)
    k = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.DIMINTA)
    tahap = models.CharField(max_length=10, choices=Tahap.choices, default=Tahap.MENUNGGU)
    # Whole numbers about the graph and the lists, never about a person: see services/hasil.py.
    ringkasan = models.JSONField(default=dict)
    pesan = models.CharField(max_length=300, blank=True)
    peminta = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    nama_peminta = models.CharField(max_length=200)
    diminta_at = models.DateTimeField()
    mulai_at = models.DateTimeField(null=True, blank=True)
    selesai_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["periode", "versi"], name="analisis_versi"),
            models.UniqueConstraint(
                fields=["instansi"],
                condition=Q(status__in=["diminta", "berjalan"]),
                name="analisis_satu_berjalan",
            ),
        ]

    def __str__(self) -> str:
        return f"analisis {self.periode_id} versi {self.versi}"


class SaranPegawai(models.Model):
    """What the evidence of everybody but the penilai supports, in tenths; the newest run alone.

    One row per evaluation: bands of several standards of the same person would add up to a score.
    """

    evaluasi = models.OneToOneField(Evaluasi, on_delete=models.CASCADE, related_name="saran_bukti")
    analisis = models.ForeignKey(Analisis, on_delete=models.CASCADE, related_name="daftar_saran")
    # 7 = from 70 to under 80 percent; -1 withheld.
    pita_di_bawah = models.SmallIntegerField(default=-1)
    pita_sesuai = models.SmallIntegerField(default=-1)
    pita_di_atas = models.SmallIntegerField(default=-1)
    alasan = models.CharField(max_length=18, choices=PilihanAlasan.choices)
    # The levels at which a reason is asked for: under 10 percent by the others and by all.
    tanya_alasan = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(
                    alasan="cukup",
                    pita_di_bawah__range=(0, 9),
                    pita_sesuai__range=(0, 9),
                    pita_di_atas__range=(0, 9),
                )
                | (Q(pita_di_bawah=-1, pita_sesuai=-1, pita_di_atas=-1) & ~Q(alasan="cukup")),
                name="saran_pita_atau_alasan",
            )
        ]

    def __str__(self) -> str:
        return f"saran {self.evaluasi_id}"


class KeketatanPenilai(models.Model):
    """How strict one rater is beside the others of the same people: read by that rater alone."""

    analisis = models.ForeignKey(
        Analisis, on_delete=models.CASCADE, related_name="daftar_keketatan"
    )
    penilai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    # Tenths of a level, positive = stricter; the ends of the 90 percent interval.
    nilai = models.SmallIntegerField(null=True, blank=True)
    bawah = models.SmallIntegerField(null=True, blank=True)
    atas = models.SmallIntegerField(null=True, blank=True)
    jumlah_pegawai = models.PositiveIntegerField(default=0)
    jumlah_lain = models.PositiveIntegerField(default=0)
    jumlah_serupa = models.PositiveIntegerField(default=0)
    alasan = models.CharField(max_length=18, choices=PilihanAlasan.choices)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["analisis", "penilai"], name="keketatan_sekali")
        ]

    def __str__(self) -> str:
        return f"keketatan {self.penilai_id}"


class TandaUnit(models.Model):
    """A unit worth a look in one direction: a list to look through, not a finding."""

    analisis = models.ForeignKey(Analisis, on_delete=models.CASCADE, related_name="daftar_tanda")
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    arah = models.CharField(max_length=12, choices=ArahUnit.choices)
    # How many decisions, where the direction is about decisions.
    jumlah = models.PositiveIntegerField(default=0)
    # Of a hundred on the same list, about so many are wrong.
    salah_dari_seratus = models.PositiveSmallIntegerField()
    urut = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["analisis", "unit", "arah"], name="tanda_unit_sekali")
        ]
        ordering: ClassVar[list[str]] = ["urut", "arah"]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.arah}"


class AlasanPutusan(models.Model):
    """Why a rater stays with a level that the other evidence hardly supports: kept, no block."""

    evaluasi = models.OneToOneField(
        Evaluasi, on_delete=models.CASCADE, related_name="alasan_putusan"
    )
    analisis = models.ForeignKey(Analisis, on_delete=models.PROTECT, related_name="+")
    penilai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=10, choices=LevelRating.choices)
    # Empty: stayed with the decision without words.
    teks = models.TextField(blank=True)
    dicatat_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"alasan {self.evaluasi_id}"
