"""Pattern of distribution: how the predikat of a unit lie when its capaian organisasi is known.

Instrument: SE MenPANRB 3/2023 (root: PP 30/2019 Pasal 41(7), PermenPANRB 6/2022 Pasal 24-25).
A consideration for the leader: a unit outside the pattern needs a reason, nobody's predikat is
changed. Caps round down and minima round up (our choice, none was read); "most" is advice.

Tidak dimodelkan: the ministry's calculator, and the percentages beside the curve of some sheets
(they contradict the circular). Whom to count is told by `PIMPINAN_DIHITUNG`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from tera.regulasi.dasar import Dasar, gabung_dasar
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.kategori import CapaianOrganisasi, Predikat
from tera.regulasi.pemuat import PUSTAKA

__all__ = ["BENTUK_KURVA", "PIMPINAN_DIHITUNG", "POLA_DISTRIBUSI", "UNIT_KECIL",
           "CapaianOrganisasi", "HasilDistribusi", "HasilPeriksa", "Pembulatan", "Predikat",
           "bentuk_kurva",
           "periksa_distribusi"]  # fmt: skip

#: The horizontal axis of the form, left to right.
SUMBU_KURVA = (
    Predikat.SANGAT_KURANG,
    Predikat.KURANG,
    Predikat.BUTUH_PERBAIKAN,
    Predikat.BAIK,
    Predikat.SANGAT_BAIK,
)


class Pembulatan(StrEnum):
    """How a bound in percent becomes a number of people; the circular doesn't say."""

    MAKS_TURUN_MIN_NAIK = "maks_turun_min_naik"
    TERDEKAT = "terdekat"


#: By (nearest, upper bound).
_KATA = {
    (False, True): "ke bawah",
    (False, False): "ke atas",
    (True, True): "ke jumlah terdekat",
    (True, False): "ke jumlah terdekat",
}


class HasilPeriksa(StrEnum):
    """Outcome of the check; pages word `melanggar` as *Perlu alasan*."""

    SESUAI = "sesuai"
    MELANGGAR = "melanggar"
    PERTIMBANGAN = "pertimbangan"


@dataclass(frozen=True, slots=True)
class Batas:
    """A bound on the sum of some predikat; exactly one of the four numbers is set."""

    predikat: tuple[Predikat, ...]
    paling_banyak_persen: int | None = None
    paling_banyak_orang: int | None = None
    paling_sedikit_persen: int | None = None
    paling_sedikit_orang: int | None = None

    def __post_init__(self) -> None:
        angka = (self.paling_banyak_persen, self.paling_banyak_orang,
                 self.paling_sedikit_persen, self.paling_sedikit_orang)  # fmt: skip
        if sum(satu is not None for satu in angka) != 1:
            raise ValueError("batas harus menyebut tepat satu angka")

    @property
    def sebutan(self) -> str:
        """`Butuh Perbaikan dan/atau Kurang`."""
        return " dan/atau ".join(p.label for p in self.predikat)

    def pelanggaran(self, jumlah: Mapping[Predikat, int], n: int, *, terdekat: bool = False) -> str:
        """The breach in words with counts and limit; empty when there is none."""
        ada = sum(jumlah.get(p, 0) for p in self.predikat)
        persen, asal = self.paling_banyak_persen, ""
        atas, bawah = self.paling_banyak_orang, self.paling_sedikit_orang
        if persen is not None:
            atas = (persen * n + 50) // 100 if terdekat else persen * n // 100
            asal = f" ({persen}% dari {n} pegawai, dibulatkan {_KATA[terdekat, True]})"
        elif (persen := self.paling_sedikit_persen) is not None:
            bawah = (persen * n + 50) // 100 if terdekat else -(-persen * n // 100)
            asal = f" ({persen}% dari {n} pegawai, dibulatkan {_KATA[terdekat, False]})"
        if atas is not None and ada > atas:
            return f"{self.sebutan}: {ada} orang, paling banyak {atas}{asal}."
        if bawah is not None and ada < bawah:
            return f"{self.sebutan}: {ada} orang, paling sedikit {bawah}{asal}."
        return ""


@dataclass(frozen=True, slots=True)
class Pola:
    """The bounds of one capaian, and the predikat that most should have (None: not said)."""

    batas: tuple[Batas, ...]
    terbanyak: Predikat | None


@dataclass(frozen=True, slots=True)
class HasilDistribusi:
    """The outcome with texts in Indonesian: what breaches, and what is only advice."""

    hasil: HasilPeriksa
    pelanggaran: tuple[str, ...]
    catatan: tuple[str, ...]
    dasar: tuple[Dasar, ...]


def _pola(nilai: Any) -> dict[CapaianOrganisasi, Pola]:
    return {
        CapaianOrganisasi(kata): Pola(
            tuple(
                Batas(**{**batas, "predikat": tuple(Predikat(p) for p in batas["predikat"])})
                for batas in isi["batas"]
            ),
            Predikat(isi["terbanyak"]) if "terbanyak" in isi else None,
        )
        for kata, isi in nilai.items()
    }


def _bentuk(nilai: Any) -> dict[CapaianOrganisasi, dict[Predikat, int]]:
    return {
        CapaianOrganisasi(kata): dict(zip(SUMBU_KURVA, titik, strict=True))
        for kata, titik in nilai.items()
    }


POLA_DISTRIBUSI = PUSTAKA.tabel("distribusi.toml", "pola_distribusi", _pola)
BENTUK_KURVA = PUSTAKA.tabel("distribusi.toml", "bentuk_kurva", _bentuk)
#: Below this number of pegawai the pattern is only a consideration.
UNIT_KECIL = PUSTAKA.tabel("distribusi.toml", "unit_kecil", int)
#: Default of the agency's policy: the head of the unit is not counted.
PIMPINAN_DIHITUNG = PUSTAKA.tabel("distribusi.toml", "pimpinan_dihitung", bool)


def bentuk_kurva(capaian: CapaianOrganisasi, *, pada: date) -> dict[Predikat, int]:
    """Points for drawing the curve, in axis order: a shape, never shown as numbers or a quota."""
    return BENTUK_KURVA.pada(pada).nilai[capaian]


def _catatan_terbanyak(pola: Pola, jumlah: Mapping[Predikat, int]) -> tuple[str, ...]:
    if pola.terbanyak is None:
        return ()
    puncak = max(Predikat, key=lambda p: jumlah.get(p, 0))
    ada = jumlah.get(pola.terbanyak, 0)
    if jumlah.get(puncak, 0) <= ada:
        return ()
    return (
        f"{pola.terbanyak.label} {ada} orang bukan kelompok terbesar: {puncak.label} "
        f"{jumlah.get(puncak, 0)} orang. Ini anjuran, bukan batas.",
    )


def periksa_distribusi(
    *,
    capaian_organisasi: CapaianOrganisasi,
    jumlah: Mapping[Predikat, int],
    pada: date,
    unit_kecil: int | None = None,
    pembulatan: Pembulatan = Pembulatan.MAKS_TURUN_MIN_NAIK,
) -> HasilDistribusi:
    """Check the counts of predikat of one unit and period against the pattern of its capaian.

    `jumlah` counts evaluated pegawai, the head left out; a predikat not named counts 0. An agency
    may choose the size of a small unit and the rounding: the circular that was read says neither.
    `MasukanSalahError` for unknown words or negative counts, `BelumDiaturError` before the SE.
    """
    ketentuan, kecil = POLA_DISTRIBUSI.pada(pada), UNIT_KECIL.pada(pada)
    pola = ketentuan.nilai.get(capaian_organisasi)
    if pola is None:
        raise MasukanSalahError(
            f"Capaian organisasi {capaian_organisasi!s} tidak dikenal. Tulis istimewa, baik, "
            "butuh_perbaikan, kurang, atau sangat_kurang."
        )
    for predikat, banyak in jumlah.items():
        if predikat not in tuple(Predikat) or type(banyak) is not int or banyak < 0:
            raise MasukanSalahError(
                f"Jumlah untuk predikat {predikat!s} adalah {banyak!r}. Tulis predikat yang "
                "dikenal dengan bilangan bulat 0 atau lebih."
            )
    n = sum(jumlah.values())
    terdekat = pembulatan == Pembulatan.TERDEKAT
    teks = tuple(
        t for batas in pola.batas if (t := batas.pelanggaran(jumlah, n, terdekat=terdekat))
    )
    anjuran = _catatan_terbanyak(pola, jumlah)
    terkecil = kecil.nilai if unit_kecil is None else unit_kecil
    if n < terkecil:
        pembuka = (
            f"Unit dengan {n} pegawai dinilai kurang dari {terkecil}: pola distribusi hanya "
            "menjadi pertimbangan.",
        )
        dasar = gabung_dasar(ketentuan.dasar, kecil.dasar)
        return HasilDistribusi(HasilPeriksa.PERTIMBANGAN, (), pembuka + teks + anjuran, dasar)
    hasil = HasilPeriksa.MELANGGAR if teks else HasilPeriksa.SESUAI
    return HasilDistribusi(hasil, teks, anjuran, ketentuan.dasar)
