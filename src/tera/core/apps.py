"""Django app of the machine room."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Core: what every room stands on."""

    name = "tera.core"
    label = "core"
    verbose_name = "Inti"

    def ready(self) -> None:
        """Register the daily clean-up of sign-in rows and old idempotency keys."""
        from tera.core import jadwal
        from tera.core.akun.batas import hapus_riwayat_lama
        from tera.core.idempoten import hapus_kunci_lama

        jadwal.daftarkan("core.riwayat_masuk", hapus_riwayat_lama)
        jadwal.daftarkan("core.kunci_idempoten", hapus_kunci_lama)
