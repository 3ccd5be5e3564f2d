"""How a page says the words that are stored: the part someone played, the state, the step."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

PERAN = {
    "pegawai": _("pegawai"),
    "penilai": _("penilai"),
    "atasan_penilai": _("atasan penilai"),
    "pengelola": _("pengelola"),
    "ketua_tim": _("ketua tim"),
    "penyiap": _("penyiap"),
    "pyb": _("pejabat yang berwenang"),
    "pejabat_pembina": _("pejabat pembina"),
    "auditor": _("auditor"),
    "pelatih": _("pelatih"),
    "admin": _("admin"),
    "peserta": _("peserta"),
    "pemimpin_diskusi": _("pemimpin diskusi"),
    "konselor": _("konselor"),
    "sistem": _("sistem"),
}
STATUS = {
    "draf": _("draf"),
    "diajukan": _("diajukan"),
    "dikembalikan": _("dikembalikan"),
    "ditetapkan": _("ditetapkan"),
    "digantikan": _("digantikan versi baru"),
    "ditutup": _("ditutup"),
    "dibatalkan": _("dibatalkan"),
    "terbuka": _("terbuka"),
    "dinilai": _("dinilai"),
    "disampaikan": _("disampaikan"),
    "keberatan": _("keberatan"),
    "diputus": _("diputus"),
    "final": _("final"),
    "klarifikasi": _("klarifikasi"),
    "disusun": _("disusun"),
    "responden_disetujui": _("responden disetujui"),
    "berjalan": _("berjalan"),
    "hasil_dibuka": _("hasil dibuka"),
    "dilaporkan": _("dilaporkan"),
    "diverifikasi": _("diverifikasi"),
    "diproses": _("diproses"),
    "diperbaiki": _("diperbaiki"),
    "ditolak": _("ditolak"),
    "dijadwalkan": _("dijadwalkan"),
    "berlangsung": _("berlangsung"),
    "selesai": _("selesai"),
    "diubah": _("diubah"),
    "terjawab": _("terjawab"),
    "menunggu": _("menunggu"),
    "diterbitkan": _("diterbitkan"),
    "diarahkan": _("diarahkan"),
    "diusulkan": _("diusulkan"),
    "perbaikan": _("masa perbaikan"),
    "uji_kompetensi": _("uji kompetensi"),
    "pindah_jabatan": _("pindah jabatan"),
    "turun_jabatan": _("jabatan lebih rendah"),
    "penempatan_sementara": _("penempatan sementara"),
    "usul_pemberhentian": _("diusulkan berhenti dengan hormat"),
    "diberhentikan": _("berhenti dengan hormat"),
    "membaik": _("membaik"),
    "belum_membaik": _("belum membaik"),
    "dilaksanakan": _("dilaksanakan"),
    "direkomendasikan": _("direkomendasikan"),
    "ditelaah": _("ditelaah"),
    "disetujui": _("disetujui"),
    "direncanakan": _("direncanakan"),
    "dibuka": _("dibuka"),
    "terdaftar": _("terdaftar"),
    "lulus": _("lulus"),
    "tidak_lulus": _("tidak lulus"),
    "ditarik": _("ditarik"),
    "dihentikan": _("dihentikan"),
    "dibawa": _("dibawa ke tahun berikutnya"),
    "diputuskan": _("diputuskan"),
    "diumumkan": _("diumumkan"),
    "dicalonkan": _("dicalonkan"),
    "tidak_ditetapkan": _("tidak ditetapkan"),
    "mundur": _("mengundurkan diri"),
    "diterima": _("diterima"),
    "dikoreksi": _("dikoreksi"),
    "tercatat": _("tercatat"),
    "dipersoalkan": _("dilaporkan keliru"),
    "dicabut": _("dicabut"),
}
AKSI = {
    "ajukan": _("diajukan"),
    "jadwalkan": _("dijadwalkan"),
    "kembalikan": _("dikembalikan"),
    "tetapkan": _("ditetapkan"),
    "tetapkan_pengelola": _("ditetapkan oleh pengelola kinerja"),
    "tarik": _("ditarik kembali"),
    "batalkan": _("dibatalkan"),
    "ganti": _("digantikan versi baru"),
    "tutup": _("ditutup"),
    "laporkan": _("dilaporkan"),
    "verifikasi": _("diverifikasi"),
    "perbarui_data": _("diperbarui dari data"),
    "proses": _("diproses"),
    "perbaiki": _("diperbaiki"),
    "tolak": _("ditolak"),
    "nilai": _("dinilai"),
    "ubah_nilai": _("dibuka untuk diubah"),
    "buka_kembali": _("dibuka kembali"),
    "sampaikan": _("disampaikan"),
    "finalkan": _("menjadi final"),
    "ajukan_keberatan": _("diajukan keberatan"),
    "putuskan_keberatan": _("keberatan diputus"),
    "mulai_klarifikasi": _("klarifikasi dimulai"),
    "putuskan": _("diputus"),
    "setujui_responden": _("responden disetujui"),
    "ubah_responden": _("responden diubah"),
    "mulai": _("dimulai"),
    "buka_hasil": _("hasil dibuka"),
    "selesaikan": _("diselesaikan"),
    "ubah": _("diubah"),
    "jawab": _("dijawab"),
    "tanya_lagi": _("ditanyakan lagi"),
    "terbitkan": _("diterbitkan"),
    "arahkan": _("diarahkan"),
    "tinjau_lagi": _("ditinjau lagi"),
    "mulai_perbaikan": _("masa perbaikan dimulai"),
    "tuntaskan": _("ditindaklanjuti"),
    "nyatakan_membaik": _("dinyatakan membaik"),
    "akhiri_pembinaan": _("pembinaan diakhiri"),
    "tugaskan_uji_kompetensi": _("ditugaskan ke uji kompetensi"),
    "kembalikan_normal": _("kembali seperti biasa"),
    "pindahkan": _("dipindahkan ke jabatan lain"),
    "turunkan": _("ditempatkan di jabatan lebih rendah"),
    "tempatkan_sementara": _("ditempatkan sementara"),
    "usulkan_pemberhentian": _("diusulkan berhenti dengan hormat"),
    "tolak_usul": _("usul tidak diterima"),
    "tetapkan_pemberhentian": _("berhenti dengan hormat ditetapkan"),
    "minta_ubah": _("diminta diubah"),
    "setujui": _("disetujui"),
    "jalankan": _("dijalankan tanpa jawaban"),
    "simpulkan_membaik": _("disimpulkan membaik"),
    "simpulkan_belum": _("disimpulkan belum membaik"),
    "laksanakan": _("dilaksanakan"),
    "rekomendasikan": _("direkomendasikan"),
    "telaah": _("ditelaah"),
    "susun_lagi": _("disusun lagi"),
    "tempatkan": _("mendapat kursi"),
    "luluskan": _("dinyatakan lulus"),
    "tidak_luluskan": _("dinyatakan tidak lulus"),
    "sepakati": _("disepakati"),
    "hentikan": _("dihentikan"),
    "bawa": _("dibawa ke tahun berikutnya"),
    "tutup_usulan": _("usulan ditutup"),
    "buka_usulan": _("usulan dibuka lagi"),
    "umumkan": _("diumumkan"),
    "tidak_tetapkan": _("tidak ditetapkan"),
    "mundur": _("mengundurkan diri"),
    "terima": _("diterima"),
    "koreksi": _("dikoreksi"),
    "pertahankan": _("dinyatakan tetap"),
    "cabut": _("dicabut"),
}
KATA_KERJA = {
    "ajukan": _("mengajukan"),
    "jadwalkan": _("menjadwalkan"),
    "kembalikan": _("mengembalikan"),
    "tetapkan": _("menetapkan"),
    "tetapkan_pengelola": _("menetapkan"),
    "tarik": _("menarik kembali"),
    "batalkan": _("membatalkan"),
    "nilai": _("menilai"),
    "sampaikan": _("menyampaikan"),
    "ganti": _("mengganti"),
    "tutup": _("menutup"),
    "laporkan": _("melaporkan"),
    "verifikasi": _("memverifikasi"),
    "perbarui_data": _("memperbarui"),
    "proses": _("memproses"),
    "perbaiki": _("menyelesaikan"),
    "tolak": _("menolak"),
    "ubah_nilai": _("mengubah penilaian"),
    "buka_kembali": _("membuka kembali"),
    "finalkan": _("menjadikan final"),
    "ajukan_keberatan": _("mengajukan keberatan"),
    "putuskan_keberatan": _("memutus keberatan"),
    "mulai_klarifikasi": _("memulai klarifikasi"),
    "putuskan": _("memutuskan"),
    "setujui_responden": _("menyetujui responden"),
    "ubah_responden": _("mengubah responden"),
    "mulai": _("memulai"),
    "buka_hasil": _("membuka hasil"),
    "selesaikan": _("menyelesaikan"),
    "ubah": _("mengubah"),
    "jawab": _("menjawab"),
    "tanya_lagi": _("bertanya lagi"),
    "terbitkan": _("menerbitkan"),
    "arahkan": _("mengarahkan"),
    "tinjau_lagi": _("meninjau lagi"),
    "mulai_perbaikan": _("memulai masa perbaikan"),
    "tuntaskan": _("menuntaskan"),
    "nyatakan_membaik": _("menyatakan membaik"),
    "akhiri_pembinaan": _("mengakhiri pembinaan"),
    "tugaskan_uji_kompetensi": _("menugaskan uji kompetensi"),
    "kembalikan_normal": _("mengembalikan ke keadaan biasa"),
    "pindahkan": _("memindahkan jabatan"),
    "turunkan": _("menempatkan di jabatan lebih rendah"),
    "tempatkan_sementara": _("menempatkan sementara"),
    "usulkan_pemberhentian": _("mengusulkan pemberhentian"),
    "tolak_usul": _("menolak usul"),
    "tetapkan_pemberhentian": _("menetapkan pemberhentian"),
    "minta_ubah": _("meminta perubahan"),
    "setujui": _("menyetujui"),
    "jalankan": _("menjalankan rencana"),
    "simpulkan_membaik": _("menyimpulkan"),
    "simpulkan_belum": _("menyimpulkan"),
    "laksanakan": _("mencatat pelaksanaan"),
    "rekomendasikan": _("merekomendasikan"),
    "telaah": _("menelaah"),
    "susun_lagi": _("menyusun lagi"),
    "tempatkan": _("menempatkan"),
    "luluskan": _("menyatakan lulus"),
    "tidak_luluskan": _("menyatakan tidak lulus"),
    "sepakati": _("menyepakati"),
    "hentikan": _("menghentikan"),
    "bawa": _("membawa ke tahun berikutnya"),
    "tutup_usulan": _("menutup usulan"),
    "buka_usulan": _("membuka usulan lagi"),
    "umumkan": _("mengumumkan"),
    "tidak_tetapkan": _("memutuskan"),
    "mundur": _("mengundurkan diri"),
    "terima": _("menerima"),
    "koreksi": _("mengoreksi"),
    "pertahankan": _("mempertahankan"),
    "cabut": _("mencabut"),
}


def sebutan_peran(kode: str) -> str:
    """Return the words of a part, e.g. ``atasan_penilai`` → *atasan penilai*."""
    return str(PERAN.get(kode, kode.replace("_", " ")))


def sebutan_status(kode: str) -> str:
    """Return the words of a state inside a sentence."""
    return str(STATUS.get(kode, kode.replace("_", " ")))


def sebutan_aksi(kode: str) -> str:
    """Return what a step has done, e.g. ``ajukan`` → *diajukan*."""
    return str(AKSI.get(kode, kode.replace("_", " ")))


def kata_kerja(aksi: str) -> str:
    """Return the verb of a step as it follows *tidak bisa*."""
    return str(KATA_KERJA.get(aksi, aksi.replace("_", " ")))


def sebutan_pilihan(objek: Model | None, nama: str) -> str:
    """Return what ``objek.get_<nama>_display()`` says; "" without an object.

    For the rows of a list: Django builds, and hashes, the whole map of labels at each call.
    """
    if not objek:
        return ""
    nilai = getattr(objek, nama)
    return str(_label(type(objek), nama).get(nilai, "" if nilai is None else nilai))


@cache
def _label(model: type[Model], nama: str) -> Mapping[Any, Any]:
    """The labels of a field, still to be translated."""
    return dict(model._meta.get_field(nama).flatchoices)  # type: ignore[union-attr]
