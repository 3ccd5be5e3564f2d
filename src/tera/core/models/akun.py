"""Accounts: who can sign in. The person behind an account lives in ``organisasi``."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models


class PenggunaManager(BaseUserManager["Pengguna"]):
    """Makes accounts; there is no superuser."""

    def create_user(self, nama_akun: str, password: str | None = None, **bidang: Any) -> "Pengguna":
        """Make one account; without a password it can only be activated by its code."""
        pengguna = self.model(nama_akun=nama_akun.strip().lower(), **bidang)
        if password is None:
            pengguna.set_unusable_password()
        else:
            pengguna.set_password(password)
        pengguna.save(using=self._db)
        return pengguna

    def get_by_natural_key(self, username: str | None) -> "Pengguna":
        """Sign-in names are case-insensitive."""
        return self.get(nama_akun=(username or "").strip().lower())


class Pengguna(AbstractBaseUser):
    """An account. ``nama_akun`` is usually the NIP: a name, never a secret."""

    nama_akun = models.CharField(max_length=64, unique=True)
    nama_tampil = models.CharField(max_length=200)
    surel = models.EmailField(blank=True)
    # Empty: never chosen, so the device or the default decides.
    bahasa = models.CharField(max_length=5, blank=True, default="")
    instansi_id = models.BigIntegerField(db_index=True)
    is_active = models.BooleanField(default=True)
    diaktifkan_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[PenggunaManager] = PenggunaManager()

    USERNAME_FIELD = "nama_akun"
    EMAIL_FIELD = "surel"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["nama_tampil", "instansi_id"]

    def __str__(self) -> str:
        return self.nama_tampil or self.nama_akun

    @property
    def is_staff(self) -> bool:
        """No account passes by itself: what one may do comes from relations, never a flag."""
        return False

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """Django's permission tables aren't used: see ``permissions`` of each room."""
        return False

    def has_module_perms(self, app_label: str) -> bool:
        """Django's permission tables aren't used."""
        return False


class KodeAktivasi(models.Model):
    """A one-time printed code that opens an account; only its keyed digest is kept."""

    pengguna = models.ForeignKey(Pengguna, on_delete=models.CASCADE, related_name="daftar_kode")
    sidik = models.CharField(max_length=64)
    keperluan = models.CharField(
        max_length=16, choices=[("aktivasi", "Aktivasi"), ("reset", "Reset tatap muka")]
    )
    dibuat_oleh = models.ForeignKey(
        Pengguna, null=True, on_delete=models.PROTECT, related_name="kode_dibuat"
    )
    dibuat_at = models.DateTimeField()
    berlaku_sampai = models.DateTimeField()
    dipakai_at = models.DateTimeField(null=True, blank=True)
    dicabut_at = models.DateTimeField(null=True, blank=True)
    percobaan_gagal = models.PositiveSmallIntegerField(default=0)
    catatan = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["pengguna", "-dibuat_at"], name="kode_per_pengguna")
        ]

    def __str__(self) -> str:
        return f"{self.keperluan} {self.pengguna_id}"


class SesiPetugas(models.Model):
    """*Mode petugas*: an officer's access with a reason and a time limit."""

    pengguna = models.ForeignKey(Pengguna, on_delete=models.PROTECT)
    instansi_id = models.BigIntegerField(db_index=True)
    alasan = models.CharField(max_length=500)
    mulai_at = models.DateTimeField()
    sampai_at = models.DateTimeField()
    diakhiri_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"mode petugas {self.pengguna_id} {self.mulai_at:%Y-%m-%d %H:%M}"
