"""The `masukan` of a case from outside, read field by field with a refusal for each field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from tera.regulasi.akumulasi import MasaPredikat
from tera.regulasi.dasar import Dasar
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.kategori import Predikat

K = TypeVar("K", bound=StrEnum)

_JUMLAH = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,2})?")
#: Longest part of a person's input that a message repeats.
_PANJANG_ULANG = 60
#: The count of one predikat; more ASN than that do not exist.
ORANG_TERBANYAK = 10_000_000


def ulang(nilai: object) -> str:
    """The input as shown in a message: short, whatever it is."""
    teks = nilai if isinstance(nilai, str) else type(nilai).__name__
    return teks if len(teks) <= _PANJANG_ULANG else teks[:_PANJANG_ULANG] + "…"


class Masukan:
    """The `masukan` of a case, read field by field with the refusal that each field deserves."""

    def __init__(self, isi: object, daftar_kunci: Iterable[str]) -> None:
        if not isinstance(isi, Mapping):
            raise MasukanSalahError("`masukan` harus berupa objek.")
        wajib = set(daftar_kunci)
        if kurang := wajib - isi.keys():
            raise MasukanSalahError(f"`masukan` kurang: {', '.join(sorted(kurang))}.")
        if asing := isi.keys() - wajib:
            raise MasukanSalahError(
                f"`masukan` berisi yang tidak dikenal: {', '.join(sorted(map(ulang, asing)))}. "
                f"Yang dikenal: {', '.join(sorted(wajib))}."
            )
        self.isi = isi

    def teks(self, kunci: str) -> str:
        nilai = self.isi[kunci]
        if not isinstance(nilai, str):
            raise MasukanSalahError(f"`{kunci}` harus teks.")
        return nilai

    def kata(self, kunci: str, kategori: type[K]) -> K:
        nilai = self.teks(kunci)
        try:
            return kategori(nilai)
        except ValueError:
            raise MasukanSalahError(
                f"`{kunci}` “{ulang(nilai)}” tidak dikenal. Pilihannya: {', '.join(kategori)}."
            ) from None

    def tanggal(self, kunci: str) -> date:
        nilai = self.teks(kunci)
        try:
            # fromisoformat also takes 20260101 and week dates; the contract says YYYY-MM-DD.
            hari = date.fromisoformat(nilai)
        except ValueError:
            hari = None
        if hari is None or nilai != hari.isoformat():
            raise MasukanSalahError(
                f"`{kunci}` “{ulang(nilai)}” bukan tanggal. Tulis TTTT-BB-HH, misalnya 2026-01-31."
            )
        return hari

    def bulat(self, kunci: str, dari: int, sampai: int) -> int:
        return bulat(self.isi[kunci], kunci, dari, sampai)

    def desimal(self, kunci: str) -> Decimal:
        nilai = self.isi[kunci]
        if isinstance(nilai, bool) or not isinstance(nilai, int | float | Decimal):
            raise MasukanSalahError(f"`{kunci}` harus angka.")
        if isinstance(nilai, int) and abs(nilai) > ORANG_TERBANYAK:
            raise MasukanSalahError(f"`{kunci}` terlalu besar.")
        return Decimal(str(nilai))

    def desimal_antara(self, kunci: str, dari: Decimal, sampai: Decimal) -> Decimal:
        """A number of any size up to `sampai`."""
        nilai = self.isi[kunci]
        if isinstance(nilai, bool) or not isinstance(nilai, int | float | Decimal):
            raise MasukanSalahError(f"`{kunci}` harus angka.")
        angka = Decimal(str(nilai))
        if not angka.is_finite() or not dari <= angka <= sampai:
            raise MasukanSalahError(f"`{kunci}` harus angka {dari} sampai {sampai}.")
        return angka

    def uang(self, kunci: str) -> Decimal:
        """An amount of angka kredit: text such as 100.00, or a number."""
        nilai = self.isi[kunci]
        if isinstance(nilai, str):
            if not _JUMLAH.fullmatch(nilai):
                raise MasukanSalahError(
                    f"`{kunci}` “{ulang(nilai)}” bukan jumlah. Tulis seperti 100.00."
                )
            return Decimal(nilai)
        angka = self.desimal(kunci)
        if not angka.is_finite() or abs(angka) > ORANG_TERBANYAK:
            raise MasukanSalahError(f"`{kunci}` harus angka yang wajar.")
        return angka

    def benar(self, kunci: str) -> bool:
        nilai = self.isi[kunci]
        if not isinstance(nilai, bool):
            raise MasukanSalahError(f"`{kunci}` harus true atau false.")
        return nilai


def bulat(nilai: object, kunci: str, dari: int, sampai: int) -> int:
    if isinstance(nilai, bool) or not isinstance(nilai, int) or not dari <= nilai <= sampai:
        raise MasukanSalahError(f"`{kunci}` harus bilangan bulat {dari} sampai {sampai}.")
    return nilai


def dasar_kasus(daftar: Iterable[Dasar]) -> list[dict[str, str]]:
    return [{"peraturan": d.peraturan, "letak": d.letak, "mutu": d.mutu.value} for d in daftar]


def baca_masa(isi: object, kunci: str, urut: int) -> MasaPredikat:
    """One predikat over months of a year, the `urut`-th of the list `kunci`."""
    try:
        m = Masukan(isi, ("tahun", "bulan_mulai", "bulan_selesai", "predikat"))
        return MasaPredikat(
            m.bulat("tahun", 1900, 2200),
            m.bulat("bulan_mulai", 1, 12),
            m.bulat("bulan_selesai", 1, 12),
            m.kata("predikat", Predikat),
        )
    except MasukanSalahError as salah:
        raise MasukanSalahError(f"`{kunci}` ke-{urut}: {salah.pesan}") from None
