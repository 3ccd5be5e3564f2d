"""Kinds about the calibration meeting: invited, called off, asked to look again, answered."""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tera.core.models import Kejadian
from tera.notifikasi.jenis.dasar import Jenis, Kabar, Susun
from tera.notifikasi.models import KelompokNotifikasi as K


def _daftar(kunci: str) -> Susun:
    """Everybody whose ids the event carries under ``kunci``."""

    def susun(kejadian: Kejadian) -> Iterator[Kabar]:
        for siapa in kejadian.muatan.get(kunci, ()):
            yield Kabar(siapa, {"id": kejadian.muatan["id"]})

    return susun


def _notulis(kejadian: Kejadian) -> Iterator[Kabar]:
    yield Kabar(kejadian.muatan["notulis_id"], {"id": kejadian.muatan["id"]})


def _jenis(
    kode: str,
    peristiwa: str,
    kelompok: K,
    kalimat: str | Promise,
    rute: str,
    susun: Susun,
    argumen: tuple[str, ...] = ("id",),
) -> Jenis:
    return Jenis(f"kalibrasi.{kode}", kelompok, kalimat, rute, argumen, peristiwa, susun)


DAFTAR = (
    _jenis(
        "diundang", "kalibrasi.diundang", K.TUGAS,
        _("Anda diundang ke rapat kalibrasi; baca hari, tempat, dan agendanya"),
        "kalibrasi:rapat", _daftar("orang"),
    ),
    _jenis(
        "dimulai", "rapat_kalibrasi.mulai", K.TUGAS,
        _("Rapat kalibrasi dimulai; agenda dan kartunya sudah terbuka"),
        "kalibrasi:rapat", _daftar("orang"),
    ),
    _jenis(
        "dibatalkan", "rapat_kalibrasi.batalkan", K.TUGAS,
        _("Rapat kalibrasi dibatalkan; alasannya ada pada halamannya"),
        "kalibrasi:rapat", _daftar("orang"),
    ),
    _jenis(
        "diminta_tinjau", "rapat_kalibrasi.tutup", K.TUGAS,
        _("Rapat kalibrasi meminta Anda meninjau kembali putusan Anda"),
        "kalibrasi:permintaan_daftar", _daftar("penilai"), (),
    ),
    _jenis(
        "dijawab", "kalibrasi.permintaan_dijawab", K.TUGAS,
        _("Penilai menjawab permintaan rapat kalibrasi"),
        "kalibrasi:rapat", _notulis,
    ),
)  # fmt: skip
