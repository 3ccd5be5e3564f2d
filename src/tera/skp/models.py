"""Tables of the SKP: a version, its RHK and indicators, behaviour, lampiran, matrix, rubrik."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from tera.organisasi.models import (
    ButirPerencanaan,
    HitunganUnit,
    Instansi,
    Pegawai,
    Penugasan,
)


class SKP(models.Model):
    """One version of one person's plan in one assignment and year."""

    class Status(models.TextChoices):
        DRAF = "draf", _("Draf")
        DIAJUKAN = "diajukan", _("Diajukan")
        DIKEMBALIKAN = "dikembalikan", _("Dikembalikan")
        DITETAPKAN = "ditetapkan", _("Ditetapkan")
        DIGANTIKAN = "digantikan", _("Digantikan versi baru")
        DITUTUP = "ditutup", _("Ditutup")
        DIBATALKAN = "dibatalkan", _("Dibatalkan")

    class Keluarga(models.TextChoices):
        JPT_MANDIRI = "jpt_mandiri", _("JPT dan pimpinan unit kerja mandiri")
        JA_JF = "ja_jf", _("Pejabat administrasi dan pejabat fungsional")

    class Pendekatan(models.TextChoices):
        KUANTITATIF = "kuantitatif", _("Kuantitatif")
        KUALITATIF = "kualitatif", _("Kualitatif")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_skp")
    penugasan = models.ForeignKey(Penugasan, on_delete=models.PROTECT, related_name="daftar_skp")
    tahun = models.PositiveSmallIntegerField()
    mulai = models.DateField()
    selesai = models.DateField()
    keluarga = models.CharField(max_length=12, choices=Keluarga.choices)
    pendekatan = models.CharField(max_length=12, choices=Pendekatan.choices)
    status = models.CharField(max_length=14, choices=Status.choices, default=Status.DRAF)
    versi = models.PositiveSmallIntegerField(default=1)
    sebelumnya = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="daftar_sesudah"
    )
    penilai = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="skp_dinilai"
    )
    # Counts every saved edit: a form sent from an older page is refused, not merged blindly.
    revisi = models.PositiveIntegerField(default=0)
    terlambat = models.BooleanField(default=False)
    pertama_disunting_at = models.DateTimeField(null=True, blank=True)
    diajukan_at = models.DateTimeField(null=True, blank=True)
    ditetapkan_at = models.DateTimeField(null=True, blank=True)
    ditetapkan_pada = models.DateField(null=True, blank=True)
    dikembalikan_at = models.DateTimeField(null=True, blank=True)
    # Who saved last: told to the person whose form came from an older page.
    disunting_at = models.DateTimeField(null=True, blank=True)
    nama_penyunting = models.CharField(max_length=200, blank=True)
    # A penyiap who drafted; the official still sends and sets, both names are recorded.
    penyiap = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="skp_disiapkan"
    )
    # the pengelola who drafted because nobody had by the second week of January, the one
    # who set that draft, and when the person took the draft over (it is then theirs alone).
    pengelola_penyusun = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    pengelola_penetap = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    diambil_alih_at = models.DateTimeField(null=True, blank=True)
    # What was still open when it was sent: [{"kode", "pesan"}], shown to the penilai.
    catatan_pengajuan = models.JSONField(default=list, blank=True)
    catatan_pengembalian = models.TextField(blank=True)
    alasan_perubahan = models.TextField(blank=True)
    # People as they were when the plan was set: names, NIP, pangkat, jabatan, unit; and the law.
    rekaman = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["penugasan", "tahun", "versi"], name="skp_versi"),
            models.UniqueConstraint(
                fields=["penugasan", "tahun"],
                condition=Q(status="ditetapkan"),
                name="skp_satu_ditetapkan",
            ),
            models.UniqueConstraint(
                fields=["penugasan", "tahun"],
                condition=Q(status__in=["draf", "diajukan", "dikembalikan"]),
                name="skp_satu_berjalan",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["pegawai", "tahun"], name="skp_per_pegawai"),
            models.Index(fields=["penilai", "status"], name="skp_per_penilai"),
            models.Index(fields=["instansi", "tahun", "status"], name="skp_per_instansi"),
        ]

    def __str__(self) -> str:
        return f"SKP {self.tahun} versi {self.versi}"


class RencanaHasilKerja(models.Model):
    """An RHK: a result, tied to the leader's RHK or (for leaders) to a planning line."""

    class Jenis(models.TextChoices):
        UTAMA = "utama", _("Utama")
        TAMBAHAN = "tambahan", _("Tambahan")

    class Klasifikasi(models.TextChoices):
        ORGANISASI = "organisasi", _("Organisasi")
        INDIVIDU = "individu", _("Individu")

    class Perspektif(models.TextChoices):
        PENERIMA_LAYANAN = "penerima_layanan", _("Penerima Layanan")
        PROSES_BISNIS = "proses_bisnis", _("Proses Bisnis")
        PENGUATAN_INTERNAL = "penguatan_internal", _("Penguatan Internal")
        ANGGARAN = "anggaran", _("Anggaran")

    skp = models.ForeignKey(SKP, on_delete=models.CASCADE, related_name="daftar_rhk")
    # The same RHK keeps its key through the versions of the plan.
    kunci = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    urut = models.PositiveSmallIntegerField(default=0)
    jenis = models.CharField(max_length=8, choices=Jenis.choices, default=Jenis.UTAMA)
    klasifikasi = models.CharField(
        max_length=10, choices=Klasifikasi.choices, default=Klasifikasi.INDIVIDU
    )
    teks = models.TextField(blank=True)
    rhk_pimpinan = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="daftar_turunan"
    )
    butir_perencanaan = models.ForeignKey(
        ButirPerencanaan, null=True, blank=True, on_delete=models.PROTECT, related_name="daftar_rhk"
    )
    perspektif = models.CharField(max_length=20, choices=Perspektif.choices, blank=True)
    penugasan_dari = models.CharField(max_length=200, blank=True)
    penugasan_khusus = models.BooleanField(default=False)
    tautkan_nanti = models.BooleanField(default=False)

    class Meta:
        # "tambahan" sorts before "utama" by letter: the form prints utama first.
        ordering: ClassVar[list[str]] = ["-jenis", "urut", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["skp", "kunci"], name="rhk_kunci")
        ]

    def __str__(self) -> str:
        return self.teks


class IndikatorKinerja(models.Model):
    """An individual performance indicator with its target."""

    class Aspek(models.TextChoices):
        KUANTITAS = "kuantitas", _("Kuantitas")
        KUALITAS = "kualitas", _("Kualitas")
        WAKTU = "waktu", _("Waktu")
        BIAYA = "biaya", _("Biaya")

    rhk = models.ForeignKey(
        RencanaHasilKerja, on_delete=models.CASCADE, related_name="daftar_indikator"
    )
    kunci = models.UUIDField(default=uuid.uuid4, editable=False)
    urut = models.PositiveSmallIntegerField(default=0)
    aspek = models.CharField(max_length=10, choices=Aspek.choices, blank=True)
    teks = models.TextField(blank=True)
    target = models.CharField(max_length=200, blank=True)
    satuan = models.CharField(max_length=60, blank=True)
    kode_pustaka = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["urut", "id"]

    def __str__(self) -> str:
        return self.teks


class EkspektasiPerilaku(models.Model):
    """The leader's special expectation for one BerAKHLAK value."""

    skp = models.ForeignKey(SKP, on_delete=models.CASCADE, related_name="daftar_perilaku")
    nilai = models.CharField(max_length=3)
    ekspektasi_khusus = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["skp", "nilai"], name="perilaku_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.skp_id} {self.nilai}"


class ButirLampiran(models.Model):
    """A line of the Lampiran SKP."""

    class Bagian(models.TextChoices):
        DUKUNGAN_SUMBER_DAYA = "dukungan_sumber_daya", _("Dukungan sumber daya")
        SKEMA_PERTANGGUNGJAWABAN = "skema_pertanggungjawaban", _("Skema pertanggungjawaban")
        KONSEKUENSI = "konsekuensi", _("Konsekuensi")

    skp = models.ForeignKey(SKP, on_delete=models.CASCADE, related_name="daftar_lampiran")
    bagian = models.CharField(max_length=28, choices=Bagian.choices)
    urut = models.PositiveSmallIntegerField(default=0)
    teks = models.TextField()

    class Meta:
        ordering: ClassVar[list[str]] = ["bagian", "urut", "id"]

    def __str__(self) -> str:
        return self.teks


class CatatanDialog(models.Model):
    """A note of the performance dialogue about this plan."""

    skp = models.ForeignKey(SKP, on_delete=models.CASCADE, related_name="daftar_catatan")
    penulis = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    rhk_kunci = models.UUIDField(null=True, blank=True)
    teks = models.TextField()
    dibuat_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["dibuat_at", "id"]

    def __str__(self) -> str:
        return self.teks


class SelMatriks(models.Model):
    """A cell of the Matriks Peran Hasil: leader's RHK × person → text = that person's RHK."""

    class Sifat(models.TextChoices):
        BAGIAN = "bagian", _("Bagian dari RHK pimpinan")
        SENDIRI = "sendiri", _("RHK sendiri")

    rhk_pimpinan = models.ForeignKey(
        RencanaHasilKerja, on_delete=models.PROTECT, related_name="daftar_sel"
    )
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="sel_matriks")
    teks = models.TextField()
    sifat = models.CharField(max_length=8, choices=Sifat.choices, default=Sifat.BAGIAN)
    # The row made from this cell; empty until the person's draft exists.
    rhk_kunci = models.UUIDField(null=True, blank=True)
    # A change wished after the person's plan was set: it waits for a new version.
    teks_usulan = models.TextField(blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["rhk_pimpinan", "pegawai"], name="sel_sekali")
        ]

    def __str__(self) -> str:
        return self.teks


class PesertaMatriks(models.Model):
    """A person of another unit or team whom a leader added to the matrix of one year."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    pimpinan = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["pimpinan", "tahun", "pegawai"], name="peserta_matriks_sekali"
            ),
            models.CheckConstraint(
                condition=~Q(pimpinan=models.F("pegawai")), name="peserta_matriks_orang_lain"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} di matriks {self.pimpinan_id} {self.tahun}"


class PembacaanSKP(models.Model):
    """One rater opened one state of a plan in one session: only what was read is set in bulk."""

    skp = models.ForeignKey(SKP, on_delete=models.CASCADE, related_name="daftar_pembacaan")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    revisi = models.PositiveIntegerField()
    sesi = models.CharField(max_length=64)
    dibaca_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["skp", "pegawai", "revisi", "sesi"], name="pembacaan_sekali"
            )
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} membaca {self.skp_id}"


class PengirimanSKP(models.Model):
    """A plan set by the pengelola, sent to one person; ``dibaca_at`` is when they opened it."""

    class Sebagai(models.TextChoices):
        PEGAWAI = "pegawai", _("Pegawai")
        PENILAI = "penilai", _("Pejabat penilai")
        PIMPINAN_UNIT = "pimpinan_unit", _("Pimpinan unit")

    skp = models.ForeignKey(SKP, on_delete=models.CASCADE, related_name="daftar_pengiriman")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="kiriman_skp")
    sebagai = models.CharField(max_length=14, choices=Sebagai.choices)
    dikirim_at = models.DateTimeField()
    dibaca_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["skp", "pegawai"], name="pengiriman_sekali")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["pegawai"], condition=Q(dibaca_at__isnull=True), name="pengiriman_belum"
            )
        ]

    def __str__(self) -> str:
        return f"{self.skp_id} kepada {self.pegawai_id}"


class VersiRubrik(models.Model):
    """Dated written criteria of the instansi per level; the version used stays with a rating."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT)
    versi = models.CharField(max_length=40)
    sejak = models.DateField()
    isi = models.JSONField()
    sifat = models.CharField(max_length=60, default=gettext_noop("usulan, bukan peraturan"))
    dasar = models.CharField(max_length=300, blank=True)
    nama_aktor = models.CharField(max_length=200)
    dibuat_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["instansi", "sejak"], name="rubrik_sejak")
        ]

    def __str__(self) -> str:
        return self.versi


class HitunganSKP(HitunganUnit):
    """How many people of one unit owe a plan of a year (``kunci``), by state of their plan."""

    belum = models.PositiveIntegerField(default=0)
    draf = models.PositiveIntegerField(default=0)
    diajukan = models.PositiveIntegerField(default=0)
    dikembalikan = models.PositiveIntegerField(default=0)
    ditetapkan = models.PositiveIntegerField(default=0)
    ditutup = models.PositiveIntegerField(default=0)
    terlambat = models.PositiveIntegerField(default=0)
    # Microseconds of drafting and of setting, each plan eight bytes: a median needs the values.
    lama_susun = models.BinaryField(default=bytes)
    lama_tetap = models.BinaryField(default=bytes)
