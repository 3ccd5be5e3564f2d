"""Sign-in history: who tried to get in, when, and roughly from where."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tera.core.models.akun import Pengguna


class RiwayatMasuk(models.Model):
    """One attempt to sign in. Kept 180 days; the address is shortened before it is stored.

    ``sidik_nama`` is the keyed digest of the name that was typed: an unknown name is counted like
    a known one, so that a limit tells nobody which accounts exist.
    """

    class Cara(models.TextChoices):
        SANDI = "sandi", _("Sandi")
        PASSKEY = "passkey", _("Passkey")
        KODE = "kode", _("Kode sekali pakai")
        FAKTOR_KEDUA = "faktor_kedua", _("Kode autentikator")

    akun = models.ForeignKey(
        Pengguna, null=True, on_delete=models.CASCADE, related_name="riwayat_masuk"
    )
    sidik_nama = models.CharField(max_length=32)
    waktu = models.DateTimeField(db_index=True)
    berhasil = models.BooleanField()
    cara = models.CharField(max_length=16, choices=Cara.choices)
    alamat = models.CharField(max_length=43, blank=True)
    perangkat = models.CharField(max_length=80, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["sidik_nama", "-waktu"], name="masuk_per_nama"),
            models.Index(fields=["akun", "-waktu"], name="masuk_per_akun"),
        ]

    def __str__(self) -> str:
        return f"{self.akun_id} {self.waktu:%Y-%m-%d %H:%M}"
