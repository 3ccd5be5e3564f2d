"""Changes of a plan: drafting, agreeing, versions, mutation, matrix, rubrik."""

from tera.skp.services.dialog import catat_dialog
from tera.skp.services.matriks import isi_kolom, tambah_peserta
from tera.skp.services.mutasi import segarkan_mutasi, tutup_skp
from tera.skp.services.penetapan import (
    ajukan_skp,
    batalkan_skp,
    catat_baca,
    kembalikan_skp,
    tarik_skp,
    tetapkan_skp,
    tetapkan_yang_dibaca,
)
from tera.skp.services.pengelola import susun_oleh_pengelola, tetapkan_oleh_pengelola
from tera.skp.services.susun import (
    buat_skp,
    salin_ke_draf,
    simpan_isi,
    tambah_baris,
)
from tera.skp.services.versi import pindahkan_turunan, versi_baru

__all__ = [
    "ajukan_skp",
    "batalkan_skp",
    "buat_skp",
    "catat_baca",
    "catat_dialog",
    "isi_kolom",
    "kembalikan_skp",
    "pindahkan_turunan",
    "salin_ke_draf",
    "segarkan_mutasi",
    "simpan_isi",
    "susun_oleh_pengelola",
    "tambah_baris",
    "tambah_peserta",
    "tarik_skp",
    "tetapkan_oleh_pengelola",
    "tetapkan_skp",
    "tetapkan_yang_dibaca",
    "tutup_skp",
    "versi_baru",
]
