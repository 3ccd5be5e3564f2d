"""Django app of the notifications."""

from django.apps import AppConfig


class NotifikasiConfig(AppConfig):
    """Notifikasi: the list in the product, e-mail, reminders, escalation."""

    name = "tera.notifikasi"
    label = "notifikasi"
    verbose_name = "Notifikasi"

    def ready(self) -> None:
        """Receive every event of the table; remind and tidy once a day; send mail each round."""
        from tera.core import jadwal, kejadian
        from tera.notifikasi import penerima
        from tera.notifikasi.jenis import PER_PERISTIWA

        for nama in PER_PERISTIWA:
            kejadian.daftarkan(nama, "notifikasi", penerima.terima, banyak=penerima.terima_banyak)
        jadwal.daftarkan("notifikasi.ingatkan", penerima.ingatkan_semua)
        jadwal.daftarkan("notifikasi.buang", penerima.buang_semua)
        jadwal.daftarkan_putaran("notifikasi.surel", penerima.kirim_surel)
