"""Kinds about the voices. Of a 360 round nobody is named, and no answer is an event."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from tera.core.models import Kejadian
from tera.notifikasi.jenis.dasar import Jenis, Kabar
from tera.notifikasi.models import KelompokNotifikasi as K
from tera.notifikasi.selectors.sumber import putaran_pegawai_kejadian, responden_putaran


def _responden(kejadian: Kejadian) -> Iterator[Kabar]:
    """Everybody who is asked in the round, once whatever the number of forms."""
    for satu in putaran_pegawai_kejadian(kejadian):
        for siapa in responden_putaran(satu["pk"]):
            yield Kabar(siapa, {}, f"putaran.mulai:{satu['putaran_id']}")


def _orangnya(kejadian: Kejadian) -> Iterator[Kabar]:
    for satu in putaran_pegawai_kejadian(kejadian):
        yield Kabar(satu["pegawai_id"], {"id": satu["pk"]})


def _amplop(kejadian: Kejadian) -> Iterator[Kabar]:
    """Everybody who was asked about the person, whether they answered or not."""
    for siapa in responden_putaran(kejadian.muatan["putaran_pegawai_id"]):
        yield Kabar(siapa, {})


def _suara(kejadian: Kejadian) -> Iterator[Kabar]:
    yield Kabar(kejadian.muatan["pegawai_id"], {})


DAFTAR = (
    Jenis(
        "putaran.mulai",
        K.TUGAS,
        _("Putaran umpan balik 360 dimulai; formulir menunggu Anda isi"),
        "umpan_balik:putaran",
        (),
        "putaran_umpan_balik.mulai",
        _responden,
        rahasia=True,
    ),
    Jenis(
        "putaran.hasil_dibuka",
        K.HASIL,
        _("Hasil umpan balik 360 tentang Anda sudah bisa dibaca"),
        "umpan_balik:putaran_hasil",
        ("id",),
        "putaran_umpan_balik.buka_hasil",
        _orangnya,
        rahasia=True,
    ),
    Jenis(
        "putaran.kunci_dibuka",
        K.DATA,
        _("Amplop sebuah putaran umpan balik 360 yang Anda isi dibuka dengan surat"),
        "umpan_balik:putaran",
        (),
        "umpan_balik.kunci_dibuka",
        _amplop,
        rahasia=True,
    ),
    Jenis(
        "masukan_masyarakat.dikaitkan",
        K.TUGAS,
        _("Tulisan warga tentang pekerjaan Anda menunggu tanggapan Anda"),
        "umpan_balik:suara",
        (),
        "masukan_masyarakat.kaitkan",
        _suara,
    ),
)
