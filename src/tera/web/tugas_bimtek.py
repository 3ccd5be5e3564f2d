"""Home's tasks of classes of training."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.antarmuka.tautan import alamat_rute

_RUTE = {
    "kelas_angket": "bimtek:kelas_angket",
    "kelas_mulai": "bimtek:kelas_kelola",
    "kelas_selesai": "bimtek:kelas_kelola",
}


def tugas(
    kata: str, pk: int, isi: str, batas: dt.date | None, _n: int, *, pada: dt.date
) -> dict[str, Any]:
    """Return the task that one row stands for."""
    judul, keterangan, aksi = {
        "kelas_undangan": (
            _("Undangan kelas: %(nama)s"),
            _("Jawab apakah Anda hadir."),
            _("Jawab"),
        ),
        "kelas_sebelum": (
            _("Latihan sebelum kelas: %(nama)s"),
            _("Hasilnya hanya Anda yang melihat."),
            _("Buka"),
        ),
        "kelas_sesudah": (
            _("Latihan sesudah kelas: %(nama)s"),
            _("Lihat apa yang berubah dibanding sebelum kelas."),
            _("Buka"),
        ),
        "kelas_angket": (
            _("Angket kelas: %(nama)s"),
            _("Lima pertanyaan, tanpa nama."),
            _("Isi"),
        ),
        "kelas_mulai": (
            _("Mulai kelas: %(nama)s"),
            _("Hari pertamanya sudah tiba."),
            _("Buka"),
        ),
        "kelas_selesai": (
            _("Selesaikan kelas: %(nama)s"),
            _("Hari terakhirnya sudah tiba; catat kehadirannya dulu."),
            _("Buka"),
        ),
    }[kata]
    return {
        "judul": judul % {"nama": isi},
        "keterangan": keterangan,
        "batas": tulis_tanggal(batas) if batas else "",
        "nada": "peringatan" if batas and batas < pada else "info",
        "url": alamat_rute(_RUTE.get(kata, "bimtek:kelas_saya"), pk),
        "aksi": aksi,
    }
