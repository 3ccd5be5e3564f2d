"""Django app of the web face."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Web: home and composed pages."""

    name = "tera.web"
    label = "web"
    verbose_name = "Laman"

    def ready(self) -> None:
        """Connect allauth's signals and the daily audit root; give mode petugas its address."""
        from tera.antarmuka import tautan
        from tera.core import kejadian
        from tera.tindak_lanjut import hub
        from tera.tindak_lanjut.selectors.talenta import sumber
        from tera.web.akun import sambungkan
        from tera.web.fakta_karier import fakta_angka_kredit
        from tera.web.kartu_angka_kredit import kartu_angka_kredit
        from tera.web.surel_akar import kirim_akar

        sambungkan()
        hub.daftarkan(kartu_angka_kredit)
        sumber.daftarkan(sumber.ANGKA_KREDIT, fakta_angka_kredit)
        tautan.daftarkan("petugas.mulai", "web:petugas_mulai")
        tautan.daftarkan("panduan", "web:panduan")
        tautan.daftarkan("warga.panduan", "web:panduan_warga")
        tautan.daftarkan("dasbor.laporan", "web:dasbor_laporan")
        tautan.daftarkan("tindak_lanjut.cetak_konseling", "web:cetak_konseling")
        tautan.daftarkan("tindak_lanjut.cetak_perjanjian", "web:cetak_perjanjian")
        kejadian.daftarkan("audit.akar", "web.surel_akar", kirim_akar)
