"""Django app of the voices."""

from django.apps import AppConfig


class UmpanBalikConfig(AppConfig):
    """Umpan balik: continuous feedback, 360 rounds, the public's voice."""

    name = "tera.umpan_balik"
    label = "umpan_balik"
    verbose_name = "Umpan balik"

    def ready(self) -> None:
        """Links for lower rooms; rounds begin and close daily; used challenges are forgotten."""
        from tera.antarmuka import tautan
        from tera.core import jadwal
        from tera.umpan_balik import putaran_jadwal
        from tera.umpan_balik.services.publik import bersihkan_tantangan

        tautan.daftarkan("umpan_balik.beri", "umpan_balik:beri")
        tautan.daftarkan("umpan_balik.minta", "umpan_balik:minta_cepat")
        tautan.daftarkan("umpan_balik.pegawai", "umpan_balik:pegawai")
        jadwal.daftarkan("umpan_balik.putaran", putaran_jadwal.jalankan_semua)
        jadwal.daftarkan("umpan_balik.tantangan", bersihkan_tantangan)
