"""Django app of the web face."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Web: home and composed pages."""

    name = "tera.web"
    label = "web"
    verbose_name = "Laman"

    def ready(self) -> None:
        """Connect the receivers of allauth's signals."""
        from tera.web.akun import sambungkan

        sambungkan()
