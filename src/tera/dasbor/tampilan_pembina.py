"""The pembina's page: one row per instansi, hidden shares said as hidden."""

from typing import Any

from django.utils.translation import gettext as _

from tera.dasbor.selectors.pembina import (
    UKURAN,
    BagianTampak,
    BarisPembina,
    GambaranPembina,
)


def konteks_pembina(gambaran: GambaranPembina) -> dict[str, Any]:
    """Return what the page shows."""
    judul = {
        "skp": _("SKP ditetapkan"),
        "evaluasi": _("Predikat ditetapkan"),
        "ikut": _("Partisipasi"),
        "target": _("Target tercapai"),
        "baik": _("Baik ke atas"),
    }
    return {
        "gambaran": gambaran,
        "kolom": [judul[kata] for kata in UKURAN],
        "baris": [_baris(satu, judul) for satu in gambaran.baris],
        "gabungan": _baris(gambaran.gabungan, judul),
        "bagan": [
            (judul[kata], gambaran.gabungan.bagian[kata].persen or 0)
            for kata in UKURAN
            if gambaran.gabungan.bagian[kata].tampak
        ],
    }


def _baris(satu: BarisPembina, judul: dict[str, str]) -> dict[str, Any]:
    return {
        "nama": satu.nama,
        "diambil_pada": satu.diambil_pada,
        "sel": [(judul[kata], _tulis(satu.bagian[kata])) for kata in UKURAN],
    }


def _tulis(bagian: BagianTampak) -> str:
    if bagian.persen is None:
        return _("disembunyikan")
    if bagian.ujung == "atas":
        return _("%(n)s%% atau lebih") % {"n": bagian.persen}
    if bagian.ujung == "bawah":
        return _("%(n)s%% atau kurang") % {"n": bagian.persen}
    return f"{bagian.persen}%"
