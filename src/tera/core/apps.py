"""Django app of the machine room."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Core: what every room stands on."""

    name = "tera.core"
    label = "core"
    verbose_name = "Inti"

    def ready(self) -> None:
        """Register the daily jobs: the audit root, and the clean-up of old rows."""
        from tera.core import akar, jadwal
        from tera.core.akun.batas import hapus_riwayat_lama
        from tera.core.idempoten import hapus_kunci_lama

        jadwal.daftarkan("core.akar_audit", akar.terbitkan_akar)
        jadwal.daftarkan("core.riwayat_masuk", hapus_riwayat_lama)
        jadwal.daftarkan("core.kunci_idempoten", hapus_kunci_lama)
