"""What is proposed for a person: a nomination, a mentor or coach, challenging work."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tera.dialog.models import Pertemuan
from tera.organisasi.models import Instansi, Pegawai, Penugasan, TimKerja, UnitKerja
from tera.tindak_lanjut.models.pengembangan.pelatihan import SesiPelatihan
from tera.tindak_lanjut.models.pengembangan.rencana import KegiatanPengembangan


class _Usul(models.Model):
    """Who is proposed by whom, on which evidence, and who decided with which letter."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    pengusul = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    alasan = models.TextField()
    # What the proposal stood on, as it was that day: results, achievements, rows of the plan.
    bukti = models.JSONField(default=list)
    diusulkan_pada = models.DateField()
    pemutus = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    alasan_putusan = models.TextField(blank=True)
    nomor_surat = models.CharField(max_length=100, blank=True)
    diputus_pada = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


class Nominasi(_Usul):
    """A person named for a training, a leadership programme or further study."""

    class Jenis(models.TextChoices):
        PELATIHAN = "pelatihan", _("Pelatihan")
        KEPEMIMPINAN = "kepemimpinan", _("Pelatihan kepemimpinan")
        TUGAS_BELAJAR = "tugas_belajar", _("Tugas belajar")

    class Status(models.TextChoices):
        DIUSULKAN = "diusulkan", _("Diusulkan")
        DISETUJUI = "disetujui", _("Disetujui")
        DITOLAK = "ditolak", _("Ditolak")
        DITARIK = "ditarik", _("Ditarik")

    jenis = models.CharField(max_length=14, choices=Jenis.choices)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DIUSULKAN)
    sesi = models.ForeignKey(
        SesiPelatihan, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    program = models.CharField(max_length=20, blank=True)
    # Further study: level, field, university.
    uraian = models.CharField(max_length=300, blank=True)
    kegiatan = models.ForeignKey(
        KegiatanPengembangan, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "status"], name="nominasi_per_status"),
            models.Index(fields=["pegawai", "status"], name="nominasi_per_pegawai"),
        ]

    def __str__(self) -> str:
        return f"nominasi {self.pegawai_id} {self.jenis}"


class Pendampingan(models.Model):
    """A mentor or coach and the person, with a goal and a period both agreed to."""

    class Jenis(models.TextChoices):
        MENTORING = "mentoring", _("Mentoring")
        COACHING = "coaching", _("Coaching")

    class Status(models.TextChoices):
        DIUSULKAN = "diusulkan", _("Menunggu kesepakatan")
        BERJALAN = "berjalan", _("Berjalan")
        SELESAI = "selesai", _("Selesai")
        DITOLAK = "ditolak", _("Ditolak")
        DIHENTIKAN = "dihentikan", _("Dihentikan")

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    jenis = models.CharField(max_length=10, choices=Jenis.choices)
    pembimbing = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="daftar_membimbing"
    )
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_dibimbing")
    pengusul = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    tujuan = models.TextField()
    mulai = models.DateField()
    selesai = models.DateField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DIUSULKAN)
    pembimbing_setuju_pada = models.DateField(null=True, blank=True)
    pegawai_setuju_pada = models.DateField(null=True, blank=True)
    hasil = models.TextField(blank=True)
    kegiatan = models.ForeignKey(
        KegiatanPengembangan, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~models.Q(pembimbing=models.F("pegawai")), name="pendampingan_dua_orang"
            ),
            models.CheckConstraint(
                condition=models.Q(selesai__gte=models.F("mulai")), name="pendampingan_masa"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.jenis} {self.pembimbing_id}–{self.pegawai_id}"


class TemuPendampingan(models.Model):
    """A meeting of the dialogue that belongs to a pair; what was said stays there."""

    pendampingan = models.ForeignKey(
        Pendampingan, on_delete=models.CASCADE, related_name="daftar_temu"
    )
    pertemuan = models.OneToOneField(Pertemuan, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"temu {self.pendampingan_id} {self.pertemuan_id}"


class UsulTugas(_Usul):
    """Challenging work proposed for a person: a team or project to lead, an additional task."""

    class Jenis(models.TextChoices):
        PIMPIN_TIM = "pimpin_tim", _("Memimpin tim atau proyek")
        TUGAS_TAMBAHAN = "tugas_tambahan", _("Tugas tambahan yang menantang")

    class Status(models.TextChoices):
        DIUSULKAN = "diusulkan", _("Diusulkan")
        DISETUJUI = "disetujui", _("Disetujui")
        DITOLAK = "ditolak", _("Ditolak")
        DITARIK = "ditarik", _("Ditarik")

    jenis = models.CharField(max_length=14, choices=Jenis.choices)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DIUSULKAN)
    judul = models.CharField(max_length=200)
    mulai = models.DateField()
    selesai = models.DateField()
    # What acceptance wrote to organisasi.
    tim = models.ForeignKey(
        TimKerja, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    penugasan = models.ForeignKey(
        Penugasan, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(selesai__gte=models.F("mulai")), name="usul_tugas_masa"
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["instansi", "status"], name="usul_tugas_per_status"),
            models.Index(fields=["pegawai", "status"], name="usul_tugas_per_pegawai"),
        ]

    def __str__(self) -> str:
        return self.judul
