"""Award kinds with their public criteria; a round, its candidates, the committee's views."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tera.organisasi.models import Instansi, Pegawai, Penugasan, UnitKerja


class JenisPenghargaan(models.Model):
    """One kind of award: its rule, the criteria anyone may read, whether names may be public."""

    class Aturan(models.TextChoices):
        SATYALANCANA_X = "satyalancana_x", "Satyalancana Karya Satya X"
        SATYALANCANA_XX = "satyalancana_xx", "Satyalancana Karya Satya XX"
        SATYALANCANA_XXX = "satyalancana_xxx", "Satyalancana Karya Satya XXX"
        UNIT_TERBAIK = "unit_terbaik", _("Pegawai terbaik unit, menurut kriteria terbuka")
        CAPAIAN_ISTIMEWA = "capaian_istimewa", _("Capaian istimewa yang tercatat")
        LAIN = "lain", _("Lainnya, menurut usulan")

    class Berkala(models.TextChoices):
        TAHUNAN = "tahunan", _("Setahun sekali")
        SEMESTERAN = "semesteran", _("Dua kali setahun")
        TRIWULANAN = "triwulanan", _("Tiap triwulan")
        SEWAKTU = "sewaktu", _("Sewaktu-waktu")

    class PredikatMinimal(models.TextChoices):
        SANGAT_BAIK = "sangat_baik", _("Sangat Baik")
        BAIK = "baik", _("Baik atau lebih")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    nama = models.CharField(max_length=160)
    aturan = models.CharField(max_length=20, choices=Aturan.choices)
    kriteria = models.TextField()
    dasar = models.CharField(max_length=200)
    berkala = models.CharField(max_length=12, choices=Berkala.choices, default=Berkala.TAHUNAN)
    kuota = models.PositiveIntegerField(null=True, blank=True)
    boleh_publik = models.BooleanField(default=False)
    aktif = models.BooleanField(default=True)
    kode_siasn = models.CharField(max_length=4, blank=True)
    # Criteria the program can compare with records; each is shown with its fact, none is summed.
    predikat_minimal = models.CharField(
        max_length=12, choices=PredikatMinimal.choices, blank=True, default=""
    )
    jumlah_tahun_predikat = models.PositiveSmallIntegerField(default=2)
    capaian_minimal = models.PositiveSmallIntegerField(default=0)
    masa_kerja_minimal = models.PositiveSmallIntegerField(default=0)
    bersih_disiplin = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["instansi", "nama"], name="jenis_penghargaan_nama")
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def tingkat_satyalancana(self) -> str:
        """The degree (``x``, ``xx``, ``xxx``) of a Satyalancana, else an empty text."""
        awal, _pisah, tingkat = self.aturan.partition("_")
        return tingkat if awal == "satyalancana" else ""


class PutaranPenghargaan(models.Model):
    """One round of one kind: proposals until a day, the committee's views, one decision."""

    class Status(models.TextChoices):
        DIBUKA = "dibuka", _("Menerima usulan")
        DITELAAH = "ditelaah", _("Ditelaah tim")
        DIPUTUSKAN = "diputuskan", _("Diputuskan")
        DIUMUMKAN = "diumumkan", _("Diumumkan")
        DIBATALKAN = "dibatalkan", _("Dibatalkan")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    jenis = models.ForeignKey(
        JenisPenghargaan, on_delete=models.PROTECT, related_name="daftar_putaran"
    )
    nama = models.CharField(max_length=160)
    tahun = models.PositiveIntegerField()
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    # Facts are judged as of this day: the month of the proposal.
    tanggal_usul = models.DateField()
    usul_sampai = models.DateField()
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DIBUKA)
    nomor_tim = models.CharField(max_length=100, blank=True)
    tanggal_tim = models.DateField(null=True, blank=True)
    nomor_keputusan = models.CharField(max_length=100, blank=True)
    tanggal_keputusan = models.DateField(null=True, blank=True)
    pemutus = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # The decider as they were on the day of the decision.
    rekaman_pemutus = models.JSONField(default=dict)
    diumumkan_pada = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["jenis", "nama"],
                condition=~Q(status="dibatalkan"),
                name="putaran_penghargaan_nama",
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "status"], name="putaran_penghargaan_status")
        ]

    def __str__(self) -> str:
        return self.nama


class AnggotaTimPenghargaan(models.Model):
    """A person named in the committee's letter."""

    class Jabatan(models.TextChoices):
        KETUA = "ketua", _("Ketua")
        SEKRETARIS = "sekretaris", _("Sekretaris")
        ANGGOTA = "anggota", pgettext_lazy("seseorang", "Anggota")

    putaran = models.ForeignKey(
        PutaranPenghargaan, on_delete=models.CASCADE, related_name="daftar_anggota"
    )
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    jabatan = models.CharField(max_length=10, choices=Jabatan.choices, default=Jabatan.ANGGOTA)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["putaran", "pegawai"], name="anggota_penghargaan_sekali"
            )
        ]

    def __str__(self) -> str:
        return f"{self.jabatan} {self.pegawai_id}"


class CalonPenghargaan(models.Model):
    """A person in a round: computed from the records or named by a rater; never by the program."""

    class Sumber(models.TextChoices):
        DIHITUNG = "dihitung", _("Dari data")
        USULAN = "usulan", _("Usulan penilai")

    class Status(models.TextChoices):
        DICALONKAN = "dicalonkan", _("Dicalonkan")
        DITETAPKAN = "ditetapkan", pgettext_lazy("penghargaan", "Ditetapkan")
        TIDAK_DITETAPKAN = "tidak_ditetapkan", _("Tidak ditetapkan")
        MUNDUR = "mundur", _("Mengundurkan diri")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    putaran = models.ForeignKey(
        PutaranPenghargaan, on_delete=models.CASCADE, related_name="daftar_calon"
    )
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    penugasan = models.ForeignKey(Penugasan, on_delete=models.PROTECT, related_name="+")
    sumber = models.CharField(max_length=10, choices=Sumber.choices)
    pengusul = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    alasan = models.TextField(blank=True)
    status = models.CharField(max_length=18, choices=Status.choices, default=Status.DICALONKAN)
    # Facts, rules and the person as they were when it was decided; empty before.
    rekaman = models.JSONField(default=dict)
    alasan_putusan = models.TextField(blank=True)
    nomor_surat = models.CharField(max_length=100, blank=True)
    # Whether the person lets their name be read outside; None: not asked or not answered.
    setuju_nama = models.BooleanField(null=True)
    alasan_publik = models.TextField(blank=True)
    disetujui_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["putaran", "pegawai"], name="calon_penghargaan_sekali")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["pegawai", "status"], name="calon_penghargaan_orang")
        ]

    def __str__(self) -> str:
        return f"calon {self.pegawai_id} {self.status}"


class PandanganAnggota(models.Model):
    """One member's view of one candidate, with its reason; a conflict of interest abstains."""

    class Pandangan(models.TextChoices):
        MENDUKUNG = "mendukung", _("Mendukung")
        TIDAK_MENDUKUNG = "tidak_mendukung", _("Tidak mendukung")
        ABSTAIN = "abstain", _("Abstain")

    class Benturan(models.TextChoices):
        TIDAK_ADA = "tidak_ada", _("Tidak ada")
        CALON = "calon", _("Saya sendiri calonnya")
        PENILAI = "penilai", _("Saya penilai atau atasan penilainya")
        PENGUSUL = "pengusul", _("Saya pengusulnya")
        DEKAT = "dekat", _("Ada hubungan dekat")
        LAIN = "lain", _("Benturan lain")

    calon = models.ForeignKey(
        CalonPenghargaan, on_delete=models.CASCADE, related_name="daftar_pandangan"
    )
    anggota = models.ForeignKey(
        AnggotaTimPenghargaan, on_delete=models.PROTECT, related_name="daftar_pandangan"
    )
    pandangan = models.CharField(max_length=16, choices=Pandangan.choices)
    benturan = models.CharField(max_length=10, choices=Benturan.choices, default=Benturan.TIDAK_ADA)
    alasan = models.TextField()
    dicatat_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["calon", "anggota"], name="pandangan_sekali"),
            models.CheckConstraint(
                condition=Q(benturan="tidak_ada") | Q(pandangan="abstain"),
                name="pandangan_benturan_abstain",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.anggota_id} tentang {self.calon_id}: {self.pandangan}"
