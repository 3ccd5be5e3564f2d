"""What a receipt is called on the page: the words of the step, not its code."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_KIRIMAN = {
    ("skp", "ajukan"): gettext_lazy("SKP diajukan"),
    ("skp", "tarik"): gettext_lazy("SKP ditarik kembali"),
    ("skp", "kembalikan"): gettext_lazy("SKP dikembalikan dengan catatan"),
    ("skp", "tetapkan"): gettext_lazy("SKP ditetapkan"),
    ("skp", "tetapkan_pengelola"): gettext_lazy("SKP ditetapkan oleh pengelola kinerja"),
    ("skp", "batalkan"): gettext_lazy("SKP dibatalkan"),
    ("evaluasi", "nilai"): gettext_lazy("Penilaian disimpan"),
    ("evaluasi", "ubah_nilai"): gettext_lazy("Penilaian dibuka lagi"),
    ("evaluasi", "setujui_penilaian"): gettext_lazy("Penilaian disetujui atasan penilai"),
    ("evaluasi", "tetapkan"): gettext_lazy("Predikat ditetapkan"),
    ("evaluasi", "sampaikan"): gettext_lazy("Hasil evaluasi disampaikan"),
    ("evaluasi", "terima"): gettext_lazy("Hasil evaluasi diterima"),
    ("evaluasi", "ajukan_keberatan"): gettext_lazy("Keberatan diajukan"),
    ("evaluasi", "putuskan_keberatan"): gettext_lazy("Hasil akhir ditetapkan"),
    ("keberatan", "mulai_klarifikasi"): gettext_lazy("Klarifikasi keberatan dimulai"),
    ("keberatan", "catat_keterangan"): gettext_lazy("Keterangan atas keberatan dicatat"),
    ("keberatan", "lampirkan_bukti"): gettext_lazy("Berkas keberatan dilampirkan"),
    ("keberatan", "putuskan"): gettext_lazy("Keberatan diputus"),
    ("capaian", "tetapkan_capaian"): gettext_lazy("Capaian organisasi ditetapkan"),
    ("realisasi", "laporkan"): gettext_lazy("Realisasi dilaporkan"),
    ("realisasi", "perbaiki"): gettext_lazy("Realisasi diperbaiki"),
    ("realisasi", "verifikasi"): gettext_lazy("Realisasi diverifikasi"),
    ("realisasi", "kembalikan"): gettext_lazy("Realisasi dikembalikan dengan catatan"),
    ("realisasi", "perbarui_data"): gettext_lazy("Realisasi diperbarui dari data"),
    ("capaian_pegawai", "laporkan"): gettext_lazy("Capaian pegawai dilaporkan"),
    ("capaian_pegawai", "perbaiki"): gettext_lazy("Capaian pegawai diperbaiki"),
    ("capaian_pegawai", "verifikasi"): gettext_lazy("Capaian pegawai diverifikasi"),
    ("capaian_pegawai", "kembalikan"): gettext_lazy("Capaian pegawai dikembalikan"),
    ("bukti", "lampirkan"): gettext_lazy("Bukti dukung dilampirkan"),
    ("progres_harian", "catat"): gettext_lazy("Progres harian dicatat"),
    ("umpan_balik", "beri"): gettext_lazy("Umpan balik dikirim"),
    ("impor", "impor"): gettext_lazy("Berkas diimpor"),
    ("laporan_penilai", "laporkan"): gettext_lazy("Laporan penilai salah dikirim"),
    ("laporan_penilai", "proses"): gettext_lazy("Laporan penilai salah diproses"),
    ("laporan_penilai", "perbaiki"): gettext_lazy("Laporan penilai salah diperbaiki"),
    ("laporan_penilai", "tolak"): gettext_lazy("Laporan penilai salah ditolak"),
}


def sebutan_kiriman(jenis: str, aksi: str) -> str:
    """Return the words for a receipt's kind and step; an unknown pair is spelled out."""
    if (jenis, aksi) in _KIRIMAN:
        return str(_KIRIMAN[jenis, aksi])
    return _("%(jenis)s, %(aksi)s") % {
        "jenis": jenis.replace("_", " ").capitalize(),
        "aksi": aksi.replace("_", " "),
    }
