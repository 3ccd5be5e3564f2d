"""Pengembangan kompetensi: the yearly JP of a PNS, what one JP is, kinds of learning, programmes.

Instruments: PP 11/2017 Pasal 203, PerLAN 5/2018 and 10/2018 (20 JP, 45 minutes), PP 49/2018 and
PerLAN 15/2020 (PPPK), BKN's reference `jenisDiklat`, LAN's list of programmes; all read in
secondary sources.

Tidak dimodelkan: the number of JP of a PPPK (24 a year at most is not confirmed: a policy of the
instansi), which programme belongs to which post, the JP of a programme, and CPNS, whose basic
training has rules of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from tera.regulasi.dasar import Dasar, gabung_dasar
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.kategori import Kata
from tera.regulasi.pemuat import PUSTAKA

__all__ = ["ATURAN_JP_PPPK", "JENIS_BELAJAR", "JP_WAJIB_PNS", "KEWAJIBAN_BELAJAR", "MENIT_JP",
           "PORSI_BELAJAR", "PROGRAM_KEPEMIMPINAN", "JenisBelajar", "PemenuhanJP", "Porsi",
           "Program", "StatusJP", "jp_dari_menit", "pemenuhan_jp"]  # fmt: skip


class Porsi(Kata):
    """Where one learns: at work, from others, in a course."""

    PENGALAMAN = "pengalaman"
    SOSIAL = "sosial"
    FORMAL = "formal"


class StatusJP(Kata):
    """Whose rule is asked for."""

    PNS = "pns"
    PPPK = "pppk"


@dataclass(frozen=True, slots=True)
class JenisBelajar:
    """One kind of learning: BKN's code and name, and the share it usually belongs to."""

    kode: int
    nama: str
    porsi: Porsi

    @property
    def kata(self) -> str:
        """The word it is stored as: a category is never stored as a number."""
        return re.sub(r"[^a-z0-9]+", "_", self.nama.lower()).strip("_")


@dataclass(frozen=True, slots=True)
class Program:
    """One programme of LAN."""

    kode: str
    nama: str


@dataclass(frozen=True, slots=True)
class PemenuhanJP:
    """How a year's learning stands.

    Attributes:
        jp: whole JP, minutes included.
        wajib, kurang, terpenuhi: None where the rule read gives no smallest number (PPPK).
    """

    jp: int
    wajib: int | None
    kurang: int | None
    terpenuhi: bool | None
    dasar: tuple[Dasar, ...]


def _jenis(nilai: Any) -> tuple[JenisBelajar, ...]:
    daftar = tuple(
        JenisBelajar(int(satu["kode"]), str(satu["nama"]), Porsi(satu["porsi"])) for satu in nilai
    )
    if len({satu.kode for satu in daftar}) != len(daftar):
        raise ValueError("kode jenis belajar dipakai dua kali")
    return daftar


def _porsi(nilai: Any) -> dict[Porsi, int]:
    hasil = {Porsi(kunci): int(persen) for kunci, persen in nilai.items()}
    if set(hasil) != set(Porsi) or sum(hasil.values()) != 100:
        raise ValueError("porsi belajar harus tiga dan berjumlah 100")
    return hasil


def _program(nilai: Any) -> tuple[Program, ...]:
    return tuple(Program(str(satu["kode"]), str(satu["nama"])) for satu in nilai)


KEWAJIBAN_BELAJAR = PUSTAKA.tabel("pengembangan.toml", "kewajiban_belajar", bool)
JP_WAJIB_PNS = PUSTAKA.tabel("pengembangan.toml", "jp_wajib_pns", int)
MENIT_JP = PUSTAKA.tabel("pengembangan.toml", "menit_jp", int)
ATURAN_JP_PPPK = PUSTAKA.tabel("pengembangan.toml", "aturan_jp_pppk", str)
JENIS_BELAJAR = PUSTAKA.tabel("pengembangan.toml", "jenis_belajar", _jenis)
PORSI_BELAJAR = PUSTAKA.tabel("pengembangan.toml", "porsi_belajar", _porsi)
PROGRAM_KEPEMIMPINAN = PUSTAKA.tabel("pengembangan.toml", "program_kepemimpinan", _program)


def jp_dari_menit(menit: int, *, pada: date) -> int:
    """Whole JP in so many minutes of learning; what is left over counts nothing."""
    if menit < 0:
        raise MasukanSalahError(f"Menit {menit} tidak mungkin. Tulis 0 atau lebih.")
    return menit // MENIT_JP.pada(pada).nilai


def pemenuhan_jp(*, status: StatusJP, jp: int, menit: int = 0, pada: date) -> PemenuhanJP:
    """Whether the JP of one year reach what the rule asks of the person (T22).

    `menit` is learning recorded in minutes, added as whole JP. Source: PP 11/2017 Pasal 203.
    """
    if jp < 0:
        raise MasukanSalahError(f"Jumlah JP {jp} tidak mungkin. Tulis 0 atau lebih.")
    jumlah = jp + jp_dari_menit(menit, pada=pada)
    ukuran = MENIT_JP.pada(pada).dasar
    if status is StatusJP.PPPK:
        dasar = gabung_dasar(ATURAN_JP_PPPK.pada(pada).dasar, ukuran)
        return PemenuhanJP(jumlah, None, None, None, dasar)
    wajib = JP_WAJIB_PNS.pada(pada)
    return PemenuhanJP(
        jp=jumlah,
        wajib=wajib.nilai,
        kurang=max(0, wajib.nilai - jumlah),
        terpenuhi=jumlah >= wajib.nilai,
        dasar=gabung_dasar(wajib.dasar, ukuran),
    )
