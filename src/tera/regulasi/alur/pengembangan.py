"""Development: plans, training, nomination, mentoring, challenging work.

Instruments: UU 20/2023 Pasal 49 (learning without end), PP 11/2017 Pasal 203; the steps are design.
"""

from __future__ import annotations

from tera.regulasi.alur.langkah import DIPERIKSA, RANCANGAN, Langkah, langkah
from tera.regulasi.dasar import Dasar
from tera.regulasi.kategori import Mutu

_BELAJAR = (
    Dasar("uu-20-2023", "Pasal 49", DIPERIKSA, Mutu.SEKUNDER),
    Dasar("pp-11-2017", "Pasal 203", DIPERIKSA, Mutu.SEKUNDER),
    RANCANGAN,
)
_PEMUTUS = "pengelola pyb pejabat_pembina"
_ALASAN = "Alasan wajib diisi."

STATUS_AWAL: dict[str, str] = {
    "rencana_pengembangan": "draf",
    "kegiatan_pengembangan": "direncanakan",
    "sesi_pelatihan": "dibuka",
    "peserta_pelatihan": "menunggu",
    "nominasi": "diusulkan",
    "pendampingan": "diusulkan",
    "usul_tugas": "diusulkan",
}

ALUR: dict[str, tuple[Langkah, ...]] = {
    "rencana_pengembangan": (
        langkah("ajukan", "draf", "diajukan", "pegawai", _BELAJAR, "Ada sedikitnya satu kegiatan."),
        langkah("ajukan", "dikembalikan", "diajukan", "pegawai", _BELAJAR,
                "Ada sedikitnya satu kegiatan."),
        langkah("tarik", "diajukan", "draf", "pegawai"),
        langkah("kembalikan", "diajukan", "dikembalikan", "penilai",
                syarat="Catatan kepada pegawai wajib diisi."),
        langkah("setujui", "diajukan", "disetujui", "penilai", _BELAJAR),
        langkah("susun_lagi", "disetujui", "draf", "pegawai",
                syarat="Kegiatan yang sudah disetujui tetap berjalan."),
        *(langkah("tutup", status, "ditutup", "sistem", syarat="Tahunnya sudah berakhir.")
          for status in ("draf", "diajukan", "dikembalikan", "disetujui")),
    ),
    "kegiatan_pengembangan": (
        langkah("mulai", "direncanakan", "berjalan", "pegawai", _BELAJAR,
                "Rencananya sudah disetujui penilai."),
        langkah("selesaikan", "berjalan", "selesai", "pegawai", _BELAJAR,
                "Hasil, jam pelajaran, dan bukti diisi."),
        langkah("verifikasi", "selesai", "diverifikasi", "penilai", _BELAJAR),
        langkah("kembalikan", "selesai", "berjalan", "penilai",
                syarat="Catatan kepada pegawai wajib diisi."),
        langkah("batalkan", "direncanakan", "dibatalkan", "pegawai penilai", syarat=_ALASAN),
        langkah("batalkan", "berjalan", "dibatalkan", "pegawai penilai", syarat=_ALASAN),
    ),
    "sesi_pelatihan": (
        langkah("selesaikan", "dibuka", "selesai", "pengelola",
                syarat="Hari terakhirnya hari ini atau sebelumnya."),
        langkah("batalkan", "dibuka", "dibatalkan", "pengelola", syarat=_ALASAN),
    ),
    "peserta_pelatihan": (
        langkah("tempatkan", "menunggu", "terdaftar", "sistem", syarat="Ada kursi kosong."),
        langkah("batalkan", "menunggu", "dibatalkan", "pegawai pengelola sistem"),
        langkah("batalkan", "terdaftar", "dibatalkan", "pegawai pengelola sistem"),
        langkah("luluskan", "terdaftar", "lulus", "pengelola", _BELAJAR,
                "Sesinya sudah dimulai; kehadiran dicatat."),
        langkah("tidak_luluskan", "terdaftar", "tidak_lulus", "pengelola",
                syarat="Sesinya sudah dimulai; kehadiran dicatat."),
    ),
    "nominasi": (
        langkah("setujui", "diusulkan", "disetujui", _PEMUTUS, syarat="Alasan dan nomor surat."),
        langkah("tolak", "diusulkan", "ditolak", _PEMUTUS, syarat=_ALASAN),
        langkah("tarik", "diusulkan", "ditarik", "pegawai penilai", syarat=_ALASAN),
    ),
    "pendampingan": (
        langkah("sepakati", "diusulkan", "berjalan", "peserta", syarat="Keduanya menyetujui."),
        langkah("tolak", "diusulkan", "ditolak", "peserta", syarat=_ALASAN),
        langkah("selesaikan", "berjalan", "selesai", "peserta", syarat="Hasilnya ditulis."),
        langkah("hentikan", "berjalan", "dihentikan", "peserta", syarat=_ALASAN),
    ),
    "usul_tugas": (
        langkah("setujui", "diusulkan", "disetujui", f"atasan_penilai {_PEMUTUS}",
                syarat="Pengusul tidak memutus usulnya sendiri; alasan dan nomor surat."),
        langkah("tolak", "diusulkan", "ditolak", f"atasan_penilai {_PEMUTUS}", syarat=_ALASAN),
        langkah("tarik", "diusulkan", "ditarik", "pegawai penilai", syarat=_ALASAN),
    ),
}  # fmt: skip
