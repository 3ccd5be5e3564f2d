"""Kinds of jabatan, eselon, jenjang of jabatan fungsional, penugasan and kedudukan hukum.

Instruments: reference tables of SIASN; PermenPANRB 1/2023 (jenjang); the exemptions from planning
of PermenPANRB 8/2021 Lampiran BAB II E, taken as unchanged in 6/2022 (unread).

Tidak dimodelkan: titles of jabatan, pension ages, pejabat negara and members of lembaga
nonstruktural (exempt too, but not a kedudukan hukum), and the SIASN codes that were not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from tera.regulasi.dasar import Dasar
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.kategori import (
    JenisJabatan,
    JenisPenugasan,
    Jenjang,
    KategoriJF,
    KedudukanHukum,
)
from tera.regulasi.pemuat import PUSTAKA

__all__ = [
    "ESELON",
    "JENIS_JABATAN_SIASN",
    "JENIS_PENUGASAN",
    "JENJANG_JF",
    "KEDUDUKAN_HUKUM",
    "Eselon",
    "JenisJabatan",
    "JenisPenugasan",
    "Jenjang",
    "JenjangJF",
    "KategoriJF",
    "KedudukanHukum",
    "KewajibanSKP",
    "baca_eselon",
    "baca_jenjang",
    "baca_kedudukan_hukum",
    "jenis_jabatan",
    "kewajiban_skp",
]


@dataclass(frozen=True, slots=True)
class Eselon:
    """One eselon; `jenis` is None for the legacy eselon V, which has no ASN name."""

    id_siasn: str
    eselon: str
    jenis: JenisJabatan | None


@dataclass(frozen=True, slots=True)
class JenjangJF:
    """One jenjang of jabatan fungsional with its PNS golongan in rising order."""

    jenjang: Jenjang
    kategori: KategoriJF
    kode_siasn: str
    golongan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IsiKedudukan:
    """What is recorded of one kedudukan hukum."""

    kode_siasn: str
    wajib_skp: bool
    sebutan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KewajibanSKP:
    """Whether somebody in this kedudukan must make an SKP, with the basis."""

    wajib_skp: bool
    dasar: tuple[Dasar, ...]


def _eselon(nilai: Any) -> tuple[Eselon, ...]:
    return tuple(
        Eselon(
            isi["id_siasn"],
            isi["eselon"],
            JenisJabatan(isi["jenis"]) if "jenis" in isi else None,
        )
        for isi in nilai
    )


def _jenis_siasn(nilai: Any) -> dict[str, str]:
    return {str(kode): str(jenis) for kode, jenis in nilai.items()}


def _jenjang(nilai: Any) -> dict[Jenjang, JenjangJF]:
    return {
        Jenjang(kata): JenjangJF(
            Jenjang(kata), KategoriJF(isi["kategori"]), isi["kode_siasn"], tuple(isi["golongan"])
        )
        for kata, isi in nilai.items()
    }


def _penugasan(nilai: Any) -> dict[JenisPenugasan, str]:
    return {JenisPenugasan(kata): str(kode) for kata, kode in nilai.items()}


def _kedudukan(nilai: Any) -> dict[KedudukanHukum, IsiKedudukan]:
    return {
        KedudukanHukum(kata): IsiKedudukan(
            isi["kode_siasn"], bool(isi["wajib_skp"]), tuple(isi["sebutan"])
        )
        for kata, isi in nilai.items()
    }


ESELON = PUSTAKA.tabel("jabatan.toml", "eselon", _eselon)
#: SIASN `jenisJabatan`: 1 struktural, 2 fungsional, 3 rangkap, 4 pelaksana.
JENIS_JABATAN_SIASN = PUSTAKA.tabel("jabatan.toml", "jenis_jabatan_siasn", _jenis_siasn)
JENJANG_JF = PUSTAKA.tabel("jabatan.toml", "jenjang_jf", _jenjang)
JENIS_PENUGASAN = PUSTAKA.tabel("jabatan.toml", "jenis_penugasan", _penugasan)
KEDUDUKAN_HUKUM = PUSTAKA.tabel("jabatan.toml", "kedudukan_hukum", _kedudukan)

_PEMISAH = re.compile(r"[\s./]+")


def baca_eselon(teks: str) -> Eselon | None:
    """The eselon written as `II.a`, `II/a`, `IIa` or as SIASN id; None for empty, `-`, 99 and 00.

    `I.a` alone is JPT madya, the common one; JPT utama is told by id `10`.
    """
    rapi = _PEMISAH.sub("", teks).casefold()
    if rapi in {"", "-", "99", "00", "non", "noneselon"}:
        return None
    cocok = [
        e for e in ESELON.terakhir.nilai
        if rapi in {e.id_siasn, e.eselon.replace(".", "").casefold()}
    ]  # fmt: skip
    if not cocok:
        raise MasukanSalahError(
            f"Eselon “{teks}” tidak dikenal. Tulis I.a sampai V.b, atau kosongkan."
        )
    return cocok[-1]


def jenis_jabatan(kode_siasn: str, eselon: str = "") -> JenisJabatan:
    """The kind of jabatan from SIASN `jenisJabatan` (1-4) and the eselon.

    1 and 3 (struktural, rangkap) take the kind of the eselon; `MasukanSalahError` when that is
    missing or has no ASN name.
    """
    golong = JENIS_JABATAN_SIASN.terakhir.nilai.get(kode_siasn.strip())
    if golong is None:
        raise MasukanSalahError(
            f"Jenis jabatan “{kode_siasn}” tidak dikenal. Tulis 1 (struktural), 2 (fungsional), "
            "3 (rangkap), atau 4 (pelaksana)."
        )
    if golong in {"fungsional", "pelaksana"}:
        return JenisJabatan(golong)
    terbaca = baca_eselon(eselon)
    if terbaca is None or terbaca.jenis is None:
        raise MasukanSalahError(
            f"Jabatan struktural dengan eselon “{eselon}” tidak punya jenis jabatan ASN. "
            "Isi eselon I.a sampai IV.b."
        )
    return terbaca.jenis


def baca_jenjang(teks: str) -> Jenjang:
    """The jenjang written as a word, as a SIASN code (`PT`), or at the end of a job title."""
    kata = teks.casefold().split()
    for jenjang in Jenjang:
        bagian = jenjang.value.split("_")
        if kata[-len(bagian) :] == bagian:
            return jenjang
    for isi in JENJANG_JF.terakhir.nilai.values():
        if kata == [isi.kode_siasn.casefold()]:
            return isi.jenjang
    raise MasukanSalahError(
        f"Jenjang “{teks}” tidak dikenal. Tulis Pemula, Terampil, Mahir, Penyelia, "
        "Ahli Pertama, Ahli Muda, Ahli Madya, atau Ahli Utama."
    )


def baca_kedudukan_hukum(teks: str) -> KedudukanHukum:
    """The kedudukan hukum of a SIASN code or a spelling; unknown ones are refused."""
    rapi = " ".join(teks.split()).casefold()
    for kedudukan, isi in KEDUDUKAN_HUKUM.terakhir.nilai.items():
        if rapi in {isi.kode_siasn, *(s.casefold() for s in isi.sebutan)}:
            return kedudukan
    raise MasukanSalahError(
        f"Kedudukan hukum “{teks}” tidak dikenal. Tulis Aktif, CLTN, Tugas Belajar, "
        "Pemberhentian Sementara, Kena Hukdis, MPP, Diberhentikan, atau Pensiun."
    )


def kewajiban_skp(kedudukan: KedudukanHukum, *, pada: date) -> KewajibanSKP:
    """Whether this kedudukan hukum must make an SKP on a day (CLTN, MPP, tugas belajar: no)."""
    ketentuan = KEDUDUKAN_HUKUM.pada(pada)
    return KewajibanSKP(ketentuan.nilai[kedudukan].wajib_skp, ketentuan.dasar)
