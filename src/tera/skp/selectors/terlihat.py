"""Plans a person may open, with the parts they play read in the same query."""

import datetime as dt

from django.db.models import (
    BigIntegerField,
    CharField,
    DateField,
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
from tera.core.kueri import Isian, kueri_siap, titipkan
from tera.organisasi.models import (
    AnggotaTim,
    HubunganPenilai,
    Penugasan,
    Penyiap,
    PeranPetugas,
)
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.skp.models import (
    SKP,
    ButirLampiran,
    EkspektasiPerilaku,
    IndikatorKinerja,
    RencanaHasilKerja,
)

PERAN_PETUGAS_BACA = ("pengelola", "auditor", "pyb", "pejabat_pembina")
_TAUTAN_RHK = ("rhk_pimpinan__skp__pegawai", "butir_perencanaan__induk__induk__induk")
_ANOTASI = {
    "peran_penilai": "penilai",
    "peran_atasan": "atasan_penilai",
    "peran_ketua": "ketua_tim",
    "peran_penyiap": "penyiap",
    "peran_pimpinan": "pimpinan",
    "peran_pengelola": "pengelola",
    "peran_petugas": "petugas",
}


def buka_skp(*, aktor: Aktor, pk: int, isi: bool = False) -> SKP | None:
    """Return one plan the aktor may open, with its people; ``isi``: also with its content.

    None for strangers. Most plans are opened by their owner: that question needs no look at
    anybody's parts.
    """
    if aktor.adalah_sistem or aktor.pegawai_id is None:
        skp = dengan_orang(skp_terlihat(aktor=aktor)).filter(pk=pk).first()
    else:
        skp = _milik.satu(pk=pk, saya=aktor.pegawai_id)
        if skp is None:
            terlihat = _terlihat_petugas if aktor.mode_petugas is not None else _terlihat_biasa
            skp = terlihat.satu(
                pk=pk, saya=aktor.pegawai_id, instansi_id=aktor.instansi_id, hari=aktor.hari_ini
            )
    if skp is not None and isi:
        _muat_isi(skp)
    return skp


@kueri_siap(pk=BigIntegerField(), saya=BigIntegerField())
def _milik(pk: Isian, saya: Isian) -> QuerySet[SKP]:
    return dengan_orang(SKP.objects.filter(pk=pk, pegawai_id=saya))


@kueri_siap(
    pk=BigIntegerField(), saya=BigIntegerField(), instansi_id=BigIntegerField(), hari=DateField()
)
def _terlihat_biasa(pk: Isian, saya: Isian, instansi_id: Isian, hari: Isian) -> QuerySet[SKP]:
    return dengan_orang(_terlihat(saya, instansi_id, hari, petugas=False)).filter(pk=pk)


@kueri_siap(
    pk=BigIntegerField(), saya=BigIntegerField(), instansi_id=BigIntegerField(), hari=DateField()
)
def _terlihat_petugas(pk: Isian, saya: Isian, instansi_id: Isian, hari: Isian) -> QuerySet[SKP]:
    return dengan_orang(_terlihat(saya, instansi_id, hari, petugas=True)).filter(pk=pk)


def skp_terlihat(*, aktor: Aktor) -> QuerySet[SKP]:
    """Return the plans the aktor may open, annotated for ``peran_tercatat``; strangers get none.

    The person, the penilai and their superior, the ketua tim, the penyiap, the heads of the units
    above. Officers of the unit or above open a person's plan only in *mode petugas*
    (docs/adr/0010-mode-petugas.md). For one plan or few: lists have their own selectors.
    """
    if aktor.adalah_sistem:
        return SKP.objects.filter(instansi_id=aktor.instansi_id)
    if aktor.pegawai_id is None:
        return SKP.objects.none()
    return _terlihat(
        aktor.pegawai_id,
        aktor.instansi_id,
        aktor.hari_ini,
        petugas=aktor.mode_petugas is not None,
    )


def _terlihat(
    saya: int | Isian, instansi_id: int | Isian, hari: dt.date | Isian, *, petugas: bool
) -> QuerySet[SKP]:
    serumah = Q(instansi_id=instansi_id)
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
    """Fetch what pages of several plans show: people, rows, indicators, behaviour, lampiran."""
    return dengan_orang(daftar).prefetch_related(
        Prefetch("daftar_rhk", RencanaHasilKerja.objects.select_related(*_TAUTAN_RHK)),
        Prefetch("daftar_rhk__daftar_indikator", IndikatorKinerja.objects.all()),
        "daftar_perilaku",
        "daftar_lampiran",
    )


def _muat_isi(skp: SKP) -> None:
    """Read the content of one plan as ``dengan_isi`` does for many: four prepared queries."""
    muat_rhk(skp)
    titipkan(skp, "daftar_perilaku", _perilaku(skp_id=skp.pk))
    titipkan(skp, "daftar_lampiran", _lampiran(skp_id=skp.pk))


def muat_rhk(skp: SKP) -> None:
    """Read the RHK of one plan with their indicators: two prepared queries."""
    daftar_rhk = _rhk(skp_id=skp.pk)
    titipkan(skp, "daftar_rhk", daftar_rhk)
    per_rhk: dict[int, list[IndikatorKinerja]] = {rhk.pk: [] for rhk in daftar_rhk}
    if daftar_rhk:
        for indikator in _indikator(skp_id=skp.pk):
            per_rhk[indikator.rhk_id].append(indikator)
    for rhk in daftar_rhk:
        titipkan(rhk, "daftar_indikator", per_rhk[rhk.pk])


@kueri_siap(skp_id=BigIntegerField())
def _rhk(skp_id: Isian) -> QuerySet[RencanaHasilKerja]:
    return RencanaHasilKerja.objects.filter(skp_id=skp_id).select_related(*_TAUTAN_RHK)


@kueri_siap(skp_id=BigIntegerField())
def _indikator(skp_id: Isian) -> QuerySet[IndikatorKinerja]:
    return IndikatorKinerja.objects.filter(rhk__skp_id=skp_id)


@kueri_siap(skp_id=BigIntegerField())
def _perilaku(skp_id: Isian) -> QuerySet[EkspektasiPerilaku]:
    return EkspektasiPerilaku.objects.filter(skp_id=skp_id)


@kueri_siap(skp_id=BigIntegerField())
def _lampiran(skp_id: Isian) -> QuerySet[ButirLampiran]:
    return ButirLampiran.objects.filter(skp_id=skp_id)


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


def _hubungan_pada(hari: dt.date | Isian) -> Q:
    """The relation of today; of the last day of an ended assignment; of the first of a coming."""
    return (
        berlaku_pada(hari)
        | Q(penugasan__sampai__lt=hari, sampai=F("penugasan__sampai"))
        | Q(penugasan__sejak__gt=hari, sejak=F("penugasan__sejak"))
    )


def _petugas(
    saya: int | Isian, hari: dt.date | Isian, peran: tuple[str, ...]
) -> QuerySet[PeranPetugas]:
    return (
        PeranPetugas.objects.filter(berlaku_pada(hari), pegawai_id=saya, peran__in=peran)
        .annotate(jalur_skp=_jalur_luar())
        .filter(jalur_skp__startswith=F("unit__path"))
    )


def _jalur_luar() -> Combinable:
    return ExpressionWrapper(OuterRef("penugasan__unit__path"), output_field=CharField())
