"""Django app of the room."""

from django.apps import AppConfig


class AngkaKreditConfig(AppConfig):
    """Angka kredit of jabatan fungsional: the ledger, the forms, what is still short."""

    name = "tera.angka_kredit"
    label = "angka_kredit"
    verbose_name = "Angka kredit"

    def ready(self) -> None:
        """Listen to final results; give other rooms addresses; close a job that was given up."""
        from tera.angka_kredit import penerima
        from tera.angka_kredit.services.impor import PERISTIWA as MASA_DIIMPOR
        from tera.angka_kredit.services.massal import gagalkan
        from tera.antarmuka import tautan
        from tera.core import antrean, kejadian
        from tera.evaluasi.services.terdahulu import PERISTIWA as HASIL_TERDAHULU

        tautan.daftarkan("angka_kredit.saya", "angka_kredit:saya")
        tautan.daftarkan("angka_kredit.orang", "angka_kredit:orang")
        for nama in penerima.NAMA_KEJADIAN:
            kejadian.daftarkan(
                nama, "angka_kredit.konversi", penerima.terima, banyak=penerima.terima_banyak
            )
        for nama, kunci in ((HASIL_TERDAHULU, "terdahulu"), (MASA_DIIMPOR, "masa_diimpor")):
            kejadian.daftarkan(nama, f"angka_kredit.{kunci}", penerima.terima_kelompok)
        antrean.bila_menyerah("tera.angka_kredit.tasks.jalankan_penerbitan", gagalkan)
