"""The page of how far the units are."""

import datetime as dt
from typing import Any

from django.core.paginator import Page
from django.utils.translation import gettext as _

from tera.evaluasi.hitungan import BELUM_SAMPAI
from tera.evaluasi.models import Evaluasi, PilihanPredikat
from tera.evaluasi.selectors.pantau import SARINGAN, Angka, Pantauan
from tera.evaluasi.tampilan.dasar import NADA_STATUS
from tera.organisasi.models import Periode


def konteks_pantau(
    *,
    hasil: Pantauan,
    periode: Periode,
    saring: str,
    halaman: Page[Any],
    permintaan: list[Evaluasi],
    hari_sampai: int,
    induk: int | None,
    hari_ini: dt.date,
) -> dict[str, Any]:
    """What the page shows: counts, children, the distribution, the people of one state."""
    return {
        "unit": hasil.unit,
        "induk": induk,
        "periode": periode,
        "total": hasil.total,
        "daftar_anak": hasil.daftar_anak,
        "predikat": [
            (str(satu.label), hasil.total.predikat[satu.value]) for satu in PilihanPredikat
        ]
        if hasil.total.predikat.total()
        else [],
        "bertumpuk": _bertumpuk(hasil.daftar_anak),
        "saring": saring,
        "daftar_saring": [(satu, _kata(satu, hari_sampai)) for satu in SARINGAN],
        "halaman": halaman,
        "nada": NADA_STATUS,
        "permintaan": permintaan,
        "hari_sampai": hari_sampai,
        "hari_ini": hari_ini,
    }


def _kata(saring: str, hari: int) -> str:
    if saring == "terlambat":
        return _("Terlambat dinilai")
    if saring == BELUM_SAMPAI:
        return _("Belum disampaikan %(n)s hari") % {"n": hari}
    return str(Evaluasi.Status(saring).label)


def _bertumpuk(daftar: tuple[Angka, ...]) -> dict[str, Any] | None:
    """Label and series of the stacked chart: predikat per unit."""
    ada = [satu for satu in daftar if satu.predikat.total()][:20]
    if len(ada) < 2:
        return None
    return {
        "label": [satu.nama for satu in ada],
        "seri": [
            (str(p.label), [satu.predikat[p.value] for satu in ada])
            for p in PilihanPredikat
            if any(satu.predikat[p.value] for satu in ada)
        ],
    }
