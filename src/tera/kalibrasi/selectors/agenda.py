"""Which units a meeting talks over: those outside the pattern, those whose evidence differs.

Order: by kind, then by the unit's place in the tree. Nobody and no unit is ranked by results.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tera.evaluasi.models import Evaluasi
from tera.evaluasi.selectors.distribusi import Distribusi, distribusi_banyak, unit_dihitung
from tera.kalibrasi.models import (
    Analisis,
    PilihanAlasan,
    PolaUnit,
    SebabAgenda,
    TandaUnit,
    TanpaBukti,
)
from tera.kalibrasi.selectors.pengaktifan import pengaktifan_pada
from tera.kalibrasi.selectors.saran import masih_pembinaan
from tera.organisasi.models import Periode, UnitKerja

#: A direction is said only where at least so many penilai decided in the unit.
PENILAI_SEDIKITNYA = 3
_KEPUTUSAN = frozenset({SebabAgenda.LEBIH_TINGGI, SebabAgenda.LEBIH_RENDAH})


@dataclass(frozen=True, slots=True)
class ButirAgenda:
    """One unit on the agenda: why, its counts, what the evidence says of the pattern."""

    unit: UnitKerja
    sebab: tuple[str, ...]
    level: str
    kini: Distribusi
    pita: int = -1
    alasan_pita: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """All of it; ``salah``: of a hundred signs about so many are wrong (0: no sign on it)."""

    daftar: tuple[ButirAgenda, ...]
    salah: int = 0


def analisis_rapat(*, periode: Periode, pada: dt.date) -> tuple[Analisis | None, str]:
    """Return the run a meeting may stand on, else why it stands on the pattern alone.

    A run of the first year is for coaching: employees were told that no decision uses it.
    """
    satu = (
        Analisis.objects.filter(periode=periode, status=Analisis.Status.SELESAI)
        .select_related("periode", "pengaktifan")
        .order_by("-versi")
        .first()
    )
    if satu is None or pengaktifan_pada(instansi_id=periode.instansi_id, pada=pada) is None:
        return None, TanpaBukti.BELUM_DIJALANKAN
    if masih_pembinaan(satu, satu.pengaktifan):
        return None, TanpaBukti.PEMBINAAN
    if not satu.ringkasan.get("berpita"):
        return None, TanpaBukti.BELUM_CUKUP
    return satu, TanpaBukti.ADA


def agenda_periode(
    *, periode: Periode, analisis: Analisis | None, aturan: Mapping[str, Any], pada: dt.date
) -> Agenda:
    """Return the agenda as it stands today: eight queries whatever the number of units."""
    semua = list(unit_dihitung(instansi_id=periode.instansi_id, aturan=aturan))
    keadaan = distribusi_banyak(daftar=semua, periode=periode, aturan=aturan, pada=pada)
    tanda, salah = _tanda(analisis, {satu.pk for satu in semua})
    pola = (
        {satu.unit_id: satu for satu in PolaUnit.objects.filter(analisis=analisis)}
        if analisis is not None
        else {}
    )
    daftar = []
    for unit, level, kini, _dijelaskan in keadaan:
        sebab = tuple(
            [SebabAgenda.POLA.value] * kini.perlu_alasan + sorted(tanda.get(unit.pk, set()))
        )
        if not sebab:
            continue
        satu = pola.get(unit.pk)
        # A band under another capaian would speak of another pattern.
        cocok = satu is not None and satu.level == level
        daftar.append(
            ButirAgenda(
                unit,
                sebab,
                level,
                kini,
                satu.pita if satu is not None and cocok else -1,
                satu.alasan if satu is not None and cocok else "",
            )
        )
    daftar.sort(key=lambda satu: (_jenis(satu.sebab), _letak(satu.unit.path)))
    return Agenda(tuple(daftar), salah)


def _letak(path: str) -> tuple[int, ...]:
    """As numbers: as text unit 10 would stand before unit 9."""
    return tuple(map(int, path.strip("/").split("/")))


def _jenis(sebab: Sequence[str]) -> int:
    if SebabAgenda.POLA in sebab:
        return 0
    return 1 if _KEPUTUSAN & set(sebab) else 2


def _tanda(analisis: Analisis | None, dihitung: Collection[int]) -> tuple[dict[int, set[str]], int]:
    """Signs per counting unit, and the error rate of the list.

    Of one penilai's strictness nothing may be read from it: a direction stands only where three
    penilai or more decided, on a list of at least k units; else the unit is worth a look.
    """
    if analisis is None:
        return {}, 0
    arah: defaultdict[int, set[str]] = defaultdict(set)
    salah = 0
    for satu in TandaUnit.objects.filter(analisis=analisis).select_related("unit"):
        milik = unit_hitungan(satu.unit.path, dihitung)
        if milik is not None:
            arah[milik].add(satu.arah)
            salah = max(salah, satu.salah_dari_seratus)
    banyak = _jumlah_penilai(analisis, dihitung) if arah else {}
    cukup = len(arah) >= analisis.k
    return {
        unit: semua
        if cukup and banyak.get(unit, 0) >= PENILAI_SEDIKITNYA
        else {SebabAgenda.LAYAK_DILIHAT.value}
        for unit, semua in arah.items()
    }, salah


def _jumlah_penilai(analisis: Analisis, dihitung: Collection[int]) -> dict[int, int]:
    siapa: defaultdict[int, set[int]] = defaultdict(set)
    for path, penilai in (
        Evaluasi.objects.filter(periode_id=analisis.periode_id, penilai__isnull=False)
        .order_by()
        .values_list("unit__path", "penilai_id")
        .distinct()
    ):
        milik = unit_hitungan(path, dihitung)
        if milik is not None:
            siapa[milik].add(penilai)
    return {unit: len(semua) for unit, semua in siapa.items()}


def unit_hitungan(path: str, dihitung: Collection[int]) -> int | None:
    """Return the deepest counting unit on a path ``<instansi>/<unit>/…/``."""
    return next((satu for satu in reversed(_letak(path)[1:]) if satu in dihitung), None)


def pita_berlaku(pita: int, alasan: str) -> bool:
    """Whether a band of a unit may be said."""
    return pita >= 0 and alasan == PilihanAlasan.CUKUP
