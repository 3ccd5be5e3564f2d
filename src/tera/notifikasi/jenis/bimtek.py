"""Kinds about classes of training: an invitation, a change, a reminder, a cancellation."""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tera.core.models import Kejadian
from tera.notifikasi.jenis.dasar import Jenis, Kabar
from tera.notifikasi.models import KelompokNotifikasi as K


def _peserta(kejadian: Kejadian) -> Iterator[Kabar]:
    isi = kejadian.muatan
    for siapa in isi["daftar_pegawai"]:
        yield Kabar(siapa, {"id": isi["id"]})


def _jenis(
    kata: str, kelompok: K, kalimat: str | Promise, *, rute: str = "bimtek:kelas_saya"
) -> Jenis:
    argumen = () if rute == "bimtek:kelas" else ("id",)
    return Jenis(f"bimtek.{kata}", kelompok, kalimat, rute, argumen, f"bimtek.{kata}", _peserta)


DAFTAR = (
    _jenis(
        "kelas_diundang",
        K.TUGAS,
        _("Anda diundang ke kelas bimtek; jawab apakah Anda hadir"),
    ),
    _jenis(
        "kelas_dilatih",
        K.TUGAS,
        _("Anda ditunjuk sebagai pelatih sebuah kelas bimtek; lihat hari dan pesertanya"),
        rute="bimtek:kelas_kelola",
    ),
    _jenis(
        "kelas_diingatkan",
        K.PENGINGAT,
        _("Kelas bimtek Anda sudah dekat; periksa hari, tempat, dan jawaban Anda"),
    ),
    _jenis(
        "kelas_diubah",
        K.TUGAS,
        _("Rencana kelas bimtek Anda berubah; lihat hari dan tempatnya"),
    ),
    _jenis(
        "kelas_dibatalkan",
        K.TUGAS,
        _("Kelas bimtek Anda dibatalkan; baca alasannya"),
    ),
    _jenis(
        "kelas_undangan_dicabut",
        K.TUGAS,
        _("Undangan Anda ke sebuah kelas bimtek dicabut oleh penyelenggaranya"),
        rute="bimtek:kelas",
    ),
)
