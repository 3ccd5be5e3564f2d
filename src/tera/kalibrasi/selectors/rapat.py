"""Meetings one may open, who must step aside where, and requests that wait for a penilai."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from tera.core.aktor import Aktor
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.selectors.distribusi import unit_dihitung
from tera.kalibrasi.models import (
    KartuRapat,
    MundurRapat,
    PesertaRapat,
    RapatKalibrasi,
    SaranPegawai,
    UnitRapat,
)
from tera.kalibrasi.permissions import PEMBACA, peran_analisis
from tera.kalibrasi.selectors.pengaktifan import pengaktifan_berlaku
from tera.organisasi.models import HubunganDekat, HubunganPenilai, Pegawai, Penugasan
from tera.organisasi.selectors import berlaku_pada

Sebab = MundurRapat.Sebab


def rapat_terlihat(*, aktor: Aktor) -> QuerySet[RapatKalibrasi]:
    """Return the meetings the aktor may open: officers of the instansi all, a member the own."""
    daftar = RapatKalibrasi.objects.filter(instansi_id=aktor.instansi_id)
    if not peran_analisis(aktor=aktor, pada=aktor.hari_ini) & (PEMBACA | {"sistem"}):
        daftar = daftar.filter(
            Exists(
                PesertaRapat.objects.filter(rapat=OuterRef("pk"), pegawai_id=aktor.pegawai_id or 0)
            )
        )
    return daftar.select_related("periode", "ketua", "notulis", "analisis", "instansi")


def daftar_rapat(*, aktor: Aktor) -> QuerySet[RapatKalibrasi]:
    """Return the list, newest first, with how many units and requests each has."""
    return (
        rapat_terlihat(aktor=aktor)
        .annotate(jumlah_unit=Count("daftar_unit", distinct=True))
        .order_by("-tanggal", "-pk")
    )


def peserta_rapat(*, rapat: RapatKalibrasi) -> list[PesertaRapat]:
    """Return who was invited: chair, notulis, then members by name."""
    urut = {peran: nomor for nomor, peran in enumerate(PesertaRapat.Peran.values)}
    return sorted(
        PesertaRapat.objects.filter(rapat=rapat), key=lambda satu: (urut[satu.peran], satu.nama)
    )


def halangan(
    *,
    rapat: RapatKalibrasi,
    daftar_unit: Collection[UnitRapat],
    daftar_pegawai: Collection[int],
    pada: dt.date,
) -> dict[tuple[int, int], str]:
    """Return why a person stays out of a unit's cards, by (unit row, pegawai): three queries.

    Asked of the whole unit, not of its cards: else it would tell who is on a card. A person who is
    rated there, or declared a close relation with somebody who is: *kepentingan*; whoever rates
    there, or did: *penilai*.
    """
    if not daftar_unit or not daftar_pegawai:
        return {}
    dekat = _dekat(daftar_pegawai, pada)
    menilai: defaultdict[int, set[int]] = defaultdict(set)
    for tugas, penilai in HubunganPenilai.objects.filter(
        penilai_id__in=daftar_pegawai, sejak__lte=pada
    ).values_list("penugasan_id", "penilai_id"):
        menilai[tugas].add(penilai)
    hasil: dict[tuple[int, int], str] = {}
    for orang, penilai, tugas, path in Evaluasi.objects.filter(
        Q(pegawai_id__in={*daftar_pegawai, *dekat})
        | Q(penilai_id__in=daftar_pegawai)
        | Q(skp__penugasan_id__in=list(menilai)),
        periode_id=rapat.periode_id,
    ).values_list("pegawai_id", "penilai_id", "skp__penugasan_id", "unit__path"):
        berkepentingan = dekat.get(orang, set()) | ({orang} & set(daftar_pegawai))
        para_penilai = menilai.get(tugas, set()) | ({penilai} & set(daftar_pegawai))
        for unit in daftar_unit:
            if not path.startswith(unit.unit.path):
                continue
            for siapa in para_penilai:
                hasil.setdefault((unit.pk, siapa), Sebab.PENILAI)
            for siapa in berkepentingan:
                hasil[unit.pk, siapa] = Sebab.KEPENTINGAN
    return hasil


def _dekat(daftar_pegawai: Collection[int], pada: dt.date) -> dict[int, set[int]]:
    """Return, by the other side, which of these people declared or are declared close."""
    hasil: defaultdict[int, set[int]] = defaultdict(set)
    for penyata, pihak in HubunganDekat.objects.filter(
        berlaku_pada(pada), Q(penyata_id__in=daftar_pegawai) | Q(pihak_id__in=daftar_pegawai)
    ).values_list("penyata_id", "pihak_id"):
        if penyata in daftar_pegawai:
            hasil[pihak].add(penyata)
        if pihak in daftar_pegawai:
            hasil[penyata].add(pihak)
    return hasil


def saran_kartu(
    *, rapat: RapatKalibrasi, daftar: Collection[KartuRapat], pada: dt.date
) -> dict[int, SaranPegawai]:
    """Return the bands beside the cards, by evaluation: of the meeting's own run, while it is on.

    A newer run, or an end of the analysis, takes them away here as well.
    """
    if rapat.analisis_id is None or not daftar:
        return {}
    return {
        satu.evaluasi_id: satu
        for satu in SaranPegawai.objects.filter(
            Exists(pengaktifan_berlaku(instansi_id=rapat.instansi_id, pada=pada)),
            analisis_id=rapat.analisis_id,
            evaluasi_id__in=[satu.evaluasi_id for satu in daftar],
        )
    }


def kartu_penilai(*, aktor: Aktor) -> QuerySet[KartuRapat]:
    """Return the requests of closed meetings to the aktor as penilai: open ones first."""
    return (
        KartuRapat.objects.filter(
            penilai_id=aktor.pegawai_id or 0,
            keputusan=KartuRapat.Keputusan.TINJAU,
            unit__rapat__status=RapatKalibrasi.Status.DITUTUP,
        )
        .select_related("evaluasi__pegawai", "evaluasi__periode", "evaluasi__unit", "unit__rapat")
        .order_by("dijawab_at", "-unit__rapat__tanggal", "pk")
    )


def kartu_tentang(*, aktor: Aktor) -> QuerySet[KartuRapat]:
    """Return the decided cards about the aktor's own evaluations, of closed meetings."""
    return (
        KartuRapat.objects.filter(
            evaluasi__pegawai_id=aktor.pegawai_id or 0,
            unit__rapat__status=RapatKalibrasi.Status.DITUTUP,
        )
        .exclude(keputusan="")
        .select_related("evaluasi__periode")
        .order_by("unit__rapat__tanggal", "pk")
    )


def calon_ketua(*, instansi_id: int, aturan: Mapping[str, Any], pada: dt.date) -> list[Penugasan]:
    """Return who may chair: heads of the counting units and of the root, by place: one query."""
    daftar = (
        Penugasan.objects.filter(berlaku_pada(pada), instansi_id=instansi_id, memimpin_unit=True)
        .filter(
            Q(unit__in=unit_dihitung(instansi_id=instansi_id, aturan=aturan).order_by())
            | Q(unit__induk__isnull=True)
        )
        .select_related("pegawai", "jabatan")
        .order_by("unit__path", "pk")
    )
    return list({satu.pegawai_id: satu for satu in daftar}.values())


def pimpinan_unit(*, daftar: Collection[int], pada: dt.date) -> list[int]:
    """Return who heads these units on the day; one query."""
    return list(
        Penugasan.objects.filter(berlaku_pada(pada), memimpin_unit=True, unit_id__in=daftar)
        .order_by("unit__path", "pk")
        .values_list("pegawai_id", flat=True)
    )


def jabatan_pegawai(
    *, instansi_id: int, daftar: Collection[int], pada: dt.date
) -> dict[int, tuple[Pegawai, str]]:
    """Return those of these people who serve in the instansi on the day, with their post."""
    return {
        satu.pegawai_id: (satu.pegawai, satu.jabatan.nama)
        for satu in Penugasan.objects.filter(
            berlaku_pada(pada), instansi_id=instansi_id, pegawai_id__in=daftar
        )
        .select_related("pegawai", "jabatan")
        .order_by("sejak", "pk")
    }
