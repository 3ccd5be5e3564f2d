"""Django app of printed documents."""

from django.apps import AppConfig

from tera.antarmuka import tautan


class DokumenConfig(AppConfig):
    """Dokumen: official forms as PDF, verifiable."""

    name = "tera.dokumen"
    label = "dokumen"
    verbose_name = "Dokumen"

    def ready(self) -> None:
        """Give the lower rooms the addresses of their prints."""
        from tera.core import antrean, jadwal
        from tera.dokumen.paket import gagalkan_paket, hapus_paket_lama

        jadwal.daftarkan("dokumen.paket_lama", hapus_paket_lama)
        antrean.bila_menyerah("tera.dokumen.tasks.jalankan_paket", gagalkan_paket)
        tautan.daftarkan("skp.cetak", "dokumen:skp")
        tautan.daftarkan("skp.cetak_matriks", "dokumen:matriks")
        tautan.daftarkan("evaluasi.cetak", "dokumen:sampul_evaluasi")
        tautan.daftarkan("evaluasi.cetak_formulir", "dokumen:evaluasi")
        tautan.daftarkan("evaluasi.cetak_awal", "dokumen:evaluasi_awal")
        tautan.daftarkan("evaluasi.paket", "dokumen:paket")
        tautan.daftarkan("angka_kredit.cetak_konversi", "dokumen:konversi_ak")
        tautan.daftarkan("angka_kredit.cetak_akumulasi", "dokumen:akumulasi_sementara")
        tautan.daftarkan("angka_kredit.cetak_pak", "dokumen:penetapan_ak")
        tautan.daftarkan("angka_kredit.cetak_pak_akumulasi", "dokumen:akumulasi_ak")
        tautan.daftarkan("umpan_balik.poster", "dokumen:poster")
        tautan.daftarkan("talenta.cetak", "dokumen:berkas_karier")
        tautan.daftarkan("penghargaan.cetak_surat", "dokumen:surat_penghargaan")
        tautan.daftarkan("penghargaan.cetak_daftar", "dokumen:daftar_penghargaan")
        tautan.daftarkan("kalibrasi.notulen", "dokumen:notulen")
        tautan.daftarkan("bimtek.cetak", "dokumen:sertifikat")
        tautan.daftarkan("talenta.cetak_peta", "dokumen:peta_talenta")
