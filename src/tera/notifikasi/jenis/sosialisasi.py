"""Kinds about training: a course that one is asked to read, a text to check, one's own text."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from tera.core.models import Kejadian
from tera.notifikasi.jenis.dasar import Jenis, Kabar
from tera.notifikasi.models import KelompokNotifikasi as K
from tera.notifikasi.selectors.sumber import (
    hari_kejadian,
    naskah_kejadian,
    orang_sosialisasi,
    penelaah_naskah,
)


def _belum(kejadian: Kejadian) -> Iterator[Kabar]:
    """Everybody who is asked and hasn't read it yet."""
    for siapa, batas in orang_sosialisasi(kejadian):
        yield Kabar(siapa, {"id": kejadian.muatan["id"], "batas": batas.isoformat()})


def _penelaah(kejadian: Kejadian) -> Iterator[Kabar]:
    """Who may publish it, but its writer: once a day, a package may bring dozens."""
    hari = hari_kejadian(kejadian).isoformat()
    for siapa in penelaah_naskah(kejadian):
        yield Kabar(siapa, {}, kunci=f"naskah_bimtek.ajukan:{hari}")


def _penyusun(kejadian: Kejadian) -> Iterator[Kabar]:
    for satu in naskah_kejadian(kejadian):
        if satu["penyusun_id"]:
            yield Kabar(satu["penyusun_id"], {"id": satu["pk"]})


DAFTAR = (
    Jenis(
        "naskah_bimtek.ajukan",
        K.TUGAS,
        _("Ada naskah bimtek yang menunggu diperiksa orang kedua"),
        "bimtek:naskah_daftar",
        (),
        "naskah_bimtek.ajukan",
        _penelaah,
    ),
    Jenis(
        "naskah_bimtek.kembalikan",
        K.TUGAS,
        _("Naskah bimtek Anda dikembalikan dengan alasan"),
        "bimtek:naskah",
        ("id",),
        "naskah_bimtek.kembalikan",
        _penyusun,
    ),
    Jenis(
        "naskah_bimtek.terbitkan",
        K.TIM,
        _("Naskah bimtek Anda terbit"),
        "bimtek:naskah",
        ("id",),
        "naskah_bimtek.terbitkan",
        _penyusun,
    ),
    Jenis(
        "bimtek.sosialisasi_diberikan",
        K.TUGAS,
        _("Anda diminta membaca sebuah kursus singkat, paling lambat %(batas)s"),
        "bimtek:sosialisasi_buka",
        ("id",),
        "bimtek.sosialisasi_diberikan",
        _belum,
    ),
    Jenis(
        "bimtek.sosialisasi_diingatkan",
        K.PENGINGAT,
        _("Kursus yang diminta dari Anda belum selesai dibaca; batasnya %(batas)s"),
        "bimtek:sosialisasi_buka",
        ("id",),
        "bimtek.sosialisasi_diingatkan",
        _belum,
    ),
)
