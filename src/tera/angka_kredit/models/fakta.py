"""Facts that a rise needs and no appraisal gives: vacancy, uji kompetensi, degree, KARPEG."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tera.core.models import Berkas
from tera.organisasi.models import Instansi, Pegawai


class JenisFakta(models.TextChoices):
    """What is recorded."""

    LOWONGAN = "lowongan", _("Lowongan jenjang berikutnya")
    UJI_KOMPETENSI = "uji_kompetensi", _("Uji kompetensi")
    IJAZAH = "ijazah", _("Ijazah lebih tinggi")
    TANPA_LOWONGAN = "tanpa_lowongan", _("Kenaikan pangkat tanpa lowongan (satu kali)")
    KARPEG = "karpeg", _("Nomor seri KARPEG")


class TingkatIjazah(models.TextChoices):
    """Level of a degree, words of ``tera.regulasi.masa_jf.TingkatPendidikan``."""

    SMA = "sma", _("SMA sederajat")
    D1 = "d1", _("D-I")
    D2 = "d2", _("D-II")
    D3 = "d3", _("D-III")
    S1 = "s1", _("S1/D-IV")
    S2 = "s2", _("S2")
    S3 = "s3", _("S3")


class FaktaJF(models.Model):
    """A fact with its document; the person it is about can say that it is wrong."""

    class Status(models.TextChoices):
        TERCATAT = "tercatat", _("Tercatat")
        DIPERSOALKAN = "dipersoalkan", _("Dilaporkan keliru")
        DICABUT = "dicabut", _("Dicabut")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_fakta_jf")
    jenis = models.CharField(max_length=16, choices=JenisFakta.choices)
    # Vacancy: there is one; uji kompetensi: passed. A degree and a KARPEG are always True.
    positif = models.BooleanField(default=True)
    tingkat = models.CharField(max_length=4, choices=TingkatIjazah.choices, blank=True)
    keterangan = models.CharField(max_length=300, blank=True)
    nomor = models.CharField(max_length=100)
    tanggal = models.DateField()
    berlaku_sampai = models.DateField(null=True, blank=True)
    berkas = models.ForeignKey(Berkas, null=True, blank=True, on_delete=models.PROTECT)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.TERCATAT)
    laporan = models.CharField(max_length=1000, blank=True)
    jawaban = models.CharField(max_length=1000, blank=True)
    nama_pencatat = models.CharField(max_length=200)
    dicatat_pada = models.DateField()
    dicatat_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            # The addition for a degree counts once.
            models.UniqueConstraint(
                fields=["pegawai", "tingkat"],
                condition=Q(jenis="ijazah") & ~Q(status="dicabut"),
                name="fakta_ijazah_sekali",
            ),
            models.CheckConstraint(
                condition=Q(jenis="ijazah", tingkat__gt="") | (~Q(jenis="ijazah") & Q(tingkat="")),
                name="fakta_tingkat",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["pegawai", "jenis", "-tanggal"], name="fakta_jf_pegawai"),
            models.Index(
                fields=["instansi"],
                condition=Q(status="dipersoalkan"),
                name="fakta_jf_dipersoalkan",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} {self.jenis}"
