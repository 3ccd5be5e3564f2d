"""Django app of the machine room."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Core: what every room stands on."""

    name = "tera.core"
    label = "core"
    verbose_name = "Inti"
