"""What a course and a case are made of: frozen values, read from files (``pemuat``)."""

import datetime as dt
from dataclasses import dataclass

#: The seven values in the order of the form, by their short codes (``regulasi.berakhlak``).
KODE_NILAI = ("BP", "AKU", "KOM", "HAR", "LOY", "ADA", "KOL")
#: The three levels as words, from the lowest: their place is their number (0, 1, 2).
TINGKAT = ("di_bawah", "sesuai", "di_atas")
SASARAN = ("penilai", "pegawai", "pengelola")
JENJANG = ("staf", "pengawas", "ahli")
JENIS_BUKTI = ("indikator", "catatan", "umpan_balik", "kejadian")


@dataclass(frozen=True, slots=True)
class Pilihan:
    """One answer of a check question, with why it is right or wrong."""

    teks: str
    benar: bool
    alasan: str


@dataclass(frozen=True, slots=True)
class Soal:
    """A check question; exactly one answer is right."""

    soal: str
    pilihan: tuple[Pilihan, ...]

    @property
    def kunci(self) -> int:
        """The place of the right answer, from 0."""
        return next(n for n, satu in enumerate(self.pilihan) if satu.benar)


@dataclass(frozen=True, slots=True)
class Modul:
    """A few minutes of a course: a text (Markdown subset, see ``naskah``) and its check."""

    kode: str
    judul: str
    menit: int
    isi: str
    periksa: tuple[Soal, ...]


@dataclass(frozen=True, slots=True)
class Kursus:
    """A course; ``peraturan`` are keys of the register of instruments it speaks of."""

    kode: str
    judul: str
    ringkas: str
    sasaran: str
    versi: int
    sejak: dt.date
    peraturan: tuple[str, ...]
    modul: tuple[Modul, ...]

    @property
    def menit(self) -> int:
        """The minutes of all its modules."""
        return sum(satu.menit for satu in self.modul)

    def satu_modul(self, kode: str) -> Modul | None:
        """The module of that code, if it has one."""
        return next((satu for satu in self.modul if satu.kode == kode), None)


@dataclass(frozen=True, slots=True)
class Bukti:
    """One piece of evidence beside a case."""

    jenis: str
    teks: str


@dataclass(frozen=True, slots=True)
class KunciNilai:
    """The key of one value: its level as a word, and the reason that points at the evidence."""

    nilai: str
    tingkat: str
    alasan: str

    @property
    def angka(self) -> int:
        """The level as 0, 1 or 2."""
        return TINGKAT.index(self.tingkat)


@dataclass(frozen=True, slots=True)
class Kasus:
    """A written case: an invented person at work, evidence, and the key of the seven values."""

    kode: str
    judul: str
    rumpun: str
    jenjang: str
    tingkat_kunci: str
    uraian: str
    bukti: tuple[Bukti, ...]
    kunci: tuple[KunciNilai, ...]
    penanda: str
    versi: int
