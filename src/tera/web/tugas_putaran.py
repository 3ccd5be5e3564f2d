"""Home's tasks of the 360 rounds: forms to fill in, lists of respondents to approve."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.antarmuka.tautan import alamat_rute

#: Words of ``umpan_balik.selectors.putaran.bagian_tugas``.
KATA = frozenset({"putaran_isi", "putaran_setujui"})


def tugas(
    kata: str, _pk: int, _isi: str, batas: dt.date, jumlah: int, *, pada: dt.date
) -> dict[str, Any]:
    """Return the task that one row stands for."""
    isi: dict[str, dict[str, Any]] = {
        "putaran_isi": {
            "judul": _("%(n)s formulir umpan balik menunggu Anda isi") % {"n": jumlah},
            "keterangan": _("Sekitar empat menit tiap formulir; jawaban tersegel tanpa nama."),
            "aksi": _("Isi formulir"),
        },
        "putaran_setujui": {
            "judul": _("%(n)s daftar responden menunggu persetujuan Anda") % {"n": jumlah},
            "keterangan": _("Putaran umpan balik berjalan bagi yang daftarnya sudah disetujui."),
            "aksi": _("Periksa daftar"),
        },
    }
    return {
        **isi[kata],
        "batas": tulis_tanggal(batas),
        "nada": "peringatan" if (batas - pada).days <= 3 else "info",
        "url": alamat_rute("umpan_balik:putaran"),
    }
