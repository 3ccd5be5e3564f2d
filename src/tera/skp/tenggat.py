"""Days of the plan: the year's period, its deadline with extensions, and whether it is open."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tera.organisasi.models import JenisPeriode, Periode, PerpanjanganBatas, UnitKerja


@dataclass(frozen=True, slots=True)
class TenggatSKP:
    """The days that govern one year's plans of one unit.

    Attributes:
        dibuka_pada: first day on which a plan of that year may be drafted.
        batas: last day to set it in time.
        ditutup_pada: last day on which the year can still be worked on.
    """

    dibuka_pada: dt.date
    batas: dt.date
    ditutup_pada: dt.date

    def batas_untuk(self, mulai: dt.date, hari: int) -> dt.date:
        """Return the deadline of a plan that begins on ``mulai``: a late starter gets ``hari``."""
        if mulai.month == 1 and mulai.day == 1:
            return self.batas
        return max(self.batas, mulai + dt.timedelta(days=hari - 1))

    def terbuka(self, pada: dt.date) -> bool:
        """Whether the year may be worked on, on the day ``pada``."""
        return self.dibuka_pada <= pada <= self.ditutup_pada


def tenggat_skp(
    *, instansi_id: int, unit: UnitKerja, tahun: int, kebijakan: Mapping[str, Any]
) -> TenggatSKP:
    """Return the days of ``tahun`` for ``unit``: one query. A year nobody opened has defaults."""
    awal = dt.date(tahun, 1, 1)
    bawaan = awal + dt.timedelta(days=int(kebijakan["skp.batas_hari"]) - 1)
    # The period with its extensions in one row set: pages count their queries.
    baris = list(
        Periode.objects.filter(
            instansi_id=instansi_id, tahun=tahun, jenis=JenisPeriode.TAHUNAN
        ).values_list(
            "dibuka_pada",
            "batas_skp",
            "batas_evaluasi",
            "perpanjangan__tahap",
            "perpanjangan__batas_baru",
            "perpanjangan__unit__path",
        )
    )
    if not baris:
        tutup = dt.date(tahun + 1, 1, 1) + dt.timedelta(
            days=int(kebijakan["evaluasi.batas_tahunan_hari"]) - 1
        )
        return TenggatSKP(dt.date(tahun - 1, 12, 1), bawaan, tutup)
    dibuka, batas_skp, tutup = baris[0][:3]
    batas = batas_skp or bawaan
    for *_periode, tahap, batas_baru, path in baris:
        # An extension for a unit holds for everything below it.
        if tahap is None or (path is not None and not unit.path.startswith(path)):
            continue
        if tahap == PerpanjanganBatas.Tahap.SKP:
            batas = max(batas, batas_baru)
        else:
            tutup = max(tutup, batas_baru)
    return TenggatSKP(dibuka, batas, tutup)
