"""Plan, doing, evaluation, objection, feedback and dialogue.

Instruments: PermenPANRB 6/2022 (planning, evaluation, objection), PP 30/2019 Pasal 59, SE
MenPANRB 3/2023; the finer steps are design and cite `rancangan-tera`.
"""

from __future__ import annotations

from tera.regulasi.alur.langkah import DIPERIKSA, RANCANGAN, Langkah, langkah
from tera.regulasi.dasar import Dasar
from tera.regulasi.kategori import Mutu

_DIALOG = Dasar("permenpanrb-6-2022", "perencanaan kinerja (dialog kinerja)", DIPERIKSA,
                Mutu.SEKUNDER)  # fmt: skip
_BERJALAN = (
    Dasar("permenpanrb-6-2022", "dialog kinerja sepanjang tahun", DIPERIKSA, Mutu.SEKUNDER),
    RANCANGAN,
)
_PENETAPAN = Dasar("permenpanrb-8-2021", "Lampiran BAB II huruf E (penetapan SKP)", DIPERIKSA,
                   Mutu.TEKS)  # fmt: skip
_PENGELOLA = (
    Dasar("permenpanrb-8-2021", "Lampiran BAB II huruf A angka 4", DIPERIKSA, Mutu.TEKS),
    Dasar("permenpanrb-8-2021", "Lampiran BAB II huruf E angka 5", DIPERIKSA, Mutu.TEKS),
    Dasar("permenpanrb-6-2022", "peran pengelola kinerja (belum dibaca)", DIPERIKSA,
          Mutu.INGATAN),
)  # fmt: skip
_URUTAN = Dasar("permenpanrb-6-2022", "Pasal 24 dan Pasal 25", DIPERIKSA, Mutu.SEKUNDER)
_PENYAMPAIAN = Dasar("permenpanrb-6-2022", "dokumen evaluasi kinerja pegawai", DIPERIKSA,
                     Mutu.SEKUNDER)  # fmt: skip
_WAKTU = Dasar("pp-30-2019", "Pasal 59", DIPERIKSA, Mutu.SEKUNDER)
_KETERANGAN = Dasar("pp-30-2019", "Pasal 59 ayat (3)", DIPERIKSA, Mutu.TEKS)
_FINAL = Dasar("pp-30-2019", "Pasal 59 ayat (4)", DIPERIKSA, Mutu.TEKS)
_PELAKSANAAN = Dasar("permenpanrb-6-2022", "formulir evaluasi: realisasi berdasarkan bukti dukung",
                     DIPERIKSA, Mutu.SEKUNDER)  # fmt: skip
_SURVEI = Dasar("pp-30-2019", "Pasal 41", DIPERIKSA, Mutu.TEKS)

#: The status in which a document of each kind is born.
STATUS_AWAL: dict[str, str] = {
    "skp": "draf",
    "evaluasi": "terbuka",
    "keberatan": "diajukan",
    "putaran_umpan_balik": "disusun",
    "laporan_penilai": "dilaporkan",
    "realisasi": "dilaporkan",
    "capaian_pegawai": "dilaporkan",
    "pertemuan": "dijadwalkan",
    "kesepakatan": "terbuka",
    "pertanyaan": "terbuka",
    "sesi_diskusi": "dijadwalkan",
    "masukan_masyarakat": "menunggu",
}

ALUR: dict[str, tuple[Langkah, ...]] = {
    "skp": (
        langkah("ajukan", "draf", "diajukan", "pegawai", _DIALOG,
                 "Ada sedikitnya satu hasil kerja utama; setiap baris punya indikator dan target."),
        langkah("ajukan", "dikembalikan", "diajukan", "pegawai", _DIALOG,
                 "Ada sedikitnya satu hasil kerja utama; setiap baris punya indikator dan target."),
        langkah("tarik", "diajukan", "draf", "pegawai"),
        langkah("kembalikan", "diajukan", "dikembalikan", "penilai", _DIALOG,
                 "Catatan kepada pegawai wajib diisi."),
        langkah("tetapkan", "diajukan", "ditetapkan", "penilai", _PENETAPAN),
        langkah("tetapkan_pengelola", "draf", "ditetapkan", "pengelola", _PENGELOLA,
                 "Kebijakan instansi mengizinkan; sampai minggu kedua Januari tidak ada rancangan; "
                 "rancangan disusun pengelola kinerja dan belum diambil alih pegawainya."),
        langkah("ganti", "ditetapkan", "digantikan", "sistem", _DIALOG,
                 "Versi berikutnya ditetapkan; versi ini tetap terbaca."),
        langkah("tutup", "ditetapkan", "ditutup", "pengelola sistem", _PENETAPAN,
                 "Pegawai pindah jabatan atau berhenti; ditutup pada hari sebelumnya."),
        langkah("batalkan", "draf", "dibatalkan", "pegawai sistem"),
        langkah("batalkan", "dikembalikan", "dibatalkan", "pegawai sistem"),
        langkah("batalkan", "diajukan", "dibatalkan", "sistem",
                 syarat="Pegawai pindah jabatan sebelum SKP ditetapkan."),
    ),
    "evaluasi": (
        langkah("nilai", "terbuka", "dinilai", "penilai", _URUTAN,
                 "Rating hasil kerja dan rating perilaku kerja diisi. Swakaji yang tidak dikirim "
                 "sampai tenggat dicatat dan tidak menghalangi."),
        langkah("ubah_nilai", "dinilai", "terbuka", "penilai"),
        langkah("tetapkan", "dinilai", "ditetapkan", "penilai", _URUTAN,
                 "Capaian organisasi sudah ditetapkan dan pola distribusi sudah dilihat; "
                 "hubungan dekat, dan penilaian pertama oleh penilai yang sama sesudah keberatan, "
                 "memerlukan tanda tangan atasan penilai."),
        langkah("buka_kembali", "ditetapkan", "dinilai", "penilai",
                 syarat="Belum disampaikan; disetujui pengelola dengan alasan tertulis."),
        langkah("sampaikan", "ditetapkan", "disampaikan", "penilai pengelola", _PENYAMPAIAN),
        langkah("finalkan", "disampaikan", "final", "sistem", _WAKTU,
                 "Batas keberatan sudah lewat tanpa keberatan."),
        langkah("ajukan_keberatan", "disampaikan", "keberatan", "pegawai pengelola", _WAKTU,
                 "Dalam 14 hari sejak hari sesudah dokumen diterima, atau sampai jadwal instansi "
                 "bila lebih akhir, disertai alasan. Pengelola hanya mencatat keberatan yang "
                 "ditulis dan ditandatangani pegawai."),
        langkah("ajukan_keberatan", "final", "keberatan", "pegawai pengelola",
                 (_WAKTU, RANCANGAN),
                 "Masa keberatan belum lewat pada hari keberatan diterima: surat bertanda tangan "
                 "yang terbukti diterima dalam masanya tetapi baru dicatat sesudah hasil final, "
                 "atau masa yang kemudian diperpanjang jadwal instansi."),
        langkah("putuskan_keberatan", "keberatan", "diputus", "atasan_penilai", _FINAL,
                 "Keterangan pejabat penilai dan pegawai sudah dicatat."),
    ),
    "keberatan": (
        langkah("mulai_klarifikasi", "diajukan", "klarifikasi", "atasan_penilai", _KETERANGAN),
        langkah("putuskan", "klarifikasi", "diputus", "atasan_penilai", _FINAL,
                 "Keterangan kedua pihak sudah dicatat. Putusan bersifat final."),
    ),
    "putaran_umpan_balik": (
        langkah("setujui_responden", "disusun", "responden_disetujui", "penilai", RANCANGAN,
                 "Responden diusulkan pegawai; jumlahnya memenuhi kebijakan instansi."),
        langkah("ubah_responden", "responden_disetujui", "disusun", "pegawai penilai"),
        langkah("mulai", "responden_disetujui", "berjalan", "pengelola sistem", _SURVEI),
        langkah("tutup", "berjalan", "ditutup", "pengelola sistem", _SURVEI),
        langkah("buka_hasil", "ditutup", "hasil_dibuka", "pengelola sistem", RANCANGAN,
                 "Hanya kelompok dengan cukup jawaban; rating pegawai sudah ditetapkan."),
    ),
    "laporan_penilai": (
        langkah("proses", "dilaporkan", "diproses", "pengelola admin"),
        langkah("perbaiki", "diproses", "diperbaiki", "pengelola admin",
                 syarat="Penugasan atau atasan unit sudah dibetulkan."),
        langkah("tolak", "diproses", "ditolak", "pengelola admin",
                 syarat="Alasan kepada pegawai wajib diisi."),
    ),
    "realisasi": (
        langkah("verifikasi", "dilaporkan", "diverifikasi", "penilai ketua_tim", _PELAKSANAAN),
        langkah("kembalikan", "dilaporkan", "dikembalikan", "penilai ketua_tim", _PELAKSANAAN,
                 "Catatan kepada pegawai wajib diisi."),
        langkah("kembalikan", "diverifikasi", "dikembalikan", "penilai ketua_tim",
                 syarat="Catatan kepada pegawai wajib diisi."),
        langkah("laporkan", "dikembalikan", "dilaporkan", "pegawai", _PELAKSANAAN),
        langkah("laporkan", "diverifikasi", "dilaporkan", "pegawai",
                 syarat="Angka yang sudah diverifikasi diubah: diverifikasi lagi."),
        langkah("perbarui_data", "diverifikasi", "dilaporkan", "pengelola admin sistem",
                 syarat="Angka dari data berubah: diverifikasi lagi."),
        langkah("perbarui_data", "dikembalikan", "dilaporkan", "pengelola admin sistem",
                 syarat="Angka dari data menggantikan yang dikembalikan."),
    ),
    "capaian_pegawai": (
        langkah("verifikasi", "dilaporkan", "diverifikasi", "penilai"),
        langkah("kembalikan", "dilaporkan", "dikembalikan", "penilai",
                 syarat="Catatan kepada pegawai wajib diisi."),
        langkah("kembalikan", "diverifikasi", "dikembalikan", "penilai",
                 syarat="Catatan kepada pegawai wajib diisi."),
        langkah("laporkan", "dikembalikan", "dilaporkan", "pegawai"),
        langkah("laporkan", "diverifikasi", "dilaporkan", "pegawai",
                 syarat="Isi yang sudah diverifikasi diubah: diverifikasi lagi."),
    ),
    "pertemuan": (
        langkah("mulai", "dijadwalkan", "berlangsung", "peserta", _BERJALAN),
        langkah("selesaikan", "dijadwalkan", "selesai", "peserta", _BERJALAN,
                 "Sudah dilaksanakan: tanggalnya hari ini atau sebelumnya."),
        langkah("selesaikan", "berlangsung", "selesai", "peserta", _BERJALAN,
                 "Sudah dilaksanakan: tanggalnya hari ini atau sebelumnya."),
        langkah("batalkan", "dijadwalkan", "dibatalkan", "peserta",
                 syarat="Alasan kepada pihak lain wajib diisi."),
    ),
    "kesepakatan": (
        langkah("selesaikan", "terbuka", "selesai", "peserta"),
        langkah("ubah", "terbuka", "diubah", "peserta",
                 syarat="Perubahan diusulkan satu pihak dan disetujui pihak lain; "
                 "penggantinya kesepakatan baru."),
    ),
    "pertanyaan": (
        langkah("jawab", "terbuka", "terjawab", "penilai",
                 syarat="Tidak menghentikan hitungan masa keberatan."),
        langkah("tanya_lagi", "terjawab", "terbuka", "pegawai",
                 syarat="Tidak menghentikan hitungan masa keberatan."),
    ),
    "sesi_diskusi": (
        langkah("selesaikan", "dijadwalkan", "selesai", "pemimpin_diskusi",
                 syarat="Tanggalnya hari ini atau sebelumnya."),
        langkah("batalkan", "dijadwalkan", "dibatalkan", "pemimpin_diskusi",
                 syarat="Alasan kepada peserta wajib diisi."),
    ),
    "masukan_masyarakat": (
        langkah("terbitkan", "menunggu", "diterbitkan", "pengelola admin",
                 syarat="Tanpa data pribadi warga; tuduhan diarahkan ke saluran pengaduan."),
        langkah("tolak", "menunggu", "ditolak", "pengelola admin",
                 syarat="Alasan wajib diisi."),
        langkah("arahkan", "menunggu", "diarahkan", "pengelola admin",
                 syarat="Unit atau saluran tujuannya wajib diisi."),
        langkah("tinjau_lagi", "diterbitkan", "menunggu", "pengelola admin",
                 syarat="Alasan wajib diisi; selama ditinjau tidak terbaca siapa pun."),
        langkah("tinjau_lagi", "ditolak", "menunggu", "pengelola admin",
                 syarat="Alasan wajib diisi."),
        langkah("tinjau_lagi", "diarahkan", "menunggu", "pengelola admin",
                 syarat="Alasan wajib diisi."),
    ),
}  # fmt: skip
