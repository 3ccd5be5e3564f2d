"""Reads the law data and refuses what is not dated, cited and registered.

A table file holds tables; a table holds `uraian`, an optional `kunci` (the category that the keys
of each value belong to, all members required) and `ketentuan`, a list of records `{sejak, dasar,
nilai, catatan?}` sorted by `sejak`. Decimals are read as `Decimal`.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from tera.regulasi.dasar import Dasar, Ketentuan, Peraturan, TabelBertanggal
from tera.regulasi.galat import DataHukumError
from tera.regulasi.kategori import KATEGORI, Mutu

T = TypeVar("T")

STATUS_PERATURAN = frozenset({"berlaku", "dicabut", "rujukan", "rancangan"})
_ISI_PERATURAN = {
    "nama": str, "nomor": str, "tahun": int, "judul": str, "status": str, "catatan": str,
}  # fmt: skip
_ISI_DASAR = {"peraturan", "letak", "diperiksa", "mutu"}
_ISI_KETENTUAN = {"sejak", "dasar", "nilai"}


def _baca_toml(berkas: Path) -> dict[str, Any]:
    try:
        with berkas.open("rb") as isi:
            return tomllib.load(isi, parse_float=Decimal)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as salah:
        raise DataHukumError(f"{berkas.name}: tidak terbaca ({salah}).") from salah


def _tanggal(nilai: object, di: str) -> date:
    if not isinstance(nilai, date) or isinstance(nilai, datetime):
        raise DataHukumError(f"{di}: {nilai!r} bukan tanggal (tulis 2022-02-03 tanpa kutip).")
    return nilai


def _kunci_tepat(isi: object, wajib: set[str], boleh: set[str], di: str) -> dict[str, Any]:
    if not isinstance(isi, dict):
        raise DataHukumError(f"{di}: bukan tabel TOML.")
    if kurang := wajib - isi.keys():
        raise DataHukumError(f"{di}: kurang {', '.join(sorted(kurang))}.")
    if asing := isi.keys() - wajib - boleh:
        raise DataHukumError(f"{di}: tidak dikenal {', '.join(sorted(asing))}.")
    return isi


class Pustaka:
    """One folder of law data. Files are read once, on first use."""

    def __init__(self, akar: Path) -> None:
        self.akar = akar
        self._berkas = cache(_baca_toml)

    @cached_property
    def peraturan(self) -> dict[str, Peraturan]:
        """The register of instruments by key."""
        daftar: dict[str, Peraturan] = {}
        for kunci, isi in self._berkas(self.akar / "peraturan.toml").items():
            di = f"peraturan.toml [{kunci}]"
            rekam = _kunci_tepat(isi, set(_ISI_PERATURAN), set(), di)
            for nama, jenis in _ISI_PERATURAN.items():
                if not isinstance(rekam[nama], jenis) or isinstance(rekam[nama], bool):
                    raise DataHukumError(f"{di}: {nama} salah jenis.")
            if rekam["status"] not in STATUS_PERATURAN:
                raise DataHukumError(f"{di}: status {rekam['status']!r} tidak dikenal.")
            daftar[kunci] = Peraturan(kunci=kunci, **rekam)
        return daftar

    def dasar(self, isi: object, di: str) -> tuple[Dasar, ...]:
        """The bases of one record, checked against the register."""
        if not isinstance(isi, list) or not isi:
            raise DataHukumError(f"{di}: tanpa dasar. Setiap nilai menyebut peraturannya.")
        return tuple(self._satu_dasar(satu, di) for satu in isi)

    def _satu_dasar(self, isi: object, di: str) -> Dasar:
        rekam = _kunci_tepat(isi, _ISI_DASAR, set(), f"{di} dasar")
        if rekam["peraturan"] not in tuple(self.peraturan):
            raise DataHukumError(f"{di}: peraturan {rekam['peraturan']!r} tidak terdaftar.")
        if not isinstance(rekam["letak"], str) or not rekam["letak"].strip():
            raise DataHukumError(f"{di}: letak (pasal atau bagian) kosong.")
        if rekam["mutu"] not in tuple(Mutu):
            raise DataHukumError(f"{di}: mutu {rekam['mutu']!r} tidak dikenal.")
        return Dasar(
            peraturan=rekam["peraturan"],
            letak=rekam["letak"],
            diperiksa=_tanggal(rekam["diperiksa"], f"{di} diperiksa"),
            mutu=Mutu(rekam["mutu"]),
        )

    def ketentuan(
        self, berkas: str, nama: str, bentuk: Callable[[Any], T]
    ) -> tuple[Ketentuan[T], ...]:
        """The checked records of table `nama`; `bentuk` turns the raw value into its type."""
        isi = self._berkas(self.akar / berkas)
        di = f"{berkas} [{nama}]"
        if nama not in isi:
            raise DataHukumError(f"{di}: tabel tidak ada.")
        tabel = _kunci_tepat(isi[nama], {"uraian", "ketentuan"}, {"kunci"}, di)
        kunci = tabel.get("kunci")
        if kunci is not None and kunci not in KATEGORI:
            raise DataHukumError(f"{di}: kategori {kunci!r} tidak dikenal.")
        if not isinstance(tabel["ketentuan"], list) or not tabel["ketentuan"]:
            raise DataHukumError(f"{di}: belum punya ketentuan.")
        daftar = [
            self._satu_ketentuan(satu, kunci, bentuk, f"{di} #{urut}")
            for urut, satu in enumerate(tabel["ketentuan"], start=1)
        ]
        for lama, baru in pairwise(daftar):
            if baru.sejak <= lama.sejak:
                raise DataHukumError(f"{di}: sejak {baru.sejak} ganda atau tidak berurutan.")
        return tuple(daftar)

    def _satu_ketentuan(
        self, isi: object, kunci: str | None, bentuk: Callable[[Any], T], di: str
    ) -> Ketentuan[T]:
        rekam = _kunci_tepat(isi, _ISI_KETENTUAN, {"catatan"}, di)
        if kunci is not None:
            kategori = {kata.value for kata in KATEGORI[kunci]}
            _kunci_tepat(rekam["nilai"], kategori, set(), f"{di} nilai")
        sejak = _tanggal(rekam["sejak"], f"{di} sejak")
        dasar = self.dasar(rekam["dasar"], di)
        try:
            nilai = bentuk(rekam["nilai"])
        except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as salah:
            raise DataHukumError(f"{di}: nilai salah bentuk ({salah!r}).") from salah
        return Ketentuan(nilai, sejak, dasar, rekam.get("catatan", ""))

    def tabel(self, berkas: str, nama: str, bentuk: Callable[[Any], T]) -> TabelBertanggal[T]:
        """The dated table `nama` of `berkas`, not yet read."""
        return TabelBertanggal(nama, lambda: self.ketentuan(berkas, nama, bentuk))

    def baris_csv(self, berkas: str, kolom: tuple[str, ...]) -> list[dict[str, str]]:
        """The rows of a CSV file whose header is exactly `kolom`."""
        with (self.akar / berkas).open(encoding="utf-8", newline="") as isi:
            pembaca = csv.DictReader(isi)
            if tuple(pembaca.fieldnames or ()) != kolom:
                raise DataHukumError(f"{berkas}: kolom harus {', '.join(kolom)}.")
            return list(pembaca)

    def semua_tabel(self) -> list[tuple[str, str, str, tuple[Ketentuan[Any], ...]]]:
        """Every dated table: (file, name, what it is, its records with raw values)."""
        hasil = []
        for berkas in sorted(self.akar.rglob("*.toml")):
            nama_berkas = berkas.relative_to(self.akar).as_posix()
            if nama_berkas == "peraturan.toml":
                continue
            for nama, isi in self._berkas(berkas).items():
                daftar = self.ketentuan(nama_berkas, nama, lambda nilai: nilai)
                hasil.append((nama_berkas, nama, str(isi["uraian"]), daftar))
        return hasil

    def periksa(self) -> int:
        """Check every table of every file and return how many records there are."""
        return len(self.peraturan) + sum(len(daftar) for *_, daftar in self.semua_tabel())


#: The law data shipped with the program.
PUSTAKA = Pustaka(Path(__file__).parent / "data")


def periksa_semua() -> int:
    """Check all law data that is shipped, calendar included; the number of dated records."""
    from tera.regulasi.kalender import muat_libur  # the calendar stands above the loader

    hari = sum(len(setahun) for setahun in muat_libur(PUSTAKA, "kalender/libur.csv").values())
    return PUSTAKA.periksa() + hari


def peraturan(kunci: str) -> Peraturan:
    """The instrument registered under `kunci`; `DataHukumError` when there is none."""
    try:
        return PUSTAKA.peraturan[kunci]
    except KeyError:
        raise DataHukumError(f"Peraturan {kunci!r} tidak terdaftar.") from None


def angka_desimal(nilai: object) -> Decimal:
    """A number of a data file as `Decimal`; refuses text and truth values."""
    if isinstance(nilai, bool) or not isinstance(nilai, int | Decimal):
        raise TypeError(f"{nilai!r} bukan angka")
    return Decimal(nilai)
