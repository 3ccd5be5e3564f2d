"""What happened: state rows, the audit chain without values, events for upper rooms."""

from typing import ClassVar

from django.db import models


class RiwayatStatus(models.Model):
    """One step of one document: from, to, by whom in which part, why."""

    instansi_id = models.BigIntegerField()
    jenis = models.CharField(max_length=40)
    objek_id = models.BigIntegerField()
    aksi = models.CharField(max_length=40)
    dari = models.CharField(max_length=24)
    ke = models.CharField(max_length=24)
    pengguna_id = models.BigIntegerField(null=True)
    pegawai_id = models.BigIntegerField(null=True)
    nama_aktor = models.CharField(max_length=200)
    peran = models.CharField(max_length=24)
    mode_petugas_id = models.BigIntegerField(null=True)
    alasan = models.TextField(blank=True)
    pada = models.DateField()
    terjadi_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["jenis", "objek_id", "id"], name="riwayat_per_objek"),
            models.Index(fields=["instansi_id", "jenis", "terjadi_at"], name="riwayat_waktu"),
        ]

    def __str__(self) -> str:
        return f"{self.jenis} {self.objek_id}: {self.dari} → {self.ke}"


class JejakAudit(models.Model):
    """One link of the chain of one aggregate: ids, field names, salted digests; never a value."""

    instansi_id = models.BigIntegerField(db_index=True)
    rantai = models.CharField(max_length=64)
    urut = models.PositiveIntegerField()
    aksi = models.CharField(max_length=48)
    jenis = models.CharField(max_length=40)
    objek_id = models.BigIntegerField()
    pengguna_id = models.BigIntegerField(null=True)
    pegawai_id = models.BigIntegerField(null=True)
    mode_petugas_id = models.BigIntegerField(null=True)
    sidik_bidang = models.JSONField(default=dict)
    garam = models.CharField(max_length=32)
    terjadi_at = models.DateTimeField(db_index=True)
    sidik_sebelum = models.CharField(max_length=64)
    sidik = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["rantai", "urut"], name="jejak_rantai_urut")
        ]

    def __str__(self) -> str:
        return f"{self.rantai}#{self.urut} {self.aksi}"


class AkarAudit(models.Model):
    """One root a day over the heads of all audit chains; published, so that cutting shows."""

    tanggal = models.DateField(unique=True)
    batas_id = models.BigIntegerField()
    jumlah_rantai = models.PositiveIntegerField()
    jumlah_baris = models.PositiveBigIntegerField()
    akar = models.CharField(max_length=64)
    dibuat_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.tanggal} {self.akar}"


class Kejadian(models.Model):
    """An event written by a lower room; upper rooms receive it at least once."""

    instansi_id = models.BigIntegerField()
    nama = models.CharField(max_length=64)
    muatan = models.JSONField(default=dict)
    terjadi_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.nama} {self.pk}"


class PengirimanKejadian(models.Model):
    """The delivery of one event to one receiver."""

    kejadian = models.ForeignKey(Kejadian, on_delete=models.CASCADE, related_name="pengiriman")
    penerima = models.CharField(max_length=120)
    selesai_at = models.DateTimeField(null=True, blank=True)
    percobaan = models.PositiveSmallIntegerField(default=0)
    coba_lagi_at = models.DateTimeField()
    galat = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["kejadian", "penerima"], name="kirim_sekali")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["coba_lagi_at"],
                name="kirim_menunggu",
                condition=models.Q(selesai_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.kejadian_id} → {self.penerima}"


class JadwalJalan(models.Model):
    """One due run of a daily job: any number of workers may try, one row lets one of them run."""

    nama = models.CharField(max_length=64)
    jatuh_tempo = models.DateField()
    mulai_at = models.DateTimeField()
    selesai_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["nama", "jatuh_tempo"], name="jadwal_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.nama} {self.jatuh_tempo}"
