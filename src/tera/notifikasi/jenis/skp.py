"""Kinds about the plan."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from tera.core.models import Kejadian
from tera.notifikasi.jenis.dasar import Jenis, Kabar
from tera.notifikasi.models import KelompokNotifikasi as K
from tera.notifikasi.selectors.sumber import skp_kejadian


def _penilai(kejadian: Kejadian) -> Iterator[Kabar]:
    for satu in skp_kejadian(kejadian):
        if satu["penilai_id"]:
            yield Kabar(
                satu["penilai_id"],
                {"id": satu["pk"], "tentang": satu["pegawai_id"], "tahun": satu["tahun"]},
            )


def _pegawai(kejadian: Kejadian) -> Iterator[Kabar]:
    for satu in skp_kejadian(kejadian):
        yield Kabar(satu["pegawai_id"], {"id": satu["pk"], "tahun": satu["tahun"]})


def _penilai_baru(kejadian: Kejadian) -> Iterator[Kabar]:
    for satu in skp_kejadian(kejadian):
        yield Kabar(
            kejadian.muatan["penilai_baru_id"],
            {"id": satu["pk"], "tentang": satu["pegawai_id"], "tahun": satu["tahun"]},
        )


DAFTAR = (
    Jenis(
        "skp.diajukan",
        K.TUGAS,
        _("%(nama)s mengajukan SKP %(tahun)s; menunggu Anda tetapkan atau kembalikan"),
        "skp:tinjau",
        ("id",),
        "skp.ajukan",
        _penilai,
    ),
    Jenis(
        "skp.ditarik",
        K.TIM,
        _("%(nama)s menarik kembali SKP %(tahun)s; tidak ada yang perlu Anda lakukan"),
        "skp:antrean",
        (),
        "skp.tarik",
        _penilai,
    ),
    Jenis(
        "skp.dikembalikan",
        K.TUGAS,
        _("SKP %(tahun)s Anda dikembalikan; baca catatan penilai, perbaiki, lalu ajukan lagi"),
        "skp:rincian",
        ("id",),
        "skp.kembalikan",
        _pegawai,
    ),
    Jenis(
        "skp.ditetapkan",
        K.HASIL,
        _("SKP %(tahun)s Anda ditetapkan"),
        "skp:rincian",
        ("id",),
        "skp.tetapkan",
        _pegawai,
    ),
    Jenis(
        "skp.ditetapkan_pengelola",
        K.HASIL,
        _("SKP %(tahun)s Anda ditetapkan pengelola kinerja; baca isinya"),
        "skp:rincian",
        ("id",),
        "skp.tetapkan_pengelola",
        _pegawai,
    ),
    Jenis(
        "skp.ditetapkan_pengelola_penilai",
        K.TIM,
        _("SKP %(tahun)s %(nama)s ditetapkan pengelola kinerja"),
        "skp:rincian",
        ("id",),
        "skp.tetapkan_pengelola",
        _penilai,
    ),
    Jenis(
        "skp.ditutup",
        K.HASIL,
        _("SKP %(tahun)s Anda ditutup; tetap bisa dibaca"),
        "skp:rincian",
        ("id",),
        "skp.tutup",
        _pegawai,
    ),
    Jenis(
        "skp.pindah_penilai",
        K.HASIL,
        _("Penilai SKP %(tahun)s Anda berganti"),
        "skp:rincian",
        ("id",),
        "skp.pindah_penilai",
        _pegawai,
    ),
    Jenis(
        "skp.penilai_baru",
        K.TUGAS,
        _("Anda sekarang penilai SKP %(tahun)s %(nama)s"),
        "skp:antrean",
        (),
        "skp.pindah_penilai",
        _penilai_baru,
    ),
)
