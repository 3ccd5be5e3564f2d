"""Changes of pelaksanaan, named by what the regulation or the form calls them."""

from tera.pelaksanaan.services.bukti import (
    IsiBukti,
    lampirkan_bukti,
    lampirkan_bukti_capaian,
    periksa_tautan,
    tarik_bukti,
)
from tera.pelaksanaan.services.capaian import (
    IsiCapaian,
    kembalikan_capaian,
    laporkan_capaian,
    perbaiki_capaian,
    verifikasi_capaian,
)
from tera.pelaksanaan.services.harian import (
    IsiProgres,
    catat_progres,
    hapus_progres,
    salin_progres,
    ubah_progres,
)
from tera.pelaksanaan.services.penutupan import buka_bahan, tutup_bahan
from tera.pelaksanaan.services.realisasi import (
    IsiRealisasi,
    kembalikan_realisasi,
    laporkan_realisasi,
    verifikasi_realisasi,
)
from tera.pelaksanaan.services.rencana import (
    catat_faktor,
    hapus_rencana_aksi,
    salin_rencana_aksi,
    tambah_rencana_aksi,
    ubah_rencana_aksi,
)
from tera.pelaksanaan.services.verifikasi import catat_baca, verifikasi_yang_dibaca

__all__ = [
    "IsiBukti",
    "IsiCapaian",
    "IsiProgres",
    "IsiRealisasi",
    "buka_bahan",
    "catat_baca",
    "catat_faktor",
    "catat_progres",
    "hapus_progres",
    "hapus_rencana_aksi",
    "kembalikan_capaian",
    "kembalikan_realisasi",
    "lampirkan_bukti",
    "lampirkan_bukti_capaian",
    "laporkan_capaian",
    "laporkan_realisasi",
    "perbaiki_capaian",
    "periksa_tautan",
    "salin_progres",
    "salin_rencana_aksi",
    "tambah_rencana_aksi",
    "tarik_bukti",
    "tutup_bahan",
    "ubah_progres",
    "ubah_rencana_aksi",
    "verifikasi_capaian",
    "verifikasi_realisasi",
    "verifikasi_yang_dibaca",
]
