"""Plans a person may open, with the parts they play read in the same query."""

import datetime as dt
from collections.abc import Callable

from django.db.models import (
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
)
from django.db.models.expressions import Combinable

from tera.core.aktor import Aktor
from tera.organisasi.models import (
    AnggotaTim,
    HubunganPenilai,
    Penugasan,
    Penyiap,
    PeranPetugas,
)
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.skp.models import SKP, IndikatorKinerja, RencanaHasilKerja

PERAN_PETUGAS_BACA = ("pengelola", "auditor", "pyb", "pejabat_pembina")
Lengkapi = Callable[[QuerySet[SKP]], QuerySet[SKP]]
_ANOTASI = {
    "peran_penilai": "penilai",
    "peran_atasan": "atasan_penilai",
    "peran_ketua": "ketua_tim",
    "peran_penyiap": "penyiap",
    "peran_pimpinan": "pimpinan",
    "peran_pengelola": "pengelola",
    "peran_petugas": "petugas",
}


def buka_skp(*, aktor: Aktor, pk: int, lengkapi: Lengkapi) -> SKP | None:
    """Return one plan the aktor may open, read through ``lengkapi``; None for strangers.

    Most plans are opened by their owner: that question needs no look at anybody's parts, and
    building the full one costs more than the rest of the page.
    """
    milik = lengkapi(SKP.objects.filter(pk=pk, pegawai_id=aktor.pegawai_id or 0)).first()
    if milik is not None:
        for nama in _ANOTASI:
            setattr(milik, nama, False)
        return milik
    return lengkapi(skp_terlihat(aktor=aktor)).filter(pk=pk).first()


def skp_terlihat(*, aktor: Aktor) -> QuerySet[SKP]:
    """Return the plans the aktor may open, annotated for ``peran_tercatat``; strangers get none.

    The person, the penilai and their superior, the ketua tim, the penyiap, the heads of the units
    above. Officers of the unit or above open a person's plan only in *mode petugas*
    (docs/adr/0010-mode-petugas.md). For one plan or few: lists have their own selectors.
    """
    if aktor.adalah_sistem:
        return SKP.objects.filter(instansi_id=aktor.instansi_id)
    saya = aktor.pegawai_id
    if saya is None:
        return SKP.objects.none()
    hari = aktor.hari_ini
    serumah = Q(instansi_id=aktor.instansi_id)
    petugas = aktor.mode_petugas is not None
    hubungan = HubunganPenilai.objects.filter(_hubungan_pada(hari), penugasan=OuterRef("penugasan"))
    beranotasi = SKP.objects.annotate(
        peran_penilai=Exists(hubungan.filter(penilai_id=saya)),
        peran_atasan=Exists(hubungan.filter(atasan_penilai_id=saya)),
        peran_ketua=Exists(
            AnggotaTim.objects.filter(
                berlaku_pada(hari),
                berlaku_pada(hari, "tim__"),
                pegawai=OuterRef("pegawai"),
                tim__ketua_id=saya,
            )
        ),
        peran_penyiap=Exists(
            Penyiap.objects.filter(berlaku_pada(hari), pejabat=OuterRef("pegawai"), penyiap_id=saya)
        ),
        peran_pimpinan=Exists(
            Penugasan.objects.filter(berlaku_pada(hari), pegawai_id=saya, memimpin_unit=True)
            .annotate(jalur_skp=_jalur_luar())
            .filter(jalur_skp__startswith=F("unit__path"))
        ),
        peran_pengelola=Exists(_petugas(saya, hari, ("pengelola",))),
        peran_petugas=Exists(_petugas(saya, hari, PERAN_PETUGAS_BACA)),
    )
    return beranotasi.filter(
        Q(pegawai_id=saya)
        | Q(penilai_id=saya)
        | Q(peran_penilai=True)
        | Q(peran_atasan=True)
        | serumah
        & (
            Q(peran_ketua=True)
            | Q(peran_penyiap=True)
            | Q(peran_pimpinan=True)
            | (Q(peran_petugas=True) if petugas else Q(pk__in=[]))
        )
    )


def peran_tercatat(skp: SKP, aktor: Aktor) -> frozenset[str]:
    """Return the parts read together with a plan from ``skp_terlihat``: no query."""
    peran = {nama for kolom, nama in _ANOTASI.items() if getattr(skp, kolom, False)}
    if skp.pegawai_id == aktor.pegawai_id:
        peran.add("pegawai")
        peran -= {"penilai", "atasan_penilai"}
    return frozenset(peran)


def dengan_isi(daftar: QuerySet[SKP]) -> QuerySet[SKP]:
    """Fetch what a page of one plan shows: people, rows, indicators, behaviour, lampiran."""
    return dengan_orang(daftar).prefetch_related(
        Prefetch(
            "daftar_rhk",
            RencanaHasilKerja.objects.select_related(
                "rhk_pimpinan__skp__pegawai",
                "butir_perencanaan__induk__induk__induk",
            ),
        ),
        Prefetch("daftar_rhk__daftar_indikator", IndikatorKinerja.objects.all()),
        "daftar_perilaku",
        "daftar_lampiran",
    )


def dengan_orang(daftar: QuerySet[SKP]) -> QuerySet[SKP]:
    """Fetch the people, post and unit of plans with them."""
    return daftar.select_related(
        "pegawai",
        "penilai",
        "penyiap",
        "pengelola_penyusun",
        "pengelola_penetap",
        "penugasan__unit",
        "penugasan__jabatan",
        "instansi",
    )


def skp_saya(*, aktor: Aktor) -> QuerySet[SKP]:
    """Return one's own plans, newest year first, and in a year the newest version first."""
    if aktor.pegawai_id is None:
        return SKP.objects.none()
    return (
        SKP.objects.filter(pegawai_id=aktor.pegawai_id)
        .select_related("penilai", "penugasan__unit", "penugasan__jabatan")
        .order_by("-tahun", "-mulai", "-versi")
    )


def skp_disiapkan(*, aktor: Aktor) -> QuerySet[SKP]:
    """Return the plans of the officials the aktor prepares for, newest first."""
    if aktor.pegawai_id is None:
        return SKP.objects.none()
    return (
        SKP.objects.filter(
            instansi_id=aktor.instansi_id,
            pegawai__in=Penyiap.objects.filter(
                berlaku_pada(aktor.hari_ini), penyiap_id=aktor.pegawai_id
            ).values("pejabat"),
        )
        .exclude(status__in=[SKP.Status.DIGANTIKAN, SKP.Status.DIBATALKAN])
        .select_related("pegawai", "penilai", "penugasan__unit", "penugasan__jabatan")
        .order_by("-tahun", "pegawai__nama", "-versi")
    )


def _hubungan_pada(hari: dt.date) -> Q:
    """The relation of today; of the last day of an ended assignment; of the first of a coming."""
    return (
        berlaku_pada(hari)
        | Q(penugasan__sampai__lt=hari, sampai=F("penugasan__sampai"))
        | Q(penugasan__sejak__gt=hari, sejak=F("penugasan__sejak"))
    )


def _petugas(saya: int, hari: dt.date, peran: tuple[str, ...]) -> QuerySet[PeranPetugas]:
    return (
        PeranPetugas.objects.filter(berlaku_pada(hari), pegawai_id=saya, peran__in=peran)
        .annotate(jalur_skp=_jalur_luar())
        .filter(jalur_skp__startswith=F("unit__path"))
    )


def _jalur_luar() -> Combinable:
    return ExpressionWrapper(OuterRef("penugasan__unit__path"), output_field=CharField())
