"""Accumulation of angka kredit in one jenjang, and what is still short for pangkat and jenjang.

Instrument: PermenPANRB 1/2023 Pasal 37-41, Peraturan BKN 3/2023. The sum is AK dasar, each row of
conversion rounded by itself (as in BKN's example), and the addition for a higher degree. The need
for a pangkat is cumulative inside the jenjang: AKK times the place of the golongan in it.

Tidak dimodelkan: vacancy, uji kompetensi, years in the pangkat, predikat of the last two years,
surplus lost at a kenaikan jenjang, pangkat istimewa, PPPK. `dapat_…` says it by angka kredit alone;
at the last golongan of a jenjang a higher pangkat needs the next jenjang first, or, without a
vacancy, a human decision.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tera.regulasi.angka_kredit import (
    AKK_KENAIKAN_JENJANG,
    AKK_KENAIKAN_PANGKAT,
    BULAN_SETAHUN,
    SEPERSERATUS,
    AngkaKredit,
    angka_kredit,
)
from tera.regulasi.dasar import Dasar, gabung_dasar
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.kategori import Jenjang, Predikat
from tera.regulasi.pemuat import PUSTAKA

__all__ = ["GOLONGAN_JENJANG", "Akumulasi", "BarisKonversi", "MasaPredikat",
           "akumulasi_angka_kredit"]  # fmt: skip


def _golongan(nilai: Any) -> Mapping[Jenjang, tuple[str, ...]]:
    return {Jenjang(kata): tuple(daftar) for kata, daftar in nilai.items()}


#: The golongan ruang of each jenjang, lowest first.
GOLONGAN_JENJANG = PUSTAKA.tabel("angka_kredit.toml", "golongan_jenjang", _golongan)


@dataclass(frozen=True, slots=True)
class MasaPredikat:
    """One predikat over whole months of one calendar year, both ends included (1-12)."""

    tahun: int
    bulan_mulai: int
    bulan_selesai: int
    predikat: Predikat


@dataclass(frozen=True, slots=True)
class BarisKonversi:
    """A row with its conversion."""

    masa: MasaPredikat
    konversi: AngkaKredit


@dataclass(frozen=True, slots=True)
class Akumulasi:
    """The sum and the needs, two decimals each.

    `kebutuhan_jenjang` and `kelebihan_jenjang` are None at the top of a kategori. A negative
    `kelebihan_…` is a shortage.
    """

    jumlah: Decimal
    kebutuhan_pangkat: Decimal
    kebutuhan_jenjang: Decimal | None
    baris: tuple[BarisKonversi, ...]
    dasar: tuple[Dasar, ...]

    @property
    def kelebihan_pangkat(self) -> Decimal:
        """What is over the need for the pangkat."""
        return self.jumlah - self.kebutuhan_pangkat

    @property
    def kelebihan_jenjang(self) -> Decimal | None:
        """What is over the need for the jenjang."""
        if self.kebutuhan_jenjang is None:
            return None
        return self.jumlah - self.kebutuhan_jenjang

    @property
    def dapat_pangkat(self) -> bool:
        """Whether the angka kredit suffice for a kenaikan pangkat."""
        return self.kelebihan_pangkat >= 0

    @property
    def dapat_jenjang(self) -> bool:
        """Whether the angka kredit suffice for a kenaikan jenjang; never at the top."""
        lebih = self.kelebihan_jenjang
        return lebih is not None and lebih >= 0


def akumulasi_angka_kredit(
    *,
    jenjang: Jenjang,
    golongan: str,
    baris: Sequence[MasaPredikat],
    ak_dasar: Decimal,
    tambahan_pendidikan: Decimal,
    pada: date,
) -> Akumulasi:
    """Angka kredit gathered in `jenjang` with `golongan` (e.g. `III/c`) by the law of `pada`.

    Each row is converted by the law of its last month. `MasukanSalahError` for a golongan outside
    the jenjang, months outside one year, a month counted twice, negative amounts or more than two
    decimals; `BelumDiaturError` before January 2023.
    """
    tempat = GOLONGAN_JENJANG.pada(pada)
    daftar = tempat.nilai[jenjang]
    if golongan not in daftar:
        raise MasukanSalahError(
            f"Golongan {golongan} bukan golongan jenjang {jenjang.value}. "
            f"Pilihannya: {', '.join(daftar)}."
        )
    awal = _jumlah("ak_dasar", ak_dasar) + _jumlah("tambahan_pendidikan", tambahan_pendidikan)
    hasil = _konversi(jenjang, baris)
    pangkat, naik = AKK_KENAIKAN_PANGKAT.pada(pada), AKK_KENAIKAN_JENJANG.pada(pada)
    return Akumulasi(
        jumlah=sum((satu.konversi.nilai for satu in hasil), awal).quantize(SEPERSERATUS),
        kebutuhan_pangkat=(pangkat.nilai[jenjang] * (daftar.index(golongan) + 1)).quantize(
            SEPERSERATUS
        ),
        # The table keeps 0 where there is no next jenjang.
        kebutuhan_jenjang=naik.nilai[jenjang].quantize(SEPERSERATUS)
        if naik.nilai[jenjang]
        else None,
        baris=hasil,
        dasar=gabung_dasar(
            *(satu.konversi.dasar for satu in hasil), pangkat.dasar, naik.dasar, tempat.dasar
        ),
    )


def _konversi(jenjang: Jenjang, baris: Sequence[MasaPredikat]) -> tuple[BarisKonversi, ...]:
    sudah: set[tuple[int, int]] = set()
    hasil = []
    for masa in baris:
        if not 1 <= masa.bulan_mulai <= masa.bulan_selesai <= BULAN_SETAHUN:
            raise MasukanSalahError(
                f"Bulan {masa.bulan_mulai} sampai {masa.bulan_selesai} tahun {masa.tahun} bukan "
                "masa di dalam satu tahun. Pisahkan per tahun; bulan 1 sampai 12."
            )
        bulan = {(masa.tahun, b) for b in range(masa.bulan_mulai, masa.bulan_selesai + 1)}
        if kembar := sudah & bulan:
            tahun, satu = min(kembar)
            raise MasukanSalahError(
                f"Bulan {satu} tahun {tahun} dihitung dua kali. Satu bulan hanya dikonversi "
                "sekali; betulkan masa barisnya."
            )
        sudah |= bulan
        konversi = angka_kredit(
            jenjang=jenjang,
            predikat=masa.predikat,
            bulan=len(bulan),
            pada=date(masa.tahun, masa.bulan_selesai, 28),
        )
        hasil.append(BarisKonversi(masa, konversi))
    return tuple(hasil)


def _jumlah(nama: str, nilai: Decimal) -> Decimal:
    if not nilai.is_finite() or nilai < 0 or nilai != nilai.quantize(SEPERSERATUS):
        raise MasukanSalahError(
            f"`{nama}` harus angka nol atau lebih dengan paling banyak dua angka di belakang koma."
        )
    return nilai
