"""Django app of the voices."""

from django.apps import AppConfig


class UmpanBalikConfig(AppConfig):
    """Umpan balik: continuous feedback, 360 rounds, the public's voice."""

    name = "tera.umpan_balik"
    label = "umpan_balik"
    verbose_name = "Umpan balik"
