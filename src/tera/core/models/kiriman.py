"""What people send: idempotency keys, drafts, receipts, files."""

import uuid
from typing import ClassVar

from django.db import models


class KunciIdempoten(models.Model):
    """The same key from the same sender gives the same answer and one effect."""

    pengirim = models.CharField(max_length=64)
    kunci = models.UUIDField()
    jalur = models.CharField(max_length=300)
    sidik_isi = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    lokasi = models.CharField(max_length=500, blank=True)
    dibuat_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["pengirim", "kunci"], name="kunci_sekali")
        ]

    def __str__(self) -> str:
        return str(self.kunci)


class Draf(models.Model):
    """What a person has typed and not yet sent, kept on the server."""

    pengguna_id = models.BigIntegerField()
    kunci = models.CharField(max_length=120)
    isi = models.JSONField(default=dict)
    versi = models.PositiveIntegerField(default=1)
    disimpan_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["pengguna_id", "kunci"], name="draf_satu")
        ]

    def __str__(self) -> str:
        return self.kunci


class TandaTerima(models.Model):
    """A receipt: the sender keeps it and anyone can verify it by its token."""

    instansi_id = models.BigIntegerField()
    nomor = models.CharField(max_length=32, unique=True)
    token = models.CharField(max_length=32, unique=True)
    jenis = models.CharField(max_length=40)
    objek_id = models.BigIntegerField()
    aksi = models.CharField(max_length=48)
    pengguna_id = models.BigIntegerField(null=True, db_index=True)
    pegawai_id = models.BigIntegerField(null=True, db_index=True)
    sidik_isi = models.CharField(max_length=64)
    sidik_jejak = models.CharField(max_length=64)
    terjadi_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["jenis", "objek_id"], name="terima_per_objek")
        ]

    def __str__(self) -> str:
        return self.nomor


class Berkas(models.Model):
    """A stored file: its bytes live behind the storage port, named by their digest."""

    instansi_id = models.BigIntegerField(db_index=True)
    kunci = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    nama = models.CharField(max_length=200)
    jenis_isi = models.CharField(max_length=100)
    ukuran = models.PositiveBigIntegerField()
    sidik = models.CharField(max_length=64)
    keperluan = models.CharField(max_length=40)
    pengguna_id = models.BigIntegerField(null=True)
    dibuat_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.nama
