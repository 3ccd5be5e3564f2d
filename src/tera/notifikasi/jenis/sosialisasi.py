"""Kinds about training: a course that one is asked to read."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from tera.core.models import Kejadian
from tera.notifikasi.jenis.dasar import Jenis, Kabar
from tera.notifikasi.models import KelompokNotifikasi as K
from tera.notifikasi.selectors.sumber import orang_sosialisasi


def _belum(kejadian: Kejadian) -> Iterator[Kabar]:
    """Everybody who is asked and hasn't read it yet."""
    for siapa, batas in orang_sosialisasi(kejadian):
        yield Kabar(siapa, {"id": kejadian.muatan["id"], "batas": batas.isoformat()})


DAFTAR = (
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
