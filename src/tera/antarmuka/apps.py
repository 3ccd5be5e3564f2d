"""Registers the room ``antarmuka`` with Django."""

from django.apps import AppConfig
from django.forms import Field
from django.utils.translation import gettext_lazy as _


class AntarmukaConfig(AppConfig):
    """Base templates, components and tags; no models."""

    name = "tera.antarmuka"
    label = "antarmuka"
    verbose_name = "Antarmuka"

    def ready(self) -> None:
        """Say of an empty field what to do; Django's word for a field also means a unit."""
        Field.default_error_messages["required"] = _("Wajib diisi.")
