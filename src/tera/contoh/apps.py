"""Django app of the demo loader."""

from django.apps import AppConfig


class ContohConfig(AppConfig):
    """Contoh: the demo."""

    name = "tera.contoh"
    label = "contoh"
    verbose_name = "Data contoh"
