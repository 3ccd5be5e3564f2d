"""Counts of reward for the room's first page."""

from dataclasses import dataclass

from tera.core.aktor import Aktor
from tera.tindak_lanjut.models import CalonPenghargaan, PutaranPenghargaan
from tera.tindak_lanjut.selectors.penghargaan.rekam import koreksi_terlihat


@dataclass(frozen=True, slots=True)
class RingkasanPenghargaan:
    """Rounds that take proposals, awards whose consent is open, corrections to answer."""

    dibuka: int
    menunggu_saya: int
    koreksi: int


def ringkasan(*, aktor: Aktor) -> RingkasanPenghargaan:
    """Return the counts: three queries and the aktor's parts."""
    return RingkasanPenghargaan(
        dibuka=PutaranPenghargaan.objects.filter(
            instansi_id=aktor.instansi_id, status="dibuka", usul_sampai__gte=aktor.hari_ini
        ).count(),
        menunggu_saya=CalonPenghargaan.objects.filter(
            pegawai_id=aktor.pegawai_id or 0, status="ditetapkan", setuju_nama__isnull=True
        ).count(),
        koreksi=koreksi_terlihat(aktor=aktor)
        .filter(status="diajukan")
        .exclude(pegawai_id=aktor.pegawai_id or 0)
        .count(),
    )
