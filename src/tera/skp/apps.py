"""Django app of the work plan."""

from django.apps import AppConfig


class SkpConfig(AppConfig):
    """SKP: RHK, indikator, target, matriks peran hasil, perilaku, lampiran."""

    name = "tera.skp"
    label = "skp"
    verbose_name = "Sasaran Kinerja Pegawai"

    def ready(self) -> None:
        """Listen to changes of assignments and raters; give the vision line its address."""
        from tera.antarmuka import tautan
        from tera.core import jadwal, kejadian
        from tera.skp import hitungan  # noqa: F401  registers the roll-up
        from tera.skp.penerima import segarkan_semua, terima_penugasan_berubah

        jadwal.daftarkan("skp.mutasi", segarkan_semua)
        tautan.daftarkan("arah.dikerjakan", "skp:sasaran")
        for nama in ("organisasi.penugasan_berubah", "organisasi.penilai_berubah"):
            kejadian.daftarkan(nama, "skp.mutasi", terima_penugasan_berubah)
