"""Django app of doing the year's work."""

from django.apps import AppConfig


class PelaksanaanConfig(AppConfig):
    """Pelaksanaan: rencana aksi, realisasi, bukti dukung, progres harian, capaian."""

    name = "tera.pelaksanaan"
    label = "pelaksanaan"
    verbose_name = "Pelaksanaan kinerja"

    def ready(self) -> None:
        """Give the summary of the plans its neighbour: how far the work is."""
        from tera.antarmuka import tautan
        from tera.pelaksanaan import hitungan  # noqa: F401  registers the roll-up

        tautan.daftarkan("unit.pelaksanaan", "pelaksanaan:unit_satu")
