"""The rules Tera works by, for its users: a page per file of the law data, made of the data itself.

What a page says is what the program decides by: value, first day, where it stands, how well that is
known. The pages of ``docs/regulasi`` add worked examples for who wants to test the rules.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tera.regulasi.dasar import Ketentuan
from tera.regulasi.pemuat import PUSTAKA, peraturan

#: What a page is called; a file without a word here is called by its own name.
JUDUL = {
    "angka-kredit": "Angka kredit",
    "arsip": "Arsip PP 30/2019",
    "berakhlak": "BerAKHLAK",
    "capaian": "Capaian kinerja organisasi",
    "distribusi": "Pola distribusi predikat",
    "golongan": "Golongan dan pangkat",
    "ikm": "Indeks Kepuasan Masyarakat",
    "jabatan": "Jabatan, eselon, jenjang, dan kedudukan hukum",
    "kalender-pola": "Hari kerja",
    "kalender-tahun": "Hari libur dan cuti bersama",
    "keberatan": "Keberatan",
    "nip": "NIP dan NI PPPK",
    "pengembangan": "Pengembangan kompetensi",
    "penghargaan": "Penghargaan",
    "penilai": "Pejabat penilai dan penetap SKP",
    "periodik": "Evaluasi periodik",
    "predikat": "Predikat kinerja",
    "skp": "SKP dan formulirnya",
    "talenta": "Kotak manajemen talenta",
    "tindak-lanjut": "Tindak lanjut hasil",
    "tunjangan": "Faktor tunjangan kinerja dan TPP",
}
#: More lines than this are folded: the reader first wants to know whence a value is.
BANYAK_BARIS = 12


@dataclass(frozen=True, slots=True)
class Sumber:
    """Where a value stands, and how well that is known."""

    nama: str
    letak: str
    diperiksa: dt.date
    mutu: str


@dataclass(frozen=True, slots=True)
class Catatan:
    """One value with its first day: lines of (what, value)."""

    sejak: dt.date
    baris: tuple[tuple[str, str], ...]
    sumber: tuple[Sumber, ...]
    catatan: str

    @property
    def panjang(self) -> bool:
        """Whether its lines are folded."""
        return len(self.baris) > BANYAK_BARIS


@dataclass(frozen=True, slots=True)
class Aturan:
    """One rule: what it is about and its values, the newest first."""

    nama: str
    uraian: str
    daftar: tuple[Catatan, ...]


@dataclass(frozen=True, slots=True)
class HalamanPeraturan:
    """The rules of one file."""

    kode: str
    judul: str
    daftar: tuple[Aturan, ...]


def kode_berkas(berkas: str) -> str:
    """Return the name of the page that shows a file of the law data."""
    return berkas.removesuffix(".toml").replace("_", "-").replace("/", "-")


@cache
def daftar_halaman() -> tuple[HalamanPeraturan, ...]:
    """Return every page, by its title."""
    kumpulan: dict[str, list[Aturan]] = {}
    for berkas, nama, uraian, ketentuan in PUSTAKA.semua_tabel():
        daftar = tuple(_catatan(satu) for satu in reversed(ketentuan))
        kumpulan.setdefault(kode_berkas(berkas), []).append(Aturan(nama, uraian, daftar))
    semua = [
        HalamanPeraturan(kode, JUDUL.get(kode, kode), tuple(isi)) for kode, isi in kumpulan.items()
    ]
    return tuple(sorted(semua, key=lambda satu: satu.judul.lower()))


def halaman(kode: str) -> HalamanPeraturan | None:
    """Return the page called ``kode``, if any."""
    return next((satu for satu in daftar_halaman() if satu.kode == kode), None)


def _catatan(satu: Ketentuan[Any]) -> Catatan:
    return Catatan(
        satu.sejak,
        tuple(_baris(satu.nilai)),
        tuple(
            Sumber(nama_peraturan(d.peraturan), d.letak, d.diperiksa, d.mutu.value)
            for d in satu.dasar
        ),
        satu.catatan,
    )


def nama_peraturan(kunci: str) -> str:
    """Return an instrument as people name it."""
    asal = peraturan(kunci)
    return asal.nama if asal.nomor == "-" else f"{asal.nama} {asal.nomor} ({asal.tahun})"


def _baris(nilai: Any, jalan: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """The leaves of a value with the words that lead to each."""
    if isinstance(nilai, Mapping):
        for kunci, isi in nilai.items():
            yield from _baris(isi, (*jalan, _kata(str(kunci))))
    elif isinstance(nilai, list) and any(isinstance(satu, (Mapping, list)) for satu in nilai):
        for satu in nilai:
            if isinstance(satu, Mapping):
                isi = ", ".join(f"{_kata(str(k))}: {_tulis(v)}" for k, v in satu.items())
                yield " › ".join(jalan), isi
            else:
                yield " › ".join(jalan), _tulis(satu)
    else:
        yield " › ".join(jalan), _tulis(nilai)


def _tulis(nilai: Any) -> str:
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, Mapping):
        return ", ".join(f"{_kata(str(k))} {_tulis(v)}" for k, v in nilai.items())
    if isinstance(nilai, list):
        return ", ".join(_tulis(satu) for satu in nilai)
    return _kata(nilai) if isinstance(nilai, str) else str(nilai).replace(".", ",")


def _kata(teks: str) -> str:
    """A key of the data as words; a sentence stays as it is."""
    return teks if " " in teks else teks.replace("_", " ")
