"""Talent, succession, promotion and mutation.

Instruments: PermenPANRB 3/2020 as agencies practise it (mapped, reviewed by the Komite Talenta,
set by the pejabat pembina kepegawaian); the finer steps are design and cite `rancangan-tera`.
"""

from __future__ import annotations

from tera.regulasi.alur.langkah import DIPERIKSA, RANCANGAN, Langkah, langkah
from tera.regulasi.dasar import Dasar
from tera.regulasi.kategori import Mutu

_RANTAI = (
    Dasar("permenpanrb-3-2020", "pemetaan talenta, Komite Talenta, penetapan (praktik instansi)",
          DIPERIKSA, Mutu.SEKUNDER),
    RANCANGAN,
)  # fmt: skip
_PUTUSAN = "Nomor dan tanggal dokumen penetapan diisi; yang memutus bukan orang yang diputus."

#: The status in which a document of each kind is born.
STATUS_AWAL: dict[str, str] = {
    "peta_talenta": "disusun",
    "koreksi_fakta": "diajukan",
    "kelompok_suksesi": "disusun",
    "usul_karier": "disusun",
}

ALUR: dict[str, tuple[Langkah, ...]] = {
    "peta_talenta": (
        langkah("telaah", "disusun", "ditelaah", "pengelola", _RANTAI,
                "Nama anggota Komite Talenta dan ringkasan sidangnya dicatat."),
        langkah("kembalikan", "ditelaah", "disusun", "pengelola pejabat_pembina",
                syarat="Alasan ditulis."),
        langkah("tetapkan", "ditelaah", "ditetapkan", "pejabat_pembina", _RANTAI,
                "Nomor dan tanggal dokumen penetapan diisi; sesudah itu peta beku."),
    ),
    "koreksi_fakta": (
        langkah("perbaiki", "diajukan", "diperbaiki", "pengelola",
                syarat="Apa yang diperbaiki dan di mana ditulis."),
        langkah("tolak", "diajukan", "ditolak", "pengelola", syarat="Alasan ditulis."),
        langkah("batalkan", "diajukan", "dibatalkan", "pegawai"),
    ),
    "kelompok_suksesi": (
        langkah("tetapkan", "disusun", "ditetapkan", "pejabat_pembina", _RANTAI,
                "Setiap anggota punya kesiapan dan alasannya; dokumen penetapan diisi."),
        langkah("tinjau_lagi", "ditetapkan", "disusun", "pengelola pejabat_pembina",
                syarat="Alasan ditulis; susunan lama tetap terbaca dalam riwayat."),
        langkah("tutup", "ditetapkan", "ditutup", "pejabat_pembina", syarat="Alasan ditulis."),
        langkah("tutup", "disusun", "ditutup", "pejabat_pembina", syarat="Alasan ditulis."),
    ),
    "usul_karier": (
        langkah("ajukan", "disusun", "diajukan", "pengelola penilai",
                syarat="Jabatan tujuan, unit tujuan, alasan, dan bukti diisi."),
        langkah("ajukan", "dikembalikan", "diajukan", "pengelola penilai",
                syarat="Jabatan tujuan, unit tujuan, alasan, dan bukti diisi."),
        langkah("telaah", "diajukan", "ditelaah", "pengelola pyb pejabat_pembina",
                syarat="Penelaah bukan pengusul dan bukan orang yang diusulkan."),
        langkah("kembalikan", "diajukan", "dikembalikan", "pengelola pyb pejabat_pembina",
                syarat="Alasan ditulis."),
        langkah("kembalikan", "ditelaah", "dikembalikan", "pyb pejabat_pembina",
                syarat="Alasan ditulis."),
        langkah("setujui", "ditelaah", "disetujui", "pyb pejabat_pembina", syarat=_PUTUSAN),
        langkah("tolak", "ditelaah", "ditolak", "pyb pejabat_pembina",
                syarat="Alasan ditulis; yang memutus bukan orang yang diputus."),
        langkah("batalkan", "disusun", "dibatalkan", "pengelola penilai"),
        langkah("batalkan", "diajukan", "dibatalkan", "pengelola penilai"),
        langkah("batalkan", "dikembalikan", "dibatalkan", "pengelola penilai"),
    ),
}  # fmt: skip
