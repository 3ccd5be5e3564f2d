"""Who may well meet whom: one's penilai, the people one rates, team leads and members."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from tera.core.aktor import Aktor
from tera.dialog.models import Pertemuan
from tera.organisasi.models import AnggotaTim, HubunganPenilai, Pegawai
from tera.organisasi.selectors import berlaku_pada


def hubungan_antara(*, saya: int, lain: int, pada: dt.date) -> tuple[str, int, int]:
    """Return (hubungan, pegawai_id, mitra_id) of two people on the day: at most two queries.

    Whose work is spoken of comes first; of two colleagues the one who asks.
    """
    dinilai = (
        HubunganPenilai.objects.filter(berlaku_pada(pada))
        .filter(
            Q(penilai_id=saya, penugasan__pegawai_id=lain)
            | Q(penilai_id=lain, penugasan__pegawai_id=saya)
        )
        .values_list("penugasan__pegawai_id", flat=True)
        .order_by("pk")
        .first()
    )
    if dinilai is not None:
        return _urut(Pertemuan.Hubungan.PENILAI_PEGAWAI, dinilai, saya, lain)
    anggota = (
        AnggotaTim.objects.filter(berlaku_pada(pada), berlaku_pada(pada, "tim__"))
        .filter(Q(tim__ketua_id=saya, pegawai_id=lain) | Q(tim__ketua_id=lain, pegawai_id=saya))
        .values_list("pegawai_id", flat=True)
        .order_by("pk")
        .first()
    )
    if anggota is not None:
        return _urut(Pertemuan.Hubungan.KETUA_ANGGOTA, anggota, saya, lain)
    return Pertemuan.Hubungan.KESEPAKATAN, saya, lain


def _urut(hubungan: str, pegawai: int, saya: int, lain: int) -> tuple[str, int, int]:
    return hubungan, pegawai, lain if pegawai == saya else saya


def rekan_bicara(*, aktor: Aktor, pada: dt.date) -> list[tuple[str, list[Pegawai]]]:
    """Return groups ("penilai", "dinilai", "ketua", "anggota") with their people: four queries."""
    saya = aktor.pegawai_id or 0
    hubungan = HubunganPenilai.objects.filter(berlaku_pada(pada))
    tim = AnggotaTim.objects.filter(berlaku_pada(pada), berlaku_pada(pada, "tim__"))
    isi: list[tuple[str, QuerySet[Pegawai]]] = [
        ("penilai", _orang(hubungan.filter(penugasan__pegawai_id=saya).values("penilai_id"))),
        ("dinilai", _orang(hubungan.filter(penilai_id=saya).values("penugasan__pegawai_id"))),
        ("ketua", _orang(tim.filter(pegawai_id=saya).values("tim__ketua_id"))),
        ("anggota", _orang(tim.filter(tim__ketua_id=saya).values("pegawai_id"))),
    ]
    sudah: set[int] = {saya}
    hasil = []
    for kata, daftar in isi:
        orang = _baru(daftar, sudah)
        if orang:
            hasil.append((kata, orang))
    return hasil


def _baru(daftar: Iterable[Pegawai], sudah: set[int]) -> list[Pegawai]:
    hasil = [satu for satu in daftar if satu.pk not in sudah]
    sudah |= {satu.pk for satu in hasil}
    return hasil


def _orang(kunci: QuerySet[Any, Any]) -> QuerySet[Pegawai]:
    return Pegawai.objects.filter(pk__in=kunci).order_by("nama")


def rekan_bernip(*, aktor: Aktor, nip: str) -> Pegawai | None:
    """Return the active colleague of the instansi with this NIP: any two may agree to meet."""
    return Pegawai.objects.filter(
        instansi_id=aktor.instansi_id, nip=nip, kedudukan_hukum="aktif"
    ).first()
