"""Whether the analysis is switched on, by which decision, under which standard."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from tera.core.aktor import Aktor
from tera.kalibrasi.models import PengaktifanAnalisis
from tera.organisasi import kebijakan
from tera.organisasi.models import KebijakanInstansi

KUNCI_STANDAR = ("kalibrasi.standar_di_bawah", "kalibrasi.standar_di_atas")


@dataclass(frozen=True, slots=True)
class Standar:
    """Percent below, in and above expectation; ``bawaan``: nobody decided, the designers assumed.

    ``sejak``, ``dasar``: the newest decision about either share.
    """

    di_bawah: int
    sesuai: int
    di_atas: int
    bawaan: bool
    sejak: dt.date | None = None
    dasar: str = ""

    @property
    def bagian(self) -> tuple[float, float, float]:
        """Return the three shares of the engine."""
        return (self.di_bawah / 100, self.sesuai / 100, self.di_atas / 100)

    def simpanan(self) -> list[int]:
        """Return the percents as a run keeps them."""
        return [self.di_bawah, self.sesuai, self.di_atas]


def tahun_berikut(hari: dt.date) -> dt.date:
    """Return the last day of the year that begins on ``hari``."""
    try:
        return hari.replace(year=hari.year + 1) - dt.timedelta(days=1)
    except ValueError:  # 29 February
        return dt.date(hari.year + 1, 2, 28)


def daftar_pengaktifan(*, aktor: Aktor) -> QuerySet[PengaktifanAnalisis]:
    """Return the decisions of the instansi, newest first: they bind everybody, all may read."""
    return PengaktifanAnalisis.objects.filter(instansi_id=aktor.instansi_id).order_by("-pk")


def pengaktifan_pada(*, instansi_id: int, pada: dt.date) -> PengaktifanAnalisis | None:
    """Return the decision in force on the day, None where the analysis is off; one query."""
    return pengaktifan_berlaku(instansi_id=instansi_id, pada=pada).order_by("-pk").first()


def pengaktifan_berlaku(*, instansi_id: int, pada: dt.date) -> QuerySet[PengaktifanAnalisis]:
    """Return the decisions in force on the day: one at most."""
    return PengaktifanAnalisis.objects.filter(
        Q(berakhir_pada__isnull=True) | Q(berakhir_pada__gt=pada),
        instansi_id=instansi_id,
        sejak__lte=pada,
    )


def standar_pada(*, instansi_id: int, pada: dt.date) -> Standar:
    """Return the standard in force on the day; one query."""
    baris: dict[str, KebijakanInstansi] = {}
    for satu in KebijakanInstansi.objects.filter(
        instansi_id=instansi_id, kunci__in=KUNCI_STANDAR, sejak__lte=pada
    ).order_by("sejak"):
        baris[satu.kunci] = satu
    bawah, atas = (
        int(kebijakan.dari_kolom(kunci, baris[kunci].nilai if kunci in baris else None))
        for kunci in KUNCI_STANDAR
    )
    terbaru = max(baris.values(), key=lambda satu: satu.sejak, default=None)
    return Standar(
        bawah,
        100 - bawah - atas,
        atas,
        terbaru is None,
        terbaru.sejak if terbaru else None,
        terbaru.dasar if terbaru else "",
    )
