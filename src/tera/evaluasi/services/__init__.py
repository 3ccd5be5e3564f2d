"""Changes of the appraisal, in the order of law: capaian, then ratings, then predikat."""

from tera.evaluasi.services.buka_kembali import (
    buka_kembali,
    minta_buka_kembali,
    setujui_buka_kembali,
)
from tera.evaluasi.services.capaian import (
    CapaianDitolakError,
    IsiCapaian,
    lengkapi_capaian,
    tetapkan_capaian,
    tetapkan_daftar_capaian,
)
from tera.evaluasi.services.catatan import tandai_buta, tandai_evaluasi
from tera.evaluasi.services.distribusi import jelaskan_distribusi
from tera.evaluasi.services.keberatan import (
    IsiKertas,
    IsiKeterangan,
    IsiPutusan,
    ajukan_keberatan,
    catat_keterangan,
    lampirkan_bukti,
    mulai_klarifikasi,
    putuskan_keberatan,
    segarkan_pemutus,
)
from tera.evaluasi.services.keluar import IsiKeluar, isi_evaluasi_keluar
from tera.evaluasi.services.pembukaan import buka_evaluasi, buka_periode
from tera.evaluasi.services.penetapan import putusan_banyak, tetapkan_banyak, tetapkan_evaluasi
from tera.evaluasi.services.penilaian import (
    HasilBanyak,
    nilai_evaluasi,
    nilai_sesuai_yang_dibaca,
    setujui_penilaian,
)
from tera.evaluasi.services.penyampaian import (
    finalkan_yang_lewat,
    sampaikan_banyak,
    sampaikan_di_kertas,
    sampaikan_evaluasi,
    terima_evaluasi,
)
from tera.evaluasi.services.swakaji import IsiSwakaji, kirim_swakaji, simpan_swakaji
from tera.evaluasi.services.terdahulu import BarisTerdahulu, catat_hasil_terdahulu

__all__ = [
    "BarisTerdahulu",
    "CapaianDitolakError",
    "HasilBanyak",
    "IsiCapaian",
    "IsiKeluar",
    "IsiKertas",
    "IsiKeterangan",
    "IsiPutusan",
    "IsiSwakaji",
    "ajukan_keberatan",
    "buka_evaluasi",
    "buka_kembali",
    "buka_periode",
    "catat_hasil_terdahulu",
    "catat_keterangan",
    "finalkan_yang_lewat",
    "isi_evaluasi_keluar",
    "jelaskan_distribusi",
    "kirim_swakaji",
    "lampirkan_bukti",
    "lengkapi_capaian",
    "minta_buka_kembali",
    "mulai_klarifikasi",
    "nilai_evaluasi",
    "nilai_sesuai_yang_dibaca",
    "putusan_banyak",
    "putuskan_keberatan",
    "sampaikan_banyak",
    "sampaikan_di_kertas",
    "sampaikan_evaluasi",
    "segarkan_pemutus",
    "setujui_buka_kembali",
    "setujui_penilaian",
    "simpan_swakaji",
    "tandai_buta",
    "tandai_evaluasi",
    "terima_evaluasi",
    "tetapkan_banyak",
    "tetapkan_capaian",
    "tetapkan_daftar_capaian",
    "tetapkan_evaluasi",
]
