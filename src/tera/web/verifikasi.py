"""Public verification: says only valid or changed, number, date and instansi; never a name."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet

from tera.core import clock, tanda_terima
from tera.core.models import AkarAudit
from tera.dokumen import terbitan
from tera.organisasi.models import Instansi


@dataclass(frozen=True, slots=True)
class HasilPeriksa:
    """What the public page says."""

    jenis: str
    nomor: str
    tanggal: dt.date
    instansi: str
    sah: bool


def periksa(token: str) -> HasilPeriksa | None:
    """Return what is known of ``token`` (a receipt or a printed document), or None."""
    tanda = tanda_terima.sah(token)
    if tanda is not None:
        instansi = Instansi.objects.get(pk=tanda.instansi_id)
        return HasilPeriksa(
            "tanda_terima",
            tanda.nomor,
            clock.tanggal_di(tanda.terjadi_at, instansi.zona),
            instansi.nama,
            True,
        )
    cetakan = terbitan.cari(token)
    if cetakan is None:
        return None
    return HasilPeriksa(
        "dokumen",
        cetakan.nomor,
        clock.tanggal_di(cetakan.dicetak_at, cetakan.instansi.zona),
        cetakan.instansi.nama,
        terbitan.masih_sama(cetakan),
    )


def daftar_akar() -> QuerySet[AkarAudit]:
    """Return the daily roots, newest first; they are public and name nobody."""
    return AkarAudit.objects.order_by("-tanggal")
