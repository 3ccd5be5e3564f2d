"""Django app of the organisation."""

from django.apps import AppConfig


class OrganisasiConfig(AppConfig):
    """Organisasi: instansi, unit, people, posts, periods, policy."""

    name = "tera.organisasi"
    label = "organisasi"
    verbose_name = "Organisasi"
