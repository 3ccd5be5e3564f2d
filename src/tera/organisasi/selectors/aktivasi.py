"""Who still has no open account, per unit: for the officer who hands out activation letters."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Exists, OuterRef, QuerySet

from tera.core import clock
from tera.core.aktor import Aktor
from tera.core.akun.services import PERAN_PENERBIT
from tera.core.models import KodeAktivasi
from tera.organisasi.models import (
    JenisPenugasan,
    Pegawai,
    Penugasan,
    UnitKerja,
)
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.organisasi.selectors.petugas import cakupan_petugas

# A person is listed where the post is their own: Plt and tugas tambahan would list them twice.
JENIS_UTAMA = (JenisPenugasan.DEFINITIF, JenisPenugasan.PJ)


class StatusAkun(StrEnum):
    """How far an account has come."""

    BELUM = "belum"
    KODE = "kode"
    AKTIF = "aktif"


@dataclass(frozen=True, slots=True)
class UnitAktivasi:
    """One unit with its people counted by the state of their account."""

    id: int
    nama: str
    induk: str
    jumlah: int
    aktif: int
    kode: int

    @property
    def belum(self) -> int:
        """People without an open account and without a valid code."""
        return self.jumlah - self.aktif - self.kode


def unit_dikelola(*, aktor: Aktor, pada: dt.date) -> QuerySet[UnitKerja]:
    """Return the units whose accounts the aktor looks after, in the order of the tree."""
    return (
        UnitKerja.objects.filter(
            cakupan_petugas(aktor=aktor, pada=pada, peran=PERAN_PENERBIT),
            berlaku_pada(pada),
            instansi_id=aktor.instansi_id,
        )
        .select_related("induk")
        .order_by("path")
    )


def pegawai_unit(*, aktor: Aktor, unit: UnitKerja, pada: dt.date) -> QuerySet[Pegawai]:
    """Return the people whose own post is in ``unit`` on ``pada``, by name."""
    return (
        Pegawai.objects.filter(
            Exists(_penugasan(pada).filter(pegawai=OuterRef("pk"), unit=unit)),
            instansi_id=aktor.instansi_id,
        )
        .select_related("akun")
        .annotate(ada_kode=Exists(_kode_berlaku(OuterRef("akun_id"))))
        .order_by("nama", "pk")
    )


def pegawai_dikelola(*, aktor: Aktor, pada: dt.date) -> QuerySet[Pegawai]:
    """Return everyone whose own post is in a unit the aktor looks after."""
    return (
        Pegawai.objects.filter(
            Exists(
                _penugasan(pada).filter(
                    pegawai=OuterRef("pk"),
                    unit__in=unit_dikelola(aktor=aktor, pada=pada).order_by().values("pk"),
                )
            ),
            instansi_id=aktor.instansi_id,
        )
        .select_related("akun")
        .order_by("nama", "pk")
    )


def hitung_aktivasi(
    *, aktor: Aktor, daftar_unit: list[UnitKerja], pada: dt.date
) -> list[UnitAktivasi]:
    """Count the people of each unit by the state of their account; one query."""
    hitung: dict[int, list[int]] = {unit.pk: [0, 0, 0] for unit in daftar_unit}
    baris = (
        _penugasan(pada)
        .filter(unit__in=daftar_unit, instansi_id=aktor.instansi_id)
        .annotate(ada_kode=Exists(_kode_berlaku(OuterRef("pegawai__akun_id"))))
        .values_list("unit_id", "pegawai_id", "pegawai__akun__password", "ada_kode")
        .distinct()
    )
    for unit_id, _pegawai_id, sandi, ada_kode in baris:
        angka = hitung[unit_id]
        angka[0] += 1
        if sandi_terpakai(sandi):
            angka[1] += 1
        elif ada_kode:
            angka[2] += 1
    return [
        UnitAktivasi(unit.pk, unit.nama, unit.induk.nama if unit.induk else "", *hitung[unit.pk])
        for unit in daftar_unit
    ]


def status_akun(pegawai: Pegawai) -> StatusAkun:
    """Return how far the account of a row of ``pegawai_unit`` has come."""
    if pegawai.akun is not None and sandi_terpakai(pegawai.akun.password):
        return StatusAkun.AKTIF
    return StatusAkun.KODE if getattr(pegawai, "ada_kode", False) else StatusAkun.BELUM


def sandi_terpakai(sandi: str | None) -> bool:
    """Whether a stored password can open an account."""
    return bool(sandi) and not str(sandi).startswith(UNUSABLE_PASSWORD_PREFIX)


def _penugasan(pada: dt.date) -> QuerySet[Penugasan]:
    return Penugasan.objects.filter(berlaku_pada(pada), jenis__in=JENIS_UTAMA)


def _kode_berlaku(pengguna: OuterRef) -> QuerySet[KodeAktivasi]:
    return KodeAktivasi.objects.filter(
        pengguna_id=pengguna,
        dipakai_at__isnull=True,
        dicabut_at__isnull=True,
        berlaku_sampai__gt=clock.sekarang(),
    )
