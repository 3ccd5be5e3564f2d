"""Django app of the dialogue."""

from django.apps import AppConfig


class DialogConfig(AppConfig):
    """Dialog: one-on-one meetings, tanya-jawab, group sessions, five questions at period close."""

    name = "tera.dialog"
    label = "dialog"
    verbose_name = "Dialog kinerja"

    def ready(self) -> None:
        """Give lower rooms their addresses; remind and freeze once a day."""
        from tera.antarmuka import tautan
        from tera.core import jadwal
        from tera.dialog import penerima

        tautan.daftarkan("dialog.hasil", "dialog:hasil")
        tautan.daftarkan("dialog.ringkas", "dialog:ringkas")
        jadwal.daftarkan("dialog.jatuh_tempo", penerima.ingatkan_semua)
        jadwal.daftarkan("dialog.bekukan", penerima.bekukan_semua)
