"""Library of indikator kinerja individu per jabatan, with search while typing.

Data: `indikator/*.toml`, all of it a proposal (usulan). Targets are examples, never a standard.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from tera.skp.pustaka.kata import daftar_kata, lipat
from tera.skp.pustaka.toml_data import FOLDER, PustakaError, Rekaman, baca_toml

ASPEK = ("kuantitas", "kualitas", "waktu", "biaya")
ARAH = ("naik", "turun", "tepat")
JENIS_JABATAN = ("jpt_pratama", "administrator", "pengawas", "pelaksana", "fungsional")
NILAI_BERAKHLAK = ("BP", "AKU", "KOM", "HAR", "LOY", "ADA", "KOL")
MINIMAL_INDIKATOR = 6

_KODE = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
_SEBUTAN_PEJABAT = frozenset({"plt", "plh", "pj", "pjs"})
# Joining words: too common to rank or refuse an indicator by.
_KATA_SAMBUNG = frozenset({"dan", "yang", "di", "ke", "dari", "untuk", "atau", "per", "dengan"})
# What people type for an aspek or for conduct, though the indicator itself says it otherwise.
_KATA_ASPEK = {
    "kuantitas": "jumlah banyaknya",
    "kualitas": "mutu ketelitian",
    "waktu": "kecepatan ketepatan",
    "biaya": "anggaran hemat",
}
_KATA_SIKAP = "sikap perilaku komunikasi"


@dataclass(frozen=True, slots=True)
class Indikator:
    """One proposed indicator; `sikap` marks attitude or communication, tied to a BerAKHLAK kode."""

    kode: str
    kode_jabatan: str
    jabatan: str
    teks: str
    aspek: str
    satuan: str
    rumus: str
    sumber_data: str
    arah: str
    contoh_target: str
    contoh_rhk: str
    sikap: bool
    nilai_berakhlak: str | None


@dataclass(frozen=True, slots=True)
class JabatanPustaka:
    """One jabatan of the library with the names it goes by in SIASN and its indicators."""

    kode: str
    jabatan: str
    jenis_jabatan: str
    kata_kunci: tuple[str, ...]
    daftar_indikator: tuple[Indikator, ...]


def _indikator_dari(rekaman: Rekaman, kode_jabatan: str, jabatan: str) -> Indikator:
    rekaman.boleh(
        "kode",
        "teks",
        "aspek",
        "satuan",
        "rumus",
        "sumber_data",
        "arah",
        "contoh_target",
        "contoh_rhk",
        "sikap",
        "nilai_berakhlak",
    )
    kode = rekaman.teks("kode")
    awal, titik, akhir = kode.partition(".")
    if awal != kode_jabatan or not titik or not _KODE.match(akhir):
        raise PustakaError(f"{rekaman.asal}: kode {kode!r} harus berbentuk {kode_jabatan}.nama.")
    sikap = rekaman.benar("sikap")
    nilai = rekaman.pilihan_opsional("nilai_berakhlak", NILAI_BERAKHLAK)
    if sikap != (nilai is not None):
        raise PustakaError(f"{rekaman.asal}: sikap dan nilai_berakhlak harus diisi bersama.")
    return Indikator(
        kode=kode,
        kode_jabatan=kode_jabatan,
        jabatan=jabatan,
        teks=rekaman.teks("teks"),
        aspek=rekaman.pilihan("aspek", ASPEK),
        satuan=rekaman.teks("satuan"),
        rumus=rekaman.teks("rumus"),
        sumber_data=rekaman.teks("sumber_data"),
        arah=rekaman.pilihan("arah", ARAH),
        contoh_target=rekaman.teks("contoh_target"),
        contoh_rhk=rekaman.teks("contoh_rhk"),
        sikap=sikap,
        nilai_berakhlak=nilai,
    )


def _jabatan_dari(rekaman: Rekaman) -> JabatanPustaka:
    rekaman.boleh("kode", "jabatan", "jenis_jabatan", "kata_kunci", "indikator")
    kode, jabatan = rekaman.teks("kode"), rekaman.teks("jabatan")
    if not _KODE.match(kode):
        raise PustakaError(f"{rekaman.asal}: kode {kode!r} harus huruf kecil, angka, tanda hubung.")
    daftar = tuple(
        _indikator_dari(r, kode, jabatan)
        for r in rekaman.daftar_rekaman("indikator", minimal=MINIMAL_INDIKATOR)
    )
    if not any(i.sikap for i in daftar):
        raise PustakaError(f"{rekaman.asal}: {jabatan} belum punya indikator sikap. Tambah satu.")
    return JabatanPustaka(
        kode=kode,
        jabatan=jabatan,
        jenis_jabatan=rekaman.pilihan("jenis_jabatan", JENIS_JABATAN),
        kata_kunci=rekaman.daftar_teks("kata_kunci"),
        daftar_indikator=daftar,
    )


def _tolak_kembar(nama: str, daftar: list[str]) -> None:
    terlihat: set[str] = set()
    for isi in daftar:
        if isi in terlihat:
            raise PustakaError(f"Pustaka indikator: {nama} {isi!r} ada dua kali. Ubah salah satu.")
        terlihat.add(isi)


def muat_pustaka(folder: Path) -> tuple[JabatanPustaka, ...]:
    """Every jabatan in `folder/*.toml`; raises PustakaError at the first wrong record.

    Refused: unknown fields or words, fewer than six indicators, no attitude indicator, and a kode,
    alias or indicator text that occurs twice anywhere in the library.
    """
    semua: list[JabatanPustaka] = []
    for berkas in sorted(folder.glob("*.toml")):
        data = baca_toml(berkas)
        data.boleh("jabatan")
        semua.extend(_jabatan_dari(r) for r in data.daftar_rekaman("jabatan"))
    if not semua:
        raise PustakaError(f"Pustaka indikator: tidak ada berkas TOML di {folder.name}.")
    _tolak_kembar("kode jabatan", [j.kode for j in semua])
    _tolak_kembar("kata kunci", [" ".join(daftar_kata(a)) for j in semua for a in j.kata_kunci])
    indikator = [i for j in semua for i in j.daftar_indikator]
    _tolak_kembar("kode indikator", [i.kode for i in indikator])
    _tolak_kembar("teks indikator", [lipat(i.teks) for i in indikator])
    return tuple(semua)


@cache
def daftar_jabatan_pustaka() -> tuple[JabatanPustaka, ...]:
    """Every jabatan of the shipped library, in file order; read once per process."""
    return muat_pustaka(FOLDER / "indikator")


@cache
def _daftar_alias() -> tuple[tuple[tuple[str, ...], JabatanPustaka], ...]:
    """Aliases as word tuples, longest first, so that the most specific name wins."""
    alias = [
        (tuple(daftar_kata(kata)), jabatan)
        for jabatan in daftar_jabatan_pustaka()
        for kata in jabatan.kata_kunci
    ]
    return tuple(sorted(alias, key=lambda pasangan: (-len(pasangan[0]), pasangan[0])))


@lru_cache(maxsize=4096)
def pustaka_jabatan(nama_jabatan: str) -> JabatanPustaka | None:
    """The library entry for a jabatan named as in SIASN, or a kode of the library; None if unknown.

    Compared from the first word ("Kepala Puskesmas Tirta Timur" is "Kepala Puskesmas"); jenjang and
    unit names after it don't matter; the longest alias wins. Plt., Plh., Pj. before it are skipped.
    """
    for jabatan in daftar_jabatan_pustaka():
        if jabatan.kode == nama_jabatan:
            return jabatan
    kata = daftar_kata(nama_jabatan)
    while kata and kata[0] in _SEBUTAN_PEJABAT:
        kata = kata[1:]
    for alias, jabatan in _daftar_alias():
        if tuple(kata[: len(alias)]) == alias:
            return jabatan
    return None


class _Indeks:
    """Inverted index of folded words with prefix lookup by bisection."""

    def __init__(self, daftar: tuple[Indikator, ...]) -> None:
        self.daftar = daftar
        bobot: defaultdict[str, dict[int, int]] = defaultdict(dict)
        for nomor, indikator in enumerate(daftar):
            # The indicator's own words weigh most; what it serves and where it lives weigh less.
            for teks, nilai in (
                (indikator.teks, 4),
                (indikator.jabatan, 3),
                (indikator.contoh_rhk, 2),
                (f"{indikator.aspek} {indikator.satuan} {indikator.sumber_data}", 1),
                (_KATA_ASPEK[indikator.aspek], 1),
                (_KATA_SIKAP if indikator.sikap else "", 1),
            ):
                for kata in daftar_kata(teks):
                    bobot[kata][nomor] = max(nilai, bobot[kata].get(nomor, 0))
        self.bobot = dict(bobot)
        self.kata = sorted(self.bobot)

    def nilai_awalan(self, awalan: str) -> dict[int, int]:
        """Indicator number to weight, for words starting with `awalan`; whole words double."""
        hasil: dict[int, int] = {}
        posisi = bisect_left(self.kata, awalan)
        while posisi < len(self.kata) and self.kata[posisi].startswith(awalan):
            kata = self.kata[posisi]
            kali = 2 if kata == awalan else 1
            for nomor, nilai in self.bobot[kata].items():
                hasil[nomor] = max(nilai * kali, hasil.get(nomor, 0))
            posisi += 1
        return hasil


@cache
def _indeks() -> _Indeks:
    return _Indeks(tuple(i for j in daftar_jabatan_pustaka() for i in j.daftar_indikator))


def cari_indikator(kata: str, *, jabatan: str | None = None, batas: int = 10) -> list[Indikator]:
    """Indicators whose words start with every typed word, best first, at most `batas`.

    `jabatan` is a name as in SIASN or a kode: its indicators come first, and it alone is listed
    when `kata` is empty. Case, diacritics and punctuation don't matter. Unknown words give [].
    """
    if batas < 1:
        return []
    indeks = _indeks()
    sendiri = pustaka_jabatan(jabatan) if jabatan else None
    kode_sendiri = sendiri.kode if sendiri else None
    ketikan = daftar_kata(kata)
    awalan = [k for k in ketikan if k not in _KATA_SAMBUNG] or ketikan
    if not awalan:
        return list(sendiri.daftar_indikator[:batas]) if sendiri else []
    jumlah = indeks.nilai_awalan(awalan[0])
    for bagian in awalan[1:]:
        nilai = indeks.nilai_awalan(bagian)
        jumlah = {n: v + nilai[n] for n, v in jumlah.items() if n in nilai}
    urut = sorted(
        jumlah,
        key=lambda n: (indeks.daftar[n].kode_jabatan != kode_sendiri, -jumlah[n], n),
    )
    return [indeks.daftar[n] for n in urut[:batas]]
