"""The instansi's rule of tukin or TPP, dated, and the month's facts; no amount is ever kept."""

from decimal import Decimal
from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tera.organisasi.models import Instansi, Pegawai

SERATUS = Decimal(100)


def _persen(
    bawaan: Decimal = SERATUS, terbesar: int = 100
) -> "models.DecimalField[Decimal, Decimal]":
    return models.DecimalField(
        max_digits=5,
        decimal_places=2,
        default=bawaan,
        validators=[MinValueValidator(0), MaxValueValidator(terbesar)],
    )


class AturanTunjangan(models.Model):
    """One version of the payment rule, from its first day until the next one; percents."""

    class Dikenai(models.TextChoices):
        BOBOT_KINERJA = "bobot_kinerja", _("Bagian kinerja saja")
        JUMLAH = "jumlah", _("Jumlah seluruhnya")

    class SaatBerlaku(models.TextChoices):
        BULAN_SAMA = "bulan_sama", _("Bulan-bulan periode itu sendiri")
        BULAN_BERIKUT = "bulan_berikut", _("Mulai bulan sesudah periodenya berakhir")
        TAHUN_BERIKUT = "tahun_berikut", _("Sepanjang tahun berikutnya")

    class SumberCapaian(models.TextChoices):
        LEMBAR = "lembar", _("Kolom CAPAIAN pada lembar bulanan")
        LAPORAN = "laporan", _("Indikator yang laporannya sudah diverifikasi")

    class TabelLaporan(models.TextChoices):
        TIDAK = "tidak", _("Tidak dihitung")
        LH_BPLH = "lh_bplh", _("Menurut Permen LH/BPLH 6/2025")

    class Pembulatan(models.TextChoices):
        TERDEKAT = "terdekat", _("Ke rupiah terdekat")
        KE_BAWAH = "ke_bawah", _("Ke bawah")
        KE_ATAS = "ke_atas", _("Ke atas")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    nama = models.CharField(max_length=160)
    dasar = models.CharField(max_length=200)
    berlaku_mulai = models.DateField()
    bobot_kinerja = _persen(Decimal(60))
    bobot_kehadiran = _persen(Decimal(40))
    faktor_sangat_baik = _persen(terbesar=200)
    faktor_baik = _persen(terbesar=200)
    faktor_butuh_perbaikan = _persen(terbesar=200)
    faktor_kurang = _persen(terbesar=200)
    faktor_sangat_kurang = _persen(terbesar=200)
    dikenai = models.CharField(
        max_length=14, choices=Dikenai.choices, default=Dikenai.BOBOT_KINERJA
    )
    saat_berlaku = models.CharField(
        max_length=14, choices=SaatBerlaku.choices, default=SaatBerlaku.BULAN_BERIKUT
    )
    # Where the month's work comes from, and whether daily reports that weren't as expected cut it.
    sumber_capaian = models.CharField(
        max_length=7, choices=SumberCapaian.choices, default=SumberCapaian.LEMBAR
    )
    tabel_laporan = models.CharField(
        max_length=7, choices=TabelLaporan.choices, default=TabelLaporan.TIDAK
    )
    # A month without any daily report: what is cut, and of what. 0: not cut.
    potongan_tanpa_laporan = _persen(Decimal(0))
    tanpa_laporan_dikenai = models.CharField(
        max_length=14, choices=Dikenai.choices, default=Dikenai.BOBOT_KINERJA
    )
    faktor_cpns = _persen(Decimal(80))
    potongan_hukdis = _persen(Decimal(25))
    pembulatan = models.CharField(
        max_length=10, choices=Pembulatan.choices, default=Pembulatan.TERDEKAT
    )
    dicatat_at = models.DateTimeField()
    # A version that never came into force may be taken back.
    dicabut_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["instansi", "berlaku_mulai"],
                condition=Q(dicabut_at__isnull=True),
                name="aturan_tunjangan_mulai",
            )
        ]

    def __str__(self) -> str:
        return f"{self.nama} {self.berlaku_mulai}"


class DataBulanan(models.Model):
    """What attendance and monthly reports say about a person's month; stricter class."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    # The first day of the month.
    bulan = models.DateField()
    potongan_kehadiran = _persen(Decimal(0))
    capaian = _persen()
    # Daily reports of the month that weren't as expected; None: the sheet didn't say.
    laporan_tidak_sesuai = models.PositiveSmallIntegerField(null=True, blank=True)
    # The sheet says that the month had no daily report at all.
    tanpa_laporan = models.BooleanField(default=False)
    berkas = models.CharField(max_length=200, blank=True)
    dicatat_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["pegawai", "bulan"], name="data_bulanan_sekali")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "bulan"], name="data_bulanan_instansi")
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} {self.bulan:%Y-%m}"


class BacaanFaktor(models.Model):
    """Who opened or took out the factors of a month, and when: shown to the person."""

    class Tujuan(models.TextChoices):
        LAYAR = "layar", _("Dibuka di layar")
        EKSPOR = "ekspor", _("Diunduh untuk penggajian")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    # None: everybody of the month, as an export is.
    pegawai = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    pembaca = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    bulan = models.DateField()
    tujuan = models.CharField(max_length=6, choices=Tujuan.choices)
    dibaca_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "pegawai"], name="bacaan_faktor_pegawai")
        ]

    def __str__(self) -> str:
        return f"{self.pembaca_id} membaca faktor {self.bulan:%Y-%m}"
