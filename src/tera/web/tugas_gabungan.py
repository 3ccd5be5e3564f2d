"""Home's one query for what waits in several rooms: each room adds parts and words.

Home has no query to spare, so the parts travel in one union. To add to it, write a module with

- ``KATA``: the words of its rows, used by no other module;
- ``bagian(isian)``: querysets ``values_list("kata", <pk>, "isi", <until when>, "n")``, built from
  the ``Isian`` of ``BIDANG`` alone; a part that finds nothing gives no row;
- ``tugas(kata, pk, isi, batas, n, pada=…)``: the task that a row stands for, without a query;

and a ``Penyumbang`` in ``PENYUMBANG``. Nothing else changes: ``baris`` asks, ``daftar`` writes.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, DateField, Field, QuerySet

from tera.bimtek.selectors import kelas_tugas
from tera.core.aktor import Aktor
from tera.core.kueri import Isian, kueri_siap
from tera.dialog.selectors import tugas as dialog
from tera.kalibrasi.selectors import menunggu as kalibrasi
from tera.tindak_lanjut.selectors.penghargaan import tugas as penghargaan
from tera.tindak_lanjut.selectors.talenta import tugas as talenta
from tera.umpan_balik.selectors import berkelanjutan, putaran
from tera.web import (
    tugas_angka_kredit,
    tugas_bimtek,
    tugas_dasbor,
    tugas_evaluasi,
    tugas_kalibrasi,
    tugas_keberatan,
    tugas_pengembangan,
    tugas_penghargaan,
    tugas_putaran,
    tugas_rapat,
    tugas_sosialisasi,
    tugas_talenta,
    tugas_tindakan,
    tugas_umpan,
)

#: (word, pk, text, until when, how many)
Baris = tuple[str, int, str, dt.date | None, int]
Bagian = Callable[[dict[str, Isian]], list[QuerySet[Any, Any]]]


@dataclass(frozen=True, slots=True)
class Penyumbang:
    """What one room adds to home's one query.

    Attributes:
        kata: the words of its rows.
        bagian: its parts, asked for everybody.
        bagian_pengelola: its parts that only the pengelola is asked.
        bagian_pejabat: its parts that only a PyB or pejabat pembina is asked.
        tugas: the task of one row; None where the room reads all its rows together.
        bidang: values its parts take besides ``saya``, ``instansi`` and ``pada``.
        nilai: those values for an aktor.
        ringkas: reads its rows together before each is written: drops and adds up, no query.
    """

    kata: frozenset[str]
    bagian: Bagian
    bagian_pengelola: Bagian = lambda isian: []
    bagian_pejabat: Bagian = lambda isian: []
    tugas: Callable[..., dict[str, Any]] | None = None
    bidang: dict[str, Any] | None = None
    nilai: Callable[[Aktor], dict[str, Any]] = lambda aktor: {}
    ringkas: Callable[[list[Baris], dt.date], list[Baris]] | None = None


#: The first part of the first one gives the union its kinds of columns.
PENYUMBANG = (
    Penyumbang(
        kata=tugas_evaluasi.KATA,
        bagian=tugas_evaluasi.bagian,
        bagian_pengelola=tugas_evaluasi.bagian_pengelola,
        tugas=tugas_evaluasi.tugas,
        bidang=tugas_evaluasi.BIDANG,
        nilai=tugas_evaluasi.nilai,
    ),
    Penyumbang(
        kata=tugas_keberatan.KATA,
        bagian=tugas_keberatan.bagian,
        bagian_pengelola=tugas_keberatan.bagian_pengelola,
        tugas=tugas_keberatan.tugas,
    ),
    Penyumbang(
        kata=tugas_putaran.KATA,
        bagian=lambda isian: putaran.bagian_tugas(saya=isian["saya"], pada=isian["pada"]),
        tugas=tugas_putaran.tugas,
    ),
    Penyumbang(
        kata=tugas_umpan.KATA,
        bagian=lambda isian: berkelanjutan.bagian_tugas(saya=isian["saya"], pada=isian["pada"]),
        tugas=tugas_umpan.tugas,
    ),
    # No task: home shows it in a card of its own.
    Penyumbang(
        kata=tugas_umpan.TERAKHIR,
        bagian=lambda isian: berkelanjutan.bagian_terakhir(saya=isian["saya"]),
    ),
    Penyumbang(kata=tugas_dasbor.KATA, bagian=tugas_dasbor.bagian, tugas=tugas_dasbor.tugas),
    Penyumbang(kata=tugas_rapat.KATA, bagian=tugas_rapat.bagian, tugas=tugas_rapat.tugas),
    # Written by ``tugas_dialog``, which names a few and counts the rest.
    Penyumbang(
        kata=dialog.KATA,
        bagian=lambda isian: dialog.bagian_tugas(**{nama: isian[nama] for nama in dialog.BIDANG}),
        bidang=dialog.BIDANG,
        nilai=dialog.isian_tugas,
    ),
    Penyumbang(
        kata=talenta.KATA,
        bagian=talenta.bagian_tugas,
        bagian_pengelola=talenta.bagian_pengelola,
        bagian_pejabat=talenta.bagian_pejabat,
        tugas=tugas_talenta.tugas,
    ),
    Penyumbang(
        kata=tugas_tindakan.KATA,
        bagian=tugas_tindakan.bagian,
        bagian_pengelola=tugas_tindakan.bagian_pengelola,
        bagian_pejabat=tugas_tindakan.bagian_pejabat,
        tugas=tugas_tindakan.tugas,
    ),
    Penyumbang(
        kata=tugas_pengembangan.KATA,
        bagian=tugas_pengembangan.bagian,
        bagian_pengelola=tugas_pengembangan.bagian_pengelola,
        bagian_pejabat=tugas_pengembangan.bagian_pejabat,
        tugas=tugas_pengembangan.tugas,
        bidang=tugas_pengembangan.BIDANG,
        nilai=tugas_pengembangan.nilai,
        ringkas=tugas_pengembangan.ringkas,
    ),
    Penyumbang(
        kata=penghargaan.KATA,
        bagian=penghargaan.bagian_tugas,
        bagian_pengelola=penghargaan.bagian_pengelola,
        tugas=tugas_penghargaan.tugas,
    ),
    Penyumbang(
        kata=tugas_angka_kredit.KATA,
        bagian=tugas_angka_kredit.bagian,
        bagian_pengelola=tugas_angka_kredit.bagian_pengelola,
        tugas=tugas_angka_kredit.tugas,
    ),
    Penyumbang(
        kata=tugas_kalibrasi.KATA, bagian=kalibrasi.bagian_tugas, tugas=tugas_kalibrasi.tugas
    ),
    Penyumbang(kata=kelas_tugas.KATA, bagian=kelas_tugas.bagian_tugas, tugas=tugas_bimtek.tugas),
    Penyumbang(
        kata=tugas_sosialisasi.KATA,
        bagian=tugas_sosialisasi.bagian,
        tugas=tugas_sosialisasi.tugas,
        bidang=tugas_sosialisasi.BIDANG,
        nilai=tugas_sosialisasi.nilai,
    ),
)
BIDANG: dict[str, Field[Any, Any]] = {
    "saya": BigIntegerField(),
    "instansi": BigIntegerField(),
    "pada": DateField(),
}
for _satu in PENYUMBANG:
    BIDANG |= _satu.bidang or {}
PER_KATA = {kata: satu for satu in PENYUMBANG for kata in satu.kata}


def baris(aktor: Aktor, peran: frozenset[str]) -> list[Baris]:
    """Return what waits for the aktor in all the rooms: one query."""
    if aktor.pegawai_id is None:
        return []
    nilai: dict[str, Any] = {
        "saya": aktor.pegawai_id,
        "instansi": aktor.instansi_id,
        "pada": aktor.hari_ini,
    }
    for satu in PENYUMBANG:
        nilai |= satu.nilai(aktor)
    pejabat = bool(peran & {"pyb", "pejabat_pembina"})
    if "pengelola" in peran:
        return (_menunggu_keduanya if pejabat else _menunggu_pengelola)(**nilai)
    return (_menunggu_pejabat if pejabat else _menunggu)(**nilai)


def daftar(aktor: Aktor, semua: Iterable[Baris]) -> list[dict[str, Any]]:
    """Return the tasks of the rows that are written one by one."""
    hasil = []
    semua = list(semua)
    for ruang in PENYUMBANG:
        if ruang.ringkas is not None:
            semua = ruang.ringkas(semua, aktor.hari_ini)
    for satu in sorted(semua, key=lambda satu: (satu[0], str(satu[3]))):
        tulis = PER_KATA[satu[0]].tugas
        if tulis is not None:
            hasil.append(tulis(*satu, pada=aktor.hari_ini))
    return hasil


@kueri_siap(**BIDANG)
def _menunggu(**isian: Isian) -> QuerySet[Any, Any]:
    return _gabung(bagian for satu in PENYUMBANG for bagian in satu.bagian(isian))


@kueri_siap(**BIDANG)
def _menunggu_pengelola(**isian: Isian) -> QuerySet[Any, Any]:
    return _gabung(
        bagian
        for satu in PENYUMBANG
        for bagian in (*satu.bagian(isian), *satu.bagian_pengelola(isian))
    )


@kueri_siap(**BIDANG)
def _menunggu_pejabat(**isian: Isian) -> QuerySet[Any, Any]:
    return _gabung(
        bagian
        for satu in PENYUMBANG
        for bagian in (*satu.bagian(isian), *satu.bagian_pejabat(isian))
    )


@kueri_siap(**BIDANG)
def _menunggu_keduanya(**isian: Isian) -> QuerySet[Any, Any]:
    return _gabung(
        bagian
        for satu in PENYUMBANG
        for bagian in (
            *satu.bagian(isian),
            *satu.bagian_pengelola(isian),
            *satu.bagian_pejabat(isian),
        )
    )


def _gabung(semua: Iterable[QuerySet[Any, Any]]) -> QuerySet[Any, Any]:
    pertama, *lain = semua
    return pertama.union(*lain, all=True)
