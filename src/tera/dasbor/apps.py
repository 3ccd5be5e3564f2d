"""Django app of the room."""

from django.apps import AppConfig


class DasborConfig(AppConfig):
    """The leaders' picture: counts, trends and the list behind every number."""

    name = "tera.dasbor"
    label = "dasbor"
    verbose_name = "Dasbor"
