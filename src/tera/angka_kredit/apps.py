"""Django app of the room."""

from django.apps import AppConfig


class AngkaKreditConfig(AppConfig):
    """Angka kredit of jabatan fungsional: the ledger, the forms, what is still short."""

    name = "tera.angka_kredit"
    label = "angka_kredit"
    verbose_name = "Angka kredit"
