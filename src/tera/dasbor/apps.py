"""Django app of the room."""

from django.apps import AppConfig


class DasborConfig(AppConfig):
    """The leaders' picture: counts, trends and the list behind every number."""

    name = "tera.dasbor"
    label = "dasbor"
    verbose_name = "Dasbor"

    def ready(self) -> None:
        """Register the roll-up and the address of a unit's dashboard."""
        from tera.antarmuka import tautan
        from tera.core import jadwal
        from tera.dasbor import hitungan  # noqa: F401  registers the roll-up
        from tera.dasbor.penerima import ambil_semua

        jadwal.daftarkan("dasbor.potret", ambil_semua)

        tautan.daftarkan("dasbor.unit", "dasbor:unit")
