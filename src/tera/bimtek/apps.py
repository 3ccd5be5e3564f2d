"""Django app of the room."""

from django.apps import AppConfig


class BimtekConfig(AppConfig):
    """Bimtek: courses, practice in rating written cases, certificates."""

    name = "tera.bimtek"
    label = "bimtek"
    verbose_name = "Bimtek"
