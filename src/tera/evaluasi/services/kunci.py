"""Holding evaluations against other writers, with what the rules of a step read."""

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from typing import Any

from django.db.models import DateField, QuerySet

from tera.core.kueri import DaftarNomor, Isian, kueri_siap
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.permissions import dengan_penilai
from tera.organisasi.models import Instansi, Jabatan, Pegawai, Periode, UnitKerja

#: Relations the rules of one evaluation read.
YANG_DIBACA_ATURAN = (
    "skp__penugasan__unit__opd",
    "skp__penugasan__jabatan",
    "periode",
    "pegawai__instansi",
    "penilai__instansi",
    "unit",
    "instansi",
    "swakaji",
)


def kunci_evaluasi(evaluasi: Evaluasi) -> Evaluasi:
    """Return the row held against other writers, with what the rules read."""
    return (
        Evaluasi.objects.select_for_update(of=("self",))
        .select_related(*YANG_DIBACA_ATURAN)
        .get(pk=evaluasi.pk)
    )


def kunci_banyak(pks: Sequence[int], pada: dt.date) -> list[Evaluasi]:
    """Hold many rows, with what the rules read of one, but not the frozen record.

    What many share (unit, jabatan, penilai, periode, instansi) is read once, not once per row.
    """
    _kunci(daftar=pks)
    daftar: list[Evaluasi] = _baris(daftar=pks, pada=pada)
    tugas = [satu.skp.penugasan for satu in daftar]
    _pasang(daftar, "periode", _periode)
    _pasang(daftar, "penilai", _pegawai)
    _pasang([*daftar, *tugas], "unit", _unit)
    _pasang(tugas, "jabatan", _jabatan)
    orang = [satu for evaluasi in daftar for satu in (evaluasi.pegawai, evaluasi.penilai) if satu]
    _pasang([*daftar, *orang], "instansi", _instansi)
    return daftar


def kunci_untuk_langkah(pks: Sequence[int], pada: dt.date) -> list[Evaluasi]:
    """Hold many rows, with what decides who may take the step and names the person: no more."""
    _kunci(daftar=pks)
    daftar: list[Evaluasi] = _baris_langkah(daftar=pks, pada=pada)
    _pasang(daftar, "unit", _unit)
    return daftar


def kunci_tersampaikan(pks: Sequence[int]) -> list[Evaluasi]:
    """Hold those that are still delivered, with what says when their objection window ends."""
    daftar: list[Evaluasi] = _baris_tersampaikan(daftar=pks)
    _pasang(daftar, "unit", _unit)
    _pasang(daftar, "periode", _periode)
    return daftar


def _pasang(daftar: Collection[Any], nama: str, baca: Callable[..., list[Any]]) -> None:
    """Give the objects of ``daftar`` their related row ``nama``, one instance for all who share."""
    kunci = [getattr(satu, f"{nama}_id") for satu in daftar]
    isi = {satu.pk: satu for satu in baca(daftar=set(kunci) - {None})}
    for satu, pk in zip(daftar, kunci, strict=True):
        setattr(satu, nama, isi.get(pk))


@kueri_siap(daftar=DaftarNomor())
def _kunci(daftar: Isian) -> QuerySet[Any, Any]:
    return (
        Evaluasi.objects.select_for_update()
        .filter(pk__in=daftar)
        .order_by("pk")
        .values_list("pk", flat=True)
    )


@kueri_siap(daftar=DaftarNomor(), pada=DateField())
def _baris(daftar: Isian, pada: Isian) -> QuerySet[Evaluasi]:
    return (
        dengan_penilai(Evaluasi.objects.filter(pk__in=daftar), pada=pada)
        .select_related("skp__penugasan", "pegawai", "swakaji")
        .defer("rekaman", "skp__rekaman", "skp__catatan_pengajuan")
        .order_by("pk")
    )


@kueri_siap(daftar=DaftarNomor(), pada=DateField())
def _baris_langkah(daftar: Isian, pada: Isian) -> QuerySet[Evaluasi]:
    return (
        dengan_penilai(Evaluasi.objects.filter(pk__in=daftar), pada=pada)
        .select_related("pegawai")
        .only(
            "instansi",
            "status",
            "unit",
            "penilai",
            "pegawai__nama",
            "pegawai__gelar_depan",
            "pegawai__gelar_belakang",
        )
        .order_by("pk")
    )


@kueri_siap(daftar=DaftarNomor())
def _baris_tersampaikan(daftar: Isian) -> QuerySet[Evaluasi]:
    return (
        Evaluasi.objects.select_for_update()
        .filter(pk__in=daftar, status=Evaluasi.Status.DISAMPAIKAN)
        .only("instansi", "status", "unit", "periode", "diterima_pada")
        .order_by("pk")
    )


@kueri_siap(daftar=DaftarNomor())
def _periode(daftar: Isian) -> QuerySet[Periode]:
    return Periode.objects.filter(pk__in=daftar)


@kueri_siap(daftar=DaftarNomor())
def _pegawai(daftar: Isian) -> QuerySet[Pegawai]:
    return Pegawai.objects.filter(pk__in=daftar)


@kueri_siap(daftar=DaftarNomor())
def _unit(daftar: Isian) -> QuerySet[UnitKerja]:
    return UnitKerja.objects.filter(pk__in=daftar).select_related("opd")


@kueri_siap(daftar=DaftarNomor())
def _jabatan(daftar: Isian) -> QuerySet[Jabatan]:
    return Jabatan.objects.filter(pk__in=daftar)


@kueri_siap(daftar=DaftarNomor())
def _instansi(daftar: Isian) -> QuerySet[Instansi]:
    return Instansi.objects.filter(pk__in=daftar)
