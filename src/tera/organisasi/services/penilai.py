"""Keeps ``HubunganPenilai`` fresh: computed at every day where an answer may change."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from django.db import transaction

from tera.core import kejadian
from tera.core.sisip import sisip_massal
from tera.organisasi.models import HubunganPenilai, Instansi
from tera.organisasi.selectors.fakta_penilai import Fakta, muat_fakta
from tera.organisasi.selectors.resolusi import JawabanPenilai, ResolusiHari

POTONG = 2000
_SATU_HARI = dt.timedelta(days=1)


class Ruas(NamedTuple):
    """One answer from a day to a day."""

    sejak: dt.date
    sampai: dt.date | None
    jawaban: JawabanPenilai


class _Lama(NamedTuple):
    id: int
    sejak: dt.date
    sampai: dt.date | None
    jawaban: JawabanPenilai


@transaction.atomic
def segarkan_penilai(*, instansi_id: int, sejak: dt.date) -> int:
    """Recompute who rates whom in one instansi from ``sejak`` on; earlier days stay as they were.

    Returns:
        The number of assignments whose answer changed.
    """
    Instansi.objects.select_for_update(of=("self",)).get(pk=instansi_id)
    fakta = muat_fakta(instansi_id=instansi_id, sejak=sejak)
    baru = hitung_ruas(fakta, sejak)
    lama = _muat_lama(instansi_id, sejak)
    hapus: list[int] = []
    ubah: list[tuple[int, dt.date | None]] = []
    tambah: list[HubunganPenilai] = []
    berubah = 0
    for tugas_id in baru.keys() | lama.keys():
        sebelum, sesudah = lama.get(tugas_id, []), baru.get(tugas_id, [])
        if _sama(sebelum, sesudah, sejak):
            continue
        berubah += 1
        pangkal, sisa = _pangkal(sebelum, sesudah, sejak)
        if pangkal is not None:
            ubah.append(pangkal)
        hapus += [baris.id for baris in sebelum if baris.sejak >= sejak]
        tambah += [_baris(instansi_id, tugas_id, ruas) for ruas in sisa]
    for potong in _potong(hapus):
        HubunganPenilai.objects.filter(pk__in=potong).delete()
    _ubah_sampai(ubah)
    sisip_massal(tambah)
    if berubah:
        kejadian.terbitkan(
            instansi_id=instansi_id,
            nama="organisasi.penilai_berubah",
            muatan={"jumlah": berubah, "sejak": sejak.isoformat()},
        )
    return berubah


def hitung_ruas(fakta: Fakta, sejak: dt.date) -> dict[int, list[Ruas]]:
    """Return for each assignment its answers from ``sejak`` on, equal neighbours merged."""
    hasil: dict[int, list[Ruas]] = {}
    daftar_titik = fakta.daftar_titik(sejak)
    for nomor, hari in enumerate(daftar_titik):
        akhir = daftar_titik[nomor + 1] - _SATU_HARI if nomor + 1 < len(daftar_titik) else None
        jawab = ResolusiHari(fakta, hari).jawab
        for tugas in fakta.daftar_tugas:
            if tugas.sejak > hari or (tugas.sampai is not None and tugas.sampai < hari):
                continue
            jawaban = jawab(tugas)
            daftar = hasil.setdefault(tugas.id, [])
            if daftar and daftar[-1].jawaban == jawaban:
                daftar[-1] = daftar[-1]._replace(sampai=akhir)
            else:
                daftar.append(Ruas(hari, akhir, jawaban))
    return hasil


def _muat_lama(instansi_id: int, sejak: dt.date) -> dict[int, list[_Lama]]:
    hasil: dict[int, list[_Lama]] = {}
    # Texts repeat by unit: sharing one copy keeps a large instansi in memory.
    jawaban_sama: dict[JawabanPenilai, JawabanPenilai] = {}
    for pk, tugas_id, mulai, sampai, penilai_id, atasan_id, dasar, penjelasan, kendala in (
        HubunganPenilai.objects.filter(instansi_id=instansi_id)
        .exclude(sampai__lt=sejak)
        .order_by("penugasan_id", "sejak")
        .values_list(
            "id",
            "penugasan_id",
            "sejak",
            "sampai",
            "penilai_id",
            "atasan_penilai_id",
            "dasar",
            "penjelasan",
            "kendala",
        )
        .iterator(chunk_size=5000)
    ):
        jawaban = JawabanPenilai(penilai_id, atasan_id, dasar, penjelasan, kendala)
        jawaban = jawaban_sama.setdefault(jawaban, jawaban)
        hasil.setdefault(tugas_id, []).append(_Lama(pk, mulai, sampai, jawaban))
    return hasil


def _sama(sebelum: list[_Lama], sesudah: list[Ruas], sejak: dt.date) -> bool:
    return len(sebelum) == len(sesudah) and all(
        max(a.sejak, sejak) == b.sejak and a.sampai == b.sampai and a.jawaban == b.jawaban
        for a, b in zip(sebelum, sesudah, strict=True)
    )


def _pangkal(
    sebelum: list[_Lama], sesudah: list[Ruas], sejak: dt.date
) -> tuple[tuple[int, dt.date | None] | None, list[Ruas]]:
    """The old row that began before ``sejak``: carried on when the answer stayed, else cut."""
    if not sebelum or sebelum[0].sejak >= sejak:
        return None, sesudah
    lama = sebelum[0]
    if sesudah and sesudah[0].sejak == sejak and sesudah[0].jawaban == lama.jawaban:
        return (lama.id, sesudah[0].sampai), sesudah[1:]
    return (lama.id, sejak - _SATU_HARI), sesudah


def _baris(instansi_id: int, tugas_id: int, ruas: Ruas) -> HubunganPenilai:
    jawaban = ruas.jawaban
    return HubunganPenilai(
        instansi_id=instansi_id,
        penugasan_id=tugas_id,
        penilai_id=jawaban.penilai_id,
        atasan_penilai_id=jawaban.atasan_id,
        dasar=jawaban.dasar,
        penjelasan=jawaban.penjelasan,
        kendala=jawaban.kendala,
        sejak=ruas.sejak,
        sampai=ruas.sampai,
    )


def _ubah_sampai(ubah: list[tuple[int, dt.date | None]]) -> None:
    per_hari: dict[dt.date | None, list[int]] = {}
    for pk, sampai in ubah:
        per_hari.setdefault(sampai, []).append(pk)
    for sampai, daftar in per_hari.items():
        for potong in _potong(daftar):
            HubunganPenilai.objects.filter(pk__in=potong).update(sampai=sampai)


def _potong(daftar: Iterable[object]) -> Iterator[list]:  # type: ignore[type-arg]
    butir = iter(daftar)
    while potong := list(islice(butir, POTONG)):
        yield potong
