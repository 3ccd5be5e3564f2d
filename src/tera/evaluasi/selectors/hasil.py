"""What people's results finally were, year by year: Tera's own and those of the years before it.

Only what is final or decided on objection: nothing here can still be objected to.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    Count,
    DateField,
    Exists,
    IntegerField,
    OuterRef,
    QuerySet,
    Value,
)

from tera.core.aktor import Aktor
from tera.evaluasi.models import Evaluasi, HasilTerdahulu
from tera.organisasi.models import JenisPeriode, Penugasan, UnitKerja
from tera.organisasi.selectors import berlaku_pada
from tera.organisasi.selectors.umum import di_bawah

#: States after which nobody can object any more.
SUDAH_FINAL = (Evaluasi.Status.FINAL, Evaluasi.Status.DIPUTUS)
SUMBER_TERA = "Tera"


@dataclass(frozen=True, slots=True)
class HasilPredikat:
    """One final predikat over whole months of one year (1-12, both included).

    Attributes:
        jenis: kind of period. evaluasi_id, penugasan_id, ditetapkan_pada: None for a year before
            Tera. sumber: ``Tera`` or the imported file.
    """

    pegawai_id: int
    tahun: int
    bulan_mulai: int
    bulan_selesai: int
    jenis: str
    predikat: str
    hasil_kerja: str
    perilaku_kerja: str
    evaluasi_id: int | None
    penugasan_id: int | None
    ditetapkan_pada: dt.date | None
    sumber: str


def hasil_final(
    *,
    instansi_id: int,
    dari_tahun: int,
    sampai_tahun: int,
    pegawai: Collection[int] | QuerySet[Any, Any] | None = None,
) -> list[HasilPredikat]:
    """Return the final results of the years, oldest first within a person: one query.

    Args:
        pegawai: keys of people; None means the whole instansi.
    """
    tahun = (dari_tahun, sampai_tahun)
    sendiri = Evaluasi.objects.filter(
        instansi_id=instansi_id, periode__tahun__range=tahun, status__in=SUDAH_FINAL
    ).exclude(predikat="")
    lama = HasilTerdahulu.objects.filter(instansi_id=instansi_id, tahun__range=tahun)
    if pegawai is not None:
        sendiri, lama = sendiri.filter(pegawai__in=pegawai), lama.filter(pegawai__in=pegawai)
    bulan, hari, nomor = IntegerField(), DateField(), BigIntegerField()
    semua = sendiri.order_by().values_list(
        "pegawai_id", "periode__tahun", "predikat", "rating_hasil_kerja", "rating_perilaku_kerja",
        Value(SUMBER_TERA, CharField()), Value(None, bulan), Value(None, bulan), "pk",
        "skp__penugasan_id", "periode__jenis", "periode__mulai", "periode__selesai", "skp__mulai",
        "skp__selesai", "ditetapkan_pada",
    ).union(
        lama.order_by().values_list(
            "pegawai_id", "tahun", "predikat", "rating_hasil_kerja", "rating_perilaku_kerja",
            "sumber", "bulan_mulai", "bulan_selesai", Value(None, nomor), Value(None, nomor),
            Value(JenisPeriode.TAHUNAN.value, CharField()), *([Value(None, hari)] * 5),
        ),
        all=True,
    )  # fmt: skip
    hasil = [
        HasilPredikat(
            pegawai_id, th,
            awal if pk is None else max(mulai, skp_mulai).month,
            akhir if pk is None else min(selesai, skp_selesai).month,
            jenis, predikat, kerja, perilaku, pk, penugasan_id, pada, sumber,
        )
        for (pegawai_id, th, predikat, kerja, perilaku, sumber, awal, akhir, pk, penugasan_id,
             jenis, mulai, selesai, skp_mulai, skp_selesai, pada) in semua
    ]  # fmt: skip
    # Of two that end together the shorter one comes first: a year stands after its last quarter.
    hasil.sort(
        key=lambda s: (s.pegawai_id, s.tahun, s.bulan_selesai, -s.bulan_mulai, s.evaluasi_id or 0)
    )
    return hasil


def tahunan_per_orang(
    *,
    instansi_id: int,
    dari_tahun: int,
    sampai_tahun: int,
    pegawai: Collection[int] | QuerySet[Any, Any] | None = None,
) -> dict[int, dict[int, HasilPredikat]]:
    """Return person → year → the yearly result: of several, that of the year's last plan.

    One query. A year without a final yearly result has no key.
    """
    hasil: defaultdict[int, dict[int, HasilPredikat]] = defaultdict(dict)
    for satu in hasil_final(
        instansi_id=instansi_id, dari_tahun=dari_tahun, sampai_tahun=sampai_tahun, pegawai=pegawai
    ):
        if satu.jenis == JenisPeriode.TAHUNAN:
            hasil[satu.pegawai_id][satu.tahun] = satu
    return dict(hasil)


def predikat_terdahulu(
    *, unit: UnitKerja, dari_tahun: int, sampai_tahun: int, pada: dt.date
) -> dict[int, Counter[str]]:
    """Return year → predikat → how many people, of imported results: one query.

    Nobody's unit of those years was imported: counted are the people who are in ``unit`` or below
    on the day, each year by the result that ended last.
    """
    milik = HasilTerdahulu.objects.filter(
        instansi_id=unit.instansi_id, tahun__range=(dari_tahun, sampai_tahun)
    )
    sesudah = HasilTerdahulu.objects.filter(
        pegawai_id=OuterRef("pegawai_id"),
        tahun=OuterRef("tahun"),
        bulan_mulai__gt=OuterRef("bulan_mulai"),
    )
    di_unit = Penugasan.objects.filter(
        berlaku_pada(pada),
        di_bawah(unit.path, "unit__path"),
        pegawai_id=OuterRef("pegawai_id"),
        instansi_id=unit.instansi_id,
    )
    hasil: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for tahun, predikat, n in (
        milik.filter(~Exists(sesudah), Exists(di_unit))
        .values_list("tahun", "predikat")
        .annotate(n=Count("pk"))
        .order_by("tahun")
    ):
        hasil[tahun][predikat] = n
    return dict(hasil)


def hasil_terdahulu_saya(*, aktor: Aktor) -> QuerySet[HasilTerdahulu]:
    """Return the aktor's own results of years before Tera, the newest first."""
    return HasilTerdahulu.objects.filter(
        instansi_id=aktor.instansi_id, pegawai_id=aktor.pegawai_id or 0
    ).order_by("-tahun", "-bulan_mulai")
