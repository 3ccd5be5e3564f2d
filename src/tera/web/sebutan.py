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
    ("capaian", "tetapkan_capaian"): gettext_lazy("Capaian organisasi ditetapkan"),
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
