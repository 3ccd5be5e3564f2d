"""Home's tasks of talent: decide, set, review, answer, mend what came back."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.antarmuka.tautan import alamat_rute
from tera.tindak_lanjut.selectors.talenta.tugas import KATA

__all__ = ["KATA", "tugas"]


def tugas(
    kata: str, pk: int, _isi: str, batas: dt.date | None, n: int, *, pada: dt.date
) -> dict[str, Any]:
    """Return the task that one row stands for."""
    usul = (
        alamat_rute("tindak_lanjut:talenta_usul", pk)
        if n == 1
        else alamat_rute("tindak_lanjut:talenta_usul_daftar")
    )
    isi: dict[str, dict[str, Any]] = {
        "talenta_putus": {
            "judul": _("%(n)s usul karier menunggu putusan Anda") % {"n": n},
            "keterangan": _("Sudah ditelaah. Baca berkasnya, lalu putuskan dengan dokumen."),
            "url": usul,
            "aksi": _("Buka usul"),
        },
        "talenta_telaah": {
            "judul": _("%(n)s usul karier menunggu telaah") % {"n": n},
            "keterangan": _("Periksa syarat dan buktinya; orang lain yang memutuskan."),
            "url": usul,
            "aksi": _("Telaah"),
        },
        "talenta_kembali": {
            "judul": _("%(n)s usul karier dikembalikan kepada Anda") % {"n": n},
            "keterangan": _("Lengkapi menurut alasannya, lalu ajukan lagi, atau batalkan."),
            "url": usul,
            "aksi": _("Lengkapi"),
        },
        "talenta_tetapkan": {
            "judul": _("Peta talenta menunggu penetapan Anda"),
            "keterangan": _("Komite sudah bersidang. Sesudah ditetapkan petanya beku."),
            "url": alamat_rute("tindak_lanjut:talenta_matriks", pk),
            "aksi": _("Buka peta"),
        },
        "talenta_koreksi": {
            "judul": _("%(n)s koreksi fakta menunggu jawaban") % {"n": n},
            "keterangan": _("Perbaiki datanya, atau jelaskan mengapa tidak diubah."),
            "url": alamat_rute("tindak_lanjut:talenta_koreksi", pk)
            if n == 1
            else alamat_rute("tindak_lanjut:talenta_koreksi_daftar"),
            "aksi": _("Jawab"),
        },
        "talenta_tinjau": {
            "judul": _("%(n)s kelompok rencana suksesi waktunya ditinjau") % {"n": n},
            "keterangan": _("Setahun sesudah ditetapkan kelompok ditinjau lagi."),
            "url": alamat_rute("tindak_lanjut:talenta_suksesi"),
            "aksi": _("Lihat daftar"),
        },
    }
    return {
        **isi[kata],
        "batas": tulis_tanggal(batas) if batas else "",
        "nada": "bahaya" if batas is not None and batas < pada else "peringatan",
    }
