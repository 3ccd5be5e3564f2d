"""Changes of the dialogue: one module per topic."""

from tera.dialog.services.dasar import IsiJadwal
from tera.dialog.services.kesepakatan import (
    batalkan_usul,
    kabarkan_jatuh_tempo,
    selesaikan_kesepakatan,
    setujui_perubahan,
    tambah_kesepakatan,
    usulkan_perubahan,
)
from tera.dialog.services.pertemuan import (
    batalkan_pertemuan,
    hapus_agenda,
    jadwalkan_pertemuan,
    mulai_pertemuan,
    selesaikan_pertemuan,
    tambah_agenda,
    tandai_dibahas,
    tulis_catatan,
    ubah_jadwal,
)
from tera.dialog.services.proses import bekukan_hasil, jawab_proses, tanggapi_proses
from tera.dialog.services.sesi import (
    batalkan_sesi,
    beri_masukan,
    jadwalkan_sesi,
    selesaikan_sesi,
    tulis_notulen,
    ubah_sesi,
    ulangi_sesi,
)
from tera.dialog.services.tanya import ajukan_pertanyaan, catat_dibaca, kirim_jawaban

__all__ = [
    "IsiJadwal",
    "ajukan_pertanyaan",
    "batalkan_pertemuan",
    "batalkan_sesi",
    "batalkan_usul",
    "bekukan_hasil",
    "beri_masukan",
    "catat_dibaca",
    "hapus_agenda",
    "jadwalkan_pertemuan",
    "jadwalkan_sesi",
    "jawab_proses",
    "kabarkan_jatuh_tempo",
    "kirim_jawaban",
    "mulai_pertemuan",
    "selesaikan_kesepakatan",
    "selesaikan_pertemuan",
    "selesaikan_sesi",
    "setujui_perubahan",
    "tambah_agenda",
    "tambah_kesepakatan",
    "tandai_dibahas",
    "tanggapi_proses",
    "tulis_catatan",
    "tulis_notulen",
    "ubah_jadwal",
    "ubah_sesi",
    "ulangi_sesi",
    "usulkan_perubahan",
]
