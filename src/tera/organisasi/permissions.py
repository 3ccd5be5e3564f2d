"""Which parts (*peran*) a person plays towards an assignment or a unit, on a day."""

import datetime as dt
from collections.abc import Collection

from tera.core.aktor import Aktor
from tera.organisasi.models import (
    AnggotaTim,
    HubunganPenilai,
    Penugasan,
    Penyiap,
    PeranPetugas,
    UnitKerja,
)
from tera.organisasi.selectors.penilai import berlaku_pada, penilai_pada
from tera.organisasi.selectors.petugas import cakupan_petugas, daftar_petugas

PETUGAS = frozenset(PeranPetugas.Peran.values)
SISTEM = "sistem"
__all__ = [
    "boleh_petugas",
    "cakupan_petugas",
    "daftar_petugas",
    "peran_petugas",
    "peran_terhadap",
]


def peran_terhadap(*, aktor: Aktor, penugasan: Penugasan, pada: dt.date) -> frozenset[str]:
    """Return every part the aktor plays towards the holder of ``penugasan`` on the day.

    At most five queries. Someone of another instansi plays no part, except a rater by letter.
    """
    if aktor.adalah_sistem:
        return frozenset({SISTEM}) if aktor.instansi_id == penugasan.instansi_id else frozenset()
    if aktor.pegawai_id is None:
        return frozenset()
    peran: set[str] = set()
    if aktor.pegawai_id == penugasan.pegawai_id:
        peran.add("pegawai")
    else:
        peran |= _peran_penilai(aktor.pegawai_id, penugasan, pada)
    if aktor.instansi_id != penugasan.instansi_id:
        return frozenset(peran)
    if AnggotaTim.objects.filter(
        berlaku_pada(pada),
        berlaku_pada(pada, "tim__"),
        pegawai_id=penugasan.pegawai_id,
        tim__ketua_id=aktor.pegawai_id,
    ).exists():
        peran.add("ketua_tim")
    if Penyiap.objects.filter(
        berlaku_pada(pada), pejabat_id=penugasan.pegawai_id, penyiap_id=aktor.pegawai_id
    ).exists():
        peran.add("penyiap")
    petugas = daftar_petugas(aktor=aktor, pada=pada)
    if petugas:
        jalur = penugasan.unit.path
        peran |= {kata for kata, awalan in petugas if jalur.startswith(awalan)}
    return frozenset(peran)


def peran_petugas(*, aktor: Aktor, pada: dt.date) -> frozenset[str]:
    """Return the officer's parts the aktor plays in any unit on the day; one query."""
    if aktor.adalah_sistem:
        return frozenset({SISTEM})
    return frozenset(peran for peran, _ in daftar_petugas(aktor=aktor, pada=pada))


def boleh_petugas(
    *, aktor: Aktor, unit: UnitKerja | None, pada: dt.date, peran: str | Collection[str]
) -> bool:
    """Whether the aktor plays ``peran`` (one or several) over ``unit``; None: over any unit."""
    if aktor.adalah_sistem:
        return unit is None or unit.instansi_id == aktor.instansi_id
    if unit is not None and unit.instansi_id != aktor.instansi_id:
        return False
    dicari = {peran} if isinstance(peran, str) else set(peran)
    return any(
        kata in dicari and (unit is None or unit.path.startswith(awalan))
        for kata, awalan in daftar_petugas(aktor=aktor, pada=pada)
    )


def _peran_penilai(pegawai_id: int, penugasan: Penugasan, pada: dt.date) -> set[str]:
    siapa: tuple[int | None, int | None] | None = (
        HubunganPenilai.objects.filter(berlaku_pada(pada), penugasan_id=penugasan.pk)
        .values_list("penilai_id", "atasan_penilai_id")
        .first()
    )
    if siapa is None:
        hasil = penilai_pada(penugasan=penugasan, pada=pada)
        siapa = (
            hasil.penilai.pk if hasil.penilai else None,
            hasil.atasan_penilai.pk if hasil.atasan_penilai else None,
        )
    return {
        kata
        for kata, satu in zip(("penilai", "atasan_penilai"), siapa, strict=True)
        if satu == pegawai_id
    }
