"""Golongan ruang and pangkat of PNS, golongan of PPPK.

Instrument: reference table of SIASN (a copy in public programs); no article is cited.

Tidak dimodelkan: promotion, pay, and the golongan at entry by education.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.kategori import JenisPegawai
from tera.regulasi.pemuat import PUSTAKA

__all__ = [
    "GOLONGAN_PNS",
    "GOLONGAN_PPPK",
    "Golongan",
    "JenisPegawai",
    "baca_golongan",
    "daftar_golongan",
    "pangkat_golongan",
]


@dataclass(frozen=True, slots=True)
class Golongan:
    """One golongan; `urutan` rises with rank, `pangkat` is empty for PPPK.

    `id_siasn` is the golongan id of SIASN (PNS `11`-`45`, PPPK the usual code `01`-`17`).
    """

    kode: str
    jenis: JenisPegawai
    pangkat: str
    id_siasn: str
    urutan: int

    @property
    def sebutan(self) -> str:
        """As the form prints it: `Penata (III/c)`, or the bare golongan of a PPPK."""
        return f"{self.pangkat} ({self.kode})" if self.pangkat else self.kode


def _pns(nilai: Any) -> dict[str, Golongan]:
    return {
        isi["kode"]: Golongan(isi["kode"], JenisPegawai.PNS, isi["pangkat"], isi["id_siasn"], urut)
        for urut, isi in enumerate(nilai, start=1)
    }


def _pppk(nilai: Any) -> dict[str, Golongan]:
    return {
        kode: Golongan(kode, JenisPegawai.PPPK, "", f"{urut:02d}", urut)
        for urut, kode in enumerate(nilai, start=1)
    }


GOLONGAN_PNS = PUSTAKA.tabel("golongan.toml", "golongan_pns", _pns)
GOLONGAN_PPPK = PUSTAKA.tabel("golongan.toml", "golongan_pppk", _pppk)


def daftar_golongan(jenis: JenisPegawai | None = None) -> tuple[Golongan, ...]:
    """All golongan in rising order, PNS first; only those of `jenis` when given."""
    pns, pppk = GOLONGAN_PNS.terakhir.nilai.values(), GOLONGAN_PPPK.terakhir.nilai.values()
    return tuple(g for g in (*pns, *pppk) if jenis is None or g.jenis is jenis)


def baca_golongan(
    teks: str, *, jenis: JenisPegawai | None = None, pada: date | None = None
) -> Golongan:
    """The golongan written as `III/c`, `iii / C` or `IX`; the newest table without `pada`.

    `MasukanSalahError` when unknown, or when it belongs to the other kind of pegawai.
    """
    pns = (GOLONGAN_PNS.terakhir if pada is None else GOLONGAN_PNS.pada(pada)).nilai
    pppk = (GOLONGAN_PPPK.terakhir if pada is None else GOLONGAN_PPPK.pada(pada)).nilai
    depan, garis, belakang = "".join(teks.split()).partition("/")
    kode = depan.upper() + garis + belakang.lower()
    golongan = pns.get(kode) or pppk.get(kode)
    if golongan is None:
        raise MasukanSalahError(
            f"Golongan “{teks}” tidak dikenal. PNS ditulis I/a sampai IV/e, PPPK I sampai XVII."
        )
    if jenis is not None and golongan.jenis is not jenis:
        raise MasukanSalahError(
            f"Golongan “{teks}” bukan golongan {jenis.label}. "
            "PNS ditulis I/a sampai IV/e, PPPK I sampai XVII."
        )
    return golongan


def pangkat_golongan(kode: str) -> str:
    """The pangkat of a golongan (`III/c`: Penata); empty for PPPK, who have none."""
    return baca_golongan(kode).pangkat
