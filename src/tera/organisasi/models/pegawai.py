"""People, their numbers, their posts, and their dated assignments."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tera.core.models import Berkas, Pengguna
from tera.organisasi.models.instansi import Instansi, UnitKerja


class StatusPegawai(models.TextChoices):
    """What kind of servant a person is."""

    PNS = "pns", _("PNS")
    CPNS = "cpns", _("CPNS")
    PPPK = "pppk", _("PPPK")
    PPPK_PARUH_WAKTU = "pppk_paruh_waktu", _("PPPK Paruh Waktu")
    PEJABAT_NEGARA = "pejabat_negara", _("Pejabat negara atau kepala daerah")
    NON_ASN = "non_asn", _("Pejabat non-ASN")


class JenisJabatan(models.TextChoices):
    """Kinds of post, words of ``tera.regulasi.jabatan``."""

    PEJABAT_NEGARA = "pejabat_negara", _("Kepala daerah atau pejabat negara")
    JPT_UTAMA = "jpt_utama", _("JPT utama")
    JPT_MADYA = "jpt_madya", _("JPT madya")
    JPT_PRATAMA = "jpt_pratama", _("JPT pratama")
    ADMINISTRATOR = "administrator", _("Administrator")
    PENGAWAS = "pengawas", _("Pengawas")
    FUNGSIONAL = "fungsional", _("Jabatan fungsional")
    PELAKSANA = "pelaksana", _("Pelaksana")


class JenisPenugasan(models.TextChoices):
    """How a post is held."""

    DEFINITIF = "definitif", _("Definitif")
    PLT = "plt", _("Pelaksana tugas (Plt)")
    PLH = "plh", _("Pelaksana harian (Plh)")
    PJ = "pj", _("Penjabat (Pj)")
    TUGAS_TAMBAHAN = "tugas_tambahan", _("Tugas tambahan")


class Jabatan(models.Model):
    """A post's name and kind."""

    instansi = models.ForeignKey(Instansi, on_delete=models.CASCADE)
    nama = models.CharField(max_length=300)
    jenis = models.CharField(max_length=20, choices=JenisJabatan.choices)
    jenjang = models.CharField(max_length=20, blank=True)
    eselon = models.CharField(max_length=8, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["instansi", "nama", "jenis"], name="jabatan_sekali")
        ]

    def __str__(self) -> str:
        return self.nama


class Pegawai(models.Model):
    """A person in one instansi. The key is ours: a NIP may change, or never exist."""

    class JenisKelamin(models.TextChoices):
        LAKI_LAKI = "laki_laki", _("Laki-laki")
        PEREMPUAN = "perempuan", _("Perempuan")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_pegawai")
    kunci = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    nip = models.CharField(max_length=18, blank=True)
    nama = models.CharField(max_length=200)
    gelar_depan = models.CharField(max_length=60, blank=True)
    gelar_belakang = models.CharField(max_length=100, blank=True)
    tempat_lahir = models.CharField(max_length=100, blank=True)
    tanggal_lahir = models.DateField(null=True, blank=True)
    jenis_kelamin = models.CharField(max_length=10, choices=JenisKelamin.choices, blank=True)
    status = models.CharField(max_length=20, choices=StatusPegawai.choices)
    golongan = models.CharField(max_length=8, blank=True)
    tmt_golongan = models.DateField(null=True, blank=True)
    tmt_cpns = models.DateField(null=True, blank=True)
    kedudukan_hukum = models.CharField(max_length=40, default="aktif")
    pendidikan = models.CharField(max_length=40, blank=True)
    surel = models.EmailField(blank=True)
    no_hp = models.CharField(max_length=20, blank=True)
    akun = models.OneToOneField(
        Pengguna, null=True, blank=True, on_delete=models.SET_NULL, related_name="pegawai"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["instansi", "nip"], condition=~Q(nip=""), name="pegawai_nip"
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "nama"], name="pegawai_nama")
        ]

    def __str__(self) -> str:
        return self.nama_lengkap

    @property
    def nama_lengkap(self) -> str:
        """Name with its degrees."""
        depan = f"{self.gelar_depan} " if self.gelar_depan else ""
        belakang = f", {self.gelar_belakang}" if self.gelar_belakang else ""
        return f"{depan}{self.nama}{belakang}"


class NomorInduk(models.Model):
    """A number a person carried, with its days."""

    class Jenis(models.TextChoices):
        PNS = "pns", _("NIP")
        PPPK = "pppk", _("NI PPPK")

    pegawai = models.ForeignKey(Pegawai, on_delete=models.CASCADE, related_name="daftar_nomor")
    nomor = models.CharField(max_length=18, db_index=True)
    jenis = models.CharField(max_length=8, choices=Jenis.choices)
    sejak = models.DateField()
    sampai = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["pegawai", "nomor"], name="nomor_sekali")
        ]

    def __str__(self) -> str:
        return self.nomor


class Penugasan(models.Model):
    """One person in one post of one unit, from a day to a day: who rates whom is read from here."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_penugasan")
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="daftar_penugasan")
    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT)
    jenis = models.CharField(
        max_length=16, choices=JenisPenugasan.choices, default=JenisPenugasan.DEFINITIF
    )
    memimpin_unit = models.BooleanField(default=False)
    sejak = models.DateField()
    sampai = models.DateField(null=True, blank=True)
    # An override by letter: only then may the rater be someone the tree doesn't give.
    penilai_khusus = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    surat_penilai = models.CharField(max_length=200, blank=True)
    penilai_khusus_sejak = models.DateField(null=True, blank=True)
    penilai_khusus_sampai = models.DateField(null=True, blank=True)
    berkas_surat = models.ForeignKey(
        Berkas, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    dasar = models.CharField(max_length=200, blank=True)
    # The scan of the letter named in ``dasar``; ``berkas_surat`` is the one of ``surat_penilai``.
    berkas_dasar = models.ForeignKey(
        Berkas, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(sampai__isnull=True) | Q(sampai__gte=models.F("sejak")),
                name="penugasan_masa",
            ),
            # A person holds one definitive post at a time.
            models.UniqueConstraint(
                fields=["pegawai"],
                condition=Q(jenis="definitif", sampai__isnull=True),
                name="definitif_tunggal",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["unit", "sampai"], name="penugasan_unit"),
            models.Index(fields=["instansi", "sampai"], name="penugasan_instansi"),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} di {self.unit_id} sejak {self.sejak}"
