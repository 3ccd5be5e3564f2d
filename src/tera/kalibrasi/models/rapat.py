"""The calibration meeting: agenda of units, cards without names, decisions that go to the rater."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tera.evaluasi.models import CapaianOrganisasi, Evaluasi, LevelRating
from tera.kalibrasi.models.analisis import Analisis, PilihanAlasan
from tera.organisasi.models import Instansi, Pegawai, Periode, UnitKerja


class PolaUnit(models.Model):
    """How probable the required pattern is at one unit by the evidence: tenths, or why not."""

    analisis = models.ForeignKey(Analisis, on_delete=models.CASCADE, related_name="daftar_pola")
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=16, choices=CapaianOrganisasi.Level.choices)
    # 7 = from 70 to under 80 percent, at least; -1 withheld.
    pita = models.SmallIntegerField(default=-1)
    alasan = models.CharField(max_length=18, choices=PilihanAlasan.choices)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["analisis", "unit"], name="pola_unit_sekali"),
            models.CheckConstraint(
                condition=Q(alasan="cukup", pita__range=(0, 9)) | (Q(pita=-1) & ~Q(alasan="cukup")),
                name="pola_unit_pita_atau_alasan",
            ),
        ]

    def __str__(self) -> str:
        return f"pola {self.unit_id}"


class SebabAgenda(models.TextChoices):
    """Why a unit is on the agenda; a direction is said only where it can't mean one person."""

    POLA = "pola", _("Susunan predikat di luar pola distribusi")
    LEBIH_TINGGI = "lebih_tinggi", _("Ada keputusan di atas yang didukung bukti lain")
    LEBIH_RENDAH = "lebih_rendah", _("Ada keputusan di bawah yang didukung bukti lain")
    KETAT = "ketat", _("Penilainya cenderung lebih ketat")
    LONGGAR = "longgar", _("Penilainya cenderung lebih longgar")
    LAYAK_DILIHAT = "layak_dilihat", _("Layak dilihat: berbeda dari bukti lain, tanpa arah")


class TanpaBukti(models.TextChoices):
    """Why a meeting stands on the pattern alone."""

    ADA = "", _("Memakai analisis")
    BELUM_DIJALANKAN = "belum_dijalankan", _("belum ada analisis yang selesai untuk periode ini")
    PEMBINAAN = (
        "pembinaan",
        _("tahun pertama analisis untuk pembinaan saja, jadi tidak dipakai dalam keputusan"),
    )
    BELUM_CUKUP = "belum_cukup", _("analisis periode ini menjawab belum cukup bukti")


class RapatKalibrasi(models.Model):
    """One meeting over one period; what it decides is a request or a word, never a rating."""

    class Status(models.TextChoices):
        DISUSUN = "disusun", _("Disusun")
        BERLANGSUNG = "berlangsung", _("Berlangsung")
        DITUTUP = "ditutup", _("Ditutup")
        DIBATALKAN = "dibatalkan", _("Dibatalkan")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="daftar_rapat")
    analisis = models.ForeignKey(
        Analisis, null=True, blank=True, on_delete=models.PROTECT, related_name="daftar_rapat"
    )
    tanpa_bukti = models.CharField(max_length=16, choices=TanpaBukti.choices, blank=True)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DISUSUN)
    tanggal = models.DateField()
    tempat = models.CharField(max_length=200)
    ketua = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    notulis = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    # Orders the cards of each unit; never shown.
    rahasia = models.CharField(max_length=32)
    # Of a hundred signs on the agenda about so many are wrong; percents of the standard in force.
    salah_dari_seratus = models.PositiveSmallIntegerField(default=0)
    standar = models.JSONField(default=list)
    catatan = models.TextField(blank=True)
    alasan_batal = models.TextField(blank=True)
    dibuka_pada = models.DateField(null=True, blank=True)
    ditutup_pada = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            # Two at once would draw the same people under two codes.
            models.UniqueConstraint(
                fields=["periode"],
                condition=Q(status__in=["disusun", "berlangsung"]),
                name="rapat_satu_terbuka",
            )
        ]

    def __str__(self) -> str:
        return f"rapat kalibrasi {self.periode_id} {self.tanggal}"


class PesertaRapat(models.Model):
    """One named person of a meeting, as invited; whether present is written at its end."""

    class Peran(models.TextChoices):
        KETUA = "ketua", _("Ketua")
        NOTULIS = "notulis", _("Notulis")
        ANGGOTA = "anggota", _("Anggota rapat")

    rapat = models.ForeignKey(
        RapatKalibrasi, on_delete=models.CASCADE, related_name="daftar_peserta"
    )
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    peran = models.CharField(max_length=8, choices=Peran.choices)
    nama = models.CharField(max_length=200)
    jabatan = models.CharField(max_length=300, blank=True)
    hadir = models.BooleanField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["rapat", "pegawai"], name="peserta_rapat_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.rapat_id} {self.peran} {self.pegawai_id}"


class UnitRapat(models.Model):
    """One unit on the agenda as it stood when the meeting began: signs, counts, outcome."""

    rapat = models.ForeignKey(RapatKalibrasi, on_delete=models.CASCADE, related_name="daftar_unit")
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    nama_unit = models.CharField(max_length=200)
    urut = models.PositiveIntegerField()
    # Words of ``SebabAgenda``.
    sebab = models.JSONField(default=list)
    level = models.CharField(max_length=16, choices=CapaianOrganisasi.Level.choices, blank=True)
    jumlah = models.JSONField(default=dict)
    belum = models.PositiveIntegerField(default=0)
    # Outcome of the check ("" while the capaian isn't set), and its texts.
    hasil = models.CharField(max_length=12, blank=True)
    pelanggaran = models.JSONField(default=list)
    pita = models.SmallIntegerField(default=-1)
    alasan_pita = models.CharField(max_length=18, choices=PilihanAlasan.choices, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["rapat", "unit"], name="unit_rapat_sekali")
        ]
        ordering: ClassVar[list[str]] = ["urut"]

    def __str__(self) -> str:
        return f"{self.rapat_id} {self.nama_unit}"


class KartuRapat(models.Model):
    """One decision to talk over, under a letter: the page says neither person nor penilai."""

    class Jenis(models.TextChoices):
        HAMPIR_TANPA_DUKUNGAN = "hampir_tanpa", _("Hampir tidak didukung bukti lain")
        DI_PERBATASAN = "perbatasan", _("Di perbatasan")
        POLA = "pola", _("Ikut membentuk susunan predikat unit")

    class Keputusan(models.TextChoices):
        TETAP = "tetap", _("Putusan tetap")
        TINJAU = "tinjau", _("Minta penilai meninjau kembali")

    class Jawaban(models.TextChoices):
        TETAP = "tetap", _("Tetap pada putusan")
        DITINJAU = "ditinjau", _("Rating sudah diubah")

    unit = models.ForeignKey(UnitRapat, on_delete=models.CASCADE, related_name="daftar_kartu")
    evaluasi = models.ForeignKey(Evaluasi, on_delete=models.PROTECT, related_name="daftar_kartu")
    # Whose decision it was when the meeting began: the request goes there.
    penilai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    kode = models.CharField(max_length=2)
    jenis = models.CharField(max_length=12, choices=Jenis.choices)
    rating_hasil_kerja = models.CharField(max_length=10, choices=LevelRating.choices)
    rating_perilaku_kerja = models.CharField(max_length=10, choices=LevelRating.choices)
    # Counts of indicators, and whether the rater wrote a basis: no text of anybody.
    bukti = models.JSONField(default=dict)
    keputusan = models.CharField(max_length=6, choices=Keputusan.choices, blank=True)
    alasan = models.TextField(blank=True)
    nama_pemutus = models.CharField(max_length=200, blank=True)
    diputus_at = models.DateTimeField(null=True, blank=True)
    jawaban = models.CharField(max_length=8, choices=Jawaban.choices, blank=True)
    alasan_jawaban = models.TextField(blank=True)
    dijawab_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["unit", "kode"], name="kartu_kode_sekali"),
            models.UniqueConstraint(fields=["unit", "evaluasi"], name="kartu_evaluasi_sekali"),
            models.CheckConstraint(
                condition=Q(keputusan="") | ~Q(alasan=""), name="kartu_putusan_beralasan"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["penilai"], condition=Q(keputusan="tinjau", jawaban=""),
                name="kartu_menunggu_penilai",
            )
        ]  # fmt: skip
        ordering: ClassVar[list[str]] = ["kode"]

    def __str__(self) -> str:
        return f"kartu {self.kode} {self.unit_id}"


class MundurRapat(models.Model):
    """Who stepped aside at which unit; the reason says nothing of a declared relation."""

    class Sebab(models.TextChoices):
        PENILAI = "penilai", _("Menilai pegawai unit ini: boleh didengar, tidak memutus")
        KEPENTINGAN = "kepentingan", _("Ada kepentingan pada unit ini: menepi")

    unit = models.ForeignKey(UnitRapat, on_delete=models.CASCADE, related_name="daftar_mundur")
    peserta = models.ForeignKey(PesertaRapat, on_delete=models.CASCADE, related_name="+")
    sebab = models.CharField(max_length=11, choices=Sebab.choices)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["unit", "peserta"], name="mundur_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.peserta_id} {self.sebab}"
