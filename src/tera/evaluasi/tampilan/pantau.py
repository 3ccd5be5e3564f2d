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

#: Fewer delivered results than this: how many objected isn't said (Tera's design, no rule).
BATAS_STATISTIK = 10


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
        "keberatan": keberatan_unit(hasil),
        "saring": saring,
        "daftar_saring": [(satu, _kata(satu, hari_sampai)) for satu in SARINGAN],
        "halaman": halaman,
        "nada": NADA_STATUS,
        "permintaan": permintaan,
        "hari_sampai": hari_sampai,
        "hari_ini": hari_ini,
    }


def keberatan_unit(hasil: Pantauan) -> dict[str, Any] | None:
    """Objections per unit below, None while no result was delivered.

    Hidden (None) below ``BATAS_STATISTIK`` delivered results. What is hidden, with the people of
    the unit itself, must not follow from the total either: then the smallest of the shown goes too.
    """
    total = hasil.total
    if not total.disampaikan:
        return None
    orang = {satu.unit_id: satu.disampaikan for satu in hasil.daftar_anak if satu.disampaikan}
    tampak = sorted(
        (satu for satu, n in orang.items() if n >= BATAS_STATISTIK), key=lambda satu: orang[satu]
    )
    tersembunyi = total.disampaikan - sum(orang[satu] for satu in tampak)
    while tampak and 0 < tersembunyi < BATAS_STATISTIK:
        tersembunyi += orang[tampak.pop(0)]
    nama = {satu.unit_id: satu for satu in hasil.daftar_anak}
    boleh_total = total.disampaikan >= BATAS_STATISTIK
    return {
        "total": _jumlah_keberatan(total) if boleh_total else None,
        "baris": [
            (nama[pk].nama, n, _jumlah_keberatan(nama[pk]) if pk in tampak else None)
            for pk, n in orang.items()
        ]
        if boleh_total
        else [],
        "batas": BATAS_STATISTIK,
    }


def _jumlah_keberatan(angka: Angka) -> int:
    return angka.status[Evaluasi.Status.KEBERATAN] + angka.status[Evaluasi.Status.DIPUTUS]


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
