"""The kind about calibration: one's own decisions that may be given a reason; nobody is named."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from tera.core.models import Kejadian
from tera.kalibrasi.selectors.menunggu import penilai_menunggu
from tera.notifikasi.jenis.dasar import Jenis, Kabar
from tera.notifikasi.models import KelompokNotifikasi as K
from tera.notifikasi.selectors.sumber import hari_kejadian


def _penilai(kejadian: Kejadian) -> Iterator[Kabar]:
    """Each penilai once a period: the nights that follow ring no more."""
    isi = kejadian.muatan
    for pegawai_id in penilai_menunggu(
        instansi_id=kejadian.instansi_id, analisis_id=isi["id"], pada=hari_kejadian(kejadian)
    ):
        yield Kabar(
            pegawai_id, {"periode_id": isi["periode_id"]}, f"kalibrasi.alasan:{isi['periode_id']}"
        )


DAFTAR = (
    Jenis(
        "kalibrasi.alasan",
        K.TUGAS,
        _("Ada putusan Anda, %(periode)s, yang boleh diberi alasan; tidak ada yang tertahan"),
        "kalibrasi:saya",
        (),
        "kalibrasi.selesai",
        _penilai,
    ),
)
