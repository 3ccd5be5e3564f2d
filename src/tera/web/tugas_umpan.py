"""Home's tasks of continuous feedback, and what was last said about one's work."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.antarmuka.tautan import alamat_rute

#: Words of ``umpan_balik.selectors.berkelanjutan``: its tasks, and the newest piece.
KATA = frozenset({"umpan_baru", "umpan_diminta"})
TERAKHIR = frozenset({"umpan_terakhir"})
PANJANG = 200


def tugas(
    kata: str, _pk: int, _isi: str, batas: dt.date | None, jumlah: int, *, pada: dt.date
) -> dict[str, Any]:
    """Return the task that one row stands for."""
    isi: dict[str, dict[str, Any]] = {
        "umpan_baru": {
            "judul": _("%(n)s umpan balik baru tentang pekerjaan Anda") % {"n": jumlah},
            "keterangan": _("Baca, dan tanggapi bila perlu."),
            "aksi": _("Baca umpan balik"),
        },
        "umpan_diminta": {
            "judul": _("%(n)s orang menunggu umpan balik Anda") % {"n": jumlah},
            "keterangan": _("Satu kalimat yang konkret sudah cukup."),
            "aksi": _("Tulis umpan balik"),
        },
    }
    dekat = batas is not None and (batas - pada).days <= 3
    return {
        **isi[kata],
        "batas": tulis_tanggal(batas) if batas else "",
        "nada": "peringatan" if dekat else "info",
        "url": alamat_rute("umpan_balik:saya"),
    }


def terakhir(baris: Iterable[tuple[Any, ...]]) -> dict[str, Any] | None:
    """Return the newest piece among the rows of ``tugas_gabungan.baris``; None without one."""
    satu = next((satu for satu in baris if satu[0] in TERAKHIR), None)
    if satu is None:
        return None
    _kata, pk, isi, hari, _n = satu
    nama, _pisah, teks = isi.partition("\n")
    if len(teks) > PANJANG:
        teks = teks[:PANJANG].rsplit(" ", 1)[0] + "…"
    # SQLite gives a date of a union as text.
    tanggal = dt.date.fromisoformat(hari) if isinstance(hari, str) else hari
    return {"nama": nama, "teks": teks, "tanggal": tanggal,
            "url": alamat_rute("umpan_balik:umpan", pk)}  # fmt: skip
