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
        from tera.bimtek.selectors.wajib import WAJIB
        from tera.bimtek.tampilan_wajib import catatan_wajib
        from tera.core import jadwal
        from tera.organisasi import kebijakan_catatan

        tautan.daftarkan("bimtek.beranda", "bimtek:beranda")
        jadwal.daftarkan("bimtek.kelas", penerima.rawat_semua)
        kebijakan_catatan.daftarkan(WAJIB, catatan_wajib)
