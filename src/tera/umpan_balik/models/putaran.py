"""Tables of the 360 rounds: the round, its people, their respondents, and the sealed side.

Nothing here ties an answer to who gave it but ``KunciPasangan``, which is encrypted with the key
of the round: see docs/adr/0019-putaran-anonim.md.
"""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tera.organisasi.models import Instansi, Pegawai, Penugasan, Periode, UnitKerja


class HubunganResponden(models.TextChoices):
    """How a respondent stands to the person."""

    DIRI = "diri", _("Diri sendiri")
    ATASAN = "atasan", _("Atasan")
    ATASAN_PENILAI = "atasan_penilai", _("Atasan pejabat penilai")
    REKAN = "rekan", _("Rekan kerja")
    BAWAHAN = "bawahan", _("Bawahan langsung")
    MITRA_EKSTERNAL = "mitra_eksternal", _("Mitra eksternal")


class KemajuanPengisian(models.TextChoices):
    """How far the forms about one person are: in steps, looked at once a day."""

    KURANG = "kurang", _("Kurang dari separuh sudah mengisi")
    LEBIH = "lebih", _("Separuh atau lebih sudah mengisi")
    SEMUA = "semua", _("Semua sudah mengisi")


class LingkupRekan(models.TextChoices):
    """How far away colleagues may be drawn from."""

    UNIT = "unit", _("Unit yang sama")
    GUGUS = "gugus", _("Gugus: unit di bawah induk yang sama")
    OPD = "opd", _("Seluruh perangkat daerah")


class InstrumenUmpanBalik(models.Model):
    """A list of questions of the instansi's own; without one, the seven BerAKHLAK values."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    nama = models.CharField(max_length=200)
    # [{"kode", "teks", "panduan": [text]}], in the order of the form.
    butir = models.JSONField(default=list)
    aktif = models.BooleanField(default=True)
    nama_aktor = models.CharField(max_length=200)
    dibuat_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["instansi", "nama"], name="instrumen_nama")
        ]

    def __str__(self) -> str:
        return self.nama


class PutaranUmpanBalik(models.Model):
    """One round: for whom, when, with which questions, and the wrapped key of its sealed side."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="daftar_putaran")
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="daftar_putaran")
    instrumen = models.ForeignKey(
        InstrumenUmpanBalik, null=True, blank=True, on_delete=models.PROTECT
    )
    nama = models.CharField(max_length=200)
    # The questions as they were when the round was made.
    butir = models.JSONField(default=list)
    # Fewest answers that a group may speak with, as the policy said when the round was made.
    k = models.PositiveSmallIntegerField()
    lingkup_rekan = models.CharField(
        max_length=6, choices=LingkupRekan.choices, default=LingkupRekan.UNIT
    )
    mulai = models.DateField()
    selesai = models.DateField()
    kunci_tersegel = models.TextField(blank=True)
    kunci_dimusnahkan_pada = models.DateField(null=True, blank=True)
    nama_aktor = models.CharField(max_length=200)
    dibuat_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["periode", "unit", "nama"], name="putaran_sekali"),
            models.CheckConstraint(condition=Q(selesai__gt=models.F("mulai")), name="putaran_masa"),
            models.CheckConstraint(condition=Q(k__gte=3), name="putaran_k"),
        ]

    def __str__(self) -> str:
        return self.nama


class PutaranPegawai(models.Model):
    """One person in a round; carries the status of the workflow ``putaran_umpan_balik``."""

    class Status(models.TextChoices):
        DISUSUN = "disusun", _("Disusun")
        RESPONDEN_DISETUJUI = "responden_disetujui", _("Responden disetujui")
        BERJALAN = "berjalan", _("Berjalan")
        DITUTUP = "ditutup", _("Ditutup")
        HASIL_DIBUKA = "hasil_dibuka", _("Hasil dibuka")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    putaran = models.ForeignKey(
        PutaranUmpanBalik, on_delete=models.PROTECT, related_name="daftar_pegawai"
    )
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_putaran")
    penugasan = models.ForeignKey(Penugasan, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.DISUSUN)
    kemajuan = models.CharField(
        max_length=6, choices=KemajuanPengisian.choices, default=KemajuanPengisian.KURANG
    )

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["putaran", "pegawai"], name="putaran_pegawai_sekali")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["putaran", "status"], name="putaran_status"),
            models.Index(fields=["penugasan", "status"], name="putaran_penugasan"),
        ]

    def __str__(self) -> str:
        return f"putaran {self.putaran_id} pegawai {self.pegawai_id}"


class Responden(models.Model):
    """Who is asked about one person, and whether the form was sent; never what it says."""

    class Asal(models.TextChoices):
        USULAN = "usulan", _("Diusulkan")
        UNDIAN = "undian", _("Diundi menurut aturan")

    putaran_pegawai = models.ForeignKey(
        PutaranPegawai, on_delete=models.CASCADE, related_name="daftar_responden"
    )
    pegawai = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="daftar_responden"
    )
    hubungan = models.CharField(max_length=16, choices=HubunganResponden.choices)
    asal = models.CharField(max_length=8, choices=Asal.choices)
    sudah_mengisi = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["putaran_pegawai", "pegawai"],
                condition=Q(pegawai__isnull=False),
                name="responden_sekali",
            ),
            models.CheckConstraint(
                condition=Q(pegawai__isnull=False) | Q(hubungan="mitra_eksternal"),
                name="responden_luar_mitra",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["pegawai", "sudah_mengisi"], name="responden_pegawai")
        ]

    def __str__(self) -> str:
        return f"responden {self.pk} untuk {self.putaran_pegawai_id}"


class Undangan(models.Model):
    """A partner without an account: invited by a signed link that serves one form."""

    responden = models.OneToOneField(Responden, on_delete=models.CASCADE, related_name="undangan")
    nama = models.CharField(max_length=200)
    lembaga = models.CharField(max_length=200)
    surel = models.EmailField(blank=True)
    # Part of the signature: a new one makes every earlier link worthless.
    nonce = models.CharField(max_length=32)
    berlaku_sampai = models.DateField()

    def __str__(self) -> str:
        return f"undangan {self.responden_id}"


class KunciPasangan(models.Model):
    """The envelope of one respondent, encrypted with the round's key.

    While the round runs it holds the answers; after it the key of the answer row and the words
    that were not released. Destroyed when the objections of the period are final.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    responden = models.OneToOneField(
        Responden, on_delete=models.CASCADE, related_name="kunci_pasangan"
    )
    isi_tersegel = models.TextField()

    def __str__(self) -> str:
        return "amplop"


class JawabanUmpanBalik(models.Model):
    """Seven levels by somebody of a group that was released: no respondent, no time, no order."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    putaran_pegawai = models.ForeignKey(
        PutaranPegawai, on_delete=models.CASCADE, related_name="daftar_jawaban"
    )
    kelompok = models.CharField(max_length=16)
    nilai = models.JSONField(default=list)

    def __str__(self) -> str:
        return "jawaban"


class HasilUmpanBalik(models.Model):
    """What was released about one person, once: all that any page, export or file reads."""

    putaran_pegawai = models.OneToOneField(
        PutaranPegawai, on_delete=models.CASCADE, related_name="hasil"
    )
    isi = models.JSONField(default=dict)
    # The person's own seven levels: beside the groups, never among them.
    diri = models.JSONField(default=list)
    # The sets behind the release, for the desk if it is ever asked again; sealed like the pairs.
    himpunan_tersegel = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"hasil {self.putaran_pegawai_id}"


class CatatanTerbuka(models.Model):
    """A note that its writer chose to sign: outside the anonymous release, and said so."""

    putaran_pegawai = models.ForeignKey(
        PutaranPegawai, on_delete=models.CASCADE, related_name="daftar_catatan_terbuka"
    )
    penulis = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    teks = models.TextField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["putaran_pegawai", "penulis"], name="catatan_terbuka_sekali"
            )
        ]

    def __str__(self) -> str:
        return f"catatan terbuka {self.penulis_id}"


class PembukaanKunci(models.Model):
    """Two officers and a letter open the pairs of one person; the respondents are told."""

    putaran_pegawai = models.ForeignKey(
        PutaranPegawai, on_delete=models.CASCADE, related_name="daftar_pembukaan"
    )
    nomor_surat = models.CharField(max_length=100)
    alasan = models.TextField()
    pemohon = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    diminta_pada = models.DateField()
    penyetuju = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    disetujui_pada = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(penyetuju__isnull=True) | ~Q(penyetuju=models.F("pemohon")),
                name="pembukaan_dua_orang",
            )
        ]

    def __str__(self) -> str:
        return f"pembukaan {self.nomor_surat}"
