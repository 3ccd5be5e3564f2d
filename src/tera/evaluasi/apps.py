"""Django app of the appraisal."""

from django.apps import AppConfig


class EvaluasiConfig(AppConfig):
    """Evaluasi: capaian organisasi, ratings, predikat, delivery, finality."""

    name = "tera.evaluasi"
    label = "evaluasi"
    verbose_name = "Evaluasi kinerja"

    def ready(self) -> None:
        """Listen to changes of raters; open, finalise and say farewell once a day."""
        from tera.core import jadwal, kejadian
        from tera.evaluasi import (
            hitungan,  # noqa: F401  registers the roll-up
            penerima,
        )

        jadwal.daftarkan("evaluasi.buka", penerima.buka_semua)
        jadwal.daftarkan("evaluasi.finalkan", penerima.finalkan_semua)
        jadwal.daftarkan("evaluasi.keluar", penerima.segarkan_semua)
        jadwal.daftarkan("evaluasi.keberatan", penerima.alihkan_semua)
        jadwal.daftarkan("evaluasi.umpan_balik", penerima.rawat_umpan_balik)
        kejadian.daftarkan(
            "evaluasi.tetapkan",
            "evaluasi.umpan_balik",
            penerima.terima_ditetapkan,
            banyak=penerima.terima_ditetapkan_banyak,
        )
        kejadian.daftarkan(
            "organisasi.penilai_berubah", "evaluasi.keluar", penerima.terima_penilai_berubah
        )
