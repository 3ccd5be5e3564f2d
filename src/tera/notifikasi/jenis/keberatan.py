"""Kinds about objections: the parties and who decides, nobody else."""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tera.core.models import Kejadian
from tera.notifikasi.jenis.dasar import Jenis, Kabar, Susun
from tera.notifikasi.models import KelompokNotifikasi as K
from tera.notifikasi.selectors.sumber import keberatan_kejadian


def _kepada(pihak: str) -> Susun:
    def susun(kejadian: Kejadian) -> Iterator[Kabar]:
        for satu in keberatan_kejadian(kejadian):
            if satu[pihak]:
                muatan = {"id": satu["evaluasi_id"], "periode_id": satu["periode_id"]}
                if pihak != "pegawai_id":
                    muatan["tentang"] = satu["pegawai_id"]
                yield Kabar(satu[pihak], muatan)

    return susun


def _jenis(kode: str, kelompok: K, kalimat: str | Promise, peristiwa: str, pihak: str) -> Jenis:
    return Jenis(kode, kelompok, kalimat, "evaluasi:keberatan", ("id",), peristiwa, _kepada(pihak))


_PUTUSAN = _("Keberatan atas hasil %(nama)s, %(periode)s, menunggu putusan Anda")
DAFTAR = (
    _jenis("keberatan.menunggu", K.TUGAS, _PUTUSAN, "evaluasi.ajukan_keberatan", "kepada_id"),
    _jenis("keberatan.beralih", K.TUGAS, _PUTUSAN, "keberatan.alihkan", "kepada_id"),
    _jenis(
        "keberatan.diajukan",
        K.TIM,
        _("%(nama)s mengajukan keberatan atas hasil %(periode)s"),
        "evaluasi.ajukan_keberatan",
        "penilai_id",
    ),
    _jenis(
        "keberatan.klarifikasi",
        K.TUGAS,
        _("Keberatan Anda, %(periode)s, mulai diklarifikasi; tulis keterangan Anda"),
        "keberatan.mulai_klarifikasi",
        "pegawai_id",
    ),
    _jenis(
        "keberatan.klarifikasi_penilai",
        K.TUGAS,
        _("Keterangan Anda diminta tentang keberatan %(nama)s, %(periode)s"),
        "keberatan.mulai_klarifikasi",
        "penilai_id",
    ),
    _jenis(
        "keberatan.diputus",
        K.HASIL,
        _("Keberatan Anda, %(periode)s, sudah diputus"),
        "keberatan.putuskan",
        "pegawai_id",
    ),
    _jenis(
        "keberatan.diputus_penilai",
        K.TIM,
        _("Keberatan %(nama)s, %(periode)s, sudah diputus"),
        "keberatan.putuskan",
        "penilai_id",
    ),
)
