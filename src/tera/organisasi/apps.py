"""Django app of the organisation."""

from typing import Any

from django.apps import AppConfig


class OrganisasiConfig(AppConfig):
    """Organisasi: instansi, unit, people, posts, periods, policy."""

    name = "tera.organisasi"
    label = "organisasi"
    verbose_name = "Organisasi"

    def ready(self) -> None:
        """Once a day drop old copies of imports and fold stale marks; put up the triggers."""
        from django.db.models.signals import post_migrate

        from tera.core import antrean, jadwal
        from tera.organisasi.hitungan.pemicu import sesudah_migrate

        post_migrate.connect(sesudah_migrate, sender=self, dispatch_uid="organisasi.hitungan")

        def bersihkan() -> None:
            from tera.organisasi.tasks import bersihkan_semua  # the task needs the loaded models

            bersihkan_semua()

        def lipat() -> None:
            from tera.organisasi.hitungan import lipat_semua  # stands on the loaded models

            lipat_semua()

        def menyerah(*isi: Any) -> None:
            from tera.organisasi import tasks

            tasks.menyerah(*isi)

        antrean.bila_menyerah("tera.organisasi.tasks.jalankan_impor", menyerah)
        jadwal.daftarkan("organisasi.salinan_impor", bersihkan)
        jadwal.daftarkan("organisasi.tanda_basi", lipat)
