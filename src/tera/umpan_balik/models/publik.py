"""The public's voice: service points, answers to the survey, texts, forum, right of reply.

Nothing here says who a citizen is: no address, no cookie, no account, and no time beyond the day.
What a citizen wrote isn't tied to the nine numbers given with it.
"""

import secrets
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tera.organisasi.models import Instansi, Pegawai, UnitKerja

#: Columns of the nine unsur in the order of PermenPANRB 14/2017.
KOLOM_UNSUR = tuple(f"u{nomor}" for nomor in range(1, 10))


def nomor_acak() -> int:
    """Return a number that says nothing about the order in which rows came."""
    return secrets.randbits(62)


class Kanal(models.TextChoices):
    """How a citizen came to the form."""

    QR = "qr", _("Kode QR")
    TAUTAN = "tautan", _("Tautan")
    PETUGAS = "petugas", _("Dicatatkan petugas")


class Jalur(models.TextChoices):
    """Whether the device proved its effort; without proof an answer is counted later."""

    LANCAR = "lancar", _("Lancar")
    LAMBAT = "lambat", _("Lambat")


class TitikLayanan(models.Model):
    """A place or a service of a unit that citizens judge: a counter, a room, a web page."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="daftar_titik")
    nama = models.CharField(max_length=120)
    jenis_layanan = models.CharField(max_length=120)
    # Stands in the address and on the poster: random, so that nobody walks through the points.
    kode = models.CharField(max_length=12, unique=True)
    sejak = models.DateField()
    sampai = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["nama", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(sampai__isnull=True) | Q(sampai__gte=models.F("sejak")),
                name="titik_layanan_masa",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class JawabanSKM(models.Model):
    """One citizen's nine numbers. ``dihitung_mulai`` empty: held until an officer decides."""

    # Numbers in the order of arrival would tie an answer to the text given with it.
    id = models.BigIntegerField(primary_key=True, default=nomor_acak, editable=False)
    titik = models.ForeignKey(TitikLayanan, on_delete=models.PROTECT, related_name="daftar_jawaban")
    pada = models.DateField()
    dihitung_mulai = models.DateField(null=True, blank=True)
    dikesampingkan = models.BooleanField(default=False)
    kanal = models.CharField(max_length=8, choices=Kanal.choices, default=Kanal.TAUTAN)
    jalur = models.CharField(max_length=8, choices=Jalur.choices)
    bahasa = models.CharField(max_length=5, default="id")
    u1 = models.PositiveSmallIntegerField()
    u2 = models.PositiveSmallIntegerField()
    u3 = models.PositiveSmallIntegerField()
    u4 = models.PositiveSmallIntegerField()
    u5 = models.PositiveSmallIntegerField()
    u6 = models.PositiveSmallIntegerField()
    u7 = models.PositiveSmallIntegerField()
    u8 = models.PositiveSmallIntegerField()
    u9 = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(**{f"{kolom}__range": (1, 4) for kolom in KOLOM_UNSUR}),
                name="jawaban_skm_skala",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["titik", "pada"], name="jawaban_skm_titik"),
        ]

    def __str__(self) -> str:
        return f"{self.titik_id} {self.pada}"


class TantanganTerpakai(models.Model):
    """A challenge that was used: the same form sent twice counts once. Dropped after some days."""

    kunci = models.CharField(max_length=32, primary_key=True)
    pada = models.DateField(db_index=True)

    def __str__(self) -> str:
        return self.kunci


class ForumEvaluasi(models.Model):
    """A question, or the results of a unit, laid open by the instansi for citizens to comment."""

    class Jenis(models.TextChoices):
        PERTANYAAN = "pertanyaan", _("Pertanyaan")
        HASIL = "hasil", _("Hasil kinerja unit")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="daftar_forum")
    jenis = models.CharField(max_length=12, choices=Jenis.choices, default=Jenis.PERTANYAAN)
    judul = models.CharField(max_length=160)
    uraian = models.TextField()
    kode = models.CharField(max_length=12, unique=True)
    mulai = models.DateField()
    selesai = models.DateField()
    penyelenggara = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-selesai", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(selesai__gte=models.F("mulai")), name="forum_evaluasi_masa"
            ),
        ]

    def __str__(self) -> str:
        return self.judul


class MasukanMasyarakat(models.Model):
    """What a citizen wrote, at a service point or in a forum; seen by nobody until moderated."""

    class Status(models.TextChoices):
        MENUNGGU = "menunggu", _("Menunggu")
        DITERBITKAN = "diterbitkan", _("Diterbitkan")
        DITOLAK = "ditolak", _("Ditolak")
        DIARAHKAN = "diarahkan", _("Diarahkan")

    class Tentang(models.TextChoices):
        LAYANAN = "layanan", _("Layanannya")
        PETUGAS = "petugas", _("Petugas yang melayani")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    titik = models.ForeignKey(
        TitikLayanan, null=True, blank=True, on_delete=models.PROTECT, related_name="daftar_masukan"
    )
    forum = models.ForeignKey(
        ForumEvaluasi, null=True, blank=True, on_delete=models.PROTECT,
        related_name="daftar_masukan",
    )  # fmt: skip
    tentang = models.CharField(max_length=8, choices=Tentang.choices, default=Tentang.LAYANAN)
    # As the citizen wrote it; emptied when the text is tied to a person or decided otherwise.
    nama_petugas = models.CharField(max_length=80, blank=True)
    teks = models.TextField()
    # What the filter took out before storing, in its own words.
    disaring = models.CharField(max_length=120, blank=True)
    pada = models.DateField()
    jalur = models.CharField(max_length=8, choices=Jalur.choices)
    bahasa = models.CharField(max_length=5, default="id")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.MENUNGGU)
    alasan = models.CharField(max_length=500, blank=True)
    diarahkan_ke = models.CharField(max_length=200, blank=True)
    diputus_pada = models.DateField(null=True, blank=True)
    pegawai = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    dikaitkan_pada = models.DateField(null=True, blank=True)
    hak_jawab_sampai = models.DateField(null=True, blank=True)
    sedang_diperiksa = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(titik__isnull=False, forum__isnull=True)
                | Q(titik__isnull=True, forum__isnull=False),
                name="masukan_satu_asal",
            ),
            models.CheckConstraint(
                condition=Q(pegawai__isnull=True)
                | Q(dikaitkan_pada__isnull=False, hak_jawab_sampai__isnull=False),
                name="masukan_hak_jawab",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "status", "pada"], name="masukan_antrean"),
            models.Index(fields=["pegawai", "status"], name="masukan_pegawai"),
            models.Index(fields=["forum", "status"], name="masukan_forum"),
        ]

    def __str__(self) -> str:
        return self.teks[:60]


class TanggapanPegawai(models.Model):
    """The answer of the person a text is about: read together with it from then on."""

    masukan = models.OneToOneField(
        MasukanMasyarakat, on_delete=models.PROTECT, related_name="tanggapan"
    )
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    teks = models.TextField()
    pada = models.DateField()

    def __str__(self) -> str:
        return self.teks[:60]


class JawabanForum(models.Model):
    """The instansi's answer to one text of a forum, in public."""

    masukan = models.OneToOneField(
        MasukanMasyarakat, on_delete=models.PROTECT, related_name="jawaban_forum"
    )
    teks = models.TextField()
    pegawai = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    pada = models.DateField()

    def __str__(self) -> str:
        return self.teks[:60]
