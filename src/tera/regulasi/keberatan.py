"""Objection: until when it may be filed, and the days for handing over the document.

Instruments: PP 30/2019 Pasal 59 (14 days, to the atasan pejabat penilai, both sides heard, final),
PermenPANRB 6/2022 Bab V. "Hari" is read as calendar days, day 1 is the day after receipt. When the
14th day is a day off no rule was found: we accept until the end of the next working day. An
agency's own calendar (agency practice, not law) only moves the last day later, never earlier.

Tidak dimodelkan: the two-step scheme taught in one ministry (14 days to the appraiser, then 7 to
the superior), a time limit for the decision.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from tera.regulasi.dasar import Dasar, gabung_dasar
from tera.regulasi.kalender import (
    Pola,
    PolaKerja,
    TanggalHitung,
    daftar_libur,
    isi_pola,
    status_tetap,
    sudah_ada_keputusan,
    tambah_hari_kerja,
    termasuk_hari_kerja,
)
from tera.regulasi.pemuat import PUSTAKA

HARI_KEBERATAN = PUSTAKA.tabel("keberatan.toml", "hari_keberatan", int)
LIBUR_DI_UJUNG = PUSTAKA.tabel("keberatan.toml", "hari_libur_di_ujung", bool)
HARI_KERJA_PENYERAHAN = PUSTAKA.tabel("keberatan.toml", "hari_kerja_penyerahan", int)
#: Internal service target for the decision, working days; not a rule.
TARGET_LAYANAN_PUTUSAN = PUSTAKA.tabel("keberatan.toml", "target_layanan_putusan", int)


@dataclass(frozen=True, slots=True)
class BatasKeberatan:
    """`batas_hari` is the 14th day; `batas_hukum` that or, on a day off, the next working day.

    `batas` is the last admissible day: the later of `batas_hukum` and `jadwal`, the day of the
    agency's own calendar (None: it has none). `sementara` when `batas_hukum` rests on days that
    are not decreed for good.
    """

    batas_hari: date
    batas_hukum: date
    batas: date
    sementara: bool
    dasar: tuple[Dasar, ...]
    jadwal: date | None = None

    @property
    def menurut_jadwal(self) -> bool:
        """Whether the agency's calendar decides, being later than the law's day."""
        return self.batas > self.batas_hukum

    def masih_boleh(self, pada: date) -> bool:
        """Whether an objection filed on this day is in time."""
        return pada <= self.batas


def _hari_terakhir(batas_hari: date, pola: Pola, libur_tambahan: Collection[date]) -> date:
    """The day itself or the next working day; in a year without a decree only the week counts."""
    tanggal = batas_hari
    while True:
        if sudah_ada_keputusan(tanggal.year):
            kerja = termasuk_hari_kerja(tanggal, pola=pola, libur_tambahan=libur_tambahan)
        else:
            kerja = tanggal.isoweekday() in isi_pola(pola) and tanggal not in libur_tambahan
        if kerja:
            return tanggal
        tanggal += timedelta(days=1)


def batas_keberatan(
    *,
    diterima_pada: date,
    pola: Pola = PolaKerja.SENIN_JUMAT,
    libur_tambahan: Collection[date] = (),
    jadwal: date | None = None,
) -> BatasKeberatan:
    """Until when an objection may be filed against a document received on `diterima_pada`.

    `jadwal` is the last day by the agency's own calendar, taken as it is written: it lengthens the
    window and never shortens it.

    A window that runs from a decreed year into one without a decree is `sementara`: weekends are
    skipped, holidays aren't known yet. `BelumDiaturError` when the year of receipt has no decree
    either, or before the rule.
    """
    ketentuan = HARI_KEBERATAN.pada(diterima_pada)
    tahun = diterima_pada.year
    if not (sudah_ada_keputusan(tahun) or sudah_ada_keputusan(tahun + 1)):
        daftar_libur(tahun)  # refuses: nothing is known about this year
    batas_hari = diterima_pada + timedelta(days=ketentuan.nilai)
    if not sudah_ada_keputusan(tahun):
        daftar_libur(batas_hari.year)  # refuses unless the window ends in a known year
    dasar = gabung_dasar(ketentuan.dasar, LIBUR_DI_UJUNG.pada(diterima_pada).dasar)
    hukum = _hari_terakhir(batas_hari, pola, libur_tambahan)
    return BatasKeberatan(
        batas_hari,
        hukum,
        max(hukum, jadwal) if jadwal else hukum,
        not status_tetap(batas_hari, hukum),
        dasar,
        jadwal,
    )


def batas_penyerahan(
    *,
    mulai: date,
    pola: Pola = PolaKerja.SENIN_JUMAT,
    libur_tambahan: Collection[date] = (),
) -> TanggalHitung:
    """The last of the 14 working days for handing the document over, or for returning it signed.

    Day 1 is the working day after `mulai`. `BelumDiaturError` when the count runs into a year
    without a decree.
    """
    jumlah = HARI_KERJA_PENYERAHAN.pada(mulai).nilai
    return tambah_hari_kerja(mulai, jumlah, pola=pola, libur_tambahan=libur_tambahan)
