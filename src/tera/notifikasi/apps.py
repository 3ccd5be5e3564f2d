"""Django app of the notifications."""

from django.apps import AppConfig


class NotifikasiConfig(AppConfig):
    """Notifikasi: the list in the product, e-mail, reminders, escalation."""

    name = "tera.notifikasi"
    label = "notifikasi"
    verbose_name = "Notifikasi"
