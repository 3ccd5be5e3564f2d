"""Home's tasks of awards: consent, candidates to look at, decisions, corrections."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.tautan import alamat_rute

_RUTE = {
    "penghargaan_setuju": "tindak_lanjut:penghargaan_calon",
    "penghargaan_telaah": "tindak_lanjut:penghargaan_putaran",
    "penghargaan_putus": "tindak_lanjut:penghargaan_putuskan",
    "penghargaan_umumkan": "tindak_lanjut:penghargaan_putaran",
    "penghargaan_serahkan": "tindak_lanjut:penghargaan_putaran",
}


def tugas(
    kata: str, pk: int, isi: str, _batas: dt.date | None, n: int, *, pada: dt.date
) -> dict[str, Any]:
    """Return the task that one row stands for; none of them has a day of law."""
    judul, keterangan, aksi = {
        "penghargaan_setuju": (
            _("Penghargaan Anda: %(nama)s"),
            _("Jawab apakah nama Anda boleh ditampilkan."),
            _("Jawab"),
        ),
        "penghargaan_telaah": (
            _("%(n)s calon %(nama)s menunggu pandangan Anda"),
            _("Baca faktanya; bila ada benturan kepentingan, abstain."),
            _("Buka daftar calon"),
        ),
        "penghargaan_putus": (
            _("%(nama)s menunggu keputusan Anda"),
            _("Tim menelaah calonnya; Anda yang memutuskan, dengan nomor keputusan."),
            _("Buka"),
        ),
        "penghargaan_umumkan": (
            _("%(nama)s sudah diputuskan"),
            _("Umumkan, supaya penerimanya tahu."),
            _("Buka"),
        ),
        "penghargaan_serahkan": (
            _("Masa usulan %(nama)s sudah lewat"),
            _("Tunjuk timnya, lalu serahkan calonnya."),
            _("Buka"),
        ),
        "penghargaan_koreksi": (
            _("%(n)s permintaan koreksi rekam menunggu jawaban"),
            _("Periksa suratnya, lalu jawab dengan tertulis."),
            _("Jawab"),
        ),
    }[kata]
    rute = _RUTE.get(kata)
    return {
        "judul": judul % {"nama": isi, "n": n},
        "keterangan": keterangan,
        "batas": "",
        "nada": "info",
        "url": alamat_rute(rute, pk) if rute else alamat_rute("tindak_lanjut:penghargaan_rekam"),
        "aksi": aksi,
    }
