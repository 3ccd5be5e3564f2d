"""Letters that delegate the power to rate, and the heads who could be covered by one."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from tera.core.aktor import Aktor
from tera.organisasi.models import (
    CakupanDelegasi,
    Delegasi,
    JenisJabatan,
    JenisPenugasan,
    Penugasan,
    UnitKerja,
)
from tera.organisasi.selectors.orang import PERAN_PEMBACA
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.organisasi.selectors.petugas import cakupan_petugas
from tera.organisasi.selectors.umum import di_bawah


@dataclass(frozen=True, slots=True)
class CalonPenerima:
    """A head who may be covered: the assignment, and whether a letter covers them already."""

    penugasan: Penugasan
    sudah_dicakup: bool

    @property
    def kunci(self) -> str:
        """The form value: ``pegawai-unit``."""
        return f"{self.penugasan.pegawai_id}-{self.penugasan.unit_id}"


def delegasi_terlihat(*, aktor: Aktor, pada: dt.date) -> QuerySet[Delegasi]:
    """Return the letters an officer keeps, or that name the aktor, newest first."""
    semua = (
        Delegasi.objects.filter(instansi_id=aktor.instansi_id)
        .select_related("pemberi", "berkas")
        .annotate(jumlah_penerima=Count("daftar_cakupan"))
        .order_by("-sejak", "-id")
    )
    if aktor.adalah_sistem:
        return semua
    saring = Q(pemberi_id=aktor.pegawai_id) | Q(
        pk__in=CakupanDelegasi.objects.filter(
            Q(penerima_id=aktor.pegawai_id)
            | cakupan_petugas(aktor=aktor, pada=pada, peran=PERAN_PEMBACA, kolom="unit__path"),
            unit__instansi_id=aktor.instansi_id,
        ).values("delegasi_id")
    )
    return semua.filter(saring)


def cakupan(*, delegasi: Delegasi) -> QuerySet[CakupanDelegasi]:
    """Return the heads a letter covers, with their units."""
    return delegasi.daftar_cakupan.select_related("penerima", "unit").order_by(
        "unit__path", "penerima__nama"
    )


def calon_penerima(
    *, aktor: Aktor, unit: UnitKerja, pada: dt.date, jenis_unit: str = ""
) -> list[CalonPenerima]:
    """Return the heads below ``unit`` on ``pada`` who rate only with a letter.

    They lead a unit but hold a jabatan fungsional (or the leadership as tugas tambahan): kepala
    sekolah, kepala puskesmas. ``jenis_unit`` narrows to one kind of unit. One query.
    """
    dicakup = CakupanDelegasi.objects.filter(
        berlaku_pada(pada, "delegasi__"),
        penerima_id=OuterRef("pegawai_id"),
        unit_id=OuterRef("unit_id"),
    )
    daftar = (
        Penugasan.objects.filter(
            berlaku_pada(pada),
            di_bawah(unit.path, "unit__path"),
            Q(jabatan__jenis=JenisJabatan.FUNGSIONAL) | Q(jenis=JenisPenugasan.TUGAS_TAMBAHAN),
            instansi_id=aktor.instansi_id,
            memimpin_unit=True,
        )
        .select_related("pegawai", "unit", "jabatan")
        .annotate(dicakup=Exists(dicakup))
        .order_by("unit__jenis", "unit__nama", "pegawai__nama")
    )
    if jenis_unit:
        daftar = daftar.filter(unit__jenis=jenis_unit)
    hasil: dict[str, CalonPenerima] = {}
    for satu in daftar:
        calon = CalonPenerima(satu, bool(satu.dicakup))
        hasil.setdefault(calon.kunci, calon)
    return list(hasil.values())


def daftar_jenis_unit(*, aktor: Aktor) -> list[str]:
    """Return the kinds of unit the instansi uses."""
    return list(
        UnitKerja.objects.filter(instansi_id=aktor.instansi_id)
        .exclude(jenis="")
        .order_by("jenis")
        .values_list("jenis", flat=True)
        .distinct()
    )
