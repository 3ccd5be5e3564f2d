"""Where the instansi asks for it: only a rater with a certificate gives ratings."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.tautan import alamat
from tera.core.aktor import Aktor
from tera.core.galat import TidakBerwenangError
from tera.organisasi.selectors.sertifikat import bersertifikat


def pastikan_bersertifikat(*, aktor: Aktor, aturan: Mapping[str, Any], pada: dt.date) -> None:
    """Refuse a rater without a certificate that holds, with the way to one; else no query.

    Raises: TidakBerwenangError.
    """
    if not aturan["bimtek.wajib_sebelum_menilai"] or bersertifikat(aktor=aktor, pada=pada):
        return
    kursus = alamat("bimtek.beranda")
    raise TidakBerwenangError(
        _(
            "Penilaian belum disimpan: instansi Anda meminta sertifikat latihan menilai sebelum "
            "memberi rating, dan Anda belum punya yang masih berlaku. Selesaikan kursus dan "
            "latihannya, lalu simpan lagi; isian Anda masih ada di halaman penilaian."
        ),
        kode="belum_bersertifikat",
        ke=(_("Buka Bimtek"), kursus) if kursus else None,
    )
