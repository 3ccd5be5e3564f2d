"""Django app of the room."""

from django.apps import AppConfig


class BimtekConfig(AppConfig):
    """Bimtek: courses, practice in rating written cases, certificates."""

    name = "tera.bimtek"
    label = "bimtek"
    verbose_name = "Bimtek"

    def ready(self) -> None:
        """Give the lower rooms the address that their refusals lead to; look after classes."""
        from tera.antarmuka import tautan
        from tera.bimtek import penerima
        from tera.core import jadwal

        tautan.daftarkan("bimtek.beranda", "bimtek:beranda")
        jadwal.daftarkan("bimtek.kelas", penerima.rawat_semua)
