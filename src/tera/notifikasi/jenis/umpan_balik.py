"""Kinds about the voices. Continuous feedback is named; of a 360 round nobody is, and no answer

of it is an event.
"""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from tera.core.models import Kejadian
from tera.notifikasi.jenis.dasar import Jenis, Kabar, Susun
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


def _umpan(siapa: str, lawan: str) -> Susun:
    """One of the two is told, with the other's name in the sentence."""

    def susun(kejadian: Kejadian) -> Iterator[Kabar]:
        isi = kejadian.muatan
        yield Kabar(
            isi[siapa],
            {"id": isi["id"], "tentang": isi[lawan], **{k: isi[k] for k in ("batas",) if k in isi}},
        )

    return susun


def _permintaan(kejadian: Kejadian) -> Iterator[Kabar]:
    isi = kejadian.muatan
    yield Kabar(isi["peminta_id"], {"tentang": isi["kepada_id"]})


DAFTAR = (
    Jenis(
        "umpan_balik.dikirim",
        K.TUGAS,
        _("%(nama)s memberi umpan balik tentang pekerjaan Anda"),
        "umpan_balik:umpan",
        ("id",),
        "umpan_balik.dikirim",
        _umpan("penerima_id", "pemberi_id"),
    ),
    Jenis(
        "umpan_balik.ditanggapi",
        K.TUGAS,
        _("%(nama)s menanggapi umpan balik Anda"),
        "umpan_balik:umpan",
        ("id",),
        "umpan_balik.ditanggapi",
        _umpan("pemberi_id", "penerima_id"),
    ),
    Jenis(
        "umpan_balik.diminta",
        K.TUGAS,
        _("%(nama)s meminta umpan balik Anda sampai %(batas)s"),
        "umpan_balik:saya",
        (),
        "umpan_balik.diminta",
        _umpan("kepada_id", "peminta_id"),
    ),
    Jenis(
        "umpan_balik.permintaan_ditolak",
        K.TUGAS,
        _("%(nama)s tidak bisa memberi umpan balik yang Anda minta"),
        "umpan_balik:permintaan",
        (),
        "umpan_balik.permintaan_ditolak",
        _permintaan,
    ),
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
