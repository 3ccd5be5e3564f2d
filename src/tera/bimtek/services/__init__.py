"""Changes of the room."""

from tera.bimtek.services.kursus import selesaikan_modul

__all__ = ["selesaikan_modul"]
