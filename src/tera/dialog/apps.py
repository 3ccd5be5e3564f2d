"""Django app of the dialogue."""

from django.apps import AppConfig


class DialogConfig(AppConfig):
    """Dialog: one-on-one meetings, tanya-jawab, group sessions, five questions at period close."""

    name = "tera.dialog"
    label = "dialog"
    verbose_name = "Dialog kinerja"
