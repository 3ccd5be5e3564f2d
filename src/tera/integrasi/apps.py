"""Django app of the exchange."""

from django.apps import AppConfig


class IntegrasiConfig(AppConfig):
    """Integrasi: BKN's Rekap Penilaian, SIASN's field names, the archive of PP 30/2019."""

    name = "tera.integrasi"
    label = "integrasi"
    verbose_name = "Integrasi"

    def ready(self) -> None:
        """Give lower rooms the addresses of the pages to copy from, and of the archive."""
        from tera.antarmuka import tautan
        from tera.core import kejadian
        from tera.integrasi.penerima import terima_hasil_diputus

        kejadian.daftarkan(
            "evaluasi.putuskan_keberatan", "integrasi.ekinerja", terima_hasil_diputus
        )

        tautan.daftarkan("evaluasi.salin", "integrasi:salin_evaluasi")
        tautan.daftarkan("angka_kredit.siasn", "integrasi:siasn_pak")
        tautan.daftarkan("talenta.siasn", "integrasi:talenta")
        tautan.daftarkan("skp.salin", "integrasi:salin_skp")
        tautan.daftarkan("evaluasi.arsip", "integrasi:arsip")
