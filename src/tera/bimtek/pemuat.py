"""Reads courses and cases from TOML; what is wrong is refused by file, key and reason."""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from django.utils.translation import gettext as _

from tera.bimtek.isi import (
    JENIS_BUKTI,
    JENJANG,
    KODE_NILAI,
    SASARAN,
    TINGKAT,
    Bukti,
    Kasus,
    KunciNilai,
    Kursus,
    Modul,
    Pilihan,
    Soal,
)
from tera.core.galat import MasukanSalahError
from tera.regulasi.pemuat import PUSTAKA

DATA = Path(__file__).parent / "data"
PENANDA = "kunci penyusun"
_KODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class IsiBimtekError(MasukanSalahError):
    """A file of a course or a case is refused; says the file, the key and the reason."""

    kode = "isi_bimtek"


@cache
def daftar_kursus() -> dict[str, Kursus]:
    """The courses of the product by code, in the order of their file names."""
    return {satu.kode: satu for satu in map(_berkas_kursus, _berkas("kursus"))}


@cache
def daftar_kasus() -> dict[str, Kasus]:
    """The cases of the product by code."""
    return {satu.kode: satu for satu in map(_berkas_kasus, _berkas("kasus"))}


def _berkas(folder: str) -> list[Path]:
    return sorted((DATA / folder).glob("*.toml"))


def _berkas_kursus(jalur: Path) -> Kursus:
    return baca_kursus(jalur.read_text(encoding="utf-8"), berkas=f"kursus/{jalur.name}")


def _berkas_kasus(jalur: Path) -> Kasus:
    return baca_kasus(jalur.read_text(encoding="utf-8"), berkas=f"kasus/{jalur.name}")


def baca_kursus(teks: str, *, berkas: str) -> Kursus:
    """Return the course that ``teks`` (TOML) is.

    Raises: IsiBimtekError: not TOML, a key missing, unknown or of the wrong kind.
    """
    baca = _Baca(_toml(teks, berkas), berkas)
    wajib = {"kode", "judul", "ringkas", "sasaran", "versi", "sejak", "peraturan", "modul"}
    baca.kunci_tepat(wajib)
    kode = baca.kode(nama_berkas=berkas)
    peraturan = baca.larik("peraturan")
    for satu in peraturan:
        if satu not in tuple(PUSTAKA.peraturan):
            baca.tolak("peraturan", _("%(kode)r tidak ada pada daftar peraturan") % {"kode": satu})
    modul = tuple(
        _modul(_Baca(isi, berkas, f"modul {n}.")) for n, isi in enumerate(baca.larik("modul"), 1)
    )
    if not modul:
        baca.tolak("modul", _("kursus tanpa modul"))
    if len({satu.kode for satu in modul}) != len(modul):
        baca.tolak("modul", _("dua modul dengan kode yang sama"))
    sejak = baca.isi["sejak"]
    if not isinstance(sejak, dt.date) or isinstance(sejak, dt.datetime):
        baca.tolak("sejak", _("harus tanggal, misalnya 2026-01-31"))
    return Kursus(
        kode=kode,
        judul=baca.teks("judul"),
        ringkas=baca.teks("ringkas"),
        sasaran=baca.pilihan("sasaran", SASARAN),
        versi=baca.bulat("versi", 1, 9999),
        sejak=sejak,
        peraturan=tuple(peraturan),
        modul=modul,
    )


def _modul(baca: "_Baca") -> Modul:
    baca.kunci_tepat({"kode", "judul", "menit", "isi"}, {"periksa"})
    return Modul(
        kode=baca.kode(),
        judul=baca.teks("judul"),
        menit=baca.bulat("menit", 1, 60),
        isi=baca.teks("isi"),
        periksa=tuple(
            _soal(_Baca(isi, baca.berkas, f"{baca.awalan}periksa {n}."))
            for n, isi in enumerate(baca.larik("periksa", wajib=False), 1)
        ),
    )


def _soal(baca: "_Baca") -> Soal:
    baca.kunci_tepat({"soal", "pilihan"})
    pilihan = []
    for n, isi in enumerate(baca.larik("pilihan"), 1):
        satu = _Baca(isi, baca.berkas, f"{baca.awalan}pilihan {n}.")
        satu.kunci_tepat({"teks", "benar", "alasan"})
        if not isinstance(satu.isi["benar"], bool):
            satu.tolak("benar", _("harus true atau false"))
        pilihan.append(Pilihan(satu.teks("teks"), satu.isi["benar"], satu.teks("alasan")))
    if len(pilihan) < 2:
        baca.tolak("pilihan", _("paling sedikit dua pilihan"))
    if sum(satu.benar for satu in pilihan) != 1:
        baca.tolak("pilihan", _("harus tepat satu yang benar"))
    return Soal(baca.teks("soal"), tuple(pilihan))


def baca_kasus(teks: str, *, berkas: str) -> Kasus:
    """Return the case that ``teks`` (TOML) is; ``penanda`` may stand on top or in ``[kunci]``.

    Raises: IsiBimtekError: not TOML, a key missing, unknown or of the wrong kind.
    """
    baca = _Baca(_toml(teks, berkas), berkas)
    baca.kunci_tepat(
        {"kode", "judul", "rumpun", "jenjang", "tingkat_kunci", "uraian", "bukti", "kunci"},
        {"penanda", "versi"},
    )
    kunci = _Baca(baca.isi["kunci"], berkas, "kunci.")
    if "penanda" in kunci.isi:
        baca.isi["penanda"] = kunci.isi.pop("penanda")
    kunci.kunci_tepat(set(KODE_NILAI))
    bukti = []
    for n, isi in enumerate(baca.larik("bukti"), 1):
        satu = _Baca(isi, berkas, f"bukti {n}.")
        satu.kunci_tepat({"jenis", "teks"})
        bukti.append(Bukti(satu.pilihan("jenis", JENIS_BUKTI), satu.teks("teks")))
    if not bukti:
        baca.tolak("bukti", _("kasus tanpa bukti tidak bisa dinilai"))
    return Kasus(
        kode=baca.kode(nama_berkas=berkas),
        judul=baca.teks("judul"),
        rumpun=baca.teks("rumpun"),
        jenjang=baca.pilihan("jenjang", JENJANG),
        tingkat_kunci=baca.pilihan("tingkat_kunci", TINGKAT),
        uraian=baca.teks("uraian"),
        bukti=tuple(bukti),
        kunci=tuple(_kunci(kode, kunci, berkas) for kode in KODE_NILAI),
        penanda=baca.teks("penanda") if "penanda" in baca.isi else PENANDA,
        versi=baca.bulat("versi", 1, 9999) if "versi" in baca.isi else 1,
    )


def _kunci(kode: str, kunci: "_Baca", berkas: str) -> KunciNilai:
    satu = _Baca(kunci.isi[kode], berkas, f"kunci.{kode}.")
    satu.kunci_tepat({"tingkat", "alasan"})
    return KunciNilai(kode, satu.pilihan("tingkat", TINGKAT), satu.teks("alasan"))


def _toml(teks: str, berkas: str) -> dict[str, Any]:
    try:
        return tomllib.loads(teks)
    except tomllib.TOMLDecodeError as galat:
        raise IsiBimtekError(
            _("%(berkas)s: bukan TOML yang benar (%(sebab)s).") % {"berkas": berkas, "sebab": galat}
        ) from galat


class _Baca:
    """One table of a file, read key by key."""

    def __init__(self, isi: Any, berkas: str, awalan: str = "") -> None:
        self.berkas, self.awalan = berkas, awalan
        if not isinstance(isi, Mapping):
            raise IsiBimtekError(
                _("%(berkas)s: %(kunci)s: harus tabel.")
                % {"berkas": berkas, "kunci": awalan.rstrip(".")}
            )
        self.isi: dict[str, Any] = dict(isi)

    def tolak(self, kunci: str, alasan: str) -> NoReturn:
        raise IsiBimtekError(f"{self.berkas}: {self.awalan}{kunci}: {alasan}.")

    def kunci_tepat(self, wajib: set[str], boleh: set[str] | None = None) -> None:
        for kunci in sorted(wajib - set(self.isi)):
            self.tolak(kunci, _("belum ada"))
        for kunci in sorted(set(self.isi) - wajib - (boleh or set())):
            self.tolak(kunci, _("tidak dikenal"))

    def teks(self, kunci: str) -> str:
        nilai = self.isi[kunci]
        if not isinstance(nilai, str) or not nilai.strip():
            self.tolak(kunci, _("harus teks yang berisi"))
        return str(nilai).strip()

    def bulat(self, kunci: str, dari: int, sampai: int) -> int:
        nilai = self.isi[kunci]
        if not isinstance(nilai, int) or isinstance(nilai, bool) or not dari <= nilai <= sampai:
            self.tolak(
                kunci,
                _("harus bilangan bulat %(dari)s sampai %(sampai)s")
                % {"dari": dari, "sampai": sampai},
            )
        return int(nilai)

    def pilihan(self, kunci: str, daftar: tuple[str, ...]) -> str:
        if self.isi[kunci] not in daftar:
            self.tolak(kunci, _("harus salah satu dari %(daftar)s") % {"daftar": ", ".join(daftar)})
        return str(self.isi[kunci])

    def larik(self, kunci: str, *, wajib: bool = True) -> list[Any]:
        nilai = self.isi.get(kunci, None if wajib else [])
        if not isinstance(nilai, list):
            self.tolak(kunci, _("harus larik"))
        return list(nilai or [])

    def kode(self, *, nama_berkas: str = "") -> str:
        kode = self.teks("kode")
        if not _KODE.fullmatch(kode):
            self.tolak("kode", _("hanya huruf kecil, angka, dan tanda hubung"))
        if nama_berkas and Path(nama_berkas).stem != kode:
            self.tolak("kode", _("%(kode)r tidak sama dengan nama berkasnya") % {"kode": kode})
        return kode
