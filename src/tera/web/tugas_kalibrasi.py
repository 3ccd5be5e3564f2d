"""Home's task of calibration: decisions that may be given a reason. It holds nothing up."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.tautan import alamat_rute
from tera.kalibrasi.selectors import menunggu

KATA = frozenset({menunggu.KATA})


def tugas(
    _kata: str, _pk: int, _isi: str, _batas: dt.date | None, n: int, *, pada: dt.date
) -> dict[str, Any]:
    """Return the task that the row stands for."""
    return {
        "judul": _("%(n)s putusan Anda hampir tidak didukung bukti lain") % {"n": n},
        "keterangan": _(
            "Tulis alasannya, atau nyatakan tetap. Keputusan tetap pada Anda dan tidak ada yang "
            "tertahan."
        ),
        "url": alamat_rute("kalibrasi:saya"),
        "aksi": _("Lihat"),
        "batas": "",
        "nada": "netral",
    }
