"""Kinds about the year's work: figures, targets reached, achievements."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from tera.core.models import Kejadian
from tera.notifikasi.jenis.dasar import Jenis, Kabar, Susun
from tera.notifikasi.models import KelompokNotifikasi as K
from tera.notifikasi.selectors.sumber import capaian_kejadian, realisasi_kejadian


def _penilai_sehari(kejadian: Kejadian) -> Iterator[Kabar]:
    """Many figures of one person in one day are one piece of news."""
    for satu in realisasi_kejadian(kejadian):
        if satu["penilai_id"]:
            yield Kabar(
                satu["penilai_id"],
                {"tentang": satu["pegawai_id"], "periode_id": satu["periode_id"]},
                f"realisasi.dilaporkan:{satu['skp_id']}:{satu['periode_id']}:{satu['hari']}",
            )


def _penilai_tercapai(kejadian: Kejadian) -> Iterator[Kabar]:
    for satu in realisasi_kejadian(kejadian):
        if satu["penilai_id"]:
            yield Kabar(
                satu["penilai_id"],
                {"tentang": satu["pegawai_id"], "periode_id": satu["periode_id"]},
            )


def _pegawai(*, sehari: bool) -> Susun:
    def susun(kejadian: Kejadian) -> Iterator[Kabar]:
        for satu in realisasi_kejadian(kejadian):
            yield Kabar(
                satu["pegawai_id"],
                {"skp_id": satu["skp_id"], "periode_id": satu["periode_id"]},
                f"{kejadian.nama}:{satu['skp_id']}:{satu['periode_id']}:{satu['hari']}"
                if sehari
                else "",
            )

    return susun


def _capaian_penilai(kejadian: Kejadian) -> Iterator[Kabar]:
    for satu in capaian_kejadian(kejadian):
        if satu["penilai_id"]:
            yield Kabar(satu["penilai_id"], {"id": satu["pk"], "tentang": satu["pegawai_id"]})


def _capaian_pegawai(kejadian: Kejadian) -> Iterator[Kabar]:
    for satu in capaian_kejadian(kejadian):
        yield Kabar(satu["pegawai_id"], {"id": satu["pk"]})


_LEMBAR = ("skp_id", "periode_id")
DAFTAR = (
    Jenis(
        "realisasi.dilaporkan",
        K.TIM,
        _("%(nama)s melaporkan realisasi %(periode)s; menunggu verifikasi Anda"),
        "pelaksanaan:tim_periode",
        ("periode_id",),
        "realisasi.laporkan",
        _penilai_sehari,
    ),
    Jenis(
        "realisasi.target_tercapai",
        K.TIM,
        _("%(nama)s mencapai target, %(periode)s; baca dan beri tanggapan"),
        "pelaksanaan:tim_periode",
        ("periode_id",),
        "realisasi.target_tercapai",
        _penilai_tercapai,
    ),
    Jenis(
        "realisasi.diverifikasi",
        K.HASIL,
        _("Realisasi %(periode)s Anda diverifikasi"),
        "pelaksanaan:lembar",
        _LEMBAR,
        "realisasi.verifikasi",
        _pegawai(sehari=True),
    ),
    Jenis(
        "realisasi.dikembalikan",
        K.TUGAS,
        _("Realisasi %(periode)s Anda dikembalikan; baca catatannya dan perbaiki"),
        "pelaksanaan:lembar",
        _LEMBAR,
        "realisasi.kembalikan",
        _pegawai(sehari=False),
    ),
    Jenis(
        "capaian_pegawai.dilaporkan",
        K.TIM,
        _("%(nama)s melaporkan capaian; menunggu verifikasi Anda"),
        "pelaksanaan:capaian",
        ("id",),
        "capaian_pegawai.laporkan",
        _capaian_penilai,
    ),
    Jenis(
        "capaian_pegawai.diverifikasi",
        K.HASIL,
        _("Capaian Anda diverifikasi"),
        "pelaksanaan:capaian",
        ("id",),
        "capaian_pegawai.verifikasi",
        _capaian_pegawai,
    ),
    Jenis(
        "capaian_pegawai.dikembalikan",
        K.TUGAS,
        _("Capaian Anda dikembalikan; baca catatannya dan perbaiki"),
        "pelaksanaan:capaian",
        ("id",),
        "capaian_pegawai.kembalikan",
        _capaian_pegawai,
    ),
)
