"""Who could be asked about whom: colleagues by nearness, direct subordinates, no close relation."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from tera.organisasi.models import (
    AnggotaTim,
    HubunganDekat,
    HubunganPenilai,
    Penugasan,
)
from tera.organisasi.selectors import berlaku_pada
from tera.umpan_balik.models import LingkupRekan, PutaranPegawai, PutaranUmpanBalik

# Nearness of a colleague: the same team, the same unit, the wider circle of the round.
TIM, UNIT, JAUH = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Calon:
    """Person → {candidate: nearness}, for colleagues and for direct subordinates."""

    rekan: dict[int, dict[int, int]]
    bawahan: dict[int, dict[int, int]]


@dataclass(frozen=True, slots=True)
class Tempat:
    """One person's post: whether it leads its unit, and the circles it stands in."""

    pegawai_id: int
    memimpin: bool
    unit_id: int
    induk_id: int
    opd_id: int


@dataclass(frozen=True, slots=True)
class Fakta:
    """What is known of the people of a round and of everybody who could be asked."""

    # (key in the round, status, post) of the round; posts of everybody.
    orang: tuple[tuple[int, str, Tempat], ...]
    semua: tuple[Tempat, ...]
    penilai: dict[int, int]
    terlarang: frozenset[tuple[int, int]]
    tim: dict[int, set[int]]


def calon_putaran(*, putaran: PutaranUmpanBalik, pada: dt.date) -> Calon:
    """Return the candidates of everybody in the round: five queries whatever the size."""
    return calon_dari(fakta_putaran(putaran=putaran, pada=pada), putaran.lingkup_rekan)


def fakta_putaran(*, putaran: PutaranUmpanBalik, pada: dt.date) -> Fakta:
    """Return the facts from which candidates follow for any circle: five queries."""
    return Fakta(
        orang=tuple(
            (pk, status, _tempat(pegawai, memimpin, unit, induk, opd))
            for pk, status, pegawai, memimpin, unit, induk, opd in PutaranPegawai.objects.filter(
                putaran=putaran
            ).values_list(
                "pk",
                "status",
                "pegawai_id",
                "penugasan__memimpin_unit",
                "penugasan__unit_id",
                "penugasan__unit__induk_id",
                "penugasan__unit__opd_id",
            )
        ),
        semua=tuple(
            _tempat(*letak)
            for letak in Penugasan.objects.filter(
                berlaku_pada(pada), instansi_id=putaran.instansi_id, jenis="definitif"
            ).values_list(
                "pegawai_id", "memimpin_unit", "unit_id", "unit__induk_id", "unit__opd_id"
            )
        ),
        penilai={
            pegawai: penilai
            for pegawai, penilai in HubunganPenilai.objects.filter(
                berlaku_pada(pada),
                berlaku_pada(pada, "penugasan__"),
                instansi_id=putaran.instansi_id,
            ).values_list("penugasan__pegawai_id", "penilai_id")
            if penilai is not None
        },
        terlarang=frozenset(
            pasangan
            for a, b in HubunganDekat.objects.filter(
                berlaku_pada(pada), instansi_id=putaran.instansi_id
            ).values_list("penyata_id", "pihak_id")
            for pasangan in ((a, b), (b, a))
        ),
        tim=_rekan_tim(putaran.instansi_id, pada),
    )


def calon_dari(fakta: Fakta, lingkup: str) -> Calon:
    """Return the candidates when colleagues come from the circle ``lingkup``."""
    per_lingkup: dict[tuple[bool, int], set[int]] = defaultdict(set)
    unit_per_orang: dict[int, int] = {}
    for letak in fakta.semua:
        unit_per_orang[letak.pegawai_id] = letak.unit_id
        per_lingkup[letak.memimpin, _kelompok(letak, lingkup)].add(letak.pegawai_id)
    rekan: dict[int, dict[int, int]] = {}
    for _pk, _status, letak in fakta.orang:
        pegawai = letak.pegawai_id
        dekat = per_lingkup[letak.memimpin, _kelompok(letak, lingkup)]
        kolam = dict.fromkeys(dekat, JAUH)
        kolam |= {satu: UNIT for satu in dekat if unit_per_orang[satu] == letak.unit_id}
        kolam |= dict.fromkeys(fakta.tim.get(pegawai, set()), TIM)
        rekan[pegawai] = {
            satu: jarak
            for satu, jarak in kolam.items()
            if satu != pegawai
            and (pegawai, satu) not in fakta.terlarang
            # Whoever rates the other is atasan or bawahan, not a colleague.
            and fakta.penilai.get(pegawai) != satu
            and fakta.penilai.get(satu) != pegawai
        }
    dinilai = {letak.pegawai_id for _pk, _status, letak in fakta.orang}
    bawahan: dict[int, dict[int, int]] = defaultdict(dict)
    for bawah, atas in fakta.penilai.items():
        if atas in dinilai and (bawah, atas) not in fakta.terlarang:
            bawahan[atas][bawah] = UNIT
    return Calon(rekan, dict(bawahan))


def _tempat(
    pegawai_id: int, memimpin: bool, unit_id: int, induk_id: int | None, opd_id: int | None
) -> Tempat:
    induk = induk_id or unit_id
    return Tempat(pegawai_id, memimpin, unit_id, induk, opd_id or induk)


def _kelompok(letak: Tempat, lingkup: str) -> int:
    """The circle of colleagues: heads meet the heads of the units beside theirs."""
    if lingkup == LingkupRekan.OPD:
        return letak.opd_id
    if lingkup == LingkupRekan.GUGUS or letak.memimpin:
        return letak.induk_id
    return letak.unit_id


def _rekan_tim(instansi_id: int, pada: dt.date) -> dict[int, set[int]]:
    per_tim: dict[int, set[int]] = defaultdict(set)
    for tim, anggota in AnggotaTim.objects.filter(
        berlaku_pada(pada), berlaku_pada(pada, "tim__"), tim__instansi_id=instansi_id
    ).values_list("tim_id", "pegawai_id"):
        per_tim[tim].add(anggota)
    hasil: dict[int, set[int]] = defaultdict(set)
    for daftar in per_tim.values():
        for satu in daftar:
            hasil[satu] |= daftar - {satu}
    return hasil
