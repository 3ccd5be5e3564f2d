"""Django app of the voices."""

from django.apps import AppConfig


class UmpanBalikConfig(AppConfig):
    """Umpan balik: continuous feedback, 360 rounds, the public's voice."""

    name = "tera.umpan_balik"
    label = "umpan_balik"
    verbose_name = "Umpan balik"

    def ready(self) -> None:
        """Begin and close the rounds once a day; forget used challenges of the public."""
        from tera.core import jadwal
        from tera.umpan_balik import putaran_jadwal
        from tera.umpan_balik.services.publik import bersihkan_tantangan

        jadwal.daftarkan("umpan_balik.putaran", putaran_jadwal.jalankan_semua)
        jadwal.daftarkan("umpan_balik.tantangan", bersihkan_tantangan)
