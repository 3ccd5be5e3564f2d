"""Django app of the room."""

from django.apps import AppConfig


class KalibrasiConfig(AppConfig):
    """The objectivity engine inside the product: switched on by decision, run as a sealed job."""

    name = "tera.kalibrasi"
    label = "kalibrasi"
    verbose_name = "Kalibrasi"

    def ready(self) -> None:
        """Give lower rooms addresses; look every night for a period with something new."""
        from tera.antarmuka import tautan
        from tera.core import antrean, jadwal
        from tera.kalibrasi import penerima
        from tera.kalibrasi.services.jalan import gagalkan

        tautan.daftarkan("kalibrasi.bukti", "kalibrasi:bukti")
        tautan.daftarkan("kalibrasi.ringkas", "kalibrasi:ringkas")
        jadwal.daftarkan("kalibrasi.analisis", penerima.minta_semua)
        antrean.bila_menyerah("tera.kalibrasi.tasks.jalankan_analisis", gagalkan)
