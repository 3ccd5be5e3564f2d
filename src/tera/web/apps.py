"""Django app of the web face."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Web: home and composed pages."""

    name = "tera.web"
    label = "web"
    verbose_name = "Laman"

    def ready(self) -> None:
        """Connect the receivers of allauth's signals; give mode petugas its address."""
        from tera.antarmuka import tautan
        from tera.web.akun import sambungkan

        sambungkan()
        tautan.daftarkan("petugas.mulai", "web:petugas_mulai")
