"""Kinds written by the daily job: reminders before a deadline, escalation after it."""

from django.utils.translation import gettext_lazy as _

from tera.notifikasi.jenis.dasar import Jenis
from tera.notifikasi.models import KelompokNotifikasi as K

DAFTAR = (
    Jenis(
        "ingat.skp_susun",
        K.PENGINGAT,
        _("SKP %(tahun)s Anda belum diajukan; batas penetapannya %(batas)s"),
        "skp:daftar",
    ),
    Jenis(
        "ingat.skp_tetapkan",
        K.PENGINGAT,
        _("Ada SKP %(tahun)s menunggu Anda tetapkan; batasnya %(batas)s"),
        "skp:antrean",
    ),
    Jenis(
        "ingat.swakaji",
        K.PENGINGAT,
        _("Swakaji %(periode)s belum dikirim; batasnya %(batas)s"),
        "evaluasi:daftar",
    ),
    Jenis(
        "ingat.nilai",
        K.PENGINGAT,
        _("Ada pegawai yang belum Anda nilai, %(periode)s; batasnya %(batas)s"),
        "evaluasi:tim",
        ("periode_id",),
    ),
    Jenis(
        "ingat.terima",
        K.PENGINGAT,
        _("Hasil evaluasi %(periode)s belum Anda catat diterima"),
        "evaluasi:rincian",
        ("id",),
    ),
    Jenis(
        "ingat.keberatan",
        K.PENGINGAT,
        _("Masa keberatan atas hasil %(periode)s berakhir %(batas)s"),
        "evaluasi:rincian",
        ("id",),
    ),
    Jenis(
        "lewat.skp_susun",
        K.PENGINGAT,
        _(
            "Pegawai Anda yang belum mengajukan SKP %(tahun)s: %(jumlah)s orang; "
            "batas %(batas)s sudah lewat"
        ),
        "skp:antrean",
    ),
    Jenis(
        "lewat.skp_tetapkan",
        K.PENGINGAT,
        _("%(nama)s belum menetapkan %(jumlah)s SKP %(tahun)s; batas %(batas)s sudah lewat"),
        "skp:unit",
    ),
    Jenis(
        "lewat.nilai",
        K.PENGINGAT,
        _("%(nama)s belum menilai %(jumlah)s pegawai, %(periode)s; batas %(batas)s sudah lewat"),
        "evaluasi:daftar",
    ),
)
