"""NIP of a PNS and NI PPPK: eighteen digits that tell birth date, start, sex and a serial.

Instruments: Perka BKN 22/2007 and 43/2007 (NIP); for the NI PPPK only descriptions were found.
There is no check digit; what can be checked is the calendar and the order of dates.

Tidak dimodelkan: whether the number was really issued, NIP of nine digits (before 2007), and
whether digits 13-14 = 24 mean part-time or the fourth agreement: it is noted, not decided.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from tera.regulasi.dasar import Dasar
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.kategori import JenisKelamin, JenisPegawai
from tera.regulasi.pemuat import PUSTAKA

PANJANG = 18
#: Characters without width that copies from web pages leave behind; `str.isspace` misses them.
_TANPA_LEBAR = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))


class KodeGalatNIP(StrEnum):
    """Why a number is refused."""

    PANJANG = "nip_panjang"
    TANGGAL = "nip_tanggal"
    KELAMIN = "nip_kelamin"
    URUT = "nip_urut"


class CatatanNIP(StrEnum):
    """What is odd about a number that is accepted."""

    MUNGKIN_PARUH_WAKTU = "mungkin_paruh_waktu"
    USIA_PENGANGKATAN_RENDAH = "usia_pengangkatan_rendah"
    USIA_TINGGI = "usia_tinggi"


class NIPSalahError(MasukanSalahError):
    """The number cannot be a NIP; `kode_nip` says which part, for import reports."""

    def __init__(self, kode_nip: KodeGalatNIP, pesan: str) -> None:
        super().__init__(pesan)
        self.kode_nip = kode_nip


@dataclass(frozen=True, slots=True)
class NIP:
    """A read number. `tmt_cpns` is set for PNS, `tahun_pengangkatan` and `perjanjian_ke` for PPPK.

    `urut` keeps its three digits; `catatan` lists what is odd without refusing.
    """

    nip: str
    jenis: JenisPegawai
    tanggal_lahir: date
    jenis_kelamin: JenisKelamin
    tmt_cpns: date | None
    tahun_pengangkatan: int | None
    perjanjian_ke: int | None
    urut: str
    catatan: tuple[CatatanNIP, ...]
    dasar: tuple[Dasar, ...]

    @property
    def tercetak(self) -> str:
        """With blanks as documents print it: `19860926 201505 1 001`."""
        return f"{self.nip[:8]} {self.nip[8:14]} {self.nip[14]} {self.nip[15:]}"


@dataclass(frozen=True, slots=True)
class Susunan:
    """Plausibility bounds in years of age, and the code read as part-time (PPPK)."""

    usia_paling_rendah: int
    usia_lazim: int
    usia_paling_tinggi: int
    kode_paruh_waktu: str = ""


def _susunan(nilai: Any) -> Susunan:
    return Susunan(**nilai)


SUSUNAN_NIP = PUSTAKA.tabel("nip.toml", "susunan_nip", _susunan)
SUSUNAN_NI_PPPK = PUSTAKA.tabel("nip.toml", "susunan_ni_pppk", _susunan)


def rapikan_nip(teks: str) -> str:
    """The number without blanks of any kind."""
    return "".join(teks.translate(_TANPA_LEBAR).split())


def _tahun_penuh(lahir: date, sampai: tuple[int, int, int]) -> int:
    """Completed years of age on a (year, month, day), which need not be a `date`."""
    return sampai[0] - lahir.year - (sampai[1:] < (lahir.month, lahir.day))


def _jenis_kelamin(nip: str) -> JenisKelamin:
    if nip[14] not in "12":
        raise NIPSalahError(
            KodeGalatNIP.KELAMIN,
            f"NIP {nip}: angka ke-15 ({nip[14]}) harus 1 (laki-laki) atau 2 (perempuan). "
            "Cocokkan dengan SK.",
        )
    return JenisKelamin.LAKI_LAKI if nip[14] == "1" else JenisKelamin.PEREMPUAN


def _urut(nip: str) -> str:
    if nip[15:] == "000":
        raise NIPSalahError(
            KodeGalatNIP.URUT,
            f"NIP {nip}: nomor urut dimulai dari 001, bukan 000. Cocokkan dengan SK.",
        )
    return nip[15:]


def _catatan(nip: str, aturan: Susunan, usia_mulai: int, usia: int) -> tuple[CatatanNIP, ...]:
    daftar = (
        (CatatanNIP.MUNGKIN_PARUH_WAKTU, nip[12:14] == aturan.kode_paruh_waktu),
        (CatatanNIP.USIA_PENGANGKATAN_RENDAH, usia_mulai < aturan.usia_lazim),
        (CatatanNIP.USIA_TINGGI, usia > aturan.usia_paling_tinggi),
    )
    return tuple(catatan for catatan, ada in daftar if ada)


def _tanggal_lahir(nip: str, pada: date) -> date:
    tahun, bulan, hari = int(nip[:4]), int(nip[4:6]), int(nip[6:8])
    try:
        lahir = date(tahun, bulan, hari)
    except ValueError:
        raise NIPSalahError(
            KodeGalatNIP.TANGGAL,
            f"NIP {nip}: delapan angka pertama ({nip[:8]}) bukan tanggal lahir. "
            "Cocokkan dengan SK.",
        ) from None
    if lahir > pada:
        raise NIPSalahError(
            KodeGalatNIP.TANGGAL,
            f"NIP {nip}: tanggal lahir {lahir.isoformat()} sesudah {pada.isoformat()}. "
            "Cocokkan dengan SK.",
        )
    return lahir


def sebutan_nomor(nomor: str) -> str:
    """Return the name of a number as printed beside it: "NI PPPK" or "NIP".

    Digits 13 and 14 tell (a month in a NIP, 21 to 29 in a NI PPPK); blanks are allowed. Anything
    that isn't 18 digits is called NIP: a print never fails for an odd number.
    """
    rapat = rapikan_nip(nomor)
    if len(rapat) == PANJANG and rapat[12:14].isdecimal() and "21" <= rapat[12:14] <= "29":
        return "NI PPPK"
    return "NIP"


def baca_nip(teks: str, *, pada: date) -> NIP:
    """Read a NIP or NI PPPK (blanks allowed) as of a day.

    Raises `NIPSalahError` (a `MasukanSalahError` with `kode_nip`) for anything that cannot be one:
    not 18 digits, no calendar date, start before the age of 16 or more than a year after `pada`,
    sex other than 1 or 2, serial 000. A part-time code, a start before 18 or an age above 70 is
    noted in `catatan`. `BelumDiaturError` before 2007.
    """
    nip = rapikan_nip(teks)
    if len(nip) != PANJANG or not (nip.isascii() and nip.isdigit()):
        raise NIPSalahError(
            KodeGalatNIP.PANJANG,
            f"NIP “{teks}” harus tepat 18 angka. Tulis sebagai teks, spasi boleh.",
        )
    bulan = int(nip[12:14])
    pns = 1 <= bulan <= 12
    ketentuan = (SUSUNAN_NIP if pns else SUSUNAN_NI_PPPK).pada(pada)
    aturan = ketentuan.nilai
    lahir = _tanggal_lahir(nip, pada)
    if not pns and (nip[12] != "2" or nip[13] == "0"):
        raise NIPSalahError(
            KodeGalatNIP.TANGGAL,
            f"NIP {nip}: angka 13 dan 14 ({nip[12:14]}) bukan bulan 01 sampai 12 dan bukan kode "
            "PPPK 21 sampai 29. Cocokkan dengan SK.",
        )
    tahun = int(nip[8:12])
    if pns:
        usia = _tahun_penuh(lahir, (tahun, bulan, 1))
        terlalu_jauh = (tahun, bulan) > (pada.year + 1, pada.month)
    else:
        # No month in a NI PPPK: the end of the year for the age, its start for the future.
        usia = tahun - lahir.year
        terlalu_jauh = tahun > pada.year + 1
    if usia < aturan.usia_paling_rendah or terlalu_jauh:
        raise NIPSalahError(
            KodeGalatNIP.TANGGAL,
            f"NIP {nip}: pengangkatan tahun {tahun} tidak cocok dengan tanggal lahir "
            f"{lahir.isoformat()} (paling muda {aturan.usia_paling_rendah} tahun) atau lebih dari "
            f"setahun sesudah {pada.isoformat()}. Cocokkan dengan SK.",
        )
    return NIP(
        nip=nip,
        jenis=JenisPegawai.PNS if pns else JenisPegawai.PPPK,
        tanggal_lahir=lahir,
        jenis_kelamin=_jenis_kelamin(nip),
        tmt_cpns=date(tahun, bulan, 1) if pns else None,
        tahun_pengangkatan=None if pns else tahun,
        perjanjian_ke=None if pns else int(nip[13]),
        urut=_urut(nip),
        catatan=_catatan(nip, aturan, usia, _tahun_penuh(lahir, (pada.year, pada.month, pada.day))),
        dasar=ketentuan.dasar,
    )
