"""Working teams: which an aktor sees, who is in them on a day."""

import datetime as dt

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from tera.core.aktor import Aktor
from tera.organisasi.models import AnggotaTim, Penugasan, TimKerja
from tera.organisasi.selectors.orang import PERAN_PEMBACA
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.organisasi.selectors.petugas import cakupan_petugas
from tera.organisasi.selectors.umum import di_bawah


def tim_terlihat(*, aktor: Aktor, pada: dt.date) -> QuerySet[TimKerja]:
    """Return the teams the aktor leads, belongs to, heads the unit of, or keeps as an officer."""
    semua = (
        TimKerja.objects.filter(instansi_id=aktor.instansi_id)
        .select_related("ketua", "unit")
        .annotate(
            jumlah_anggota=Count("daftar_anggota", filter=berlaku_pada(pada, "daftar_anggota__"))
        )
        .order_by("nama", "id")
    )
    if aktor.adalah_sistem:
        return semua
    saring = Q(ketua_id=aktor.pegawai_id) | Q(
        pk__in=AnggotaTim.objects.filter(pegawai_id=aktor.pegawai_id or 0).values("tim_id")
    )
    for path in jalur_dipimpin(aktor=aktor, pada=pada):
        saring |= di_bawah(path, "unit__path")
    saring |= cakupan_petugas(aktor=aktor, pada=pada, peran=PERAN_PEMBACA, kolom="unit__path")
    return semua.filter(saring)


def anggota_tim(*, tim: TimKerja, pada: dt.date) -> QuerySet[AnggotaTim]:
    """Return the members in force on ``pada``, by name."""
    return (
        tim.daftar_anggota.filter(berlaku_pada(pada))
        .select_related("pegawai")
        .order_by("pegawai__nama", "id")
    )


def tim_diikuti(*, pegawai_id: int, pada: dt.date) -> QuerySet[TimKerja]:
    """Return the teams a person belongs to on ``pada``."""
    return (
        TimKerja.objects.filter(
            berlaku_pada(pada),
            Exists(
                AnggotaTim.objects.filter(
                    berlaku_pada(pada), tim=OuterRef("pk"), pegawai_id=pegawai_id
                )
            ),
        )
        .select_related("ketua", "unit")
        .order_by("nama")
    )


def adalah_ketua_tim(*, ketua_id: int, anggota_id: int, pada: dt.date) -> bool:
    """Whether ``ketua_id`` leads a team in which ``anggota_id`` works on ``pada``; one query."""
    return (
        tim_diikuti(pegawai_id=anggota_id, pada=pada)
        .filter(ketua_id=ketua_id)
        .exclude(ketua_id=anggota_id)
        .exists()
    )


def jalur_dipimpin(*, aktor: Aktor, pada: dt.date) -> list[str]:
    """Return the tree paths of the units the aktor leads on ``pada``."""
    if aktor.pegawai_id is None:
        return []
    return list(
        Penugasan.objects.filter(
            berlaku_pada(pada),
            instansi_id=aktor.instansi_id,
            pegawai_id=aktor.pegawai_id,
            memimpin_unit=True,
        ).values_list("unit__path", flat=True)
    )
