"""Home's task of the yearly review: agreements one is to do."""

import datetime as dt
from typing import Any

from django.db.models import Count, Min, QuerySet, Value
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.antarmuka.tautan import alamat_rute
from tera.core.kueri import Isian
from tera.dasbor.models import KesepakatanTinjauan

KATA = frozenset({"tinjauan_janji"})


def bagian(isian: dict[str, Isian]) -> list[QuerySet[Any, Any]]:
    """Return the open agreements of a person as a part of home's one query, with the first day."""
    return [
        KesepakatanTinjauan.objects.filter(
            penanggung_jawab_id=isian["saya"], status=KesepakatanTinjauan.Status.TERBUKA
        )
        .order_by()
        .annotate(kata=Value("tinjauan_janji"), isi=Value(""))
        .values("kata", "penanggung_jawab_id", "isi")
        .annotate(hari=Min("tenggat"), n=Count("pk"))
        .values_list("kata", "penanggung_jawab_id", "isi", "hari", "n")
    ]


def tugas(
    _kata: str, _pk: int, _isi: str, batas: dt.date | str | None, jumlah: int, *, pada: dt.date
) -> dict[str, Any]:
    """Return the task that the row stands for."""
    # SQLite gives a date of a union as text.
    hari = dt.date.fromisoformat(batas) if isinstance(batas, str) else batas
    return {
        "judul": _("%(n)s kesepakatan tinjauan tahunan menunggu Anda") % {"n": jumlah},
        "keterangan": _("Tulis hasilnya bila sudah dikerjakan."),
        "batas": tulis_tanggal(hari) if hari else "",
        "nada": "bahaya" if hari is not None and hari < pada else "info",
        "url": alamat_rute("dasbor:kesepakatan_saya"),
        "aksi": _("Buka"),
    }
