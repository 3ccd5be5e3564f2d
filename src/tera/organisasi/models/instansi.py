"""The instansi, its units with dated parents, its periods and its dated policy."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tera.core.clock import ZONA_WAKTU
from tera.core.sebutan import sebutan_pilihan


class Instansi(models.Model):
    """One agency; everything below belongs to exactly one and never meets another."""

    class Jenis(models.TextChoices):
        PUSAT = "pusat", _("Instansi pusat")
        DAERAH = "daerah", _("Instansi daerah")

    kode = models.CharField(max_length=16, unique=True)
    nama = models.CharField(max_length=200)
    jenis = models.CharField(max_length=8, choices=Jenis.choices, default=Jenis.DAERAH)
    zona = models.CharField(max_length=32, choices=list(ZONA_WAKTU.items()), default="Asia/Jakarta")
    tempat = models.CharField(max_length=100, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.nama


class UnitKerja(models.Model):
    """A unit (unor). ``induk`` and ``path`` are today's; ``RiwayatInduk`` keeps every day's."""

    class PolaHariKerja(models.TextChoices):
        SENIN_JUMAT = "senin_jumat", _("Senin–Jumat")
        SENIN_SABTU = "senin_sabtu", _("Senin–Sabtu")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_unit")
    kode = models.CharField(max_length=40)
    nama = models.CharField(max_length=300)
    nama_jabatan_pimpinan = models.CharField(max_length=300, blank=True)
    eselon = models.CharField(max_length=8, blank=True)
    jenis = models.CharField(max_length=40, blank=True)
    # PEMIMPIN NIP of the unor file: marks the head whichever file comes first.
    pimpinan_nip = models.CharField(max_length=18, blank=True)
    induk = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="daftar_anak"
    )
    opd = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="daftar_bawahan_opd"
    )
    # Range lookups (path >= p and path < p + "~") need byte order: see docs/adr/0004-pohon.md.
    path = models.CharField(max_length=400, db_index=True)
    pola_hari_kerja = models.CharField(
        max_length=16, choices=PolaHariKerja.choices, default=PolaHariKerja.SENIN_JUMAT
    )
    punya_perjanjian_kinerja = models.BooleanField(default=False)
    urut = models.PositiveIntegerField(default=0)
    sejak = models.DateField()
    sampai = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["instansi", "kode"], name="unit_kode"),
            models.CheckConstraint(
                condition=models.Q(sampai__isnull=True) | models.Q(sampai__gte=models.F("sejak")),
                name="unit_masa",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class RiwayatInduk(models.Model):
    """Where a unit hung, from one day to another: roll-ups of past years must not move."""

    unit = models.ForeignKey(UnitKerja, on_delete=models.CASCADE, related_name="riwayat_induk")
    induk = models.ForeignKey(
        UnitKerja, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    path = models.CharField(max_length=400)
    nama = models.CharField(max_length=300)
    sejak = models.DateField()
    sampai = models.DateField(null=True, blank=True)
    dasar = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["unit", "sejak"], name="induk_sejak")
        ]

    def __str__(self) -> str:
        return f"{self.nama} {self.sejak}"


class JenisPeriode(models.TextChoices):
    """Kinds of period: one year, and its monthly or quarterly parts."""

    TAHUNAN = "tahunan", _("Tahunan")
    TRIWULAN = "triwulan", _("Triwulan")
    BULANAN = "bulanan", _("Bulanan")


class Periode(models.Model):
    """A span that is planned or appraised, with its last day in the zone of the instansi."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_periode")
    tahun = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=12, choices=JenisPeriode.choices)
    urut = models.PositiveSmallIntegerField(default=1)
    mulai = models.DateField()
    selesai = models.DateField()
    batas_skp = models.DateField(null=True, blank=True)
    batas_evaluasi = models.DateField()
    dibuka_pada = models.DateField()
    # The last day of objections by the agency's own calendar, with the letter it stands on. It
    # lengthens the 14 days of the law and never shortens them; None: the law's days alone.
    keberatan_sampai = models.DateField(null=True, blank=True)
    dasar_keberatan = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["instansi", "tahun", "jenis", "urut"], name="periode_sekali"
            ),
            models.CheckConstraint(
                condition=models.Q(selesai__gte=models.F("mulai")), name="periode_masa"
            ),
        ]

    def __str__(self) -> str:
        if self.jenis == JenisPeriode.TAHUNAN:
            return _("Tahun %(tahun)s") % {"tahun": self.tahun}
        return _("%(jenis)s %(urut)s Tahun %(tahun)s") % {
            "jenis": sebutan_pilihan(self, "jenis"),
            "urut": self.urut,
            "tahun": self.tahun,
        }


class PerpanjanganBatas(models.Model):
    """A deadline moved later: for all or one unit, with its reason and its decider."""

    class Tahap(models.TextChoices):
        SKP = "skp", _("Penetapan SKP")
        EVALUASI = "evaluasi", _("Evaluasi kinerja")

    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="perpanjangan")
    tahap = models.CharField(max_length=12, choices=Tahap.choices)
    unit = models.ForeignKey(UnitKerja, null=True, blank=True, on_delete=models.PROTECT)
    batas_lama = models.DateField()
    batas_baru = models.DateField()
    alasan = models.CharField(max_length=500)
    pengguna_id = models.BigIntegerField(null=True)
    nama_aktor = models.CharField(max_length=200)
    dibuat_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.periode} {self.tahap} → {self.batas_baru}"


class KebijakanInstansi(models.Model):
    """One dated policy value of the instansi; ``organisasi.kebijakan`` lists the keys."""

    instansi = models.ForeignKey(Instansi, on_delete=models.CASCADE, related_name="kebijakan")
    kunci = models.CharField(max_length=64)
    nilai = models.JSONField()
    sejak = models.DateField()
    dasar = models.CharField(max_length=300)
    pengguna_id = models.BigIntegerField(null=True)
    nama_aktor = models.CharField(max_length=200)
    dibuat_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["instansi", "kunci", "sejak"], name="kebijakan_sejak")
        ]

    def __str__(self) -> str:
        return f"{self.kunci} sejak {self.sejak}"
