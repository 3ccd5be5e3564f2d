"""Django app of what follows a result."""

from django.apps import AppConfig


class TindakLanjutConfig(AppConfig):
    """Tindak lanjut: improvement, development, reward, talent and promotion."""

    name = "tera.tindak_lanjut"
    label = "tindak_lanjut"
    verbose_name = "Tindak lanjut"

    def ready(self) -> None:
        """Each topic registers its receivers, daily looks, links and cards."""
        from tera.tindak_lanjut import sambungan
        from tera.tindak_lanjut.penerima import pengembangan, penghargaan, talenta, tindakan

        for topik in (tindakan, pengembangan, penghargaan, talenta):
            topik.daftarkan()
        sambungan.daftarkan()
