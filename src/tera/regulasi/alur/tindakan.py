"""What follows a weak result, and the list of a strong one; counselling; a PPPK's agreement.

Instruments: PP 30/2019 Pasal 56-58 and Peraturan BKN 3/2020 Pasal 32 (the path of
under-performance), PermenPANRB 8/2021 (counselling, repealed, used as procedure), PP 49/2018 and
PermenPANRB 70/2020 (agreements). Every arrow of the path needs a decider, a document and a date.
"""

from __future__ import annotations

from tera.regulasi.alur.langkah import DIPERIKSA, RANCANGAN, Langkah, langkah
from tera.regulasi.dasar import Dasar
from tera.regulasi.kategori import Mutu

_JALUR = (
    Dasar("perban-bkn-3-2020", "Pasal 32", DIPERIKSA, Mutu.SEKUNDER),
    Dasar("pp-30-2019", "Pasal 56 sampai Pasal 58", DIPERIKSA, Mutu.SEKUNDER),
)
_HENTI = (
    *_JALUR,
    Dasar("uu-20-2023", "Pasal 52 ayat (3) huruf f", DIPERIKSA, Mutu.TEKS),
)
_KONSELING = (
    Dasar("permenpanrb-8-2021", "Lampiran (konseling kinerja)", DIPERIKSA, Mutu.TEKS),
    RANCANGAN,
)
_PPPK = (
    Dasar("pp-49-2018", "Pasal 37", DIPERIKSA, Mutu.SEKUNDER),
    Dasar("permenpanrb-70-2020", "usul perpanjangan perjanjian kerja", DIPERIKSA, Mutu.SEKUNDER),
)
_DOKUMEN = "Ada surat keputusan: nomor, tanggal, dan pindaiannya."
_PEMUTUS = "pyb pejabat_pembina"
#: Who names a counsellor; past the rater whoever's turn it is.
_PENUNJUK = "penilai pengelola atasan_penilai pyb pejabat_pembina"
#: States in which a follow-up is still under way.
BERJALAN = (
    "diusulkan", "perbaikan", "uji_kompetensi", "pindah_jabatan", "turun_jabatan",
    "penempatan_sementara", "usul_pemberhentian",
)  # fmt: skip

STATUS_AWAL: dict[str, str] = {
    "tindak_lanjut": "diusulkan",
    "rencana_perbaikan": "disusun",
    "konseling": "dijadwalkan",
    "permintaan_konseling": "diajukan",
    "tinjauan_perjanjian": "terbuka",
}

ALUR: dict[str, tuple[Langkah, ...]] = {
    "tindak_lanjut": (
        langkah(
            "mulai_perbaikan",
            "diusulkan",
            "perbaikan",
            "pegawai penilai",
            _JALUR,
            "Rencana perbaikan sudah disetujui pegawai, atau tidak dijawab sampai batasnya.",
        ),
        langkah(
            "tuntaskan",
            "diusulkan",
            "selesai",
            _PEMUTUS,
            RANCANGAN,
            "Hanya daftar prioritas: apa yang dilakukan ditulis.",
        ),
        langkah(
            "nyatakan_membaik",
            "perbaikan",
            "selesai",
            "penilai",
            _JALUR,
            "Rencana perbaikan disimpulkan membaik dengan buktinya.",
        ),
        langkah(
            "akhiri_pembinaan",
            "perbaikan",
            "selesai",
            "penilai",
            RANCANGAN,
            "Hanya pembinaan: masanya lewat dan kesimpulannya ditulis. Tidak ada langkah "
            "kepegawaian sesudahnya.",
        ),
        langkah(
            "tugaskan_uji_kompetensi",
            "perbaikan",
            "uji_kompetensi",
            _PEMUTUS,
            _JALUR,
            f"Masa perbaikan enam bulan lewat dan disimpulkan belum membaik. {_DOKUMEN}",
        ),
        langkah(
            "kembalikan_normal",
            "uji_kompetensi",
            "selesai",
            _PEMUTUS,
            _JALUR,
            f"Standar kompetensi jabatan terpenuhi. {_DOKUMEN}",
        ),
        langkah(
            "pindahkan",
            "uji_kompetensi",
            "pindah_jabatan",
            _PEMUTUS,
            _JALUR,
            f"Standar kompetensi belum terpenuhi; ada jabatan lain yang sesuai. {_DOKUMEN}",
        ),
        langkah(
            "turunkan",
            "uji_kompetensi",
            "turun_jabatan",
            _PEMUTUS,
            _JALUR,
            f"Standar kompetensi belum terpenuhi; ada jabatan lebih rendah. {_DOKUMEN}",
        ),
        langkah(
            "tempatkan_sementara",
            "uji_kompetensi",
            "penempatan_sementara",
            _PEMUTUS,
            _JALUR,
            f"Tidak ada jabatan yang lowong; paling lama satu tahun. {_DOKUMEN}",
        ),
        langkah("pindahkan", "penempatan_sementara", "pindah_jabatan", _PEMUTUS, _JALUR, _DOKUMEN),
        langkah("turunkan", "penempatan_sementara", "turun_jabatan", _PEMUTUS, _JALUR, _DOKUMEN),
        langkah("kembalikan_normal", "penempatan_sementara", "selesai", _PEMUTUS, _JALUR, _DOKUMEN),
        langkah("kembalikan_normal", "pindah_jabatan", "selesai", _PEMUTUS, _JALUR, _DOKUMEN),
        langkah("kembalikan_normal", "turun_jabatan", "selesai", _PEMUTUS, _JALUR, _DOKUMEN),
        langkah(
            "usulkan_pemberhentian",
            "penempatan_sementara",
            "usul_pemberhentian",
            _PEMUTUS,
            _HENTI,
            f"Satu tahun lewat dan tetap tidak ada jabatan yang lowong; dengan hormat. {_DOKUMEN}",
        ),
        langkah("tolak_usul", "usul_pemberhentian", "selesai", "pejabat_pembina", _HENTI, _DOKUMEN),
        langkah(
            "tetapkan_pemberhentian",
            "usul_pemberhentian",
            "diberhentikan",
            "pejabat_pembina",
            _HENTI,
            f"Dengan hormat. {_DOKUMEN}",
        ),
        *(
            langkah(
                "tutup",
                status,
                "ditutup",
                f"{_PEMUTUS} sistem",
                RANCANGAN,
                "Hasilnya berubah karena putusan keberatan, keadaan kahar, atau dasarnya "
                "keliru; alasan wajib ditulis.",
            )
            for status in BERJALAN
        ),
    ),
    "rencana_perbaikan": (
        langkah(
            "ajukan",
            "disusun",
            "diajukan",
            "penilai",
            RANCANGAN,
            "Sedikitnya satu hal yang diperbaiki, dengan ukuran, dukungan, dan tanggalnya.",
        ),
        langkah(
            "minta_ubah", "diajukan", "disusun", "pegawai", RANCANGAN, "Yang ingin diubah ditulis."
        ),
        langkah("setujui", "diajukan", "berjalan", "pegawai", RANCANGAN),
        langkah(
            "jalankan",
            "diajukan",
            "berjalan",
            "penilai",
            RANCANGAN,
            "Tidak dijawab sampai batas hari kebijakan instansi; dicatat apa adanya.",
        ),
        langkah(
            "simpulkan_membaik",
            "berjalan",
            "membaik",
            "penilai",
            _JALUR,
            "Bukti perbaikannya ditulis.",
        ),
        langkah(
            "simpulkan_belum",
            "berjalan",
            "belum_membaik",
            "penilai",
            _JALUR,
            "Masa perbaikan sudah lewat; alasan dan buktinya ditulis.",
        ),
        *(
            langkah(
                "batalkan", status, "dibatalkan", "sistem", RANCANGAN, "Tindak lanjutnya ditutup."
            )
            for status in ("disusun", "diajukan", "berjalan")
        ),
    ),
    "konseling": (
        langkah(
            "laksanakan",
            "dijadwalkan",
            "dilaksanakan",
            "konselor",
            _KONSELING,
            "Tanggalnya hari ini atau sebelumnya; catatan dan rekomendasinya diisi.",
        ),
        langkah(
            "laporkan",
            "dilaksanakan",
            "dilaporkan",
            "konselor",
            _KONSELING,
            "Yang dilaporkan hanya rekomendasinya.",
        ),
        langkah(
            "batalkan",
            "dijadwalkan",
            "dibatalkan",
            "konselor pegawai",
            _KONSELING,
            "Alasan ditulis.",
        ),
    ),
    "permintaan_konseling": (
        langkah(
            "jadwalkan",
            "diajukan",
            "dijadwalkan",
            _PENUNJUK,
            _KONSELING,
            "Konselor, hari, dan tempatnya ditentukan. Yang menunjuk tidak membaca isi "
            "permintaannya.",
        ),
        langkah("tolak", "diajukan", "ditolak", _PENUNJUK, RANCANGAN, "Alasan wajib diisi."),
        langkah("tarik", "diajukan", "ditarik", "pegawai"),
    ),
    "tinjauan_perjanjian": (
        langkah(
            "rekomendasikan",
            "terbuka",
            "direkomendasikan",
            "penilai",
            _PPPK,
            "Pilihan dan alasannya diisi.",
        ),
        langkah(
            "kembalikan",
            "direkomendasikan",
            "terbuka",
            "pejabat_pembina",
            RANCANGAN,
            "Catatan kepada penilai wajib diisi.",
        ),
        langkah(
            "putuskan",
            "direkomendasikan",
            "diputus",
            "pejabat_pembina",
            _PPPK,
            f"{_DOKUMEN} Predikat rendah tidak pernah memutus dengan sendirinya.",
        ),
        langkah(
            "tutup",
            "terbuka",
            "ditutup",
            "sistem",
            RANCANGAN,
            "Perjanjiannya sudah diganti yang baru.",
        ),
        langkah(
            "tutup",
            "direkomendasikan",
            "ditutup",
            "sistem",
            RANCANGAN,
            "Perjanjiannya sudah diganti yang baru.",
        ),
    ),
}
