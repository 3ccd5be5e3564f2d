"""Questions about evaluations: what one may see, a unit's capaian, the pattern, the reasons."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, Count, DateField, IntegerField, Q, QuerySet

from tera.core.aktor import Aktor
from tera.core.kueri import Isian, kueri_siap
from tera.evaluasi.models import CapaianOrganisasi, Evaluasi
from tera.organisasi import kebijakan
from tera.organisasi import permissions as organisasi
from tera.organisasi.models import HubunganPenilai, Periode, UnitKerja
from tera.organisasi.selectors import berlaku_pada
from tera.organisasi.selectors.arah import jalur_ke_atas
from tera.organisasi.selectors.ringkas import unit_dipimpin
from tera.regulasi.distribusi import HasilDistribusi, periksa_distribusi
from tera.regulasi.kategori import CapaianOrganisasi as Capaian
from tera.regulasi.kategori import Predikat
from tera.skp.models import SKP
from tera.skp.selectors.antrean import KOLOM_DAFTAR
from tera.skp.selectors.rubrik import RubrikBerlaku, rubrik_berlaku

PERAN_PEMBACA = ("pengelola", "auditor", "pyb", "pejabat_pembina")


@dataclass(frozen=True, slots=True)
class BarisTim:
    """One person of a rater's team in a period: the plan in force and the evaluation, if any."""

    skp: SKP
    evaluasi: Evaluasi | None


def evaluasi_terlihat(*, aktor: Aktor) -> QuerySet[Evaluasi]:
    """Return the evaluations the aktor may open: own, rated, one level above, or as an officer.

    An officer (pengelola, auditor) opens an individual's evaluation only in *mode petugas*.
    """
    if aktor.adalah_sistem:
        return _dengan_orang(Evaluasi.objects.filter(instansi_id=aktor.instansi_id))
    if aktor.pegawai_id is None:
        return Evaluasi.objects.none()
    if aktor.mode_petugas is None:
        return _terlihat(aktor.pegawai_id, aktor.instansi_id)
    cakupan = organisasi.cakupan_petugas(
        aktor=aktor, pada=aktor.hari_ini, peran=PERAN_PEMBACA, kolom="unit__path"
    )
    return _terlihat(aktor.pegawai_id, aktor.instansi_id, cakupan)


def buka_evaluasi_terlihat(*, aktor: Aktor, pk: int) -> Evaluasi | None:
    """Return one of ``evaluasi_terlihat``, None for strangers: one query outside mode petugas."""
    if aktor.pegawai_id is None or aktor.mode_petugas is not None:
        return evaluasi_terlihat(aktor=aktor).filter(pk=pk).first()
    satu: Evaluasi | None = _satu_terlihat.satu(
        pk=pk, saya=aktor.pegawai_id, instansi_id=aktor.instansi_id
    )
    return satu


@kueri_siap(pk=BigIntegerField(), saya=BigIntegerField(), instansi_id=BigIntegerField())
def _satu_terlihat(pk: Isian, saya: Isian, instansi_id: Isian) -> QuerySet[Evaluasi]:
    return _terlihat(saya, instansi_id).filter(pk=pk)


def _terlihat(
    saya: int | Isian, instansi_id: int | Isian, cakupan: Q | None = None
) -> QuerySet[Evaluasi]:
    boleh = (
        Q(pegawai_id=saya)
        | Q(penilai_id=saya)
        | Q(
            skp__penugasan_id__in=HubunganPenilai.objects.filter(
                Q(penilai_id=saya) | Q(atasan_penilai_id=saya)
            ).values("penugasan_id")
        )
    )
    if cakupan is not None:
        boleh |= cakupan
    return _dengan_orang(Evaluasi.objects.filter(boleh, instansi_id=instansi_id))


def _dengan_orang(daftar: QuerySet[Evaluasi]) -> QuerySet[Evaluasi]:
    return daftar.select_related(
        "skp__penugasan__unit",
        "skp__penugasan__jabatan",
        "pegawai",
        "penilai",
        "periode",
        "unit",
        "disetujui_oleh",
    )


def tim_dinilai(*, aktor: Aktor, periode: Periode) -> list[BarisTim]:
    """Return the people this aktor rates in ``periode`` that have a plan in force: two queries."""
    siapa = {"saya": aktor.pegawai_id or 0, "hari": aktor.hari_ini}
    daftar_skp: list[SKP] = _skp_tim(
        **siapa,
        instansi_id=aktor.instansi_id,
        tahun=periode.tahun,
        mulai=periode.mulai,
        selesai=periode.selesai,
    )
    per_skp = {
        evaluasi.skp_id: evaluasi for evaluasi in _evaluasi_tim(**siapa, periode_id=periode.pk)
    }
    return [BarisTim(skp, per_skp.get(skp.pk)) for skp in daftar_skp]


@kueri_siap(
    saya=BigIntegerField(),
    hari=DateField(),
    instansi_id=BigIntegerField(),
    tahun=IntegerField(),
    mulai=DateField(),
    selesai=DateField(),
)
def _skp_tim(
    saya: Isian, hari: Isian, instansi_id: Isian, tahun: Isian, mulai: Isian, selesai: Isian
) -> QuerySet[SKP]:
    return (
        SKP.objects.filter(
            Q(penugasan_id__in=_penugasan_dinilai(saya, hari)) | Q(penilai_id=saya),
            instansi_id=instansi_id,
            tahun=tahun,
            status__in=[SKP.Status.DITETAPKAN, SKP.Status.DITUTUP],
            mulai__lte=selesai,
            selesai__gte=mulai,
        )
        .select_related("pegawai", "penugasan__jabatan")
        .only(*KOLOM_DAFTAR)
        .order_by("pegawai__nama")
    )


@kueri_siap(saya=BigIntegerField(), hari=DateField(), periode_id=BigIntegerField())
def _evaluasi_tim(saya: Isian, hari: Isian, periode_id: Isian) -> QuerySet[Evaluasi]:
    return Evaluasi.objects.filter(
        Q(skp__penugasan_id__in=_penugasan_dinilai(saya, hari)) | Q(skp__penilai_id=saya),
        periode_id=periode_id,
    ).only("skp_id", "status", "predikat")


def _penugasan_dinilai(saya: Isian, hari: Isian) -> QuerySet[HubunganPenilai, Any]:
    return HubunganPenilai.objects.filter(berlaku_pada(hari), penilai_id=saya).values(
        "penugasan_id"
    )


def evaluasi_saya(*, aktor: Aktor) -> QuerySet[Evaluasi]:
    """Return the aktor's own evaluations that have been decided, newest first."""
    return (
        Evaluasi.objects.filter(pegawai_id=aktor.pegawai_id or 0)
        .exclude(status__in=[Evaluasi.Status.TERBUKA, Evaluasi.Status.DINILAI])
        .select_related("periode", "penilai")
        .order_by("-periode__selesai")
    )


def unit_capaian(*, unit: UnitKerja) -> UnitKerja:
    """Return the unit whose capaian counts for people of ``unit``.

    The nearest unit at or above it that holds a perjanjian kinerja; without one, the unit itself.
    """
    leluhur = jalur_ke_atas(unit)
    calon = {
        satu.pk: satu
        for satu in UnitKerja.objects.filter(pk__in=leluhur, punya_perjanjian_kinerja=True)
    }
    for pk in reversed(leluhur):
        if pk in calon:
            return calon[pk]
    return unit


def capaian_unit(*, unit: UnitKerja, periode: Periode) -> CapaianOrganisasi | None:
    """Return the capaian that was set for ``unit`` in ``periode``, if any."""
    capaian: CapaianOrganisasi | None = _capaian.satu(unit_id=unit.pk, periode_id=periode.pk)
    return capaian


@kueri_siap(unit_id=BigIntegerField(), periode_id=BigIntegerField())
def _capaian(unit_id: Isian, periode_id: Isian) -> QuerySet[CapaianOrganisasi]:
    return CapaianOrganisasi.objects.filter(unit_id=unit_id, periode_id=periode_id)


def memimpin_unit_capaian(*, evaluasi: Evaluasi) -> bool:
    """Whether the person heads the unit whose capaian counts: then it becomes their rating."""
    penugasan = evaluasi.skp.penugasan
    return penugasan.memimpin_unit and unit_capaian(unit=penugasan.unit).pk == penugasan.unit_id


def rubrik_evaluasi(*, evaluasi: Evaluasi) -> RubrikBerlaku:
    """Return the rubrik both sides have read since the plan was set: one query."""
    skp = evaluasi.skp
    return rubrik_berlaku(instansi_id=evaluasi.instansi_id, pada=skp.ditetapkan_pada or skp.mulai)


def distribusi_unit(
    *, unit: UnitKerja, periode: Periode, capaian: CapaianOrganisasi, pada: dt.date
) -> HasilDistribusi:
    """Check the predikat of the unit's people against the pattern.

    Its head is counted only where the instansi decided so: the SE that was read doesn't say.
    """
    jumlah = dict.fromkeys(Predikat, 0)
    kepala = kebijakan.nilai(
        instansi_id=unit.instansi_id, kunci="evaluasi.kepala_dihitung", pada=pada
    )
    baris = (
        Evaluasi.objects.filter(
            periode=periode, unit__path__gte=unit.path, unit__path__lt=unit.path + "~"
        )
        .exclude(predikat="")
        .exclude(
            Q(skp__penugasan__unit=unit, skp__penugasan__memimpin_unit=True)
            if not kepala
            else Q(pk__in=[])
        )
        .values("predikat")
        .annotate(n=Count("id"))
    )
    for satu in baris:
        jumlah[Predikat(satu["predikat"])] = satu["n"]
    return periksa_distribusi(capaian_organisasi=Capaian(capaian.level), jumlah=jumlah, pada=pada)


def daftar_capaian(
    *, aktor: Aktor, periode: Periode
) -> list[tuple[UnitKerja, CapaianOrganisasi | None, bool]]:
    """Return units that hold a perjanjian kinerja with their capaian and whether aktor may set it.

    Seen by the heads above and by officers; three queries whatever the number of units.
    """
    pada = aktor.hari_ini
    daftar = list(
        UnitKerja.objects.filter(instansi_id=aktor.instansi_id)
        .filter(Q(punya_perjanjian_kinerja=True) | Q(induk__isnull=True))
        .exclude(sampai__lt=pada)
        .order_by("path")
    )
    capaian = {
        c.unit_id: c for c in CapaianOrganisasi.objects.filter(periode=periode, unit__in=daftar)
    }
    dipimpin = {
        str(p) for p in unit_dipimpin(aktor=aktor, pada=pada).values_list("path", flat=True)
    }
    petugas = bool(
        organisasi.peran_petugas(aktor=aktor, pada=pada) & {"pengelola", "pejabat_pembina"}
    )
    hasil = []
    for unit in daftar:
        atas = any(unit.path.startswith(path) and unit.path != path for path in dipimpin)
        boleh = petugas if unit.induk_id is None else atas
        if boleh or petugas or any(path.startswith(unit.path) for path in dipimpin):
            hasil.append((unit, capaian.get(unit.pk), boleh))
    return hasil
