"""The ledger of one person: the jenjang held, the sum, every row with what it came from."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet, Sum

from tera.angka_kredit.models import (
    BarisAngkaKredit,
    FaktaJF,
    JenisFakta,
    KonversiPredikat,
    MasaJenjang,
    PenetapanAngkaKredit,
)
from tera.organisasi.models import Pegawai

NOL = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Buku:
    """One jenjang with its ledger.

    Attributes:
        baris: rows oldest first; a reversed row and its reversal both stand.
        unsur: sum by ``BarisAngkaKredit.Unsur`` of what the row counts (reversals taken off).
    """

    masa: MasaJenjang
    baris: tuple[BarisAngkaKredit, ...]
    jumlah: Decimal
    unsur: dict[str, Decimal]


@dataclass(frozen=True, slots=True)
class BukuOrang:
    """All of one person: five queries."""

    pegawai: Pegawai
    kini: Buku | None
    lampau: tuple[Buku, ...]
    usul: tuple[KonversiPredikat, ...]
    fakta: tuple[FaktaJF, ...]
    daftar_pak: tuple[PenetapanAngkaKredit, ...]

    @property
    def asal(self) -> Buku | None:
        """The ledger that a kenaikan jenjang closed for the one held now."""
        if self.kini is None:
            return None
        kemarin = self.kini.masa.mulai - dt.timedelta(days=1)
        return next((satu for satu in self.lampau if satu.masa.selesai == kemarin), None)

    def fakta_terbaru(self, jenis: str) -> FaktaJF | None:
        """Return the newest fact of a kind that wasn't taken back."""
        return next(
            (
                satu
                for satu in self.fakta
                if satu.jenis == jenis and satu.status != FaktaJF.Status.DICABUT
            ),
            None,
        )


def buku_orang(*, pegawai: Pegawai) -> BukuOrang:
    """Return the ledger of ``pegawai``; whoever calls has asked whether the aktor may read it."""
    daftar_masa = list(MasaJenjang.objects.filter(pegawai=pegawai).order_by("-mulai"))
    per_masa = baris_per_masa([satu.pk for satu in daftar_masa])
    buku = [susun_buku(masa, per_masa[masa.pk]) for masa in daftar_masa]
    usul = KonversiPredikat.objects.filter(
        pegawai=pegawai, status=KonversiPredikat.Status.DIUSULKAN
    ).select_related("penilai", "masa")
    return BukuOrang(
        pegawai=pegawai,
        kini=next((satu for satu in buku if satu.masa.selesai is None), None),
        lampau=tuple(satu for satu in buku if satu.masa.selesai is not None),
        usul=tuple(usul.order_by("tahun", "bulan_mulai")),
        fakta=tuple(FaktaJF.objects.filter(pegawai=pegawai).order_by("-tanggal", "-pk")),
        daftar_pak=tuple(
            PenetapanAngkaKredit.objects.filter(pegawai=pegawai)
            .select_related("penilai")
            .order_by("-selesai", "-pk")
        ),
    )


def baris_per_masa(daftar_masa: Iterable[int]) -> defaultdict[int, list[BarisAngkaKredit]]:
    """Return the rows of the ledgers by jenjang held: one query."""
    hasil: defaultdict[int, list[BarisAngkaKredit]] = defaultdict(list)
    for baris in (
        BarisAngkaKredit.objects.filter(masa__in=list(daftar_masa))
        .select_related("konversi", "fakta", "membalik", "pembalik")
        .order_by("dicatat_pada", "konversi__tahun", "konversi__bulan_mulai", "pk")
    ):
        hasil[baris.masa_id].append(baris)
    return hasil


def susun_buku(
    masa: MasaJenjang, baris: Iterable[BarisAngkaKredit], *, sampai: dt.date | None = None
) -> Buku:
    """Return the ledger of a jenjang from its rows; ``sampai``: of what ended by that day."""
    daftar = tuple(satu for satu in baris if sampai is None or _akhir(satu) <= sampai)
    unsur: defaultdict[str, Decimal] = defaultdict(lambda: NOL)
    for satu in daftar:
        asal = satu.membalik.unsur if satu.membalik is not None else satu.unsur
        unsur[str(asal)] += satu.nilai
    return Buku(masa, daftar, bawaan(masa) + sum(unsur.values(), NOL), dict(unsur))


def _akhir(baris: BarisAngkaKredit) -> dt.date:
    """The last day of what a row counts: of its months, or the day of the degree."""
    if baris.konversi is not None:
        tahun, bulan = baris.konversi.tahun, baris.konversi.bulan_selesai
        lusa = dt.date(tahun + bulan // 12, bulan % 12 + 1, 1)
        return lusa - dt.timedelta(days=1)
    return baris.fakta.tanggal if baris.fakta is not None else baris.dicatat_pada


def bawaan(masa: MasaJenjang) -> Decimal:
    """Return what was brought into the jenjang."""
    return NOL + masa.ak_dasar + masa.ak_lama + masa.ak_penyesuaian + masa.ak_perpindahan


def jumlah_per_masa(daftar_masa: Iterable[int]) -> dict[int, Decimal]:
    """Return the sum of the rows by jenjang held: one query."""
    return {
        masa: jumlah or NOL
        for masa, jumlah in BarisAngkaKredit.objects.filter(masa__in=list(daftar_masa))
        .order_by()
        .values_list("masa")
        .annotate(jumlah=Sum("nilai"))
    }


def fakta_pegawai(daftar_pegawai: Iterable[int]) -> QuerySet[FaktaJF]:
    """Return what decides a rise for many people, newest first."""
    return (
        FaktaJF.objects.filter(
            pegawai__in=list(daftar_pegawai),
            jenis__in=[
                JenisFakta.LOWONGAN,
                JenisFakta.UJI_KOMPETENSI,
                JenisFakta.TANPA_LOWONGAN,
            ],
        )
        .exclude(status=FaktaJF.Status.DICABUT)
        .order_by("-tanggal", "-pk")
    )
