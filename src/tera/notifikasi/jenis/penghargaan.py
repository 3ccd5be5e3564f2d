"""Kinds about awards: candidates, the committee, the awarded, one's record."""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tera.core.models import Kejadian
from tera.notifikasi.jenis.dasar import Jenis, Kabar, Susun
from tera.notifikasi.models import KelompokNotifikasi as K


def _daftar(kunci: str) -> Susun:
    """Everybody whose ids the event carries under ``kunci``."""

    def susun(kejadian: Kejadian) -> Iterator[Kabar]:
        for siapa in kejadian.muatan[kunci]:
            yield Kabar(siapa, {"id": kejadian.muatan["id"]})

    return susun


def _orangnya(kejadian: Kejadian) -> Iterator[Kabar]:
    yield Kabar(kejadian.muatan["pegawai_id"], {"id": kejadian.muatan["id"]})


def _jenis(
    kata: str,
    kelompok: K,
    kalimat: str | Promise,
    rute: str,
    susun: Susun,
    argumen: tuple[str, ...] = (),
) -> Jenis:
    kode = f"penghargaan.{kata}"
    return Jenis(kode, kelompok, kalimat, f"tindak_lanjut:penghargaan_{rute}", argumen, kode, susun)


DAFTAR = (
    _jenis(
        "dicalonkan",
        K.HASIL,
        _("Anda dicalonkan menerima penghargaan; baca syarat dan faktanya"),
        "saya",
        _daftar("orang"),
    ),
    _jenis(
        "tim_ditunjuk",
        K.TUGAS,
        _("Anda ditunjuk menjadi anggota tim penilai penghargaan"),
        "putaran",
        _daftar("anggota"),
        ("id",),
    ),
    _jenis(
        "ditelaah",
        K.TUGAS,
        _("Calon penghargaan menunggu pandangan Anda"),
        "putaran",
        _daftar("anggota"),
        ("id",),
    ),
    _jenis(
        "diumumkan",
        K.HASIL,
        _("Penghargaan Anda diumumkan; jawab apakah nama Anda boleh ditampilkan"),
        "saya",
        _daftar("orang"),
    ),
    _jenis(
        "rekam_dicatat",
        K.HASIL,
        _("Rekam disiplin atau cuti Anda dicatat; periksa, dan minta koreksi bila keliru"),
        "rekam_saya",
        _orangnya,
    ),
    _jenis(
        "koreksi_dijawab",
        K.HASIL,
        _("Permintaan koreksi rekam Anda dijawab"),
        "rekam_saya",
        _orangnya,
    ),
)
