"""Registers the room ``antarmuka`` with Django."""

from django.apps import AppConfig


class AntarmukaConfig(AppConfig):
    """Base templates, components and tags; no models."""

    name = "tera.antarmuka"
    label = "antarmuka"
    verbose_name = "Antarmuka"
