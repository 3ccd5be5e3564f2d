"""Sums of answers to figures that may be shown: too few answers stay hidden, also by subtraction.

A figure from fewer answers than the policy asks is left out. Where a total stands beside its
parts, a part left out alone could be found by subtracting the others: then the smallest shown part
is left out too.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tera.regulasi.ikm import JUMLAH_UNSUR, HasilIKM, ikm_dari_jumlah


@dataclass(frozen=True, slots=True)
class JumlahUnsur:
    """How many answers, and the sum of each unsur."""

    n: int = 0
    jumlah: tuple[int, ...] = (0,) * JUMLAH_UNSUR

    def __add__(self, lain: "JumlahUnsur") -> "JumlahUnsur":
        """Return both together."""
        return JumlahUnsur(
            self.n + lain.n, tuple(a + b for a, b in zip(self.jumlah, lain.jumlah, strict=True))
        )


@dataclass(frozen=True, slots=True)
class AngkaIKM:
    """What a page shows of one place or time: the index, or nothing and why."""

    n: int
    hasil: HasilIKM | None

    @property
    def tampak(self) -> bool:
        """Whether there is a figure to show."""
        return self.hasil is not None

    @property
    def sedikit(self) -> bool:
        """Whether answers exist but are too few to show."""
        return self.n > 0 and self.hasil is None


@dataclass(frozen=True, slots=True)
class LaporanIKM:
    """One year of one place: the whole, its quarters, its months."""

    tahun: int
    total: AngkaIKM
    triwulan: tuple[AngkaIKM, ...]
    bulan: tuple[AngkaIKM, ...]
    per_titik: Mapping[int, AngkaIKM] = field(default_factory=dict)


def tampak(daftar_n: Sequence[int], *, minimum: int) -> list[bool]:
    """Return which parts of a shown total may be shown."""
    boleh = [n >= minimum for n in daftar_n]
    while 0 < sum(n for n, satu in zip(daftar_n, boleh, strict=True) if not satu) < minimum:
        calon = [(n, letak) for letak, n in enumerate(daftar_n) if boleh[letak]]
        if not calon:
            break
        boleh[min(calon)[1]] = False
    return boleh


def angka(jumlah: JumlahUnsur, *, pada: dt.date, boleh: bool) -> AngkaIKM:
    """Return the index of some answers, hidden unless ``boleh``."""
    if not boleh or jumlah.n == 0:
        return AngkaIKM(jumlah.n, None)
    return AngkaIKM(jumlah.n, ikm_dari_jumlah(jumlah.jumlah, n=jumlah.n, pada=pada))


def susun_laporan(
    baris: Iterable[tuple[int, int, JumlahUnsur]], *, tahun: int, minimum: int, pada: dt.date
) -> LaporanIKM:
    """Return the report of a year from (point, month, sums).

    ``minimum``: answers below which a figure stays hidden.
    """
    per_bulan = [JumlahUnsur() for _ in range(12)]
    per_titik: dict[int, JumlahUnsur] = {}
    for titik, bulan, jumlah in baris:
        per_bulan[bulan - 1] += jumlah
        per_titik[titik] = per_titik.get(titik, JumlahUnsur()) + jumlah
    per_triwulan = [
        per_bulan[3 * q] + per_bulan[3 * q + 1] + per_bulan[3 * q + 2] for q in range(4)
    ]
    total = sum(per_triwulan, JumlahUnsur())
    cukup = total.n >= minimum
    boleh_triwulan = [
        cukup and satu for satu in tampak([q.n for q in per_triwulan], minimum=minimum)
    ]
    boleh_bulan: list[bool] = []
    for q in range(4):
        # A hidden quarter shows none of its months: they would add up to it.
        sebagian = tampak([satu.n for satu in per_bulan[3 * q : 3 * q + 3]], minimum=minimum)
        boleh_bulan += [boleh_triwulan[q] and satu for satu in sebagian]
    boleh_titik = tampak([satu.n for satu in per_titik.values()], minimum=minimum)
    return LaporanIKM(
        tahun,
        angka(total, pada=pada, boleh=cukup),
        tuple(
            angka(satu, pada=pada, boleh=boleh)
            for satu, boleh in zip(per_triwulan, boleh_triwulan, strict=True)
        ),
        tuple(
            angka(satu, pada=pada, boleh=boleh)
            for satu, boleh in zip(per_bulan, boleh_bulan, strict=True)
        ),
        {
            titik: angka(jumlah, pada=pada, boleh=cukup and boleh)
            for (titik, jumlah), boleh in zip(per_titik.items(), boleh_titik, strict=True)
        },
    )
