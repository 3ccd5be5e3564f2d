"""The pattern of distribution per unit: counts, what would change them, who has explained."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from django.db.models import BigIntegerField, CharField, Count, F, Q, QuerySet, Subquery, Value
from django.db.models.functions import Concat

from tera.core.kueri import DaftarNomor, Isian, kueri_siap
from tera.evaluasi.models import CapaianOrganisasi, Evaluasi, PenjelasanDistribusi
from tera.evaluasi.selectors.capaian import unit_capaian
from tera.evaluasi.selectors.jangkauan import Jangkauan
from tera.organisasi import kebijakan
from tera.organisasi.models import Periode, UnitKerja
from tera.organisasi.selectors.umum import di_bawah
from tera.regulasi.distribusi import HasilDistribusi, Pembulatan, periksa_distribusi
from tera.regulasi.kategori import CapaianOrganisasi as Capaian
from tera.regulasi.kategori import Predikat, Rating
from tera.regulasi.predikat import predikat_kinerja

PERAN_LIHAT = ("pengelola", "auditor", "pyb", "pejabat_pembina")


@dataclass(frozen=True, slots=True)
class Distribusi:
    """One unit's counts against the pattern of its capaian.

    Attributes:
        jumlah: people per predikat, from the ratings given so far (set or not).
        belum: evaluations of the unit that have no ratings yet.
        hasil: the check; None while the capaian isn't set.
    """

    jumlah: Mapping[Predikat, int]
    belum: int
    hasil: HasilDistribusi | None

    @property
    def perlu_alasan(self) -> bool:
        """Whether the counts leave the pattern."""
        return self.hasil is not None and bool(self.hasil.pelanggaran)

    def ringkas(self) -> dict[str, Any]:
        """The state as plain JSON, for the record of a decision."""
        return {
            "jumlah": {satu.value: n for satu, n in self.jumlah.items()},
            "belum": self.belum,
            "hasil": self.hasil.hasil.value if self.hasil else "",
            "pelanggaran": list(self.hasil.pelanggaran) if self.hasil else [],
        }


def unit_distribusi(*, unit: UnitKerja, aturan: Mapping[str, Any]) -> UnitKerja:
    """Return the unit at which people of ``unit`` are counted, as the policy says."""
    if aturan["evaluasi.unit_distribusi"] == "opd" and unit.opd is not None:
        return unit.opd
    return unit_capaian(unit=unit)


def orang_dihitung(
    *,
    unit: UnitKerja,
    periode: Periode,
    aturan: Mapping[str, Any],
    anak: Collection[str] | None = None,
) -> QuerySet[Evaluasi]:
    """Return the evaluations that count at ``unit``: its people, without the units that count

    for themselves below it; its head only where the instansi decided so.
    """
    daftar = Evaluasi.objects.filter(di_bawah(unit.path, "unit__path"), periode=periode)
    for path in jalur_anak(unit=unit, aturan=aturan) if anak is None else anak:
        daftar = daftar.exclude(di_bawah(path, "unit__path"))
    if not aturan["evaluasi.kepala_dihitung"]:
        daftar = daftar.exclude(skp__penugasan__unit=unit, skp__penugasan__memimpin_unit=True)
    return daftar


def jalur_anak(*, unit: UnitKerja, aturan: Mapping[str, Any]) -> list[str]:
    """Return the paths below ``unit`` that count for themselves: one query."""
    return list(
        unit_dihitung(instansi_id=unit.instansi_id, aturan=aturan)
        .filter(di_bawah(unit.path))
        .exclude(pk=unit.pk)
        .values_list("path", flat=True)
    )


def unit_dan_anak(
    *, unit_id: int, jangkauan: Jangkauan, instansi_id: int, aturan: Mapping[str, Any]
) -> tuple[UnitKerja, list[str]] | None:
    """Return a unit one may see with the paths below it that count for themselves: one query.

    None for a unit that doesn't count, or isn't the aktor's to see.
    """
    path = Subquery(UnitKerja.objects.filter(pk=unit_id).values("path")[:1])
    daftar = list(
        unit_dihitung(instansi_id=instansi_id, aturan=aturan).filter(
            path__gte=path, path__lt=Concat(path, Value("~"))
        )
    )
    unit = next((satu for satu in daftar if satu.pk == unit_id), None)
    if unit is None or not (jangkauan.memimpin(unit) or jangkauan.petugas(unit, PERAN_LIHAT)):
        return None
    return unit, [satu.path for satu in daftar if satu.pk != unit_id]


def unit_dihitung(*, instansi_id: int, aturan: Mapping[str, Any]) -> QuerySet[UnitKerja]:
    """Return the units at which the pattern is checked."""
    syarat = (
        Q(opd_id=F("pk"))
        if aturan["evaluasi.unit_distribusi"] == "opd"
        else Q(punya_perjanjian_kinerja=True)
    )
    return UnitKerja.objects.filter(syarat, instansi_id=instansi_id).order_by("path")


def distribusi_unit(
    *,
    unit: UnitKerja,
    periode: Periode,
    capaian: CapaianOrganisasi | None,
    pada: dt.date,
    aturan: Mapping[str, Any] | None = None,
) -> Distribusi:
    """Count the unit's people (``orang_dihitung``) by the matrix of their ratings, and check the

    pattern: two queries.
    """
    aturan = aturan or kebijakan.semua(instansi_id=unit.instansi_id, pada=pada)
    baris = [
        (hasil, perilaku, n)
        for unit_id, memimpin, hasil, perilaku, n in _jumlah(
            periode=periode.pk, daftar=_unit_milik(unit, aturan)
        )
        if aturan["evaluasi.kepala_dihitung"] or not (memimpin and unit_id == unit.pk)
    ]
    return hitung_distribusi(
        baris=baris, level=capaian.level if capaian else "", aturan=aturan, pada=pada
    )


def _unit_milik(unit: UnitKerja, aturan: Mapping[str, Any]) -> list[int]:
    """The units whose people count at ``unit``: those of ``orang_dihitung``, by id."""
    daftar = _unit_di_bawah(awal=unit.path, akhir=unit.path + "~")
    opd = aturan["evaluasi.unit_distribusi"] == "opd"
    anak = {
        path
        for pk, path, opd_id, perjanjian in daftar
        if pk != unit.pk and (opd_id == pk if opd else perjanjian)
    }
    return [
        pk
        for pk, path, *_ in daftar
        if anak.isdisjoint(accumulate(f"{satu}/" for satu in path.rstrip("/").split("/")))
    ]


@kueri_siap(awal=CharField(), akhir=CharField())
def _unit_di_bawah(awal: Isian, akhir: Isian) -> QuerySet[Any, Any]:
    return UnitKerja.objects.filter(path__gte=awal, path__lt=akhir).values_list(
        "pk", "path", "opd_id", "punya_perjanjian_kinerja"
    )


@kueri_siap(periode=BigIntegerField(), daftar=DaftarNomor())
def _jumlah(periode: Isian, daftar: Isian) -> QuerySet[Any, Any]:
    return (
        Evaluasi.objects.filter(periode=periode, unit__in=daftar)
        .order_by()
        .values_list(
            "skp__penugasan__unit_id",
            "skp__penugasan__memimpin_unit",
            "rating_hasil_kerja",
            "rating_perilaku_kerja",
        )
        .annotate(n=Count("pk"))
    )


def hitung_distribusi(
    *,
    baris: Collection[tuple[str, str, int]],
    level: str,
    aturan: Mapping[str, Any],
    pada: dt.date,
) -> Distribusi:
    """Return the state of (hasil, perilaku, people) rows under the capaian ``level``."""
    jumlah = dict.fromkeys(Predikat, 0)
    belum = 0
    for hasil, perilaku, n in baris:
        if not (hasil and perilaku):
            belum += n
            continue
        predikat = predikat_kinerja(
            hasil_kerja=Rating(hasil), perilaku_kerja=Rating(perilaku), pada=pada
        ).predikat
        jumlah[predikat] += n
    return Distribusi(jumlah, belum, periksa(jumlah, level=level, aturan=aturan, pada=pada))


def periksa(
    jumlah: Mapping[Predikat, int], *, level: str, aturan: Mapping[str, Any], pada: dt.date
) -> HasilDistribusi | None:
    """Check counts under the policy of the instansi; None without a capaian."""
    if not level:
        return None
    return periksa_distribusi(
        capaian_organisasi=Capaian(level),
        jumlah=jumlah,
        pada=pada,
        unit_kecil=aturan["evaluasi.n_minimum_distribusi"],
        pembulatan=Pembulatan(aturan["evaluasi.pembulatan"]),
    )


def unit_distribusi_terlihat(
    *, jangkauan: Jangkauan, instansi_id: int, aturan: Mapping[str, Any]
) -> QuerySet[UnitKerja]:
    """Return the units whose distribution one may see: led at or above, or as an officer."""
    return unit_dihitung(instansi_id=instansi_id, aturan=aturan).filter(jangkauan.unit(PERAN_LIHAT))


def penjelasan_unit(*, unit: UnitKerja, periode: Periode) -> QuerySet[PenjelasanDistribusi]:
    """Return the explanations given for a unit in a period, newest first."""
    return PenjelasanDistribusi.objects.filter(unit=unit, periode=periode).order_by("-id")


def distribusi_banyak(
    *, daftar: Collection[UnitKerja], periode: Periode, aturan: Mapping[str, Any], pada: dt.date
) -> list[tuple[UnitKerja, str, Distribusi, bool]]:
    """Return (unit, capaian, state, explained) of many units: four queries whatever the number.

    Each evaluation counts at the deepest counting unit above it, as in ``orang_dihitung``.
    """
    if not daftar:
        return []
    semua = list(
        unit_dihitung(instansi_id=periode.instansi_id, aturan=aturan).values_list("pk", "path")
    )
    path_unit = dict(semua)
    baris: dict[int, list[tuple[str, str, int]]] = {}
    for path, unit_id, memimpin, hasil, perilaku, n in (
        Evaluasi.objects.filter(periode=periode)
        .order_by()
        .values_list(
            "unit__path",
            "unit_id",
            "skp__penugasan__memimpin_unit",
            "rating_hasil_kerja",
            "rating_perilaku_kerja",
        )
        .annotate(n=Count("pk"))
    ):
        # path is "<instansi>/<unit>/<unit>/": the deepest counting unit is the last one in it.
        rantai = [int(bagian) for bagian in path.strip("/").split("/")[1:]]
        pk = next((satu for satu in reversed(rantai) if satu in path_unit), None)
        if pk is None or (memimpin and unit_id == pk and not aturan["evaluasi.kepala_dihitung"]):
            continue
        baris.setdefault(pk, []).append((hasil, perilaku, n))
    level = dict(
        CapaianOrganisasi.objects.filter(
            periode=periode, unit__in=[unit.pk for unit in daftar]
        ).values_list("unit_id", "level")
    )
    penjelasan = dict(
        PenjelasanDistribusi.objects.filter(periode=periode, unit__in=[unit.pk for unit in daftar])
        .order_by("pk")
        .values_list("unit_id", "jumlah")
    )
    hasil_akhir = []
    for unit in daftar:
        kini = hitung_distribusi(
            baris=baris.get(unit.pk, []), level=level.get(unit.pk, ""), aturan=aturan, pada=pada
        )
        hasil_akhir.append(
            (
                unit,
                level.get(unit.pk, ""),
                kini,
                penjelasan.get(unit.pk) == kini.ringkas()["jumlah"],
            )
        )
    return hasil_akhir
