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
GAMBAR = Path(__file__).parent / "static" / "bimtek" / "gambar"
PENANDA = "kunci penyusun"
_KODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
#: No reader sees them, and PostgreSQL refuses the first of them.
_KENDALI = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_GAMBAR = re.compile(r"\(gambar:([^)]*)\)")


#: What a reader takes at most: a file, its texts, and what the tables of the room can hold.
BATAS_BERKAS = 128 * 1024
BATAS_TEKS = 20_000
BATAS_JUDUL = 200
BATAS_KODE = 60
BATAS_BUTIR = 40


class IsiBimtekError(MasukanSalahError):
    """A file of a course or a case is refused.

    Attributes:
        berkas: the file. kunci: the key in it, "" where the whole file is meant. alasan: why.
    """

    kode = "isi_bimtek"

    def __init__(self, berkas: str, kunci: str, alasan: str) -> None:
        super().__init__(": ".join(satu for satu in (berkas, kunci, f"{alasan}.") if satu))
        self.berkas, self.kunci, self.alasan = berkas, kunci, alasan


@cache
def daftar_kursus() -> dict[str, Kursus]:
    """The courses of the product by code, in the order of their file names."""
    return {satu.kode: satu for satu in map(_berkas_kursus, _berkas("kursus"))}


@cache
def daftar_kasus() -> dict[str, Kasus]:
    """The cases of the product by code."""
    return {satu.kode: satu for satu in map(_berkas_kasus, _berkas("kasus"))}


@cache
def daftar_gambar() -> frozenset[str]:
    """The pictures that a text may name: the product's own."""
    return frozenset(satu.stem for satu in GAMBAR.glob("*.svg"))


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
        judul=baca.teks("judul", BATAS_JUDUL),
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
        judul=baca.teks("judul", BATAS_JUDUL),
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
        judul=baca.teks("judul", BATAS_JUDUL),
        rumpun=baca.teks("rumpun", BATAS_JUDUL),
        jenjang=baca.pilihan("jenjang", JENJANG),
        tingkat_kunci=baca.pilihan("tingkat_kunci", TINGKAT),
        uraian=baca.teks("uraian"),
        bukti=tuple(bukti),
        kunci=tuple(_kunci(kode, kunci, berkas) for kode in KODE_NILAI),
        penanda=baca.teks("penanda", BATAS_JUDUL) if "penanda" in baca.isi else PENANDA,
        versi=baca.bulat("versi", 1, 9999) if "versi" in baca.isi else 1,
    )


def _kunci(kode: str, kunci: "_Baca", berkas: str) -> KunciNilai:
    satu = _Baca(kunci.isi[kode], berkas, f"kunci.{kode}.")
    satu.kunci_tepat({"tingkat", "alasan"})
    return KunciNilai(kode, satu.pilihan("tingkat", TINGKAT), satu.teks("alasan"))


def _toml(teks: str, berkas: str) -> dict[str, Any]:
    if len(teks.encode()) > BATAS_BERKAS:
        raise IsiBimtekError(
            berkas, "", _("lebih besar dari %(kb)s kB") % {"kb": BATAS_BERKAS // 1024}
        )
    try:
        return tomllib.loads(teks)
    # A number with thousands of digits is a ValueError, brackets in brackets a RecursionError.
    except (ValueError, RecursionError) as galat:
        sebab = str(galat) if isinstance(galat, tomllib.TOMLDecodeError) else type(galat).__name__
        raise IsiBimtekError(
            berkas, "", _("bukan TOML yang benar (%(sebab)s)") % {"sebab": sebab}
        ) from galat


def mentah(teks: str) -> dict[str, Any]:
    """Return the tables of a text of this room as they are, unchecked: for a draft's form.

    Raises: IsiBimtekError: not TOML.
    """
    return _toml(teks, "")


class _Baca:
    """One table of a file, read key by key."""

    def __init__(self, isi: Any, berkas: str, awalan: str = "") -> None:
        self.berkas, self.awalan = berkas, awalan
        if not isinstance(isi, Mapping):
            raise IsiBimtekError(berkas, awalan.rstrip("."), _("harus tabel"))
        self.isi: dict[str, Any] = dict(isi)

    def tolak(self, kunci: str, alasan: str) -> NoReturn:
        raise IsiBimtekError(self.berkas, f"{self.awalan}{kunci}", alasan)

    def kunci_tepat(self, wajib: set[str], boleh: set[str] | None = None) -> None:
        for kunci in sorted(wajib - set(self.isi)):
            self.tolak(kunci, _("belum ada"))
        for kunci in sorted(set(self.isi) - wajib - (boleh or set())):
            self.tolak(kunci, _("tidak dikenal"))

    def teks(self, kunci: str, batas: int = BATAS_TEKS) -> str:
        nilai = self.isi[kunci]
        if not isinstance(nilai, str) or not nilai.strip():
            self.tolak(kunci, _("harus teks yang berisi"))
        if len(nilai) > batas:
            self.tolak(kunci, _("lebih dari %(batas)s huruf") % {"batas": batas})
        if _KENDALI.search(nilai):
            self.tolak(kunci, _("berisi tanda kendali yang tidak bisa dibaca orang"))
        for gambar in sorted(set(_GAMBAR.findall(nilai)) - daftar_gambar()):
            self.tolak(kunci, _("gambar %(gambar)r tidak ada pada Tera") % {"gambar": gambar})
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
        if len(nilai) > BATAS_BUTIR:
            self.tolak(kunci, _("lebih dari %(batas)s butir") % {"batas": BATAS_BUTIR})
        return list(nilai)

    def kode(self, *, nama_berkas: str = "") -> str:
        kode = self.teks("kode", BATAS_KODE)
        if not _KODE.fullmatch(kode):
            self.tolak("kode", _("hanya huruf kecil, angka, dan tanda hubung"))
        if nama_berkas and Path(nama_berkas).stem != kode:
            self.tolak("kode", _("%(kode)r tidak sama dengan nama berkasnya") % {"kode": kode})
        return kode
