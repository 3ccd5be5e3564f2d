"""Tables of the leaders' picture."""

from tera.dasbor.models.hitungan import HitunganDasbor

__all__ = ["HitunganDasbor"]
