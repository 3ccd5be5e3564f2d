"""Numbers in targets and realisations: read them as people write them, compare, never judge.

A target is text ("1.200 data", "95 persen", "paling lama 2,5 hari"). Where one number can be read
from it, progress is a percentage of it; where not, there is none. A percentage is never a rating:
PermenPANRB 6/2022 rates by expectation.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from tera.skp.pustaka.indikator_pustaka import daftar_jabatan_pustaka

NAIK = "naik"
TURUN = "turun"
TEPAT = "tepat"
_ANGKA = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?![.,]?\d)",
)
_MAKIN_KECIL = re.compile(
    r"\b(?:waktu tunggu|waktu rata-rata|rata-rata waktu|lama(?:nya)?|keterlambatan|kesalahan|"
    r"keluhan|pengaduan|temuan|angka kematian|kejadian|biaya)\b",
    re.IGNORECASE,
)
_SATUAN_WAKTU = re.compile(r"\b(?:detik|menit|jam|hari|minggu|bulan)\b", re.IGNORECASE)
_BATAS = Decimal("9999999.99")
_DUA = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Kemajuan:
    """Progress against a target.

    Attributes:
        persen: percent of the target, two decimals, half up; None where a side is no number.
        tercapai: whether the target is reached; False where that can't be told.
        melampaui: whether it is passed, strictly.
    """

    persen: Decimal | None
    tercapai: bool
    melampaui: bool


def angka_dari(teks: str) -> Decimal | None:
    """Return the one number of ``teks`` in Indonesian writing (1.200,5); None for none or several.

    A year ("tahun 2026") isn't a target and doesn't count when another number is there.
    """
    bersih = re.sub(r"\btahun\s+\d{4}\b|\bRp\.?(?=\s*\d)", " ", teks, flags=re.IGNORECASE)
    daftar = _ANGKA.findall(bersih)
    if len(daftar) != 1:
        return None
    return Decimal(daftar[0].replace(".", "").replace(",", "."))


@lru_cache(maxsize=8192)
def arah_indikator(*, kode_pustaka: str, aspek: str, teks: str, target: str) -> str:
    """Return ``naik``, ``turun`` or ``tepat``: the library says, else a guess one may correct.

    Smaller is better for costs and for spans of time, and where the wording says so.
    """
    arah = _arah_pustaka().get(kode_pustaka)
    if arah is not None:
        return arah
    if "persen" in target.lower() or "%" in target or "persentase" in teks.lower():
        return NAIK
    if aspek == "biaya" or _MAKIN_KECIL.search(teks):
        return TURUN
    if aspek == "waktu" and _SATUAN_WAKTU.search(target):
        return TURUN
    return NAIK


def hitung_kemajuan(*, nilai: Decimal | None, target: Decimal | None, arah: str) -> Kemajuan:
    """Compare what was reached with the target in the indicator's direction.

    ``naik``: nilai ÷ target; ``turun``: target ÷ nilai; ``tepat``: how near the target, never more
    than 100. A target of zero has no percentage.
    """
    if nilai is None or target is None:
        return Kemajuan(None, False, False)
    if arah == TEPAT:
        if target <= 0:
            return Kemajuan(None, nilai == target, False)
        dekat = max(Decimal(0), 100 - abs(nilai - target) * 100 / target)
        return Kemajuan(dekat.quantize(_DUA, ROUND_HALF_UP), nilai == target, False)
    tercapai = nilai <= target if arah == TURUN else nilai >= target
    melampaui = tercapai and nilai != target
    atas, bawah = (target, nilai) if arah == TURUN else (nilai, target)
    if bawah <= 0 or atas < 0:
        return Kemajuan(None, tercapai, melampaui)
    persen = (atas * 100 / bawah).quantize(_DUA, ROUND_HALF_UP)
    return Kemajuan(min(persen, _BATAS), tercapai, melampaui)


@lru_cache(maxsize=1)
def _arah_pustaka() -> dict[str, str]:
    """Direction per code of the shipped library."""
    return {
        satu.kode: satu.arah
        for jabatan in daftar_jabatan_pustaka()
        for satu in jabatan.daftar_indikator
    }
