"""Several roll-ups of one unit in few queries: what is kept is read side by side.

Each kept table has one row per unit and key, so they stand beside the unit without multiplying
anything. Is one of them stale, or a mark waiting, each roll-up answers for itself (``Rekap.jumlah``
counts and keeps): then, once, there are more queries.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import (
    BigIntegerField,
    CharField,
    Count,
    DateField,
    F,
    FilteredRelation,
    IntegerField,
    Q,
    QuerySet,
    Sum,
    Value,
)
from django.db.models.functions import StrIndex, Substr

from tera.core.kueri import DaftarNomor, Isian, KueriSiap, kueri_siap
from tera.organisasi.hitungan import pemicu
from tera.organisasi.hitungan.rekap import Rekap, daftar_rekap
from tera.organisasi.hitungan.tanya import CAKUPAN, Jumlah, Tanya, di_bawah, segar_pada
from tera.organisasi.models import TandaBasi


def jumlah_bersama(daftar: Sequence[Tanya]) -> list[Jumlah]:
    """Return the answers to several questions about one unit, in their order.

    Two queries while everything is fresh, and one for each table with columns that aren't summed.
    All questions are of one unit and of one ``rinci``.
    """
    hasil = _tersimpan(daftar) if _keadaan(daftar) else None
    if hasil is not None:
        return hasil
    return [
        satu.rekap.jumlah(
            unit=satu.unit,
            kunci=satu.kunci,
            hari=satu.hari,
            varian=satu.varian.varian,
            rinci=satu.rinci,
            **satu.nilai,
        )
        for satu in daftar
    ]


def _keadaan(daftar: Sequence[Tanya]) -> bool:
    """Whether all triggers stand and no mark of any of the tables waits: one query."""
    ruang = sorted({ruang for satu in daftar for ruang, _asal in satu.rekap.sumber})
    with connection.cursor() as kursor:
        kursor.execute(
            f"SELECT {pemicu.cacah_sql(connection.vendor)}, "  # noqa: S608 own names
            f"EXISTS(SELECT 1 FROM {TandaBasi._meta.db_table} "
            f"WHERE instansi_id = %s AND lingkup IN ({', '.join(['%s'] * len(ruang))}))",
            [pemicu.POLA, daftar[0].unit.instansi_id, *ruang],
        )
        cacah, ada = kursor.fetchone()
    return cacah == pemicu.jumlah() and not ada


def _tersimpan(daftar: Sequence[Tanya]) -> list[Jumlah] | None:
    pertama = daftar[0]
    rinci = pertama.rinci
    isi: dict[str, Any] = dict(pertama.cakupan)
    if not rinci:
        isi["letak"] = len(pertama.unit.path) + 1
    for nomor, satu in enumerate(daftar):
        isi |= {f"{nama}_{nomor}": nilai for nama, nilai in satu.segar.items()}
    baris = _kueri(tuple(satu.rekap.lingkup for satu in daftar), rinci)(**isi)
    n_unit = sum(satu[1] for satu in baris)
    bagian: list[dict[str, Counter[str]]] = [{} for _satu in daftar]
    for kata, n, *angka in baris:
        kunci = kata if rinci else kata.rstrip("/")
        letak = 0
        for nomor, satu in enumerate(daftar):
            if angka[letak] != n:
                return None
            kolom = satu.rekap.kolom
            isi_kolom = angka[letak + 1 : letak + 1 + len(kolom)]
            bagian[nomor][kunci] = Counter(dict(zip(kolom, isi_kolom, strict=True)))
            letak += 1 + len(kolom)
    lain = _isi_lain(daftar)
    return [Jumlah(bagian[nomor], lain[nomor], n_unit, True) for nomor in range(len(daftar))]


def _isi_lain(daftar: Sequence[Tanya]) -> list[list[tuple[Any, ...]]]:
    """The columns that aren't summed: one query per table, whatever the number of its keys."""
    hasil: list[list[tuple[Any, ...]]] = [[] for _satu in daftar]
    per_rekap: dict[str, list[int]] = {}
    for nomor, satu in enumerate(daftar):
        if satu.rekap.lain:
            per_rekap.setdefault(satu.rekap.lingkup, []).append(nomor)
    for lingkup, letak in per_rekap.items():
        kunci = [daftar[nomor].kunci for nomor in letak]
        for milik, *isi in _kueri_lain(lingkup)(**daftar[0].cakupan, kunci=kunci):
            for nomor in letak:
                if daftar[nomor].kunci == milik:
                    hasil[nomor].append(tuple(isi))
    return hasil


def _rekap(lingkup: str) -> Rekap:
    return next(satu for satu in daftar_rekap() if satu.lingkup == lingkup)


@cache
def _kueri_lain(lingkup: str) -> KueriSiap:
    rekap = _rekap(lingkup)

    def susun(instansi_id: Isian, awal: Isian, akhir: Isian, kunci: Isian) -> QuerySet[Any, Any]:
        return rekap.model._default_manager.filter(
            unit__instansi_id=instansi_id,
            unit__path__gte=awal,
            unit__path__lt=akhir,
            kunci__in=kunci,
        ).values_list("kunci", *rekap.lain)

    return kueri_siap(**CAKUPAN, kunci=DaftarNomor())(susun)


@cache
def _kueri(daftar_lingkup: tuple[str, ...], rinci: bool) -> KueriSiap:
    daftar = [_rekap(satu) for satu in daftar_lingkup]
    bidang: dict[str, Any] = dict(CAKUPAN)
    if not rinci:
        bidang["letak"] = IntegerField()
    for nomor in range(len(daftar)):
        bidang |= {
            f"kunci_{nomor}": BigIntegerField(),
            f"hari_{nomor}": DateField(),
            f"sidik_{nomor}": CharField(),
        }

    def susun(**isian: Isian) -> QuerySet[Any, Any]:
        hasil: QuerySet[Any, Any] = di_bawah(**{nama: isian[nama] for nama in CAKUPAN})
        kolom: dict[str, Any] = {"n_unit": Count("pk")}
        for nomor, rekap in enumerate(daftar):
            hasil = hasil.annotate(
                **{
                    f"kini{nomor}": FilteredRelation(
                        rekap.nama_relasi,
                        condition=Q(**{f"{rekap.nama_relasi}__kunci": isian[f"kunci_{nomor}"]}),
                    )
                }
            )
            segar = segar_pada(f"kini{nomor}__", isian[f"hari_{nomor}"], isian[f"sidik_{nomor}"])
            kolom[f"s{nomor}"] = Count(f"kini{nomor}", filter=segar)
            kolom |= {f"n{nomor}_{nama}": Sum(f"kini{nomor}__{nama}") for nama in rekap.kolom}
        if rinci:
            bagian: Any = F("path")
        else:
            sisa = Substr("path", isian["letak"])
            bagian = Substr(sisa, 1, StrIndex(sisa, Value("/")))
        jawab: QuerySet[Any, Any] = (
            hasil.annotate(bagian=bagian).order_by().values_list("bagian").annotate(**kolom)
        )
        return jawab

    return kueri_siap(**bidang)(susun)
