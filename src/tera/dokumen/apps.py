"""Django app of printed documents."""

from django.apps import AppConfig

from tera.antarmuka import tautan


class DokumenConfig(AppConfig):
    """Dokumen: official forms as PDF, verifiable."""

    name = "tera.dokumen"
    label = "dokumen"
    verbose_name = "Dokumen"

    def ready(self) -> None:
        """Give the lower rooms the addresses of their prints."""
        tautan.daftarkan("skp.cetak", "dokumen:skp")
        tautan.daftarkan("skp.cetak_matriks", "dokumen:matriks")
        tautan.daftarkan("evaluasi.cetak", "dokumen:sampul_evaluasi")
